"""The lists as exports and as layers of the map: the same filters, the same sight."""

import json
import math
from datetime import datetime
from uuid import uuid4

import mapbox_vector_tile
import pytest

from jingwei.domains.ledger.contracts import Condition, Deed, ResourceState
from jingwei.domains.ledger.services.components import inspect_component, set_component_life
from jingwei.domains.ledger.services.resources import set_resource_state
from jingwei.domains.ledger.services.sources import COMPONENT_SOURCE, RESOURCE_SOURCE
from jingwei.domains.ledger.tests.things import COVER, LAMP, STATION, component, kinds, resource
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.contracts.exports import Language, Source, Taking, Wish, WishRefused
from jingwei.foundation.scoping import eyes
from jingwei.kernel.squares import tile_range
from tests.calling import Call, call
from tests.cast import CAST, FAR_GRID, GRID_1, GRID_2, MONDAY_10, inside

__all__ = ["call"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(db: None) -> None:
    kinds()


def taken(
    source: Source, actor: Actor, wish: Wish, *columns: str, at: datetime = MONDAY_10
) -> list[list[object]]:
    taking = Taking(uuid4(), source.read(wish), columns, Language.ZH, False, at)
    with eyes(actor):
        page = source.rows(actor, taking, cursor=None)
        assert source.count(actor, taking, most=100) == len(page.rows)
    return [list(row) for row in page.rows]


def test_components_are_taken_along_as_the_list_shows_them() -> None:
    cover, lamp = component(), component(GRID_2, kind=LAMP, name="路灯")
    inspect_component(CAST.lin, cover.pk, condition=Condition.DAMAGED, remark="", file_ids=(), at=MONDAY_10)
    assert taken(COMPONENT_SOURCE, CAST.wu, {}, "code", "kind", "condition") == [
        [cover.code, "上水井盖", "损坏"],
        [lamp.code, "路灯", "完好"],
    ]
    assert taken(COMPONENT_SOURCE, CAST.wu, {"state": "damaged"}, "code") == [[cover.code]]
    assert taken(COMPONENT_SOURCE, CAST.chen, {}, "code") == [[lamp.code]]
    assert COMPONENT_SOURCE.say({"state": ["damaged"], "kind": LAMP}, Language.ZH) == "状况 损坏；类别 路灯"
    for bad in ({"state": "broken"}, {"area_code": "4"}, {"shape": "x"}, {"colour": "red"}):
        with pytest.raises(Exception) as refused:
            COMPONENT_SOURCE.read(bad)
        assert refused.type is WishRefused or refused.value.code == "geo.bad_shape"


def test_of_resources_nobody_is_taken_along() -> None:
    row = resource()
    assert {column.name for column in RESOURCE_SOURCE.columns} & {"contact_name", "contact_phone"} == set()
    assert taken(RESOURCE_SOURCE, CAST.wu, {"kind": STATION}, "name", "state") == [[row.name, "可调用"]]
    set_resource_state(CAST.wu, row.pk, ResourceState.RETIRED, reason="撤销", version=1, at=MONDAY_10)
    assert taken(RESOURCE_SOURCE, CAST.wu, {}, "name") == []
    assert taken(RESOURCE_SOURCE, CAST.wu, {"state": "retired"}, "name") == [[row.name]]


def tile_of(call: Call, actor: Actor, layer: str, zoom: int, *, more: str = "") -> list[dict[str, object]]:
    lon, lat = inside(GRID_1)
    side = 1 << zoom

    x = int((lon + 180) / 360 * side)
    phi = math.radians(lat)
    y = int((1 - math.log(math.tan(phi) + 1 / math.cos(phi)) / math.pi) / 2 * side)
    assert tile_range(zoom, x, y).low < tile_range(zoom, x, y).high
    answer = call(actor, "GET", f"/map/layers/{layer}/tiles/{zoom}/{x}/{y}{more}")
    assert answer.status_code in {200, 204}, answer.content
    if answer.status_code == 204:
        return []
    drawn = mapbox_vector_tile.decode(answer.content)
    return [feature["properties"] for layer_ in drawn.values() for feature in layer_["features"]]


def counted(properties: list[dict[str, object]]) -> int:
    return sum(int(str(one.get("n", 1))) for one in properties)


def test_tiles_hold_what_the_list_holds_at_every_depth_and_for_everybody(call: Call) -> None:
    for number in range(3):
        component(east=0.2 + 0.2 * number)
    gone = component()
    set_component_life(CAST.wu, gone.pk, Deed.RETIRED, reason="拆除", version=1, at=MONDAY_10)
    component(GRID_2, name="邻格的井盖", keeper_unit_id=None)
    component(FAR_GRID, actor=CAST.zhou, keeper_unit_id=None)
    for actor, expected in ((CAST.lin, 3), (CAST.wu, 4), (CAST.mao, 0), (CAST.feng, 3), (CAST.qian, 0)):
        listed = call(actor, "GET", "/ledger/components").json()["total"]
        assert listed == expected, actor.name
        assert counted(tile_of(call, actor, "components", 8)) == expected, actor.name
    assert counted(tile_of(call, CAST.lin, "components", 12)) == 3
    names = json.dumps(tile_of(call, CAST.lin, "components", 12), ensure_ascii=False)
    assert "邻格的井盖" not in names


def test_counts_follow_an_inspection_and_filters_are_the_lists(call: Call) -> None:
    row = component()
    component(GRID_2, kind=LAMP)
    inspect_component(CAST.lin, row.pk, condition=Condition.MISSING, remark="", file_ids=(), at=MONDAY_10)
    counts = call(CAST.wu, "GET", "/map/layers/components/counts").json()
    assert {one["kind"]: one["count"] for one in counts["by_kind"]} == {"missing": 1, "good": 1}
    assert call(CAST.wu, "GET", "/map/layers/components/counts?f=state~missing").json()["total"] == 1
    assert call(CAST.wu, "GET", f"/map/layers/components/counts?f=kind~{COVER}").json()["total"] == 1
    card = call(CAST.wu, "GET", f"/map/layers/components/features/{row.pk}").json()
    assert (card["kind"], card["path"]) == ("missing", f"/ledger/components/{row.pk}")
    assert call(CAST.mao, "GET", f"/map/layers/components/features/{row.pk}").status_code == 404


def test_resources_stand_on_the_map_with_their_state(call: Call) -> None:
    row = resource()
    assert [one["kind"] for one in tile_of(call, CAST.wu, "resources", 12)] == ["ready"]
    found = call(CAST.wu, "GET", "/map/layers/resources/features").json()["rows"]
    assert [(one["id"], one["title"]) for one in found] == [(str(row.pk), row.name)]
    assert tile_of(call, CAST.mao, "resources", 12) == []
