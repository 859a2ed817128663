"""Which due records are gone round for next."""

from collections import defaultdict
from datetime import date, timedelta
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingwei.domains.freshness.rules.batching import A_DAY, Due, chosen, door_of, place_of, rooms
from jingwei.foundation.forms.contracts import RecordAtDoor
from tests.cast import MONDAY_10

DAY = date(2026, 11, 1)
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A slow machine is no fault of the rule."""


def due(number: int, *, days: int = 0, place: str = "b:1", door: str = "h:1") -> Due:
    return Due("house", UUID(int=number), DAY + timedelta(days=days), place, door, door)


@st.composite
def heaps(draw: st.DrawFn) -> list[Due]:
    rows = draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 9)), max_size=40))
    return [
        due(number, days=days, place=f"b:{place}", door=f"h:{place}-{door}")
        for number, (place, door, days) in enumerate(rows)
    ]


def doors_of(rows: list[Due]) -> dict[str, set[UUID]]:
    found: dict[str, set[UUID]] = defaultdict(set)
    for one in rows:
        found[one.door].add(one.record_id)
    return found


@UNHURRIED
@given(heaps(), st.integers(-3, 45), st.integers(1, 45))
def test_never_more_than_there_is_room_for_and_each_once(heap: list[Due], room: int, day: int) -> None:
    taken = chosen(heap, room=room, day=day)
    assert len(taken) <= max(0, room)
    assert len({one.record_id for one in taken}) == len(taken)
    assert set(taken) <= set(heap)


@UNHURRIED
@given(heaps(), st.randoms(use_true_random=False), st.integers(0, 45))
def test_the_order_in_which_they_come_is_nothing_to_it(heap: list[Due], random: object, room: int) -> None:
    mixed = list(heap)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert chosen(mixed, room=room) == chosen(heap, room=room)


@UNHURRIED
@given(heaps())
def test_all_are_taken_where_there_is_room(heap: list[Due]) -> None:
    assert set(chosen(heap, room=len(heap))) == set(heap)


@UNHURRIED
@given(heaps(), st.integers(0, 45), st.integers(1, 45))
def test_a_door_is_split_only_where_it_alone_is_more_than_a_day(heap: list[Due], room: int, day: int) -> None:
    whole, taken = doors_of(heap), doors_of(chosen(heap, room=room, day=day))
    split = [door for door, ids in taken.items() if ids != whole[door]]
    assert all(len(whole[door]) > day for door in split)
    assert not split or list(taken) == split


@UNHURRIED
@given(heaps(), st.integers(0, 45))
def test_a_place_is_gone_through_before_the_next_and_the_oldest_comes_first(
    heap: list[Due], room: int
) -> None:
    taken = chosen(heap, room=room)
    first = {one.place: min(each.due_on for each in heap if each.place == one.place) for one in heap}
    places = list(dict.fromkeys(one.place for one in taken))
    assert [first[place] for place in places] == sorted(first[place] for place in places)
    for place in places[:-1]:
        assert {one for one in heap if one.place == place} == {one for one in taken if one.place == place}
    if taken:
        assert min(one.due_on for one in heap) == first[places[0]]


def test_a_dormitory_is_begun_although_it_is_more_than_a_day() -> None:
    heap = [due(number) for number in range(50)]
    assert len(chosen(heap, room=40, day=40)) == 40
    assert chosen(heap, room=40, day=60) == []  # tomorrow there is room for the whole door


def test_people_share_their_day_among_their_grids() -> None:
    one, other = uuid4(), uuid4()
    assert rooms({"a": [one], "b": [other, one], "c": []}) == {
        "a": A_DAY // 2,
        "b": A_DAY + A_DAY // 2,
        "c": 0,
    }
    assert rooms({"a": [one, one]}) == {"a": A_DAY}


@UNHURRIED
@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from([UUID(int=n) for n in range(4)]))))
def test_nobody_is_asked_for_more_than_a_day(heads: dict[str, list[UUID]]) -> None:
    people = {one for held in heads.values() for one in held}
    assert sum(rooms(heads).values()) <= A_DAY * len(people)


def at_door(**changes: object) -> RecordAtDoor:
    facts: dict[str, object] = {
        "kind": "house",
        "record_id": UUID(int=1),
        "label": "",
        "stem": "人民路12号",
        "stands_at": "人民路12号",
        "address": "人民路12号",
        "sort": "",
        "building_id": None,
        "house_id": None,
        "due_on": DAY,
        "seen_at": MONDAY_10,
    }
    return RecordAtDoor(**facts | changes)  # type: ignore[arg-type]


def test_a_place_is_the_building_or_the_door_in_the_street() -> None:
    building, house = UUID(int=7), UUID(int=8)
    assert place_of(at_door(building_id=building)) == f"b:{building}"
    assert place_of(at_door()) == "s:人民路12号"
    assert door_of(at_door(building_id=building, record_id=building)) == ""
    assert door_of(at_door(house_id=house)) == f"h:{house}"
    assert door_of(at_door()) == "a:人民路12号"
