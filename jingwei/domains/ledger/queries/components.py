"""Components: lists by keyset, one with its log, what is nearest, and the card that anybody may read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q

from jingwei.domains.ledger.contracts import ComponentCard, Life
from jingwei.domains.ledger.models import Component, ComponentEntry
from jingwei.domains.ledger.rules.map_marks import COMPONENT_MARKS
from jingwei.domains.ledger.rules.refusals import ComponentNotFound, SearchTooWide
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.queries import inside_shape
from jingwei.kernel.codes import Level
from jingwei.kernel.paging import Page, key_of, page_of
from jingwei.kernel.shapes import read_shape

PAGE_SIZE = 50
LARGEST_PAGE = 200
COUNT_CAP = 1000
LOG_ROWS = 200
CONDITIONS = {mark: condition for condition, mark in COMPONENT_MARKS.items()}


class ComponentOrder(StrEnum):
    """How a list is sorted; both have an index."""

    CODE = "code"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class ComponentFilter:
    """What a list is narrowed to. ``kind`` is a class (two digits) or a type (four), ``state`` as the map has it.

    Without a state the retired ones are left out. ``shape`` is what was drawn on the map.
    """

    area_code: str | None = None
    kind: str | None = None
    state: tuple[str, ...] = ()
    unit_id: UUID | None = None
    is_due: bool = False
    words: str | None = None
    shape: str | None = None


def component_for(actor: Actor, component_id: UUID) -> Component:
    """Raises: ComponentNotFound."""
    row = Component.objects.visible_to(actor).select_related("kind").filter(pk=component_id).first()
    if row is None:
        raise ComponentNotFound
    found: Component = row
    return found


def entries_of(component_id: UUID) -> list[ComponentEntry]:
    """The log, newest first; seen through the component."""
    rows = ComponentEntry.objects.filter(component_id=component_id)
    return list(rows.order_by("-at", "-id")[:LOG_ROWS])


def list_components(
    actor: Actor,
    wanted: ComponentFilter,
    *,
    on: date,
    order: ComponentOrder = ComponentOrder.CODE,
    cursor: str | None,
    size: int,
) -> Page[Component]:
    """One page by keyset. Raises: BadCursor, SearchTooWide."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = components_listed(actor, wanted, on=on).select_related("kind")
    if order is ComponentOrder.DUE:
        rows = rows.filter(life=int(Life.IN_USE), inspect_due_on__isnull=False)
        if cursor:
            day, last_id = key_of(cursor, str, UUID)
            rows = rows.filter(_behind_day(day, last_id))
        found = list(rows.order_by("inspect_due_on", "id")[: size + 1])
        return page_of(found, size, lambda row: (row.inspect_due_on.isoformat(), row.pk))
    if cursor:
        (code,) = key_of(cursor, str)
        rows = rows.filter(code__gt=code)
    return page_of(list(rows.order_by("code")[: size + 1]), size, lambda row: (row.code,))


def count_components(actor: Actor, wanted: ComponentFilter, *, on: date, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(components_listed(actor, wanted, on=on).values("pk")[:most].count())


def components_listed(actor: Actor, wanted: ComponentFilter, *, on: date) -> Any:
    """The rows of a list, unsorted. Raises: SearchTooWide."""
    rows = Component.objects.listed_for(actor, within=wanted.area_code)
    condition = Q()
    if wanted.kind and len(wanted.kind) == 4:
        condition &= Q(kind_id=wanted.kind)
    elif wanted.kind:  # not LIKE: it is not leakproof and would wait behind the fence
        condition &= Q(kind_id__gte=wanted.kind, kind_id__lt=wanted.kind + ":")
    condition &= in_states(wanted.state)
    if wanted.shape:
        condition &= inside_shape(read_shape(wanted.shape))
    if wanted.unit_id is not None:
        condition &= Q(owner_unit_id=wanted.unit_id) | Q(keeper_unit_id=wanted.unit_id)
    if wanted.is_due:
        condition &= Q(life=int(Life.IN_USE), inspect_due_on__lte=on)
    return rows.filter(condition & _searched(actor, wanted))


def in_states(states: Collection[str]) -> Q:
    """The states of the map's legend, and “retired”."""
    if not states:
        return Q(life__lt=int(Life.RETIRED))
    found = Q(pk__in=[])
    for one in states:
        if one == "retired":
            found |= Q(life=int(Life.RETIRED))
        elif one == "out":
            found |= Q(life=int(Life.OUT_OF_USE))
        else:
            found |= Q(life=int(Life.IN_USE), condition=int(CONDITIONS[one]))
    return found


def cards_of(*, codes: Sequence[str] = (), ids: Collection[UUID] = ()) -> list[ComponentCard]:
    """What anybody may know of components whose number or id they hold (a hundred at once)."""
    with connection.cursor() as cursor:
        cursor.execute("select * from jw_component_cards(%s, %s::uuid[])", [list(codes), list(ids)])
        return [
            ComponentCard(
                component_id=row[0],
                code=row[1],
                class_name=row[2],
                type_name=row[3],
                name=row[4],
                address=row[5],
                lon=row[6],
                lat=row[7],
                area_code=row[8],
                is_retired=row[9] == Life.RETIRED,
            )
            for row in cursor.fetchall()
        ]


def card_by_code(code: str) -> ComponentCard:
    """Raises: ComponentNotFound."""
    found = cards_of(codes=[code])
    if not found:
        raise ComponentNotFound
    return found[0]


def _behind_day(day: str, last_id: UUID) -> Q:
    return Q(inspect_due_on__gte=day) & (Q(inspect_due_on__gt=day) | Q(inspect_due_on=day, id__gt=last_id))


def _searched(actor: Actor, wanted: ComponentFilter) -> Q:
    """Words are read through row by row and therefore bounded; sixteen digits are an index away."""
    words = (wanted.words or "").strip()
    if not words:
        return Q()
    if words.isascii() and words.isdigit() and len(words) == 16:
        return Q(code=words)
    bounds = [len(code) for code in (actor.scope, wanted.area_code) if code]
    is_narrow = max(bounds, default=0) >= Level.TOWNSHIP or (wanted.kind and len(wanted.kind) == 4)
    if not is_narrow and actor.scope:
        raise SearchTooWide
    found = Q(name__icontains=words) | Q(address__icontains=words)
    return found | Q(code__contains=words) | Q(asset_no__icontains=words)
