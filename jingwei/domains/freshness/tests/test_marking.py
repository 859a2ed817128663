"""At the door: confirmed unchanged in the record's own history, or nobody at home."""

from datetime import timedelta

import pytest

from jingwei.domains.dwellings.models import HouseChange
from jingwei.domains.dwellings.services.life import confirm, end_house
from jingwei.domains.dwellings.tests.things import building, farmhouse, flat
from jingwei.domains.freshness.contracts import ItemState
from jingwei.domains.freshness.rules.batching import SOME_DAYS
from jingwei.domains.freshness.rules.refusals import CollectionNotFound, NothingMarked
from jingwei.domains.freshness.services.marking import confirm_items, note_absence
from jingwei.domains.freshness.services.planning import Planned
from jingwei.domains.freshness.tests.rounds import LONG_AGO, items_of, kept, planned, somebody, stored, tasks
from jingwei.domains.residents.models import ResidentChange
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(hours=3)


def test_a_whole_door_is_confirmed_in_each_records_own_history() -> None:
    house = flat(building(at=LONG_AGO), at=LONG_AGO)
    person = somebody("王小明", 1, house_id=house.pk)
    planned()
    (task,) = tasks()
    door = [one.item.pk for one in task.doors[1].shown]
    assert confirm_items(CAST.lin, task.row.pk, door, at=LATER) == 2
    assert (stored(house).seen_at, stored(house).source) == (LATER, "visit")
    assert stored(person).due_on == (LATER + timedelta(days=180)).date()
    with eyes(CAST.lin):
        for row in (
            HouseChange.objects.filter(house_id=house.pk).latest("at"),
            ResidentChange.objects.filter(resident_id=person.pk).latest("at"),
        ):
            assert (row.deed, row.source, row.actor_name) == ("confirmed", "visit", "林晓")
    (after,) = tasks(at=LATER)
    assert (after.open, after.done, after.absent) == (1, 2, 0)
    (tomorrow,) = tasks(at=LATER + timedelta(days=1))
    assert (tomorrow.open, tomorrow.done) == (1, 0)


def test_it_stands_in_the_audit() -> None:
    farmhouse(at=LONG_AGO)
    planned()
    (task,) = tasks()
    confirm_items(CAST.lin, task.row.pk, items_of(task), at=LATER)
    with eyes(CAST.machine):
        targets = list(Entry.objects.order_by("-id").values_list("target", flat=True)[:2])
    assert targets[0] == f"freshness.collection:{task.row.pk}"
    assert targets[1].startswith("dwellings.house:")


def test_nobody_at_home_counts_as_nothing_and_comes_again_in_some_days() -> None:
    house = farmhouse(at=LONG_AGO)
    planned()
    (task,) = tasks()
    assert note_absence(CAST.lin, task.row.pk, items_of(task), at=LATER) == 1
    (after,) = tasks(at=LATER)
    assert (after.open, after.done, after.absent) == (0, 0, 1)
    assert stored(house).seen_at == LONG_AGO
    for days in range(1, SOME_DAYS):
        assert planned(at=LATER + timedelta(days=days)) == Planned()
        assert tasks(at=LATER + timedelta(days=days)) == []
    again = LATER + timedelta(days=SOME_DAYS)
    assert planned(at=again) == Planned(grids=1, given=1)
    assert [one.open for one in tasks(at=again)] == [1]


def test_somebody_who_came_home_in_the_evening_is_confirmed_yet() -> None:
    house = farmhouse(at=LONG_AGO)
    planned()
    (task,) = tasks()
    note_absence(CAST.lin, task.row.pk, items_of(task), at=LATER)
    evening = LATER + timedelta(hours=5)
    assert confirm_items(CAST.lin, task.row.pk, items_of(task), at=evening) == 1
    assert stored(house).seen_at == evening
    with pytest.raises(NothingMarked):
        confirm_items(CAST.lin, task.row.pk, items_of(task), at=evening)


def test_what_was_confirmed_or_ended_meanwhile_is_not_confirmed_again() -> None:
    first, second = farmhouse(at=LONG_AGO), farmhouse("花园洞村3组12号之1", at=LONG_AGO)
    planned()
    before = {task.row.pk: items_of(task) for task in tasks()}
    confirm(CAST.wu, house_ids=[first.pk], source="desk", at=MONDAY_10)
    end_house(CAST.wu, second.pk, reason="已拆除", source="desk", at=MONDAY_10)
    assert sum(confirm_items(CAST.lin, pk, ids, at=LATER) for pk, ids in before.items()) == 0
    assert stored(first).seen_at == MONDAY_10
    assert {one.state for one in kept()[1]} == {int(ItemState.LEFT)}


def test_nobody_marks_in_another_grid() -> None:
    farmhouse(at=LONG_AGO)
    planned()
    (task,) = tasks()
    for stranger in (CAST.chen, CAST.tang):
        with pytest.raises(CollectionNotFound):
            confirm_items(stranger, task.row.pk, items_of(task), at=LATER)
        with pytest.raises(CollectionNotFound):
            note_absence(stranger, task.row.pk, items_of(task), at=LATER)
