"""What travels of joint enforcement."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.joint.api.mediation_schemas import AreaCode
from jingwei.domains.joint.api.schemas import (
    JointFileOut,
    JointFiles,
    JointMatterOut,
    Line,
    MeetPointIn,
    Remark,
    Units,
    Words,
)
from jingwei.domains.joint.contracts import EnforcementReply, EnforcementState, FindingEnd
from jingwei.foundation.edge import Input, Moment


class EnforcementIn(Input):
    """What is planned, by one's own unit, with these."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
    plan: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=2000)]
    place: Line
    people: Remark = ""
    starts_at: Moment
    unit_ids: Units
    area_code: AreaCode | None = None
    incident_id: UUID | None = None


class AnswerEnforcementIn(Input):
    """Whether one's unit comes and with whom, or that it is there."""

    reply: EnforcementReply
    people: Remark = ""
    remark: Remark = ""


class EnforcementFindingIn(Input):
    """What was found: settled on the spot, or a matter of its own."""

    words: Words
    end: FindingEnd
    place: Remark = ""
    position: MeetPointIn | None = None
    item_code: Annotated[str, StringConstraints(pattern=r"^(\d{6})?$")] = ""
    file_ids: JointFiles = Field(default_factory=list)


class EndEnforcementIn(Input):
    """What came of it, or why it is called off."""

    outcome: Literal["done", "cancelled"]
    result: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=2000)]
    file_ids: JointFiles = Field(default_factory=list)


class EnforcerOut(Schema):
    """A unit that was asked; ``reply`` is empty until it answers."""

    unit_id: UUID
    unit_name: str
    reply: str
    people: str
    remark: str
    by_name: str
    replied_at: datetime | None
    arrived_at: datetime | None


class EnforcementFindingOut(Schema):
    """What was found. ``files`` of what was settled on the spot; a matter keeps its own."""

    number: int
    end: FindingEnd
    words: str
    place: str
    unit_name: str
    by_name: str
    found_at: datetime
    files: list[JointFileOut]
    matter: JointMatterOut | None


class EnforcementOut(Schema):
    """One with its units and findings. The ``may_`` say what the reader can do now."""

    id: UUID
    title: str
    plan: str
    place: str
    people: str
    area_name: str
    starts_at: datetime
    state: EnforcementState
    called_at: datetime
    called_by_name: str
    unit_id: UUID
    unit_name: str
    ended_at: datetime | None
    result: str
    units: list[EnforcerOut]
    findings: list[EnforcementFindingOut]
    files: list[JointFileOut]
    matter: JointMatterOut | None
    may_answer: bool
    may_find: bool
    may_end: bool


class EnforcementPageOut(Schema):
    rows: list[EnforcementOut]
    next_cursor: str | None
