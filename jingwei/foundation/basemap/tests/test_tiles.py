"""Tiles of the base map over HTTP."""

import math
from itertools import pairwise
from pathlib import Path
from typing import Any

import mapbox_vector_tile
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.basemap.models import Dataset
from jingwei.foundation.basemap.queries.tiles import forget_tiles, present, tile
from jingwei.foundation.basemap.rules.survey import Reading
from jingwei.foundation.basemap.services.importing import import_file
from jingwei.foundation.basemap.services.keeping import hide
from jingwei.foundation.basemap.tests.ground import LAT, LON, small_town
from tests.cast import MONDAY_10

pytestmark = pytest.mark.django_db
IMPORTER = system_actor("底图导入")


@pytest.fixture
def town(tmp_path: Path) -> Dataset:
    file = small_town(tmp_path / "town.osm.pbf")
    found = import_file(IMPORTER, file, name="town", attribution="© 测绘", reading=Reading(), at=MONDAY_10)
    forget_tiles()
    return found


def place(z: int, lon: float = LON, lat: float = LAT) -> tuple[int, int, int]:
    across = 2**z
    north = math.asinh(math.tan(math.radians(lat)))
    return z, int((lon + 180) / 360 * across), int((1 - north / math.pi) / 2 * across)


def address(z: int, west: float = 0.0) -> str:
    template = Client().get("/api/v1/base-map").json()["tiles"]
    _, x, y = place(z, LON - west)
    return str(template).format(z=z, x=x, y=y)


def decoded(z: int, west: float = 0.0) -> dict[str, Any]:
    answer = Client().get(address(z, west))
    assert answer.status_code == 200
    return dict(mapbox_vector_tile.decode(answer.content))


def properties(tile: dict[str, Any], layer: str) -> list[dict[str, Any]]:
    return [one["properties"] for one in tile.get(layer, {}).get("features", [])]


def test_everybody_is_told_where_the_tiles_are_and_whom_to_name(town: Dataset) -> None:
    told = Client().get("/api/v1/base-map").json()
    assert told["attribution"] == "© 测绘"
    assert {"border", "area", "road", "water"} <= set(told["layers"])
    west, south, east, north = told["bounds"]
    assert west <= LON <= east
    assert south <= LAT <= north


def test_a_close_tile_holds_houses_with_heights_roads_with_names_and_signs(town: Dataset) -> None:
    tile = decoded(14)
    assert sorted(one.get("height", 0) for one in properties(tile, "building")) == [0, 18, 24]
    assert {"kind": "hospital", "rank": 1, "name": "人民医院", "name_en": "People's Hospital"} in properties(
        tile, "poi"
    )
    assert "资江路" in {one.get("name") for one in properties(tile, "road")}
    assert "浮邱湖" in {one.get("name") for one in properties(decoded(13, west=0.005), "water")}


def test_a_tile_is_the_same_byte_by_byte_whatever_plan_finds_it(town: Dataset) -> None:
    """Borders, names and all that is drawn: an answer that differs from itself is fetched again and again."""
    facts, _ = present()
    usual = {z: tile(facts, *place(z)) for z in (8, 10, 13, 14)}
    assert len(usual[14]) > len(usual[8]) > 0
    for way in ("seqscan", "indexscan", "bitmapscan", "hashagg", "sort", "hashjoin", "nestloop"):
        with connection.cursor() as cursor:
            cursor.execute("select set_config(%s, 'off', true)", [f"enable_{way}"])
            for z, drawn in usual.items():
                assert tile(facts, *place(z)) == drawn, (way, z)
            cursor.execute("select set_config(%s, 'on', true)", [f"enable_{way}"])


def test_a_wide_tile_holds_what_one_can_see_of_it(town: Dataset) -> None:
    tile = decoded(10)
    assert "building" not in tile
    assert "poi" not in tile
    assert {one["kind"] for one in properties(tile, "road")} == {"primary", "secondary"}


def test_the_platforms_own_borders_and_names_are_there_without_any_data() -> None:
    close, wide = decoded(13, west=0.005), decoded(8)
    assert {one["level"] for one in properties(close, "border")} >= {4, 12}
    assert {one["level"] for one in properties(wide, "border")} <= {4, 6}
    assert "building" not in close


def test_neighbours_share_one_line(town: Dataset) -> None:
    """Drawn twice, its dashes would fall into each other's gaps."""
    z, x, y = place(13, LON - 0.005)
    with connection.cursor() as cursor:
        cursor.execute(
            "select sum(ST_Perimeter(ST_Intersection(ST_Transform(outline, 3857), ST_TileEnvelope(%s, %s, %s))))"
            "  from areas_area where level = 12 and valid_to_on is null",
            [z, x, y],
        )
        each_for_itself = cursor.fetchone()[0] / (40075016.7 / 2**z / 4096)
    drawn = sum(lengths_by_level().values())
    assert 0 < drawn < 0.8 * each_for_itself


def test_a_border_of_several_levels_is_drawn_as_the_highest() -> None:
    """In the strip that is the cast's city, all but the borders inside are the city's own."""
    lengths = lengths_by_level()
    assert lengths[4] > lengths[12] > 0
    assert 6 not in lengths


def lengths_by_level() -> dict[int, float]:
    found: dict[int, float] = {}
    for one in decoded(13, west=0.005)["border"]["features"]:
        level = one["properties"]["level"]
        found[level] = found.get(level, 0) + sum(
            _length(part) for part in _parts(one["geometry"]["coordinates"])
        )
    return found


def _parts(coordinates: Any) -> list[Any]:
    return list(coordinates) if isinstance(coordinates[0][0], list | tuple) else [coordinates]


def _length(line: Any) -> float:
    return sum(math.dist(one, other) for one, other in pairwise(line))


def test_browsers_keep_a_tile_for_good_and_ask_without_work(town: Dataset) -> None:
    first = Client().get(address(12), headers={"Accept-Encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip"
    assert "immutable" in first["Cache-Control"]
    with CaptureQueriesContext(connection) as asked:
        again = Client().get(address(12), headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert not [one for one in asked if "basemap_" in one["sql"]]


def test_a_change_gives_tiles_another_address(town: Dataset) -> None:
    before = address(14)
    hide(IMPORTER, town.pk, reason="核对来源", at=MONDAY_10)
    forget_tiles()
    assert address(14) != before
    old = Client().get(before)
    assert old["Cache-Control"] == "no-cache"
    assert "building" not in mapbox_vector_tile.decode(old.content)


@pytest.mark.parametrize("at", ["3/1/1", "16/1/1", "10/1024/1", "10/1/-1"])
def test_a_place_that_is_none_is_refused(at: str) -> None:
    answer = Client().get(f"/api/v1/base-map/0-0/{at}")
    assert (answer.status_code, answer.json()["code"]) == (422, "basemap.no_such_tile")
