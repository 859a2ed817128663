"""Finding the item that is meant, in the list the city was planted with."""

from datetime import date

import pytest

from jingwei.domains.routing import queries
from jingwei.domains.routing.rules import ItemUnknown
from jingwei.domains.routing.rules.refusals import ItemNotFound
from jingwei.foundation.memory.contracts import errand
from jingwei.kernel.paging import BadCursor

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 16)


def found(words: str) -> list[str]:
    return [item.brief.item_name for item in queries.find_items(on=TODAY, words=words, limit=20).rows]


def test_a_name_comes_before_what_mentions_it() -> None:
    assert found("暴露垃圾")[0] == "暴露垃圾"
    assert found("010101") == ["暴露垃圾"]
    assert all("垃圾" in name for name in found("垃圾")[:2])


def test_every_word_must_be_found() -> None:
    both = found("垃圾 运输")
    assert set(both) <= set(found("垃圾"))
    assert len(both) < len(found("垃圾"))


def test_a_whole_complaint_finds_its_item() -> None:
    assert "暴露垃圾" in found("小区门口的暴露垃圾好几天没有人清走，很臭")[:3]
    assert any("路灯" in name for name in found("我们巷子里的路灯坏了，晚上看不见路")[:5])


@pytest.mark.parametrize("words", ["，。！", "zzzz", "鑫", "   "])
def test_nothing_is_found_for_nothing(words: str) -> None:
    assert found(words) == [] if words.strip("，。！ ") else len(found(words)) == 20


def test_pages_follow_each_other_without_gap_or_double() -> None:
    seen: list[str] = []
    cursor = None
    while True:
        page = queries.find_items(on=TODAY, words="垃圾", cursor=cursor, limit=3)
        seen += [item.brief.item_code for item in page.rows]
        cursor = page.next_cursor
        if cursor is None:
            break
    whole = [item.brief.item_code for item in queries.find_items(on=TODAY, words="垃圾", limit=400).rows]
    assert seen == whole
    assert len(set(seen)) == len(seen) > 3
    with pytest.raises(BadCursor):
        queries.find_items(on=TODAY, cursor="nonsense")


def test_a_class_and_a_kind_of_unit_narrow_the_list() -> None:
    classes = queries.item_classes(on=TODAY)
    assert sum(one.items for one in classes) == 332
    assert len(classes) == 15
    first = classes[0]
    rows = queries.find_items(on=TODAY, class_name=first.class_name, limit=400).rows
    assert len(rows) == first.items == sum(items for _, _, items in first.subclasses)
    water = queries.find_items(on=TODAY, unit_kind="water_company", limit=400).rows
    assert water
    assert {item.brief.unit_kind for item in water} == {"water_company"}


def test_items_are_known_in_the_time_of_their_list_only() -> None:
    assert queries.item_in_force("010101", on=TODAY).item_name == "暴露垃圾"
    with pytest.raises(ItemUnknown):
        queries.item_in_force("010101", on=date(2023, 12, 31))
    with pytest.raises(ItemNotFound):
        queries.item_detail("999999", on=TODAY)
    brief = queries.item_in_force("010101", on=TODAY)
    assert queries.item_by_id(brief.item_id) == brief
    with pytest.raises(ItemUnknown):
        queries.item_by_id(-1)


def test_reading_items_costs_no_query_once_they_are_loaded(django_assert_num_queries: object) -> None:
    with errand():
        queries.find_items(on=TODAY)
        with django_assert_num_queries(0):  # type: ignore[operator]
            queries.find_items(on=TODAY, words="噪声")
            queries.item_in_force("010101", on=TODAY)
            queries.item_classes(on=TODAY)
