"""System keys over HTTP, for administrators."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import KeyBrief, NewKey, Permission, ProofNeeded
from jingwei.foundation.access.queries.keys import grantable, keys_within
from jingwei.foundation.administration.rules.keys import (
    LONGEST_KEY_DAYS,
    LONGEST_OVERLAP_HOURS,
    MOST_NETWORKS,
    MOST_PER_MINUTE,
)
from jingwei.foundation.administration.services import keys
from jingwei.foundation.administration.services.keys import IssuedKey
from jingwei.kernel.clock import now

router = Router(tags=["keys"])


class KeyOut(Schema):
    key_id: UUID
    name: str
    purpose: str
    area_code: str
    unit_id: UUID | None
    unit_name: str
    grants: list[str]
    networks: list[str]
    rate_per_minute: int
    created_at: datetime
    created_by_name: str
    expires_at: datetime
    revoked_at: datetime | None
    last_used_on: date | None
    old_ends_at: datetime | None


class KeysOut(Schema):
    """The keys of one's area, and what a key can be given at all."""

    keys: list[KeyOut]
    grantable: list[Permission]
    longest_days: int
    most_per_minute: int


class KeyIn(edge.Input):
    name: str = Field(min_length=2, max_length=60)
    purpose: str = Field(min_length=2, max_length=200)
    area_code: str = Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")
    unit_id: UUID | None = None
    grants: list[Permission] = Field(min_length=1, max_length=20)
    networks: list[str] = Field([], max_length=MOST_NETWORKS)
    rate_per_minute: int = Field(60, ge=1, le=MOST_PER_MINUTE)
    expires_at: edge.Moment


class RotateIn(edge.Input):
    overlap_hours: int = Field(24, ge=0, le=LONGEST_OVERLAP_HOURS)


class IssuedKeyOut(Schema):
    key_id: UUID
    secret: str


@edge.operation(router, "GET", "/keys", "listKeys", Permission.MANAGE_KEYS, response=KeysOut)
def list_keys(request: HttpRequest) -> KeysOut:
    """The system keys of one's area, in use and ended; secrets are never shown again."""
    found: list[KeyBrief] = keys_within(edge.actor(request).scope, at=now())
    return KeysOut(
        keys=[KeyOut.model_validate(one, from_attributes=True) for one in found],
        grantable=grantable(),
        longest_days=LONGEST_KEY_DAYS,
        most_per_minute=MOST_PER_MINUTE,
    )


@edge.operation(
    router,
    "POST",
    "/keys",
    "createKey",
    Permission.MANAGE_KEYS,
    response={201: IssuedKeyOut},
    proof=ProofNeeded.RECENT,
)
def create_key(request: HttpRequest, body: KeyIn) -> IssuedKey:
    """Let another system in. The secret is shown this once."""
    new = NewKey(
        name=body.name,
        purpose=body.purpose,
        area_code=body.area_code,
        unit_id=body.unit_id,
        grants=tuple(body.grants),
        networks=tuple(body.networks),
        rate_per_minute=body.rate_per_minute,
        expires_at=body.expires_at,
    )
    return keys.create_key(edge.actor(request), new, at=now())


@edge.operation(
    router,
    "POST",
    "/keys/{key_id}/rotate",
    "rotateKey",
    Permission.MANAGE_KEYS,
    response={201: IssuedKeyOut},
    sees="key",
    proof=ProofNeeded.RECENT,
)
def rotate_key(request: HttpRequest, key_id: UUID, body: RotateIn) -> IssuedKey:
    """A new secret; the former opens for ``overlap_hours`` more, so that nothing stands still meanwhile."""
    return keys.rotate_key(edge.actor(request), key_id, overlap_hours=body.overlap_hours, at=now())


@edge.operation(
    router, "DELETE", "/keys/{key_id}", "revokeKey", Permission.MANAGE_KEYS, response={204: None}, sees="key"
)
def revoke_key(request: HttpRequest, key_id: UUID) -> None:
    """Shut a system out at once; its name is not used again."""
    keys.end_key(edge.actor(request), key_id, at=now())
