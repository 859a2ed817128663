"""Visits within one's sight: lists by keyset, one with what it wrote, and those behind a record's history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from jingwei.domains.doorvisits.models import DoorVisit, Landed
from jingwei.domains.doorvisits.rules.refusals import DoorVisitNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.clock import day_begins, day_ends
from jingwei.kernel.paging import Page, key_of, page_of

PAGE_SIZE, LARGEST_PAGE = 50, 200
COUNT_CAP = 1_000
MOST_BEHIND = 100


@dataclass(frozen=True, slots=True)
class VisitFilter:
    """What a list is narrowed to; both days count. ``officer_id`` is whoever visited."""

    area_code: str | None = None
    from_on: date | None = None
    until_on: date | None = None
    officer_id: UUID | None = None
    house_id: UUID | None = None
    is_mine: bool = False


def visit_for(actor: Actor, visit_id: UUID) -> DoorVisit:
    """Raises: DoorVisitNotFound."""
    row: DoorVisit | None = DoorVisit.objects.visible_to(actor).filter(pk=visit_id).first()
    if row is None:
        raise DoorVisitNotFound
    return row


def landed_of(visit_id: UUID) -> list[Landed]:
    """What a visit wrote, the house before whoever lives there; seen through the visit."""
    return list(Landed.objects.filter(visit_id=visit_id).order_by("kind", "record_id"))


def visits_behind(actor: Actor, kind: str, record_id: UUID) -> Mapping[UUID, DoorVisit]:
    """The visits within sight that wrote a record, by the line of its history, the latest first."""
    rows = Landed.objects.filter(record_id=record_id, kind=kind).order_by("-id")[:MOST_BEHIND]
    lines = {row.change_id: row.visit_id for row in rows}
    seen = {row.pk: row for row in DoorVisit.objects.visible_to(actor).filter(pk__in=set(lines.values()))}
    return {change_id: seen[visit_id] for change_id, visit_id in lines.items() if visit_id in seen}


def list_visits(actor: Actor, wanted: VisitFilter, *, cursor: str | None, size: int) -> Page[DoorVisit]:
    """One page, latest first. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = visits_listed(actor, wanted)
    if cursor:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(visited_at__lte=at) & (Q(visited_at__lt=at) | Q(visited_at=at, id__lt=last_id)))
    found = list(rows.order_by("-visited_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.visited_at, row.pk))


def count_visits(actor: Actor, wanted: VisitFilter, *, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(visits_listed(actor, wanted).values("pk")[:most].count())


def visits_listed(actor: Actor, wanted: VisitFilter) -> Any:
    """The rows of a list, unsorted."""
    condition = Q()
    if wanted.from_on:
        condition &= Q(visited_at__gte=day_begins(wanted.from_on))
    if wanted.until_on:
        condition &= Q(visited_at__lte=day_ends(wanted.until_on))
    if wanted.house_id is not None:
        condition &= Q(house_id=wanted.house_id)
    if wanted.officer_id is not None:
        condition &= Q(person_id=wanted.officer_id)
    if wanted.is_mine:
        if wanted.area_code:
            condition &= DoorVisit.inside(wanted.area_code)
        return DoorVisit.objects.visible_to(actor).filter(condition, person_id=actor.person_id)
    return DoorVisit.objects.listed_for(actor, within=wanted.area_code).filter(condition)
