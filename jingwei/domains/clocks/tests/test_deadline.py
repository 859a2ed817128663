"""Deadlines on the official calendar: worked by hand, then in general."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.clocks.contracts import CalendarTime, Limit, WorkingDays, WorkingTime
from jingwei.domains.clocks.rules import (
    CalendarGap,
    WorkCalendar,
    after_working_minutes,
    deadline,
    missing_years,
    parse_limit,
    remaining,
    reminds_today,
    warning,
    weekdays_only,
    working_minutes_between,
    working_time_between,
)
from jingwei.domains.clocks.tests.calendars import CALENDAR, beijing
from jingwei.kernel.clock import local

MINUTE = timedelta(minutes=1)
moments = st.datetimes(
    min_value=datetime(2024, 3, 1),
    max_value=datetime(2026, 6, 30),
    timezones=st.just(beijing("2024-01-01").tzinfo),
)
lengths = st.integers(min_value=1, max_value=20 * 420)


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        ("2026-11-16 10:00", "4h", "2026-11-16 16:00"),  # two hours until noon, two from 14:00
        ("2026-11-16 10:00", "1d", "2026-11-17 10:00"),
        ("2026-11-16 10:00", "5d", "2026-11-23 10:00"),  # over a weekend
        ("2026-11-20 16:30", "2h", "2026-11-23 09:30"),  # Friday afternoon
        ("2026-11-16 22:40", "1h", "2026-11-17 09:30"),  # a report at night starts at the next opening
        ("2026-11-16 12:30", "1h", "2026-11-16 15:00"),  # at lunch too
        ("2026-11-14 03:00", "1d", "2026-11-16 17:30"),  # on Saturday: the whole of Monday
        ("2026-11-16 08:30", "7h", "2026-11-16 17:30"),  # ends with the day, not with the next morning
        ("2026-11-16 22:40", "2H", "2026-11-17 00:40"),  # natural time knows no night
        ("2026-02-14 10:00", "3D", "2026-02-17 10:00"),  # nor the Spring Festival
    ],
)
def test_deadlines_worked_by_hand(start: str, limit: str, due: str) -> None:
    assert deadline(beijing(start), parse_limit(limit), CALENDAR) == beijing(due)


@pytest.mark.parametrize(
    ("start", "limit", "due"),
    [
        # 2026: off from Thursday 1 to Wednesday 7 October; worked on Sunday 20 September and Saturday 10 October.
        ("2026-09-30 16:30", "2h", "2026-10-08 09:30"),
        ("2026-09-30 10:00", "1d", "2026-10-08 10:00"),
        ("2026-09-30 10:00", "3d", "2026-10-10 10:00"),  # Thursday 8, Friday 9, and Saturday 10 is worked
        ("2026-10-09 15:00", "1d", "2026-10-10 15:00"),
        ("2026-10-10 15:00", "1d", "2026-10-12 15:00"),  # Sunday 11 is free again
        ("2026-09-18 10:00", "1d", "2026-09-20 10:00"),  # Friday to the make-up Sunday
        ("2026-09-24 10:00", "1d", "2026-09-28 10:00"),  # Mid-Autumn: Friday 25 to Sunday 27
        ("2026-10-03 09:00", "1h", "2026-10-08 09:30"),
    ],
)
def test_national_day_2026_with_its_make_up_days(start: str, limit: str, due: str) -> None:
    assert deadline(beijing(start), parse_limit(limit), CALENDAR) == beijing(due)


def test_a_year_that_is_not_entered_is_a_gap() -> None:
    assert deadline(beijing("2026-12-31 10:00"), parse_limit("4h"), CALENDAR) == beijing("2026-12-31 16:00")
    with pytest.raises(CalendarGap) as gap:
        deadline(beijing("2026-12-31 10:00"), parse_limit("1d"), CALENDAR)
    assert gap.value.data == {"year": 2027}
    with pytest.raises(CalendarGap):
        working_minutes_between(beijing("2023-12-29 10:00"), beijing("2024-01-03 10:00"), CALENDAR)
    with pytest.raises(CalendarGap) as gap:
        after_working_minutes(beijing("2024-01-02 09:00"), -60, CALENDAR)
    assert gap.value.data == {"year": 2023}


def test_the_fallback_treats_a_missing_year_as_plain_weekdays_and_keeps_the_entered_ones() -> None:
    plain = weekdays_only(CALENDAR, frozenset({2027}))
    assert deadline(beijing("2026-12-31 10:00"), parse_limit("2d"), plain) == beijing("2027-01-04 10:00")
    assert deadline(beijing("2026-09-30 10:00"), parse_limit("1d"), plain) == beijing("2026-10-08 10:00")


@given(start=moments, length=lengths)
def test_without_make_up_days_the_fallback_is_never_later_than_the_true_deadline(
    start: datetime, length: int
) -> None:
    holidays = WorkCalendar(CALENDAR.hours, {d: w for d, w in CALENDAR.days.items() if not w}, CALENDAR.years)
    nothing_entered = weekdays_only(WorkCalendar(CALENDAR.hours, {}, frozenset()), CALENDAR.years)
    assert after_working_minutes(start, length, nothing_entered) <= after_working_minutes(
        start, length, holidays
    )


@given(start=moments, one=lengths, other=lengths)
def test_working_time_adds_up(start: datetime, one: int, other: int) -> None:
    step = after_working_minutes(start, one, CALENDAR)
    assert after_working_minutes(step, other, CALENDAR) == after_working_minutes(start, one + other, CALENDAR)


@given(start=moments, later=st.timedeltas(timedelta(0), timedelta(days=30)), length=lengths)
def test_a_later_start_is_never_due_earlier(start: datetime, later: timedelta, length: int) -> None:
    first = after_working_minutes(start, length, CALENDAR)
    assert first <= after_working_minutes(start + later, length, CALENDAR)
    assert first < after_working_minutes(start, length + 1, CALENDAR)
    assert first >= start + length * MINUTE


@given(start=moments, length=lengths)
def test_what_was_added_can_be_measured_and_taken_back(start: datetime, length: int) -> None:
    due = after_working_minutes(start, length, CALENDAR)
    assert working_minutes_between(start, due, CALENDAR) == length
    assert working_minutes_between(due, start, CALENDAR) == -length
    assert _no_work_between(after_working_minutes(due, -length, CALENDAR), start)


@given(start=moments, length=lengths)
def test_deadlines_lie_in_working_time(start: datetime, length: int) -> None:
    due = local(after_working_minutes(start, length, CALENDAR))
    assert CALENDAR.is_working_day(due.date())
    minute = due.hour * 60 + due.minute
    assert any(opens < minute + 1 and minute <= closes for opens, closes in CALENDAR.hours)


limits: st.SearchStrategy[Limit] = st.one_of(
    st.builds(WorkingTime, lengths),
    st.builds(WorkingDays, st.integers(1, 20)),
    st.builds(CalendarTime, st.integers(1, 20 * 1440)),
)


@given(
    start=moments, limit=limits, share=st.floats(0, 1), pause=st.timedeltas(timedelta(0), timedelta(days=60))
)
def test_a_pause_loses_nothing_and_gains_less_than_a_minute(
    start: datetime, limit: Limit, share: float, pause: timedelta
) -> None:
    due = deadline(start, limit, CALENDAR)
    stopped = start + (due - start) * share
    left = remaining(stopped, due, limit, CALENDAR)
    again = stopped + pause
    resumed = deadline(again, left, CALENDAR)
    gained = _time_between(again, resumed, limit) - _time_between(stopped, due, limit)
    assert timedelta(0) <= gained < MINUTE


@given(start=moments, limit=limits, over=st.timedeltas(MINUTE, timedelta(days=30)))
def test_a_clock_that_was_overrun_before_the_pause_is_still_overrun_after_it(
    start: datetime, limit: Limit, over: timedelta
) -> None:
    due = deadline(start, limit, CALENDAR)
    stopped = due + over
    again = stopped + timedelta(days=9)
    resumed = deadline(again, remaining(stopped, due, limit, CALENDAR), CALENDAR)
    lost = _time_between(due, stopped, limit) - _time_between(resumed, again, limit)
    assert timedelta(0) <= lost < MINUTE
    assert resumed <= again


def test_the_warning_stands_a_quarter_of_the_limit_ahead_of_the_end() -> None:
    due = deadline(beijing("2026-11-16 08:30"), parse_limit("4d"), CALENDAR)
    assert due == beijing("2026-11-19 17:30")
    assert warning(due, parse_limit("4d"), CALENDAR) == beijing("2026-11-19 08:30")
    night = deadline(beijing("2026-11-16 22:00"), parse_limit("4H"), CALENDAR)
    assert warning(night, parse_limit("4H"), CALENDAR) == beijing("2026-11-17 01:00")


@given(start=moments, limit=limits)
def test_the_warning_lies_between_start_and_end(start: datetime, limit: Limit) -> None:
    due = deadline(start, limit, CALENDAR)
    warn = warning(due, limit, CALENDAR)
    assert warn <= due
    assert warn >= start or _no_work_between(warn, start)


def test_a_day_without_hours_has_no_minutes_and_other_hours_count_too() -> None:
    shifts = WorkCalendar(((0, 480), (960, 1440)), CALENDAR.days, CALENDAR.years)
    assert shifts.day_minutes == 960
    assert deadline(beijing("2026-11-16 23:30"), parse_limit("1h"), shifts) == beijing("2026-11-17 00:30")


def test_missing_years_are_this_year_and_from_october_the_next() -> None:
    assert missing_years(beijing("2026-09-30 23:59"), {2026}) == []
    assert missing_years(beijing("2026-10-01 00:00"), {2026}) == [2027]
    assert missing_years(beijing("2026-10-01 00:00"), {2026, 2027}) == []
    assert missing_years(beijing("2027-03-01 09:00"), {2026}) == [2027]
    assert missing_years(beijing("2027-01-01 00:30"), {2026, 2027}) == []  # still December in UTC


@pytest.mark.parametrize(
    ("at", "missing", "reminds"),
    [
        ("2026-10-05 09:00", [2027], True),  # a Monday
        ("2026-10-06 09:00", [2027], False),
        ("2026-12-01 09:00", [2027], True),  # a Tuesday in December
        ("2027-03-03 09:00", [2027], True),  # a Wednesday, but the year runs already
        ("2026-10-05 09:00", [], False),
    ],
)
def test_reminders_come_weekly_then_daily(at: str, missing: list[int], reminds: bool) -> None:
    assert reminds_today(beijing(at), missing) is reminds


def _time_between(one: datetime, other: datetime, limit: Limit) -> timedelta:
    if isinstance(limit, CalendarTime):
        return other - one
    return working_time_between(one, other, CALENDAR)


def _no_work_between(one: datetime, other: datetime) -> bool:
    return working_time_between(one, other, CALENDAR) == timedelta(0)
