"""Found by part of the address, by name, by another name, by initials – and nothing of other people's areas."""

import pytest

from jingwei.domains.dwellings.queries.buildings import BuildingFilter, list_buildings
from jingwei.domains.dwellings.queries.finding import find_buildings, find_houses, houses_at
from jingwei.domains.dwellings.queries.houses import HouseFilter, count_houses, list_houses
from jingwei.domains.dwellings.tests.things import building, farmhouse, planned
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from tests.cast import CAST, FOREIGN_GRID, GRID_1, MONDAY_10

pytestmark = pytest.mark.django_db
TODAY = local(MONDAY_10).date()


def buildings(words: str, actor: Actor = CAST.lin) -> list[str]:
    with eyes(actor):
        return [row.address for row in find_buildings(actor, words)]


def houses(words: str, actor: Actor = CAST.lin) -> list[str]:
    with eyes(actor):
        return [one.address for one in find_houses(actor, words)]


def test_parts_names_other_names_and_initials_lead_to_a_building() -> None:
    building(name="鹤鸣大厦", aliases=("老棉纺厂宿舍3栋",))
    building("人民路12号金山花园13栋")
    building("五一路8号", grid=FOREIGN_GRID, actor=CAST.ding)
    for words in (
        "金山花园3栋",
        "人民路 金山花园 3栋",
        "鹤鸣",
        "棉纺厂宿舍3栋",
        "hmds",
        "益阳市资阳区人民路12号金山花园三号楼",
    ):
        assert buildings(words)[0] == "人民路12号金山花园3栋", words
    assert set(buildings("jshy")) == {"人民路12号金山花园3栋", "人民路12号金山花园13栋"}
    assert buildings("五一路") == buildings("不存在的路") == buildings("") == []
    assert buildings("金山花园", CAST.mao) == []


def test_a_whole_address_leads_to_the_room_and_a_building_to_all_of_its_houses() -> None:
    planned(building())
    farmhouse()
    assert houses("金山花园3-2-501") == ["人民路12号金山花园3栋2单元501室"]
    assert (
        houses("金山花园 501")
        == [
            "人民路12号金山花园3栋1单元501室",
            "人民路12号金山花园3栋2单元501室",
        ]
        or len(houses("金山花园501室")) == 2
    )
    assert houses("花园洞村3组") == ["花园洞村3组12号"]
    with eyes(CAST.lin):
        wanted = HouseFilter(words="金山花园")
        page = list_houses(CAST.lin, wanted, on=TODAY, cursor=None, size=20)
        rest = list_houses(CAST.lin, wanted, on=TODAY, cursor=page.next_cursor, size=20)
        assert len(page.rows) + len(rest.rows) == count_houses(CAST.lin, wanted, on=TODAY) == 24
        assert [row.room for row in page.rows[:3]] == ["101", "102", "201"]
        exact = houses_at(CAST.lin, ["人民路12号金山花园三栋2单元501", "人民路12号金山花园9栋1单元101"])
    assert list(exact) == ["人民路12号金山花园三栋2单元501"]
    assert houses("金山花园3-2-501", CAST.chen) == []


def test_lists_narrow_by_area_use_and_what_is_due() -> None:
    planned(building(use="30"))
    building("人民路14号", use="11")
    with eyes(CAST.wu):
        for wanted, count in (
            (BuildingFilter(), 2),
            (BuildingFilter(use=("trade",)), 1),
            (BuildingFilter(use=("other",)), 0),
            (BuildingFilter(area_code=GRID_1), 2),
            (BuildingFilter(area_code=FOREIGN_GRID), 0),
            (BuildingFilter(is_ended=True), 0),
            (BuildingFilter(is_due=True), 0),
            (BuildingFilter(is_due=True, words="金山"), 0),
        ):
            assert len(list_buildings(CAST.wu, wanted, on=TODAY, cursor=None, size=9).rows) == count, wanted
        late = TODAY.replace(year=TODAY.year + 1)
        assert count_houses(CAST.wu, HouseFilter(is_due=True, use=("home",)), on=late) == 24
