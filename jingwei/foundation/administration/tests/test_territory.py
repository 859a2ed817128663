"""Territory and units over HTTP."""

import json

import pytest

from jingwei.foundation.administration.tests.conftest import Call
from jingwei.kernel.geo import wgs84_to_gcj02
from tests.cast import CAST, CITY, COMMUNITY, COUNTY, GRID_1, GRID_2, URBAN, inside

pytestmark = pytest.mark.django_db


def test_anybody_walks_down_the_territory(call: Call) -> None:
    assert [area["code"] for area in call(None, "GET", "/areas").json()] == [CITY]
    grids = call(None, "GET", f"/areas?parent={COMMUNITY}").json()
    assert [(area["code"], area["kind"]) for area in grids] == [(GRID_1, "urban"), (GRID_2, "urban")]
    assert call(None, "GET", f"/areas?parent={GRID_1}").json() == []


@pytest.mark.parametrize("parent", ["43", "4309x", "", "4309021"])
def test_a_parent_that_is_no_code_is_refused(call: Call, parent: str) -> None:
    answer = call(None, "GET", f"/areas?parent={parent}")
    assert (answer.status_code, answer.json()["code"]) == (422, "areas.bad_code")


def test_a_position_is_placed_in_its_grid_whatever_its_datum(call: Call) -> None:
    lon, lat = inside(GRID_2)
    found = call(None, "GET", f"/areas/located?lon={lon}&lat={lat}").json()
    assert found["area_code"] == GRID_2
    assert [area["code"] for area in found["path"]] == [CITY, COUNTY, COUNTY + "001", COMMUNITY, GRID_2]
    shifted = wgs84_to_gcj02(lon, lat)
    again = call(None, "GET", f"/areas/located?lon={shifted[0]}&lat={shifted[1]}&datum=gcj02").json()
    assert again["area_code"] == GRID_2
    assert again["lon"] == pytest.approx(lon, abs=1e-7)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("lon=116.4&lat=39.9", "areas.outside_city"),
        ("lon=200&lat=39.9", "geo.bad_position"),
        ("lon=nan&lat=28.5", "geo.bad_position"),
        ("lon=112.3", "bad_fields"),
        ("lon=112.3&lat=28.5&datum=mars", "bad_fields"),
        ("lon=112.3&lat=28.5&datun=gcj02", "unknown_parameter"),
    ],
)
def test_a_position_that_cannot_be_placed_is_refused_clearly(call: Call, query: str, code: str) -> None:
    answer = call(None, "GET", f"/areas/located?{query}")
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.json()["message"]
    assert answer.json()["message_en"]
    json.loads(answer.content, parse_constant=pytest.fail)


def test_units_are_listed_by_kind_and_area_page_by_page(call: Call) -> None:
    rows = call(CAST.lin, "GET", f"/units?kind=urban_management&area_code={COUNTY}").json()["rows"]
    assert [row["unit_id"] for row in rows] == [str(URBAN)]
    first = call(CAST.lin, "GET", "/units?limit=5").json()
    rest = call(CAST.lin, "GET", f"/units?limit=200&cursor={first['next_cursor']}").json()
    ids = [row["unit_id"] for row in first["rows"] + rest["rows"]]
    assert len(first["rows"]) == 5
    assert rest["next_cursor"] is None
    assert len(ids) == len(set(ids)) == len(call(CAST.lin, "GET", "/units?limit=200").json()["rows"])


def test_a_cursor_made_by_hand_is_refused(call: Call) -> None:
    answer = call(CAST.lin, "GET", "/units?cursor=WyJ4Il0")
    assert (answer.status_code, answer.json()["code"]) == (422, "paging.bad_cursor")


def test_units_are_not_listed_for_strangers(call: Call) -> None:
    assert call(None, "GET", "/units").status_code == 401
