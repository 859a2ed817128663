"""Due records become collection tasks, and leave them when they are due no more."""

from datetime import timedelta

import pytest

from jingwei.domains.dwellings.services.houses import change_house
from jingwei.domains.dwellings.services.life import confirm
from jingwei.domains.dwellings.tests.things import building, farmhouse, flat
from jingwei.domains.freshness.contracts import ItemState
from jingwei.domains.freshness.models import GridCount
from jingwei.domains.freshness.rules.batching import A_DAY
from jingwei.domains.freshness.rules.refusals import AreaTooWide, OutsideOwnArea
from jingwei.domains.freshness.services import keeping, planning
from jingwei.domains.freshness.services.marking import confirm_items
from jingwei.domains.freshness.services.planning import Planned, plan_everywhere
from jingwei.domains.freshness.tests.rounds import LONG_AGO, items_of, kept, planned, somebody, tasks
from jingwei.domains.organisations.tests.things import COMPANY, at_door, organisation, read
from jingwei.domains.residents.services.changing import confirm_resident
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, COUNTY, FOREIGN_GRID, GRID_1, GRID_2, MONDAY_10, OTHER_COMMUNITY, TOWNSHIP

pytestmark = pytest.mark.django_db
TOMORROW = MONDAY_10 + timedelta(days=1)


def test_a_building_with_its_houses_and_people_is_one_task() -> None:
    owner = building(at=LONG_AGO)
    first, second = flat(owner, "1", "501", at=LONG_AGO), flat(owner, "1", "502", at=LONG_AGO)
    somebody("王小明", 1, house_id=first.pk)
    somebody("李小红", 2, house_id=second.pk)
    assert planned() == Planned(grids=1, given=5)
    (task,) = tasks()
    assert (task.row.address, task.open, task.done) == ("人民路12号金山花园3栋", 5, 0)
    assert [(door.label, [one.record.label for one in door.shown]) for door in task.doors] == [
        ("", [task.row.address]),
        ("1单元501室", ["1单元501室", "王小明"]),
        ("1单元502室", ["1单元502室", "李小红"]),
    ]


def test_what_stands_in_no_building_goes_by_the_door_in_the_street() -> None:
    farmhouse("花园洞村3组12号", at=LONG_AGO)
    somebody("王小明", 1, address="花园洞村3组12号")
    somebody("李小红", 2, address="迎春路8号")
    planned()
    assert [(one.row.address, one.open) for one in tasks()] == [("花园洞村3组12号", 2), ("迎春路8号", 1)]


def test_the_next_night_adds_to_a_task_and_doubles_nothing() -> None:
    owner = building(at=LONG_AGO)
    planned()
    assert planned() == Planned()
    flat(owner, at=LONG_AGO)
    assert planned(at=TOMORROW) == Planned(grids=1, given=1)
    rows, items = kept()
    assert (len(rows), len(items)) == (1, 2)
    assert (rows[0].given_at, rows[0].updated_at) == (MONDAY_10, TOMORROW)


def test_what_is_fresh_is_left_alone() -> None:
    owner = building(at=MONDAY_10 - timedelta(days=364))
    flat(owner, at=MONDAY_10 - timedelta(days=181))
    assert planned() == Planned()
    assert planned(at=TOMORROW) == Planned(grids=1, given=2)


def test_what_was_confirmed_or_changed_elsewhere_leaves_by_itself() -> None:
    owner = building(at=LONG_AGO)
    first, second = flat(owner, "1", "501", at=LONG_AGO), flat(owner, "1", "502", at=LONG_AGO)
    row = somebody("王小明", 1, house_id=first.pk)
    planned()
    confirm(CAST.wu, house_ids=[second.pk], source="desk", at=MONDAY_10)
    confirm_resident(CAST.wu, row.pk, source="desk", at=MONDAY_10)
    change_house(
        CAST.wu,
        first.pk,
        {"area_m2": 88},
        address=None,
        aliases=None,
        position=None,
        file_ids=None,
        base_version=1,
        source="desk",
        remark="",
        at=MONDAY_10,
    )
    assert [one.open for one in tasks()] == [1]  # at once, before any night
    assert planned(at=TOMORROW) == Planned(left=3)
    _, items = kept()
    assert sorted(one.state for one in items) == [ItemState.OPEN] + [ItemState.LEFT] * 3
    confirm(CAST.wu, building_ids=[owner.pk], source="desk", at=TOMORROW)
    planned(at=TOMORROW)
    assert tasks(at=TOMORROW) == []
    assert kept()[0][0].closed_at == TOMORROW


def test_never_more_than_somebody_can_do_in_a_day_and_the_oldest_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(planning, "rooms", lambda heads: {area: 2 * len(heads[area]) for area in heads})
    for number, days in ((1, 30), (2, 10), (3, 20)):
        farmhouse(f"花园洞村3组{number}号", at=LONG_AGO + timedelta(days=days))
    assert planned(GRID_1) == Planned(grids=1, given=2)
    assert [one.row.address for one in tasks()] == ["花园洞村3组2号", "花园洞村3组3号"]
    assert planned(GRID_1, at=TOMORROW) == Planned()
    assert A_DAY == 40


def test_a_grid_without_its_own_people_gets_none() -> None:
    somebody("王小明", 1, actor=CAST.he, grid=FOREIGN_GRID)
    assert planned(FOREIGN_GRID, actor=CAST.he) == Planned(unheld=1)
    assert kept() == ([], [])


def test_each_desk_plans_within_its_own_area() -> None:
    with pytest.raises(OutsideOwnArea):
        planned(OTHER_COMMUNITY, actor=CAST.wu)
    with pytest.raises(AreaTooWide):
        planned(COUNTY, actor=CAST.sun)
    with pytest.raises(Forbidden):
        planned(GRID_1, actor=CAST.lin)
    farmhouse(at=LONG_AGO)
    assert planned(TOWNSHIP, actor=CAST.zhao) == Planned(grids=1, given=1)
    assert tasks(CAST.chen) == [] == tasks(CAST.tang)
    assert [one.open for one in tasks(CAST.zhao)] == [1]
    assert [one.open for one in tasks(CAST.wu, area_code=GRID_1)] == [1]
    assert tasks(CAST.wu, area_code=GRID_2) == []


def test_every_night_the_whole_city_is_planned_and_counted() -> None:
    farmhouse(at=LONG_AGO)
    flat(building(at=LONG_AGO), at=MONDAY_10)
    somebody("王小明", 1)
    assert plan_everywhere(at=MONDAY_10) == Planned(grids=1, given=3)
    with eyes(CAST.machine):
        rows = GridCount.objects.visible_to(CAST.machine).filter(scope_code=GRID_1)
        counted = {row.kind: (row.records, row.fresh) for row in rows}
    assert counted == {
        "dwellings.building": (1, 0),
        "dwellings.house": (2, 1),
        "residents.person": (1, 0),
    }
    plan_everywhere(at=TOMORROW)
    with eyes(CAST.machine):
        assert set(GridCount.objects.visible_to(CAST.machine).values_list("counted_on", flat=True)) == {
            TOMORROW.date()
        }


def test_finished_tasks_go_after_ninety_days() -> None:
    row = farmhouse(at=LONG_AGO)
    planned()
    confirm(CAST.wu, house_ids=[row.pk], source="desk", at=MONDAY_10)
    planned(at=TOMORROW)
    assert keeping.forget_closed(at=TOMORROW + keeping.KEPT) == 0
    assert keeping.forget_closed(at=TOMORROW + keeping.KEPT + timedelta(seconds=1)) == 1
    assert kept() == ([], [])


def test_what_is_registered_at_a_door_is_due_with_it_by_its_own_kind() -> None:
    place = organisation("金山便利店", at=LONG_AGO, place=at_door(address="迎春路8号"))
    company = organisation("金山物业", COMPANY, at=MONDAY_10, place=at_door(address="迎春路8号"))
    somebody("李小红", 1, address="迎春路8号")
    assert planned() == Planned(grids=1, given=2)
    (task,) = tasks()
    assert [(one.record.kind, one.record.label) for door in task.doors for one in door.shown] == [
        ("organisations.place", "金山便利店"),
        ("residents.person", "李小红"),
    ]
    with eyes(CAST.machine):
        counted = {
            row.kind: (row.records, row.fresh)
            for row in GridCount.objects.visible_to(CAST.machine).filter(scope_code=GRID_1)
        }
    assert counted["organisations.place"] == (1, 0)
    assert counted["organisations.legal_entity"] == (1, 1)
    assert confirm_items(CAST.lin, task.row.pk, items_of(task, place.name), at=MONDAY_10) == 1
    assert read(CAST.lin, place.pk).due_on > MONDAY_10.date()
    assert read(CAST.lin, company.pk).version == 1
