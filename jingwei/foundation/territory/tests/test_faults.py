"""Every fault has a place, a size and ways to mend it, and is gone once it is mended."""

import pytest
import shapely
from shapely import affinity

from jingwei.foundation.territory.rules.ground import area_m2, halves, rounded
from jingwei.foundation.territory.tests.conftest import Call, Table, line, square
from tests.cast import CAST, COMMUNITY, GRID_1, GRID_2, GRID_3, OTHER_COMMUNITY, SOUTH, STEP, WEST

pytestmark = pytest.mark.django_db
MIDDLE = SOUTH + STEP / 2
NORTH = SOUTH + STEP


def reach(table: Table, code: str, west: float, east: float) -> None:
    """A grid redrawn over the whole height, from so many sides to so many."""
    outline = square(WEST + STEP * west, SOUTH, WEST + STEP * east, NORTH)
    table.do("reshape", feature_id=table.id_of(code), geometry=outline)


def only(table: Table) -> dict[str, object]:
    (fault,) = table.faults()
    return fault


def test_a_gap_is_given_to_a_neighbour(table: Table) -> None:
    reach(table, GRID_1, 0, 0.6)
    fault = only(table)
    assert (fault["kind"], sorted(fault["codes"])) == ("gap", [GRID_1, GRID_2])
    assert fault["area_m2"] == pytest.approx(0.4 * 1_085_000, rel=0.01)
    assert WEST + STEP * 0.6 < fault["lon"] < WEST + STEP
    assert SOUTH < fault["lat"] < NORTH
    table.mend("gap", f"give:{table.id_of(GRID_2)}")
    assert table.faults(blocking=False) == []
    assert table.grid(GRID_2)["area_m2"] == pytest.approx(1.4 * 1_085_000, rel=0.01)


def test_a_gap_becomes_a_grid_of_its_own(table: Table) -> None:
    reach(table, GRID_1, 0, 0.6)
    done = table.mend("gap", "fill")
    assert (done["changed"][0]["code"], done["changed"][0]["name"]) == (COMMUNITY + "003", "迎春社区第三网格")
    assert table.faults(blocking=False) == []


def test_a_closed_grid_leaves_a_gap_that_holds_the_draft_up(table: Table) -> None:
    table.do("close", feature_id=table.id_of(GRID_2))
    assert only(table)["kind"] == "gap"
    assert table.check()["blocking"] == 1
    assert table.draft["state"] == "draft"


def test_an_overlap_goes_to_one_of_the_two(table: Table) -> None:
    reach(table, GRID_1, 0, 1.25)
    fault = only(table)
    assert (fault["kind"], sorted(fault["codes"])) == ("overlap", [GRID_1, GRID_2])
    assert fault["area_m2"] == pytest.approx(0.25 * 1_085_000, rel=0.01)
    table.mend("overlap", f"give:{table.id_of(GRID_1)}")
    assert table.faults(blocking=False) == []
    assert table.grid(GRID_2)["area_m2"] == pytest.approx(0.75 * 1_085_000, rel=0.01)


def test_what_lies_outside_is_cut_off_or_the_parent_grows(table: Table) -> None:
    reach(table, GRID_2, 1, 2.5)
    assert [fault["kind"] for fault in table.faults()] == ["outside_parent"]
    table.mend("outside_parent", "extend")
    assert table.grid(COMMUNITY)["area_m2"] == pytest.approx(2.5 * 1_085_000, rel=0.01)
    assert table.grid(OTHER_COMMUNITY)["area_m2"] == pytest.approx(0.5 * 1_085_000, rel=0.01)
    assert [fault["kind"] for fault in table.faults()] == [
        "outside_parent"
    ]  # the neighbour's grid stands on it
    table.mend("outside_parent", "clip")
    assert table.faults(blocking=False) == []
    assert table.grid(GRID_3)["area_m2"] == pytest.approx(0.5 * 1_085_000, rel=0.01)


def test_a_township_does_not_grow_in_its_own_draft(table: Table) -> None:
    reach(table, OTHER_COMMUNITY, 2, 3.5)
    outside = next(fault for fault in table.faults() if fault["kind"] == "outside_parent")
    assert [one["way"] for one in outside["ways"]] == ["clip"]


def test_a_crossing_border_is_told_at_the_crossing_and_repaired(table: Table) -> None:
    ring = [[WEST, SOUTH], [WEST + STEP, NORTH], [WEST + STEP, SOUTH], [WEST, NORTH], [WEST, SOUTH]]
    crossing = {"type": "Polygon", "coordinates": [ring]}
    table.do("reshape", feature_id=table.id_of(GRID_1), geometry=crossing)
    fault = only(table)
    assert fault["kind"] == "invalid"
    assert (fault["lon"], fault["lat"]) == pytest.approx((WEST + STEP / 2, MIDDLE), abs=1e-5)
    cut = line((WEST + STEP / 2, SOUTH), (WEST + STEP / 2, NORTH))
    assert table.refused("split", feature_id=table.id_of(GRID_1), line=cut) == "territory.bad_outline"
    table.mend("invalid", "repair")
    assert {fault["kind"] for fault in table.faults()} == {"gap"}
    assert table.grid(GRID_1)["area_m2"] == pytest.approx(0.5 * 1_085_000, rel=0.01)


def test_the_standard_warns_or_holds_up_and_a_grid_is_halved(call: Call, table: Table) -> None:
    row = {"layer": "small", "kind": "urban", "max_households": 100, "max_area_m2": 1_000_000}
    standard = {"valid_from_on": "2026-01-01", "basis": "网格划分标准", "rows": [row]}
    assert call(CAST.ding, "PUT", "/territory/standard", standard).status_code == 200
    found = table.faults(blocking=False)
    assert {fault["kind"] for fault in found} == {"too_big", "too_many_households"}
    assert len(found) == 6
    assert table.faults() == []  # the limit is not strict
    strict = standard | {"valid_from_on": "2026-02-01", "rows": [row | {"is_strict": True}]}
    call(CAST.ding, "PUT", "/territory/standard", strict)
    assert table.faults() == []  # what was so before does not hold a draft up
    table.do("describe", feature_id=table.id_of(GRID_1), households=150)
    assert {fault["kind"] for fault in table.faults()} == {"too_big", "too_many_households"}
    table.mend("too_big", "halve")
    codes = [one["code"] for one in table.ask("/features?layer=small")["features"]]
    assert COMMUNITY + "003" in codes
    assert table.faults() == []


def test_a_special_grid_stays_in_its_community_and_off_the_others(table: Table) -> None:
    for west, east in ((0.2, 0.6), (0.5, 0.9)):
        market = square(WEST + STEP * west, SOUTH, WEST + STEP * east, MIDDLE)
        table.do("draw", layer="special", parent_code=COMMUNITY, geometry=market)
    assert only(table)["kind"] == "overlap"
    table.mend("overlap", "give:")
    outline = square(WEST + STEP * 1.8, SOUTH, WEST + STEP * 2.2, MIDDLE)
    table.do("draw", layer="special", parent_code=COMMUNITY, geometry=outline)
    assert [one["way"] for one in only(table)["ways"]] == ["clip", "extend"]


def test_a_fault_that_is_gone_is_not_mended_twice(table: Table) -> None:
    reach(table, GRID_1, 0, 0.6)
    fault = only(table)
    way = fault["ways"][0]["way"]
    assert table.refused("mend", fault_id=fault["fault_id"], way="clip") == "territory.fault_gone"
    table.do("mend", fault_id=fault["fault_id"], way=way)
    assert table.refused("mend", fault_id=fault["fault_id"], way=way) == "territory.fault_gone"


def test_halves_are_halves_whatever_the_shape() -> None:
    ell = shapely.union_all([shapely.box(112, 28, 112.03, 28.01), shapely.box(112, 28, 112.01, 28.03)])
    tilted = affinity.rotate(shapely.box(112, 28, 112.02, 28.005), 33)
    for shape in (ell, tilted):
        one, other = halves(rounded(shape))
        assert area_m2(one) == pytest.approx(area_m2(other), rel=0.01)
