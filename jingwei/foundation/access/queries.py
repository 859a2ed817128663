"""Reads of people, units and posts."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection

from jingwei.foundation.access.contracts import CENTRE, Actor, PostBrief, Role, UnitBrief
from jingwei.foundation.access.models import Unit
from jingwei.foundation.access.rules import scope_of
from jingwei.kernel.codes import Level
from jingwei.kernel.errors import NotFound


def actor_of_token(secret: str, *, at: datetime) -> Actor | None:
    """The actor behind a session or token secret; None if unknown, expired, revoked or without its post.

    One call of a definer function: it must work before any scope is set (see ADR on definer functions).
    """
    digest = hashlib.sha256(secret.encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute("select * from jw_actor_of_token(%s, %s)", [digest, at])
        row = cursor.fetchone()
    if row is None:
        return None
    token_id, person_id, name, post_id, role_name, area_code, unit_id, acting_for_id = row
    role = Role(role_name) if role_name else Role.RESIDENT
    return Actor(
        role=role,
        name=name,
        person_id=person_id,
        post_id=post_id,
        unit_id=unit_id,
        area_code=area_code or "",
        scope=scope_of(role, area_code or ""),
        acting_for_id=acting_for_id,
        token_id=token_id,
    )


POSTS_OPEN_TO = "select * from jw_posts_open_to(%s, %s)"


def posts_open_to(person_id: UUID, *, at: datetime) -> list[PostBrief]:
    """The posts a person holds or has been lent, own ones first."""
    with connection.cursor() as cursor:
        cursor.execute(POSTS_OPEN_TO, [person_id, at])
        return [
            PostBrief(
                post_id=row[0],
                title=row[1],
                role=Role(row[2]),
                area_code=row[3],
                unit_id=row[4],
                unit_name=row[5] or "",
                is_delegated=row[6],
            )
            for row in cursor.fetchall()
        ]


def unit_brief(unit_id: UUID) -> UnitBrief:
    """Raises: NotFound."""
    row = Unit.objects.filter(pk=unit_id, is_active=True).first()
    if row is None:
        raise NotFound
    return _brief(row)


def unit_names(unit_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names by id, switched-off units included (history keeps their names)."""
    return dict(Unit.objects.filter(pk__in=set(unit_ids)).values_list("id", "name"))


def centre_for(area_code: str, *, level: Level) -> UnitBrief | None:
    """The centre that serves an area at a level, or the next one above that exists."""
    wanted = [area_code[: int(one)] for one in Level if int(one) <= min(int(level), len(area_code))]
    centres = {u.area_code: u for u in Unit.objects.filter(kind=CENTRE, area_code__in=wanted, is_active=True)}
    for code in reversed(wanted):
        if code in centres:
            return _brief(centres[code])
    return None


def units_serving(area_code: str, *, kind: str | None = None) -> list[UnitBrief]:
    """Units whose area contains, or lies within, ``area_code``; nearest level first."""
    above = [area_code[: int(one)] for one in Level if int(one) <= len(area_code)]
    rows = Unit.objects.filter(is_active=True, area_code__in=above)
    if kind:
        rows = rows.filter(kind=kind)
    return [_brief(unit) for unit in sorted(rows, key=lambda u: (-len(u.area_code), u.name))]


def posts_of_unit(unit_id: UUID, *, at: datetime) -> list[tuple[UUID, str, UUID | None, str]]:
    """Post id, title, holder's id and name of the active posts of a unit."""
    with connection.cursor() as cursor:
        cursor.execute("select * from jw_posts_of_unit(%s, %s)", [unit_id, at])
        return [(row[0], row[1], row[2], row[3] or "") for row in cursor.fetchall()]


def _brief(unit: Unit) -> UnitBrief:
    return UnitBrief(
        unit_id=unit.id, name=unit.name, kind=unit.kind, area_code=unit.area_code, parent_id=unit.parent_id
    )
