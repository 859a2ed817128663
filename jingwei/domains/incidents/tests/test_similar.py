"""Similar by place: what one may see close by, bounded by what is open or was closed lately. See ADR 23."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from jingwei.domains.incidents import queries
from jingwei.domains.incidents.queries.nearby import Similar
from jingwei.domains.incidents.rules.nearby import (
    CELLS_A_DEGREE,
    LARGEST_RADIUS_M,
    LOOK_BACK,
    cell_of,
    cells_around,
)
from jingwei.domains.incidents.tests.walking import RUBBISH, SIGNBOARD, Walk, reported, rows, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, FAR_GRID, GRID_1, GRID_2, inside

pytestmark = pytest.mark.django_db


def around(
    walk: Walk, by: Actor = CAST.wu, radius_m: int = 200, later: timedelta = timedelta()
) -> list[Similar]:
    with eyes(by):
        incident = queries.incident_for(by, walk.case)
        return queries.similar_by_place(by, incident, radius_m=radius_m, at=walk.at + later)


def ids(found: list[Similar]) -> list[UUID]:
    return [one.incident.pk for one in found]


def at_share(east: float) -> Walk:
    return reported(position=spot(GRID_1, east=east))


def test_what_lies_within_the_radius_is_found_and_the_distance_told() -> None:
    here, close, far = at_share(0.5), at_share(0.55), at_share(0.9)
    (found,) = around(here)
    assert found.incident.pk == close.case
    assert 40 < found.distance_m < 60
    assert set(ids(around(here, radius_m=500))) == {close.case, far.case}


def test_the_same_item_stands_first_then_its_class_then_the_nearest() -> None:
    here = at_share(0.5).accepted(item_code=RUBBISH)
    near_other, same_class, same = at_share(0.51), at_share(0.52), at_share(0.53)
    same_class.accepted(item_code=SIGNBOARD)
    same.accepted(item_code=RUBBISH)
    assert [one.likeness for one in around(here)] == [3, 1, 0]
    assert ids(around(here)) == [same.case, same_class.case, near_other.case]


def test_closed_ones_are_compared_for_ninety_days_and_open_ones_always() -> None:
    here = at_share(0.5)
    waiting = at_share(0.51)
    closed = at_share(0.52).accepted().dispatched().taken().handled().passed().closed()
    assert set(ids(around(here))) == {waiting.case, closed.case}
    assert ids(around(here, later=LOOK_BACK + timedelta(days=1))) == [waiting.case]


def test_what_one_may_not_see_is_not_similar_either() -> None:
    here = at_share(0.5)
    beyond = reported(position=spot(GRID_2, east=0.001))
    edge = reported(position=spot(GRID_1, east=0.999))
    tip = tipped(position=spot(GRID_1, east=0.5))
    assert ids(around(edge, by=CAST.lin)) == []
    assert ids(around(edge, by=CAST.wu)) == [beyond.case]
    assert tip.case not in ids(around(here))


def test_a_matter_without_a_position_has_nothing_around_it() -> None:
    at_share(0.5)
    assert around(reported(position=None, area_code=GRID_1)) == []


def test_another_place_is_not_similar() -> None:
    reported(position=spot(FAR_GRID))
    assert around(at_share(0.5), by=CAST.sun) == []


def test_the_database_and_the_rules_cut_the_same_squares() -> None:
    walk = reported()
    lon, lat = inside(GRID_1)
    (stored,) = rows("select place_cell from incidents_incident where id = %s", walk.case)
    assert stored == (cell_of(lon, lat),)


@pytest.mark.parametrize("lat", [3.0, 28.5, 45.0, 53.5])
def test_a_circle_misses_none_of_its_squares(lat: float) -> None:
    lon = 112.3012
    squares = set(cells_around(lon, lat, LARGEST_RADIUS_M))
    for north in range(-9, 10):
        for east in range(-9, 10):
            point = lon + east / 1000, lat + north / 1000
            metres = ((east * 111.195 * 0.6) ** 2 + (north * 111.195) ** 2) ** 0.5
            if metres <= LARGEST_RADIUS_M * 0.6:
                assert cell_of(*point) in squares
    assert len(squares) < 150
    assert 1 / CELLS_A_DEGREE == 0.0025


def test_likeness_goes_by_the_codes_of_the_items() -> None:
    here = at_share(0.5).accepted(item_code=RUBBISH)
    others = {
        code: at_share(0.51 + n / 100).accepted(item_code=code) for n, code in enumerate(["020101", "010102"])
    }
    without = at_share(0.54)
    found = {one.incident.pk: one.likeness for one in around(here)}
    assert found == {others["010102"].case: 2, others["020101"].case: 0, without.case: 0}


def test_the_planner_may_use_the_squares_under_the_fence() -> None:
    """With a table too small to need an index the planner is told not to scan it; a leaky condition could not help."""
    with eyes(CAST.sun), connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute(
            "explain select 1 from incidents_incident where place_cell = any(%s) and closed_at is null",
            [cells_around(112.3, 28.5, 200)],
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "incidents_place_cell" in plan
    assert "Index Cond: ((place_cell = ANY" in plan
