"""Buildings through the services: registered, changed field by field, with their houses, ended and restored."""

from datetime import timedelta

import pytest

from jingwei.domains.dwellings.queries.buildings import building_changes, building_for, drawn_plan
from jingwei.domains.dwellings.queries.houses import house_changes, houses_of_building
from jingwei.domains.dwellings.rules import refusals
from jingwei.domains.dwellings.services import life
from jingwei.domains.dwellings.services.buildings import change_building
from jingwei.domains.dwellings.services.plans import keep_plan, preview_plan
from jingwei.domains.dwellings.services.standing import AddressGiven
from jingwei.domains.dwellings.tests.things import (
    ESTATE,
    TWO_UNITS,
    building,
    farmhouse,
    flat,
    planned,
    seen_building,
    seen_house,
    where,
)
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.errors import DomainError, Forbidden, StaleVersion
from tests.cast import CAST, FAR_GRID, FOREIGN_GRID, GRID_1, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db
LATER = MONDAY_10 + timedelta(hours=1)
UNSAID = {
    "address": None,
    "aliases": None,
    "position": None,
    "file_ids": None,
    "source": "desk",
    "remark": "",
}


def test_a_building_gets_its_grid_by_position_and_its_day_to_be_seen_again_by_its_form() -> None:
    row = building(structure="3", floors_above=6, name="金山花园三号楼")
    assert (row.grid_code, row.address, row.structure) == (GRID_1, ESTATE, "3")
    assert row.due_on == local(MONDAY_10).date() + timedelta(days=365)
    with eyes(CAST.lin):
        assert [one.deed for one in building_changes(row.pk)] == ["registered"]
    with pytest.raises(refusals.BuildingNotFound):
        seen_building(row, CAST.mao)


def test_one_address_is_registered_once_in_a_county_however_it_is_written_and_by_whomever() -> None:
    building()
    with pytest.raises(refusals.AddressTaken):
        building(
            "人民路十二号 金山花园3#楼",
            grid=FAR_GRID,
            actor=CAST.sun,
        )
    assert building(ESTATE, grid=FOREIGN_GRID, actor=CAST.ding).county_code == FOREIGN_GRID[:6]


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        (ESTATE + "2单元501室", refusals.AddressUnclear),
        ("3栋", refusals.AddressUnclear),
        ("人民路", refusals.AddressUnclear),
    ],
)
def test_an_address_that_names_no_building_is_refused(address: str, refusal: type[DomainError]) -> None:
    with pytest.raises(refusal):
        building(address)


def test_others_may_not_register_in_a_grid_and_facts_that_the_form_does_not_know_are_refused() -> None:
    with pytest.raises(DomainError, match="不在您的辖区"):
        building(grid=GRID_2, actor=CAST.lin)
    with pytest.raises(Forbidden):
        building(actor=CAST.qian)
    with pytest.raises(DomainError) as refused:
        building(floors_above=900, structure="木头")
    assert {one["field"] for one in refused.value.data["faults"]} == {"floors_above", "structure"}


def test_two_people_change_different_fields_and_only_the_same_one_is_in_the_way() -> None:
    row = building(floors_above=6)
    change_building(CAST.lin, row.pk, {"floors_above": 7}, base_version=1, at=LATER, **UNSAID)
    both = change_building(CAST.wu, row.pk, {"built_year": 1998}, base_version=1, at=LATER, **UNSAID)
    assert (both.floors_above, both.built_year, both.version) == (7, 1998, 3)
    with pytest.raises(DomainError) as refused:
        change_building(CAST.wu, row.pk, {"floors_above": 8}, base_version=1, at=LATER, **UNSAID)
    assert refused.value.code == "forms.edit_conflict"
    assert refused.value.data["fields"][0]["theirs"] == 7
    address = UNSAID | {"address": AddressGiven("人民路12号金山花园4栋")}
    change_building(CAST.lin, row.pk, {}, base_version=3, at=LATER, **address)
    with pytest.raises(DomainError, match="地址"):
        address = UNSAID | {"address": AddressGiven("人民路12号金山花园5栋")}
        change_building(CAST.wu, row.pk, {}, base_version=3, at=LATER, **address)


def test_a_plan_is_looked_at_first_and_then_makes_the_houses_in_one_go() -> None:
    row = building()
    flat(row, "1", "501", tenure="own")
    flat(row, "3", "101")
    with eyes(CAST.lin):
        looked = preview_plan(building_for(CAST.lin, row.pk), TWO_UNITS)
    assert (len(looked.slots), looked.made, looked.kept, looked.outside) == (24, 23, 1, ("3单元101",))
    with eyes(CAST.lin):
        assert len(houses_of_building(CAST.lin, row.pk)) == 2
    assert planned(row).made == 23
    with eyes(CAST.lin):
        houses = houses_of_building(CAST.lin, row.pk)
        drawn = drawn_plan(CAST.lin, row.pk, on=local(MONDAY_10).date())
    assert len(houses) == 25
    assert houses[0].address == f"{ESTATE}1单元101室"
    assert [one.slot.room for one in drawn.cells][:2] == ["601", "602"]
    assert {one.house.tenure for one in drawn.cells if one.house} == {"own", ""}
    assert planned(row).made == 0
    with pytest.raises(StaleVersion):
        keep_plan(CAST.lin, row.pk, TWO_UNITS, version=1, source="desk", at=LATER)


def test_a_building_that_is_renamed_or_moved_takes_its_houses_along() -> None:
    row = building()
    planned(row)
    given = UNSAID | {"address": AddressGiven("人民路12号金山花园8栋"), "position": where(GRID_2)}
    moved = change_building(CAST.wu, row.pk, {}, base_version=2, at=LATER, **given)
    assert moved.grid_code == GRID_2
    with eyes(CAST.wu):
        houses = houses_of_building(CAST.wu, row.pk)
        told = house_changes(houses[0].pk)[0]
    assert {one.grid_code for one in houses} == {GRID_2}
    assert houses[0].address == "人民路12号金山花园8栋1单元101室"
    assert told.deed == "moved"
    assert told.facts["address"][0] == f"{ESTATE}1单元101室"
    with eyes(CAST.lin):
        assert houses_of_building(CAST.lin, row.pk) == []


def test_a_building_goes_out_of_use_when_nothing_in_it_is_used_and_frees_its_address() -> None:
    row = building()
    house = flat(row)
    with pytest.raises(refusals.HousesInside):
        life.end_building(CAST.wu, row.pk, reason="已拆除", source="desk", at=LATER)
    life.end_house(CAST.wu, house.pk, reason="已拆除", source="desk", at=LATER)
    life.end_building(CAST.wu, row.pk, reason="已拆除", source="desk", at=LATER)
    with pytest.raises(refusals.AlreadyEnded):
        flat(row, room="502")
    with pytest.raises(refusals.AlreadyEnded):
        life.restore_house(CAST.wu, house.pk, reason="登记有误", source="desk", at=LATER)
    building()
    with pytest.raises(refusals.AddressTaken):
        life.restore_building(CAST.wu, row.pk, reason="登记有误", source="desk", at=LATER)
    with pytest.raises(Forbidden):
        life.end_house(CAST.lin, house.pk, reason="已拆除", source="desk", at=LATER)


def test_confirming_says_when_it_was_seen_and_leaves_everything_else() -> None:
    row, house = building(), farmhouse()
    count = life.confirm(
        CAST.lin, building_ids=[row.pk], house_ids=[house.pk], source="phone", at=LATER + timedelta(days=30)
    )
    seen = seen_house(house)
    assert count == 2
    assert (seen.version, seen.source, seen.changed_at) == (2, "phone", MONDAY_10)
    assert seen.due_on == local(LATER).date() + timedelta(days=30 + 182)
    with pytest.raises(refusals.HouseNotFound):
        life.confirm(CAST.chen, house_ids=[house.pk], source="phone", at=LATER)
