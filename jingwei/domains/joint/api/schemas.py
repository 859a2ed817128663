"""What travels of joint work."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.incidents.contracts import State
from jingwei.domains.joint.contracts import DecisionKind, MeetingState, WhistleEnd
from jingwei.domains.joint.rules.arriving import DEFAULT_RADIUS_M, LARGEST_RADIUS_M, Standing
from jingwei.domains.joint.rules.meeting import MOST_DECISIONS, MOST_UNITS
from jingwei.foundation.edge import Input, Moment
from jingwei.kernel.geo import Datum

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]
LongWords = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=1000)]
Remark = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Units = Annotated[list[UUID], Field(min_length=1, max_length=MOST_UNITS)]
JointFiles = Annotated[list[UUID], Field(max_length=9)]


class MeetPointIn(Input):
    """A position as it was given, with its datum."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84
    accuracy_m: Annotated[float | None, Field(ge=0, le=100_000)] = None


class WhistleIn(Input):
    """Units called to a place and a time."""

    words: Words
    place: Line
    position: MeetPointIn
    radius_m: Annotated[int, Field(ge=50, le=LARGEST_RADIUS_M)] = DEFAULT_RADIUS_M
    meet_at: Moment
    unit_ids: Units
    incident_id: UUID | None = None


class ArrivalIn(Input):
    """From where somebody says that their unit has come."""

    position: MeetPointIn
    remark: Remark = ""


class ConfirmArrivalIn(Input):
    """A unit that is there although its phone cannot show it, and why."""

    unit_id: UUID
    remark: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class EndWhistleIn(Input):
    """What came of it."""

    outcome: WhistleEnd
    result: LongWords


class SummonsOut(Schema):
    """A unit that was called, and how it stands."""

    unit_id: UUID
    unit_name: str
    standing: Standing
    arrived_at: datetime | None
    distance_m: int | None
    accuracy_m: float | None
    by_name: str
    is_confirmed: bool
    remark: str


class JointFileOut(Schema):
    """A file that belongs to it."""

    file_id: UUID
    kind: str
    media_type: str


class JointMatterOut(Schema):
    """The matter it is about, for those who see it."""

    id: UUID
    receipt_no: str
    title: str
    state: State


class WhistleOut(Schema):
    """A call with everybody who was called. ``may_arrive`` and ``may_end`` say what the reader can do now."""

    id: UUID
    words: str
    place: str
    lon: float
    lat: float
    radius_m: int
    area_name: str
    meet_at: datetime
    called_at: datetime
    unit_id: UUID
    unit_name: str
    called_by_name: str
    ended_at: datetime | None
    outcome: str
    result: str
    units: list[SummonsOut]
    arrived: int
    absent: int
    matter: JointMatterOut | None
    may_arrive: bool
    may_end: bool


class WhistlePageOut(Schema):
    rows: list[WhistleOut]
    next_cursor: str | None


class MeetingIn(Input):
    """A meeting to call."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
    agenda: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=2000)]
    place: Line
    starts_at: Moment
    unit_ids: Units
    incident_id: UUID | None = None
    file_ids: JointFiles = Field(default_factory=list)


class CancelMeetingIn(Input):
    remark: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]


class AttendanceIn(Input):
    """A unit that came, and who came for it."""

    unit_id: UUID
    names: Remark = ""


class MeetingDecisionIn(Input):
    """One decision: a task of its own, an assist of the meeting's matter, or a new matter."""

    kind: DecisionKind
    words: Words
    unit_id: UUID | None = None
    limit: Annotated[str, StringConstraints(pattern=r"^([1-9][0-9]{0,2}[hdHD])?$")] = ""


class MinutesIn(Input):
    """What is written down of a meeting, once."""

    chaired_by: Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)] = ""
    minutes: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=20_000)]
    attendance: Annotated[list[AttendanceIn], Field(max_length=MOST_UNITS)]
    decisions: Annotated[list[MeetingDecisionIn], Field(max_length=MOST_DECISIONS)]
    file_ids: JointFiles = Field(default_factory=list)


class FinishDecisionIn(Input):
    result: LongWords


class InvitedOut(Schema):
    unit_id: UUID
    unit_name: str
    came: bool | None
    names: str


class DecisionOut(Schema):
    """A decision and how it stands now, read from where it is followed up."""

    id: UUID
    number: int
    kind: DecisionKind
    words: str
    unit_id: UUID | None
    unit_name: str
    due_at: datetime | None
    is_done: bool
    is_overdue: bool
    done_at: datetime | None
    done_by_name: str
    result: str
    matter: JointMatterOut | None
    may_finish: bool


class MeetingOut(Schema):
    """A meeting with who was asked and what was decided. ``may_conduct`` says that the reader called it."""

    id: UUID
    title: str
    agenda: str
    place: str
    area_name: str
    starts_at: datetime
    state: MeetingState
    called_at: datetime
    unit_id: UUID
    unit_name: str
    called_by_name: str
    ended_at: datetime | None
    chaired_by: str
    minutes: str
    remark: str
    units: list[InvitedOut]
    files: list[JointFileOut]
    decisions: list[DecisionOut]
    matter: JointMatterOut | None
    may_conduct: bool


class MeetingPageOut(Schema):
    rows: list[MeetingOut]
    next_cursor: str | None
