"""One clock from its facts: limit, pauses and extensions in, deadline and passed time out. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from jingwei.domains.clocks.contracts import CalendarTime, ClockFacts, Granted, Limit
from jingwei.domains.clocks.rules.calendar import (
    NO_TIME,
    WorkCalendar,
    deadline,
    minutes_of,
    remaining,
    working_time_between,
)


class _Kind(IntEnum):
    """The order of what happens at one moment: time given in the moment of a pause counts before it."""

    GRANT = 0
    PAUSE = 1
    RESUME = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """A clock as it stands: ``due_at`` while it runs; ``left`` and the time ``given`` meanwhile while it is paused."""

    due_at: datetime | None
    left: Limit | None = None
    given: tuple[Limit, ...] = ()


def read_clock(facts: ClockFacts, calendar: WorkCalendar) -> Reading:
    """Replay what happened. A clock that was stopped keeps the deadline it had then.

    A pause keeps what is left in the limit's own kind of time and goes on with exactly that; time given is added to
    the running deadline, or to now where that has passed, and waits for the end of a pause.
    Raises: CalendarGap.
    """
    reading = Reading(deadline(facts.started_at, facts.limit, calendar))
    for at, kind, more in _happenings(facts):
        if facts.stopped_at is not None and at > facts.stopped_at:
            break
        if kind is _Kind.PAUSE:
            reading = pause(reading, facts.limit, at, calendar)
        elif kind is _Kind.RESUME:
            reading = resume(reading, at, calendar)
        elif more is not None:
            reading = grant(reading, more, at, calendar)
    return reading


def pause(reading: Reading, limit: Limit, at: datetime, calendar: WorkCalendar) -> Reading:
    """Stop a running clock; one that stands still stays as it is. Raises: CalendarGap."""
    if reading.due_at is None:
        return reading
    return Reading(None, remaining(at, reading.due_at, limit, calendar))


def resume(reading: Reading, at: datetime, calendar: WorkCalendar) -> Reading:
    """Go on with what was left, and with what was given meanwhile. Raises: CalendarGap."""
    if reading.left is None:
        return reading
    running = Reading(deadline(at, reading.left, calendar))
    for more in reading.given:
        running = grant(running, more, at, calendar)
    return running


def grant(reading: Reading, more: Limit, at: datetime, calendar: WorkCalendar) -> Reading:
    """Give time: from the running deadline on, or from now where that has passed. Raises: CalendarGap."""
    if reading.due_at is None:
        return Reading(None, reading.left, (*reading.given, more))
    return Reading(deadline(max(reading.due_at, at), more, calendar))


def passed(facts: ClockFacts, until: datetime, calendar: WorkCalendar) -> timedelta:
    """The time that counts, in the limit's own kind, from the start to ``until``; never below zero.

    Raises: CalendarGap.
    """
    end = until if facts.stopped_at is None else min(until, facts.stopped_at)
    stretches, since = [], facts.started_at
    for one in merged_pauses(facts):
        stretches.append((since, one[0]))
        if one[1] is None:
            since = max(end, one[0])
            break
        since = one[1]
    stretches.append((since, end))
    return sum((_spent(a, min(b, end), facts.limit, calendar) for a, b in stretches), NO_TIME)


def merged_pauses(facts: ClockFacts) -> list[tuple[datetime, datetime | None]]:
    """Pauses in order, those that touch made one, none before the start."""
    merged: list[tuple[datetime, datetime | None]] = []
    for one in sorted(facts.pauses, key=lambda pause: pause.at):
        start = max(one.at, facts.started_at)
        if one.until_at is not None and one.until_at <= start:
            continue
        if merged and (merged[-1][1] is None or start <= merged[-1][1]):
            before, ends = merged[-1]
            is_open = ends is None or one.until_at is None
            merged[-1] = (before, None if is_open else max(ends, one.until_at))  # type: ignore[type-var]
        else:
            merged.append((start, one.until_at))
    return merged


def whole_minutes(facts: ClockFacts, calendar: WorkCalendar) -> int:
    """The limit and everything that was given, in minutes, where all are of one kind of time."""
    return sum(minutes_of(one, calendar) for one in (facts.limit, *(given.limit for given in facts.grants)))


def is_natural(limit: Limit) -> bool:
    """Whether a limit runs day and night."""
    return isinstance(limit, CalendarTime)


def _spent(start: datetime, end: datetime, limit: Limit, calendar: WorkCalendar) -> timedelta:
    if end <= start:
        return NO_TIME
    return end - start if is_natural(limit) else working_time_between(start, end, calendar)


def _happenings(facts: ClockFacts) -> list[tuple[datetime, _Kind, Limit | None]]:
    found: list[tuple[datetime, _Kind, Limit | None]] = [
        (max(one.at, facts.started_at), _Kind.GRANT, one.limit) for one in facts.grants if _counts(facts, one)
    ]
    for start, end in merged_pauses(facts):
        found.append((start, _Kind.PAUSE, None))
        if end is not None:
            found.append((end, _Kind.RESUME, None))
    return sorted(found, key=lambda one: (one[0], one[1]))


def _counts(facts: ClockFacts, given: Granted) -> bool:
    return given.at >= facts.started_at
