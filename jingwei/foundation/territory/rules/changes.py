"""What can be done to a draft, as values, and what came of it."""

from dataclasses import dataclass
from uuid import UUID

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.territory.rules.features import Ground, Shape, Verb


@dataclass(frozen=True, slots=True)
class Draw:
    """A new grid. ``cuts`` takes its ground from those that have it."""

    layer: Layer
    parent_code: str
    outline: Shape
    name: str = ""
    code: str = ""
    kind: AreaKind | None = None
    households: int | None = None
    people: int | None = None
    cuts: bool = False


@dataclass(frozen=True, slots=True)
class Reshape:
    """Another outline for a grid."""

    feature_id: UUID
    outline: Shape
    cuts: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """A grid cut by a line."""

    feature_id: UUID
    line: Shape


@dataclass(frozen=True, slots=True)
class Merge:
    """Several grids made one, which keeps the code and name of ``keeps``."""

    feature_ids: tuple[UUID, ...]
    keeps: UUID


@dataclass(frozen=True, slots=True)
class MoveEdge:
    """Another common border of two neighbours."""

    one_id: UUID
    other_id: UUID
    line: Shape


@dataclass(frozen=True, slots=True)
class Describe:
    """Other words and numbers for a grid; what is not in ``said`` stays."""

    feature_id: UUID
    said: frozenset[str]
    name: str = ""
    code: str = ""
    kind: AreaKind | None = None
    parent_code: str = ""
    households: int | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Close:
    """A grid given up; its ground goes to another, or lies open."""

    feature_id: UUID
    gives_to: UUID | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """A fault mended in one of the ways it offers."""

    fault_id: str
    way: str


Step = Draw | Reshape | Split | Merge | MoveEdge | Describe | Close | Mend


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step does to the sheet: grids as they are now, grids that are gone, and how it is told."""

    verb: Verb
    note_zh: str
    note_en: str
    put: tuple[Ground, ...] = ()
    gone: tuple[UUID, ...] = ()
