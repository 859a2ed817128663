"""What travels of disputes and their mediation."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.joint.api.schemas import JointFileOut, JointFiles, JointMatterOut, Line, Remark
from jingwei.domains.joint.contracts import MediationAct, MediationState, MediationWay, PartySide, Performance
from jingwei.domains.joint.rules.mediating import MOST_PARTIES
from jingwei.foundation.edge import Day, Input, Moment

AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
KindCode = Annotated[str, StringConstraints(pattern=r"^[a-z_]{2,20}$")]
DisputeTitle = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
Record = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=20_000)]
Terms = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=5_000)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]


class PartyIn(Input):
    """Somebody who quarrels. Sealed as soon as it arrives."""

    side: PartySide
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
    phone: Annotated[str, StringConstraints(strip_whitespace=True, max_length=30)] = ""


class MediationIn(Input):
    """A dispute to register. Without ``to_unit_id`` one's own unit mediates."""

    title: DisputeTitle
    words: Record
    kind: KindCode
    way: MediationWay
    parties: Annotated[list[PartyIn], Field(min_length=2, max_length=MOST_PARTIES)]
    area_code: AreaCode | None = None
    to_unit_id: UUID | None = None
    mediators: Remark = ""
    incident_id: UUID | None = None
    file_ids: JointFiles = Field(default_factory=list)


class TakeMediationIn(Input):
    mediators: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class SessionIn(Input):
    """One session: when, where, who was there, what was said."""

    held_at: Moment
    place: Line
    names: Remark = ""
    words: Record
    file_ids: JointFiles = Field(default_factory=list)


class AgreementIn(Input):
    """What was agreed, in the three parts of the law, and the signed paper."""

    facts: Terms
    terms: Terms
    performing: Terms
    file_ids: JointFiles = Field(default_factory=list)


class HandOnIn(Input):
    """To another unit, level or way."""

    to_unit_id: UUID
    way: MediationWay
    reason: Reason


class EndMediationIn(Input):
    outcome: Literal["failed", "withdrawn"]
    reason: Reason


class ConfirmationIn(Input):
    """A court's decision that confirms the agreement."""

    confirmed_no: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
    court: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80)]
    on: Day
    file_ids: JointFiles = Field(default_factory=list)


class FollowUpIn(Input):
    """Whether the agreement is kept."""

    found: Performance
    words: Terms
    file_ids: JointFiles = Field(default_factory=list)


class PartiesLookIn(Input):
    purpose: Literal["mediate", "follow_up", "supervision"]
    remark: Remark = ""


class PartyOut(Schema):
    """Masked; in the clear only in the answer to a look."""

    number: int
    side: PartySide
    name: str
    phone: str


class DisputeKindOut(Schema):
    """A kind of dispute in force: how long mediating may take, and when somebody asks afterwards."""

    code: str
    name: str
    name_en: str
    limit: str
    follow_up: str


class MediationRowOut(Schema):
    """How a dispute stands; nothing of who quarrels."""

    id: UUID
    title: str
    kind: str
    kind_name: str
    way: MediationWay
    level: int
    level_label: str
    level_label_en: str
    state: MediationState
    area_name: str
    unit_id: UUID
    unit_name: str
    called_at: datetime
    due_at: datetime
    follow_at: datetime | None
    agreed_at: datetime | None
    ended_at: datetime | None
    is_overdue: bool
    sessions: int
    passes: int
    confirmed_on: date | None
    performance: str


class MediationPageOut(Schema):
    """``kinds`` are those in force today, for the filter and the form."""

    rows: list[MediationRowOut]
    next_cursor: str | None
    kinds: list[DisputeKindOut]


class MediationEntryOut(Schema):
    """A line of the course."""

    act: MediationAct
    at: datetime
    held_at: datetime | None
    unit_name: str
    to_unit_name: str
    by_name: str
    place: str
    names: str
    words: str
    facts: str
    performing: str
    files: list[JointFileOut]


class MediationOut(MediationRowOut):
    """One dispute. ``parties`` and ``entries`` only for those who mediate (``is_part``); ``actions`` is what they can do."""

    mediators: str
    called_by_name: str
    taken_at: datetime | None
    confirmed_no: str
    confirmed_by: str
    confirm_until_on: date | None
    matter: JointMatterOut | None
    is_part: bool
    may_reveal: bool
    actions: list[MediationAct]
    parties: list[PartyOut]
    entries: list[MediationEntryOut]
