"""What travels: notes of people's concerns, in and out. No schema has a field for anybody."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.concerns.contracts import ConcernOccasion, ConcernStage
from jingwei.domains.concerns.queries.concerns import LARGEST_PAGE, PAGE_SIZE, ConcernFilter
from jingwei.foundation import edge
from jingwei.kernel.geo import Datum

ConcernWords = Annotated[str, StringConstraints(max_length=500)]
AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
TopicCode = Annotated[str, StringConstraints(pattern=r"^(\d{2}|\d{4})$")]


class ConcernPlaceIn(edge.Input):
    """Where what was heard is about, as it was measured, with its datum; converted once."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84
    accuracy_m: Annotated[float | None, Field(ge=0, le=100_000)] = None


class NoteConcernIn(edge.Input):
    """``id`` is made by the client: sending the same note twice takes it once. Without a place: one's own area."""

    id: UUID
    topic_code: Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
    occasion: ConcernOccasion = ConcernOccasion.WORK
    heard_at: edge.Moment | None = None
    position: ConcernPlaceIn | None = None
    area_code: AreaCode | None = None
    address: Annotated[str, StringConstraints(max_length=200)] = ""
    words: ConcernWords = ""


class HearAgainIn(edge.Input):
    """``id`` is made by the client: sending it twice counts it once."""

    id: UUID
    occasion: ConcernOccasion = ConcernOccasion.WORK


class MergeConcernIn(edge.Input):
    into_id: UUID


class GrowConcernIn(edge.Input):
    """``words``: why somebody has to act."""

    words: ConcernWords = ""
    is_urgent: bool = False


class LogConcernIn(edge.Input):
    """``words``: how it was settled."""

    item_code: Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
    words: ConcernWords = ""


class WithdrawConcernIn(edge.Input):
    reason: Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]


class TopicIn(edge.Input):
    name: Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
    hint: Annotated[str, StringConstraints(max_length=120, strip_whitespace=True)] = ""
    is_active: bool = True


class ConcernsIn(Schema):
    """Filters and page of the list; both days count. ``topic``: topics, or the two digits of a class."""

    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    topic: Annotated[list[TopicCode], Field(max_length=20)] = []
    occasion: Annotated[list[ConcernOccasion], Field(max_length=5)] = []
    stage: Annotated[list[ConcernStage], Field(max_length=3)] = []
    since: edge.Day | None = None
    until: edge.Day | None = None
    is_mine: bool = False
    words: Annotated[str | None, Field(max_length=60)] = None
    shape: Annotated[str | None, Field(max_length=2000)] = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE

    def narrowed(self) -> ConcernFilter:
        said = self.dict(exclude={"cursor", "size"})
        return ConcernFilter(
            **{name: tuple(one) if isinstance(one, list) else one for name, one in said.items()}
        )


class ConcernCountsIn(Schema):
    """Which area, which class or topic, and which days; whole weeks are counted. Without an area one's own."""

    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    topic: Annotated[str | None, Field(pattern=r"^(\d{2}|\d{4})$")] = None
    from_on: edge.Day
    until_on: edge.Day


class ConcernOut(Schema):
    """One note. ``times`` counts those that were merged into it as well."""

    id: UUID
    topic_code: str
    topic_name: str
    class_code: str
    class_name: str
    words: str
    address: str
    occasion: ConcernOccasion
    area_code: str
    area_name: str
    lon: float | None
    lat: float | None
    heard_at: datetime
    noted_at: datetime
    last_heard_at: datetime
    times: int
    stage: ConcernStage
    is_mine: bool
    incident_id: UUID | None
    receipt_no: str
    logged_at: datetime | None
    head_id: UUID | None
    withdrawn_at: datetime | None
    withdrawn_reason: str


class HearingOut(Schema):
    heard_at: datetime
    occasion: ConcernOccasion


class ConcernDetailOut(ConcernOut):
    """The same, when it was heard, what was merged into it, how its matter stands (as far as one sees it), and what can
    be done. ``noted_by`` is the post that took it."""

    noted_by: str
    hearings: list[HearingOut]
    merged: list[ConcernOut]
    order_state_label: str
    can_hear: bool
    can_merge: bool
    can_separate: bool
    can_grow: bool
    can_log: bool
    can_withdraw: bool


class ConcernPageOut(Schema):
    rows: list[ConcernOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class ConcernAreaOut(Schema):
    area_code: str
    area_name: str
    notes: int
    heard: int
    taken_up: int


class ConcernTopicCountOut(Schema):
    """``by_week`` and ``by_area``: how often it was heard, in the order of ``weeks`` and ``areas``."""

    code: str
    name: str
    notes: int
    heard: int
    taken_up: int
    by_week: list[int]
    by_area: list[int]


class ConcernCountsOut(Schema):
    """``weeks`` are Mondays; topics are classes, or the topics of the class asked for."""

    area_code: str
    weeks: list[date]
    notes: int
    heard: int
    taken_up: int
    areas: list[ConcernAreaOut]
    topics: list[ConcernTopicCountOut]


class TopicOut(Schema):
    """A class (two digits) or a topic below it (four)."""

    code: str
    name: str
    hint: str
    is_active: bool


class TopicsOut(Schema):
    """The whole tree, rows out of use included; ``usual`` are the codes to offer first to whoever asks."""

    topics: list[TopicOut]
    usual: list[str]
