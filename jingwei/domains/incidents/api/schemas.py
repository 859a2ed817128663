"""What travels: reports in, incidents out.

Plain pydantic models: the framework's own wrap every row for attribute look-up, which took a third of a list's time.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, StringConstraints

from jingwei.domains.incidents.api.duty_out import DutyOut
from jingwei.domains.incidents.contracts import Action, Channel, Identity, State
from jingwei.foundation.edge import Body
from jingwei.kernel.geo import Datum


def _no_nul(text: str) -> str:
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("contains characters that cannot be stored")
    return text


def _sane_moment(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("needs a time zone, e.g. 2026-11-16T10:00:00+08:00")
    if not 2000 <= moment.year <= 2100:
        raise ValueError("lies outside the years 2000 to 2100")
    return moment


Text = Annotated[str, AfterValidator(_no_nul)]
Words = Annotated[Text, StringConstraints(max_length=8000)]
Remark = Annotated[Text, StringConstraints(max_length=2000)]
Line = Annotated[Text, StringConstraints(max_length=200)]
Moment = Annotated[datetime, AfterValidator(_sane_moment)]
Version = Annotated[int | None, Field(ge=1, le=2_000_000_000, description="您看到的版本号；他人已更新时拒绝")]
AreaCode = Annotated[str, StringConstraints(pattern=r"^\d{4,15}$")]
ItemCode = Annotated[str, StringConstraints(pattern=r"^(\d{6})?$")]
LimitText = Annotated[str, StringConstraints(pattern=r"^(\d{1,3}[hdHD])?$")]
Files = Annotated[list[UUID], Field(max_length=9)]


class PositionIn(Body):
    """A position as the device gave it, with its datum."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84
    accuracy_m: Annotated[float | None, Field(ge=0, le=100_000)] = None


class AnsweredIn(Body):
    """What the device computed for this report with the seed of ``getChallenge``."""

    seed: Annotated[str, StringConstraints(max_length=60, pattern=r"^[A-Za-z0-9_-]+$")]
    answer: Annotated[int, Field(ge=0, le=2**53 - 1)]


class ReportIn(Body):
    """A report. ``id`` is made by the client: sending the same report twice is one report."""

    id: UUID
    words: Words = ""
    title: Line = ""
    position: PositionIn | None = None
    area_code: AreaCode | None = None
    address: Line = ""
    item_code: ItemCode = ""
    identity: Identity = Identity.NAMED
    reporter_name: Annotated[Text, StringConstraints(max_length=60)] = ""
    reporter_phone: Annotated[Text, StringConstraints(max_length=20)] = ""
    about_unit_id: UUID | None = None
    is_urgent: bool = False
    file_ids: Files = []
    reported_at: Moment | None = None
    challenge: AnsweredIn | None = None
    component_code: Annotated[str, StringConstraints(pattern=r"^(\d{16})?$")] = ""


class ReceiptOut(BaseModel):
    """Keep the tracking code: it opens the whole course without an account."""

    id: UUID
    receipt_no: str
    tracking_code: str
    state: State
    version: int
    centre_name: str
    due_at: datetime | None


class ProofIn(Body):
    """A file shown with a step."""

    file_id: UUID
    kind: Literal["photo_before", "photo_after", "document", "call_record", "report"]


class StepIn(Body):
    """A step with an optional remark."""

    version: Version = None
    remark: Remark = ""


class AcceptIn(StepIn):
    item_code: ItemCode = ""


class CorrectIn(StepIn):
    item_code: ItemCode | None = None
    position: PositionIn | None = None
    address: Line | None = None


class DispatchIn(StepIn):
    unit_id: UUID
    handle_limit: LimitText = ""
    assist_ids: Annotated[list[UUID], Field(max_length=10)] = []


class AssignIn(StepIn):
    post_id: UUID


class ProofStepIn(StepIn):
    proofs: Annotated[list[ProofIn], Field(max_length=9)] = []


class ExtensionIn(StepIn):
    limit: Annotated[str, StringConstraints(pattern=r"^\d{1,3}[hdHD]$")]


class SuspendIn(StepIn):
    until: Moment


class RateIn(StepIn):
    stars: Annotated[int, Field(ge=1, le=5)]
    is_solved: bool


class EditIn(Body):
    version: Version = None
    words: Words | None = None
    address: Line | None = None
    file_ids: Files = []


class AnswerIn(Body):
    """Words, a photo, or both; with a photo the words may be empty."""

    version: Version = None
    words: Words
    file_ids: Files = []


class NoteIn(Body):
    """A note. ``id`` is made by the client: sending the same note twice is one note."""

    id: UUID | None = None
    remark: Remark
    is_internal: bool = True
    proofs: Annotated[list[ProofIn], Field(max_length=9)] = []


class RevealIn(Body):
    purpose: Literal["contact_reporter", "follow_up", "answer_request", "supervision"]
    remark: Line = ""


class RevealOut(BaseModel):
    phone: str


class LookOut(BaseModel):
    """A recorded look at personal data."""

    at: datetime
    viewer_name: str
    field: str
    purpose: str


class EvidenceOut(BaseModel):
    """A kind of proof; ``is_shown`` once a file of the kind is there."""

    kind: str
    label: str
    label_en: str
    is_shown: bool


class ActionOut(BaseModel):
    """A button: what can be done now, what it needs, and the operation that does it.

    ``evidence`` names the proof still to be shown with the step, where it needs any.
    """

    action: Action
    label: str
    label_en: str
    needs: list[str]
    operation_id: str
    evidence: list[EvidenceOut] = []


class RowOut(BaseModel):
    """An incident in a list."""

    id: UUID
    receipt_no: str
    title: str
    state: State
    state_label: str
    colour: str
    version: int
    channel: Channel
    item_code: str
    item_name: str
    address: str
    scope_code: str
    area_name: str
    is_urgent: bool
    centre_name: str
    unit_name: str
    reported_at: datetime
    closed_at: datetime | None
    due_at: datetime | None
    is_suspended: bool
    is_history: bool
    fold_count: int = 0


class HeadOut(BaseModel):
    """The matter a report was folded into."""

    id: UUID
    receipt_no: str


class HoldOut(BaseModel):
    """That a report came from a marked source: whether it waits for a second person, or how that ended."""

    held_at: datetime
    until_at: datetime
    ended_at: datetime | None
    ended_by: str
    outcome: Literal["", "released", "dismissed", "expired", "passed"]


class PositionOut(BaseModel):
    lon: float
    lat: float


class StepOut(BaseModel):
    version: int
    action: Action
    action_label: str
    action_label_en: str
    from_state: State | None
    to_state: State
    actor_name: str
    unit_name: str
    at: datetime
    due_at: datetime | None
    is_late: bool
    remark: str
    is_internal: bool
    lane: Literal["city", "county", "township", "community", "grid", "unit", "reporter"]
    direction: Literal["up", "down", "stays"]
    tone: Literal["late", "back", "end", "wait", "note", "plain"]
    facts: dict[str, str]


class AttachmentOut(BaseModel):
    """A file shown with it; what is known of the file where the reader may see it.

    ``is_held`` files are not for public answers; ``masked`` counts covered faces, plates and drawn boxes.
    ``distance_m``: how far from the matter a proof says it was taken, for staff; a hint, as pictures give it.
    """

    file_id: UUID
    kind: str
    version: int
    added_at: datetime
    distance_m: int | None
    file_kind: str | None
    media_type: str | None
    size_bytes: int | None
    width: int | None
    height: int | None
    duration_ms: int | None
    taken_at: datetime | None
    has_thumbnails: bool
    is_held: bool
    masked: int
    doubtful_spots: int


class TaskOut(BaseModel):
    """A task given to a unit."""

    unit_id: UUID
    unit_name: str
    dispatched_at: datetime
    due_at: datetime | None
    taken_at: datetime | None
    assignee_post_id: UUID | None
    assignee_title: str
    assignee_name: str
    ended_at: datetime | None
    outcome: str


class ExtensionOut(BaseModel):
    asked_at: datetime
    limit: str
    reason: str
    decided_at: datetime | None
    is_granted: bool | None
    remark: str


class SuspensionOut(BaseModel):
    started_at: datetime
    until_at: datetime
    reason: str
    ended_at: datetime | None


class AssistOut(BaseModel):
    """A unit that assists 协办: what was asked, its own time, and what it did (``done_version`` names its proof)."""

    unit_id: UUID
    unit_name: str
    words: str
    asked_at: datetime
    due_at: datetime | None
    taken_at: datetime | None
    ended_at: datetime | None
    outcome: str
    result: str
    done_version: int | None


class QuestionOut(BaseModel):
    """A question to the reporter; ended without an answer where another took its place or the matter was closed."""

    asked_at: datetime
    unit_name: str
    words: str
    answered_at: datetime | None
    answered_version: int | None
    answer: str
    ended_at: datetime | None


class UrgedOut(BaseModel):
    """How often it was urged, and from when it may be again."""

    times: int
    last_at: datetime
    again_at: datetime


class RatingOut(BaseModel):
    at: datetime
    stars: int
    is_solved: bool
    remark: str


class ReporterOut(BaseModel):
    """The reporter, masked; only for those who may contact them. ``may_reveal`` shows the phone, on record."""

    name: str | None
    phone: str | None
    may_reveal: bool


class ItemStandardOut(BaseModel):
    """The item as it stood in the list of that day: how it is handled, when it counts as done, with which proof."""

    item_code: str
    item_name: str
    class_name: str
    subclass_name: str
    unit_kind: str
    definition: str
    handling_standard: str
    closing_standard: str
    legal_basis: str
    accept_limit: str
    handle_limit: str
    verify_limit: str
    evidence: list[EvidenceOut]


class AboutComponentOut(BaseModel):
    """The thing of the city that a matter is about: what it is and where it stands, as its number plate says."""

    component_id: UUID
    code: str
    class_name: str
    type_name: str
    name: str
    address: str
    lon: float
    lat: float


class PromiseOut(BaseModel):
    """By when it is to be solved, for whoever reported: no moment while it is paused; ``solved_at`` once it is."""

    due_at: datetime | None
    solved_at: datetime | None
    is_late: bool
    is_provisional: bool


class IncidentOut(RowOut):
    """An incident with its whole course, as this reader may see it."""

    words: str
    position: PositionOut | None
    place_path: str
    centre_id: UUID
    centre_area: str
    unit_id: UUID | None
    warn_at: datetime | None
    item: ItemStandardOut | None
    accuracy_m: float | None
    identity: Identity
    reporter: ReporterOut | None
    accepted_at: datetime | None
    external_source: str
    external_id: str
    external_due_at: datetime | None
    steps: list[StepOut]
    attachments: list[AttachmentOut]
    tasks: list[TaskOut]
    extensions: list[ExtensionOut]
    suspensions: list[SuspensionOut]
    questions: list[QuestionOut]
    assists: list[AssistOut]
    urged: UrgedOut | None
    ratings: list[RatingOut]
    actions: list[ActionOut]
    head: HeadOut | None = None
    hold: HoldOut | None = None
    component: AboutComponentOut | None = None
    promise: PromiseOut | None = None


class BucketOut(BaseModel):
    """A tray of the inbox; ``is_capped`` where more than the count wait."""

    bucket: str
    label: str
    label_en: str
    count: int
    is_capped: bool


class InboxOut(BaseModel):
    buckets: list[BucketOut]


class SimilarOut(RowOut):
    """Another matter close by. ``likeness``: 3 the same item, 2 its sub-class, 1 its class, 0 another."""

    distance_m: float
    likeness: int
    lon: float
    lat: float


class SeenOut(BaseModel):
    """Who has opened it, in which post, and when first and last."""

    person_name: str
    role: str
    unit_name: str
    first_at: datetime
    last_at: datetime


class ReceiverOut(BaseModel):
    """A unit that may be given the matter, why it is proposed, and what it has in hand. ``usual``: how many matters it
    had at once, on average over the last four weeks; null where it had none for long enough."""

    unit_id: UUID
    name: str
    kind: str
    kind_name: str
    area_code: str
    area_name: str
    is_responsible: bool
    is_relieved: bool
    reason: str
    reason_en: str
    open: int
    overdue: int
    due_soon: int
    people: int
    usual: int | None
    fullness: str
    fullness_label: str
    fullness_label_en: str


class DispatchReceiversOut(BaseModel):
    """Receivers, the line of the duty matrix that speaks, and the limit and deadline that dispatching now would set."""

    rows: list[ReceiverOut]
    handle_limit: str
    due_at: datetime | None
    duty: DutyOut | None


class OpenWorkRowOut(BaseModel):
    """A matter in a post's hands; without its title for those who may hand it over but not read it."""

    id: UUID
    receipt_no: str
    title: str
    state: State
    state_label: str
    colour: str
    due_at: datetime | None
    version: int


class TakerOut(BaseModel):
    """A held post of the same unit that can take work over."""

    post_id: UUID
    title: str
    person_name: str


class OpenWorkOut(BaseModel):
    """A post's open work, and who could take it over. ``hidden`` counts confidential tips the asker may not see."""

    post_id: UUID
    post_title: str
    holder_name: str
    rows: list[OpenWorkRowOut]
    total: int
    hidden: int
    takers: list[TakerOut]


class HandOverWorkIn(Body):
    """Without ``incident_ids`` all of it, 200 at a time."""

    to_post_id: UUID
    incident_ids: Annotated[list[UUID] | None, Field(max_length=200)] = None
    remark: Remark


class HandedOverOut(BaseModel):
    """How many went over, how many of them unseen by who did it, and how many are left for another call."""

    moved: int
    unseen: int
    left: int
