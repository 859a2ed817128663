"""GeoJSON as it comes: any encoding, packed or not, properties that differ, and what is refused."""

import gzip
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from jingwei.foundation.imports.contracts import BadCell
from jingwei.foundation.imports.contracts.cells import degrees
from jingwei.foundation.imports.rules.refusals import FileRefused, ForbiddenColumn
from jingwei.foundation.imports.services import reading
from jingwei.foundation.imports.services.reading import examine, read_rows
from jingwei.foundation.imports.services.uploads import refuse_forbidden
from jingwei.kernel.projections import SystemRefused, from_wgs84, system_of

LON, LAT = 112.305, 28.505


def feature(geometry: Any = ..., **properties: Any) -> dict[str, Any]:
    point = {"type": "Point", "coordinates": [LON, LAT]}
    return {"type": "Feature", "geometry": point if geometry is ... else geometry, "properties": properties}


def collection(*features: dict[str, Any], crs: str = "") -> bytes:
    whole: dict[str, Any] = {"type": "FeatureCollection", "features": list(features)}
    if crs:
        whole["crs"] = {"type": "name", "properties": {"name": crs}}
    return json.dumps(whole, ensure_ascii=False).encode()


def read(path: Path, content: bytes) -> list[list[str]]:
    path.write_bytes(content)
    rows = list(read_rows(path, examine(path)))
    assert [number for number, _ in rows] == list(range(1, len(rows) + 1))
    return [cells for _, cells in rows]


def test_a_row_is_a_feature_and_headers_are_all_properties(tmp_path: Path) -> None:
    content = collection(
        feature(名称="一号井盖", 编码=4309020101000001),
        feature(**{"名称": "二号", "在用": True, "附": {"厂家": ["甲", None]}, " 备注 ": "半个字HALF"}),
        feature(None, 名称=None, 价值=1200.5),
    )
    content = content.replace(b"HALF", rb"\ud83d")
    assert read(tmp_path / "file", content) == [
        ["经度", "纬度", "名称", "编码", "在用", "附", "备注", "价值"],
        ["112.305", "28.505", "一号井盖", "4309020101000001"],
        ["112.305", "28.505", "二号", "", "是", '{"厂家": ["甲", null]}', "半个字?"],
        ["", "", "", "", "", "", "", "1200.5"],
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_and_packed_files_and_a_feature_a_line(encoding: str, tmp_path: Path) -> None:
    text = collection(feature(名称="路灯")).decode()
    lines = "\n".join(json.dumps(feature(名称=name), ensure_ascii=False) for name in ("甲", "乙"))
    assert read(tmp_path / "one", text.encode(encoding))[1][2] == "路灯"
    assert read(tmp_path / "two", gzip.compress(text.encode(encoding)))[1][2] == "路灯"
    assert [cells[2] for cells in read(tmp_path / "three", lines.encode(encoding))[1:]] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("system", "crs", "datum"),
    [
        ("gk3-cm111", "urn:ogc:def:crs:EPSG::4546", "CGCS2000"),
        ("utm49", "EPSG:32649", "WGS-84"),
        ("webmercator", "EPSG:3857", "WGS-84"),
        ("cgcs2000", "urn:ogc:def:crs:EPSG::4490", "CGCS2000"),
        ("wgs84", "urn:ogc:def:crs:OGC:1.3:CRS84", "WGS-84"),
    ],
)
def test_metres_become_degrees_and_the_file_says_its_datum(
    system: str, crs: str, datum: str, tmp_path: Path
) -> None:
    x, y = from_wgs84(np.array([LON]), np.array([LAT]), system_of(system))
    point = {"type": "Point", "coordinates": [float(x[0]), float(y[0]), 35.2]}
    path = tmp_path / "file"
    rows = read(path, collection(feature(point), feature(None), crs=crs))
    assert [float(cell) for cell in rows[1]] == [pytest.approx(LON, abs=1e-7), pytest.approx(LAT, abs=1e-7)]
    assert rows[2:] == []  # a row without anything is none
    assert examine(path).says == {"datum": datum}


def test_a_line_or_a_surface_says_what_it_is_at_its_cell(tmp_path: Path) -> None:
    line = {"type": "LineString", "coordinates": [[LON, LAT], [LON, LAT]]}
    rows = read(tmp_path / "file", collection(feature(line, 名称="护栏")))
    with pytest.raises(BadCell) as refused:
        degrees(180)(rows[1][0])
    assert "LineString" not in rows[0][0]
    assert "点" in refused.value.text
    assert degrees(180)("112.305") == Decimal("112.305")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"type": "Topology", "objects": {}}', "没有地理要素"),
        (b'{"type": "FeatureCollection", "features": [{"type": ', "不是完整的 GeoJSON"),
        (b'{"features": [' + b"[" * 50_000, "不是完整的 GeoJSON"),
    ],
)
def test_what_holds_no_features_is_refused_with_a_reason(content: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused) as refused:
        read(tmp_path / "file", content)
    assert says in refused.value.text


def test_too_many_properties_or_features_and_unknown_ground_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileRefused, match="300"):
        read(tmp_path / "wide", collection(*(feature(**{f"列{n}": n}) for n in range(299))))
    with pytest.raises(SystemRefused):
        read(tmp_path / "xian", collection(feature(), crs="EPSG:4610"))
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    with pytest.raises(FileRefused, match="2"):
        read(tmp_path / "long", collection(feature(), feature(), feature()))


def test_a_property_deep_in_the_file_that_may_not_be_collected_is_found(tmp_path: Path) -> None:
    path = tmp_path / "file"
    headers = read(path, collection(*([feature(名称="甲")] * 20), feature(宗教信仰="无")))[0]
    with pytest.raises(ForbiddenColumn):
        refuse_forbidden(headers)
