"""The second factor: an authenticator app (TOTP) and codes that stand in for it once. Source: RFC 6238, RFC 4226.

Everything here works with the person's own eyes or the system's.
"""

import hmac
import secrets
from datetime import datetime
from uuid import UUID

import pyotp
from django.conf import settings

from jingwei.foundation.access.models import RecoveryCode, SecondFactor
from jingwei.foundation.access.rules.doors import (
    ENROLMENT_LENGTH,
    RECOVERY_CODES,
    RECOVERY_LETTERS,
    steps_to_try,
)
from jingwei.foundation.access.rules.refusals import NoSecondFactor, SecondFactorRefused
from jingwei.kernel.clock import local
from jingwei.kernel.crypto import CROCKFORD, decrypt, encrypt, seal
from jingwei.kernel.ids import uuid7

SECRET_FIELD = "access.second_factor"  # noqa: S105


def begin_factor(person_id: UUID, *, at: datetime) -> str:
    """A new secret for an authenticator app, in base 32; it counts when a first code has come back."""
    secret = pyotp.random_base32()
    SecondFactor.objects.filter(person_id=person_id, confirmed_at=None).delete()
    SecondFactor(
        id=uuid7(),
        person_id=person_id,
        secret_sealed=encrypt(settings.FIELD_KEY, secret, field=_field(person_id)),
        begun_at=at,
    ).save(force_insert=True)
    return secret


def confirm_factor(person_id: UUID, code: str, *, at: datetime) -> list[str]:
    """The app's first code came back: from now on it is asked for. Returns fresh recovery codes, shown once.

    Raises: NoSecondFactor; SecondFactorRefused.
    """
    begun = SecondFactor.objects.select_for_update().filter(
        person_id=person_id, confirmed_at=None, begun_at__gt=at - ENROLMENT_LENGTH
    )
    factor = begun.first()
    if factor is None:
        raise NoSecondFactor
    step = _step_of(factor, code, at)
    if step is None:
        raise SecondFactorRefused
    SecondFactor.objects.filter(person_id=person_id, confirmed_at__isnull=False).delete()
    factor.confirmed_at = at
    factor.last_step = step
    factor.last_used_on = local(at).date()
    factor.save(update_fields=["confirmed_at", "last_step", "last_used_on"])
    return renew_recovery_codes(person_id, at=at)


def renew_recovery_codes(person_id: UUID, *, at: datetime) -> list[str]:
    """Ten new codes; the old ones end. Raises: NoSecondFactor."""
    if not SecondFactor.objects.filter(person_id=person_id, confirmed_at__isnull=False).exists():
        raise NoSecondFactor
    RecoveryCode.objects.filter(person_id=person_id).delete()
    codes = [
        "".join(secrets.choice(CROCKFORD) for _ in range(RECOVERY_LETTERS)) for _ in range(RECOVERY_CODES)
    ]
    RecoveryCode.objects.bulk_create(
        [
            RecoveryCode(id=uuid7(), person_id=person_id, digest=_digest(person_id, code), made_at=at)
            for code in codes
        ]
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def remove_factor(person_id: UUID) -> None:
    """No code is asked for any more. Raises: NoSecondFactor."""
    if not SecondFactor.objects.filter(person_id=person_id).delete()[0]:
        raise NoSecondFactor
    RecoveryCode.objects.filter(person_id=person_id).delete()


def take_code(person_id: UUID, code: str, *, at: datetime) -> str | None:
    """Whether a code is right, and which: ``app`` or ``recovery``. It works this once. None if it is wrong."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    if len(plain) == RECOVERY_LETTERS:
        fitting = RecoveryCode.objects.filter(
            person_id=person_id, digest=_digest(person_id, _read_aloud(plain)), used_at=None
        )
        return "recovery" if fitting.update(used_at=at) else None
    factor = (
        SecondFactor.objects.select_for_update()
        .filter(person_id=person_id, confirmed_at__isnull=False)
        .first()
    )
    step = _step_of(factor, plain, at) if factor else None
    if factor is None or step is None:
        return None
    factor.last_step = step
    factor.last_used_on = local(at).date()
    factor.save(update_fields=["last_step", "last_used_on"])
    return "app"


def _step_of(factor: SecondFactor, code: str, at: datetime) -> int | None:
    """The half minute whose code this is, if it was not taken before."""
    secret = decrypt(settings.FIELD_KEY, bytes(factor.secret_sealed), field=_field(factor.person_id))
    app = pyotp.TOTP(secret)
    given = code.strip().encode()
    return next(
        (
            step
            for step in steps_to_try(at, factor.last_step)
            if hmac.compare_digest(app.generate_otp(step).encode(), given)
        ),
        None,
    )


def _field(person_id: UUID) -> str:
    """Sealed for this person: moved to somebody else's row it does not open."""
    return f"{SECRET_FIELD}:{person_id}"


def _digest(person_id: UUID, code: str) -> bytes:
    """Keyed, and of this person: 50 random bits need no slow hash on top."""
    return seal(settings.INDEX_KEY, b"recovery code", person_id.bytes, code.encode())


def _read_aloud(code: str) -> str:
    """Letters that Crockford's alphabet leaves out stand for those they are mistaken for."""
    return code.translate(str.maketrans("OIL", "011"))
