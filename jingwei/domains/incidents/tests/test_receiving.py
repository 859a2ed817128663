"""Which level receives a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.incidents.rules.receiving import Receiving, receiving_level, receiving_of_tip
from jingwei.domains.incidents.rules.sight import FULL_FLOOR, NOBODY_BY_AREA
from jingwei.kernel.codes import Level, level_of
from tests.cast import CITY, COMMUNITY, COUNTY, GRID_1, OTHER_TOWNSHIP, TOWNSHIP, centre

AREAS = [CITY, COUNTY, TOWNSHIP, COMMUNITY, GRID_1]


@pytest.mark.parametrize(
    ("about_area", "level"),
    [
        (None, Level.COMMUNITY),
        (GRID_1, Level.COMMUNITY),
        (COMMUNITY, Level.TOWNSHIP),
        (TOWNSHIP, Level.COUNTY),
        (COUNTY, Level.CITY),
        (CITY, Level.CITY),
    ],
)
def test_a_report_about_a_unit_goes_to_the_level_above_it(about_area: str | None, level: Level) -> None:
    assert receiving_level(GRID_1, desk_area=None, about_area=about_area) is level


@pytest.mark.parametrize("desk_area", [CITY, COUNTY, TOWNSHIP, COMMUNITY])
def test_a_desk_keeps_what_lies_in_its_own_area(desk_area: str) -> None:
    assert receiving_level(GRID_1, desk_area=desk_area, about_area=None) is level_of(desk_area)


def test_a_desk_hands_on_what_lies_elsewhere() -> None:
    assert receiving_level(GRID_1, desk_area=OTHER_TOWNSHIP, about_area=None) is Level.COMMUNITY


@given(st.sampled_from(AREAS), st.sampled_from([None, *AREAS]), st.sampled_from([None, *AREAS]))
def test_nobody_below_the_level_above_ever_receives(
    area: str, desk_area: str | None, about_area: str | None
) -> None:
    level = receiving_level(area, desk_area=desk_area, about_area=about_area)
    assert level <= Level.COMMUNITY
    if about_area is not None and level_of(about_area).above is not None:
        assert level < level_of(about_area)


@pytest.mark.parametrize(
    ("about_area", "level"),
    [
        (None, Level.COUNTY),
        (COMMUNITY, Level.COUNTY),
        (TOWNSHIP, Level.COUNTY),
        (COUNTY, Level.CITY),
        (CITY, Level.CITY),
    ],
)
def test_tips_go_to_the_county_or_above_the_unit(about_area: str | None, level: Level) -> None:
    assert receiving_of_tip(about_area) is level


@pytest.mark.parametrize(
    ("is_protected", "is_tip", "floor"),
    [
        (False, False, FULL_FLOOR),
        (True, False, 9),
        (False, True, NOBODY_BY_AREA),
        (True, True, NOBODY_BY_AREA),
    ],
)
def test_the_floor_hides_it_below_the_receiving_level(is_protected: bool, is_tip: bool, floor: int) -> None:
    received = Receiving(
        centre_id=centre(TOWNSHIP),
        centre_name="大码头街道综治中心",
        centre_area=TOWNSHIP,
        post_id=None,
        is_protected=is_protected,
        is_tip=is_tip,
    )
    assert received.sight_floor == floor
