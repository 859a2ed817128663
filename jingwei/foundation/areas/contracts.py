"""What other apps may know of territory."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from jingwei.kernel.codes import Level


class AreaKind(StrEnum):
    """What kind of ground an area is; grids are urban, rural or special 专属网格."""

    URBAN = "urban"
    RURAL = "rural"
    SPECIAL = "special"


class Layer(StrEnum):
    """The layers of grids below the county: 大网格 townships, 中网格 communities, 小网格, and 专属网格 beside the small ones."""

    LARGE = "large"
    MEDIUM = "medium"
    SMALL = "small"
    SPECIAL = "special"

    @classmethod
    def of(cls, code: str, kind: AreaKind) -> "Layer | None":
        """The layer of an area; none for counties and cities."""
        if len(code) == Level.GRID:
            return cls.SPECIAL if kind is AreaKind.SPECIAL else cls.SMALL
        if len(code) == Level.COMMUNITY:
            return cls.MEDIUM
        return cls.LARGE if len(code) == Level.TOWNSHIP else None


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


NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class GroundTable:
    """A table of scoped rows that stand on the ground, as moving borders needs to know it.

    It has the columns of ``ScopedModel``; all of them follow the ground, and the code that a row had before its first
    move is kept in ``day_code``. ``position`` is a point (WGS-84); without one rows go where their code went.
    ``special`` is the column of the special grid's code. ``is_open`` is the condition of open work, for the preview,
    ``is_told`` the condition of the rows whose number may be told; both are SQL over the table's own columns.
    ``moved`` is called with the keys of each batch inside its transaction; it may be called twice for the same rows.
    """

    table: str
    label_zh: str
    label_en: str
    key: str = "id"
    position: str | None = "position"
    day_code: str | None = None
    special: str | None = None
    is_open: str | None = None
    is_told: str | None = None
    moved: Callable[[Sequence[str], datetime], None] | None = None

    def __post_init__(self) -> None:
        for name in (self.table, self.key, self.position, self.day_code, self.special):
            if name is not None and not NAME.fullmatch(name):
                raise ValueError(f"“{name}” is no name of a table or column")
