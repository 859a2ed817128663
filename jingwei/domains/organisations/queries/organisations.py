"""Lists within one's sight, by the sound of names; finding by words; one record with its history; counts by area."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from jingwei.domains.dwellings.contracts import HOUSE, UsedBy
from jingwei.domains.dwellings.queries.finding import find_houses
from jingwei.domains.organisations.models import Organisation, OrganisationChange
from jingwei.domains.organisations.rules.refusals import OrganisationNotFound
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import area_by_code, city_codes
from jingwei.foundation.records import found_between
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.kernel.codes import Level, level_of
from jingwei.kernel.paging import Page, key_of, page_of
from jingwei.kernel.texts import reach_of, sounds_like_place

PAGE_SIZE, LARGEST_PAGE = 50, 200
COUNT_CAP = 10_000
MOST_FOUND = 200
MOST_LINES = 100
FIND = "jw_find_organisations"


@dataclass(frozen=True, slots=True)
class OrganisationFilter:
    """What a list is narrowed to; without ``status`` those that are open are shown.

    ``words``: part of a name, pinyin, initials, a credit code, or part of an address.
    """

    area_code: str | None = None
    words: str | None = None
    kind: tuple[str, ...] = ()
    place_kind: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    is_due: bool = False
    uses_gas: bool | None = None
    people_sleep: bool | None = None
    house_id: UUID | None = None
    operator_id: UUID | None = None


def list_organisations(
    actor: Actor, wanted: OrganisationFilter, *, on: date, cursor: str | None = None, size: int = PAGE_SIZE
) -> Page[Organisation]:
    """One page, by the sound of the name."""
    rows = organisations_listed(actor, wanted, on=on)
    if cursor:
        sound, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(sound__gte=sound) & (Q(sound__gt=sound) | Q(id__gt=last_id)))
    found = list(rows.order_by("sound", "id")[: size + 1])
    return page_of(found, size, lambda row: (row.sound, row.pk))


def count_organisations(actor: Actor, wanted: OrganisationFilter, *, on: date, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(organisations_listed(actor, wanted, on=on).values("pk")[:most].count())


def organisations_listed(actor: Actor, wanted: OrganisationFilter, *, on: date) -> Any:
    """The rows of a list, unsorted."""
    rows = Organisation.objects.listed_for(actor, within=wanted.area_code)
    condition = Q(status__in=wanted.status) if wanted.status else Q(ended_at=None)
    for name in ("kind", "place_kind", "industry"):
        chosen = getattr(wanted, name)
        if chosen:
            condition &= Q(**{f"{name}__in": chosen})
    for name in ("uses_gas", "people_sleep", "house_id", "operator_id"):
        value = getattr(wanted, name)
        if value is not None:
            condition &= Q(**{name: value})
    if wanted.is_due:
        condition &= Q(due_on__lte=on, ended_at=None)
    if (wanted.words or "").strip():
        condition &= _called(actor, wanted)
    return rows.filter(condition)


def organisation_for(actor: Actor, organisation_id: UUID) -> Organisation:
    """Raises: OrganisationNotFound."""
    row: Organisation | None = Organisation.objects.visible_to(actor).filter(pk=organisation_id).first()
    if row is None:
        raise OrganisationNotFound
    return row


def organisation_seen(actor: Actor, organisation_id: UUID | None) -> Organisation | None:
    """One within sight; what is not is not told from what does not exist."""
    if organisation_id is None:
        return None
    row: Organisation | None = Organisation.objects.visible_to(actor).filter(pk=organisation_id).first()
    return row


def changes_of(organisation_id: UUID) -> list[OrganisationChange]:
    """What was changed, latest first; row-level security looks through the record."""
    rows = OrganisationChange.objects.filter(organisation_id=organisation_id)
    return list(rows.order_by("-at", "-id")[:MOST_LINES])


def places_run(actor: Actor, organisation_id: UUID) -> int:
    """How many places in use somebody runs, within the asker's sight."""
    rows = Organisation.objects.listed_for(actor).filter(operator_id=organisation_id, ended_at=None)
    return int(rows.count())


@dataclass(slots=True)
class AreaCount:
    """How many are open in one area, by kind, and how many of them are to be seen again."""

    area_code: str
    kinds: dict[str, int] = field(default_factory=dict)
    due: int = 0

    @property
    def total(self) -> int:
        return sum(self.kinds.values())


def counts_by_area(actor: Actor, area_code: str | None, *, on: date) -> tuple[str, list[AreaCount]]:
    """What is open in each area one level below; of a grid, in itself. What lies in none of them stands for the whole."""
    whole = area_code or (actor.scope if actor.scope != ANYWHERE else next(iter(city_codes()), ""))
    if not whole:
        return "", []
    area_by_code(whole)
    levels = list(Level)
    below = levels[min(levels.index(level_of(whole)) + 1, len(levels) - 1)]
    column = COLUMN_AT_LEVEL[below]
    rows = Organisation.objects.listed_for(actor, within=whole).filter(ended_at=None)
    counted = rows.values(column, "kind").annotate(n=Count("pk"), due=Count("pk", filter=Q(due_on__lte=on)))
    found: dict[str, AreaCount] = {}
    for row in counted.order_by():
        one = found.setdefault(row[column] or whole, AreaCount(row[column] or whole))
        one.kinds[row["kind"]] = one.kinds.get(row["kind"], 0) + row["n"]
        one.due += row["due"]
    return whole, [found[code] for code in sorted(found)]


def used_by_organisations(actor: Actor, kind: str, record_id: UUID) -> Sequence[UsedBy]:
    """What is registered at a house (``dwellings.Usage``)."""
    if kind != HOUSE:
        return []
    here = Organisation.objects.listed_for(actor).filter(house_id=record_id, ended_at=None)
    path = f"/organisations?house_id={record_id}"
    return [UsedBy("组织和场所", "organisations and places", here.count(), path)]


def names_within(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Organisation]:
    """Those of some records that lie within sight."""
    rows = Organisation.objects.visible_to(actor).filter(pk__in=set(ids)) if ids else ()
    return {row.pk: row for row in rows}


def _called(actor: Actor, wanted: OrganisationFilter) -> Q:
    """By name, sound, code or an address of its own; else by the house it is in."""
    words = wanted.words or ""
    reach = reach_of(words)
    if reach is None:
        return Q(pk__in=[])
    ids = found_between(FIND, *reach, within=wanted.area_code, most=MOST_FOUND)
    if ids and not sounds_like_place(words):
        return Q(pk__in=ids)
    houses = [one.house_id for one in find_houses(actor, words, limit=MOST_FOUND)]
    return Q(pk__in=ids) | Q(house_id__in=houses)
