"""Reading files object by object, in an order that never changes: an import can go on where it stopped."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import osmium
import osmium.filter
import osmium.geom
import shapely
from shapely.errors import ShapelyError
from shapely.geometry import shape

from jingwei.foundation.basemap.contracts import FORM_OF, Form
from jingwei.foundation.basemap.rules import classes
from jingwei.foundation.basemap.rules.classes import Kind
from jingwei.foundation.basemap.rules.refusals import FileUnreadable
from jingwei.foundation.basemap.rules.survey import Reading, is_meant, kinds_of, tags_of
from jingwei.kernel.geojson import Broken, FeatureText, Why

PIECE_CHARACTERS = 1 << 20
LONGEST_FEATURE = 64 << 20
WHY = {
    Why.SYNTAX: "之后不是完整的 GeoJSON",
    Why.LONG: "处的要素超过 64 MB",
    Why.DEEP: "处嵌套太深",
    Why.OTHER: "之前没有要素",
}
SURFACE_KEYS = (
    "building",
    "building:part",
    "natural",
    "landuse",
    "leisure",
    "amenity",
    "waterway",
    "place",
    "shop",
    "tourism",
    "office",
)


@dataclass(frozen=True, slots=True)
class Thing:
    """What will be drawn, with its geometry as the file gives it."""

    kind: Kind
    name: str
    name_en: str
    height_m: float | None
    base_m: float | None
    geometry: Any


@dataclass(frozen=True, slots=True)
class Passed:
    """One object of the file. ``fault`` says why nothing came of it."""

    things: tuple[Thing, ...]
    fault: str = ""


UNKNOWN = Passed((), "unknown")
BROKEN = Passed((), "broken")


def format_of(file: Path) -> str:
    """Raises: FileUnreadable for what is neither."""
    name = file.name.lower()
    if name.endswith(".pbf"):
        return "osm"
    if name.endswith((".geojson", ".json", ".geojsonl", ".geojsonseq", ".ndjson")):
        return "geojson"
    raise FileUnreadable(file=file.name, reason="格式不认识")


def objects_of(file: Path, reading: Reading) -> Iterator[Passed]:
    """Raises: FileUnreadable, also in the middle."""
    return _osm(file) if format_of(file) == "osm" else _geojson(file, reading)


def _osm(file: Path) -> Iterator[Passed]:
    wkb = osmium.geom.WKBFactory()
    try:
        read = (
            osmium.FileProcessor(str(file))
            .with_locations()
            .with_areas(osmium.filter.KeyFilter(*SURFACE_KEYS))
            .with_filter(osmium.filter.KeyFilter(*classes.READ_KEYS))
        )
        for one in read:
            if not one.is_relation():
                yield _of_osm(one, wkb)
    except RuntimeError as fault:
        raise FileUnreadable(file=file.name, reason=str(fault)[:120]) from None


def _of_osm(one: Any, wkb: Any) -> Passed:
    tags = {tag.k: tag.v for tag in one.tags}
    try:
        if one.is_area():
            found = [classes.kind_of_surface(tags), classes.kind_of_point(tags)]
            geometry = shapely.from_wkb(wkb.create_multipolygon(one)) if any(found) else None
        elif one.is_way():
            found = [classes.kind_of_line(tags)]
            geometry = _line(one, wkb) if any(found) else None
        else:
            found = [classes.kind_of_point(tags)]
            geometry = shapely.Point(one.location.lon, one.location.lat) if any(found) else None
    except (RuntimeError, osmium.InvalidLocationError, ShapelyError):
        return BROKEN
    kinds = [kind for kind in found if kind is not None]
    return _passed(kinds, tags, geometry) if kinds else UNKNOWN


def _line(way: Any, wkb: Any) -> Any:
    """A way as a line. Extracts are cut: where nodes beyond the cut are missing, the longest piece that is there."""
    try:
        return shapely.from_wkb(wkb.create_linestring(way))
    except osmium.InvalidLocationError:
        runs: list[list[tuple[float, float]]] = [[]]
        for node in way.nodes:
            if node.location.valid():
                runs[-1].append((node.location.lon, node.location.lat))
            elif runs[-1]:
                runs.append([])
        return shapely.LineString(max(runs, key=len))


def _passed(kinds: list[Kind], tags: Mapping[str, str], geometry: Any) -> Passed:
    name, name_en = classes.name_of(tags), classes.english_name_of(tags)
    height, base = classes.height_of(tags), classes.base_of(tags)
    return Passed(tuple(Thing(kind, name, name_en, height, base, _formed(kind, geometry)) for kind in kinds))


def _formed(kind: Kind, geometry: Any) -> Any:
    """Points of surfaces stand inside them."""
    if FORM_OF[kind.layer] is Form.POINT and geometry.geom_type != "Point":
        return shapely.point_on_surface(geometry)
    return geometry


def _geojson(file: Path, reading: Reading) -> Iterator[Passed]:
    for feature in features_of(file):
        properties = feature.get("properties") or {}
        given = feature.get("geometry")
        if not isinstance(properties, dict) or not is_meant(properties, reading):
            yield UNKNOWN
            continue
        if not isinstance(given, dict):
            yield Passed((), "empty")
            continue
        tags = tags_of(properties, reading)
        kinds = kinds_of(properties, tags, reading, str(given.get("type", "")))
        if not kinds:
            yield UNKNOWN
            continue
        try:
            geometry = shape(given)
        except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError):
            yield BROKEN
            continue
        yield Passed((), "empty") if geometry.is_empty else _passed(kinds, tags, geometry)


def features_of(file: Path) -> Iterator[dict[str, Any]]:
    """The features of a collection, or of a file with one a line, without holding the file in memory.

    Raises: FileUnreadable.
    """
    try:
        with file.open(encoding="utf-8-sig") as source:
            pieces = iter(lambda: source.read(PIECE_CHARACTERS), "")
            yield from FeatureText(pieces, longest=LONGEST_FEATURE).features()
    except UnicodeDecodeError:
        raise FileUnreadable(file=file.name, reason="不是 UTF-8 编码") from None
    except Broken as broken:
        raise FileUnreadable(file=file.name, reason=f"第{broken.at}个字符{WHY[broken.why]}") from None
