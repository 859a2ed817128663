"""The reader's cage holds: too large, too long, too deep, outward, torn. Each ends as a refusal, in bounded time."""

import sqlite3
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from jingwei.foundation.territory.rules.exchange_formats import DRIVERS, MOST_BYTES
from jingwei.foundation.territory.rules.exchange_refusals import GeometryFileRefused
from jingwei.foundation.territory.services import exchange_cage as cage
from jingwei.foundation.territory.services.exchange_reading import read_file
from jingwei.foundation.territory.services.exchange_storage import import_folder, keep_original, original_path
from jingwei.foundation.territory.tests.exchange.samples import geojson, grids, rows_of, written


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path / "var"


def test_a_file_is_read_in_the_cage_with_nothing_of_ours_around_it(tmp_path: Path) -> None:
    original = tmp_path / "original"
    original.write_bytes(geojson(grids(), rows_of(12)))
    assert read_file(original, tmp_path / "lines").features == 12
    around = cage._surroundings("geojson")
    assert not [name for name in around if "JINGWEI" in name or "SECRET" in name or name == "HOME"]
    assert {"HTTP", "OGR_VRT", "WFS", "OAPIF", "CSV", "GPKG"} <= set(around["GDAL_SKIP"].split(","))
    assert not set(around["GDAL_SKIP"].split(",")) & {"GeoJSON", "MEM"}


def test_a_geopackage_is_no_door_for_another_drivers_file(tmp_path: Path) -> None:
    """A view that counts for ever looks like a layer: the processor's time ends it."""
    path = written(tmp_path, "GPKG", grids()[:1])
    with sqlite3.connect(path) as book:
        book.execute(
            "create view endless as with recursive n(i) as (select 1 union all select i + 1 from n) "
            "select i as fid, null as geom from n"
        )
        book.execute(
            "insert into gpkg_contents (table_name, data_type, srs_id) values ('endless', 'features', 4326)"
        )
        book.execute("insert into gpkg_geometry_columns values ('endless', 'geom', 'POLYGON', 4326, 0, 0)")
    original = tmp_path / "original"
    original.write_bytes(path.read_bytes())
    began = time.monotonic()
    with pytest.raises(GeometryFileRefused):
        read_file(original, tmp_path / "lines", layer="endless")
    assert time.monotonic() - began < cage.PATIENCE_SECONDS


def test_two_hundred_megabytes_are_refused_before_they_are_kept() -> None:
    read = 0

    def pieces() -> Iterator[bytes]:
        nonlocal read
        for _ in range(200):
            read += 1
            yield b" " * (1 << 20)

    import_id = uuid4()
    with pytest.raises(GeometryFileRefused) as refused:
        keep_original(import_id, 1, pieces())
    assert "100 MB" in refused.value.text
    assert read <= MOST_BYTES // (1 << 20) + 1
    assert not original_path(import_id, 1).exists()
    import_folder(import_id).rmdir()


def test_an_archive_that_swells_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "swells.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.geojson", "w") as out:
        for _ in range(450):
            out.write(b"0" * (1 << 20))
    assert path.stat().st_size < 1 << 20
    with pytest.raises(GeometryFileRefused):
        read_file(path, tmp_path / "lines")


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "original"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../../etc/outside.geojson", geojson(grids()[:1], rows_of(1)))
    assert read_file(path, tmp_path / "lines").features == 1
    assert not list(tmp_path.rglob("outside*"))


def test_every_format_has_one_driver() -> None:
    assert set(DRIVERS.values()) == {"GeoJSON", "ESRI Shapefile", "GPKG", "LIBKML"}
