"""What travels of return visits."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.returnvisits.contracts import SpotFinding, VisitState, VisitWay, VisitWhy
from jingwei.domains.returnvisits.queries.checks import LARGEST_PAGE as MOST_CHECKS_SHOWN
from jingwei.domains.returnvisits.queries.visits import LARGEST_PAGE, PAGE
from jingwei.domains.returnvisits.rules.policy import LONGEST_LINK_DAYS, MOST_LINES, MOST_TRIES
from jingwei.domains.returnvisits.rules.sampling import MOST_CHECKS
from jingwei.foundation.edge import Day, Input
from jingwei.kernel.geo import Datum

AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
AreaPrefix = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})?$")]
ItemPrefix = Annotated[str, StringConstraints(pattern=r"^(\d{2}|\d{4}|\d{6})?$")]
VisitWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
VisitLimit = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,2}[hdHD]$")]


class VisitsIn(Schema):
    """Filters and page of the list; both days count, by closing. ``is_mine``: my unit is to ask."""

    state: VisitState | None = None
    area_code: AreaCode | None = None
    handler_unit_id: UUID | None = None
    item_code: Annotated[str | None, Field(pattern=r"^(\d{2}|\d{4}|\d{6})$")] = None
    incident_id: UUID | None = None
    from_on: Day | None = None
    until_on: Day | None = None
    is_late: bool | None = None
    is_solved: bool | None = None
    is_satisfied: bool | None = None
    is_mine: bool = False
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE


class VisitOut(Schema):
    """A return visit. ``phone`` is covered, and there for those who may contact the reporter; ``may_record`` says
    that the reader can write a call down now."""

    id: UUID
    incident_id: UUID
    receipt_no: str
    title: str
    item_name: str
    area_name: str
    unit_name: str
    handler_unit_id: UUID | None
    handler_unit_name: str
    why: VisitWhy
    asked_by_name: str
    asked_reason: str
    state: VisitState
    closed_at: datetime | None
    due_at: datetime | None
    is_late: bool
    has_phone: bool
    phone: str
    link_until: datetime | None
    tries: int
    last_try_at: datetime | None
    ended_at: datetime | None
    way: VisitWay | None
    is_solved: bool | None
    stars: int | None
    remark: str
    by_name: str
    reopened_at: datetime | None
    may_record: bool


class VisitPageOut(Schema):
    """A page; with ``incident_id`` also what was asked for before its closing. ``total`` stands on the first."""

    rows: list[VisitOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class RecordVisitIn(Input):
    """A call: reached or not; if so, solved or not, and how satisfied they are, one to five."""

    is_contacted: bool
    is_solved: bool | None = None
    stars: Annotated[int | None, Field(ge=1, le=5)] = None
    remark: VisitWords = ""


class AskVisitIn(Input):
    """Why somebody is to be visited: usually because they asked for it."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class VisitRatesIn(Schema):
    """Which days, by closing; both count, 92 at most. Without an area one's own."""

    from_on: Day
    until_on: Day
    area_code: AreaCode | None = None
    handler_unit_id: UUID | None = None


class RatesOut(Schema):
    """Sums, and shares from 0 to 1; a share is null where nothing stands behind it."""

    planned: int
    waiting: int
    reached: int
    unreached: int
    solved: int
    satisfied: int
    late: int
    reopened: int
    contact_share: float | None
    solved_share: float | None
    satisfied_share: float | None


class AreaRatesOut(Schema):
    area_code: str
    area_name: str
    rates: RatesOut


class UnitRatesOut(Schema):
    unit_id: UUID | None
    unit_name: str
    rates: RatesOut


class VisitRatesOut(Schema):
    """In all, by the areas one level down, by the unit that handled; and what checks on the spot found meanwhile."""

    total: RatesOut
    areas: list[AreaRatesOut]
    units: list[UnitRatesOut]
    checked: int
    differing: int


class VisitLineIn(Input):
    """How many in a hundred of the closed matters of an item in an area; empty means all."""

    item_prefix: ItemPrefix = ""
    area_code: AreaPrefix = ""
    share: Annotated[int, Field(ge=0, le=100)]


class VisitPolicyIn(Input):
    """Who is visited from a day on. The first line that fits decides; where none does, only who asked."""

    from_on: Day
    limit: VisitLimit
    tries: Annotated[int, Field(ge=1, le=MOST_TRIES)]
    sends_link: bool
    link_days: Annotated[int, Field(ge=1, le=LONGEST_LINK_DAYS)]
    lines: Annotated[list[VisitLineIn], Field(max_length=MOST_LINES)]


class VisitLineOut(Schema):
    item_prefix: str
    area_code: str
    share: int


class VisitPolicyOut(Schema):
    from_on: date
    limit: str
    tries: int
    sends_link: bool
    link_days: int
    lines: list[VisitLineOut]


class SampleIn(Input):
    """From which closed matters of one's area how many are drawn; both days count, by closing."""

    area_code: AreaCode
    from_on: Day
    until_on: Day
    count: Annotated[int, Field(ge=1, le=MOST_CHECKS)]
    limit: VisitLimit
    item_prefix: ItemPrefix = ""


class SampleOut(Schema):
    """A draw. With seed and population anybody draws the same: in the order of SHA-256 of seed and id, the first."""

    id: UUID
    area_code: str
    area_name: str
    from_on: date
    until_on: date
    item_prefix: str
    asked_count: int
    population: int
    seed: str
    drawn_at: datetime
    drawn_by_name: str
    unit_name: str
    total: int
    done: int
    as_reported: int


class SpotChecksIn(Schema):
    """``is_mine``: assigned to my post; ``is_differing``: something else was found than reported."""

    sample_id: UUID | None = None
    incident_id: UUID | None = None
    is_open: bool | None = None
    is_differing: bool | None = None
    is_mine: bool = False
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=MOST_CHECKS_SHOWN)] = PAGE


class SpotCheckOut(Schema):
    """A closed matter to verify on the spot. ``is_near``: said from near its place; null where that is unknown."""

    id: UUID
    sample_id: UUID
    incident_id: UUID
    receipt_no: str
    title: str
    item_name: str
    address: str
    area_name: str
    lon: float | None
    lat: float | None
    handler_unit_name: str
    closed_at: datetime
    due_at: datetime | None
    is_overdue: bool
    done_at: datetime | None
    finding: SpotFinding | None
    remark: str
    distance_m: int | None
    is_near: bool | None
    file_ids: list[UUID]
    by_name: str
    is_mine: bool
    may_record: bool


class SpotCheckPageOut(Schema):
    """A page of checks; the first one comes with the latest samples."""

    samples: list[SampleOut]
    rows: list[SpotCheckOut]
    next_cursor: str | None


class SpotPlaceIn(Input):
    """Where the phone was, with its datum; only the distance from the matter's place is kept."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84
    accuracy_m: Annotated[float | None, Field(ge=0, le=100_000)] = None


class RecordSpotCheckIn(Input):
    """What was found, with one photo at least."""

    finding: SpotFinding
    remark: VisitWords = ""
    file_ids: Annotated[list[UUID], Field(max_length=9)]
    position: SpotPlaceIn | None = None
