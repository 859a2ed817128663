"""System keys: made, renewed with an overlap, taken back."""

import hashlib
import secrets
from datetime import date, datetime, timedelta
from uuid import UUID

from jingwei.foundation.access.contracts import KEY_MARK, Actor, NewKey
from jingwei.foundation.access.models import Key, KeySecret
from jingwei.foundation.access.queries.keys import key_to_change
from jingwei.kernel.ids import uuid7


def open_key(new: NewKey, *, by: UUID, at: datetime) -> tuple[UUID, str]:
    """A new key: its id, and its secret, to be shown this once. The wish has been checked."""
    key = Key(
        id=uuid7(),
        name=new.name,
        purpose=new.purpose,
        area_code=new.area_code,
        unit_id=new.unit_id,
        grants=sorted(one.value for one in new.grants),
        networks=list(new.networks),
        rate_per_minute=new.rate_per_minute,
        created_at=at,
        created_by_id=by,
        expires_at=new.expires_at,
    )
    key.save(force_insert=True)
    return key.pk, _new_secret(key.pk, at)


def renew_key(scope: str, key_id: UUID, *, overlap_hours: int, at: datetime) -> tuple[Key, str]:
    """A second secret; the former ones open for ``overlap_hours`` more. Raises: NotFound."""
    key = key_to_change(scope, key_id)
    until = at + timedelta(hours=overlap_hours)
    KeySecret.objects.filter(key=key, ends_at=None).update(ends_at=until)
    KeySecret.objects.filter(key=key, ends_at__gt=until).update(ends_at=until)
    return key, _new_secret(key.pk, at)


def revoke_key(scope: str, key_id: UUID, *, at: datetime) -> Key:
    """Nothing opens with it from now on. Raises: NotFound."""
    key = key_to_change(scope, key_id)
    key.revoked_at = at
    key.save(update_fields=["revoked_at"])
    return key


def note_key_used(actor: Actor, *, on: date) -> None:
    """The day, and nothing finer. Works with the system's eyes only."""
    Key.objects.filter(pk=actor.token_id).update(last_used_on=on)


def _new_secret(key_id: UUID, at: datetime) -> str:
    secret = KEY_MARK + secrets.token_urlsafe(32)
    digest = hashlib.sha256(secret.encode()).digest()
    KeySecret(id=uuid7(), key_id=key_id, digest=digest, made_at=at).save(force_insert=True)
    return secret
