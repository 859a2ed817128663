"""What a draft of a division is made of: its words, and the values that pass between its parts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.kernel.codes import Level

Shape = Any
"""A shapely geometry in degrees (WGS-84)."""

LEVEL_OF_LAYER = {
    Layer.LARGE: Level.TOWNSHIP,
    Layer.MEDIUM: Level.COMMUNITY,
    Layer.SMALL: Level.GRID,
    Layer.SPECIAL: Level.GRID,
}
LAYER_NAMES = {
    Layer.LARGE: ("大网格", "large grid"),
    Layer.MEDIUM: ("中网格", "medium grid"),
    Layer.SMALL: ("小网格", "small grid"),
    Layer.SPECIAL: ("专属网格", "special grid"),
}
LAYERS_IN = {
    Level.COUNTY: (Layer.LARGE, Layer.MEDIUM, Layer.SMALL, Layer.SPECIAL),
    Level.TOWNSHIP: (Layer.MEDIUM, Layer.SMALL, Layer.SPECIAL),
}
"""What may be edited in a draft, by the level of the area it stands on."""


class DraftState(StrEnum):
    """How far a draft has come."""

    DRAFT = "draft"  # 起草中
    CHECKED = "checked"  # 已检查
    SCHEDULED = "scheduled"  # 待启用
    PUBLISHED = "published"  # 已发布
    DISCARDED = "discarded"  # 已放弃


OPEN_DRAFTS = (DraftState.DRAFT, DraftState.CHECKED, DraftState.SCHEDULED)
EDITABLE = (DraftState.DRAFT, DraftState.CHECKED)


class Verb(StrEnum):
    """What can be done to the grids of a draft."""

    DRAW = "draw"
    RESHAPE = "reshape"
    SPLIT = "split"
    MERGE = "merge"
    MOVE_EDGE = "move_edge"
    DESCRIBE = "describe"
    CLOSE = "close"
    MEND = "mend"
    LOAD = "load"
    UNDO = "undo"
    REDO = "redo"


class Base(StrEnum):
    """How a grid of a draft stands to what is in force."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"


class LoadManner(StrEnum):
    """What becomes of grids that a file does not hold."""

    MERGE = "merge"  # they stay
    REPLACE = "replace"  # they close, in the layers that the file holds


@dataclass(frozen=True, slots=True)
class GivenFeature:
    """A grid as a file gives it. Code and name may be empty: that becomes a fault to be mended."""

    layer: Layer
    code: str
    name: str
    kind: AreaKind
    parent_code: str
    households: int | None = None
    people: int | None = None
    outline_wkb: bytes | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A grid of a draft as the rules see it."""

    feature_id: UUID
    layer: Layer
    code: str
    name: str
    kind: AreaKind
    parent_code: str
    households: int | None
    people: int | None
    outline: Shape | None
    is_touched: bool


@dataclass(frozen=True, slots=True)
class Limits:
    """What the city's grid standard says of one layer and kind; None where it says nothing."""

    layer: Layer
    kind: AreaKind
    min_area_m2: int | None = None
    max_area_m2: int | None = None
    min_households: int | None = None
    max_households: int | None = None
    is_strict: bool = False
