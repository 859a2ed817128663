"""What other apps may know of territory."""

from dataclasses import dataclass
from enum import StrEnum


class AreaKind(StrEnum):
    """What kind of ground an area is; grids are urban, rural or special 专属网格."""

    URBAN = "urban"
    RURAL = "rural"
    SPECIAL = "special"


@dataclass(frozen=True, slots=True)
class AreaBrief:
    """An area as others may name it."""

    code: str
    name: str
    kind: AreaKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where a position lies: the deepest area found, and its special grid if one stands there."""

    area_code: str
    special_grid_code: str | None


@dataclass(frozen=True, slots=True)
class AreaOutline:
    """An area as it is drawn: simplified to a few metres, as GeoJSON. ``relation`` is to the area asked for."""

    code: str
    name: str
    kind: AreaKind
    relation: str
    geometry: str
