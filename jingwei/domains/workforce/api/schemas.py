"""What travels: kinds, the standard, files, services, teams, referrals and the structure by area."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.workforce.contracts import Ground, MemberDeed, ReferralState, Tier
from jingwei.domains.workforce.queries.members import LARGEST_PAGE, PAGE_SIZE
from jingwei.foundation import edge

Place = Annotated[str, StringConstraints(pattern=r"^(\d{12}|\d{15})$")]
AnyArea = Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Named = Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
Reason = Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]
Asked = Annotated[str, StringConstraints(min_length=2, max_length=500, strip_whitespace=True)]
Cursor = Annotated[str | None, Field(max_length=300)]
Size = Annotated[int, Field(ge=1, le=LARGEST_PAGE)]


class ForceKindOut(Schema):
    """``role``: filled by whoever holds a post of that role; ``wanted``: how many each of its areas should have."""

    key: str
    name_zh: str
    name_en: str
    tier: Tier
    ground: Ground
    role: str | None
    is_specialist: bool
    is_active: bool


class ForceStandardOut(Schema):
    from_on: date
    households_per_officer: int
    matters_per_officer: int
    names_are_public: bool
    wanted: dict[str, int]


class WorkforceStandardOut(Schema):
    """The kinds of force in the city's order; the standard in force, then those to come."""

    kinds: list[ForceKindOut]
    standards: list[ForceStandardOut]


class ForceKindIn(edge.Input):
    key: Key
    name_zh: Named
    name_en: Annotated[str, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)]
    tier: Tier
    ground: Ground
    is_specialist: bool = False
    is_active: bool = True
    wanted: Annotated[int, Field(ge=0, le=200)] = 0


class WorkforceStandardIn(edge.Input):
    """Every kind in its order, with how many each area should have from that day on."""

    from_on: edge.Day
    households_per_officer: Annotated[int, Field(ge=1, le=100_000)]
    matters_per_officer: Annotated[int, Field(ge=1, le=100_000)]
    names_are_public: bool
    forces: Annotated[list[ForceKindIn], Field(min_length=1, max_length=60)]


class MembersIn(Schema):
    """Filters and page of the list; without ``has_left`` those who serve now."""

    area_code: AnyArea = None
    kind: Annotated[list[Key], Field(max_length=20)] = []
    has_account: bool | None = None
    has_left: bool = False
    words: Annotated[str | None, Field(max_length=60)] = None
    cursor: Cursor = None
    size: Size = PAGE_SIZE


class GridServiceOut(Schema):
    """One time of service; ``to_on`` is the day on which it had ended."""

    service_id: UUID
    kind: str
    area_code: str
    area_name: str
    from_on: date
    to_on: date | None
    end_reason: str


class MemberRowOut(GridServiceOut):
    member_id: UUID
    name: str
    employer: str
    has_account: bool


class MemberPageOut(Schema):
    rows: list[MemberRowOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class MemberEntryOut(Schema):
    deed: MemberDeed
    at: datetime
    actor_name: str
    remark: str
    lines: list["MemberFactOut"]


class MemberFactOut(Schema):
    """A field that changed; empty values for what is never told (a telephone)."""

    field: str
    before: str
    after: str


class MemberOut(Schema):
    """Somebody's file. ``phone`` is masked; ``username`` is told to who keeps the file."""

    member_id: UUID
    version: int
    name: str
    employer: str
    duties: str
    has_account: bool
    username: str
    phone: str | None
    area_code: str
    area_path: str
    left_on: date | None
    services: list[GridServiceOut]
    entries: list[MemberEntryOut]
    can_change: bool
    can_look: bool


class MemberFactsIn(edge.Input):
    """Without ``username`` or ``phone`` they stay; empty takes them away."""

    name: Named
    employer: Annotated[str, StringConstraints(max_length=80, strip_whitespace=True)] = ""
    duties: Line = ""
    username: Annotated[str | None, StringConstraints(max_length=60)] = None
    phone: Annotated[str | None, StringConstraints(max_length=30)] = None


class FirstServiceIn(edge.Input):
    kind: Key
    area_code: Place
    from_on: edge.Day


class RegisterMemberIn(MemberFactsIn):
    """``id`` is made by the client: sending it twice makes one file."""

    id: UUID
    service: FirstServiceIn


class ChangeMemberIn(MemberFactsIn):
    version: Annotated[int, Field(ge=1, le=1_000_000)]


class PlaceMemberIn(edge.Input):
    """Joining needs kind and place, moving a place, leaving neither; moving and leaving name the service and say why."""

    act: Literal["join", "move", "leave"]
    version: Annotated[int, Field(ge=1, le=1_000_000)]
    on: edge.Day
    service_id: UUID | None = None
    kind: Key | None = None
    area_code: Place | None = None
    reason: Line = ""


class MemberLookIn(edge.Input):
    purpose: Literal["refer", "supervision"]
    remark: Line = ""


class MemberPhoneOut(Schema):
    phone: str


class GridPersonOut(Schema):
    """Somebody in a grid: the holder of a post, or who has a file. ``is_of_community``: for all of its grids."""

    name: str
    area_code: str
    is_of_community: bool
    member_id: UUID | None
    service_id: UUID | None
    employer: str
    since: date | None
    has_account: bool
    has_phone: bool


class ForceSlotOut(Schema):
    """One kind; ``empty_since`` where nobody is there any more (null: filled, or never was)."""

    kind: ForceKindOut
    wanted: int
    people: list[GridPersonOut]
    empty_since: date | None


class TeamMateOut(Schema):
    member_id: UUID
    name: str
    is_leader: bool


class WorkTeamOut(Schema):
    team_id: UUID
    version: int
    name: str
    purpose: str
    area_code: str
    area_name: str
    members: list[TeamMateOut]
    can_change: bool


class GridPeopleOut(Schema):
    area_code: str
    area_path: str
    centre_name: str
    duty_phone: str
    households: int | None
    slots: list[ForceSlotOut]
    teams: list[WorkTeamOut]
    can_refer: bool


class WorkforceAreaIn(Schema):
    """Which area; without one one's own."""

    area_code: AnyArea = None


class KindStrengthOut(Schema):
    """``lacking``: how many of its areas have too few; ``never``: how many never had any."""

    key: str
    wanted: int
    serving: int
    lacking: int
    never: int
    oldest_gap_on: date | None


class AreaStrengthOut(Schema):
    area_code: str
    area_name: str
    grids: int
    households: int
    people: int
    officers: int
    households_per_officer: float | None
    open_matters: int
    matters_per_officer: float | None
    without_officer: int
    without_head: int
    overloaded: int
    busy_communities: int
    kinds: list[KindStrengthOut]


class WorkforceStrengthOut(Schema):
    """The whole of an area and the areas one level down, against the standard in force."""

    total: AreaStrengthOut
    areas: list[AreaStrengthOut]
    kinds: list[ForceKindOut]
    standard: ForceStandardOut


class WorkTeamsIn(Schema):
    area_code: AnyArea = None
    words: Annotated[str | None, Field(max_length=60)] = None
    cursor: Cursor = None
    size: Size = PAGE_SIZE


class WorkTeamPageOut(Schema):
    rows: list[WorkTeamOut]
    next_cursor: str | None


class SaveTeamIn(edge.Input):
    """Version 0 makes a new team under the client's id. Its members are these, from today on; who is missing has left."""

    id: UUID
    version: Annotated[int, Field(ge=0, le=1_000_000)]
    name: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
    purpose: Line = ""
    area_code: Place
    member_ids: Annotated[list[UUID], Field(max_length=200)] = []
    leader_id: UUID | None = None
    is_dissolved: bool = False


class ReferIn(edge.Input):
    """``id`` is made by the client: sending it twice asks once."""

    id: UUID
    service_id: UUID
    words: Asked
    incident_id: UUID | None = None


class ReferralsIn(Schema):
    """``mine``: what I asked; ``to_me``: what I am asked; ``area``: what was asked in my area."""

    side: Literal["mine", "to_me", "area"] = "mine"
    state: ReferralState | None = None
    incident_id: UUID | None = None
    area_code: AnyArea = None
    cursor: Cursor = None
    size: Size = PAGE_SIZE


class ReferralOut(Schema):
    """``title`` is the matter's, where one sees it. ``member_id`` leads to whom to call where they have no account."""

    referral_id: UUID
    kind: str
    kind_name: str
    kind_name_en: str
    to_name: str
    member_id: UUID | None
    has_account: bool
    words: str
    state: ReferralState
    answer: str
    asked_at: datetime
    asker_name: str
    ended_at: datetime | None
    ended_by_name: str
    incident_id: UUID | None
    receipt_no: str
    title: str
    area_code: str
    area_name: str
    can_answer: bool
    can_withdraw: bool


class ReferralPageOut(Schema):
    rows: list[ReferralOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class EndReferralIn(edge.Input):
    act: Literal["answer", "withdraw"]
    words: Asked
