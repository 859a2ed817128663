"""Time limits and deadlines as other domains speak of them."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jingwei.foundation.events.contracts import Event
from jingwei.kernel.errors import Invalid

DAY_MINUTES = 24 * 60
LONGEST_LIMIT_DAYS = 366
LONGEST_WORKING_HOURS = 24 * LONGEST_LIMIT_DAYS // 3


class Colour(StrEnum):
    """The state of a clock: one meaning per colour, never colour alone."""

    DONE = "done"  # 绿 ✓ 已办结
    RUNNING = "running"  # 蓝 ● 办理中
    MAY_OVERRUN = "may_overrun"  # 红 ▲ 可能超时（时限之前）
    OVERDUE = "overdue"  # 红底 ! 已超时，另作标记
    WAITING = "waiting"  # 灰 ◌ 挂起


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """A limit that runs only inside the calendar's working hours."""

    minutes: int


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A limit in whole working days."""

    days: int


@dataclass(frozen=True, slots=True)
class CalendarTime:
    """A limit in natural time, day and night."""

    minutes: int


Limit = WorkingTime | WorkingDays | CalendarTime


class BadLimit(Invalid):
    code = "clocks.bad_limit"
    message = (
        "时限“{value}”不正确：应为数字加单位，如 4h（工作小时）、5d（工作日）、2H（自然小时）、3D（自然日），"
        "且不超过一年。"
    )
    message_en = (
        "“{value}” is not a time limit: a number with h, d (working hours, days) or H, D (natural) is expected, "
        "a year at most."
    )


def parse_limit(value: str) -> Limit:
    """Read ``4h``, ``5d``, ``2H``, ``3D``, and ``95M`` (natural minutes, for a moment that people name); a year at most.

    Raises: BadLimit.
    """
    found = re.fullmatch(r"\s*([0-9]{1,6})\s*([hdHDM])\s*", value)
    if not found or int(found[1]) == 0:
        raise BadLimit(value=value)
    number, unit = int(found[1]), found[2]
    most = {
        "h": LONGEST_WORKING_HOURS,
        "d": LONGEST_LIMIT_DAYS,
        "H": 24 * LONGEST_LIMIT_DAYS,
        "D": LONGEST_LIMIT_DAYS,
        "M": DAY_MINUTES * LONGEST_LIMIT_DAYS,
    }
    if number > most[unit]:
        raise BadLimit(value=value)
    if unit == "h":
        return WorkingTime(number * 60)
    if unit == "d":
        return WorkingDays(number)
    return CalendarTime(number * {"M": 1, "H": 60, "D": DAY_MINUTES}[unit])


def write_limit(limit: Limit) -> str:
    """The inverse of ``parse_limit``: in the largest unit that says it whole. Working time is whole hours."""
    if isinstance(limit, WorkingDays):
        return f"{limit.days}d"
    if isinstance(limit, WorkingTime):
        return f"{limit.minutes // 60}h"
    for unit, minutes in (("D", DAY_MINUTES), ("H", 60)):
        if limit.minutes and not limit.minutes % minutes:
            return f"{limit.minutes // minutes}{unit}"
    return f"{limit.minutes}M"


def in_words(written: str) -> str:
    """A limit as people say it: 5个工作日. Raises: BadLimit."""
    parse_limit(written)
    number, unit = written.strip()[:-1], written.strip()[-1]
    return number + {"h": "个工作小时", "d": "个工作日", "H": "小时", "D": "天", "M": "分钟"}[unit]


def colour(
    *, now: datetime, due_at: datetime | None, warn_at: datetime | None, is_done: bool, is_waiting: bool
) -> Colour:
    """The colour of a clock. Source: S4 (green finished, blue in progress, red may overrun); overdue apart."""
    if is_done:
        return Colour.DONE
    if is_waiting:
        return Colour.WAITING
    if due_at is not None and now > due_at:
        return Colour.OVERDUE
    if warn_at is not None and now >= warn_at:
        return Colour.MAY_OVERRUN
    return Colour.RUNNING


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a step counts as late, and from when it may be feared to.

    ``is_provisional`` says that a year's official holidays were not entered yet and plain weekdays were used.
    """

    due_at: datetime
    warn_at: datetime
    is_provisional: bool


class Half(StrEnum):
    """Which part of a day is worked: all of it, or one half, divided at noon."""

    WHOLE = ""
    MORNING = "morning"  # 只上午上班
    AFTERNOON = "afternoon"  # 只下午上班


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A holiday 放假, a weekend day worked instead 调休上班, or a working day of which one half is free."""

    day_on: date
    is_working: bool
    name: str
    half: Half = Half.WHOLE


@dataclass(frozen=True, slots=True)
class CalendarYearEntered(Event):
    """The official arrangement of a year was entered or corrected.

    Deadlines that were provisional because of this year, or that reach into it, can be computed anew.
    """

    year: int
    at: datetime


@dataclass(frozen=True, slots=True)
class CalendarYearMissing(Event):
    """A year that deadlines already reach into, or soon will, has no official arrangement yet: a reminder.

    One event for each administrator's post. The fields are those of an announcement, so that wiring can hand it to
    the inbox as it is; ``target`` names the year.
    """

    post_id: UUID | None
    person_id: UUID | None
    kind: str
    title_zh: str
    title_en: str
    body_zh: str
    body_en: str
    target: str
    at: datetime


class WarningColour(StrEnum):
    """Warnings 三色预警 in their order; ``overdue`` is the deadline itself."""

    BLUE = "blue"
    YELLOW = "yellow"
    RED = "red"
    OVERDUE = "overdue"


WARNING_LABELS: dict[WarningColour, tuple[str, str]] = {
    WarningColour.BLUE: ("蓝色预警", "Blue warning"),
    WarningColour.YELLOW: ("黄色预警", "Yellow warning"),
    WarningColour.RED: ("红色预警", "Red warning"),
    WarningColour.OVERDUE: ("已超时", "Overdue"),
}


class Answerer(StrEnum):
    """Who answers a warning."""

    OWER = "ower"  # 该办的人
    HEAD = "head"  # 单位负责人、网格长
    CHIEF = "chief"  # 总网格长、指挥长


@dataclass(frozen=True, slots=True)
class LimitLine:
    """The three clocks of matters whose item begins with ``item_prefix``; limits as ``parse_limit`` reads them."""

    item_prefix: str
    is_urgent: bool
    first_limit: str
    progress_limit: str
    solution_limit: str


@dataclass(frozen=True, slots=True)
class WarningLine:
    """A warning once ``percent`` of the limit has passed, and who answers it."""

    colour: WarningColour
    percent: int
    answered_by: Answerer


@dataclass(frozen=True, slots=True)
class ClockPolicy:
    """Everything about clocks that a city decides, in force from a day on.

    Quiet hours are minutes of the local day; equal ends mean none. A task may be extended ``extension_times`` times,
    by ``extension_limit`` at most each time.
    """

    from_on: date
    limits: tuple[LimitLine, ...]
    warnings: tuple[WarningLine, ...]
    quiet_from_minute: int
    quiet_until_minute: int
    extension_times: int
    extension_limit: str


@dataclass(frozen=True, slots=True)
class Paused:
    """A stretch in which a clock stands still; open while ``until_at`` is None."""

    at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Granted:
    """More time given to a running clock."""

    at: datetime
    limit: Limit


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """Everything that happened to one clock; what it shows follows from this alone."""

    started_at: datetime
    limit: Limit
    pauses: tuple[Paused, ...] = ()
    grants: tuple[Granted, ...] = ()
    stopped_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ClockRun:
    """What a clock shows: its deadline, none while it stands still, and the moments of its warnings."""

    due_at: datetime | None
    warnings: tuple[tuple[WarningColour, datetime], ...]
    is_provisional: bool
    is_paused: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class Owed:
    """Who owes something: a unit or a post, exactly one of both."""

    unit_id: UUID | None = None
    post_id: UUID | None = None

    def __post_init__(self) -> None:
        if (self.unit_id is None) == (self.post_id is None):
            raise ValueError("a watch is owed by a unit or by a post")


@dataclass(frozen=True, slots=True)
class NewWatch:
    """Something to be done by a moment. The words are shown in notices: nothing personal stands in them."""

    kind: str
    subject_id: UUID
    owed: Owed
    area_code: str
    limit: Limit
    title_zh: str
    title_en: str
    target: str
    incident_id: UUID | None = None
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class WatchState:
    """How a watch stands. ``is_late``: it ended after its deadline, or was swept after it."""

    kind: str
    subject_id: UUID
    owed: Owed
    started_at: datetime
    limit: str
    due_at: datetime | None
    warn_at: datetime | None
    is_provisional: bool
    paused_at: datetime | None
    ended_at: datetime | None
    outcome: str
    is_late: bool

    def colour(self, *, now: datetime) -> Colour:
        """The state of this clock at a moment."""
        return colour(
            now=now,
            due_at=self.due_at,
            warn_at=self.warn_at,
            is_done=self.ended_at is not None,
            is_waiting=self.paused_at is not None,
        )


@dataclass(frozen=True, slots=True)
class WatchWarned(Event):
    """A watch has reached a warning. Hearers look at ``kind`` and leave the others alone."""

    watch_id: UUID
    kind: str
    subject_id: UUID
    incident_id: UUID | None
    unit_id: UUID | None
    post_id: UUID | None
    area_code: str
    colour: WarningColour
    due_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class WatchOverdue(Event):
    """A watch has passed its deadline: once for each deadline it had."""

    watch_id: UUID
    kind: str
    subject_id: UUID
    incident_id: UUID | None
    unit_id: UUID | None
    post_id: UUID | None
    area_code: str
    due_at: datetime
    at: datetime
