"""Buildings: lists by keyset, one with its history, and its plan with every house on it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from jingwei.domains.dwellings.models import Building, BuildingChange, House
from jingwei.domains.dwellings.queries.finding import found_buildings, read_words
from jingwei.domains.dwellings.queries.hooks import people_in
from jingwei.domains.dwellings.queries.houses import HISTORY_ROWS, LARGEST_PAGE, houses_of_building, of_uses
from jingwei.domains.dwellings.rules.plans import EMPTY, Plan, Slot, placed, read_plan, slots_of
from jingwei.domains.dwellings.rules.refusals import BuildingNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.queries import inside_shape
from jingwei.kernel.paging import Page, key_of, page_of
from jingwei.kernel.shapes import read_shape


@dataclass(frozen=True, slots=True)
class BuildingFilter:
    """What a list is narrowed to. Without ``is_ended`` those out of use are left out; with it only they are shown."""

    area_code: str | None = None
    use: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()
    is_due: bool = False
    is_ended: bool = False
    words: str | None = None
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One place on a drawn plan: a registered house, or one that the plan foresees and nobody has registered."""

    slot: Slot
    house: House | None
    people: int | None
    is_due: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A building's plan as it is drawn, from the top floor down; ``counts_people`` where somebody may count them."""

    building: Building
    plan: Plan
    cells: tuple[Cell, ...]
    counts_people: bool


def building_for(actor: Actor, building_id: UUID) -> Building:
    """Raises: BuildingNotFound."""
    row = Building.objects.visible_to(actor).filter(pk=building_id).first()
    if row is None:
        raise BuildingNotFound
    found: Building = row
    return found


def building_changes(building_id: UUID) -> list[BuildingChange]:
    """The history, newest first; seen through the building."""
    return list(BuildingChange.objects.filter(building_id=building_id).order_by("-at", "-id")[:HISTORY_ROWS])


def house_counts(ids: list[UUID]) -> dict[UUID, int]:
    """How many houses in use some buildings that were shown have."""
    rows = House.objects.unscoped("of buildings that were shown").filter(building_id__in=ids, ended_at=None)
    return dict(rows.values("building_id").annotate(n=Count("pk")).values_list("building_id", "n"))


def list_buildings(
    actor: Actor, wanted: BuildingFilter, *, on: date, cursor: str | None, size: int
) -> Page[Building]:
    """One page by address. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = buildings_listed(actor, wanted, on=on)
    if cursor:
        sort, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(sort__gte=sort) & (Q(sort__gt=sort) | Q(id__gt=last_id)))
    return page_of(list(rows.order_by("sort", "id")[: size + 1]), size, lambda row: (row.sort, row.pk))


def count_buildings(actor: Actor, wanted: BuildingFilter, *, on: date, most: int) -> int:
    """How many there are, up to ``most``."""
    return int(buildings_listed(actor, wanted, on=on).values("pk")[:most].count())


def buildings_listed(actor: Actor, wanted: BuildingFilter, *, on: date) -> Any:
    """The rows of a list, unsorted."""
    condition = Q(ended_at__isnull=not wanted.is_ended)
    condition &= of_uses(wanted.use)
    if wanted.structure:
        condition &= Q(structure__in=wanted.structure)
    if wanted.is_due:
        condition &= Q(due_on__lte=on)
    if wanted.shape:
        condition &= inside_shape(read_shape(wanted.shape))
    if (wanted.words or "").strip():
        condition &= Q(pk__in=found_buildings(read_words(wanted.words or "")))
    return Building.objects.listed_for(actor, within=wanted.area_code).filter(condition)


def drawn_plan(actor: Actor, building_id: UUID, *, on: date) -> Drawn:
    """A building's plan with every house on it: two queries, and one for the people. Raises: BuildingNotFound."""
    building = building_for(actor, building_id)
    plan = read_plan(building.plan) if building.plan else EMPTY
    houses = {(row.unit, row.room): row for row in houses_of_building(actor, building_id)}
    people = people_in(actor, [row.pk for row in houses.values()])
    slots = placed(plan, list(houses))
    for slot in slots_of(plan) if building.plan else ():
        slots.setdefault((slot.unit, slot.room), slot)
    cells = []
    for key, slot in slots.items():
        house = houses.get(key)
        is_due = house is not None and house.due_on is not None and house.due_on <= on
        count = people.get(house.pk, 0) if people is not None and house is not None else None
        cells.append(Cell(slot, house, count, is_due))
    order = {unit.label: at for at, unit in enumerate(plan.units)}
    cells.sort(
        key=lambda one: (
            order.get(one.slot.unit, len(order)),
            one.slot.unit,
            -one.slot.floor,
            one.slot.is_shop,
            one.slot.at,
        )
    )
    return Drawn(building, plan, tuple(cells), people is not None)
