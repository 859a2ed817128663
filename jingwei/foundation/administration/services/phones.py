"""Residents sign in by a code sent to their mobile number. Members of staff are never found by it: they have passwords."""

import hmac
import secrets
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import F

from jingwei.foundation.access import queries as people
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import NO_VISITOR, Permission, Visitor, system_actor
from jingwei.foundation.administration.contracts import RESIDENT_PHONE, SignedIn
from jingwei.foundation.administration.models import PhoneCode
from jingwei.foundation.administration.rules.phones import (
    ADDRESS_LIMITS,
    CODE_DIGITS,
    CODE_LASTS,
    CODES_KEPT,
    MOST_TRIES,
    PHONE_LIMITS,
    RESIDENT_SESSION_LENGTH,
    CodesTooOften,
    PhoneCodeRefused,
    code_text,
    require_mobile,
    seconds_to_wait,
)
from jingwei.foundation.notices.contracts import Audience, Channel
from jingwei.foundation.notices.services.messages import write_message
from jingwei.foundation.privacy.contracts import SealedValue
from jingwei.foundation.privacy.services import digits_of, index_of, seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.crypto import blind_index, seal
from jingwei.kernel.errors import SignInNeeded
from jingwei.kernel.ids import uuid7

PHONE_DOOR = system_actor("手机登录入口")
RESIDENT_NAME = "居民"
LOCK = "select pg_advisory_xact_lock(hashtextextended(encode(%s, 'hex'), 0))"
"""One number at a time: two askers, or two first sign-ins, must not both find nothing."""


def ask_code(phone: str, *, address: str, at: datetime) -> None:
    """Send a code by SMS. The answer is the same whether or not somebody with this number was ever here.

    ``address`` is where the request came from; only a keyed digest of it is kept, for two days.
    Raises: BadPhone; MobileNeeded; CodesTooOften.
    """
    index, sealed = _mobile(phone)
    from_index = blind_index(settings.INDEX_KEY, address, field="administration.phone_address")
    with work(PHONE_DOOR, Permission.SEND_NOTICES) as job:
        _lock(index)
        _require_patience(index, from_index, at)
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
        code_id = uuid7()
        PhoneCode(
            id=code_id,
            phone_index=index,
            address_index=from_index,
            code_digest=_digest(code_id, code),
            sent_at=at,
            expires_at=at + CODE_LASTS,
        ).save(force_insert=True)
        write_message(
            PHONE_DOOR,
            channel=Channel.SMS,
            audience=Audience.RESIDENT,
            field=RESIDENT_PHONE,
            sealed=sealed.sealed,
            text=code_text(code),
            once=f"phone_code:{code_id}",
            target=f"administration.phonecode:{code_id}",
            at=at,
            is_urgent=True,
        )
        job.record_own(f"administration.phonecode:{code_id}", act="send")


def sign_in_by_phone(phone: str, code: str, *, at: datetime, visitor: Visitor = NO_VISITOR) -> SignedIn:
    """Open a resident's session; whoever comes for the first time is registered with nothing but the number.

    A wrong code counts although it is refused, so the refusal leaves after the transaction.
    Raises: BadPhone; MobileNeeded; PhoneCodeRefused.
    """
    index, sealed = _mobile(phone)
    secret = None
    with work(PHONE_DOOR, Permission.USE_ACCOUNT) as job:
        _lock(index)
        if _is_right(index, digits_of(code), at):
            person_id = people.resident_with_phone(index) or access.register_resident(
                name=RESIDENT_NAME, phone=(sealed.sealed, index), at=at
            )
            secret = access.open_session(
                person_id, at=at, length=RESIDENT_SESSION_LENGTH, way="phone", visitor=visitor
            )
            job.record_own(f"access.person:{person_id}", act="proved_phone")
        else:
            job.record_own("administration.phonecode:refused", act="sign_in", refused=PhoneCodeRefused.code)
    if secret is None:
        raise PhoneCodeRefused
    actor = people.actor_of_token(secret, at=at)
    if actor is None:
        raise SignInNeeded
    with work(actor, Permission.USE_ACCOUNT) as job:
        job.record_own(f"access.token:{actor.token_id}", act="sign_in", by="phone")
    return SignedIn(secret, actor, False, int(RESIDENT_SESSION_LENGTH.total_seconds()))


def forget_codes(*, at: datetime) -> int:
    """Delete codes and the digests of addresses after two days. Returns how many."""
    with eyes(PHONE_DOOR):
        return int(PhoneCode.objects.filter(sent_at__lt=at - CODES_KEPT).delete()[0])


def _mobile(phone: str) -> tuple[bytes, SealedValue]:
    require_mobile(digits_of(phone)[-11:])
    return index_of(RESIDENT_PHONE, phone), seal_value(RESIDENT_PHONE, phone)


def _lock(index: bytes) -> None:
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [index])


def _require_patience(index: bytes, from_index: bytes, at: datetime) -> None:
    """Raises: CodesTooOften."""
    late = PhoneCode.objects.filter(sent_at__gt=at - CODES_KEPT)
    by_phone = late.filter(phone_index=index).values_list("sent_at", flat=True)
    by_address = late.filter(address_index=from_index).order_by("-sent_at").values_list("sent_at", flat=True)
    wait = max(
        seconds_to_wait(list(by_phone), PHONE_LIMITS, at=at),
        seconds_to_wait(list(by_address[:1000]), ADDRESS_LIMITS, at=at),
    )
    if wait:
        raise CodesTooOften(seconds=wait)


def _is_right(index: bytes, code: str, at: datetime) -> bool:
    """Whether this is the latest code sent to the number; right or wrong, the try is counted."""
    latest = PhoneCode.objects.select_for_update().filter(phone_index=index).order_by("-sent_at").first()
    if latest is None or latest.used_at or latest.tries >= MOST_TRIES or at >= latest.expires_at:
        return False
    found = PhoneCode.objects.filter(pk=latest.id)
    found.update(tries=F("tries") + 1)
    if not hmac.compare_digest(bytes(latest.code_digest), _digest(latest.id, code)):
        return False
    found.update(used_at=at)
    return True


def _digest(code_id: UUID, code: str) -> bytes:
    """Keyed: six digits would be guessed from a plain digest at once."""
    return seal(settings.INDEX_KEY, b"phone code", code_id.bytes, code.encode())
