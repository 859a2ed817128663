"""Many positions at once, and by the division of another day."""

from datetime import date, timedelta

import pytest
import shapely

from jingwei.foundation.areas.contracts import AreaKind, Place
from jingwei.foundation.areas.models import Area
from jingwei.foundation.areas.queries import (
    areas_on,
    division_days,
    locate,
    locate_many,
    place_on,
)
from jingwei.foundation.areas.rules import OutsideCity
from jingwei.foundation.areas.services import NewArea, open_areas
from tests.cast import COMMUNITY, DAY_ONE, GRID_1, GRID_2, GRIDS, MONDAY_10, STEP, TOWNSHIP, inside

pytestmark = pytest.mark.django_db
NEW_DAY = date(2026, 7, 1)
MARKET = COMMUNITY + "901"


def give_half_of_grid_1_to_grid_2() -> None:
    """On the new day the eastern half of the first grid belongs to the second; a market stands across both."""
    west, south = inside(GRID_1, east=0.0, north=0.0)
    Area.objects.filter(code__in=[GRID_1, GRID_2], valid_to_on=None).update(valid_to_on=NEW_DAY)
    halves = {
        GRID_1: shapely.box(west, south, west + STEP / 2, south + STEP),
        GRID_2: shapely.box(west + STEP / 2, south, west + 2 * STEP, south + STEP),
        MARKET: shapely.box(west + STEP * 0.9, south, west + STEP * 1.1, south + STEP / 2),
    }
    kinds = {MARKET: AreaKind.SPECIAL}
    new = [
        NewArea(code, code, kinds.get(code, AreaKind.URBAN), shapely.to_wkb(shape))
        for code, shape in halves.items()
    ]
    open_areas(new, on=NEW_DAY, at=MONDAY_10)


def test_many_are_found_as_each_by_itself() -> None:
    give_half_of_grid_1_to_grid_2()
    spots = [
        inside(grid, east=east / 8, north=north / 8)
        for grid in GRIDS
        for east in range(9)
        for north in range(9)
    ]
    assert locate_many(spots) == [locate(*spot) for spot in spots]
    assert locate_many(spots, within=TOWNSHIP)[: 9 * 27] == locate_many(spots)[: 9 * 27]
    assert len({place.special_grid_code for place in locate_many(spots) if place}) == 2


def test_what_lies_outside_the_city_is_nowhere_and_stops_nobody_else() -> None:
    assert locate_many([(0.0, 0.0), inside(GRID_1)]) == [None, Place(GRID_1, None)]
    assert locate_many([]) == []


def test_on_that_day_it_was_another_grid() -> None:
    give_half_of_grid_1_to_grid_2()
    spot = inside(GRID_1, east=0.7)
    assert locate(*spot).area_code == GRID_2
    assert place_on(*spot, on=NEW_DAY - timedelta(days=1)).area_code == GRID_1
    assert place_on(*spot, on=NEW_DAY).area_code == GRID_2
    with pytest.raises(OutsideCity):
        place_on(*spot, on=DAY_ONE - timedelta(days=1))


def test_the_days_of_change_are_told_with_what_changed() -> None:
    give_half_of_grid_1_to_grid_2()
    days = [(day.on, day.opened, day.closed, day.changed) for day in division_days(COMMUNITY)]
    assert days == [(DAY_ONE, 3, 0, 0), (NEW_DAY, 1, 0, 2)]
    before = [one.code for one in areas_on(COMMUNITY, on=NEW_DAY - timedelta(days=1))]
    assert before == [COMMUNITY, GRID_1, GRID_2]
    assert [one.code for one in areas_on(COMMUNITY)] == [COMMUNITY, GRID_1, GRID_2, MARKET]
    assert areas_on(COMMUNITY, on=DAY_ONE - timedelta(days=1)) == []
