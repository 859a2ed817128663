import hashlib
from collections import Counter

import pytest
import shapely

from jingwei.config.demo.divisions import GRIDS_IN_CITY, Division, city_divisions, county_borders
from jingwei.config.demo.territory import (
    PLACES,
    AreaSeed,
    Territory,
    _grids_per_community,
    build_territory,
    chinese_number,
)
from jingwei.kernel.codes import Level
from tools.assurance import is_deep

of_the_whole_city = pytest.mark.skipif(
    not is_deep(), reason="half a minute of a processor: in runs for the record"
)


@pytest.fixture(scope="module")
def small() -> Territory:
    return build_territory("small")


@pytest.fixture(scope="module")
def full() -> Territory:
    return build_territory("full")


def fingerprint(territory: Territory) -> str:
    digest = hashlib.sha256()
    for area in territory.areas:
        digest.update(repr((area.code, area.name, area.kind, area.households, area.people)).encode())
        digest.update(shapely.to_wkb(area.polygon))
    return digest.hexdigest()


def assert_whole(territory: Territory) -> None:
    """Codes are prefixes, every level tiles, and a whole is exactly the sum of its parts."""
    by_code = {area.code: area for area in territory.areas}
    assert len(by_code) == len(territory.areas)
    below: dict[str, list[AreaSeed]] = {}
    seen: set[str] = set()
    for area in territory.areas:
        assert area.polygon.is_valid
        assert area.polygon.contains(shapely.Point(area.centre)), area
        assert len(area.code) == area.level
        if area.parent_code is not None:
            assert area.code.startswith(area.parent_code)
            assert area.parent_code in seen, "parents come before their children"
            below.setdefault(area.parent_code, []).append(area)
        seen.add(area.code)
    for level in Level:
        assert shapely.coverage_is_valid([a.polygon for a in territory.at(level) if not a.is_special])
    for code, children in below.items():
        parent = by_code[code]
        basic = [child for child in children if not child.is_special]
        assert shapely.union_all([c.polygon for c in basic]).symmetric_difference(parent.polygon).area < 1e-9
        assert abs(sum(child.polygon.area for child in basic) - parent.polygon.area) < 1e-9
        assert parent.people == sum(child.people for child in basic)
        for special in (child for child in children if child.is_special):
            assert parent.polygon.contains(special.polygon)


def test_the_facts_file_holds_the_citys_divisions() -> None:
    levels = Counter(division.level for division in city_divisions())
    assert levels == {Level.CITY: 1, Level.COUNTY: 8, Level.TOWNSHIP: 98, Level.COMMUNITY: 1446}


def test_six_counties_have_a_real_border() -> None:
    borders = county_borders()
    assert set(borders) == {"430902", "430903", "430921", "430922", "430923", "430981"}
    assert shapely.coverage_is_valid(list(borders.values()))


def test_the_small_city_is_one_whole_county(small: Territory) -> None:
    assert_whole(small)
    assert [area.code for area in small.at(Level.COUNTY)] == ["430902"]
    assert len(small.at(Level.COMMUNITY)) == 124


def test_a_real_county_keeps_its_border_to_some_metres(small: Territory) -> None:
    (county,) = small.at(Level.COUNTY)
    border = county_borders()[county.code]
    assert not county.is_generated
    assert county.polygon.symmetric_difference(border).area < 1e-4 * border.area
    assert county.polygon.hausdorff_distance(border) * 111_320 < 15


def test_everything_finer_than_a_county_says_that_it_is_generated(small: Territory) -> None:
    finer = [area for area in small.areas if area.level > Level.COUNTY]
    assert finer
    assert all(area.is_generated for area in finer)
    assert small.areas[0].is_generated  # the small city ends where its county ends: not the real border


def test_grids_have_two_to_five_hundred_people_and_take_their_codes_from_their_community(
    small: Territory,
) -> None:
    for grid in small.at(Level.GRID):
        assert 200 <= grid.people <= 500
        assert grid.parent_code == grid.code[:12]
        assert (grid.code[12:] >= "901") == grid.is_special
        assert (grid.households == 0) == grid.is_special
    assert {grid.kind for grid in small.at(Level.GRID)} == {"urban", "rural", "special"}


def test_urban_grids_are_denser_than_rural_ones(small: Territory) -> None:
    density = {
        kind: sum(g.people for g in grids) / sum(g.polygon.area for g in grids)
        for kind in ("urban", "rural")
        if (grids := [g for g in small.at(Level.GRID) if g.kind == kind])
    }
    assert density["urban"] > 4 * density["rural"]


def test_grids_are_numbered_in_words(small: Territory) -> None:
    names = {area.code: area.name for area in small.areas}
    assert names["430902005001001"] == "石码头社区第一网格"
    special = [area for area in small.at(Level.GRID) if area.is_special]
    assert len(special) == 8
    assert all(area.name.endswith("专属网格") for area in special)


def test_two_runs_give_the_same_city(small: Territory) -> None:
    assert fingerprint(small) == fingerprint(build_territory.__wrapped__("small"))


def test_the_whole_city_has_its_divisions_and_shares_its_grids_out() -> None:
    divisions = city_divisions()
    levels = Counter(division.level for division in divisions)
    assert (levels[Level.COUNTY], levels[Level.TOWNSHIP], levels[Level.COMMUNITY]) == (8, 98, 1446)
    basic = sum(_grids_per_community(divisions).values())
    assert basic + levels[Level.COUNTY] * len(PLACES) == GRIDS_IN_CITY


@of_the_whole_city
def test_the_full_city_has_all_its_grids_and_tiles(full: Territory) -> None:
    assert_whole(full)
    assert len(full.at(Level.GRID)) == GRIDS_IN_CITY
    assert Counter(area.level for area in full.areas) == {
        Level.CITY: 1,
        Level.COUNTY: 8,
        Level.TOWNSHIP: 98,
        Level.COMMUNITY: 1446,
        Level.GRID: 5816,
    }


@of_the_whole_city
def test_counties_without_a_border_are_carved_out_of_their_neighbours(full: Territory) -> None:
    generated = {area.code for area in full.at(Level.COUNTY) if area.is_generated}
    assert generated == {"430971", "430972", "430903", "430921", "430981"}
    real = shapely.union_all(list(county_borders().values()))
    assert full.areas[0].polygon.symmetric_difference(real).area < 1e-4 * real.area


@of_the_whole_city
def test_a_county_has_the_same_codes_in_both_sizes(full: Territory, small: Territory) -> None:
    in_full = {a.code: (a.name, a.people) for a in full.areas if a.code.startswith("430902")}
    in_small = {a.code: (a.name, a.people) for a in small.areas if a.code.startswith("430902")}
    assert in_full == in_small


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("花园洞村委会", "花园洞村"),
        ("创业村村委会", "创业村"),
        ("金山社区居民委员会", "金山社区"),
        ("河坝居委会", "河坝社区"),
        ("石码头社区", "石码头社区"),
        ("南湾湖虚拟生活区", "南湾湖虚拟生活区"),
    ],
)
def test_grid_names_leave_the_committee_out(name: str, short: str) -> None:
    assert Division("430902005001", name, Level.COMMUNITY).short_name == short


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三")]
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert chinese_number(number) == words
