"""Lists of residents within one's sight, by the sound of their names; and finding them by words or by a number."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from jingwei.domains.dwellings.queries.finding import find_houses
from jingwei.domains.residents.contracts import Living
from jingwei.domains.residents.models import Resident
from jingwei.domains.residents.rules.ages import years_of
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.records import found_between as texts_between
from jingwei.kernel.paging import Page, key_of, page_of
from jingwei.kernel.texts import reach_of, sounds_like_place

PAGE_SIZE, LARGEST_PAGE = 50, 200
COUNT_CAP = 10_000
MOST_FOUND = 200
FIND = "jw_find_residents"


@dataclass(frozen=True, slots=True)
class ResidentFilter:
    """What a list is narrowed to. ``words``: part of a name, pinyin, initials, or part of an address."""

    area_code: str | None = None
    words: str | None = None
    house_id: UUID | None = None
    living: tuple[int, ...] = ()
    band: str | None = None
    is_due: bool = False
    is_ended: bool = False


def list_residents(
    actor: Actor, wanted: ResidentFilter, *, on: date, cursor: str | None = None, size: int = PAGE_SIZE
) -> Page[Resident]:
    """One page, by the sound of the name."""
    rows = residents_listed(actor, wanted, on=on)
    if cursor:
        sound, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(sound__gte=sound) & (Q(sound__gt=sound) | Q(id__gt=last_id)))
    found = list(rows.order_by("sound", "id")[: size + 1])
    return page_of(found, size, lambda row: (row.sound, row.pk))


def count_residents(actor: Actor, wanted: ResidentFilter, *, on: date, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(residents_listed(actor, wanted, on=on).values("pk")[:most].count())


def residents_listed(actor: Actor, wanted: ResidentFilter, *, on: date) -> Any:
    """The rows of a list, unsorted."""
    rows = Resident.objects.listed_for(actor, within=wanted.area_code)
    condition = Q(ended_at__isnull=not wanted.is_ended)
    if wanted.house_id is not None:
        condition &= Q(house_id=wanted.house_id)
    if wanted.living:
        condition &= Q(living__in=wanted.living)
    if wanted.band:
        first, last = years_of(wanted.band, this_year=on.year)
        condition &= Q(birth_year__gte=first, birth_year__lte=last)
    if wanted.is_due:
        condition &= Q(due_on__lte=on)
    if wanted.words and wanted.words.strip():
        condition &= _called(actor, wanted)
    return rows.filter(condition)


def found_between(
    first: str, behind: str, *, within: str | None = None, most: int = MOST_FOUND
) -> list[UUID]:
    """Ids of whom keys between two texts lead to, within the sight of whose eyes are open."""
    return texts_between(FIND, first, behind, within=within, most=most)


def _called(actor: Actor, wanted: ResidentFilter) -> Q:
    """By name, sound or their own address; else by the house they live in."""
    words = wanted.words or ""
    reach = reach_of(words)
    if reach is None:
        return Q(pk__in=[])
    ids = found_between(*reach, within=wanted.area_code)
    if ids and not sounds_like_place(words):
        return Q(pk__in=ids)
    houses = [one.house_id for one in find_houses(actor, words, limit=MOST_FOUND)]
    return Q(pk__in=ids) | Q(house_id__in=houses)


def resident_seen(actor: Actor, resident_id: UUID) -> Resident | None:
    """One resident within sight."""
    row: Resident | None = Resident.objects.visible_to(actor).filter(pk=resident_id).first()
    return row


def names_within(actor: Actor, resident_ids: Collection[UUID]) -> dict[UUID, Resident]:
    """Those of some residents that lie within sight; the others are not told from those that do not exist."""
    rows = Resident.objects.visible_to(actor).filter(pk__in=set(resident_ids))
    return {row.pk: row for row in rows}


def people_at(actor: Actor, house_id: UUID, *, most: int) -> list[Resident]:
    """Who is registered in one house, as far as they lie within sight, by the sound of their names."""
    here = Resident.objects.listed_for(actor).filter(house_id=house_id, ended_at__isnull=True)
    return list(here.order_by("sound", "id")[:most])


def people_in(actor: Actor, house_ids: Sequence[UUID]) -> Mapping[UUID, int] | None:
    """How many people live in each of some houses, as far as the asker sees residents (``dwellings.Occupancy``)."""
    if not is_permitted(actor, Permission.VIEW_RESIDENTS):
        return None
    here = Resident.objects.listed_for(actor).filter(house_id__in=list(house_ids), ended_at__isnull=True)
    counted = here.exclude(living=int(Living.AWAY)).values("house_id").annotate(people=Count("pk"))
    return {row["house_id"]: row["people"] for row in counted.order_by()}
