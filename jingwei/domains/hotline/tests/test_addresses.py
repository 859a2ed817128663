"""Two characters find an address inside one's own area; nobody else's, and nothing that was said in confidence."""

import contextlib
from datetime import timedelta

import pytest

from jingwei.domains.hotline.queries.addresses import find_addresses
from jingwei.domains.hotline.rules.refusals import WordsTooShort
from jingwei.domains.hotline.services.addresses import (
    FORGET_AFTER,
    learn_addresses_since,
    learn_all_addresses,
)
from jingwei.domains.hotline.tests.lines import taken
from jingwei.domains.incidents.tests.walking import reported, rows, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, FAR_GRID, FOREIGN_GRID, GRID_1, GRID_2, MONDAY_10, URBAN

pytestmark = pytest.mark.django_db


def found(words: str, actor: Actor = CAST.zhao) -> list[str]:
    with eyes(actor):
        return [one.address or one.area_name for one in find_addresses(actor, words)]


def test_two_characters_find_an_address_and_where_it_is() -> None:
    reported(address="幸福路12号蓝天小区3栋")
    assert learn_addresses_since(MONDAY_10 - timedelta(days=1), at=MONDAY_10) == 1
    for words in ("幸福", "蓝天", "天小", "幸福路12号"):
        with eyes(CAST.zhao):
            (one,) = [a for a in find_addresses(CAST.zhao, words) if not a.is_area]
        assert one.address == "幸福路12号蓝天小区3栋"
        assert one.grid_code == GRID_1
        assert one.area_name.endswith("迎春社区 迎春社区第一网格")
        assert one.lon is not None
        assert one.lat is not None


def test_pieces_may_leave_out_what_stands_between() -> None:
    reported(address="幸福路12号蓝天小区3栋")
    learn_addresses_since(MONDAY_10, at=MONDAY_10)
    assert "幸福路12号蓝天小区3栋" in found("幸福路 蓝天小区")
    assert "幸福路12号蓝天小区3栋" in found("蓝天小区")


def test_the_name_of_the_area_may_be_said_as_well() -> None:
    reported(address="迎春路88号")
    learn_addresses_since(MONDAY_10, at=MONDAY_10)
    assert "迎春路88号" in found("迎春社区迎春路88号")


def test_areas_are_found_by_name_first() -> None:
    names = found("迎春")
    assert names[0].endswith("迎春社区")
    assert any("第一网格" in name for name in names)


def test_addresses_lie_in_ones_own_area() -> None:
    for grid in (GRID_1, GRID_2, FAR_GRID, FOREIGN_GRID):
        reported(address=f"人民路{grid[-4:]}号", position=spot(grid))
    learn_addresses_since(MONDAY_10, at=MONDAY_10)
    seen = {
        key: len(found("人民路", actor))
        for key, actor in (("wu", CAST.wu), ("sun", CAST.sun), ("he", CAST.he))
    }
    assert seen == {"wu": 2, "sun": 3, "he": 4}
    assert len(found("人民路", CAST.lin)) == 1
    assert found("人民路", CAST.qian) == []
    assert found("人民路", CAST.li) == []


def test_what_was_said_in_confidence_is_suggested_to_nobody() -> None:
    tipped(address="机密巷1号")
    reported(address="机密巷2号", about_unit_id=URBAN)
    taken(report={"address": "机密巷3号", "about_unit_id": URBAN})
    assert learn_all_addresses(at=MONDAY_10) == 0
    assert found("机密巷", CAST.he) == []


def test_what_was_just_taken_in_is_found_at_once() -> None:
    taken(report={"address": "新开巷7号"})
    assert found("新开") == ["新开巷7号"]


def test_the_same_address_is_one_and_keeps_its_latest_place() -> None:
    for share in (0.2, 0.8):
        reported(address="同一巷1号", position=spot(GRID_1, east=share))
    learn_all_addresses(at=MONDAY_10)
    learn_all_addresses(at=MONDAY_10)
    assert rows("select uses from hotline_knownaddress where text = '同一巷1号'") == [(2,)]


def test_what_nobody_names_any_more_is_forgotten() -> None:
    reported(address="老街1号")
    learn_all_addresses(at=MONDAY_10)
    learn_all_addresses(at=MONDAY_10 + FORGET_AFTER + timedelta(days=1))
    assert found("老街") == []


@pytest.mark.parametrize("words", ["幸", "，，", "%"])
def test_one_character_is_not_enough(words: str) -> None:
    with pytest.raises(WordsTooShort), eyes(CAST.zhao):
        find_addresses(CAST.zhao, words)


@pytest.mark.parametrize("words", ["%%", "' or 1=1 --", "{幸福,路}", '"}; drop table x', "\\\\"])
def test_signs_that_mean_something_to_a_database_mean_nothing(words: str) -> None:
    reported(address="幸福路12号")
    learn_addresses_since(MONDAY_10, at=MONDAY_10)
    with contextlib.suppress(WordsTooShort):
        assert "幸福路12号" not in found(words)


def test_without_eyes_the_function_answers_nothing() -> None:
    reported(address="幸福路12号")
    learn_addresses_since(MONDAY_10, at=MONDAY_10)
    with eyes(CAST.public):
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("select * from jw_find_addresses(array['幸福'], 10)")
            assert cursor.fetchall() == []
