"""Which records are due, and how many are fresh: asked of every kind in the same way, by an index of its own.

The index stands on ``scope_code``, ``due_on``, ``id`` of the records in use that have a period; where a table holds
several kinds, ``among`` says which, and its columns stand before the day.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Q

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.records import Record

R = TypeVar("R", bound=Record)


def due_in(
    kind: type[R],
    actor: Actor,
    scope_code: str,
    *,
    on: date,
    after: tuple[date, UUID] | None,
    size: int,
    among: Q | None = None,
) -> list[R]:
    """What is due in one grid, the oldest first; by keyset."""
    rows = kind.objects.visible_to(actor).filter(scope_code=scope_code, ended_at=None, due_on__lte=on)
    if among is not None:
        rows = rows.filter(among)
    if after is not None:
        day, last_id = after
        rows = rows.filter(Q(due_on__gt=day) | Q(due_on=day, id__gt=last_id))
    return list(rows.order_by("due_on", "id")[:size])


def in_use(kind: type[R], actor: Actor, ids: Collection[UUID]) -> list[R]:
    """Those of some records that are within sight and in use."""
    return list(kind.objects.visible_to(actor).filter(pk__in=set(ids), ended_at=None)) if ids else []


def fresh_counts(
    kind: type[R], actor: Actor, scope_codes: Collection[str], *, on: date, among: Q | None = None
) -> Mapping[str, tuple[int, int]]:
    """How many records with a period each of some grids has, and how many of them are not due."""
    rows = kind.objects.visible_to(actor).filter(
        scope_code__in=set(scope_codes), ended_at=None, due_on__isnull=False
    )
    if among is not None:
        rows = rows.filter(among)
    counted = rows.values("scope_code").annotate(all=Count("pk"), fresh=Count("pk", filter=Q(due_on__gt=on)))
    return {row["scope_code"]: (row["all"], row["fresh"]) for row in counted.order_by()}
