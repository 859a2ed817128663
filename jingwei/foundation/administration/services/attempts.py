"""A try to sign in by a provider, sealed: what the browser that began it carries there and back."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings

from jingwei.foundation.administration.rules.providers import AttemptFor
from jingwei.kernel.crypto import Unreadable, decrypt, encrypt
from jingwei.kernel.vouching import ProviderAttempt

ATTEMPT_FIELD = "access.provider.attempt"


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a seal holds: the try, which provider it is with, what for, for whom, and where it goes on."""

    provider: str
    purpose: AttemptFor
    person_id: UUID | None
    place: str
    until: datetime
    asked: ProviderAttempt


def sealed_attempt(attempt: Attempt) -> str:
    asked = attempt.asked
    plain = [
        attempt.provider,
        attempt.purpose.value,
        str(attempt.person_id or ""),
        attempt.place,
        attempt.until.timestamp(),
        [
            asked.state,
            asked.nonce,
            asked.verifier,
            asked.return_to,
            asked.started_at.timestamp(),
            asked.is_fresh,
        ],
    ]
    sealed = encrypt(settings.FIELD_KEY, json.dumps(plain), field=ATTEMPT_FIELD)
    return base64.urlsafe_b64encode(sealed).decode()


def opened_attempt(seal: str) -> Attempt | None:
    """None for a seal that is not ours."""
    try:
        sealed = base64.b64decode(seal, altchars=b"-_", validate=True)
        key, purpose, person_id, place, until, asked = json.loads(
            decrypt(settings.FIELD_KEY, sealed, field=ATTEMPT_FIELD)
        )
    except (ValueError, Unreadable):
        return None
    state, nonce, verifier, return_to, started_at, is_fresh = asked
    return Attempt(
        key,
        AttemptFor(purpose),
        UUID(person_id) if person_id else None,
        place,
        datetime.fromtimestamp(until, UTC),
        ProviderAttempt(state, nonce, verifier, return_to, datetime.fromtimestamp(started_at, UTC), is_fresh),
    )
