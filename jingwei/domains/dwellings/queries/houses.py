"""Houses: lists by keyset, one with its history, and the cards by which other apps name them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.models import House, HouseChange
from jingwei.domains.dwellings.queries.finding import found_buildings, found_houses, read_words
from jingwei.domains.dwellings.rules.addresses import shown
from jingwei.domains.dwellings.rules.map_marks import USES
from jingwei.domains.dwellings.rules.refusals import HouseNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.paging import Page, key_of, page_of

PAGE_SIZE = 50
LARGEST_PAGE = 200
COUNT_CAP = 1000
HISTORY_ROWS = 200


@dataclass(frozen=True, slots=True)
class HouseFilter:
    """What a list is narrowed to. Without ``is_ended`` those out of use are left out; with it only they are shown."""

    area_code: str | None = None
    building_id: UUID | None = None
    use: tuple[str, ...] = ()
    tenure: tuple[str, ...] = ()
    is_due: bool = False
    is_ended: bool = False
    words: str | None = None


def house_for(actor: Actor, house_id: UUID) -> House:
    """Raises: HouseNotFound."""
    row = House.objects.visible_to(actor).filter(pk=house_id).first()
    if row is None:
        raise HouseNotFound
    found: House = row
    return found


def house_changes(house_id: UUID) -> list[HouseChange]:
    """The history, newest first; seen through the house."""
    return list(HouseChange.objects.filter(house_id=house_id).order_by("-at", "-id")[:HISTORY_ROWS])


def house_cards(actor: Actor, ids: Collection[UUID]) -> dict[UUID, HouseCard]:
    """Those of some houses that are within sight, by id; also what is out of use."""
    rows = House.objects.visible_to(actor).filter(pk__in=set(ids)) if ids else ()
    return {row.pk: card_of(row) for row in rows}


def houses_of_building(actor: Actor, building_id: UUID) -> list[House]:
    """Every house in use of one building, in the order of counting."""
    rows = House.objects.visible_to(actor).filter(building_id=building_id, ended_at=None)
    return list(rows.order_by("sort", "id"))


def list_houses(actor: Actor, wanted: HouseFilter, *, on: date, cursor: str | None, size: int) -> Page[House]:
    """One page by address. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = houses_listed(actor, wanted, on=on)
    if cursor:
        sort, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(sort__gte=sort) & (Q(sort__gt=sort) | Q(id__gt=last_id)))
    return page_of(list(rows.order_by("sort", "id")[: size + 1]), size, lambda row: (row.sort, row.pk))


def count_houses(actor: Actor, wanted: HouseFilter, *, on: date, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(houses_listed(actor, wanted, on=on).values("pk")[:most].count())


def houses_listed(actor: Actor, wanted: HouseFilter, *, on: date) -> Any:
    """The rows of a list, unsorted."""
    condition = Q(ended_at__isnull=not wanted.is_ended)
    if wanted.building_id is not None:
        condition &= Q(building_id=wanted.building_id)
    condition &= of_uses(wanted.use)
    if wanted.tenure:
        condition &= Q(tenure__in=wanted.tenure)
    if wanted.is_due:
        condition &= Q(due_on__lte=on)
    rows = House.objects.listed_for(actor, within=wanted.area_code).filter(condition)
    return rows.filter(searched(wanted.words)) if (wanted.words or "").strip() else rows


def of_uses(marks: Collection[str]) -> Q:
    """What is used as the map's legend tells uses apart; everything without one."""
    if not marks:
        return Q()
    condition = Q(use__in=[code for code, mark in USES.items() if mark in marks])
    return condition | ~Q(use__in=list(USES)) if "other" in marks else condition


def searched(words: str | None) -> Q:
    """Houses that some words mean: inside the buildings they name, or behind doors of their own."""
    asked = read_words(words or "")
    inside = Q()
    if asked.parts.unit:
        inside &= Q(unit=asked.parts.unit)
    if asked.parts.room:
        inside &= Q(room=asked.parts.room)
    elif asked.parts.floor:
        inside &= Q(floor=asked.parts.floor) | Q(room__startswith=asked.parts.floor)
    return Q(building_id__in=found_buildings(asked)) & inside | Q(pk__in=found_houses(asked)) & inside


def card_of(row: House) -> HouseCard:
    return HouseCard(
        house_id=row.pk,
        building_id=row.building_id,
        address=row.address,
        unit=row.unit,
        room=row.room,
        area_code=row.scope_code,
        lon=row.position.x,
        lat=row.position.y,
        is_ended=row.ended_at is not None,
        stem=row.stem,
        stands_at=shown(row.parts.of_building),
        sort=row.sort,
    )
