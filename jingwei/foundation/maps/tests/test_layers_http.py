"""The map over HTTP: layers, tiles that are sent once, counts, lists, cards, search and coloured areas."""

from typing import Any
from uuid import uuid4

import mapbox_vector_tile
import pytest
from django.test import Client

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.services import open_session
from jingwei.kernel.clock import now
from jingwei.kernel.squares import DEEPEST, units_of
from tests.calling import Call, call
from tests.cast import CAST, COMMUNITY, COUNTY, FOREIGN_GRID, GRID_1, NAMES, TOWNSHIP, inside

__all__ = ["call"]
pytestmark = pytest.mark.django_db


def tile_path(layer: str, zoom: int, question: str = "", *, east: float = 0.5) -> str:
    x, y = units_of(*inside(GRID_1, east=east))
    shift = DEEPEST - zoom
    return f"/map/layers/{layer}/tiles/{zoom}/{int(x) >> shift}/{int(y) >> shift}{question}"


def report(call: Call, grid: str = GRID_1, actor: Actor = CAST.lin) -> dict[str, Any]:
    lon, lat = inside(grid, east=0.3)
    body = {
        "id": str(uuid4()),
        "words": "路灯坏了",
        "position": {"lon": lon, "lat": lat},
        "address": "迎春路1号",
    }
    answer = call(actor, "POST", "/incidents", body)
    assert answer.status_code == 201, answer.content
    told: dict[str, Any] = answer.json()
    return told


def marks(answer: Any, layer: str) -> list[dict[str, Any]]:
    if answer.status_code == 204:
        return []
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/vnd.mapbox-vector-tile"
    decoded = mapbox_vector_tile.decode(answer.content)
    return [one["properties"] for one in decoded.get(layer, {"features": []})["features"]]


def test_everybody_gets_the_layers_they_may_read(call: Call) -> None:
    def keys(actor: Actor) -> set[str]:
        told = call(actor, "GET", "/map/layers").json()
        assert {one["group"] for one in told["layers"]} == {one["key"] for one in told["groups"]}
        return {one["key"] for one in told["layers"]}

    assert {"areas", "grids", "incidents"} <= keys(CAST.wu)
    assert "incidents" not in keys(CAST.cao)
    assert call(CAST.cao, "GET", tile_path("incidents", 14)).status_code == 403
    assert call(None, "GET", "/map/layers").status_code == 401
    assert call(CAST.wu, "GET", tile_path("nothing", 14)).status_code == 404
    assert call(CAST.wu, "GET", "/map/layers/areas/tiles/3/8/0").status_code == 404


def test_a_tile_is_sent_once_and_again_only_when_it_changed(call: Call) -> None:
    report(call)
    headers = {"Authorization": f"Bearer {open_session(CAST.wu.person_id, at=now())}"}
    path = f"/api/v1{tile_path('incidents', 14)}"
    first = Client().get(path, headers=headers)
    assert first.status_code == 200
    assert first["Cache-Control"] == "private, no-cache"
    known = headers | {"If-None-Match": first["ETag"]}
    again = Client().get(path, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    report(call)
    assert Client().get(path, headers=known).status_code == 200
    foreign = Client().get(f"/api/v1{tile_path('incidents', 14)}?f=state~closed", headers=headers)
    assert (foreign.status_code, foreign.content) == (204, b"")


def test_marks_counts_list_card_and_search_say_the_same(call: Call) -> None:
    told, other = report(call), report(call, FOREIGN_GRID, CAST.li)
    path = "/map/layers/incidents"
    there = marks(call(CAST.wu, "GET", tile_path("incidents", 17, east=0.3)), "incidents")
    assert [mark["id"] for mark in there] == [told["id"]]
    assert call(CAST.wu, "GET", f"{path}/counts").json()["total"] == 1
    (row,) = call(CAST.wu, "GET", f"{path}/features?bbox=112.2,28.4,112.5,28.6").json()["rows"]
    assert (row["id"], row["kind"], row["path"]) == (told["id"], "reported", f"/incidents/{told['id']}")
    card = call(CAST.wu, "GET", f"{path}/features/{told['id']}").json()
    assert card["title"] == row["title"]
    assert any(line["value"] == told["receipt_no"] for line in card["lines"])
    assert call(CAST.wu, "GET", f"{path}/features/{other['id']}").status_code == 404
    lon, lat = inside(GRID_1)
    (near,) = call(CAST.wu, "GET", f"{path}/nearest?lon={lon}&lat={lat}").json()["rows"]
    assert near["id"] == told["id"]
    assert near["distance_m"] == pytest.approx(196, abs=5)
    found = call(CAST.wu, "GET", f"/map/search?words={told['receipt_no']}").json()["rows"]
    assert [one["id"] for one in found] == [told["id"]]
    assert call(CAST.wu, "GET", f"/map/search?words={other['receipt_no']}").json()["rows"] == []


def test_areas_are_drawn_by_level_named_and_found(call: Call) -> None:
    borders = marks(call(CAST.wu, "GET", tile_path("areas", 12, "?f=level~community")), "areas")
    assert {one["level"] for one in borders} == {"community"}
    assert COMMUNITY in {one["id"] for one in borders}
    named = marks(call(CAST.wu, "GET", tile_path("grids", 14)), "grids_labels")
    assert NAMES[GRID_1] in {one["title"] for one in named}
    found = call(CAST.wu, "GET", "/map/search?words=大码头").json()["rows"]
    assert [(one["id"], one["kind"]) for one in found] == [(TOWNSHIP, "area")]
    assert call(CAST.wu, "GET", f"/map/search?words={COUNTY}").json()["rows"][0]["title"] == NAMES[COUNTY]
    card = call(CAST.wu, "GET", f"/map/layers/grids/features/{GRID_1}").json()
    assert (card["title"], card["kind"]) == (NAMES[GRID_1], "urban")
    before = call(CAST.wu, "GET", tile_path("areas", 12, "?on=2020-01-01"))
    assert before.status_code == 204
    assert call(CAST.wu, "GET", "/map/layers/grids/counts").json()["total"] == 5


def test_areas_are_coloured_by_what_lies_in_them(call: Call) -> None:
    report(call)
    keys = {one["key"] for one in call(CAST.sun, "GET", "/map/indicators").json()["rows"]}
    assert {"incidents.open", "incidents.reported_per_1000", "incidents.in_time_share"} <= keys
    told = call(CAST.sun, "GET", "/map/choropleth?indicator=incidents.open&level=community").json()
    assert {one["code"]: one["value"] for one in told["rows"]}[COMMUNITY] == 1
    assert all(one["code"].startswith(COUNTY) for one in told["rows"])
    assert call(CAST.cao, "GET", "/map/choropleth?indicator=incidents.open").status_code == 403
    assert call(CAST.sun, "GET", "/map/choropleth?indicator=incidents.open&level=grid").status_code == 422


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("/counts?f=state", "map.filter_refused"),
        ("/counts?f=state~lost", "map.filter_refused"),
        ("/counts?f=colour~red", "map.filter_refused"),
        ("/counts?bbox=1,2,3", "map.bad_box"),
        ("/counts?bbox=nan,1,2,3", "map.bad_box"),
        ("/counts?bbox=113,28,112,29", "map.bad_box"),
        ("/features?shape=c1,2", "geo.bad_shape"),
        ("/features?cursor=xx", "paging.bad_cursor"),
        ("/counts?colour=red", "unknown_parameter"),
    ],
)
def test_a_question_that_means_nothing_is_refused_with_the_way_out(
    call: Call, question: str, code: str
) -> None:
    answer = call(CAST.wu, "GET", f"/map/layers/incidents{question}")
    assert (answer.status_code, answer.json()["code"]) == (422, code)
