"""The work log: lists by keyset, counts by area and item, and what somebody records usually."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, Sum

from jingwei.domains.routing.queries import item_in_force
from jingwei.domains.worklog.models import DayCount, LogEntry
from jingwei.domains.worklog.rules.entries import MOST_USUAL, USUAL_DAYS, require_span
from jingwei.domains.worklog.rules.refusals import LogEntryNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import children_of, names_of
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.kernel.clock import day_begins, day_ends, local
from jingwei.kernel.codes import Level, level_of
from jingwei.kernel.errors import Invalid
from jingwei.kernel.paging import Page, key_of, page_of

PAGE_SIZE, LARGEST_PAGE = 50, 200
COUNT_CAP = 1_000
MOST_ITEMS = 20


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What a list is narrowed to; both days count."""

    area_code: str | None = None
    item_code: str | None = None
    from_on: date | None = None
    until_on: date | None = None
    is_mine: bool = False
    is_grown: bool | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class AreaCount:
    """How much was recorded in one area, and how much of it has grown to work orders."""

    area_code: str
    area_name: str
    entries: int
    grown: int


@dataclass(frozen=True, slots=True)
class ItemCount:
    item_code: str
    item_name: str
    entries: int


@dataclass(frozen=True, slots=True)
class LogCounts:
    """Counts of some days: in all, by the areas one level down, by item."""

    entries: int
    grown: int
    areas: list[AreaCount]
    items: list[ItemCount]


@dataclass(frozen=True, slots=True)
class OwnLog:
    """What somebody has recorded themselves today and this week, and what they record usually."""

    today: int
    week: int
    usual: list[ItemCount]
    latest: list[LogEntry]


def entry_for(actor: Actor, entry_id: UUID) -> LogEntry:
    """Raises: LogEntryNotFound."""
    row: LogEntry | None = LogEntry.objects.visible_to(actor).filter(pk=entry_id).first()
    if row is None:
        raise LogEntryNotFound
    return row


def list_entries(actor: Actor, wanted: LogFilter, *, cursor: str | None, size: int) -> Page[LogEntry]:
    """One page, latest first. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = entries_listed(actor, wanted)
    if cursor:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(
            Q(happened_at__lte=at) & (Q(happened_at__lt=at) | Q(happened_at=at, id__lt=last_id))
        )
    found = list(rows.order_by("-happened_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.happened_at, row.pk))


def count_entries(actor: Actor, wanted: LogFilter, *, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(entries_listed(actor, wanted).values("pk")[:most].count())


def entries_listed(actor: Actor, wanted: LogFilter) -> Any:
    """The rows of a list, unsorted, without what was struck out."""
    condition = Q(struck_at=None)
    if wanted.item_code:
        condition &= Q(item_code__startswith=wanted.item_code)
    if wanted.from_on:
        condition &= Q(happened_at__gte=day_begins(wanted.from_on))
    if wanted.until_on:
        condition &= Q(happened_at__lte=day_ends(wanted.until_on))
    if wanted.is_grown is not None:
        condition &= Q(incident__isnull=not wanted.is_grown)
    if words := (wanted.words or "").strip():
        condition &= Q(words__icontains=words) | Q(item_name__icontains=words) | Q(address__icontains=words)
    if wanted.is_mine:
        if wanted.area_code:
            condition &= LogEntry.inside(wanted.area_code)
        return LogEntry.objects.visible_to(actor).filter(condition, person_id=actor.person_id)
    return LogEntry.objects.listed_for(actor, within=wanted.area_code).filter(condition)


def count_log(actor: Actor, *, area_code: str, from_on: date, until_on: date) -> LogCounts:
    """What was recorded in an area within some days, from the counts of each day. Raises: LogSpanTooLong."""
    require_span(from_on, until_on)
    rows = DayCount.objects.listed_for(actor, within=area_code).filter(day__gte=from_on, day__lte=until_on)
    level = level_of(area_code)
    below = next((one for one in Level if one > level), None)
    areas: list[AreaCount] = []
    if below is not None:
        column = COLUMN_AT_LEVEL[below]
        counted = rows.values(column).annotate(entries=Sum("entries"), grown=Sum("grown")).order_by(column)
        found = {row[column]: row for row in counted}
        named = {one.code: one.name for one in children_of(area_code)}
        named |= names_of({code for code in found if code and code not in named})
        areas = [
            AreaCount(
                code,
                name,
                found[code]["entries"] if code in found else 0,
                found[code]["grown"] if code in found else 0,
            )
            for code, name in sorted(named.items())
        ]
        if None in found:  # recorded for the whole of it
            whole = names_of({area_code}).get(area_code, area_code)
            areas.append(AreaCount(area_code, whole, found[None]["entries"], found[None]["grown"]))
    items = rows.values("item_code", "item_name").annotate(entries=Sum("entries")).filter(entries__gt=0)
    totals = rows.aggregate(entries=Sum("entries"), grown=Sum("grown"))
    return LogCounts(
        entries=totals["entries"] or 0,
        grown=totals["grown"] or 0,
        areas=areas,
        items=[ItemCount(**row) for row in items.order_by("-entries", "item_code", "item_name")[:MOST_ITEMS]],
    )


def own_log(actor: Actor, *, at: datetime) -> OwnLog:
    """For the page on which somebody records: counts of today and the week, and the items to tap."""
    today = local(at).date()
    monday = today - timedelta(days=today.weekday())
    mine = LogEntry.objects.visible_to(actor).filter(person_id=actor.person_id, struck_at=None)
    late = mine.filter(happened_at__gte=at - USUAL_DAYS)
    usual = Counter(dict(late.values_list("item_code").annotate(entries=Count("pk"))))
    if len(usual) < MOST_USUAL:  # then what the neighbours record
        near = LogEntry.objects.listed_for(actor).filter(struck_at=None, happened_at__gte=at - USUAL_DAYS)
        others = near.values_list("item_code").annotate(entries=Count("pk"))
        for code, _ in others.order_by("-entries", "item_code")[: 2 * MOST_USUAL]:
            usual.setdefault(code, 0)
    return OwnLog(
        today=mine.filter(happened_at__gte=day_begins(today)).count(),
        week=mine.filter(happened_at__gte=day_begins(monday)).count(),
        usual=_still_in_force(usual, on=today)[:MOST_USUAL],
        latest=list(mine.order_by("-happened_at", "-id")[:5]),
    )


def _still_in_force(usual: Counter[str], *, on: date) -> list[ItemCount]:
    found = []
    for code, entries in sorted(usual.items(), key=lambda one: (-one[1], one[0])):
        try:
            found.append(ItemCount(code, item_in_force(code, on=on).item_name, entries))
        except Invalid:  # the item has left the list
            continue
    return found
