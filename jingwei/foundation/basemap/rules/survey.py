"""How a GeoJSON file is to be understood: which layer, which columns, which coordinate system. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from jingwei.foundation.basemap.contracts import Layer
from jingwei.foundation.basemap.rules import classes
from jingwei.foundation.basemap.rules.classes import Kind
from jingwei.kernel.errors import Invalid

FIELDS = ("name", "name_en", "height", "floors", "base", "kind")
"""What a column may be told to hold."""

USUAL = {
    Layer.LANDUSE: Kind(Layer.LANDUSE, "built", 5, 8),
    Layer.WATER: Kind(Layer.WATER, "water", 3, 5),
    Layer.WATERWAY: Kind(Layer.WATERWAY, "river", 1, 9),
    Layer.ROAD: Kind(Layer.ROAD, "minor", 6, 12),
    Layer.RAIL: Kind(Layer.RAIL, "rail", 1, 8),
    Layer.BUILDING: Kind(Layer.BUILDING, "building", 5, 14),
    Layer.PLACE: Kind(Layer.PLACE, "village", 4, 11),
    Layer.POI: Kind(Layer.POI, "dot", 3, 14),
}


class UnknownColumn(Invalid):
    code = "basemap.unknown_field"
    message = "不认识的字段“{field}”。可以写：{known}，例如 --field height=楼高。"
    message_en = "Unknown field “{field}”. Possible: {known}, for example --field height=HEIGHT."


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file is read. ``only`` and ``without`` are layers; ``columns`` says which column holds what."""

    datum: str = "wgs84"
    layer: Layer | None = None
    columns: tuple[tuple[str, str], ...] = ()
    where: tuple[str, str] | None = None
    only: tuple[Layer, ...] = ()
    without: tuple[Layer, ...] = ()
    is_everywhere: bool = False

    def as_kept(self) -> dict[str, Any]:
        """As it is kept beside the data; the same file read otherwise is another import."""
        return {key: value for key, value in asdict(self).items() if value}

    def wants(self, layer: Layer) -> bool:
        return layer not in self.without and (not self.only or layer in self.only)


@dataclass(slots=True)
class Tally:
    """What became of a file, in numbers."""

    counts: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)

    def count(self, layer: Layer) -> None:
        self.counts[layer.value] = self.counts.get(layer.value, 0) + 1

    def leave_out(self, why: str, many: int = 1) -> None:
        if many:
            self.left_out[why] = self.left_out.get(why, 0) + many


def columns_of(written: list[str]) -> tuple[tuple[str, str], ...]:
    """``height=楼高`` as it stands on the command line. Raises: UnknownColumn."""
    found = []
    for one in written:
        name, _, column = one.partition("=")
        if name not in FIELDS or not column:
            raise UnknownColumn(field=one, known="、".join(FIELDS))
        found.append((name, column))
    return tuple(found)


def tags_of(properties: Mapping[str, Any], reading: Reading) -> dict[str, str]:
    """A feature's properties in OpenStreetMap's words, so that one table understands both."""
    tags = {str(key): str(value) for key, value in properties.items() if isinstance(value, str | int | float)}
    words = {
        "name": "name",
        "name_en": "name:en",
        "height": "height",
        "floors": "building:levels",
        "base": "min_height",
    }
    for field_name, column in reading.columns:
        value = properties.get(column)
        if field_name in words and value not in (None, ""):
            tags[words[field_name]] = str(value)
    return tags


def is_meant(properties: Mapping[str, Any], reading: Reading) -> bool:
    return reading.where is None or str(properties.get(reading.where[0], "")) == reading.where[1]


def kinds_of(
    properties: Mapping[str, Any], tags: Mapping[str, str], reading: Reading, geometry: str
) -> list[Kind]:
    """What a feature is: what the file was said to hold, or what its tags say for its form."""
    if reading.layer is not None:
        usual = USUAL[reading.layer]
        column = dict(reading.columns).get("kind")
        given = str(properties.get(column, "")) if column else ""
        return [_known(usual, given)]
    if "Polygon" in geometry:
        found = [classes.kind_of_surface(tags), classes.kind_of_point(tags)]
    elif "Line" in geometry:
        found = [classes.kind_of_line(tags)]
    else:
        found = [classes.kind_of_point(tags)]
    return [one for one in found if one is not None]


def _known(usual: Kind, given: str) -> Kind:
    """The kind a column names, where the layer knows it; the usual one otherwise."""
    if usual.layer is Layer.ROAD and given in classes.ROADS:
        rank, zoom = classes.ROADS[given]
        return Kind(Layer.ROAD, classes.ROAD_KINDS.get(given, given), rank, zoom)
    if usual.layer is Layer.RAIL and given in classes.RAILS:
        return Kind(Layer.RAIL, given, *classes.RAILS[given])
    if usual.layer is Layer.WATERWAY and given in classes.WATERWAYS:
        return Kind(Layer.WATERWAY, given, *classes.WATERWAYS[given])
    if usual.layer is Layer.PLACE and given in classes.PLACES:
        return Kind(Layer.PLACE, given, *classes.PLACES[given])
    if usual.layer is Layer.LANDUSE and given in set(classes.LAND.values()):
        return Kind(Layer.LANDUSE, given, usual.rank, usual.lowest_zoom)
    if usual.layer is Layer.POI:
        ranks = [rank for kind, rank in classes.POIS.values() if kind == given]
        if ranks:
            return Kind(Layer.POI, given, min(ranks), classes.POI_FROM.get(min(ranks), classes.CLOSELY))
    return usual
