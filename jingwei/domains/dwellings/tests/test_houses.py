"""Houses: in a building and by themselves, doubles merged, people counted and rows following through the hooks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from jingwei.domains.dwellings.contracts import UsedBy
from jingwei.domains.dwellings.queries import hooks
from jingwei.domains.dwellings.queries.buildings import drawn_plan
from jingwei.domains.dwellings.queries.houses import house_cards, house_changes
from jingwei.domains.dwellings.rules import refusals
from jingwei.domains.dwellings.rules.addresses import Parts
from jingwei.domains.dwellings.services import life
from jingwei.domains.dwellings.services.houses import NewHouse, change_house, register_house
from jingwei.domains.dwellings.services.standing import AddressGiven
from jingwei.domains.dwellings.tests.things import building, farmhouse, flat, seen_house, where
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from tests.cast import CAST, GRID_2, MONDAY_10

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


class Lodgers:
    """Somebody whose rows stand on houses."""

    def __init__(self) -> None:
        self.people: dict[UUID, int] = {}
        self.heard: list[tuple[str, object]] = []

    def count(self, actor: Actor, house_ids: Sequence[UUID]) -> Mapping[UUID, int]:
        return {one: self.people[one] for one in house_ids if one in self.people}

    def used(self, actor: Actor, kind: str, record_id: UUID) -> Sequence[UsedBy]:
        return [UsedBy("住户", "people", self.people.get(record_id, 0))]

    def merged(self, actor: Actor, house_id: UUID, into_id: UUID, *, at: datetime) -> None:
        self.people[into_id] = self.people.get(into_id, 0) + self.people.pop(house_id, 0)

    def moved(self, actor: Actor, house_ids: Sequence[UUID], *, at: datetime) -> None:
        self.heard.append(("moved", sorted(house_ids)))


@pytest.fixture
def lodgers() -> Iterator[Lodgers]:
    plugged = hooks._occupancy, hooks._usages, hooks._followers
    one = Lodgers()
    hooks.plug_occupancy(one.count)
    hooks.plug_usages([one.used])
    hooks.plug_followers([one])
    yield one
    hooks.plug_occupancy(plugged[0])
    hooks.plug_usages(plugged[1])
    hooks.plug_followers(plugged[2])


def test_a_house_in_a_building_stands_where_the_building_does() -> None:
    owner = building()
    row = flat(owner, tenure="let", area_m2="96.5")
    assert (row.address, row.position, row.grid_code) == (
        "人民路12号金山花园3栋1单元501室",
        owner.position,
        owner.grid_code,
    )
    assert (row.tenure, str(row.area_m2)) == ("let", "96.5")
    with pytest.raises(refusals.AddressTaken):
        flat(owner, "一单元", "501室")
    with pytest.raises(refusals.PlaceOfBuilding):
        new = NewHouse(AddressGiven(parts=Parts(room="1")), {}, building_id=owner.pk, position=where())
        register_house(CAST.lin, new, source="desk", at=LATER)


def test_a_house_by_itself_needs_a_number_and_a_position() -> None:
    assert farmhouse().address == "花园洞村3组12号"
    with pytest.raises(refusals.PlaceNeeded):
        register_house(CAST.lin, NewHouse(AddressGiven("花园洞村3组13号"), {}), source="desk", at=LATER)
    with pytest.raises(refusals.AddressUnclear):
        farmhouse("花园洞村3组")


def test_a_room_number_is_corrected_and_the_history_says_both() -> None:
    row = flat(building())
    given = UNSAID | {"address": AddressGiven(parts=Parts(unit="2", room="502")), "remark": "门牌核对"}
    changed = change_house(CAST.lin, row.pk, {"tenure": "vacant"}, base_version=1, at=LATER, **given)
    assert changed.address == "人民路12号金山花园3栋2单元502室"
    with eyes(CAST.lin):
        last = house_changes(row.pk)[0]
    assert last.facts["address"] == ["人民路12号金山花园3栋1单元501室", changed.address]
    assert last.facts["tenure"] == [None, "vacant"]
    assert (last.actor_name, last.remark) == (CAST.lin.name, "门牌核对")
    cleared = change_house(CAST.lin, row.pk, {"tenure": None}, base_version=2, at=LATER, **UNSAID)
    assert cleared.tenure == ""


def test_people_are_counted_on_the_plan_and_keep_a_house_in_use(lodgers: Lodgers) -> None:
    owner = building()
    row = flat(owner)
    lodgers.people[row.pk] = 3
    with eyes(CAST.wu):
        drawn = drawn_plan(CAST.wu, owner.pk, on=local(LATER).date())
    assert [(one.slot.room, one.people) for one in drawn.cells] == [("501", 3)]
    with pytest.raises(refusals.StillUsed, match="住户3"):
        life.end_house(CAST.wu, row.pk, reason="已拆除", source="desk", at=LATER)


def test_of_two_entries_for_one_house_one_stays_with_everything(lodgers: Lodgers) -> None:
    first = farmhouse("花园洞村3组12号", tenure="own")
    double = farmhouse("花园洞老屋组12号", use="11", tenure="let")
    lodgers.people[double.pk] = 2
    into = life.merge_house(CAST.wu, double.pk, first.pk, reason="同一处", source="desk", at=LATER)
    assert (into.use, into.tenure, into.aliases) == ("11", "own", ["花园洞老屋组12号"])
    assert lodgers.people == {first.pk: 2}
    gone = seen_house(double)
    assert (gone.merged_into_id, gone.end_reason) == (first.pk, "同一处")
    with eyes(CAST.wu):
        assert [one.deed for one in house_changes(first.pk)] == ["merged", "registered"]
        assert house_cards(CAST.wu, [double.pk])[double.pk].is_ended
    with pytest.raises(refusals.WasMerged):
        life.restore_house(CAST.wu, double.pk, reason="误合并", source="desk", at=LATER)
    with pytest.raises(refusals.MergeRefused):
        life.merge_house(CAST.wu, first.pk, first.pk, reason="同一处", source="desk", at=LATER)


def test_who_stands_on_a_house_hears_that_it_was_moved(lodgers: Lodgers) -> None:
    row = farmhouse()
    change_house(CAST.wu, row.pk, {}, base_version=1, at=LATER, **(UNSAID | {"position": where(GRID_2)}))
    assert lodgers.heard == [("moved", [row.pk])]
    with eyes(CAST.lin):
        assert house_cards(CAST.lin, [row.pk]) == {}
