"""The made-up city is the same each time, and is one city: no number, door or building stands in it twice."""

from collections import Counter
from datetime import date

from bench.ledger.city import (
    GRID_COUNT,
    TOWER_FLATS,
    areas,
    code_of,
    ground_of,
    has_tower,
    is_village,
    people_on,
)
from jingwei.domains.dwellings.rules.addresses import parse, shown
from jingwei.kernel.numbers import identity_number

PEOPLE = 1_500_000


def test_a_grid_is_the_same_each_time_and_knows_nothing_of_the_others() -> None:
    first = ground_of(2019, PEOPLE)
    ground_of(7, PEOPLE)
    assert ground_of(2019, PEOPLE) == first
    assert sum(people_on(index, PEOPLE) for index in range(GRID_COUNT)) == PEOPLE


def test_the_smaller_city_holds_the_same_people_on_the_same_ground() -> None:
    small, large = ground_of(30, PEOPLE // 10), ground_of(30, PEOPLE)
    numbers = {one["identity"]: one["name"] for one in large.people}
    assert all(numbers[one["identity"]] == one["name"] for one in small.people)
    assert {one["address"] for one in small.houses} < {one["address"] for one in large.houses}


def test_numbers_are_sound_and_nothing_stands_twice() -> None:
    numbers: Counter[str] = Counter()
    doors: Counter[str] = Counter()
    for index in range(0, GRID_COUNT, 61):
        ground = ground_of(index, PEOPLE)
        numbers.update(identity_number(one["identity"], today=date(2026, 11, 16)) for one in ground.people)
        doors.update(one["address"] for one in (*ground.houses, *(one.cells for one in ground.buildings)))
    assert max(numbers.values()) == max(doors.values()) == 1


def test_addresses_are_written_as_the_ledger_writes_them_and_towers_are_whole() -> None:
    tower = next(index for index in range(GRID_COUNT) if has_tower(index))
    village = next(index for index in range(GRID_COUNT) if is_village(index))
    for index in (tower, village):
        for one in ground_of(index, PEOPLE).houses:
            assert shown(parse(one["address"])) == one["address"]
    assert len(ground_of(tower, PEOPLE // 10).houses) == TOWER_FLATS


def test_the_ground_has_an_area_for_every_grid() -> None:
    codes = [one.code for one in areas()]
    assert len(codes) == len(set(codes))
    assert {code_of(0)[:6], code_of(0)[:9], code_of(0)[:12], code_of(GRID_COUNT - 1)} <= set(codes)
