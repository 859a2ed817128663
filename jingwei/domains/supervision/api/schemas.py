"""What travels of supervision."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.clocks.contracts import Answerer, Colour, WarningColour
from jingwei.domains.incidents.contracts import State
from jingwei.domains.supervision.contracts import CardKind, CardState, CaseState, LapseKind, Verdict
from jingwei.domains.supervision.queries.cards import PAGE
from jingwei.foundation.edge import Day, Input, Moment

AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]
LongWords = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=1000)]
Report = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=2000)]
LimitWords = Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,2}[hdHD]$")]
Times = Annotated[int, Field(ge=0, le=20)]
Cursor = Annotated[str | None, Field(max_length=300)]
Size = Annotated[int, Field(ge=1, le=100)]


class WarningsIn(Schema):
    """Which open warnings to list; ``mine``: only those that wait for one's own answer."""

    colour: WarningColour | None = None
    area_code: AreaCode | None = None
    unit_id: UUID | None = None
    mine: bool = False
    cursor: Cursor = None
    size: Size = PAGE


class SupervisedMatterOut(Schema):
    """The matter it is about."""

    id: UUID
    receipt_no: str
    title: str
    state: State
    area_name: str


class OpenWarningOut(Schema):
    """The present colour of one clock of a matter. ``may_answer``: it waits for the reader's post."""

    matter: SupervisedMatterOut
    clock: str
    colour: WarningColour
    due_at: datetime
    warned_at: datetime
    answered_by: Answerer
    owed_by: str
    may_answer: bool
    card_kind: CardKind | None
    may_raise: list[CardKind]


class OpenWarningPageOut(Schema):
    """Warnings in the order of their deadlines; a page may be shorter where clocks have stopped meanwhile."""

    rows: list[OpenWarningOut]
    next_cursor: str | None


class CardsIn(Schema):
    """Which cards to list; ``awaits_me``: those on which it is the turn of one's own unit."""

    kind: CardKind | None = None
    is_open: bool | None = None
    awaits_me: bool = False
    unit_id: UUID | None = None
    area_code: AreaCode | None = None
    cursor: Cursor = None
    size: Size = PAGE


class NewCardIn(Input):
    kind: CardKind
    reason: Words


class CardAnswerIn(Input):
    words: LongWords


class CardDecisionIn(Input):
    """Accept, send back or lift, and why."""

    verdict: Verdict
    words: Words


class CardEntryOut(Schema):
    """One line of a card's course; ``act`` is a state, or ``missed`` for a deadline that passed."""

    act: str
    at: datetime
    by_name: str
    unit_name: str
    words: str


class SupervisionCardOut(Schema):
    """A card with its course. ``verdicts`` is what the reader can decide, ``may_answer`` whether it waits for them."""

    id: UUID
    kind: CardKind
    state: CardState
    reason: str
    is_by_rule: bool
    unit_id: UUID
    unit_name: str
    by_unit_name: str
    by_name: str
    raised_at: datetime
    due_at: datetime | None
    colour: Colour
    missed: int
    ended_at: datetime | None
    entries: list[CardEntryOut]
    matter: SupervisedMatterOut | None
    may_answer: bool
    verdicts: list[Verdict]


class SupervisionCardPageOut(Schema):
    rows: list[SupervisionCardOut]
    next_cursor: str | None


class InstructionOut(Schema):
    """A leader's note 批示 with the answer of the unit that had the matter. ``read_at``: somebody of it opened it since."""

    version: int
    at: datetime
    by_name: str
    words: str
    unit_name: str
    due_at: datetime | None
    is_overdue: bool
    read_at: datetime | None
    answered_at: datetime | None
    answer_name: str
    answer: str
    may_answer: bool


class MatterSupervisionOut(Schema):
    """Everything said from above about one matter. ``may_raise`` is what the reader can raise now, on ``owed_by``."""

    cards: list[SupervisionCardOut]
    notes: list[InstructionOut]
    urged: int
    urged_at: datetime | None
    owed_by: str
    may_raise: list[CardKind]


class PeriodIn(Schema):
    """A period, half open, and what it is narrowed to."""

    since: Moment
    until: Moment
    area_code: AreaCode | None = None
    unit_id: UUID | None = None


class LapsesIn(PeriodIn):
    lapse: LapseKind | None = None
    cursor: Cursor = None
    size: Size = PAGE


class LapseFiguresOut(Schema):
    """The lapses of one unit or one area in the period, and the cards it was given."""

    key: str
    name: str
    slow: int
    returned: int
    rework: int
    repeated: int
    against_word: int
    ordinary: int
    yellow: int
    red: int
    total: int


class DisciplineOut(Schema):
    """纪检视角: most lapses first. ``repeated_times`` is what the policy in force calls repeatedly."""

    units: list[LapseFiguresOut]
    areas: list[LapseFiguresOut]
    repeated_times: int


class LapseOut(Schema):
    id: UUID
    lapse: LapseKind
    at: datetime
    unit_id: UUID
    unit_name: str
    matter: SupervisedMatterOut


class LapsePageOut(Schema):
    rows: list[LapseOut]
    next_cursor: str | None


class CardRungOut(Schema):
    """When a kind of card is raised by rule: any of the three is enough, 0 means never by it."""

    kind: CardKind
    overdue: int
    returned: int
    missed: int
    answer_limit: str


class SupervisionPolicyOut(Schema):
    """A version of the policy, in force from its day on; no day: the house's own."""

    from_on: date | None
    rungs: list[CardRungOut]
    note_limit: str
    plan_limit: str
    recheck_limit: str
    repeated_times: int
    bad_stars: int


class CardRungIn(Input):
    kind: CardKind
    overdue: Times
    returned: Times
    missed: Times
    answer_limit: LimitWords


class SupervisionPolicyIn(Input):
    from_on: Day
    rungs: Annotated[list[CardRungIn], Field(min_length=3, max_length=3)]
    note_limit: LimitWords
    plan_limit: LimitWords
    recheck_limit: LimitWords
    repeated_times: Annotated[int, Field(ge=2, le=20)]
    bad_stars: Annotated[int, Field(ge=1, le=4)]


class CasesIn(Schema):
    """Which cases to list; ``case_id`` the one that a notice names."""

    is_open: bool | None = None
    case_id: UUID | None = None
    area_code: AreaCode | None = None
    cursor: Cursor = None
    size: Size = PAGE


class NewCaseIn(Input):
    """An area below one's own to be supervised, and what was found there."""

    area_code: AreaCode
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=60)]
    finding: Report


class CasePlanIn(Input):
    plan: Report
    due_at: Moment


class CaseReportIn(Input):
    """What was done, with photos or files as proof."""

    words: Report
    file_ids: Annotated[list[UUID], Field(min_length=1, max_length=9)]


class CaseRecheckIn(Input):
    """Rectified or not; if not, until when to go on."""

    is_rectified: bool
    words: Report
    due_at: Moment | None = None


class CaseFileOut(Schema):
    file_id: UUID
    kind: str
    media_type: str
    has_thumbnails: bool


class CaseEntryOut(Schema):
    act: str
    at: datetime
    by_name: str
    unit_name: str
    words: str
    due_at: datetime | None
    files: list[CaseFileOut]


class SupervisionCaseOut(Schema):
    """An area under supervision with its course. ``may_plan``, ``may_report``, ``may_recheck``: the reader's turn."""

    id: UUID
    title: str
    finding: str
    state: CaseState
    area_code: str
    area_name: str
    unit_name: str
    receiver_name: str
    by_name: str
    raised_at: datetime
    plan: str
    due_at: datetime | None
    watch_due_at: datetime | None
    colour: Colour
    failed: int
    ended_at: datetime | None
    entries: list[CaseEntryOut]
    may_plan: bool
    may_report: bool
    may_recheck: bool


class SupervisionCasePageOut(Schema):
    rows: list[SupervisionCaseOut]
    next_cursor: str | None
