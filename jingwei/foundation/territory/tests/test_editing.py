"""Drawing on a draft: each verb, what it refuses, and taking it back."""

import pytest

from jingwei.foundation.territory.tests.conftest import Call, Table, line, square
from tests.cast import (
    CAST,
    COMMUNITY,
    COUNTY,
    GRID_1,
    GRID_2,
    GRID_3,
    OTHER_COMMUNITY,
    SOUTH,
    STEP,
    TOWNSHIP,
    WEST,
)

pytestmark = pytest.mark.django_db
MIDDLE = SOUTH + STEP / 2
NORTH = SOUTH + STEP


def test_a_draft_begins_as_what_is_in_force(table: Table) -> None:
    told = table.ask("/features")
    codes = [one["code"] for one in told["features"]]
    assert codes == [COMMUNITY, GRID_1, GRID_2, OTHER_COMMUNITY, GRID_3]
    assert {one["base"] for one in told["features"]} == {"same"}
    assert told["parent"]["type"] == "MultiPolygon"
    assert table.grid(GRID_1)["area_m2"] == pytest.approx(1_085_000, rel=0.001)
    assert table.faults(blocking=False) == []


def test_one_ground_has_one_draft_at_a_time(call: Call, table: Table) -> None:
    for area in (TOWNSHIP, COUNTY):
        answer = call(CAST.ding, "POST", "/territory/drafts", {"area_code": area})
        assert (answer.status_code, answer.json()["code"]) == (409, "territory.draft_stands")
        assert answer.json()["data"]["draft_id"] == table.draft["draft_id"]
    assert call(CAST.ding, "POST", "/territory/drafts", {"area_code": COMMUNITY}).status_code == 422
    assert table.send("/discard", reason="重新来过").json()["state"] == "discarded"
    assert call(CAST.ding, "POST", "/territory/drafts", {"area_code": COUNTY}).status_code == 201


def test_a_line_divides_a_grid_and_shares_its_households_out(table: Table) -> None:
    cut = line((WEST + STEP * 0.25, SOUTH), (WEST + STEP * 0.25, NORTH))
    done = table.do("split", feature_id=table.id_of(GRID_1), line=cut)
    old, new = table.grid(GRID_1), table.grid(COMMUNITY + "003")
    assert [one["code"] for one in done["changed"]] == [GRID_1, new["code"]]
    assert new["name"] == "迎春社区第三网格"
    assert (old["households"], new["households"]) == (90, 30)
    assert old["area_m2"] == pytest.approx(3 * new["area_m2"], rel=0.001)
    assert table.faults(blocking=False) == []
    away = line((WEST - 1, SOUTH), (WEST - 1, NORTH))
    assert table.refused("split", feature_id=table.id_of(GRID_1), line=away) == "territory.line_does_not_cut"


def test_a_line_that_stops_short_is_prolonged(table: Table) -> None:
    cut = line((WEST + STEP * 0.2, MIDDLE), (WEST + STEP * 0.8, MIDDLE))
    assert len(table.do("split", feature_id=table.id_of(GRID_1), line=cut)["changed"]) == 2
    assert table.faults(blocking=False) == []


def test_merged_grids_keep_one_code_and_all_their_people(table: Table) -> None:
    ids = [table.id_of(GRID_1), table.id_of(GRID_2)]
    done = table.do("merge", feature_ids=ids, keeps=ids[1])
    assert done["removed"] == [ids[0]]
    merged = table.grid(GRID_2)
    assert (merged["households"], merged["people"]) == (240, 700)
    assert table.faults(blocking=False) == []
    effects = table.ask("/effects")
    assert [(one["code"], one["successors"]) for one in effects["closes"]] == [(GRID_1, [GRID_2])]
    other = table.id_of(OTHER_COMMUNITY)
    assert table.refused("merge", feature_ids=[ids[1], other], keeps=other) == "territory.not_neighbours"


def test_a_border_of_two_neighbours_moves_for_both(table: Table) -> None:
    east = WEST + STEP * 1.2
    one, other = table.id_of(GRID_1), table.id_of(GRID_2)
    table.do("move_edge", one_id=one, other_id=other, line=line((east, MIDDLE), (east, MIDDLE + 0.001)))
    assert table.grid(GRID_1)["area_m2"] == pytest.approx(1.2 * 1_085_000, rel=0.002)
    assert table.grid(GRID_2)["area_m2"] == pytest.approx(0.8 * 1_085_000, rel=0.002)
    assert table.faults(blocking=False) == []
    far = table.id_of(GRID_3)
    edge = line((east, SOUTH), (east, NORTH))
    assert table.refused("move_edge", one_id=one, other_id=far, line=edge) == "territory.not_neighbours"
    beyond = line((WEST - 1, SOUTH), (WEST - 1, NORTH))
    assert table.refused("move_edge", one_id=one, other_id=other, line=beyond) == "territory.edge_takes_all"


def test_words_and_codes_are_changed_within_the_code_table(table: Table) -> None:
    one = table.id_of(GRID_1)
    table.do("describe", feature_id=one, name="滨江网格", households=None, code=COMMUNITY + "010")
    grid = table.grid(COMMUNITY + "010")
    assert (grid["name"], grid["households"], grid["people"]) == ("滨江网格", None, 350)
    taken = table.refused("describe", feature_id=table.id_of(GRID_2), code=GRID_1)
    assert taken == "territory.code_taken"
    for code in (GRID_3[:12] + "009", COMMUNITY + "000", COMMUNITY + "901", COMMUNITY + "01"):
        assert table.refused("describe", feature_id=one, code=code) == "territory.code_unfit", code
    assert table.refused("describe", feature_id=one, kind="special") == "territory.kind_unfit"
    table.do("describe", feature_id=one, code=GRID_1)
    assert table.grid(GRID_1)["name"] == "滨江网格"


def test_another_parent_brings_a_code_of_its_own(table: Table) -> None:
    one = table.id_of(GRID_2)
    table.do("describe", feature_id=one, parent_code=OTHER_COMMUNITY)
    assert table.grid(OTHER_COMMUNITY + "002")["feature_id"] == one
    assert {fault["kind"] for fault in table.faults()} == {"gap", "outside_parent"}
    assert table.refused("describe", feature_id=one, parent_code="430902001009") == "territory.parent_unfit"


def test_a_new_code_of_a_community_is_followed_by_its_grids(table: Table) -> None:
    table.do("describe", feature_id=table.id_of(COMMUNITY), code=TOWNSHIP + "007")
    codes = [one["code"] for one in table.ask("/features")["features"]]
    assert codes == [OTHER_COMMUNITY, GRID_3, TOWNSHIP + "007", TOWNSHIP + "007001", TOWNSHIP + "007002"]
    assert table.faults(blocking=False) == []


def test_a_drawn_grid_takes_the_ground_of_others_only_when_told(table: Table) -> None:
    outline = square(WEST, SOUTH, WEST + STEP / 2, MIDDLE)
    done = table.do("draw", layer="small", parent_code=COMMUNITY, geometry=outline)
    new = next(one for one in done["changed"])
    assert (new["code"], new["name"]) == (COMMUNITY + "003", "迎春社区第三网格")
    assert [fault["kind"] for fault in table.faults()] == ["overlap"]
    table.do("undo")
    assert (
        len(table.do("draw", layer="small", parent_code=COMMUNITY, geometry=outline, cuts=True)["changed"])
        == 2
    )
    assert table.faults(blocking=False) == []
    whole = square(WEST - 0.1, SOUTH - 0.1, WEST + 0.1, NORTH + 0.1)
    swallowed = table.refused("reshape", feature_id=new["feature_id"], geometry=whole, cuts=True)
    assert swallowed == "territory.feature_unknown"  # it was taken back
    again = table.id_of(COMMUNITY + "003")
    assert table.refused("reshape", feature_id=again, geometry=whole, cuts=True) == "territory.swallowed"


def test_a_special_grid_lies_on_others_and_begins_at_901(table: Table) -> None:
    market = square(WEST + STEP * 0.8, SOUTH, WEST + STEP * 1.2, MIDDLE)
    done = table.do("draw", layer="special", parent_code=COMMUNITY, geometry=market, name="农贸市场")
    assert done["changed"][0]["code"] == COMMUNITY + "901"
    assert done["changed"][0]["kind"] == "special"
    assert table.faults(blocking=False) == []
    large = {"layer": "large", "parent_code": COUNTY, "geometry": market}
    assert table.refused("draw", **large) == "territory.layer_not_here"


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Point", "coordinates": [1, 2]},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [500, 1], [1, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": "x"},
        {"type": "Polygon"},
        {},
    ],
)
def test_what_is_no_outline_is_refused(table: Table, geometry: dict[str, object]) -> None:
    given = {"layer": "small", "parent_code": COMMUNITY, "geometry": geometry}
    assert table.refused("draw", **given) == "territory.bad_outline"


def test_changes_are_taken_back_and_done_again_in_order(table: Table) -> None:
    one = table.id_of(GRID_1)
    before = table.grid(GRID_1)
    table.do("describe", feature_id=one, name="甲")
    table.do("describe", feature_id=one, name="乙")
    table.do("undo")
    assert table.grid(GRID_1)["name"] == "甲"
    table.do("undo")
    assert table.grid(GRID_1) == before
    assert table.refused("undo") == "territory.nothing_to_undo"
    assert table.draft["can_redo"]
    table.do("redo")
    table.do("redo")
    assert table.grid(GRID_1)["name"] == "乙"
    table.do("undo")
    table.do("close", feature_id=table.id_of(GRID_3), gives_to=table.id_of(GRID_2))
    assert table.refused("redo") == "territory.nothing_to_undo"
    told = table.ask("/changes")["rows"]
    assert [(row["verb"], row["is_undone"]) for row in told] == [
        ("describe", False),
        ("describe", True),
        ("close", False),
    ]


def test_the_second_editor_is_told_and_nothing_is_written_over(call: Call, table: Table) -> None:
    one = table.id_of(GRID_1)
    seen = table.draft["version"]
    table.do("describe", feature_id=one, name="先到的名称")
    late = {"version": seen, "change": {"verb": "describe", "feature_id": one, "name": "后到的名称"}}
    answer = call(CAST.ding, "POST", f"{table.path}/changes", late)
    assert (answer.status_code, answer.json()["code"]) == (409, "stale_version")
    assert answer.json()["data"] == {"name": "迎春片区调整", "seen": seen, "current": seen + 1}
    assert table.grid(GRID_1)["name"] == "先到的名称"
    between = table.ask(f"/changes?since={seen}")["rows"]
    assert [(row["by_name"], row["feature_ids"]) for row in between] == [("丁宁", [one])]
    for tail, body in {
        "/check": {},
        "/publish": {"on": "2030-01-01", "reason": "调整"},
        "/discard": {"reason": "不要了"},
    }.items():
        refused = call(CAST.ding, "POST", table.path + tail, {"version": seen, **body})
        assert refused.json()["code"] == "stale_version", tail


def test_drafts_are_for_the_administrators_of_their_area(call: Call, table: Table) -> None:
    assert call(CAST.sun, "GET", table.path).status_code == 403
    assert [row["draft_id"] for row in call(CAST.ding, "GET", "/territory/drafts").json()["rows"]] == [
        table.draft["draft_id"]
    ]
