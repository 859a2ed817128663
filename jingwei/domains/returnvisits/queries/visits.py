"""Return visits: one, and the list by keyset: what waits by its deadline, everything else by the day of closing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from jingwei.domains.returnvisits.contracts import VisitState
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.returnvisits.rules.refusals import VisitUnknown
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.clock import day_begins, day_ends
from jingwei.kernel.paging import Page, key_of, page_of

PAGE, LARGEST_PAGE = 50, 200
COUNT_CAP = 1_000


@dataclass(frozen=True, slots=True)
class VisitFilter:
    """What the list is narrowed to; both days count, by closing. ``is_mine``: my unit is to ask."""

    state: VisitState | None = None
    area_code: str | None = None
    handler_unit_id: UUID | None = None
    item_code: str | None = None
    incident_id: UUID | None = None
    from_on: date | None = None
    until_on: date | None = None
    is_late: bool | None = None
    is_solved: bool | None = None
    is_satisfied: bool | None = None
    is_mine: bool = False


def visit_for(actor: Actor, visit_id: UUID) -> Visit:
    """Raises: VisitUnknown."""
    row: Visit | None = Visit.objects.visible_to(actor).filter(pk=visit_id).first()
    if row is None:
        raise VisitUnknown
    return row


def visits_of(actor: Actor, incident_id: UUID) -> list[Visit]:
    """All of one matter, the latest first, its wish included."""
    rows = Visit.objects.visible_to(actor).filter(incident_id=incident_id)
    return list(rows.order_by("-planned_at", "-id"))


def list_visits(actor: Actor, wanted: VisitFilter, *, cursor: str | None, size: int) -> Page[Visit]:
    """One page. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = visits_listed(actor, wanted)
    if wanted.state is VisitState.WAITING:
        if cursor:
            at, last_id = key_of(cursor, datetime, UUID)
            rows = rows.filter(Q(due_at__gt=at) | Q(due_at=at, id__gt=last_id))
        return page_of(
            list(rows.order_by("due_at", "id")[: size + 1]), size, lambda row: (row.due_at, row.pk)
        )
    if cursor:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(closed_at__lt=at) | Q(closed_at=at, id__lt=last_id))
    found = list(rows.order_by("-closed_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.closed_at, row.pk))


def count_visits(actor: Actor, wanted: VisitFilter, *, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(visits_listed(actor, wanted).values("pk")[:most].count())


def visits_listed(actor: Actor, wanted: VisitFilter) -> Any:
    """The rows of a list, unsorted: those of closed matters."""
    condition = Q(closed_at__isnull=False)
    for name in ("state", "handler_unit_id", "incident_id", "is_late", "is_solved"):
        value = getattr(wanted, name)
        if value is not None:
            condition &= Q(**{name: value.value if isinstance(value, VisitState) else value})
    if wanted.item_code:
        condition &= Q(item_code__startswith=wanted.item_code)
    if wanted.from_on:
        condition &= Q(closed_at__gte=day_begins(wanted.from_on))
    if wanted.until_on:
        condition &= Q(closed_at__lte=day_ends(wanted.until_on))
    if wanted.is_satisfied is not None:
        condition &= Q(stars__gte=4) if wanted.is_satisfied else Q(stars__lt=4)
    if wanted.is_mine:
        condition &= Q(unit_id=actor.unit_id)
    return Visit.objects.listed_for(actor, within=wanted.area_code).filter(condition)
