"""Geometry that goes out: a division or a draft as GeoJSON, Shapefile, GeoPackage, KML, or a table of codes."""

import json
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import shapely
from pyogrio import raw
from pyproj import CRS

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.contracts import Layer
from jingwei.foundation.areas.queries import area_by_code, areas_on
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.services.workbooks import Line, OutFile, write_file
from jingwei.foundation.territory.queries.drafts import draft_for, features_of
from jingwei.foundation.territory.rules.exchange_columns import LAYER_OF_LENGTH
from jingwei.foundation.territory.rules.exchange_formats import DRIVERS, SUFFIXES, GeometryFormat
from jingwei.foundation.territory.rules.exchange_refusals import WritingRefused
from jingwei.foundation.work import work
from jingwei.kernel.projections import (
    CoordinateSystem,
    Family,
    description_of,
    from_wgs84,
    system_of,
)

NAMES = ("code", "name", "layer", "kind", "parent", "households", "people")
HEADERS = ("网格编码", "名称", "层级", "类型", "上级编码", "户数", "人口", "启用日期")
LAYER_ZH = {Layer.LARGE: "大网格", Layer.MEDIUM: "中网格", Layer.SMALL: "小网格", Layer.SPECIAL: "专属网格"}
KIND_ZH = {"urban": "城市", "rural": "农村", "special": "专属"}
MOST_AREAS = 50_000
MEDIA_TYPES = {
    GeometryFormat.GEOJSON: "application/geo+json",
    GeometryFormat.SHAPEFILE: "application/zip",
    GeometryFormat.GEOPACKAGE: "application/geopackage+sqlite3",
    GeometryFormat.KML: "application/vnd.google-earth.kml+xml",
    GeometryFormat.KMZ: "application/vnd.google-earth.kmz",
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An area as it is written into a file."""

    code: str
    name: str
    layer: str
    kind: str
    parent_code: str
    households: int | None
    people: int | None
    since: date | None
    shape: Any


def export_division(
    actor: Actor,
    within: str,
    *,
    on: date | None,
    layers: Sequence[Layer],
    file_format: GeometryFormat,
    system: str,
) -> OutFile:
    """The areas in force, today or on a day, as a file. Raises: AreaUnknown, WritingRefused, SystemUnknown."""
    with work(actor, Permission.READ_TERRITORY) as job:
        top = area_by_code(within, on=on)
        rows = [
            Outgoing(
                one.code,
                one.name,
                _layer_of(one.code, one.kind.value),
                one.kind.value,
                one.parent_code,
                one.households,
                one.people,
                one.valid_from_on,
                shapely.from_wkb(one.outline_wkb) if one.outline_wkb else None,
            )
            for one in areas_on(within, on=on)
        ]
        out = written(_wanted(rows, layers), name=f"{top.name}-网格", file_format=file_format, system=system)
        job.record_own(f"areas.area:{within}", action="export", format=file_format.value, system=system)
    return out


def export_draft(
    actor: Actor, draft_id: UUID, *, layers: Sequence[Layer], file_format: GeometryFormat, system: str
) -> OutFile:
    """A draft as a file: what comes back as an import changes only what was changed in it. Raises: NotFound."""
    with work(actor, Permission.MANAGE_TERRITORY) as job:
        draft = draft_for(actor, draft_id)
        rows = [
            Outgoing(
                one.code,
                one.name,
                one.layer.value,
                one.kind.value,
                one.parent_code,
                one.households,
                one.people,
                None,
                one.outline,
            )
            for one in features_of(draft)
        ]
        out = written(
            _wanted(rows, layers), name=f"{draft.title}-草稿", file_format=file_format, system=system
        )
        job.record_in_area(
            f"territory.draft:{draft.pk}", draft.scope_code, action="export", format=file_format.value
        )
    return out


def written(rows: Sequence[Outgoing], *, name: str, file_format: GeometryFormat, system: str) -> OutFile:
    """Raises: WritingRefused where there is nothing to write, or the format cannot say the coordinate system."""
    if not rows:
        raise WritingRefused(
            reason_zh="这里没有这样的网格，请换一个范围或层级",
            reason_en="nothing to write; choose another area or layer",
        )
    if len(rows) > MOST_AREAS:
        raise WritingRefused(
            reason_zh="超过5万个，请按区县导出", reason_en="more than 50,000; write county by county"
        )
    if file_format is GeometryFormat.SHEET:
        return write_file(name, HEADERS, (Line(_cells(one), {}) for one in rows), file_format=FileFormat.XLSX)
    target = system_of(system)
    if file_format in {GeometryFormat.KML, GeometryFormat.KMZ} and target.family is not Family.DEGREES:
        raise WritingRefused(
            reason_zh="KML 只能是 WGS-84 经纬度，请换坐标系或格式",
            reason_en="KML is in WGS-84; choose another system or format",
        )
    drawn = [one for one in rows if one.shape is not None and not one.shape.is_empty]
    if not drawn:
        raise WritingRefused(
            reason_zh="这些网格还没有图形，请导出编码表 .xlsx",
            reason_en="none has an outline; write the table of codes",
        )
    out = tempfile.TemporaryFile()  # noqa: SIM115 — it is closed by whoever has sent it
    with tempfile.TemporaryDirectory(prefix="geometry-") as folder:
        out.write(_file(Path(folder), drawn, file_format, target).read_bytes())
    out.seek(0)
    told = "" if target.code in {"wgs84", "cgcs2000"} else f"-{target.code}"
    return OutFile(f"{name}{told}.{SUFFIXES[file_format]}", MEDIA_TYPES[file_format], out)


def _file(
    place: Path, rows: Sequence[Outgoing], file_format: GeometryFormat, system: CoordinateSystem
) -> Path:
    shapes = [
        shapely.transform(
            shapely.force_2d(one.shape), lambda p: np.column_stack(from_wgs84(p[:, 0], p[:, 1], system))
        )
        for one in rows
    ]
    if file_format is GeometryFormat.GEOJSON:
        return _geojson(place, rows, shapes, system)
    suffix = {GeometryFormat.SHAPEFILE: "shp", GeometryFormat.GEOPACKAGE: "gpkg"}.get(file_format, "kml")
    path = place / f"grids.{suffix}"
    # A number that is not there must stay absent: -1 in a .dbf, which has none, and in the others as well.
    columns = [
        np.array([one.code for one in rows], dtype=object),
        np.array([one.name for one in rows], dtype=object),
        np.array([one.layer for one in rows], dtype=object),
        np.array([one.kind for one in rows], dtype=object),
        np.array([one.parent_code for one in rows], dtype=object),
        np.array([-1 if one.households is None else one.households for one in rows], dtype=np.int32),
        np.array([-1 if one.people is None else one.people for one in rows], dtype=np.int32),
    ]
    masks = [None] * 5 + [column < 0 for column in columns[5:]]
    has_description = system.family not in {Family.GCJ02, Family.BD09}
    raw.write(
        path,
        shapely.to_wkb(np.array([_multi(one) for one in shapes], dtype=object)),
        field_data=columns,
        fields=np.array(NAMES),
        field_mask=masks,
        geometry_type="MultiPolygon",
        crs=description_of(system) if has_description else None,
        driver=DRIVERS[file_format],
        layer="grids",
        **({"encoding": "UTF-8"} if file_format is GeometryFormat.SHAPEFILE else {}),
    )
    if file_format is GeometryFormat.SHAPEFILE:
        return _zip(place / "grids.zip", sorted(place.glob("grids.*")))
    if file_format is GeometryFormat.KMZ:
        return _zip(place / "grids.kmz", [path], rename="doc.kml")
    return path


def _geojson(place: Path, rows: Sequence[Outgoing], shapes: Sequence[Any], system: CoordinateSystem) -> Path:
    """Written by hand: coordinates keep their digits, and the system is said where it is not WGS-84."""
    features = [
        {
            "type": "Feature",
            "id": one.code or None,
            "properties": dict(
                zip(
                    NAMES,
                    (one.code, one.name, one.layer, one.kind, one.parent_code, one.households, one.people),
                    strict=True,
                )
            ),
            "geometry": json.loads(shapely.to_geojson(shape)),
        }
        for one, shape in zip(rows, shapes, strict=True)
    ]
    told: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if system.is_projected:
        told["crs"] = {"type": "name", "properties": {"name": _urn(system)}}
    path = place / "grids.geojson"
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


def _urn(system: CoordinateSystem) -> str:
    code = CRS.from_user_input(description_of(system)).to_epsg()
    return f"urn:ogc:def:crs:EPSG::{code}" if code else description_of(system)


def _zip(path: Path, parts: Sequence[Path], rename: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            if part != path:
                archive.write(part, rename or part.name)
    return path


def _multi(shape: Any) -> Any:
    return shape if shape.geom_type == "MultiPolygon" else shapely.multipolygons([shape])


def _cells(one: Outgoing) -> list[object]:
    layer = LAYER_ZH.get(Layer(one.layer), one.layer) if one.layer in set(Layer) else one.layer
    since = one.since.isoformat() if one.since else ""
    return [
        one.code, one.name, layer, KIND_ZH.get(one.kind, one.kind), one.parent_code, one.households, one.people, since
    ]  # fmt: skip


def _wanted(rows: Sequence[Outgoing], layers: Sequence[Layer]) -> list[Outgoing]:
    wanted = {one.value for one in layers}
    return [one for one in rows if not wanted or one.layer in wanted]


def _layer_of(code: str, kind: str) -> str:
    return (
        "special"
        if kind == "special"
        else LAYER_OF_LENGTH.get(len(code), "county" if len(code) == 6 else "city")
    )
