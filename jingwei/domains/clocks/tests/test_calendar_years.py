"""Entering the calendar on the real database, and what deadlines make of it."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from jingwei.domains.clocks import queries
from jingwei.domains.clocks.contracts import (
    CalendarYearEntered,
    CalendarYearMissing,
    SpecialDay,
    WorkingTime,
    parse_limit,
)
from jingwei.domains.clocks.models import CalendarDay
from jingwei.domains.clocks.rules import HoursRefused, YearRefused
from jingwei.domains.clocks.services import (
    CALENDAR_SHEET,
    enter_year,
    remind_of_missing_years,
    set_working_hours,
    sheet_values,
    write_calendar_rows,
)
from jingwei.domains.clocks.tasks import remind
from jingwei.domains.clocks.tests.calendars import beijing, official_days
from jingwei.foundation.events import services as events
from jingwei.foundation.imports.contracts import Context, Row
from jingwei.foundation.notices.queries import list_notices
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, COUNTY, MONDAY_10, in_post

pytestmark = pytest.mark.django_db
OF_COUNTY = in_post(CAST.ding, area_code=COUNTY, scope=COUNTY)


def off(written: str, name: str = "节日") -> SpecialDay:
    return SpecialDay(date.fromisoformat(written), False, name)


INVENTED_2027 = [
    *(off(f"2027-{day}") for day in ("01-01", "05-01", "10-01", "10-02", "10-03")),
    *(off(f"2027-02-{day:02}", "春节") for day in (5, 8, 9, 10)),
]
"""Made for these tests; the real notice was not out when they were written."""


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Events as they are published."""
    told: list[Any] = []
    monkeypatch.setattr(events, "publish", told.append)
    return told


def test_the_city_is_planted_with_the_known_years() -> None:
    years = {brief.year: brief for brief in queries.year_briefs(at=MONDAY_10)}
    assert [year for year in years if years[year].is_entered] == [2026, 2025, 2024]
    assert years[2026].days_off == years[2026].statutory_days == 13
    assert not years[2027].is_entered


def test_a_deadline_that_reaches_into_a_missing_year_is_provisional_until_it_is_entered(
    heard: list[Any],
) -> None:
    start = beijing("2026-12-31 10:00")
    before = queries.deadline_for(start, parse_limit("2d"))
    assert before.is_provisional
    assert before.due_at == beijing(
        "2027-01-04 10:00"
    )  # 1 January is a Friday: plain weekdays know no New Year
    enter_year(CAST.ding, 2027, INVENTED_2027, at=MONDAY_10)
    after = queries.deadline_for(start, parse_limit("2d"))
    assert not after.is_provisional
    assert after.due_at == beijing("2027-01-05 10:00")
    assert after.due_at > before.due_at
    assert heard == [CalendarYearEntered(year=2027, at=MONDAY_10)]


def test_a_deadline_within_the_entered_year_is_certain_to_the_last_minute() -> None:
    assert not queries.deadline_for(beijing("2026-12-31 10:00"), parse_limit("5h")).is_provisional
    assert queries.deadline_for(beijing("2026-12-31 16:30"), parse_limit("2h")).is_provisional
    assert not queries.deadline_for(beijing("2026-12-31 16:30"), parse_limit("48H")).is_provisional
    assert queries.deadline_for(beijing("2035-05-05 10:00"), parse_limit("366d")).is_provisional


def test_entering_a_year_again_replaces_it(heard: list[Any]) -> None:
    wrong = [one for one in official_days(2026) if one.day_on != date(2026, 10, 10)]
    enter_year(CAST.ding, 2026, wrong, at=MONDAY_10)
    assert queries.deadline_for(beijing("2026-10-09 15:00"), parse_limit("1d")).due_at == beijing(
        "2026-10-12 15:00"
    )
    enter_year(CAST.ding, 2026, official_days(2026), at=MONDAY_10)
    assert queries.special_days(2026) == official_days(2026)
    assert len(heard) == 2


def test_bridge_days_join_the_december_before_without_replacing_it() -> None:
    bridge = SpecialDay(date(2026, 12, 26), True, "元旦")
    enter_year(CAST.ding, 2027, [*INVENTED_2027, bridge], at=MONDAY_10)
    assert queries.special_days(2026) == [*official_days(2026), bridge]
    assert queries.deadline_for(beijing("2026-12-25 10:00"), parse_limit("1d")).due_at == beijing(
        "2026-12-26 10:00"
    )


def test_a_faulty_year_changes_nothing(heard: list[Any]) -> None:
    with pytest.raises(YearRefused):
        enter_year(CAST.ding, 2026, [*official_days(2026), off("2025-05-05")], at=MONDAY_10)
    assert queries.special_days(2026) == official_days(2026)
    assert heard == []


def test_only_administrators_of_the_whole_city_may(heard: list[Any]) -> None:
    for actor, refusal in ((CAST.sun, Forbidden), (OF_COUNTY, NotFound)):
        with pytest.raises(refusal):
            enter_year(actor, 2027, INVENTED_2027, at=MONDAY_10)
        with pytest.raises(refusal):
            set_working_hours(actor, [(480, 960)])
    assert queries.missing_years(at=MONDAY_10) == [2027]
    assert heard == []


def test_entering_is_audited_with_its_days() -> None:
    enter_year(CAST.ding, 2027, INVENTED_2027, at=MONDAY_10)
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(
            "select actor_name, area_code, change->'days'->>0 from audit_entry where target = %s",
            ["clocks.calendaryear:2027"],
        )
        assert cursor.fetchall() == [("丁宁", "4309", "2027-01-01 放假 节日")]


def test_working_hours_are_data() -> None:
    set_working_hours(CAST.ding, [(9 * 60, 17 * 60)])
    assert queries.deadline_for(MONDAY_10, parse_limit("7h")).due_at == MONDAY_10 + timedelta(hours=7)
    assert queries.deadline_for(MONDAY_10, parse_limit("1d")).due_at == MONDAY_10 + timedelta(days=1)
    with pytest.raises(HoursRefused):
        set_working_hours(CAST.ding, [(600, 540)])
    assert queries.working_hours() == [(540, 1020)]


def test_a_clock_that_goes_on_after_a_pause_warns_where_it_would_have_warned() -> None:
    whole = parse_limit("4d")
    first = queries.deadline_for(beijing("2026-11-16 08:30"), whole)
    left = queries.left_of(beijing("2026-11-19 08:30"), first.due_at, whole)
    assert left == WorkingTime(420)
    again = queries.deadline_for(beijing("2026-11-23 08:30"), left, whole=whole)
    assert again.due_at == beijing("2026-11-23 17:30")
    assert again.warn_at == beijing("2026-11-23 08:30")
    assert queries.deadline_for(beijing("2026-11-23 08:30"), left).warn_at > again.warn_at


def test_what_is_left_is_known_across_a_missing_year() -> None:
    due = queries.deadline_for(beijing("2026-12-31 10:00"), parse_limit("2d"))
    assert queries.left_of(beijing("2026-12-31 16:30"), due.due_at, parse_limit("2d")) == WorkingTime(
        2 * 420 - 270
    )


# --- by sheet --------------------------------------------------------------------------------------------------


def written(days: list[SpecialDay]) -> list[str]:
    parsed = {column.name: column.parse for column in CALENDAR_SHEET.columns}
    rows = [
        Row(number, uuid7(), {name: parsed[name](str(cell)) for name, cell in sheet_values(one).items()})
        for number, one in enumerate(days, 2)
    ]
    return write_calendar_rows(CAST.ding, rows, Context(uuid7(), MONDAY_10, {}))


def whole_2027() -> list[SpecialDay]:
    """Thirteen weekdays off, so that the count is right."""
    more = [off(f"2027-{day}") for day in ("10-04", "10-05", "04-05", "05-03", "05-04", "06-09", "09-15")]
    return [*INVENTED_2027, *more]


def test_a_whole_year_comes_into_force_with_its_last_row(heard: list[Any]) -> None:
    days = whole_2027()
    targets = written(days[:-1])
    assert targets[0] == "clocks.calendarday:2027-01-01"
    assert queries.missing_years(at=MONDAY_10) == [2027]
    assert heard == []
    written(days[-1:])
    assert queries.missing_years(at=MONDAY_10) == []
    assert heard == [CalendarYearEntered(year=2027, at=MONDAY_10)]
    assert queries.special_days(2027) == sorted(days, key=lambda one: one.day_on)


def test_rows_of_an_entered_year_correct_it_at_once(heard: list[Any]) -> None:
    written([off("2026-11-17", "临时放假")])
    assert queries.deadline_for(MONDAY_10, parse_limit("1d")).due_at == MONDAY_10 + timedelta(days=2)
    assert heard == [CalendarYearEntered(year=2026, at=MONDAY_10)]
    assert CalendarDay.objects.filter(day_on__year=2026).count() == len(official_days(2026)) + 1


# --- the reminder ----------------------------------------------------------------------------------------------


def test_administrators_are_reminded_once_a_week_from_october(heard: list[Any]) -> None:
    days = [beijing("2026-09-28 09:00") + timedelta(days=n) for n in range(35)]
    reminded = [day for day in days if remind_of_missing_years(CAST.machine, at=day)]
    assert [day.date().isoformat() for day in reminded] == [
        "2026-10-05",
        "2026-10-12",
        "2026-10-19",
        "2026-10-26",
    ]
    assert [(event.post_id, event.target) for event in heard] == [
        (CAST.ding.post_id, "clocks.calendaryear:2027")
    ] * 4
    assert isinstance(heard[0], CalendarYearMissing)
    assert "2027年" in heard[0].title_zh


def test_the_daily_task_reminds_of_the_day_it_was_due_for(heard: list[Any]) -> None:
    remind(int(datetime.timestamp(beijing("2026-10-06 09:00"))))
    assert heard == []
    remind(int(datetime.timestamp(beijing("2026-12-01 09:00"))))
    assert [event.target for event in heard] == ["clocks.calendaryear:2027"]


def test_nobody_is_reminded_of_a_year_that_is_entered(heard: list[Any]) -> None:
    enter_year(CAST.ding, 2027, INVENTED_2027, at=MONDAY_10)
    heard.clear()
    assert remind_of_missing_years(CAST.machine, at=beijing("2026-12-01 09:00")) == []
    assert heard == []


def test_the_reminder_arrives_in_the_inbox_of_the_citys_administrator() -> None:
    remind_of_missing_years(CAST.machine, at=beijing("2026-12-01 09:00"))
    with connection.cursor() as cursor:
        cursor.execute("select task_name, args::text from procrastinate_jobs")
        ((task_name, arguments),) = cursor.fetchall()
    app.tasks[task_name](**json.loads(arguments))
    with eyes(CAST.ding):
        (notice,) = list_notices(CAST.ding).rows
    assert notice.title_zh == "2027年工作日历尚未录入"
