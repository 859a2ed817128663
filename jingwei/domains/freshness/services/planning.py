"""Planning: due records become collection tasks of the people who have the grid, and leave them when they are due no more.

Every night for the whole city, and at once for one area when its desk asks. A task is added to, never doubled.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from jingwei.domains.freshness.contracts import ItemState
from jingwei.domains.freshness.models import Collection, Item
from jingwei.domains.freshness.queries.kinds import fresh_kinds, standing_of
from jingwei.domains.freshness.rules.batching import A_DAY, Due, chosen, due_of, place_of, rooms
from jingwei.domains.freshness.rules.refusals import AreaTooWide, OutsideOwnArea
from jingwei.domains.freshness.services.counting import count_community, forget_counts
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission, Role, system_actor
from jingwei.foundation.access.queries import posts_within
from jingwei.foundation.areas.queries import area_by_code, children_of, city_codes
from jingwei.foundation.forms.contracts import RecordAtDoor
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import day_begins, local
from jingwei.kernel.codes import Level, ancestor_codes, level_of, lies_within
from jingwei.kernel.ids import uuid7

PLANNER = system_actor("采集任务安排")
READ_AT_ONCE = 400
"""Due records of one kind and grid that a night looks at: several days' work of everybody there."""
MOST_POSTS = 1_000
WALKS = frozenset({Role.OFFICER})
HEADS = frozenset({Role.GRID_HEAD, Role.CHIEF_GRID_HEAD})
"""Who goes round in a grid: its officers; where it has none, its head."""
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtextextended('freshness.plan ' || %s, 0))"


@dataclass(frozen=True, slots=True)
class Planned:
    """What planning came to. ``unheld`` are grids with due records and nobody to go round."""

    grids: int = 0
    given: int = 0
    left: int = 0
    unheld: int = 0

    def __add__(self, other: "Planned") -> "Planned":
        return Planned(
            self.grids + other.grids,
            self.given + other.given,
            self.left + other.left,
            self.unheld + other.unheld,
        )


def plan_everywhere(*, at: datetime) -> Planned:
    """The night's work: every community of every city, each in its own transaction; then counts of areas that are gone."""
    total = Planned()
    for city in city_codes():
        for county in children_of(city):
            for township in children_of(county.code):
                for community in children_of(township.code):
                    total += _plan_community(community.code, at=at)
    forget_counts(before=local(at).date())
    return total


def plan_area(actor: Actor, area_code: str, *, at: datetime) -> Planned:
    """Plan one township, community or grid now. Raises: AreaUnknown, AreaTooWide, OutsideOwnArea."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        if actor.scope != ANYWHERE and not lies_within(area_code, actor.scope):
            raise OutsideOwnArea
        level = level_of(area_code)
        if level < Level.TOWNSHIP:
            raise AreaTooWide
        area_by_code(area_code)
        if level == Level.TOWNSHIP:
            communities = [one.code for one in children_of(area_code)]
        else:
            communities = [area_code[: int(Level.COMMUNITY)]]
        only = area_code if level == Level.GRID else ""
        total = sum((_plan_community(code, only=only, at=at) for code in communities), Planned())
        job.record_in_area(f"freshness.area:{area_code}", area_code, act="plan", given=total.given)
    return total


def _plan_community(code: str, *, only: str = "", at: datetime) -> Planned:
    """The grids of a community, and the community itself for what lies in none of them; or one grid of it."""
    on = local(at).date()
    with eyes(PLANNER):
        with connection.cursor() as cursor:
            cursor.execute(ONE_AT_A_TIME, [code])
        areas = [only] if only else [code, *(one.code for one in children_of(code))]
        settled = _settle(areas, at=at)
        room = rooms(_heads(code, areas, at=at))
        total = Planned(left=settled)
        for area in areas:
            total += _plan_grid(area, room.get(area, 0), on=on, at=at)
        count_community(code, on=on)
    return total


def _heads(community: str, areas: Sequence[str], *, at: datetime) -> dict[str, list[UUID]]:
    """The people who go round in each area. The community's own head stands in where a grid has nobody."""
    held = posts_within(community, unit_id=None, is_vacant=False, at=at, limit=MOST_POSTS, cursor=None).rows
    by_area: dict[str, dict[bool, list[UUID]]] = defaultdict(lambda: {True: [], False: []})
    for one in held:
        if one.holder_id is not None and one.role in WALKS | HEADS:
            by_area[one.area_code][one.role in WALKS].append(one.holder_id)
    return {area: by_area[area][True] or by_area[area][False] for area in areas}


def _settle(areas: Sequence[str], *, at: datetime) -> int:
    """Take out what is due no more, and close the tasks in which nothing is open and nothing was done today."""
    rows = Collection.objects.visible_to(PLANNER).filter(scope_code__in=areas, closed_at=None)
    tasks = {row.pk: row for row in rows}
    items = list(Item.objects.filter(collection_id__in=tasks, state=int(ItemState.OPEN)))
    standing = standing_of(PLANNER, by_kind(items))
    on = local(at).date()
    gone, open_in = [], set()
    for item in items:
        row = tasks[item.collection_id]
        if is_still_due(item, row, standing.get((item.kind, item.record_id)), on=on):
            open_in.add(item.collection_id)
        else:
            item.state, item.marked_at = int(ItemState.LEFT), at
            gone.append(item)
    Item.objects.bulk_update(gone, ["state", "marked_at"], batch_size=500)
    done_today = set(
        Item.objects.filter(
            collection_id__in=tasks,
            state__in=[int(ItemState.CONFIRMED), int(ItemState.ABSENT)],
            marked_at__gte=day_begins(on),
        ).values_list("collection_id", flat=True)
    )
    rows.filter(pk__in=set(tasks) - open_in - done_today).update(closed_at=at)
    return len(gone)


def is_still_due(item: Item, row: Collection, record: RecordAtDoor | None, *, on: date) -> bool:
    """Whether a record is to be seen yet, at the place of its task."""
    if record is None or record.due_on is None or record.due_on > on:
        return False
    return place_of(record) == row.place


def by_kind(items: Iterable[Item]) -> Mapping[str, set[UUID]]:
    found: dict[str, set[UUID]] = defaultdict(set)
    for one in items:
        found[one.kind].add(one.record_id)
    return found


def _plan_grid(area: str, room: int, *, on: date, at: datetime) -> Planned:
    """Add to the tasks of one grid what there is room for."""
    records = {
        (one.kind, one.record_id): one
        for kind in fresh_kinds().values()
        for one in kind.due(PLANNER, area, on=on, after=None, size=READ_AT_ONCE)
    }
    if not records:
        return Planned()
    if not room:
        return Planned(unheld=1)
    open_now = Item.objects.filter(
        collection__scope_code=area, collection__closed_at=None, state=int(ItemState.OPEN)
    ).count()
    busy = _busy({record_id for _, record_id in records}, on=on)
    due = [
        due_of(one, one.due_on) for key, one in records.items() if key not in busy and one.due_on is not None
    ]
    wanted = chosen(due, room=room - open_now, day=max(room, A_DAY))
    if not wanted:
        return Planned()
    tasks = _tasks(area, [records[one.kind, one.record_id] for one in wanted], at=at)
    Item.objects.bulk_create(
        [
            Item(
                id=uuid7(),
                collection_id=tasks[one.place].pk,
                kind=one.kind,
                record_id=one.record_id,
                due_on=one.due_on,
                state=int(ItemState.OPEN),
                given_at=at,
            )
            for one in wanted
        ]
    )
    _record(area, wanted)
    return Planned(grids=1, given=len(wanted))


def _busy(record_ids: set[UUID], *, on: date) -> set[tuple[str, UUID]]:
    """Records that are in a task already, and those to be called on again another day."""
    rows = Item.objects.filter(record_id__in=record_ids)
    waiting = rows.filter(state=int(ItemState.ABSENT), again_on__gt=on)
    return set((rows.filter(state=int(ItemState.OPEN)) | waiting).values_list("kind", "record_id"))


def _tasks(area: str, records: Sequence[RecordAtDoor], *, at: datetime) -> dict[str, Collection]:
    """The open task of every place that is needed, new ones among them."""
    wanted = {place_of(one): one for one in records}
    rows = Collection.objects.visible_to(PLANNER).filter(
        scope_code=area, place__in=list(wanted), closed_at=None
    )
    found = {row.place: row for row in rows}
    for place, one in wanted.items():
        row = found.get(place)
        if row is None:
            row = found[place] = Collection(place=place, building_id=one.building_id, given_at=at)
            row.address = (one.stands_at or one.address)[:200]
            row.lie_in(ancestor_codes(area))
            row.sort = one.sort.partition(" ")[0]
        row.updated_at = at
        row.save()
    return found


def _record(area: str, wanted: Sequence[Due]) -> None:
    with work(PLANNER, Permission.MANAGE_LEDGER) as job:
        job.record_in_area(f"freshness.area:{area}", area, act="give", given=len(wanted))
