"""One clock from its facts: properties that hold for every limit, pause and extension, and the guide's worked examples."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.clocks.contracts import (
    CalendarTime,
    ClockFacts,
    Granted,
    Half,
    Limit,
    Paused,
    WorkingTime,
    parse_limit,
)
from jingwei.domains.clocks.rules import WorkCalendar, deadline
from jingwei.domains.clocks.rules.calendar import minutes_of
from jingwei.domains.clocks.rules.running import passed, read_clock, whole_minutes
from jingwei.domains.clocks.tests.calendars import CALENDAR, beijing

GUIDE = Path(__file__).resolve().parents[4] / "docs" / "guides" / "clocks.md"
MINUTE = timedelta(minutes=1)
START = beijing("2026-03-02 08:30")

minutes = st.integers(1, 40 * 1440)
starts = minutes.map(lambda one: START + one * MINUTE)
limits = st.one_of(st.integers(1, 3000).map(WorkingTime), st.integers(1, 10_000).map(CalendarTime))


@st.composite
def courses(draw: st.DrawFn) -> ClockFacts:
    """A clock with pauses, and with time of its own kind given to it, all at whole minutes."""
    started, limit = draw(starts), draw(limits)
    marks = sorted(draw(st.lists(minutes, max_size=6, unique=True)))
    pauses = [
        Paused(started + a * MINUTE, started + b * MINUTE)
        for a, b in zip(marks[::2], marks[1::2], strict=False)
    ]
    given_at = draw(st.lists(st.tuples(minutes, st.integers(1, 600)), max_size=3))
    grants = [Granted(started + at * MINUTE, type(limit)(more)) for at, more in given_at]
    return ClockFacts(started, limit, pauses=tuple(pauses), grants=tuple(grants))


def due_of(facts: ClockFacts) -> datetime:
    due_at = read_clock(facts, CALENDAR).due_at
    assert due_at is not None
    return due_at


@given(courses())
def test_a_deadline_never_lies_before_the_start(facts: ClockFacts) -> None:
    assert due_of(facts) > facts.started_at


@given(courses(), minutes, minutes)
def test_time_passes_forwards_and_never_below_zero(facts: ClockFacts, one: int, more: int) -> None:
    until = facts.started_at + one * MINUTE
    early, late = passed(facts, until, CALENDAR), passed(facts, until + more * MINUTE, CALENDAR)
    assert timedelta(0) <= early <= late


@given(courses())
def test_the_time_that_counts_up_to_the_deadline_is_the_limit_and_what_was_given(facts: ClockFacts) -> None:
    due_at = due_of(facts)
    in_time = ClockFacts(facts.started_at, facts.limit, facts.pauses, given_in_time(facts))
    due_at = due_of(in_time)
    if all(one.until_at is not None and one.until_at <= due_at for one in in_time.pauses):
        assert passed(in_time, due_at, CALENDAR) == whole_minutes(in_time, CALENDAR) * MINUTE


def given_in_time(facts: ClockFacts) -> tuple[Granted, ...]:
    """Time is given before the clock has run out; what comes later starts from then and is another matter."""
    kept: list[Granted] = []
    for one in sorted(facts.grants, key=lambda grant: grant.at):
        so_far = ClockFacts(facts.started_at, facts.limit, facts.pauses, tuple(kept), stopped_at=one.at)
        reading = read_clock(so_far, CALENDAR)
        is_running_late = reading.due_at is not None and reading.due_at < one.at
        is_paused_late = reading.left is not None and minutes_of(reading.left, CALENDAR) < 0
        if not is_running_late and not is_paused_late:
            kept.append(one)
    return tuple(kept)


@given(courses())
def test_it_does_not_matter_when_in_time_the_time_was_given(facts: ClockFacts) -> None:
    in_time = ClockFacts(facts.started_at, facts.limit, facts.pauses, given_in_time(facts))
    at_start = tuple(Granted(facts.started_at, one.limit) for one in in_time.grants)
    moved = ClockFacts(facts.started_at, facts.limit, facts.pauses, at_start)
    assert due_of(moved) == due_of(in_time)


@given(courses(), st.data())
def test_a_pause_cut_in_two_is_the_same_pause(facts: ClockFacts, data: st.DataObject) -> None:
    cut: list[Paused] = []
    for one in facts.pauses:
        assert one.until_at is not None
        middle = one.at + data.draw(st.integers(0, int((one.until_at - one.at) / MINUTE))) * MINUTE
        cut += [Paused(one.at, middle), Paused(middle, one.until_at)]
    assert due_of(ClockFacts(facts.started_at, facts.limit, tuple(cut), facts.grants)) == due_of(facts)


@given(starts, st.integers(2, 5000), minutes, minutes)
def test_in_natural_time_a_pause_moves_the_deadline_by_its_length(
    started: datetime, limit: int, at: int, lasted: int
) -> None:
    paused_at = started + min(at, limit - 1) * MINUTE
    facts = ClockFacts(started, CalendarTime(limit), (Paused(paused_at, paused_at + lasted * MINUTE),))
    assert due_of(facts) == started + (limit + lasted) * MINUTE


@given(courses(), minutes)
def test_what_comes_after_the_end_changes_nothing(facts: ClockFacts, lasted: int) -> None:
    end = facts.started_at + lasted * MINUTE
    pauses = tuple(one for one in facts.pauses if one.at <= end)
    grants = tuple(one for one in facts.grants if one.at <= end)
    ended = ClockFacts(facts.started_at, facts.limit, facts.pauses, facts.grants, stopped_at=end)
    known_then = ClockFacts(facts.started_at, facts.limit, pauses, grants, stopped_at=end)
    assert read_clock(ended, CALENDAR) == read_clock(known_then, CALENDAR)
    assert passed(ended, end + timedelta(days=9), CALENDAR) == passed(ended, end, CALENDAR)


def worked_examples() -> list[list[str]]:
    rows = [line.strip().strip("|").split("|") for line in GUIDE.read_text(encoding="utf-8").splitlines()]
    return [[cell.strip() for cell in row] for row in rows if row[0].strip().startswith("2026-")]


def test_the_guide_has_its_examples() -> None:
    assert len(worked_examples()) >= 16


@pytest.mark.parametrize("row", worked_examples(), ids=lambda row: f"{row[0]} {row[1]}")
def test_the_guides_examples_are_right(row: list[str]) -> None:
    start, limit, pauses, grants, due_at, _ = row
    facts = ClockFacts(
        beijing(start),
        parse_limit(limit),
        pauses=tuple(
            Paused(*(beijing(one) for one in pause.split("/"))) for pause in pauses.split(";") if pause
        ),
        grants=tuple(
            Granted(beijing(one.split("+")[0]), parse_limit(one.split("+")[1]))
            for one in grants.split(";")
            if one
        ),
    )
    assert due_of(facts) == beijing(due_at)


@pytest.mark.parametrize(
    ("half", "limit", "due_at"),
    [
        (Half.MORNING, "1d", "2026-11-17 10:00"),
        (Half.MORNING, "2d", "2026-11-18 15:30"),
        (Half.AFTERNOON, "1d", "2026-11-17 15:30"),
    ],
)
def test_a_half_day_counts_half(half: Half, limit: str, due_at: str) -> None:
    calendar = WorkCalendar(
        CALENDAR.hours, CALENDAR.days, CALENDAR.years, {beijing("2026-11-17 00:00").date(): half}
    )
    wanted: Limit = parse_limit(limit)
    assert deadline(beijing("2026-11-16 10:00"), wanted, calendar) == beijing(due_at)
