"""The division on any day, two days side by side, many positions at once, and the grid standard."""

from datetime import timedelta

import pytest

from jingwei.foundation.territory.tests.conftest import Call, Table, line
from jingwei.kernel.clock import local, now
from jingwei.kernel.geo import wgs84_to_gcj02
from tests.cast import CAST, COMMUNITY, COUNTY, DAY_ONE, GRID_1, GRID_2, SOUTH, STEP, TOWNSHIP, WEST, inside

pytestmark = pytest.mark.django_db
NEW = COMMUNITY + "003"


def test_any_day_is_shown_and_two_days_are_compared(call: Call, table: Table) -> None:
    middle = WEST + STEP * 0.5
    table.do("split", feature_id=table.id_of(GRID_1), line=line((middle, SOUTH), (middle, SOUTH + STEP)))
    table.do("describe", feature_id=table.id_of(GRID_2), name="滨江网格")
    day = local(now()).date()
    table.publish(day.isoformat())
    before = (day - timedelta(days=1)).isoformat()
    ask = f"/territory/areas?within={COMMUNITY}"
    assert [one["code"] for one in call(CAST.lin, "GET", ask).json()["features"]] == [
        COMMUNITY,
        GRID_1,
        GRID_2,
        NEW,
    ]
    then = call(CAST.lin, "GET", f"{ask}&layer=small&on={before}").json()
    assert [(one["code"], one["valid_to_on"]) for one in then["features"]] == [
        (GRID_1, day.isoformat()),
        (GRID_2, day.isoformat()),
    ]
    days = call(CAST.lin, "GET", f"/territory/days?within={TOWNSHIP}").json()
    assert days == [
        {"on": DAY_ONE.isoformat(), "opened": 6, "closed": 0, "changed": 0},
        {"on": day.isoformat(), "opened": 1, "closed": 0, "changed": 2},
    ]
    asked = f"/territory/compare?within={TOWNSHIP}&from_on={before}&to_on={day.isoformat()}"
    rows = call(CAST.lin, "GET", asked).json()["rows"]
    assert [(row["code"], row["what"]) for row in rows] == [
        (GRID_1, "changed"),
        (GRID_2, "same_ground"),
        (NEW, "opened"),
    ]
    assert rows[0]["moved_m2"] == pytest.approx(rows[2]["moved_m2"], rel=0.001)
    assert rows[1]["before"]["name"] != rows[1]["after"]["name"] == "滨江网格"
    (told,) = call(CAST.ding, "GET", "/territory/publications").json()["rows"]
    assert (told["opened"], told["changed"], told["closed"], told["area_name"]) == (1, 2, 0, "大码头街道")
    assert call(CAST.ding, "GET", f"/territory/publications?within={COUNTY}").json()["rows"] == [told]
    assert call(CAST.ding, "GET", "/territory/publications?within=430903").json()["rows"] == []


def test_a_thousand_positions_are_placed_in_one_call(call: Call) -> None:
    spots = [inside(GRID_1), inside(GRID_2), (0.0, 0.0)]
    given = [{"lon": lon, "lat": lat} for lon, lat in spots]
    rows = call(CAST.lin, "POST", "/territory/located", {"positions": given}).json()["rows"]
    assert [row["area_code"] for row in rows] == [GRID_1, GRID_2, None]
    shifted = [dict(zip(("lon", "lat"), wgs84_to_gcj02(*spots[0]), strict=True))]
    asked = {"positions": shifted, "datum": "gcj02", "on": "2025-01-01"}
    assert call(CAST.lin, "POST", "/territory/located", asked).json()["rows"][0]["area_code"] == GRID_1
    too_many = {"positions": [given[0]] * 1001}
    assert call(CAST.lin, "POST", "/territory/located", too_many).status_code == 422


def test_the_standard_has_its_days_and_only_the_city_sets_it(call: Call) -> None:
    assert call(CAST.lin, "GET", "/territory/standard").json()["valid_from_on"] is None
    row = {"layer": "small", "kind": "urban", "min_households": 300, "max_households": 500}

    def set_it(day: str, **change: object) -> int:
        body = {"valid_from_on": day, "basis": "市政府第12号", "rows": [row | change]}
        return int(call(CAST.ding, "PUT", "/territory/standard", body).status_code)

    assert set_it("2026-01-01") == 200
    assert set_it("2026-09-01", max_households=600) == 200
    assert set_it("2026-09-01", max_households=700) == 200
    assert set_it("2025-06-01") == 422
    assert set_it("2026-10-01", min_households=900) == 422
    assert set_it("2026-10-01", kind="special") == 422
    old = call(CAST.lin, "GET", "/territory/standard?on=2026-03-01").json()
    assert (old["valid_to_on"], old["rows"][0]["max_households"]) == ("2026-09-01", 500)
    assert old["history"] == ["2026-01-01", "2026-09-01"]
    assert call(CAST.lin, "GET", "/territory/standard").json()["rows"][0]["max_households"] == 700
    body = {"valid_from_on": "2026-12-01", "rows": []}
    assert call(CAST.sun, "PUT", "/territory/standard", body).status_code == 403
