"""A codes file is checked as a whole before anything is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from jingwei.config.founding import CodesRead, plain_code, read_codes
from jingwei.config.founding_outlines import OutlinesRead, read_outlines
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.kernel.codes import Level

GOOD = """code,name,level
4309,益阳市,city
430902,资阳区,district
430902005,大码头街道,township
430902005001,石码头社区,village
430902102,迎风桥镇,township
"""


def written(tmp_path: Path, text: str, *, encoding: str = "utf-8") -> CodesRead:
    path = tmp_path / "codes.csv"
    path.write_text(text, encoding=encoding)
    return read_codes(path)


def complaints(read: CodesRead | OutlinesRead) -> list[tuple[int, str]]:
    return [(complaint.row, complaint.message) for complaint in read.complaints]


def test_a_good_file_is_read_parents_first(tmp_path: Path) -> None:
    read = written(tmp_path, GOOD)
    assert read.complaints == []
    assert [row.level for row in read.rows] == [
        Level.CITY,
        Level.COUNTY,
        Level.TOWNSHIP,
        Level.TOWNSHIP,
        Level.COMMUNITY,
    ]
    kinds = {row.name: row.kind for row in read.rows}
    assert kinds["大码头街道"] is AreaKind.URBAN
    assert kinds["迎风桥镇"] is AreaKind.RURAL


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_the_usual_encodings_and_chinese_headers_are_read(tmp_path: Path, encoding: str) -> None:
    read = written(tmp_path, "名称,代码,人数\n益阳市,430900000000,3851564\n", encoding=encoding)
    assert read.complaints == []
    assert [(row.code, row.name, row.people) for row in read.rows] == [("4309", "益阳市", 3851564)]


@pytest.mark.parametrize(
    ("padded", "plain"),
    [
        ("430900000000", "4309"),
        ("430900", "4309"),
        ("430902000000", "430902"),
        ("430902005000", "430902005"),
        ("430902005001", "430902005001"),
        ("430000000000", "43"),
        ("430902005001001", "430902005001001"),
    ],
)
def test_padding_zeros_are_taken_off(padded: str, plain: str) -> None:
    assert plain_code(padded) == plain


def test_provinces_and_empty_lines_are_skipped_and_counted(tmp_path: Path) -> None:
    read = written(tmp_path, "code,name\n43,湖南省\n,\n4309,益阳市\n")
    assert (len(read.rows), read.skipped, read.complaints) == (1, 2, [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("4309x,坏,", "代码“4309x”不正确"),
        ("43090,坏,", "代码“43090”不正确"),
        ("430903,,", "名称为空"),
        (f"430903,{'长' * 81},", "超过80字"),
        ("430903,赫山区,township", "级别“township”与代码430903不符：6位代码是区县"),
        ("430902,又一个,", "代码430902重复：第3行已有"),
        ("430999001,孤儿镇,", "没有上级：文件中缺少430999"),
        ("2306,大庆市,", "多个市：益阳市之外还有大庆市"),
    ],
)
def test_a_bad_row_is_named_with_its_number(tmp_path: Path, line: str, said: str) -> None:
    read = written(tmp_path, GOOD + line + "\n")
    ((row, message),) = complaints(read)
    assert row == 7
    assert said in message
    assert all(complaint.message_en for complaint in read.complaints)


def test_all_bad_rows_are_reported_at_once_in_order(tmp_path: Path) -> None:
    read = written(tmp_path, GOOD + "430902,又一个,\n430999001,孤儿镇,\nabc,坏,\n")
    assert [row for row, _ in complaints(read)] == [7, 8, 9]


def test_a_missing_column_is_said(tmp_path: Path) -> None:
    assert complaints(written(tmp_path, "代码,级别\n4309,city\n")) == [(1, "缺少“name、名称、区划名称”列")]


def test_a_file_without_a_city_is_refused(tmp_path: Path) -> None:
    read = written(tmp_path, "code,name\n")
    assert complaints(read) == [(1, "文件中没有市一级（4位代码）")]


@pytest.mark.parametrize(
    ("line", "said"),
    [("430903,赫山区,,专属,,", "类型“专属”不正确"), ("430903,赫山区,,,12a,", "户数“12a”不是整数")],
)
def test_kinds_and_figures_are_checked(tmp_path: Path, line: str, said: str) -> None:
    read = written(tmp_path, f"code,name,level,kind,households,people\n4309,益阳市,,,,\n{line}\n")
    ((row, message),) = complaints(read)
    assert (row, said in message) == (3, True)


def square(west: float, south: float, side: float) -> dict[str, Any]:
    east, north = west + side, south + side
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


BOW_TIE = {"type": "Polygon", "coordinates": [[[112, 28], [113, 29], [113, 28], [112, 29], [112, 28]]]}


def outlines(
    tmp_path: Path, *features: tuple[dict[str, Any], dict[str, Any]], crs: str | None = None
) -> OutlinesRead:
    collection: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": p, "geometry": g} for p, g in features],
    }
    if crs:
        collection["crs"] = {"type": "name", "properties": {"name": crs}}
    path = tmp_path / "borders.geojson"
    path.write_text(json.dumps(collection), encoding="utf-8")
    return read_outlines(path, written(tmp_path, GOOD).rows)


def test_borders_find_their_area_by_any_usual_code(tmp_path: Path) -> None:
    read = outlines(
        tmp_path,
        ({"adcode": 430900}, square(112, 28, 1)),
        ({"gb": "156430902"}, square(112, 28, 0.5)),
        ({"code": "430902005000"}, square(112, 28, 0.2)),
    )
    assert set(read.outlines) == {"4309", "430902", "430902005"}
    assert (read.complaints, read.notes) == ([], [])


def test_a_border_that_crosses_itself_is_repaired_and_said(tmp_path: Path) -> None:
    read = outlines(tmp_path, ({"code": "430902"}, BOW_TIE))
    assert read.outlines["430902"].is_valid
    assert read.outlines["430902"].area == pytest.approx(0.5)
    assert read.notes == ["代码430902的边界自相交，已修复"]


@pytest.mark.parametrize(
    ("geometry", "said"),
    [
        ({"type": "Point", "coordinates": [112, 28]}, "不是面"),
        (square(500_000, 3_200_000, 1000), "不是经纬度"),
        ({"type": "Polygon", "coordinates": "x"}, "无法读取"),
        (None, "无法读取"),
    ],
)
def test_what_is_not_a_border_is_refused(tmp_path: Path, geometry: Any, said: str) -> None:
    ((feature, message),) = complaints(outlines(tmp_path, ({"code": "430902"}, geometry)))
    assert feature == 1
    assert said in message


def test_two_borders_for_one_area_are_refused(tmp_path: Path) -> None:
    read = outlines(
        tmp_path, ({"code": "430902"}, square(112, 28, 1)), ({"code": "430902"}, square(112, 28, 2))
    )
    assert complaints(read) == [(2, "代码430902有两个边界")]


def test_another_datum_is_refused(tmp_path: Path) -> None:
    read = outlines(tmp_path, ({"code": "430902"}, square(112, 28, 1)), crs="urn:ogc:def:crs:EPSG::3857")
    assert "坐标系" in read.complaints[0].message


def test_what_is_no_geojson_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "borders.geojson"
    path.write_text("[]", encoding="utf-8")
    assert "不是GeoJSON" in read_outlines(path, []).complaints[0].message


def test_strangers_overlaps_and_strays_are_noted(tmp_path: Path) -> None:
    read = outlines(
        tmp_path,
        ({"code": "430902"}, square(112, 28, 1)),
        ({"code": "430902005"}, square(112.2, 28.2, 0.4)),
        ({"code": "430902102"}, square(112.5, 28.5, 1)),
        ({"code": "999999"}, square(112, 28, 1)),
    )
    assert read.complaints == []
    assert len(read.notes) == len(read.notes_en) == 3
    assert "999999" in read.notes[0]
    assert read.notes[1] == "代码430902102的边界有75%在上级之外"
    assert read.notes[2] == "430902005与430902102的边界重叠6%"
