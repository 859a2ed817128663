"""Borders for a new city from a GeoJSON file: repaired where they can be, reported where they cannot."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shapely
from shapely import MultiPolygon
from shapely.errors import ShapelyError
from shapely.geometry import shape

from jingwei.config.founding import CodeRow, Complaint, plain_code
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.kernel.codes import parent_of

CODE_PROPERTIES = ("code", "adcode", "gb", "代码", "区划代码")
NATIONAL_PREFIX = "156"
KNOWN_DATUMS = ("CRS84", "4326", "4490")
TOLERATED_SHARE = 0.01
"""Borders of different sources never agree quite: less than this share outside or overlapping is not worth a word."""


@dataclass(slots=True)
class OutlinesRead:
    """Borders by code, what hinders, and what should be known."""

    outlines: dict[str, MultiPolygon] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    notes_en: list[str] = field(default_factory=list)

    def complain(self, feature: int, message: str, message_en: str) -> None:
        self.complaints.append(Complaint(feature, message, message_en))

    def note(self, message: str, message_en: str) -> None:
        self.notes.append(message)
        self.notes_en.append(message_en)


def read_outlines(path: Path, rows: Sequence[CodeRow]) -> OutlinesRead:
    """Read a FeatureCollection in WGS-84 (or CGCS2000) whose features carry a code of the codes file."""
    read = OutlinesRead()
    try:
        collection = json.loads(path.read_text(encoding="utf-8-sig"))
        features = collection["features"]
        crs = json.dumps(collection.get("crs") or "CRS84")
    except (ValueError, KeyError, TypeError, AttributeError):
        read.complain(0, "边界文件不是GeoJSON要素集合", "the borders are not a GeoJSON FeatureCollection")
        return read
    if not any(datum in crs for datum in KNOWN_DATUMS):
        read.complain(
            0,
            f"边界文件的坐标系是{crs}，应为WGS-84或CGCS2000经纬度",
            f"the borders are in {crs}; WGS-84 or CGCS2000 degrees are expected",
        )
        return read
    known = {row.code for row in rows}
    strangers: list[str] = []
    for number, feature in enumerate(features, start=1):
        code = _code_of(feature)
        if code is None or code not in known:
            strangers.append(code or f"#{number}")
            continue
        _read_feature(read, number, code, feature)
    if strangers:
        listed = "、".join(strangers[:5])
        read.note(
            f"{len(strangers)}个要素的代码不在代码文件中，未使用：{listed}",
            f"{len(strangers)} features have codes that are not in the codes file; not used: {listed}",
        )
    _compare_with_parents(read)
    _compare_siblings(read, {row.code for row in rows if row.kind is AreaKind.SPECIAL})
    return read


def _code_of(feature: Any) -> str | None:
    properties = feature.get("properties") if isinstance(feature, Mapping) else None
    for key in CODE_PROPERTIES:
        value = (properties or {}).get(key)
        if value is None:
            continue
        written = str(value).strip()
        if key == "gb" and len(written) == 9:
            written = written.removeprefix(NATIONAL_PREFIX)
        return plain_code(written)
    return None


def _read_feature(read: OutlinesRead, number: int, code: str, feature: Mapping[str, Any]) -> None:
    if code in read.outlines:
        read.complain(number, f"代码{code}有两个边界", f"the code {code} has two borders")
        return
    try:
        geometry = shape(feature["geometry"])
    except (ShapelyError, ValueError, KeyError, TypeError, AttributeError):
        read.complain(number, f"代码{code}的图形无法读取", f"the geometry of {code} cannot be read")
        return
    if geometry.geom_type not in ("Polygon", "MultiPolygon") or geometry.is_empty:
        read.complain(number, f"代码{code}的图形不是面", f"the geometry of {code} is not a polygon")
        return
    west, south, east, north = geometry.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        read.complain(
            number,
            f"代码{code}的坐标不是经纬度（{west:.0f}, {south:.0f}）",
            f"the coordinates of {code} are not degrees ({west:.0f}, {south:.0f})",
        )
        return
    geometry = shapely.force_2d(geometry)
    if not geometry.is_valid:
        read.note(f"代码{code}的边界自相交，已修复", f"the border of {code} crossed itself and was repaired")
        geometry = shapely.make_valid(geometry)
    polygons = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    polygons += [
        part
        for group in shapely.get_parts(geometry)
        if group.geom_type == "MultiPolygon"
        for part in group.geoms
    ]
    read.outlines[code] = MultiPolygon(polygons)


def _compare_with_parents(read: OutlinesRead) -> None:
    for code, outline in read.outlines.items():
        parent = read.outlines.get(parent_of(code) or "")
        if parent is None:
            continue
        outside = outline.difference(parent).area / outline.area
        if outside > TOLERATED_SHARE:
            read.note(
                f"代码{code}的边界有{outside:.0%}在上级之外",
                f"{outside:.0%} of the border of {code} lies outside its parent",
            )


def _compare_siblings(read: OutlinesRead, special: set[str]) -> None:
    codes = [code for code in read.outlines if code not in special]
    if len(codes) < 2:
        return
    outlines = [read.outlines[code] for code in codes]
    tree = shapely.STRtree(outlines)
    for left, right in zip(*tree.query(outlines, predicate="overlaps"), strict=True):
        if left >= right or parent_of(codes[left]) != parent_of(codes[right]):
            continue
        smaller = min(outlines[left].area, outlines[right].area)
        share = outlines[left].intersection(outlines[right]).area / smaller
        if share > TOLERATED_SHARE:
            read.note(
                f"{codes[left]}与{codes[right]}的边界重叠{share:.0%}",
                f"the borders of {codes[left]} and {codes[right]} overlap by {share:.0%}",
            )
