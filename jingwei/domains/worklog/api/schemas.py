"""What travels: entries of the work log, in and out."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.worklog.queries.entries import LARGEST_PAGE, PAGE_SIZE
from jingwei.foundation import edge
from jingwei.kernel.geo import Datum

LogWords = Annotated[str, StringConstraints(max_length=500)]
AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]


class LogPlaceIn(edge.Input):
    """A position as it was measured, with its datum; converted once."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84
    accuracy_m: Annotated[float | None, Field(ge=0, le=100_000)] = None


class RecordWorkIn(edge.Input):
    """``id`` is made by the client: sending the same entry twice records it once. Without a place: one's own area."""

    id: UUID
    item_code: Annotated[str, StringConstraints(pattern=r"^\d{6}$")]
    happened_at: edge.Moment | None = None
    position: LogPlaceIn | None = None
    area_code: AreaCode | None = None
    address: Annotated[str, StringConstraints(max_length=200)] = ""
    words: LogWords = ""
    file_ids: Annotated[list[UUID], Field(max_length=9)] = []


class GrowIn(edge.Input):
    """``words``: why it has to go further."""

    words: LogWords = ""
    is_urgent: bool = False


class StrikeIn(edge.Input):
    reason: Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]


class WorkLogIn(Schema):
    """Filters and page of the list; both days count."""

    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    item_code: Annotated[str | None, Field(pattern=r"^(\d{2}|\d{4}|\d{6})$")] = None
    from_on: edge.Day | None = None
    until_on: edge.Day | None = None
    is_mine: bool = False
    is_grown: bool | None = None
    words: Annotated[str | None, Field(max_length=60)] = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE


class LogCountsIn(Schema):
    """Which area, and which days; both count. Without an area one's own."""

    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    from_on: edge.Day
    until_on: edge.Day


class LogFileOut(Schema):
    file_id: UUID
    kind: str
    media_type: str


class LogEntryOut(Schema):
    """One entry. ``incident_id`` is the work order that it has grown to; ``origin`` (concern) what it was made of."""

    id: UUID
    item_code: str
    item_name: str
    class_name: str
    words: str
    address: str
    area_code: str
    area_name: str
    lon: float | None
    lat: float | None
    happened_at: datetime
    recorded_at: datetime
    recorder_name: str
    is_mine: bool
    origin: str
    photos: int
    incident_id: UUID | None
    receipt_no: str
    grown_at: datetime | None
    grown_by_name: str
    struck_at: datetime | None
    struck_reason: str


class LogEntryDetailOut(LogEntryOut):
    """The same with its photos, how its work order stands (as far as one sees it), and what can be done."""

    files: list[LogFileOut]
    order_state_label: str
    can_grow: bool
    can_strike: bool


class LogEntryPageOut(Schema):
    rows: list[LogEntryOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class LogItemOut(Schema):
    item_code: str
    item_name: str
    entries: int


class LogAreaOut(Schema):
    area_code: str
    area_name: str
    entries: int
    grown: int


class LogCountsOut(Schema):
    """By the areas one level down, and by item."""

    area_code: str
    entries: int
    grown: int
    areas: list[LogAreaOut]
    items: list[LogItemOut]


class OwnLogOut(Schema):
    """For the page on which somebody records."""

    today: int
    week: int
    usual: list[LogItemOut]
    latest: list[LogEntryOut]
