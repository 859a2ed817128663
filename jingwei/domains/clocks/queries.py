"""Deadlines on the calendar in force."""

import threading
import time
from datetime import datetime

from jingwei.domains.clocks.contracts import Deadline, Limit
from jingwei.domains.clocks.models import CalendarDay, CalendarYear, WorkingHours
from jingwei.domains.clocks.rules import (
    WARN_SHARE,
    CalendarGap,
    WorkCalendar,
    deadline,
    part_of,
    remaining,
    weekdays_only,
)

CALENDAR_SECONDS = 60.0
DEFAULT_HOURS = ((8 * 60 + 30, 12 * 60), (14 * 60, 17 * 60 + 30))

_lock = threading.Lock()
_loaded: tuple[float, WorkCalendar] | None = None


def calendar() -> WorkCalendar:
    """The working calendar, kept in the process for a minute."""
    global _loaded
    present = _loaded
    if present is not None and time.monotonic() - present[0] < CALENDAR_SECONDS:
        return present[1]
    with _lock:
        hours = tuple(WorkingHours.objects.order_by("starts_minute").values_list("starts_minute", "ends_minute"))
        loaded = WorkCalendar(
            hours=hours or DEFAULT_HOURS,
            days=dict(CalendarDay.objects.values_list("day_on", "is_working")),
            years=frozenset(CalendarYear.objects.values_list("year", flat=True)),
        )
        _loaded = (time.monotonic(), loaded)
        return loaded


def forget_calendar() -> None:
    """Drop the calendar kept in this process (after it was changed, and between tests)."""
    global _loaded
    _loaded = None


def deadline_for(start: datetime, limit: Limit) -> Deadline:
    """When a step begun at ``start`` is late. Falls back to plain weekdays where a year is not entered yet."""
    days = calendar()
    try:
        return _deadline(start, limit, days, is_provisional=False)
    except CalendarGap:
        everything = frozenset(range(start.year - 1, start.year + 4))
        return _deadline(start, limit, weekdays_only(days, everything), is_provisional=True)


def left_of(now: datetime, due_at: datetime, limit: Limit) -> Limit:
    """What is left of a limit when its clock stops, with the same fallback."""
    days = calendar()
    try:
        return remaining(now, due_at, limit, days)
    except CalendarGap:
        everything = frozenset(range(min(now, due_at).year - 1, max(now, due_at).year + 2))
        return remaining(now, due_at, limit, weekdays_only(days, everything))


def missing_years(*, at: datetime) -> list[int]:
    """This year and, from October on, the next, where not entered: what the reminder names."""
    wanted = [at.year] + ([at.year + 1] if at.month >= 10 else [])
    return [year for year in wanted if year not in calendar().years]


def _deadline(start: datetime, limit: Limit, days: WorkCalendar, *, is_provisional: bool) -> Deadline:
    return Deadline(
        due_at=deadline(start, limit, days),
        warn_at=deadline(start, part_of(limit, WARN_SHARE, days), days),
        is_provisional=is_provisional,
    )
