"""Deadlines on the calendar in force, and the calendar itself."""

from dataclasses import dataclass
from datetime import datetime

from jingwei.domains.clocks.contracts import Deadline, Half, Limit, SpecialDay
from jingwei.domains.clocks.models import CalendarDay, CalendarYear, WorkingHours
from jingwei.domains.clocks.rules import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    CalendarGap,
    MomentOutOfRange,
    WorkCalendar,
    days_off_in_balance,
    deadline,
    remaining,
    statutory_days,
    warning,
    weekdays_only,
)
from jingwei.domains.clocks.rules import missing_years as missing_among
from jingwei.foundation.memory.services import Kept
from jingwei.kernel.clock import local

DEFAULT_HOURS = ((8 * 60 + 30, 12 * 60), (14 * 60, 17 * 60 + 30))


@dataclass(frozen=True, slots=True)
class YearBrief:
    """How far the calendar of a year has come. ``days_off`` against ``statutory_days`` shows a forgotten day."""

    year: int
    is_entered: bool
    entered_at: datetime | None
    special_days: int
    days_off: int
    statutory_days: int


def calendar() -> WorkCalendar:
    """The working calendar."""
    return CALENDAR.get()


def deadline_for(start: datetime, limit: Limit, *, whole: Limit | None = None) -> Deadline:
    """When a step begun at ``start`` is late. Falls back to plain weekdays where a year is not entered yet.

    ``whole`` is the limit of which ``limit`` is the rest, where a clock goes on after a pause: the warning then
    stands where it would have stood without one.
    """
    days = calendar()
    try:
        due_at, is_provisional = deadline(start, limit, days), False
    except CalendarGap:
        days = weekdays_only(days, frozenset(range(start.year - 3, start.year + 5)))
        due_at, is_provisional = deadline(start, limit, days), True
    try:
        warn_at = warning(due_at, whole or limit, days)
    except CalendarGap:
        warn_at = warning(due_at, whole or limit, weekdays_only(days, _years_around(due_at, due_at)))
    return Deadline(due_at=due_at, warn_at=warn_at, is_provisional=is_provisional)


def left_of(now: datetime, due_at: datetime, limit: Limit) -> Limit:
    """What is left of a limit when its clock stops, with the same fallback; below zero where it was overrun."""
    days = calendar()
    try:
        return remaining(now, due_at, limit, days)
    except CalendarGap:
        return remaining(now, due_at, limit, weekdays_only(days, _years_around(now, due_at)))


def missing_years(*, at: datetime) -> list[int]:
    """This year and, from October on, the next, where not entered: what the reminder names."""
    return missing_among(at, calendar().years)


def special_days(year: int) -> list[SpecialDay]:
    """The holidays and make-up working days of a year, in order."""
    rows = CalendarDay.objects.filter(day_on__year=year).order_by("day_on")
    return [SpecialDay(row.day_on, row.is_working, row.name, Half(row.half)) for row in rows]


def year_brief(year: int) -> YearBrief:
    """How far a year has come."""
    days = special_days(year)
    entered = CalendarYear.objects.filter(year=year).first()
    return YearBrief(
        year=year,
        is_entered=entered is not None,
        entered_at=entered.entered_at if entered else None,
        special_days=len(days),
        days_off=days_off_in_balance(year, days),
        statutory_days=statutory_days(year),
    )


def year_briefs(*, at: datetime) -> list[YearBrief]:
    """Every year that is entered, begun or missing, newest first."""
    years = set(CalendarYear.objects.values_list("year", flat=True))
    years |= set(CalendarDay.objects.values_list("day_on__year", flat=True))
    return [year_brief(year) for year in sorted(years | set(missing_years(at=at)), reverse=True)]


def working_hours() -> list[tuple[int, int]]:
    """The stretches of a working day, in minutes after local midnight."""
    rows = WorkingHours.objects.order_by("starts_minute").values_list("starts_minute", "ends_minute")
    return list(rows) or list(DEFAULT_HOURS)


def require_usual_moment(moment: datetime) -> None:
    """Raises: MomentOutOfRange for moments that no calendar reaches."""
    if not EARLIEST_YEAR < local_year(moment) < LATEST_YEAR:
        raise MomentOutOfRange(earliest=EARLIEST_YEAR, latest=LATEST_YEAR)


def local_year(moment: datetime) -> int:
    """The year in China, also of moments at the very ends of what can be written."""
    try:
        return local(moment).year
    except OverflowError:
        return moment.year


def _years_around(one: datetime, other: datetime) -> frozenset[int]:
    return frozenset(range(min(one, other).year - 3, max(one, other).year + 4))


def _read() -> WorkCalendar:
    return WorkCalendar(
        hours=tuple(working_hours()),
        days=dict(CalendarDay.objects.values_list("day_on", "is_working")),
        years=frozenset(CalendarYear.objects.values_list("year", flat=True)),
        halves={
            day: Half(half)
            for day, half in CalendarDay.objects.exclude(half="").values_list("day_on", "half")
        },
    )


CALENDAR = Kept("clocks.calendar", _read)
"""Whoever enters days or hours forgets it."""
