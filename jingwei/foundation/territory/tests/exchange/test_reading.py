"""Every format as offices make it: names in GBK, claims that are wrong, layers, folders, zones. Read without the cage,
which is tried in ``test_cage``: starting a program for each would take most of the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from openpyxl import Workbook

from jingwei.foundation.territory.rules.exchange_columns import guessed_columns, values_of
from jingwei.foundation.territory.rules.exchange_formats import GeometryFormat
from jingwei.foundation.territory.rules.exchange_refusals import GeometryFileRefused
from jingwei.foundation.territory.services.exchange_reading import Line, lines_of, mended_lines, read_file
from jingwei.foundation.territory.tests.exchange.samples import (
    SHARED,
    code_of,
    geojson,
    grids,
    rows_of,
    shapefile,
    written,
    zipped,
)
from jingwei.kernel.projections import WGS84, system_of_description

pytestmark = [
    pytest.mark.usefixtures("_read_here"),
    pytest.mark.filterwarnings("ignore::RuntimeWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]
"""GDAL grumbles at what the files hold; in its cage nobody hears it."""

CITIES = ("yiyang", "lanzhou", "daqing", "qujing")


@contextmanager
def sent(content: bytes, place: Path) -> Iterator[tuple[Path, Path]]:
    original = place / "original"
    original.write_bytes(content)
    yield original, place / "lines.jsonl"


def read(content: bytes, place: Path, *, layer: str = "") -> tuple[Any, list[Line]]:
    with sent(content, place) as (original, lines):
        return read_file(original, lines, layer=layer), list(lines_of(lines))


def names(facts: Any, lines: list[Line]) -> list[tuple[str, str, int | None]]:
    mapping = guessed_columns(facts.columns)
    told = [values_of(line.cells, mapping) for line in lines]
    return [(one.code, one.name, one.households) for one in told]


EXPECTED = [(row["网格编码"], row["网格名称"], row["户数"]) for row in rows_of(12)]


@pytest.mark.parametrize(
    ("driver", "kind"),
    [
        ("GPKG", GeometryFormat.GEOPACKAGE),
        ("LIBKML", GeometryFormat.KML),
        ("GeoJSON", GeometryFormat.GEOJSON),
    ],
)
def test_what_gdal_writes_is_read_with_its_names_and_outlines(
    driver: str, kind: GeometryFormat, tmp_path: Path
) -> None:
    facts, lines = read(written(tmp_path, driver, grids()).read_bytes(), tmp_path)
    assert facts.format is kind
    assert names(facts, lines) == EXPECTED
    assert shapely.from_wkb(lines[3].given_wkb).normalize().equals_exact(grids()[3].normalize(), 1e-6)


@pytest.mark.parametrize(
    ("encoding", "cpg", "found", "is_wrong"),
    [
        ("GB18030", "", "gb18030", False),
        ("GB18030", "GBK", "gb18030", False),
        ("GB18030", "UTF-8", "gb18030", True),
        ("UTF-8", "UTF-8", "utf-8", False),
        ("UTF-8", "GBK", "utf-8", True),
    ],
)
def test_a_table_is_read_in_its_real_encoding_whatever_it_claims(
    encoding: str, cpg: str, found: str, is_wrong: bool, tmp_path: Path
) -> None:
    facts, lines = read(shapefile(tmp_path, grids(), encoding=encoding, cpg=cpg), tmp_path)
    assert facts.format is GeometryFormat.SHAPEFILE
    assert (facts.encoding, facts.is_claim_wrong) == (found, is_wrong)
    assert names(facts, lines) == EXPECTED


def test_a_zone_is_read_from_the_description_and_its_metres_are_kept_as_given(tmp_path: Path) -> None:
    facts, lines = read(shapefile(tmp_path, grids(), system="gk3-37"), tmp_path)
    system = system_of_description(facts.crs)
    assert system is not None
    assert system.code == "gk3-37"
    assert shapely.from_wkb(lines[0].given_wkb).bounds[0] > 37_000_000
    turned = mended_lines(tmp_path / "lines.jsonl", system, is_swapped=False)
    assert turned[0].outline is not None
    assert shapely.hausdorff_distance(turned[0].outline, grids()[0]) < 1e-8


def test_a_kml_in_gbk_with_folders_and_a_kmz_of_it_are_one_file(tmp_path: Path) -> None:
    ring = " ".join(f"{x},{y},0" for x, y in grids()[0].exterior.coords)
    mark = (
        "<Placemark><name>{}</name><ExtendedData><Data name='编码'><value>{}</value></Data></ExtendedData><Polygon>"
        f"<outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>"
    )
    folders = "".join(
        f"<Folder><name>片{at}</name>{mark.format(f'第{at}网格', code_of(at))}</Folder>" for at in range(2)
    )
    text = (
        "<?xml version='1.0' encoding='GBK'?><kml xmlns='http://www.opengis.net/kml/2.2'>"
        f"<Document>{folders}</Document></kml>"
    )
    for content in (text.encode("gbk"), zipped(extra={"doc.kml": text.encode("gbk")})):
        facts, lines = read(content, tmp_path)
        assert facts.encoding == "gb18030"
        assert [line.cells["Name"] for line in lines] == ["第0网格", "第1网格"]
        assert [one.cells["编码"] for one in lines] == [code_of(0), code_of(1)]


def test_a_table_of_codes_has_rows_and_no_outlines(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["网格编码", "网格名称", "户数"])  # type: ignore[union-attr]
    for row in rows_of(3):
        book.active.append(list(row.values()))  # type: ignore[union-attr]
    book.save(tmp_path / "codes.xlsx")
    facts, lines = read((tmp_path / "codes.xlsx").read_bytes(), tmp_path)
    assert facts.format is GeometryFormat.SHEET
    assert names(facts, lines) == EXPECTED[:3]
    assert all(line.given_wkb is None for line in lines)


def test_a_geojson_in_gbk_with_a_mark_of_order_is_read(tmp_path: Path) -> None:
    content = geojson(grids()[:2], rows_of(2)).decode()
    for told in (content.encode("gbk"), b"\xef\xbb\xbf" + content.encode()):
        assert names(*read(told, tmp_path)) == EXPECTED[:2]


def test_bad_outlines_among_good_ones_spoil_only_themselves(tmp_path: Path) -> None:
    bad = [
        None,
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[["112", "28"], [1, 1], [2, 1], [0, 0]]]},
        {"type": "Point", "coordinates": [112, 28]},
        {"type": "Polygon", "coordinates": [[[112.3, 28.55], [112.31, 28.55], [112.31, 28.56]]]},
    ]
    facts, lines = read(geojson([grids()[0], *bad], rows_of(6)), tmp_path)
    turned = mended_lines(tmp_path / "lines.jsonl", WGS84, is_swapped=False)
    assert facts.features == len(lines) == 6
    assert [one.fault for one in turned] == ["", "empty", "empty", "empty", "not_an_area", ""]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "为空|空的|认不出"),
        (b"%PDF-1.4", "认不出格式"),
        (b"<OGRVRTDataSource><OGRVRTLayer name='x'/></OGRVRTDataSource>", "认不出格式"),
        (b"SQLite format 3\x00" + b"\x00" * 200, "认不出格式"),
        (b'{"type":"Topology","objects":{}}', "损坏|没有图"),
        (b'{"type":"FeatureCollection","features":[]}', "没有图形|没有图层"),
        (b"<kml><!DOCTYPE kml [<!ENTITY a 'b'>]></kml>", "实体"),
        (zipped(extra={"a.txt": b"x"}), "认不出格式"),
        (zipped(extra={"a.shp": b"x" * 200}), ".dbf"),
        (zipped(extra={"a.shp": b"", "b.shp": b""}), "几个图层"),
        (b"PK\x03\x04" + b"\x00" * 100, "压缩包已损坏"),
    ],
)
def test_what_is_no_geometry_file_is_refused_with_what_to_do(
    content: bytes, words: str, tmp_path: Path
) -> None:
    with pytest.raises(GeometryFileRefused) as refused:
        read(content, tmp_path)
    assert any(word in refused.value.text for word in words.split("|"))
    assert "请" in refused.value.text


@pytest.mark.parametrize("city", CITIES)
def test_the_detailed_borders_of_four_cities_are_mended_and_every_mend_is_told(
    city: str, tmp_path: Path
) -> None:
    path = SHARED / "cn_boundaries" / f"{city}_detailed.geojson"
    if not path.exists():
        pytest.skip("never copied into the project, and not beside it here")
    _, lines = read(path.read_bytes(), tmp_path)
    given = [shapely.from_wkb(line.given_wkb, on_invalid="ignore") for line in lines]
    turned = mended_lines(tmp_path / "lines.jsonl", WGS84, is_swapped=False)
    for before, after in zip(given, turned, strict=True):
        assert after.outline is not None
        assert after.outline.is_valid
        crossed = any(one.mend.value == "crossing_mended" for one in after.done)
        assert crossed == (before is None or not shapely.remove_repeated_points(before, 1e-8).is_valid)
    assert np.isfinite(shapely.get_coordinates([one.outline for one in turned])).all()
