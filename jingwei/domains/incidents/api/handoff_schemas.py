"""What travels when a matter changes hands: objections, rulings, ties, merging, parts, and the policy."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.rules.merging import MOST_MERGED
from jingwei.domains.incidents.rules.objecting import Returns
from jingwei.foundation.edge import Body


class RerouteIn(io.CorrectIn):
    """Another unit, and what was wrong about item or place besides."""

    unit_id: UUID


class UnitGivenIn(io.StepIn):
    """A unit and the reason."""

    unit_id: UUID


class ChildTaskIn(Body):
    """A child task: what is to be done, by whom, under which item (the parent's where none is given)."""

    version: io.Version = None
    words: io.Words
    unit_id: UUID
    item_code: io.ItemCode = ""
    handle_limit: io.LimitText = ""


class MergeMattersIn(Body):
    """The matters to be merged into this one."""

    member_ids: Annotated[list[UUID], Field(min_length=1, max_length=MOST_MERGED)]


class ObjectionOut(BaseModel):
    """An objection: who objects, whose it should be, who decides by when, and what was decided."""

    asked_at: datetime
    unit_name: str
    named_unit_id: UUID
    named_unit_name: str
    reason: str
    referee_name: str
    due_at: datetime | None
    decided_at: datetime | None
    outcome: str
    outcome_label: str
    outcome_label_en: str
    given_unit_name: str
    ruling: str


class TiedOut(io.RowOut):
    """A matter that hangs together with this one; where it recurred, how far off and how many days later."""

    distance_m: int | None = None
    days: int | None = None


class TiesOut(BaseModel):
    """What hangs together with a matter, as far as the reader sees it; ``times``: how often it came before."""

    parent: TiedOut | None
    children: list[TiedOut]
    earlier: TiedOut | None
    later: list[TiedOut]
    times: int
    objections: list[ObjectionOut]


class ReasonOut(BaseModel):
    label: str
    label_en: str


class MergeSuggestionOut(io.RowOut):
    """A matter that may be the same: its words, why, and what stands in the way of merging it, if anything."""

    distance_m: int
    words: str
    reasons: list[ReasonOut]
    hindrance: str
    hindrance_en: str


class PrecedentOut(BaseModel):
    """A ruling for cases to come. ``incident_id`` where the reader sees the matter it came from."""

    id: UUID
    item_code: str
    item_name: str
    place_name: str
    area_name: str
    from_unit_name: str
    named_unit_name: str
    to_unit_id: UUID
    to_unit_name: str
    is_upheld: bool
    ruling: str
    ruled_at: datetime
    ruled_by_name: str
    incident_id: UUID | None
    is_drafted: bool


class DraftedLineOut(BaseModel):
    """The line as it stands in the draft of the duty matrix; it holds once the draft is published."""

    precedent: PrecedentOut
    line_id: int


class HandoffPolicyIn(Body):
    """What shall hold from a day on."""

    from_on: date
    returns: Returns
    objection_limit: Annotated[str, StringConstraints(pattern=r"^\d{1,3}[hdHD]$")]
    recurrence_radius_m: Annotated[int, Field(ge=5, le=1000)]
    recurrence_days: Annotated[int, Field(ge=1, le=366)]


class HandoffPolicyOut(BaseModel):
    """What holds, or held, from a day on; ``is_in_force`` today."""

    from_on: date
    returns: Returns
    returns_label: str
    returns_label_en: str
    objection_limit: str
    recurrence_radius_m: int
    recurrence_days: int
    is_in_force: bool


class DemandOut(BaseModel):
    """Reports by people, matters to be done, and what makes the difference between them."""

    days: int
    demand: int
    work: int
    merged: int
    children: int
    recurred: int
