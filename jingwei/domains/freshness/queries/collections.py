"""Collection tasks as they stand now: every record is read anew, so that what was confirmed elsewhere is open no more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from jingwei.domains.freshness.contracts import ItemState
from jingwei.domains.freshness.models import Collection, Item
from jingwei.domains.freshness.queries.kinds import standing_of
from jingwei.domains.freshness.rules.batching import door_of, place_of
from jingwei.domains.freshness.rules.refusals import CollectionNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.forms.contracts import RecordAtDoor
from jingwei.kernel.clock import day_begins, local
from jingwei.kernel.paging import Page, key_of, page_of

PAGE_SIZE, LARGEST_PAGE = 50, 100


@dataclass(frozen=True, slots=True)
class Shown:
    """One record of a task: open, or marked today. ``record`` is read with the eyes of who looks."""

    item: Item
    record: RecordAtDoor
    state: ItemState


@dataclass(frozen=True, slots=True)
class Door:
    """What is behind one door."""

    key: str
    label: str
    shown: list[Shown]


@dataclass(frozen=True, slots=True)
class Task:
    """A task with what is open, and what was done or put off today; ``oldest_on`` is since when the oldest is due."""

    row: Collection
    doors: list[Door]
    open: int
    done: int
    absent: int
    oldest_on: date | None


def list_tasks(
    actor: Actor, *, area_code: str | None, cursor: str | None, size: int, at: datetime
) -> Page[Task]:
    """The tasks of an area along the way, those that were finished today among them. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = Collection.objects.listed_for(actor, within=area_code).filter(closed_at=None)
    if cursor:
        sort, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(sort__gte=sort) & (Q(sort__gt=sort) | Q(id__gt=last_id)))
    page = page_of(list(rows.order_by("sort", "id")[: size + 1]), size, lambda row: (row.sort, row.pk))
    return Page(tasks_of(actor, page.rows, at=at), page.next_cursor)


def task_for(actor: Actor, collection_id: UUID, *, at: datetime) -> Task:
    """Raises: CollectionNotFound."""
    row: Collection | None = (
        Collection.objects.visible_to(actor).filter(pk=collection_id, closed_at=None).first()
    )
    if row is None:
        raise CollectionNotFound
    return tasks_of(actor, [row], at=at)[0]


def tasks_of(actor: Actor, rows: Sequence[Collection], *, at: datetime) -> list[Task]:
    """Some tasks with their records: one question for the items, and one for each kind."""
    items = list(
        Item.objects.filter(
            Q(state=int(ItemState.OPEN))
            | Q(state__in=[int(ItemState.ABSENT), int(ItemState.CONFIRMED)], marked_at__gte=_today(at)),
            collection_id__in=[row.pk for row in rows],
        )
    )
    wanted: dict[str, set[UUID]] = defaultdict(set)
    of_task: dict[UUID, list[Item]] = defaultdict(list)
    for item in items:
        wanted[item.kind].add(item.record_id)
        of_task[item.collection_id].append(item)
    standing = standing_of(actor, wanted)
    on = local(at).date()
    return [_task(row, _shown(row, of_task[row.pk], standing, on=on)) for row in rows]


def _today(at: datetime) -> datetime:
    return day_begins(local(at).date())


def _shown(
    row: Collection,
    items: Iterable[Item],
    standing: Mapping[tuple[str, UUID], RecordAtDoor],
    *,
    on: date,
) -> list[Shown]:
    """Open ones that are still due at this place, and what was marked today, each record once."""
    found: dict[tuple[str, UUID], Shown] = {}
    for item in sorted(items, key=lambda one: (one.state != int(ItemState.OPEN), one.given_at)):
        key = (item.kind, item.record_id)
        record = standing.get(key)
        if record is None or key in found:
            continue
        state = ItemState(item.state)
        is_due = record.due_on is not None and record.due_on <= on and place_of(record) == row.place
        if state is ItemState.CONFIRMED or is_due:
            found[key] = Shown(item, record, state)
    return list(found.values())


def _task(row: Collection, shown: Sequence[Shown]) -> Task:
    doors: dict[str, list[Shown]] = defaultdict(list)
    for one in sorted(shown, key=lambda one: (one.record.sort, one.record.kind, one.record.label)):
        doors[door_of(one.record)].append(one)
    states = [one.state for one in shown]
    return Task(
        row=row,
        doors=[Door(key, _label(row, each), each) for key, each in doors.items()],
        open=states.count(ItemState.OPEN),
        done=states.count(ItemState.CONFIRMED),
        absent=states.count(ItemState.ABSENT),
        oldest_on=min((one.item.due_on for one in shown if one.state is ItemState.OPEN), default=None),
    )


def _label(row: Collection, shown: Sequence[Shown]) -> str:
    """The door inside the place; empty for the building itself."""
    return shown[0].record.address.removeprefix(row.address)
