"""Clocks on the calendar in force: what ``rules.running`` says, with plain weekdays where a year is not entered yet."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from jingwei.domains.clocks.contracts import (
    Answerer,
    CalendarTime,
    ClockFacts,
    ClockPolicy,
    ClockRun,
    Limit,
    WarningColour,
    WarningLine,
)
from jingwei.domains.clocks.queries.calendar import calendar
from jingwei.domains.clocks.rules import EARLIEST_YEAR, LATEST_YEAR, CalendarGap, WorkCalendar, weekdays_only
from jingwei.domains.clocks.rules.calendar import deadline, working_time_between
from jingwei.domains.clocks.rules.running import Reading, passed, read_clock
from jingwei.domains.clocks.rules.warnings import (
    Moments,
    answered_by,
    next_after,
    reached,
    tell_at,
    warning_moments,
)

T = TypeVar("T")
ALL_YEARS = frozenset(range(EARLIEST_YEAR - 5, LATEST_YEAR + 6))


def run_clock(facts: ClockFacts, lines: Sequence[WarningLine], *, now: datetime) -> ClockRun:
    """What a clock shows at a moment."""
    reading, is_provisional = on_calendar(lambda days: read_clock(facts, days))
    due_at = reading.due_at
    moments: Moments = ()
    if due_at is not None:
        moments = moments_of(due_at, facts.limit, lines)
    end = facts.stopped_at or now
    return ClockRun(
        due_at=due_at,
        warnings=moments,
        is_provisional=is_provisional,
        is_paused=due_at is None,
        is_late=due_at is not None and end > due_at,
    )


def moments_of(due_at: datetime, whole: Limit, lines: Sequence[WarningLine]) -> Moments:
    """When a running clock warns, the deadline as the last."""
    return on_calendar(lambda days: warning_moments(due_at, whole, lines, days))[0]


def colour_reached(moments: Moments, at: datetime) -> WarningColour | None:
    """The last colour whose moment has come."""
    return reached(moments, at)


def next_look(moments: Moments, at: datetime) -> datetime | None:
    """When a clock has to be looked at again."""
    return next_after(moments, at)


def time_passed(facts: ClockFacts, *, until: datetime) -> timedelta:
    """The time that counts, in the limit's own kind."""
    return on_calendar(lambda days: passed(facts, until, days))[0]


def reading_of(facts: ClockFacts) -> Reading:
    """Where a clock stands after all that happened to it."""
    return on_calendar(lambda days: read_clock(facts, days))[0]


def working_time(start: datetime, end: datetime) -> timedelta:
    """Working time between two moments; adds up exactly over the stretches of a course."""
    return on_calendar(lambda days: working_time_between(start, end, days))[0]


def time_of(limit: Limit, start: datetime, end: datetime) -> timedelta:
    """The time between two moments in a limit's own kind."""
    return end - start if isinstance(limit, CalendarTime) else working_time(start, end)


def is_longer(one: Limit, other: Limit, *, since: datetime) -> bool:
    """Whether a limit that begins at a moment ends later than another."""
    return on_calendar(lambda days: deadline(since, one, days) > deadline(since, other, days))[0]


def on_calendar(ask: Callable[[WorkCalendar], T]) -> tuple[T, bool]:
    """Ask with the calendar in force, else with plain weekdays; the second says that it was so."""
    days = calendar()
    try:
        return ask(days), False
    except CalendarGap:
        return ask(weekdays_only(days, ALL_YEARS)), True


def answerer_of(policy: ClockPolicy, colour: WarningColour) -> Answerer:
    """Who answers a colour."""
    return answered_by(policy, colour)


def may_tell_at(at: datetime, policy: ClockPolicy, *, is_urgent: bool) -> datetime:
    """When staff may be told: now, or at the end of the quiet hours."""
    return tell_at(at, policy, is_urgent=is_urgent)
