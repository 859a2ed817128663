"""What travels: residents, households and requests, in and out."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.residents.contracts import EndWhy, Living, RegisterOccasion, RequestKind, RequestState
from jingwei.domains.residents.queries.people import LARGEST_PAGE, PAGE_SIZE
from jingwei.domains.residents.rules.doubles import Alike
from jingwei.foundation import edge
from jingwei.foundation.documents.contracts import Language
from jingwei.foundation.forms.contracts import Outcome, RecordSide

FactValue = str | int | float | bool | list[str] | None
ResidentFacts = Annotated[dict[str, FactValue], Field(max_length=200)]
Remark = Annotated[str, StringConstraints(max_length=500)]
Address = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
HomeArea = Annotated[str, StringConstraints(pattern=r"^(\d{12}|\d{15})?$")]
Version = Annotated[int, Field(ge=0, le=2_000_000_000)]
Band = Literal["0-5", "6-17", "18-59", "60-79", "80+"]
LookReason = Literal["keep_record", "visit_resident", "serve_resident"]
RecordSource = Literal["desk", "phone", "visit"]


class ResidentsIn(Schema):
    """Filters and page of a list; all of them fit into an address. Numbers never stand in one."""

    area_code: AreaCode | None = None
    words: Annotated[str | None, StringConstraints(max_length=60)] = None
    house_id: UUID | None = None
    living: Annotated[list[Living], Field(max_length=3)] = []
    band: Band | None = None
    is_due: bool = False
    is_ended: bool = False
    cursor: Annotated[str | None, StringConstraints(max_length=600)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE


class FindResidentsIn(edge.Input):
    """A whole identity number, document number or telephone, or the last four digits of a telephone."""

    number: Annotated[str, StringConstraints(min_length=4, max_length=60, strip_whitespace=True)]
    remark: Remark = ""


class HomeIn(edge.Input):
    """A house, or an address with the community or grid it lies in."""

    living: Living
    from_on: edge.Day
    house_id: UUID | None = None
    address: Address = ""
    area_code: HomeArea = ""


class RegisterResidentIn(edge.Input):
    facts: ResidentFacts
    home: HomeIn
    occasion: RegisterOccasion = RegisterOccasion.FOUND
    remark: Remark = ""
    came_from: RecordSource = "desk"


class ChangeResidentIn(edge.Input):
    """Only what changed; without facts it is confirmed that nothing has. ``version`` is the one that was read."""

    facts: ResidentFacts = {}
    version: Version
    remark: Remark = ""
    came_from: RecordSource = "desk"


class MoveResidentIn(edge.Input):
    home: HomeIn
    version: Version
    remark: Remark = ""


class ResidentDoubleIn(Schema):
    other_id: UUID


class ResidentDoublesIn(Schema):
    """Without an area one's own; only a community or a grid is looked through."""

    area_code: AreaCode | None = None


class JoinResidentsIn(edge.Input):
    """The other record ends. For every field that differs the side that is kept; versions are those that were read."""

    other_id: UUID
    version: Version
    other_version: Version
    facts: Annotated[dict[str, RecordSide], Field(max_length=200)] = {}
    home: RecordSide | None = None
    household: RecordSide | None = None
    reason: Annotated[str, StringConstraints(min_length=2, max_length=300, strip_whitespace=True)]


class EndResidentIn(edge.Input):
    why: EndWhy
    on: edge.Day
    version: Version
    remark: Remark = ""


class RevealResidentIn(edge.Input):
    """Without keys everything that is sealed."""

    keys: Annotated[list[Annotated[str, StringConstraints(max_length=40)]], Field(max_length=20)] = []
    purpose: LookReason
    remark: Annotated[str, StringConstraints(max_length=200)] = ""


class PrintResidentIn(edge.Input):
    """What the sheet is for: printed on every page, recorded as a look and in the audit."""

    why: LookReason
    purpose: Annotated[str, StringConstraints(max_length=200)]
    language: Language = Language.ZH


class HouseholdMemberIn(edge.Input):
    resident_id: UUID
    relation: Annotated[str, StringConstraints(min_length=2, max_length=2)]


class SaveHouseholdIn(edge.Input):
    """``version`` is 0 for a new one. Everybody who belongs to it from the day on."""

    members: Annotated[list[HouseholdMemberIn], Field(min_length=1, max_length=30)]
    from_on: edge.Day
    number: Annotated[str, StringConstraints(max_length=20, strip_whitespace=True)] = ""
    version: Version


class RequestMoveInIn(edge.Input):
    """``id`` is made by the client: sent twice it is one request."""

    id: UUID
    identity: Annotated[str, StringConstraints(min_length=15, max_length=30)]
    home: HomeIn
    words: Remark = ""


class DecideResidentRequestIn(edge.Input):
    is_accepted: bool
    reason: Remark = ""


class ClaimMyRecordIn(edge.Input):
    name: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
    identity: Annotated[str, StringConstraints(min_length=15, max_length=30)]


class AskCorrectionIn(edge.Input):
    """``id`` is made by the client: sent twice it is one request."""

    id: UUID
    words: Annotated[str, StringConstraints(min_length=4, max_length=500, strip_whitespace=True)]


class ResidentRequestsIn(Schema):
    is_mine: bool = False
    is_open: bool = True


class ResidentRowOut(Schema):
    resident_id: UUID
    name: str
    gender: str | None
    birth_year: int | None
    living: Living
    house_id: UUID | None
    address: str
    area_code: str
    area_name: str
    seen_at: datetime
    due_on: date | None
    is_due: bool
    is_ended: bool


class HouseholdBriefOut(Schema):
    household_id: UUID
    number: str
    address: str
    size: int


class WhoLeftOut(Schema):
    """Who lived here before; without a name where they live out of sight now."""

    resident_id: UUID | None
    name: str
    from_on: date
    to_on: date
    why: str


class ResidentPageOut(Schema):
    """``households`` and ``left`` come with the first page of one house."""

    rows: list[ResidentRowOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool
    households: list[HouseholdBriefOut] = []
    left: list[WhoLeftOut] = []


class ResidenceOut(Schema):
    living: Living
    house_id: UUID | None
    address: str
    area_name: str
    from_on: date
    to_on: date | None
    why: str


class ResidentChangeOut(Schema):
    """One line of the history; of sealed fields stands only that they changed."""

    record_version: int
    deed: str
    at: datetime
    actor_name: str
    unit_name: str | None
    source: str
    remark: str
    facts: dict[str, Any]


class ResidentLinkOut(Schema):
    resident_id: UUID
    name: str


class ResidentOut(ResidentRowOut):
    version: int
    form_version: int
    area_path: str
    facts: dict[str, Any]
    sealed_keys: list[str]
    residences: list[ResidenceOut]
    household: HouseholdBriefOut | None
    changes: list[ResidentChangeOut]
    registered_at: datetime
    ended_at: datetime | None
    end_reason: str
    merged_into: ResidentLinkOut | None
    open_requests: int
    can: list[str]


class JoinedFieldOut(Schema):
    """A field of two records; sealed values masked."""

    field: str
    outcome: Outcome
    kept: Any
    other: Any


class JoinedSideOut(ResidentRowOut):
    """One of two records: where it lives now and its household, as far as it lies within sight."""

    version: int
    household: HouseholdBriefOut | None


class ResidentProspectOut(Schema):
    """What joining two records would keep, before anything is done."""

    kept: JoinedSideOut
    other: JoinedSideOut
    fields: list[JoinedFieldOut]
    home: Outcome
    household: Outcome
    residences: int
    requests: int


class ResidentDoubleOut(Schema):
    kept: ResidentRowOut
    other: ResidentRowOut
    alike: Alike


class ResidentDoublesOut(Schema):
    """``is_too_wide``: name a community or a grid."""

    rows: list[ResidentDoubleOut]
    is_capped: bool
    is_too_wide: bool


class MovedResidentOut(Schema):
    """Without a resident where they live out of sight now."""

    resident: ResidentOut | None


class RevealedResidentOut(Schema):
    values: dict[str, str]


class HouseholdMemberOut(Schema):
    """Without a resident where they live out of sight."""

    resident_id: UUID | None
    name: str
    gender: str | None
    birth_year: int | None
    living: Living | None
    relation: str
    relation_zh: str
    relation_en: str
    from_on: date
    to_on: date | None


class HouseholdOut(Schema):
    household_id: UUID
    number: str
    house_id: UUID | None
    address: str
    area_code: str
    area_name: str
    from_on: date
    to_on: date | None
    version: int
    members: list[HouseholdMemberOut]
    can: list[str]


class ResidentRequestOut(Schema):
    """``resident_id`` and ``name`` only for those who keep the record."""

    request_id: UUID
    kind: RequestKind
    state: RequestState
    resident_id: UUID | None
    name: str
    address: str
    to_area_name: str
    from_on: date | None
    words: str
    asked_at: datetime
    asker_name: str
    decided_at: datetime | None
    reason: str
    can: list[str]


class MyRecordOut(Schema):
    """What is kept about oneself, as the form says it; numbers masked also here, for the screen may be seen."""

    facts: dict[str, Any]
    form_kind: str
    living: Living
    address: str
    area_name: str
    seen_at: datetime
    registered_at: datetime
    residences: list[ResidenceOut]
    requests: list[ResidentRequestOut]
    purpose: str
    legal_basis: str
    retention_days: int


class MyRecordFoundOut(Schema):
    """Without a record until it was proved which one is theirs."""

    record: MyRecordOut | None
