"""What travels of visits at the door and of what is asked at them."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.doorvisits.contracts import About
from jingwei.domains.doorvisits.queries.visits import LARGEST_PAGE, PAGE_SIZE, VisitFilter
from jingwei.foundation import edge

Key = Annotated[str, StringConstraints(max_length=30)]
Kind = Annotated[str, StringConstraints(max_length=30)]
Words = Annotated[str, StringConstraints(max_length=120, strip_whitespace=True)]
Title = Annotated[str, StringConstraints(max_length=40, strip_whitespace=True)]
TitleEn = Annotated[str, StringConstraints(max_length=80, strip_whitespace=True)]
AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]


class DoorLandingIn(edge.Input):
    kind: Kind
    field: Key


class DoorQuestionIn(edge.Input):
    """One question and the fields its answer goes to; whether they fit is said by the faults."""

    key: Key
    words_zh: Words
    words_en: Words
    lands: Annotated[list[DoorLandingIn], Field(max_length=20)]


class PublishDoorFormIn(edge.Input):
    """``after_version``: the latest version that was seen. ``is_preview`` keeps nothing and says what is wrong."""

    title_zh: Title
    title_en: TitleEn
    questions: Annotated[list[DoorQuestionIn], Field(max_length=100)]
    valid_from: edge.Day
    after_version: Annotated[int, Field(ge=0, le=1_000_000)]
    is_preview: bool = True


class DoorLandingOut(Schema):
    """A field an answer goes to, with the names it has now; none where it is in no form any more."""

    kind: str
    field: str
    kind_zh: str
    kind_en: str
    label_zh: str
    label_en: str


class DoorQuestionOut(Schema):
    """One question. ``kind`` and ``field`` name the field whose sort and codes say how it is answered; none for a note."""

    key: str
    words_zh: str
    words_en: str
    about: About
    kind: str
    field: str
    lands: list[DoorLandingOut]


class DoorQuestionFaultOut(Schema):
    """What is wrong with a question; without one with the form."""

    question: str
    message: str
    message_en: str


class DoorFormOut(Schema):
    """One version of what is asked. ``faults``: questions that cannot be asked as the ledgers' forms are now."""

    version: int
    valid_from: date | None
    is_in_force: bool
    title_zh: str
    title_en: str
    published_by: str
    questions: list[DoorQuestionOut]
    faults: list[DoorQuestionFaultOut]


class DoorLandingPlaceOut(Schema):
    """A field that a question may land in."""

    kind: str
    kind_zh: str
    kind_en: str
    about: About
    field: str
    label_zh: str
    label_en: str
    field_kind: str
    code_table: str


class DoorFormsOut(Schema):
    """Every version, the latest first, and where answers may go."""

    versions: list[DoorFormOut]
    places: list[DoorLandingPlaceOut]


class AtDoorRecordOut(Schema):
    """A record that is asked about, as it stands; hidden values come masked."""

    kind: str
    record_id: UUID
    label: str
    version: int
    facts: dict[str, Any]


class AtDoorOut(Schema):
    """A house as it is visited: what is asked and what is known already. ``visited_at``: the visit before, if any."""

    house_id: UUID
    address: str
    area_name: str
    form: DoorFormOut
    records: list[AtDoorRecordOut]
    visited_at: datetime | None
    visited_by: str


class DoorLookedIn(edge.Input):
    """A record that lay before the officer, in the version that was shown."""

    kind: Kind
    record_id: UUID
    version: Annotated[int, Field(ge=1, le=1_000_000_000)]


class DoorAnswerIn(edge.Input):
    """``record_id`` for what is asked of each person. ``value`` as the field takes it; none clears it."""

    question: Key
    record_id: UUID | None = None
    value: Any = None
    is_unchanged: bool = False


class DoorNoteIn(edge.Input):
    """What was heard at the door; kept for the grid, without the house."""

    question: Key
    topic_code: Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
    words: Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)] = ""


class RecordDoorVisitIn(edge.Input):
    """``id`` is made by the client: sending the same visit twice makes it once."""

    id: UUID
    house_id: UUID
    form_version: Annotated[int, Field(ge=0, le=1_000_000)]
    looked: Annotated[list[DoorLookedIn], Field(max_length=120)]
    answers: Annotated[list[DoorAnswerIn], Field(max_length=2_000)]
    note: DoorNoteIn | None = None


class DoorVisitsIn(Schema):
    """Filters and page of the list; both days count."""

    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    from_on: edge.Day | None = None
    until_on: edge.Day | None = None
    officer_id: UUID | None = None
    house_id: UUID | None = None
    is_mine: bool = False
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE

    def narrowed(self) -> VisitFilter:
        return VisitFilter(**self.dict(exclude={"cursor", "size"}))


class DoorVisitsBehindIn(Schema):
    """Which record's history is read."""

    kind: Annotated[str, Field(max_length=30)]
    record_id: UUID


class DoorVisitOut(Schema):
    """One visit. ``address`` is empty where the house is out of sight."""

    id: UUID
    house_id: UUID
    address: str
    area_code: str
    area_name: str
    visited_at: datetime
    officer_id: UUID | None
    officer_name: str
    form_version: int
    changed: int
    confirmed: int
    notes: int
    is_mine: bool


class DoorLandedFieldOut(Schema):
    """A field that was asked about, and whether it changed."""

    field: str
    label_zh: str
    label_en: str
    is_changed: bool


class DoorLandedOut(Schema):
    """A record the visit wrote, with the line of its history; ``label`` is empty where it is out of sight."""

    kind: str
    kind_zh: str
    kind_en: str
    record_id: UUID
    label: str
    change_id: UUID
    deed: str
    fields: list[DoorLandedFieldOut]


class DoorVisitDetailOut(DoorVisitOut):
    """The same with the records it wrote. Notes that were taken are counted only: they belong to nobody."""

    landed: list[DoorLandedOut]


class DoorVisitPageOut(Schema):
    rows: list[DoorVisitOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class DoorVisitBehindOut(Schema):
    """The visit that a line of a record's history comes from."""

    change_id: UUID
    visit_id: UUID
    visited_at: datetime
    officer_name: str
