"""When the steps of a made-up course happen: on the working calendar, all of them in the past."""

import random
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from jingwei.domains.clocks.contracts import CalendarTime, Colour, Deadline, Limit, WorkingDays, WorkingTime
from jingwei.domains.clocks.queries import deadline_for
from jingwei.kernel.clock import local

DAYS_BACK = 30
REPORTED_BETWEEN = range(7, 22)
"""Hours of the day, in China, at which people report."""
WORKING_DAY_MINUTES = 7 * 60
EVERY = timedelta(minutes=7)
LEAST_MINUTES = 4

Pace = WorkingTime | CalendarTime


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock that still runs at the end of a course: begun by which moment, with which limit, showing what."""

    begun_by: int
    limit: Limit
    colour: Colour


def report_moments(at: datetime) -> list[datetime]:
    """Every moment of the last thirty days at which somebody may have reported, in order."""
    first = at - timedelta(days=DAYS_BACK)
    grid = (first + EVERY * turn for turn in range((at - first) // EVERY))
    return [moment for moment in grid if local(moment).hour in REPORTED_BETWEEN]


def share_of(limit: Limit, share: float, *, most_minutes: int) -> Pace:
    """A part of a limit, in working time, or in natural time where the limit is."""
    if isinstance(limit, CalendarTime):
        return CalendarTime(max(LEAST_MINUTES, round(limit.minutes * share)))
    whole = limit.days * WORKING_DAY_MINUTES if isinstance(limit, WorkingDays) else limit.minutes
    return WorkingTime(max(LEAST_MINUTES, min(round(whole * share), most_minutes)))


def moments_from(start: datetime, waits: Sequence[Pace]) -> list[datetime]:
    """The report and every step after it, each so long after the one before."""
    moments = [start]
    for wait in waits:
        moments.append(deadline_for(moments[-1], wait).due_at)
    return moments


def course_moments(
    starts: Sequence[datetime],
    waits: Sequence[Pace],
    clock: Clock | None,
    *,
    at: datetime,
    dice: random.Random,
) -> list[datetime]:
    """Moments that all lie before ``at``, and for which the running clock shows the colour asked for.

    The later the report, the later everything: the fitting reports are a stretch of ``starts``, found by halving.
    Where none fits (a feast may leave no working hour to be in) the latest report is taken, whatever its colour.
    """
    waits = list(waits)
    while not (done := bisect_right(starts, at, key=lambda start: moments_from(start, waits)[-1])):
        waits = [type(wait)(max(1, wait.minutes // 2)) for wait in waits]
    first, last = 0, done
    if clock is not None:
        first, last = _stretch(starts, waits, clock, done, at)
        if first >= last:
            first, last = done - 1, done
    return moments_from(starts[dice.randrange(first, last)], waits)


def _stretch(
    starts: Sequence[datetime], waits: Sequence[Pace], clock: Clock, done: int, at: datetime
) -> tuple[int, int]:
    def running(start: datetime) -> Deadline:
        return deadline_for(moments_from(start, waits)[clock.begun_by], clock.limit)

    warned = min(done, bisect_right(starts, at, key=lambda start: running(start).warn_at))
    late = min(done, bisect_left(starts, at, key=lambda start: running(start).due_at))
    if clock.colour is Colour.RUNNING:
        return warned, done
    if clock.colour is Colour.MAY_OVERRUN:
        return late, warned
    return max(0, late - timedelta(days=3) // EVERY), late
