"""What goes over the wire."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import Discriminator, Tag

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.edge import Day, Input
from jingwei.foundation.territory.rules.faults import FaultKind
from jingwei.foundation.territory.rules.features import Base, DraftState, Verb
from jingwei.foundation.territory.rules.publishing import PublicationState, RunState
from jingwei.kernel.geo import Datum

MOST_POSITIONS = 1000
Name = Annotated[str, Field(max_length=80)]
Code = Annotated[str, Field(max_length=15, pattern=r"^\d*$")]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Reason = Annotated[str, Field(min_length=2, max_length=500)]
Geometry = dict[str, Any]


class DraftOut(Schema):
    draft_id: UUID
    area_code: str
    area_name: str
    title: str
    state: DraftState
    version: int
    opened_by_name: str
    opened_at: datetime
    changed_by_name: str
    changed_at: datetime
    features: int
    can_undo: bool
    can_redo: bool
    publication_id: UUID | None
    trouble: dict[str, Any] | None = None


class DraftsOut(Schema):
    rows: list[DraftOut]
    next_cursor: str | None


class DraftFeatureOut(Schema):
    """A grid of a draft. ``suggested_code`` only where the code is missing."""

    feature_id: UUID
    layer: Layer
    code: str
    name: str
    kind: AreaKind
    parent_code: str
    households: int | None
    people: int | None
    geometry: Geometry | None
    area_m2: int | None
    base: Base
    suggested_code: str


class DraftFeaturesOut(Schema):
    version: int
    parent: Geometry | None
    features: list[DraftFeatureOut]


class DraftChangeOut(Schema):
    number: int
    version: int
    verb: Verb
    note_zh: str
    note_en: str
    by_name: str
    at: datetime
    is_undone: bool
    feature_ids: list[UUID]


class DraftChangesOut(Schema):
    version: int
    rows: list[DraftChangeOut]


class DraftEditedOut(Schema):
    draft: DraftOut
    changed: list[DraftFeatureOut]
    removed: list[UUID]
    change: DraftChangeOut


class WayOut(Schema):
    way: str
    title_zh: str
    title_en: str


class DraftFaultOut(Schema):
    fault_id: str
    kind: FaultKind
    blocks: bool
    layer: Layer
    feature_ids: list[UUID]
    codes: list[str]
    title_zh: str
    title_en: str
    detail_zh: str
    detail_en: str
    area_m2: int | None
    lon: float | None
    lat: float | None
    geometry: Geometry | None
    ways: list[WayOut]


class FaultsOut(Schema):
    draft: DraftOut
    faults: list[DraftFaultOut]
    blocking: int
    unanswered_posts: int


class AreaNamedOut(Schema):
    code: str
    name: str


class AreaChangedOut(Schema):
    code: str
    name: str
    before_m2: int
    after_m2: int


class AreaClosedOut(Schema):
    code: str
    name: str
    successors: list[str]


class RowsAffectedOut(Schema):
    """At most so many rows follow: those that stand in areas whose ground changes."""

    table: str
    label_zh: str
    label_en: str
    rows: int
    open_rows: int | None


class PostConcernedOut(Schema):
    post_id: UUID
    title: str
    role: str
    area_code: str
    holder_name: str
    answer: str | None
    to_code: str | None
    offers: list[str]


class UnitConcernedOut(Schema):
    unit_id: UUID
    name: str
    area_code: str
    answer: str | None
    to_code: str | None
    offers: list[str]


class EffectsOut(Schema):
    draft: DraftOut
    opens: list[AreaNamedOut]
    changes: list[AreaChangedOut]
    closes: list[AreaClosedOut]
    rows: list[RowsAffectedOut]
    posts: list[PostConcernedOut]
    units: list[UnitConcernedOut]


class RunTableOut(Schema):
    table: str
    label_zh: str
    label_en: str
    total: int
    done: int


class RunOut(Schema):
    state: RunState
    total: int
    done: int
    by_table: list[RunTableOut]


class PublicationOut(Schema):
    publication_id: UUID
    draft_id: UUID
    area_code: str
    area_name: str
    title: str
    on: date
    state: PublicationState
    reason: str
    published_by_name: str
    published_at: datetime
    undone_by_name: str
    undone_at: datetime | None
    undo_reason: str
    can_undo: bool
    run: RunOut | None
    opened: int
    changed: int
    closed: int


class PublicationsOut(Schema):
    rows: list[PublicationOut]
    next_cursor: str | None


class StandardRow(Input):
    layer: Layer
    kind: AreaKind
    min_area_m2: Annotated[int, Field(ge=0, le=10**12)] | None = None
    max_area_m2: Annotated[int, Field(ge=0, le=10**12)] | None = None
    min_households: Count | None = None
    max_households: Count | None = None
    is_strict: bool = False


class StandardIn(Input):
    valid_from_on: Day
    basis: Annotated[str, Field(max_length=500)] = ""
    rows: Annotated[list[StandardRow], Field(max_length=20)]


class StandardRowOut(Schema):
    layer: Layer
    kind: AreaKind
    min_area_m2: int | None
    max_area_m2: int | None
    min_households: int | None
    max_households: int | None
    is_strict: bool


class StandardOut(Schema):
    """``valid_from_on`` is empty where no standard was set yet."""

    valid_from_on: date | None
    valid_to_on: date | None
    basis: str
    rows: list[StandardRowOut]
    history: list[date]


class AreaOnOut(Schema):
    """An area as it was on a day. ``layer`` is a layer of grids, county or city."""

    code: str
    name: str
    layer: str
    kind: AreaKind
    parent_code: str
    households: int | None
    people: int | None
    area_m2: int | None
    geometry: Geometry | None
    valid_from_on: date
    valid_to_on: date | None


class AreasOnOut(Schema):
    on: date
    features: list[AreaOnOut]


class DivisionDayOut(Schema):
    on: date
    opened: int
    closed: int
    changed: int


class AreaComparedOut(Schema):
    code: str
    name: str
    what: Literal["opened", "closed", "changed", "same_ground"]
    before: AreaOnOut | None
    after: AreaOnOut | None
    moved_m2: int


class ComparedOut(Schema):
    rows: list[AreaComparedOut]


class PositionToLocateIn(Input):
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]


class PositionsIn(Input):
    positions: Annotated[list[PositionToLocateIn], Field(min_length=1, max_length=MOST_POSITIONS)]
    datum: Datum = Datum.WGS84
    on: Day | None = None


class PlaceOut(Schema):
    area_code: str | None
    special_grid_code: str | None


class PlacesOut(Schema):
    rows: list[PlaceOut]


# --- bodies -------------------------------------------------------------------------------------------------


class DraftIn(Input):
    area_code: Annotated[str, Field(min_length=4, max_length=15, pattern=r"^\d+$")]
    title: Name = ""


class DrawIn(Input):
    verb: Literal["draw"]
    layer: Layer
    parent_code: Code
    geometry: Geometry
    name: Name = ""
    code: Code = ""
    kind: AreaKind | None = None
    households: Count | None = None
    people: Count | None = None
    cuts: bool = False


class ReshapeIn(Input):
    verb: Literal["reshape"]
    feature_id: UUID
    geometry: Geometry
    cuts: bool = False


class SplitIn(Input):
    verb: Literal["split"]
    feature_id: UUID
    line: Geometry


class MergeIn(Input):
    verb: Literal["merge"]
    feature_ids: Annotated[list[UUID], Field(min_length=2, max_length=100)]
    keeps: UUID


class MoveEdgeIn(Input):
    verb: Literal["move_edge"]
    one_id: UUID
    other_id: UUID
    line: Geometry


class DescribeIn(Input):
    """What is not given stays as it is; households and people may be given as null."""

    verb: Literal["describe"]
    feature_id: UUID
    name: Name | None = None
    kind: AreaKind | None = None
    code: Code | None = None
    parent_code: Code | None = None
    households: Count | None = None
    people: Count | None = None


class CloseIn(Input):
    verb: Literal["close"]
    feature_id: UUID
    gives_to: UUID | None = None


class MendIn(Input):
    verb: Literal["mend"]
    fault_id: Annotated[str, Field(max_length=40)]
    way: Annotated[str, Field(max_length=60)]


class UndoIn(Input):
    verb: Literal["undo"]


class RedoIn(Input):
    verb: Literal["redo"]


def _verb_of(given: object) -> str:
    """By which the kind of change is known; a body that names none is none of them."""
    verb = given.get("verb") if isinstance(given, dict) else getattr(given, "verb", None)
    return verb if isinstance(verb, str) else ""


AnyChangeIn = Annotated[
    Annotated[DrawIn, Tag("draw")]
    | Annotated[ReshapeIn, Tag("reshape")]
    | Annotated[SplitIn, Tag("split")]
    | Annotated[MergeIn, Tag("merge")]
    | Annotated[MoveEdgeIn, Tag("move_edge")]
    | Annotated[DescribeIn, Tag("describe")]
    | Annotated[CloseIn, Tag("close")]
    | Annotated[MendIn, Tag("mend")]
    | Annotated[UndoIn, Tag("undo")]
    | Annotated[RedoIn, Tag("redo")],
    Discriminator(_verb_of),
]


class DraftChangeIn(Input):
    version: Annotated[int, Field(ge=1)]
    change: AnyChangeIn


class DraftVersionIn(Input):
    version: Annotated[int, Field(ge=1)]


class DraftReasonIn(Input):
    version: Annotated[int, Field(ge=1)]
    reason: Reason


class DraftPublishIn(Input):
    version: Annotated[int, Field(ge=1)]
    on: Day
    reason: Reason


class DraftAnswerIn(Input):
    """For a post or for a unit, one of the two."""

    post_id: UUID | None = None
    unit_id: UUID | None = None
    answer: Literal["move", "close"]
    to_code: Code = ""


class DraftAnswersIn(Input):
    version: Annotated[int, Field(ge=1)]
    answers: Annotated[list[DraftAnswerIn], Field(min_length=1, max_length=500)]


class UndoPublicationIn(Input):
    reason: Reason
