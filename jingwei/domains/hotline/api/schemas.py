"""What travels. Numbers travel masked; the whole number only as the answer to a recorded look."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema

from jingwei.domains.hotline.contracts import CallState, Direction, Emergency, Reached
from jingwei.domains.incidents.contracts import Channel, Identity, State
from jingwei.foundation import edge
from jingwei.kernel.geo import Datum

Line = Annotated[str, Field(max_length=200)]
Phone = Annotated[str, Field(max_length=20)]
Words = Annotated[str, Field(max_length=8000)]
AreaCode = Annotated[str, Field(pattern=r"^(\d{4,15})?$")]
LookPurpose = Literal["contact_reporter", "follow_up", "answer_request", "supervision"]


class PlaceIn(edge.Input):
    """A position as it was picked, with its datum."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84


class SeatOut(Schema):
    """A seat; ``is_signed_on`` where calls pop up now."""

    post_id: UUID
    post_title: str
    unit_name: str
    extension: str
    is_signed_on: bool
    since_at: datetime


class MySeatOut(Schema):
    """One's own seat, if the post has one, and what waits for the whole centre."""

    seat: SeatOut | None
    call_backs_open: int
    call_backs_overdue: int


class SeatIn(edge.Input):
    extension: Annotated[str, Field(min_length=1, max_length=20, pattern=r"^[0-9A-Za-z*#._-]+$")]


class SwitchIn(edge.Input):
    is_signed_on: bool


class MatterOut(Schema):
    """A matter as a seat needs it while somebody is on the telephone; nothing of its reporter."""

    id: UUID
    receipt_no: str
    title: str
    state: State
    state_label: str
    is_open: bool
    item_name: str
    address: str
    area_name: str
    reported_at: datetime
    closed_at: datetime | None
    due_at: datetime | None
    lon: float | None
    lat: float | None


class CallOut(Schema):
    """A call. ``number`` is masked; null where it was withheld or has been erased."""

    id: UUID
    direction: Direction
    state: CallState
    number: str | None
    seat_title: str
    is_at_my_seat: bool
    rang_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    has_recording: bool
    matters: list[MatterOut]


class CallPageOut(Schema):
    rows: list[CallOut]
    next_cursor: str | None


class PresentCallOut(Schema):
    """The call at one's own seat now, or null."""

    call: CallOut | None


class LookIn(edge.Input):
    purpose: LookPurpose
    remark: Line = ""


class NumberOut(Schema):
    phone: str


class RecordingOut(Schema):
    """Where the recording is opened; the sound stays with the exchange."""

    url: str


class LinkIn(edge.Input):
    incident_id: UUID


class CallerIn(edge.Input):
    """By the call, or by a number that was said. A number travels in the body only, never in an address."""

    call_id: UUID | None = None
    phone: Phone = ""
    purpose: LookPurpose = "answer_request"


class CallBackOut(Schema):
    """A promise to call back; ``number`` is masked."""

    id: UUID
    number: str | None
    why: str
    due_at: datetime
    is_overdue: bool
    made_at: datetime
    made_by: str
    is_missed_call: bool
    claimed_by: str
    is_mine: bool
    attempts: int
    done_at: datetime | None
    outcome: Reached | None
    remark: str
    matter: MatterOut | None


class CallBackPageOut(Schema):
    rows: list[CallBackOut]
    next_cursor: str | None


class KnownCallerOut(Schema):
    """Open matters of this number and those closed within 90 days, five at most; no history of a person."""

    matters: list[MatterOut]
    call_backs: list[CallBackOut]


class AddressOut(Schema):
    address: str
    area_code: str
    area_name: str
    grid_code: str | None
    is_area: bool
    lon: float | None
    lat: float | None


class HeardIn(edge.Input):
    """What was written down so far. Nothing of it is stored."""

    words: Words = ""
    address: Line = ""
    position: PlaceIn | None = None
    area_code: AreaCode = ""
    item_code: Annotated[str, Field(pattern=r"^(\d{6})?$")] = ""


class SignOut(Schema):
    """A danger that the words point to, and which words."""

    danger: str
    label: str
    label_en: str
    services: list[Emergency]
    matched: list[str]


class HintItemOut(Schema):
    """An item that may be meant."""

    item_code: str
    item_name: str
    class_name: str
    definition: str
    accept_limit: str
    handle_limit: str
    is_urgent: bool
    matched: list[str]


class HintsOut(Schema):
    """Suggestions for a person to judge."""

    area_code: str
    area_name: str
    services: list[Emergency]
    signs: list[SignOut]
    items: list[HintItemOut]
    matters: list[MatterOut]


class TakeIn(edge.Input):
    """What somebody says at the desk. ``id`` is made by the page: sending it twice is one report."""

    id: UUID
    channel: Channel
    words: Words = ""
    title: Line = ""
    address: Line = ""
    position: PlaceIn | None = None
    area_code: AreaCode = ""
    item_code: Annotated[str, Field(pattern=r"^(\d{6})?$")] = ""
    identity: Identity = Identity.NAMED
    reporter_name: Annotated[str, Field(max_length=60)] = ""
    reporter_phone: Phone = ""
    uses_caller_number: bool = False
    wants_sms: bool = False
    about_unit_id: UUID | None = None
    is_urgent: bool = False
    file_ids: Annotated[list[UUID], Field(max_length=9)] = []
    call_id: UUID | None = None
    written_on: edge.Day | None = None
    place_of_reception: Annotated[str, Field(max_length=100)] = ""
    hand_over_ids: Annotated[list[UUID], Field(max_length=9)] = []


class TakenOut(Schema):
    """The receipt to read out: the tracking code is shown here and nowhere else."""

    id: UUID
    receipt_no: str
    tracking_code: str
    state: State
    centre_name: str
    due_at: datetime | None
    is_sms_on_its_way: bool


class ReceptionOut(Schema):
    """How a matter came to the desk."""

    channel: Channel
    taken_by: str
    at: datetime
    written_on: date | None
    place: str


class HandOverIn(edge.Input):
    service: Emergency
    place: Line
    words: Annotated[str, Field(max_length=2000)]
    call_id: UUID | None = None
    incident_id: UUID | None = None
    tells_number: bool = False
    phone: Phone = ""


class HandOverOut(Schema):
    """A note to an emergency service. ``spoken`` is what to read out now; lists carry what was kept."""

    id: UUID
    service: Emergency
    place: str
    words: str
    spoken: str
    at: datetime
    by_name: str
    incident_id: UUID | None


class HandOverPageOut(Schema):
    rows: list[HandOverOut]
    next_cursor: str | None


class CallBackIn(edge.Input):
    """``phone`` empty: the number of the call."""

    why: Annotated[str, Field(min_length=2, max_length=200)]
    due_at: edge.Moment
    call_id: UUID | None = None
    incident_id: UUID | None = None
    phone: Phone = ""


class AttemptIn(edge.Input):
    reached: Reached
    remark: Annotated[str, Field(max_length=500)] = ""
    later_at: edge.Moment | None = None


class DelayIn(edge.Input):
    later_at: edge.Moment


class AttemptOut(Schema):
    at: datetime
    by_name: str
    reached: Reached
    remark: str
