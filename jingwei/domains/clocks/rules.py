"""Working time on the official calendar with make-up working days, and the colours of a clock."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from jingwei.domains.clocks.contracts import CalendarTime, Colour, Limit, WorkingDays, WorkingTime
from jingwei.kernel.clock import BEIJING
from jingwei.kernel.errors import DomainError, Invalid

WARN_SHARE = 0.75
"""From this share of the limit on, a step may overrun."""
SEARCH_DAYS = 800


class CalendarGap(DomainError):
    code = "clocks.calendar_gap"
    message = "{year}年的法定节假日安排还没有录入，无法计算时限。请管理员在“工作日历”中导入。"
    message_en = "The official holidays of {year} are not entered yet; ask an administrator to import them."


class BadLimit(Invalid):
    code = "clocks.bad_limit"
    message = "时限“{value}”不正确：应为数字加单位，如 4h（工作小时）、5d（工作日）、2H（自然小时）、3D（自然日）。"
    message_en = "“{value}” is not a time limit: a number with h, d (working hours, days) or H, D (natural) is expected."


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Working hours (minutes of the local day) and the days that differ from Monday–Friday.

    ``days`` maps a date to True (make-up working day 调休上班) or False (holiday 放假);
    ``years`` are those whose official arrangement has been entered.
    """

    hours: tuple[tuple[int, int], ...]
    days: dict[date, bool]
    years: frozenset[int]

    @property
    def day_minutes(self) -> int:
        """Working minutes of a full day."""
        return sum(end - start for start, end in self.hours)

    def is_working_day(self, day: date) -> bool:
        """Raises: CalendarGap."""
        if day.year not in self.years:
            raise CalendarGap(year=day.year)
        return self.days.get(day, day.weekday() < 5)


def parse_limit(value: str) -> Limit:
    """Read ``4h``, ``5d``, ``2H``, ``3D``. Raises: BadLimit."""
    found = re.fullmatch(r"\s*(\d{1,4})\s*([hdHD])\s*", value)
    if not found or int(found[1]) == 0:
        raise BadLimit(value=value)
    number, unit = int(found[1]), found[2]
    if unit == "h":
        return WorkingTime(number * 60)
    if unit == "d":
        return WorkingDays(number)
    return CalendarTime(number * (60 if unit == "H" else 24 * 60))


def write_limit(limit: Limit) -> str:
    """The inverse of ``parse_limit`` for whole hours and days."""
    if isinstance(limit, WorkingDays):
        return f"{limit.days}d"
    if isinstance(limit, WorkingTime):
        return f"{limit.minutes // 60}h"
    days, rest = divmod(limit.minutes, 24 * 60)
    return f"{days}D" if days and not rest else f"{limit.minutes // 60}H"


def deadline(start: datetime, limit: Limit, calendar: WorkCalendar) -> datetime:
    """Return the moment after which the step counts as late, in UTC.

    Working time runs only inside the calendar's hours; a report at night starts its clock at the next opening.
    Raises: CalendarGap if a year's holidays are not entered yet.
    Source: limits per item, list in force on ``start``.
    """
    if isinstance(limit, CalendarTime):
        return (start + timedelta(minutes=limit.minutes)).astimezone(UTC)
    return after_working_minutes(start, minutes_of(limit, calendar), calendar)


def minutes_of(limit: Limit, calendar: WorkCalendar) -> int:
    """A limit in minutes of its own kind of time."""
    return limit.days * calendar.day_minutes if isinstance(limit, WorkingDays) else limit.minutes


def part_of(limit: Limit, share: float, calendar: WorkCalendar) -> Limit:
    """A share of a limit, in the same kind of time."""
    minutes = int(minutes_of(limit, calendar) * share)
    return CalendarTime(minutes) if isinstance(limit, CalendarTime) else WorkingTime(minutes)


def after_working_minutes(start: datetime, minutes: int, calendar: WorkCalendar) -> datetime:
    """The moment at which ``minutes`` of working time have passed since ``start``. Raises: CalendarGap."""
    seconds = minutes * 60.0
    last = start
    for opens, closes in _sessions(start, calendar):
        begin = max(opens, start)
        room = (closes - begin).total_seconds()
        if room <= 0:
            continue
        if seconds <= room:
            return (begin + timedelta(seconds=seconds)).astimezone(UTC)
        seconds -= room
        last = closes
    raise CalendarGap(year=last.year)


def working_minutes_between(start: datetime, end: datetime, calendar: WorkCalendar) -> int:
    """Whole minutes of working time from ``start`` to ``end``; negative if ``end`` lies before. Raises: CalendarGap."""
    if end < start:
        return -working_minutes_between(end, start, calendar)
    seconds = 0.0
    for opens, closes in _sessions(start, calendar):
        if opens >= end:
            break
        seconds += max(0.0, (min(closes, end) - max(opens, start)).total_seconds())
    return int(seconds // 60)


def remaining(now: datetime, due_at: datetime, limit: Limit, calendar: WorkCalendar) -> Limit:
    """What is left of a running limit when its clock stops: nothing is lost and nothing gained by a pause."""
    if isinstance(limit, CalendarTime):
        return CalendarTime(max(0, int((due_at - now).total_seconds() // 60)))
    return WorkingTime(max(0, working_minutes_between(now, due_at, calendar)))


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


def weekdays_only(calendar: WorkCalendar, years: frozenset[int]) -> WorkCalendar:
    """The safe fallback for years not entered: Monday to Friday work. Never later than the true deadline
    except across make-up working days."""
    return WorkCalendar(hours=calendar.hours, days=calendar.days, years=calendar.years | years)


def _sessions(start: datetime, calendar: WorkCalendar) -> Iterator[tuple[datetime, datetime]]:
    day = start.astimezone(BEIJING).date()
    for _ in range(SEARCH_DAYS):
        if calendar.is_working_day(day):
            midnight = datetime.combine(day, time(), tzinfo=BEIJING)
            for opens, closes in calendar.hours:
                yield midnight + timedelta(minutes=opens), midnight + timedelta(minutes=closes)
        day += timedelta(days=1)
