"""Geometry files as they come: made by the real writers, and by hand where no writer would make them so bad."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyogrio import raw
from shapely import Geometry, box

from jingwei.kernel.projections import CoordinateSystem, description_of, from_wgs84, system_of

GROUND = box(112.30, 28.55, 112.36, 28.59)
"""A township of about six by four and a half kilometres."""
SHARED = Path(__file__).resolve().parents[6] / "shared" / "data"


def grids(across: int = 4, down: int = 3, ground: Geometry = GROUND) -> list[Geometry]:
    """A township cut into equal grids with rounded corners of their own."""
    west, south, east, north = ground.bounds
    wide, high = (east - west) / across, (north - south) / down
    return [
        shapely.segmentize(
            box(west + i * wide, south + j * high, west + (i + 1) * wide, south + (j + 1) * high), 0.002
        )
        for j in range(down)
        for i in range(across)
    ]


def code_of(number: int, community: str = "430902001001") -> str:
    return f"{community}{number + 1:03d}"


def moved(shapes: list[Geometry], system: CoordinateSystem | str) -> list[Geometry]:
    """The shapes in another coordinate system."""
    found = system if isinstance(system, CoordinateSystem) else system_of(system)
    return [
        shapely.transform(one, lambda p: np.column_stack(from_wgs84(p[:, 0], p[:, 1], found)))
        for one in shapes
    ]


def swapped(shapes: list[Geometry]) -> list[Geometry]:
    return [shapely.transform(one, lambda p: p[:, ::-1]) for one in shapes]


def geojson(shapes: list[Any], rows: list[dict[str, Any]] | None = None, **more: Any) -> bytes:
    told = [
        {
            "type": "Feature",
            "properties": (rows or [{}] * len(shapes))[at],
            "geometry": json.loads(shapely.to_geojson(one)) if isinstance(one, Geometry) else one,
        }
        for at, one in enumerate(shapes)
    ]
    return json.dumps({"type": "FeatureCollection", "features": told, **more}, ensure_ascii=False).encode()


def rows_of(count: int) -> list[dict[str, Any]]:
    return [{"网格编码": code_of(at), "网格名称": f"第{at + 1}网格", "户数": 300 + at} for at in range(count)]


def written(
    place: Path, driver: str, shapes: list[Geometry], *, system: str = "wgs84", encoding: str | None = None
) -> Path:
    """A file made by GDAL: the names are what an office's software makes of them."""
    suffix = {"ESRI Shapefile": "shp", "GPKG": "gpkg", "LIBKML": "kml", "GeoJSON": "geojson"}[driver]
    path = place / f"网格.{suffix}"
    rows = rows_of(len(shapes))
    options = {"encoding": encoding} if encoding else {}
    raw.write(
        path,
        shapely.to_wkb(np.array(moved(shapes, system), dtype=object)),
        field_data=[np.array([row[name] for row in rows]) for name in ("网格编码", "网格名称", "户数")],
        fields=np.array(["网格编码", "网格名称", "户数"]),
        geometry_type="Polygon",
        crs=description_of(system_of(system)),
        driver=driver,
        **options,
    )
    return path


def zipped(*paths: Path, drop: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            for one in sorted(path.parent.glob(f"{path.stem}.*")):
                if not drop or not one.name.endswith(drop):
                    archive.write(one, f"成果/{one.name}")
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


def shapefile(
    place: Path, shapes: list[Geometry], *, encoding: str = "GB18030", cpg: str | None = None, **more: Any
) -> bytes:
    path = written(place, "ESRI Shapefile", shapes, encoding=encoding, **more)
    if cpg is not None:
        path.with_suffix(".cpg").write_text(cpg)
    return zipped(path, drop=".cpg" if cpg == "" else "")
