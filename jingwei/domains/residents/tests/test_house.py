"""People of a house: counted for its plan, found by its address, going where it goes, told of when they have left."""

import pytest

from jingwei.domains.dwellings.models import House
from jingwei.domains.dwellings.queries.hooks import is_told
from jingwei.domains.dwellings.services.life import merge_house
from jingwei.domains.dwellings.tests.things import building, farmhouse, flat
from jingwei.domains.residents.contracts import Living
from jingwei.domains.residents.models import Residence
from jingwei.domains.residents.queries.kept import used_by_residents
from jingwei.domains.residents.queries.people import people_in
from jingwei.domains.residents.queries.person import who_left
from jingwei.domains.residents.rules.refusals import PlaceMissing
from jingwei.domains.residents.services.keeping import HouseFollower, follow_houses
from jingwei.domains.residents.services.moving import move_resident
from jingwei.domains.residents.tests.people import TODAY, home, listed, read, resident
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes
from tests.cast import CAST, COMMUNITY, FOREIGN_GRID, GRID_1, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db


def test_people_of_a_house_are_counted_within_sight_and_found_by_its_address() -> None:
    house = flat(building())
    resident("王小明", 1, house_id=house.pk)
    resident("李二", 2, house_id=house.pk, living=Living.AWAY)
    assert listed(CAST.lin, house_id=house.pk) == ["李二", "王小明"]
    assert listed(CAST.lin, words="金山花园3栋") == ["李二", "王小明"]
    assert listed(CAST.chen, words="金山花园3栋") == []
    with eyes(CAST.wu):
        assert people_in(CAST.wu, [house.pk]) == {house.pk: 1}
        assert used_by_residents(CAST.wu, "dwellings.house", house.pk)[0].count == 2
    for stranger in (CAST.chen, CAST.mao):
        with eyes(stranger):
            assert people_in(stranger, [house.pk]) == {}
    for reader_of_houses in (CAST.qian, CAST.xu):
        with eyes(reader_of_houses):
            assert people_in(reader_of_houses, [house.pk]) is None
            told = used_by_residents(reader_of_houses, "dwellings.house", house.pk)
            assert not any(is_told(reader_of_houses, one) for one in told)
    with pytest.raises(PlaceMissing):
        resident("赵六", 3, actor=CAST.chen, house_id=house.pk)


def test_who_moved_out_of_sight_is_told_of_without_a_name() -> None:
    house = flat(building())
    row, stays = resident("王小明", 1, house_id=house.pk), resident("李二", 2, house_id=house.pk)
    away = home(FOREIGN_GRID, address="桃花仑路3号", from_on=TODAY)
    move_resident(CAST.lin, row.pk, away, version=1, remark="", at=MONDAY_10)
    near = home(GRID_1, address="迎春路1号", from_on=TODAY)
    move_resident(CAST.lin, stays.pk, near, version=1, remark="", at=MONDAY_10)
    with eyes(CAST.lin):
        told = {(one.resident_id, one.name, one.why) for one in who_left(CAST.lin, house.pk)}
    assert told == {(None, "", "moved"), (stays.pk, "李二", "moved")}


def test_people_go_where_their_house_goes() -> None:
    one, other = farmhouse("花园洞村3组12号"), farmhouse("花园洞村3组21号", grid=GRID_2, actor=CAST.wu)
    row = resident("王小明", 1, house_id=one.pk)
    merge_house(CAST.wu, one.pk, other.pk, reason="同一处重复登记", source="desk", at=MONDAY_10)
    moved = read(CAST.chen, row.pk)
    assert (moved.house_id, moved.scope_code, moved.address) == (other.pk, GRID_2, other.address)
    assert listed(CAST.lin, words="王小明") == []
    assert listed(CAST.chen, words="王小明") == ["王小明"]
    with eyes(CAST.chen):
        assert Residence.objects.visible_to(CAST.chen).get(resident_id=row.pk).house_id == other.pk
        HouseFollower().moved(CAST.chen, [other.pk], at=MONDAY_10)
    assert read(CAST.chen, row.pk).scope_code == GRID_2


def test_after_borders_moved_people_answer_to_where_their_house_lies() -> None:
    house = farmhouse()
    row = resident("王小明", 1, house_id=house.pk)
    with eyes(CAST.machine):
        moved = House.objects.unscoped("as the engine moves it").filter(pk=house.pk)
        moved.update(**ancestor_codes(GRID_2).columns)
    assert follow_houses(COMMUNITY, at=MONDAY_10) == 1
    assert read(CAST.chen, row.pk).scope_code == GRID_2
    assert listed(CAST.chen, words="wxm") == ["王小明"]
    assert listed(CAST.lin) == []
    assert follow_houses(COMMUNITY, at=MONDAY_10) == 0
