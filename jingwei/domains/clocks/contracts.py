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
    """Read ``4h``, ``5d``, ``2H``, ``3D``; a year at most. Raises: BadLimit."""
    found = re.fullmatch(r"\s*([0-9]{1,4})\s*([hdHD])\s*", value)
    if not found or int(found[1]) == 0:
        raise BadLimit(value=value)
    number, unit = int(found[1]), found[2]
    most = {
        "h": LONGEST_WORKING_HOURS,
        "d": LONGEST_LIMIT_DAYS,
        "H": 24 * LONGEST_LIMIT_DAYS,
        "D": LONGEST_LIMIT_DAYS,
    }
    if number > most[unit]:
        raise BadLimit(value=value)
    if unit == "h":
        return WorkingTime(number * 60)
    if unit == "d":
        return WorkingDays(number)
    return CalendarTime(number * (60 if unit == "H" else DAY_MINUTES))


def write_limit(limit: Limit) -> str:
    """The inverse of ``parse_limit`` for whole hours and days."""
    if isinstance(limit, WorkingDays):
        return f"{limit.days}d"
    if isinstance(limit, WorkingTime):
        return f"{limit.minutes // 60}h"
    days, rest = divmod(limit.minutes, DAY_MINUTES)
    return f"{days}D" if days and not rest else f"{limit.minutes // 60}H"


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


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A holiday 放假, or a weekend day worked instead 调休上班."""

    day_on: date
    is_working: bool
    name: str


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
