"""System keys, as administrators of an area keep them. All of it is recorded; a secret is shown once and never kept."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor, NewKey, Permission, system_actor
from jingwei.foundation.access.queries import unit_brief
from jingwei.foundation.access.queries.keys import grantable, is_key_name_taken
from jingwei.foundation.access.services.keys import open_key, renew_key, revoke_key
from jingwei.foundation.administration.rules.keys import (
    KeyNameTaken,
    clean_key,
    require_overlap,
    require_unit_inside,
)
from jingwei.foundation.areas.queries import area_by_code
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import NotFound

REGISTRY = system_actor("密钥登记")


@dataclass(frozen=True, slots=True)
class IssuedKey:
    """A secret, shown this once."""

    key_id: UUID
    secret: str


def create_key(actor: Actor, new: NewKey, *, at: datetime) -> IssuedKey:
    """Let another system in, with exactly these permissions. A unit's key lies where the unit does.

    Raises: SessionNeeded, KeyNotFit, KeyNameTaken; AreaUnknown; NotFound outside the actor's area.
    """
    with work(actor, Permission.MANAGE_KEYS) as job:
        access.require_session(actor)
        assert actor.person_id is not None
        new = clean_key(new, grantable=grantable(), at=at)
        area_by_code(new.area_code)
        if not lies_within(new.area_code, actor.scope):
            raise NotFound  # row-level security would refuse it as well, less kindly
        if new.unit_id is not None:
            require_unit_inside(unit_brief(new.unit_id).area_code, new.area_code)
        with eyes(REGISTRY):
            if is_key_name_taken(new.name):
                raise KeyNameTaken(name=new.name)
        key_id, secret = open_key(new, by=actor.person_id, at=at)
        job.record_in_area(
            f"access.key:{key_id}",
            new.area_code,
            act="create",
            name=new.name,
            purpose=new.purpose,
            unit=new.unit_id,
            grants=sorted(one.value for one in new.grants),
            networks=list(new.networks),
            rate_per_minute=new.rate_per_minute,
            expires_at=new.expires_at,
        )
    return IssuedKey(key_id, secret)


def rotate_key(actor: Actor, key_id: UUID, *, overlap_hours: int, at: datetime) -> IssuedKey:
    """A new secret; the former opens for some hours more. Raises: SessionNeeded, NotFound, KeyNotFit."""
    with work(actor, Permission.MANAGE_KEYS) as job:
        access.require_session(actor)
        require_overlap(overlap_hours)
        key, secret = renew_key(actor.scope, key_id, overlap_hours=overlap_hours, at=at)
        job.record_in_area(
            f"access.key:{key_id}", key.area_code, act="rotate", name=key.name, overlap_hours=overlap_hours
        )
    return IssuedKey(key_id, secret)


def end_key(actor: Actor, key_id: UUID, *, at: datetime) -> None:
    """Shut a system out, at once. Raises: SessionNeeded, NotFound."""
    with work(actor, Permission.MANAGE_KEYS) as job:
        access.require_session(actor)
        key = revoke_key(actor.scope, key_id, at=at)
        job.record_in_area(f"access.key:{key_id}", key.area_code, act="revoke", name=key.name)
