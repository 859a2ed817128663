"""Which features of a file are places, and of what kind: OpenStreetMap's words, or a column of one's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from jingwei.foundation.gazetteer.rules.kinds import PlaceKind, kind_by_name

NAME_KEYS = ("name:zh-Hans", "name:zh", "name", "名称", "地名")
ALIAS_KEYS = ("alt_name", "short_name", "name:en", "loc_name", "别名", "简称")
FORMER_KEYS = ("old_name", "曾用名")
ADDRESS_KEYS = ("addr:full", "address", "地址")
MOST_NAMES = 6

KINDS: dict[str, dict[str, PlaceKind]] = {
    "amenity": {
        "school": PlaceKind.SCHOOL,
        "kindergarten": PlaceKind.SCHOOL,
        "university": PlaceKind.SCHOOL,
        "college": PlaceKind.SCHOOL,
        "hospital": PlaceKind.HOSPITAL,
        "clinic": PlaceKind.HOSPITAL,
        "townhall": PlaceKind.OFFICE,
        "police": PlaceKind.OFFICE,
        "courthouse": PlaceKind.OFFICE,
        "library": PlaceKind.OFFICE,
        "marketplace": PlaceKind.MARKET,
        "bus_station": PlaceKind.STATION,
        "ferry_terminal": PlaceKind.STATION,
        "parking": PlaceKind.STATION,
        "fuel": PlaceKind.STATION,
        "place_of_worship": PlaceKind.SIGHT,
        "bank": PlaceKind.SHOP,
        "restaurant": PlaceKind.SHOP,
        "cafe": PlaceKind.SHOP,
        "theatre": PlaceKind.SIGHT,
    },
    "leisure": {"": PlaceKind.PARK},
    "tourism": {"hotel": PlaceKind.SHOP, "": PlaceKind.SIGHT},
    "historic": {"": PlaceKind.SIGHT},
    "shop": {"mall": PlaceKind.MARKET, "": PlaceKind.SHOP},
    "office": {"": PlaceKind.OFFICE},
    "railway": {"station": PlaceKind.STATION, "halt": PlaceKind.STATION, "tram_stop": PlaceKind.STATION},
    "highway": {"bus_stop": PlaceKind.STATION, "": PlaceKind.ROAD},
    "natural": {"water": PlaceKind.WATER, "wood": PlaceKind.PARK},
    "waterway": {"": PlaceKind.WATER},
    "place": {
        "hamlet": PlaceKind.VILLAGE,
        "village": PlaceKind.VILLAGE,
        "isolated_dwelling": PlaceKind.VILLAGE,
        "square": PlaceKind.PARK,
        "quarter": PlaceKind.ESTATE,
        "neighbourhood": PlaceKind.ESTATE,
    },
    "landuse": {
        "residential": PlaceKind.ESTATE,
        "industrial": PlaceKind.PLANT,
        "construction": PlaceKind.PLANT,
    },
    "man_made": {"bridge": PlaceKind.ROAD, "works": PlaceKind.PLANT},
    "building": {"": PlaceKind.BUILDING},
}
BY_LAYER = {
    "roads": PlaceKind.ROAD,
    "road": PlaceKind.ROAD,
    "buildings": PlaceKind.BUILDING,
    "building": PlaceKind.BUILDING,
    "water": PlaceKind.WATER,
    "pois": PlaceKind.OTHER,
    "landuse": PlaceKind.OTHER,
}
"""Files cut from map tiles say which layer a feature came from; areas and boundaries have their own names."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A feature as a place: what it is called and what it is."""

    name: str
    kind: PlaceKind
    address: str
    aliases: tuple[str, ...]
    former_names: tuple[str, ...]


def surveyed(tags: Mapping[str, object]) -> Surveyed | None:
    """The place a feature is; None where it has no name, or is no place."""
    name = _first(tags, NAME_KEYS)
    if not name:
        return None
    kind = kind_of(tags, name)
    if kind is None:
        return None
    aliases = tuple(one for key in ALIAS_KEYS for one in _several(tags.get(key)) if one != name)
    former = tuple(one for key in FORMER_KEYS for one in _several(tags.get(key)) if one != name)
    return Surveyed(name, kind, _first(tags, ADDRESS_KEYS), aliases[:MOST_NAMES], former[:MOST_NAMES])


def kind_of(tags: Mapping[str, object], name: str) -> PlaceKind | None:
    """By OpenStreetMap's keys, else by the layer a feature came from, else by the end of its name."""
    for key, kinds in KINDS.items():
        value = str(tags.get(key) or "")
        if value and value != "no":
            kind = kinds.get(value, kinds.get(""))
            if kind is not None:
                by_name = kind_by_name(name)
                return by_name if kind is PlaceKind.BUILDING and by_name is not PlaceKind.OTHER else kind
    layer = str(tags.get("layer") or "")
    if layer in BY_LAYER:
        by_name = kind_by_name(name)
        return by_name if by_name is not PlaceKind.OTHER else BY_LAYER[layer]
    if layer or "boundary" in tags or "route" in tags:
        return None
    return kind_by_name(name)


def _first(tags: Mapping[str, object], keys: tuple[str, ...]) -> str:
    return next((str(tags[key]).strip() for key in keys if tags.get(key)), "")


def _several(value: object) -> list[str]:
    return [one.strip() for one in str(value or "").replace("；", ";").split(";") if one.strip()]
