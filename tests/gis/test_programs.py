"""Programs of others read the API: GDAL's own tools, and the requests that QGIS makes, one after the other."""

import json
import math
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import httpx
import mapbox_vector_tile
import pytest
import shapely

from tests.cast import COUNTY, FOREIGN_GRID, GRID_1, GRIDS
from tests.gis.conftest import CROWD, Gis

pytestmark = pytest.mark.slow
OURS = [grid for grid in GRIDS if grid.startswith(COUNTY)]


def gdal(gis: Gis, tool: str, *words: str) -> str:
    """What a tool of GDAL's says. It reads with the key in a header, as the guide tells."""
    program = shutil.which(tool)
    assert program, f"{tool} is missing: ./jw test installs gdal-bin"
    done = subprocess.run(
        [program, *words],
        env={
            "PATH": os.defpath,
            "GDAL_HTTP_HEADERS": f"Authorization: Bearer {gis.secret}",
            "CPL_CURL_GZIP": "NO",
            "LANG": "C.UTF-8",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_ogrinfo_finds_the_layers_and_counts_what_the_key_may_see(gis: Gis) -> None:
    source = f"OAPIF:{gis.origin}/api/v1/ogc"
    listed = gdal(gis, "ogrinfo", "-ro", source)
    assert {"areas", "grids", "incidents"} <= {
        line.split(": ")[1].split(" ")[0]
        for line in listed.splitlines()
        if ": " in line and line[0].isdigit()
    }
    told = gdal(gis, "ogrinfo", "-ro", "-so", source, "grids")
    assert f"Feature Count: {len(GRIDS)}" in told
    assert "parent: String" in told
    one = gdal(gis, "ogrinfo", "-ro", source, "grids", "-spat", "112.302", "28.502", "112.308", "28.508")
    assert GRID_1 in one
    assert FOREIGN_GRID not in one


def test_ogr2ogr_takes_home_exactly_the_countys_open_incidents(gis: Gis, tmp_path: Path) -> None:
    """Page by page (the driver follows ``next``), and no neighbour's point among them."""
    target = tmp_path / "incidents.geojson"
    gdal(
        gis, "ogr2ogr", "-f", "GeoJSON", str(target), f"OAPIF:{gis.origin}/api/v1/ogc", "incidents",
        "-oo", "PAGE_SIZE=20",
    )  # fmt: skip
    taken = json.loads(target.read_text())["features"]
    assert {one["properties"]["title"] for one in taken} == open_ones_of_the_county()
    assert len(taken) == len(open_ones_of_the_county()) > 60
    county = shapely.box(112.30, 28.50, 112.34, 28.51)
    assert all(county.covers(shapely.Point(one["geometry"]["coordinates"])) for one in taken)


def open_ones_of_the_county() -> set[str]:
    """As ``mapped.crowd`` spreads them: five grids in turn, eight states in turn, the last two of them closed."""
    return {f"人多处第{n}件" for n in range(1, CROWD + 1) if GRIDS[n % 5] in OURS and n % 8 < 6}


def bearer(gis: Gis) -> dict[str, str]:
    return {"Authorization": f"Bearer {gis.secret}"}


def test_the_requests_of_qgis_one_after_the_other(gis: Gis) -> None:
    """As its OGC API – Features provider asks: landing page, document, conformance, collections, one, items in view,
    the next page, one feature; then the tiles of the vector tile layer.
    """
    with httpx.Client(
        headers=bearer(gis) | {"User-Agent": "Mozilla/5.0 QGIS/33404/Debian"}, timeout=60
    ) as qgis:
        landing = follow(qgis, f"{gis.origin}/api/v1/ogc", "application/json")
        document = link(landing, "service-desc")
        assert qgis.get(document["href"]).json()["openapi"].startswith("3.")
        conforms = follow(qgis, link(landing, "conformance")["href"], "application/json")["conformsTo"]
        assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in conforms
        collections = follow(qgis, link(landing, "data")["href"], "application/json")["collections"]
        grids = next(one for one in collections if one["id"] == "grids")
        items = link(grids, "items")["href"]
        page = follow(qgis, f"{items}?limit=3&bbox=112.29,28.49,112.36,28.52", "application/geo+json")
        rest = follow(qgis, link(page, "next")["href"], "application/geo+json")
        found = [one["id"] for one in page["features"] + rest["features"]]
        assert sorted(found) == sorted(GRIDS)
        one = follow(qgis, f"{items}/{GRID_1}", "application/geo+json")
        assert shapely.from_geojson(json.dumps(one["geometry"])).is_valid
        tilesets = follow(
            qgis,
            link(grids, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")["href"],
            "application/json",
        )
        tile = link(tilesets["tilesets"][0], "item")["href"]
        column = int((112.305 + 180) / 360 * 2**12)
        row = int((1 - math.asinh(math.tan(math.radians(28.505))) / math.pi) / 2 * 2**12)
        filled = (
            tile.replace("{tileMatrix}", "12")
            .replace("{tileRow}", str(row))
            .replace("{tileCol}", str(column))
        )
        answer = qgis.get(filled)
        assert answer.status_code == 200
        drawn = mapbox_vector_tile.decode(answer.content)["grids"]["features"]
        assert GRID_1 in {one["properties"]["id"] for one in drawn}
        again = qgis.get(filled, headers={"If-None-Match": answer.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def follow(client: httpx.Client, address: str, kind: str) -> dict[str, Any]:
    answer = client.get(address, headers={"Accept": f"{kind}, application/json;q=0.9"})
    assert answer.status_code == 200, (address, answer.text)
    assert answer.headers["Content-Type"].startswith(kind)
    told: dict[str, Any] = answer.json()
    return told


def link(told: dict[str, Any], rel: str) -> dict[str, Any]:
    return next(one for one in told["links"] if one["rel"] == rel)


def test_without_its_key_no_program_reads_anything(gis: Gis) -> None:
    assert httpx.get(f"{gis.origin}/api/v1/ogc/collections").status_code == 401
