"""What of OpenStreetMap's tags, or of a survey's columns, becomes what in the base. Pure tables.

Source: wiki.openstreetmap.org, Map features. Places of worship, monuments and the like are shown as buildings only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jingwei.foundation.basemap.contracts import Layer

STOREY_M = 3.0
TALLEST_M = 900.0
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FEET = re.compile(r"^\s*(\d+)\s*'")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a thing is drawn as: ``rank`` orders names (small first), ``lowest_zoom`` is where it begins to show."""

    layer: Layer
    kind: str
    rank: int
    lowest_zoom: int


ROADS = {
    "motorway": (1, 6),
    "trunk": (2, 6),
    "primary": (3, 8),
    "secondary": (4, 10),
    "tertiary": (5, 11),
    "residential": (6, 12),
    "unclassified": (6, 12),
    "living_street": (6, 12),
    "service": (7, 13),
    "track": (8, 14),
    "pedestrian": (6, 13),
    "footway": (8, 14),
    "cycleway": (8, 14),
    "path": (8, 14),
    "steps": (8, 14),
}
ROAD_KINDS = {
    "residential": "minor",
    "unclassified": "minor",
    "living_street": "minor",
    "pedestrian": "minor",
    "track": "path",
    "footway": "path",
    "cycleway": "path",
    "steps": "path",
}
RAILS = {"rail": (1, 8), "subway": (2, 11), "light_rail": (2, 11), "monorail": (2, 11), "tram": (3, 13)}
WATERWAYS = {"river": (1, 7), "canal": (2, 10), "stream": (3, 13), "ditch": (4, 14), "drain": (4, 14)}
PLACES = {
    "city": (1, 5),
    "town": (2, 8),
    "suburb": (3, 11),
    "village": (4, 12),
    "quarter": (4, 13),
    "neighbourhood": (5, 14),
    "hamlet": (5, 14),
    "island": (5, 12),
}
LAND = {
    ("landuse", "forest"): "forest",
    ("natural", "wood"): "forest",
    ("landuse", "grass"): "green",
    ("landuse", "meadow"): "green",
    ("landuse", "recreation_ground"): "green",
    ("landuse", "village_green"): "green",
    ("landuse", "cemetery"): "green",
    ("natural", "scrub"): "green",
    ("natural", "grassland"): "green",
    ("natural", "wetland"): "green",
    ("leisure", "park"): "green",
    ("leisure", "garden"): "green",
    ("leisure", "pitch"): "green",
    ("leisure", "golf_course"): "green",
    ("leisure", "nature_reserve"): "green",
    ("landuse", "farmland"): "farm",
    ("landuse", "orchard"): "farm",
    ("landuse", "vineyard"): "farm",
    ("natural", "sand"): "sand",
    ("natural", "beach"): "sand",
    ("natural", "bare_rock"): "sand",
    ("landuse", "residential"): "built",
    ("landuse", "commercial"): "built",
    ("landuse", "retail"): "built",
    ("landuse", "industrial"): "industry",
    ("landuse", "railway"): "industry",
    ("landuse", "construction"): "industry",
    ("amenity", "school"): "institution",
    ("amenity", "university"): "institution",
    ("amenity", "college"): "institution",
    ("amenity", "hospital"): "institution",
}
WATERS = {
    ("natural", "water"),
    ("landuse", "reservoir"),
    ("landuse", "basin"),
    ("waterway", "riverbank"),
    ("natural", "bay"),
}
POIS = {
    ("amenity", "hospital"): ("hospital", 1),
    ("amenity", "clinic"): ("hospital", 3),
    ("amenity", "police"): ("police", 1),
    ("amenity", "fire_station"): ("fire", 1),
    ("amenity", "townhall"): ("government", 1),
    ("amenity", "courthouse"): ("government", 2),
    ("office", "government"): ("government", 2),
    ("amenity", "school"): ("school", 2),
    ("amenity", "university"): ("school", 1),
    ("amenity", "college"): ("school", 2),
    ("amenity", "kindergarten"): ("school", 4),
    ("railway", "station"): ("station", 1),
    ("railway", "subway_entrance"): ("station", 4),
    ("amenity", "bus_station"): ("bus", 2),
    ("highway", "bus_stop"): ("bus", 6),
    ("leisure", "park"): ("park", 3),
    ("amenity", "marketplace"): ("market", 3),
    ("shop", "supermarket"): ("market", 4),
    ("shop", "mall"): ("market", 3),
    ("amenity", "library"): ("culture", 3),
    ("amenity", "theatre"): ("culture", 4),
    ("tourism", "museum"): ("culture", 3),
    ("amenity", "parking"): ("parking", 6),
    ("amenity", "toilets"): ("toilet", 6),
    ("emergency", "fire_hydrant"): ("water", 7),
}
POI_FROM = {1: 13, 2: 14, 3: 14}
CLOSELY = 15
READ_KEYS = (
    "highway",
    "railway",
    "waterway",
    "natural",
    "landuse",
    "leisure",
    "amenity",
    "building",
    "building:part",
    "place",
    "shop",
    "office",
    "tourism",
    "emergency",
)
"""Objects with none of these are passed over while reading."""


def kind_of_line(tags: Mapping[str, str]) -> Kind | None:
    """What an open or closed way is as a line."""
    if tags.get("area") == "yes":
        return None
    road = tags.get("highway", "").removesuffix("_link")
    if road in ROADS and tags.get("tunnel") != "building_passage":
        rank, zoom = ROADS[road]
        is_link = tags["highway"].endswith("_link")
        return Kind(Layer.ROAD, ROAD_KINDS.get(road, road), rank + is_link, zoom + 2 * is_link)
    rail = tags.get("railway", "")
    if rail in RAILS:
        rank, zoom = RAILS[rail]
        is_siding = tags.get("service") in {"siding", "yard", "spur", "crossover"}
        return Kind(Layer.RAIL, rail, rank, 13 if is_siding else zoom)
    water = tags.get("waterway", "")
    if water in WATERWAYS and tags.get("tunnel") not in {"yes", "culvert"}:
        rank, zoom = WATERWAYS[water]
        return Kind(Layer.WATERWAY, water, rank, zoom)
    return None


def kind_of_surface(tags: Mapping[str, str]) -> Kind | None:
    """What a closed way or a multipolygon is as a surface."""
    for key in ("building", "building:part"):
        if tags.get(key, "no") != "no":
            return Kind(Layer.BUILDING, "building", 5, 14)
    if any(tags.get(key) == value for key, value in WATERS):
        return Kind(Layer.WATER, "water", 3, 5)
    for (key, value), kind in LAND.items():
        if tags.get(key) == value:
            return Kind(Layer.LANDUSE, kind, 5, 7 if kind in {"forest", "farm", "built"} else 10)
    return None


def kind_of_point(tags: Mapping[str, str]) -> Kind | None:
    """What a node, or the middle of a surface, is as a point with a sign or a name."""
    place = tags.get("place", "")
    if place in PLACES and tags.get("name"):
        rank, zoom = PLACES[place]
        return Kind(Layer.PLACE, place, rank, zoom)
    for (key, value), (kind, rank) in POIS.items():
        if tags.get(key) == value:
            return Kind(Layer.POI, kind, rank, POI_FROM.get(rank, CLOSELY))
    return None


def name_of(tags: Mapping[str, str]) -> str:
    """The name as people here read it: the Chinese one where one is given."""
    return _plain(tags.get("name:zh") or tags.get("name:zh-Hans") or tags.get("name") or "")


def english_name_of(tags: Mapping[str, str]) -> str:
    return _plain(tags.get("name:en") or tags.get("int_name") or "")


def height_of(tags: Mapping[str, str]) -> float | None:
    """In metres, from the height or from the storeys; None where neither is a sensible number."""
    return _metres(tags.get("height")) or _storeys(tags.get("building:levels"))


def base_of(tags: Mapping[str, str]) -> float | None:
    """Where a part that hangs above the ground begins."""
    return _metres(tags.get("min_height")) or _storeys(tags.get("building:min_level"))


def _plain(name: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())[:80]


def _metres(given: str | None) -> float | None:
    """OpenStreetMap writes metres, sometimes with the unit; feet with a quotation mark."""
    if not given:
        return None
    feet = FEET.match(given)
    if feet:
        return _sensible(int(feet[1]) * 0.3048)
    found = NUMBER.search(given)
    return _sensible(float(found[0])) if found else None


def _storeys(given: str | None) -> float | None:
    found = NUMBER.search(given or "")
    return _sensible(float(found[0]) * STOREY_M) if found else None


def _sensible(metres: float) -> float | None:
    return round(metres, 1) if 0 < metres <= TALLEST_M else None
