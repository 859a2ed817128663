"""Limits as they are written, and what a calendar year must hold."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.clocks.contracts import (
    BadLimit,
    CalendarTime,
    Colour,
    SpecialDay,
    WorkingDays,
    WorkingTime,
    colour,
    parse_limit,
    write_limit,
)
from jingwei.domains.clocks.rules import (
    HoursRefused,
    YearRefused,
    days_off_in_balance,
    is_whole_year,
    refuse_faulty_hours,
    refuse_faulty_year,
    statutory_days,
    year_faults,
)
from jingwei.domains.clocks.tests.calendars import YEARS, beijing, official_days


def test_limits_are_read() -> None:
    assert parse_limit("4h") == WorkingTime(240)
    assert parse_limit(" 5d ") == WorkingDays(5)
    assert parse_limit("2H") == CalendarTime(120)
    assert parse_limit("3D") == CalendarTime(3 * 1440)


@given(number=st.integers(1, 366), unit=st.sampled_from("hdHDM"))
def test_a_limit_survives_writing_and_reading(number: int, unit: str) -> None:
    limit = parse_limit(f"{number}{unit}")
    assert parse_limit(write_limit(limit)) == limit


@pytest.mark.parametrize(
    "written", ["", "0h", "4", "h", "-1d", "4 hours", "1.5h", "4hh", "367d", "9999h", "４h", "4h\n5d", "٣h"]
)
def test_anything_else_is_refused(written: str) -> None:
    with pytest.raises(BadLimit):
        parse_limit(written)


def test_colours_follow_the_clock() -> None:
    warn, due = beijing("2026-11-16 10:00"), beijing("2026-11-16 12:00")
    second = timedelta(seconds=1)
    expected = {
        warn - second: Colour.RUNNING,
        warn: Colour.MAY_OVERRUN,
        due: Colour.MAY_OVERRUN,
        due + second: Colour.OVERDUE,
    }
    for (moment, running), is_done, is_waiting in product(expected.items(), (False, True), (False, True)):
        shown = colour(now=moment, due_at=due, warn_at=warn, is_done=is_done, is_waiting=is_waiting)
        assert shown is (Colour.DONE if is_done else Colour.WAITING if is_waiting else running)
    assert colour(now=due, due_at=None, warn_at=None, is_done=False, is_waiting=False) is Colour.RUNNING


@pytest.mark.parametrize("year", YEARS)
def test_official_arrangements_are_whole(year: int) -> None:
    days = official_days(year)
    assert year_faults(year, days) == []
    assert days_off_in_balance(year, days) == statutory_days(year)
    assert is_whole_year(year, days)


@pytest.mark.parametrize("year", YEARS)
def test_any_forgotten_or_turned_weekday_shows(year: int) -> None:
    days = official_days(year)
    for i, one in enumerate(days):
        without = days[:i] + days[i + 1 :]
        if one.is_working or one.day_on.weekday() < 5:
            assert not is_whole_year(year, without), one
        turned = SpecialDay(one.day_on, not one.is_working, one.name)
        assert not is_whole_year(year, [*without, turned]), one


def test_bridge_days_of_the_december_before_belong_to_the_notice_of_the_year() -> None:
    days = [*official_days(2026), SpecialDay(date(2025, 12, 27), True, "元旦")]
    assert year_faults(2026, days) == []
    assert days_off_in_balance(2026, days) == 13


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        (SpecialDay(date(2025, 11, 30), False, "元旦"), "11月30日不在2026年"),
        (SpecialDay(date(2027, 1, 1), False, "元旦"), "1月1日不在2026年"),
        (SpecialDay(date(2026, 10, 1), False, "国庆节"), "10月1日重复出现"),
        (SpecialDay(date(2026, 10, 12), True, "国庆节"), "10月12日本来就是工作日"),
        (SpecialDay(date(2026, 10, 17), True, "  "), "10月17日没有写明属于哪个节日"),
    ],
)
def test_an_arrangement_that_contradicts_itself_is_refused(extra: SpecialDay, said: str) -> None:
    with pytest.raises(YearRefused) as refusal:
        refuse_faulty_year(2026, [*official_days(2026), extra])
    assert said in refusal.value.text
    assert len(refusal.value.data["faults"]) == 1


def test_an_empty_arrangement_lacks_the_fixed_holidays() -> None:
    with pytest.raises(YearRefused) as refusal:
        refuse_faulty_year(2027, [])
    assert len(refusal.value.data["faults"]) == 5
    assert "缺少10月1日放假" in refusal.value.text


@pytest.mark.parametrize(
    "hours",
    [(), ((60, 60),), ((720, 510),), ((510, 720), (700, 900)), ((0, 1441),), ((-1, 60),), ((0, 1),) * 5],
)
def test_impossible_working_hours_are_refused(hours: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(HoursRefused):
        refuse_faulty_hours(hours)


def test_usual_working_hours_are_taken() -> None:
    refuse_faulty_hours([(510, 720), (840, 1050)])
    refuse_faulty_hours([(0, 1440)])
