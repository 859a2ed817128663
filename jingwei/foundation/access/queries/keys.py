"""System keys: who knocks with one, and which there are."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import Actor, KeyBrief, KeyFacts, Permission, Role
from jingwei.foundation.access.models import Key, KeySecret
from jingwei.foundation.access.rules.permissions import GRANTABLE
from jingwei.kernel.clock import local
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import NotFound


def facts_of_key(secret: str, *, at: datetime) -> KeyFacts | None:
    """The system behind a key's secret; None if unknown, ended or revoked.

    A key of a unit shares that unit's part, one of an area sees the area; neither ever sees everything. What is not
    grantable any more is not granted, whatever was written down once.
    """
    digest = hashlib.sha256(secret.encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute(
            "select key_id, name, area_code, unit_id, array(select jsonb_array_elements_text(grants)), "
            "array(select jsonb_array_elements_text(networks)), rate_per_minute, last_used_on "
            "from jw_actor_of_key(%s, %s)",
            [digest, at],
        )
        row = cursor.fetchone()
    if row is None:
        return None
    key_id, name, area_code, unit_id, grants, networks, rate, last_used_on = row
    actor = Actor(
        role=Role.MACHINE,
        name=f"系统密钥“{name}”",
        unit_id=unit_id,
        area_code=area_code,
        scope="" if unit_id else area_code,
        token_id=key_id,
        is_program=True,
        grants=frozenset(Permission(one) for one in grants) & GRANTABLE,
    )
    return KeyFacts(actor, tuple(networks), rate, last_used_on != local(at).date())


def keys_within(scope: str, *, at: datetime) -> list[KeyBrief]:
    """The keys of an area, those in use first, latest first. Administrators' eyes show them and nobody else's."""
    rows = Key.objects.select_related("unit", "created_by").filter(area_code__startswith=scope)
    found = list(rows.order_by("-created_at", "-id")[:500])
    ending: dict[UUID, datetime] = {}
    secrets = KeySecret.objects.filter(key__in=found, ends_at__gt=at).values_list("key_id", "ends_at")
    for key_id, ends_at in secrets:
        ending[key_id] = max(ends_at, ending.get(key_id, ends_at))
    found.sort(key=lambda row: row.revoked_at is not None or row.expires_at <= at)
    return [_brief(row, ending.get(row.pk)) for row in found]


def key_to_change(scope: str, key_id: UUID) -> Key:
    """A key of an area that is not revoked, locked. Raises: NotFound."""
    row = Key.objects.select_for_update().filter(pk=key_id, revoked_at=None).first()
    if row is None or not lies_within(row.area_code, scope):
        raise NotFound
    return row


def _brief(row: Key, old_ends_at: datetime | None) -> KeyBrief:
    return KeyBrief(
        key_id=row.pk,
        name=row.name,
        purpose=row.purpose,
        area_code=row.area_code,
        unit_id=row.unit_id,
        unit_name=row.unit.name if row.unit else "",
        grants=tuple(row.grants),
        networks=tuple(row.networks),
        rate_per_minute=row.rate_per_minute,
        created_at=row.created_at,
        created_by_name=row.created_by.name,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        last_used_on=row.last_used_on,
        old_ends_at=old_ends_at,
    )


def is_key_name_taken(name: str) -> bool:
    """Whether a key has, or once had, this name. Works with the system's eyes only."""
    return Key.objects.filter(name=name).exists()


def grantable() -> list[Permission]:
    """What a key can be given, in the order of the table."""
    return [one for one in Permission if one in GRANTABLE]
