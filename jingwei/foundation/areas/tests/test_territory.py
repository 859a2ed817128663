"""Territory: versions in time, walking up and down, and from a position to its grid."""

from datetime import date

import pytest
import shapely
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingwei.foundation.areas import queries
from jingwei.foundation.areas.contracts import AreaBrief, AreaKind
from jingwei.foundation.areas.models import Area
from jingwei.foundation.areas.queries import (
    area_by_code,
    children_of,
    locate,
    path_name,
)
from jingwei.foundation.areas.queries.locating import DIVISION
from jingwei.foundation.areas.rules import AreaUnknown, OutsideCity
from jingwei.foundation.areas.services import NewArea, open_areas, publish_edition
from jingwei.foundation.memory.contracts import errand
from jingwei.kernel.codes import BadCode
from tests.cast import (
    CITY,
    COMMUNITY,
    COUNTY,
    DAY_ONE,
    GRID_1,
    GRID_2,
    GRIDS,
    MONDAY_10,
    NAMES,
    SOUTH,
    STEP,
    TOWNSHIP,
    WEST,
    inside,
)

pytestmark = pytest.mark.django_db
NEW_DAY = date(2026, 7, 1)


def square(grid: str, *, size: float = STEP) -> bytes:
    west, south = inside(grid, east=0.0, north=0.0)
    return shapely.to_wkb(shapely.box(west, south, west + size, south + size))


def rename_grid_1() -> None:
    """A regridding on one day: the old version closes, the new one opens."""
    Area.objects.filter(code=GRID_1, valid_to_on=None).update(valid_to_on=NEW_DAY)
    open_areas([NewArea(GRID_1, "迎春社区新网格", AreaKind.URBAN, square(GRID_1))], on=NEW_DAY, at=MONDAY_10)


def test_an_area_is_found_as_it_was_on_that_day() -> None:
    rename_grid_1()
    assert area_by_code(GRID_1).name == "迎春社区新网格"
    assert area_by_code(GRID_1, on=NEW_DAY).name == "迎春社区新网格"
    assert area_by_code(GRID_1, on=date(2026, 6, 30)).name == NAMES[GRID_1]
    with pytest.raises(AreaUnknown):
        area_by_code(GRID_1, on=date(2023, 12, 31))


@pytest.mark.parametrize("code", ["430902001001999", "", "abc"])
def test_an_unknown_code_is_refused_by_name(code: str) -> None:
    with pytest.raises(AreaUnknown) as refusal:
        area_by_code(code)
    assert refusal.value.data == {"code": code}


def test_two_open_versions_of_one_area_cannot_stand() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        open_areas([NewArea(GRID_1, "又一个", AreaKind.URBAN)], on=NEW_DAY, at=MONDAY_10)


def test_a_version_does_not_end_before_it_begins() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Area.objects.filter(code=GRID_1).update(valid_to_on=DAY_ONE)


def test_a_code_that_is_none_opens_nothing() -> None:
    with pytest.raises(BadCode):
        open_areas([NewArea("4309x", "错", AreaKind.URBAN)], on=NEW_DAY, at=MONDAY_10)


def test_walking_down_reaches_every_area_once() -> None:
    found, waiting = [], [None]
    while waiting:
        children = children_of(waiting.pop())
        found += [child.code for child in children]
        waiting += [child.code for child in children]
    assert sorted(found) == sorted(NAMES)


def test_closed_versions_are_not_listed_twice() -> None:
    rename_grid_1()
    assert [area.name for area in children_of(COMMUNITY)] == ["迎春社区新网格", NAMES[GRID_2]]


def test_walking_up_names_every_level() -> None:
    assert [area.code for area in queries.ancestors_of(GRID_1)] == [CITY, COUNTY, TOWNSHIP, COMMUNITY, GRID_1]
    assert queries.ancestors_of(CITY) == [AreaBrief(CITY, "益阳市", AreaKind.URBAN)]
    assert path_name(GRID_1) == "资阳区 大码头街道 迎春社区 迎春社区第一网格"
    assert path_name(CITY) == "益阳市"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(GRIDS), st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_every_position_in_a_grid_is_found_there(grid: str, east: float, north: float) -> None:
    assert locate(*inside(grid, east=east, north=north)).area_code == grid


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(-180, 180), st.floats(-90, 90))
def test_a_position_anywhere_is_placed_or_refused(lon: float, lat: float) -> None:
    is_inside = WEST <= lon <= WEST + STEP * len(GRIDS) and SOUTH <= lat <= SOUTH + STEP
    if is_inside:
        locate(lon, lat)
        return
    with pytest.raises(OutsideCity):
        locate(lon, lat)


def test_on_a_common_border_one_grid_answers_and_always_the_same() -> None:
    lon, lat = inside(GRID_2, east=0.0)
    assert {locate(lon, lat).area_code for _ in range(5)} == {GRID_1}


def test_a_special_grid_answers_beside_the_basic_one() -> None:
    special = COMMUNITY + "900"
    market = NewArea(special, "迎春农贸市场", AreaKind.SPECIAL, square(GRID_1, size=STEP / 4))
    open_areas([market], on=NEW_DAY, at=MONDAY_10)
    place = locate(*inside(GRID_1, east=0.1, north=0.1))
    assert (place.area_code, place.special_grid_code) == (GRID_1, special)
    assert locate(*inside(GRID_1, east=0.9, north=0.9)).special_grid_code is None


def test_where_no_grid_is_drawn_the_community_answers() -> None:
    Area.objects.filter(code__in=[GRID_1, GRID_2]).update(outline=None)
    publish_edition(at=MONDAY_10)
    assert locate(*inside(GRID_1)).area_code == COMMUNITY


def test_in_a_gap_between_drawn_grids_the_community_answers() -> None:
    Area.objects.filter(code=GRID_2).update(outline=None)
    publish_edition(at=MONDAY_10)
    assert locate(*inside(GRID_1)).area_code == GRID_1
    assert locate(*inside(GRID_2)).area_code == COMMUNITY


def test_what_is_located_is_the_division_of_the_published_edition() -> None:
    assert locate(*inside(GRID_1)).area_code == GRID_1
    Area.objects.filter(code__in=[GRID_1, GRID_2]).update(outline=None)
    assert locate(*inside(GRID_1)).area_code == GRID_1
    first = publish_edition(at=MONDAY_10)
    assert publish_edition(at=MONDAY_10) == first + 1
    assert locate(*inside(GRID_1)).area_code == COMMUNITY
    rename_grid_1()
    assert locate(*inside(GRID_1)).area_code == GRID_1


def test_an_empty_city_places_nothing() -> None:
    Area.objects.update(outline=None)
    DIVISION.forget()
    with pytest.raises(OutsideCity):
        locate(*inside(GRID_1))


def test_locating_loads_the_grids_once(django_assert_num_queries: object) -> None:
    with errand():
        locate(*inside(GRID_1))
        with django_assert_num_queries(0):  # type: ignore[operator]
            for _ in range(20):
                locate(*inside(GRID_2))
