"""What travels: tasks and their shares, in and out."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints, field_validator

from jingwei.domains.tasking.contracts import FieldKind, Measure, Repeat, Side, TaskAct
from jingwei.domains.tasking.queries.tasks import LARGEST_PAGE, PAGE_SIZE
from jingwei.domains.tasking.services.sources import StateName
from jingwei.foundation import edge

Title = Annotated[str, StringConstraints(min_length=2, max_length=80, strip_whitespace=True)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=30, strip_whitespace=True)]
FieldKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,19}$")]
TaskRemark = Annotated[str, StringConstraints(max_length=500)]
Files = Annotated[list[UUID], Field(max_length=9)]
Target = Annotated[int, Field(ge=1, le=100_000_000)]
TaskVersion = Annotated[int, Field(ge=1, le=2_000_000_000)]
FormValue = str | int | float | bool | None


class TaskFieldIn(edge.Input):
    """One thing to fill in."""

    key: FieldKey
    label: Label
    kind: FieldKind
    is_required: bool = False
    options: Annotated[list[Label], Field(max_length=20)] = []


class NewShareIn(edge.Input):
    """A unit or a post, exactly one of both; the number to reach where the task is counted."""

    unit_id: UUID | None = None
    post_id: UUID | None = None
    target: Target | None = None


class GiveTaskIn(edge.Input):
    """``id`` is made by the client: sending the same task twice is one task."""

    id: UUID
    title: Title
    words: Annotated[str, StringConstraints(max_length=4000)] = ""
    measure: Measure = Measure.YES_NO
    target_unit: Annotated[str, StringConstraints(max_length=10)] = ""
    form: Annotated[list[TaskFieldIn], Field(max_length=12)] = []
    due_at: edge.Moment
    shares: Annotated[list[NewShareIn], Field(max_length=300)]
    file_ids: Files = []
    repeats: Repeat | None = None
    repeats_until: edge.Day | None = None


class PassDownIn(edge.Input):
    """Without ``from_share_id`` the giver of the task gives it to further ones."""

    from_share_id: UUID | None = None
    shares: Annotated[list[NewShareIn], Field(max_length=300)]
    due_at: edge.Moment | None = None
    remark: TaskRemark = ""


class AnswerTaskIn(edge.Input):
    """``done`` is the whole number reached by one's own doing so far, without what was passed down."""

    act: Literal[TaskAct.ACKNOWLEDGE, TaskAct.RETURN, TaskAct.PROGRESS, TaskAct.COMPLETE]
    version: TaskVersion
    remark: TaskRemark = ""
    done: Annotated[int | None, Field(ge=0, le=100_000_000)] = None
    values: Annotated[dict[FieldKey, FormValue], Field(max_length=12)] = {}
    file_ids: Files = []

    @field_validator("values")
    @classmethod
    def _storable(cls, given: dict[str, FormValue]) -> dict[str, FormValue]:
        for value in given.values():
            if isinstance(value, str):
                edge.require_storable(value)
        return given


class SteerTaskIn(edge.Input):
    """``version`` may be left out for urging."""

    act: Literal[TaskAct.ACCEPT, TaskAct.SEND_BACK, TaskAct.URGE, TaskAct.EXTEND, TaskAct.WITHDRAW]
    version: TaskVersion | None = None
    remark: TaskRemark = ""
    due_at: edge.Moment | None = None


class SharesIn(Schema):
    """Filters and page of a list of shares. Without states: what is still open."""

    side: Side = Side.MINE
    state: Annotated[list[StateName], Field(max_length=6)] = []
    task_id: UUID | None = None
    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    is_overdue: bool = False
    words: Annotated[str | None, Field(max_length=60)] = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE


class TasksIn(Schema):
    """Filters and page of the list of tasks."""

    side: Literal[Side.GIVEN, Side.SEEN] = Side.GIVEN
    words: Annotated[str | None, Field(max_length=60)] = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE


class TaskFieldOut(Schema):
    key: str
    label: str
    kind: FieldKind
    is_required: bool
    options: list[str]


class TaskFileOut(Schema):
    file_id: UUID
    kind: str
    media_type: str


class TaskProgressOut(Schema):
    """Sums over the shares within one's sight, without what was returned or withdrawn."""

    target: int
    done: int
    shares: int
    shares_done: int
    overdue: int


class TaskActOut(Schema):
    """Something that can be done now."""

    act: TaskAct
    label: str
    label_en: str
    needs_remark: bool


class TaskEntryOut(Schema):
    """One line of a share's course."""

    act: TaskAct
    label: str
    label_en: str
    at: datetime
    actor_name: str
    unit_name: str
    remark: str
    done: int | None
    values: dict[str, FormValue]
    due_at: datetime | None
    files: list[TaskFileOut]


class TaskShareOut(Schema):
    """One receiver's share, with what lies below it summed up."""

    id: UUID
    task_id: UUID
    title: str
    parent_id: UUID | None
    receiver_name: str
    is_for_post: bool
    area_code: str
    area_name: str
    state: StateName
    state_label: str
    state_label_en: str
    measure: Measure
    target_unit: str
    target: int | None
    done: int
    due_at: datetime
    is_overdue: bool
    given_at: datetime
    giver_name: str
    urged: int
    version: int
    is_mine: bool


class TaskShareDetailOut(TaskShareOut):
    """The same with its course and what can be done."""

    values: dict[str, FormValue]
    progress: TaskProgressOut
    acts: list[TaskActOut]
    entries: list[TaskEntryOut]


class TaskSharePageOut(Schema):
    rows: list[TaskShareOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class GivenTaskOut(Schema):
    """A task with how far it has come."""

    id: UUID
    title: str
    measure: Measure
    target_unit: str
    due_at: datetime
    given_at: datetime
    giver_name: str
    giver_unit_name: str
    is_given_by_me: bool
    repeats: Repeat | None
    progress: TaskProgressOut


class GivenTaskPageOut(Schema):
    rows: list[GivenTaskOut]
    next_cursor: str | None


class GivenTaskDetailOut(GivenTaskOut):
    """The task with every share of it within one's sight, in the order of the tree. ``next_at``: when its series is given
    again."""

    words: str
    form: list[TaskFieldOut]
    files: list[TaskFileOut]
    can_give_further: bool
    repeats_until: date | None
    next_at: datetime | None
    can_stop_repeating: bool
    shares: list[TaskShareDetailOut]


class TaskReceiverOut(Schema):
    """``group``: below (centres one level down), beside (units of one's area), own (posts of one's unit)."""

    unit_id: UUID | None
    post_id: UUID | None
    name: str
    area_code: str
    group: Literal["below", "beside", "own"]
