"""Entering the official calendar and the working hours, and reminding of a year that is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import CalendarYearEntered, CalendarYearMissing, Half, SpecialDay
from jingwei.domains.clocks.models import CalendarDay, CalendarYear, WorkingHours
from jingwei.domains.clocks.queries import missing_years, special_days
from jingwei.domains.clocks.queries.calendar import CALENDAR
from jingwei.domains.clocks.rules import (
    day_faults,
    is_whole_year,
    refuse_faulty_hours,
    refuse_faulty_year,
    reminds_today,
)
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.queries import posts_of_role
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.imports.contracts import Column, Context, Fault, Row, Sheet, day, one_of, text
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local

OFF, WORKED = "放假", "上班"
HALF_WORDS = {Half.MORNING: "只上午上班", Half.AFTERNOON: "只下午上班"}


def enter_year(actor: Actor, year: int, days: Iterable[SpecialDay], *, at: datetime) -> int:
    """Replace a year's special days by the official arrangement and bring it into force. Returns how many.

    Days of the December before are added to those that stand there. Raises: YearRefused; NotFound for
    administrators of a part of the city.
    """
    given = sorted(days, key=lambda one: one.day_on)
    refuse_faulty_year(year, given)
    with work(actor, Permission.MANAGE_CALENDAR) as job:
        _record(job, f"clocks.calendaryear:{year}", days=[_written(one) for one in given])
        CalendarDay.objects.filter(day_on__year=year).delete()
        _put(given)
        _bring_into_force(job, year, at=at)
        CALENDAR.forget_when_committed()
    return len(given)


def set_working_hours(actor: Actor, hours: Sequence[tuple[int, int]]) -> None:
    """Set the stretches of a working day, in minutes after local midnight; clocks that run keep their deadlines.

    Raises: HoursRefused; NotFound for administrators of a part of the city.
    """
    refuse_faulty_hours(hours)
    with work(actor, Permission.MANAGE_CALENDAR) as job:
        _record(job, "clocks.workinghours", hours=[list(one) for one in hours])
        WorkingHours.objects.all().delete()
        WorkingHours.objects.bulk_create(WorkingHours(starts_minute=a, ends_minute=b) for a, b in hours)
        CALENDAR.forget_when_committed()


def remind_of_missing_years(actor: Actor, *, at: datetime) -> list[int]:
    """Tell the city's administrators which years are missing, on the days a reminder is due.

    Returns the years named.
    """
    missing = missing_years(at=at)
    if not reminds_today(at, missing):
        return []
    with work(actor, Permission.MANAGE_CALENDAR) as job:
        for year in missing:
            job.record_own(f"clocks.calendaryear:{year}", reminded_on=local(at).date().isoformat())
            for city in city_codes():
                for post_id in posts_of_role(Role.ADMINISTRATOR, city):
                    job.publish(_reminder(year, post_id, at))
    return missing


def _reminder(year: int, post_id: UUID, at: datetime) -> CalendarYearMissing:
    return CalendarYearMissing(
        post_id=post_id,
        person_id=None,
        kind="calendar_year_missing",
        title_zh=f"{year}年工作日历尚未录入",
        title_en=f"The working calendar of {year} is missing",
        body_zh=(
            f"还没有{year}年的法定节假日和调休安排。涉及{year}年的时限暂按周一至周五计算并标为“暂定”。"
            "国务院办公厅发布放假通知后，请在“工作日历”中录入或导入。"
        ),
        body_en=(
            f"The holidays and make-up working days of {year} are not entered. Deadlines that reach into {year} are "
            "computed on plain weekdays and marked provisional. Enter or import the State Council's notice."
        ),
        target=f"clocks.calendaryear:{year}",
        at=at,
    )


# --- .xlsx and .csv --------------------------------------------------------------------------------------------


def write_calendar_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Put days in, and bring into force every year whose days add up to what the law gives.

    A year with a day too few stays out of force, with what it has, until the rest is there: its deadlines remain
    provisional. Two faulty rows of one bridge can cancel out; correcting them publishes the year again. An
    arrangement that breaks the usual count (an extra holiday) is entered as a whole (``enter_year``).
    """
    given = [_day_of(row) for row in rows]
    with work(actor, Permission.MANAGE_CALENDAR) as job:
        by_year: dict[int, list[SpecialDay]] = defaultdict(list)
        for one in given:
            by_year[one.day_on.year].append(one)
        for year, days in by_year.items():
            _record(job, f"clocks.calendaryear:{year}", added=[_written(one) for one in days])
        _put(given)
        for year in by_year:
            if is_whole_year(year, special_days(year)) or CalendarYear.objects.filter(year=year).exists():
                _bring_into_force(job, year, at=context.at)
        CALENDAR.forget_when_committed()
    return [f"clocks.calendarday:{one.day_on.isoformat()}" for one in given]


def check_calendar_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Make-up days that are weekdays anyway."""
    found = {}
    for row in rows:
        if row.values["day_on"] is None or row.values["is_working"] is None or not row.values["name"]:
            continue
        faults = day_faults(_day_of(row))
        if faults:
            found[row.number] = [Fault("day_on", f.message_zh, f.message_en) for f in faults]
    return found


CALENDAR_SHEET = Sheet(
    key="clocks.calendar",
    title_zh="工作日历",
    title_en="Working calendar",
    columns=(
        Column(
            name="day_on",
            label_zh="日期",
            label_en="Date",
            parse=day,
            required=True,
            aliases=("date",),
            example="2026-10-01",
        ),
        Column(
            name="is_working",
            label_zh="安排",
            label_en="Kind",
            parse=one_of(
                dict.fromkeys((OFF, "休", "holiday"), (False, Half.WHOLE))
                | dict.fromkeys((WORKED, "班", "workday"), (True, Half.WHOLE))
                | {word: (True, half) for half, word in HALF_WORDS.items()}
            ),
            required=True,
            aliases=("kind", "类型", "放假或上班"),
            example=OFF,
            note_zh="放假：通知列出的每一个休息日（含其中的周末）；上班：周末调休上班；只上午上班、只下午上班：半天",
            note_en="放假/holiday: every day off the notice names, weekends inside it too; 上班/workday: a make-up day; 只上午上班, 只下午上班: half",
        ),
        Column(
            name="name",
            label_zh="节日",
            label_en="Holiday",
            parse=text(40),
            required=True,
            aliases=("name", "节日名称"),
            example="国庆节",
        ),
    ),
    permission=Permission.MANAGE_CALENDAR,
    write=write_calendar_rows,
    check=check_calendar_rows,
    key_columns=("day_on",),
)
"""The State Council's arrangement as rows. Importing again replaces days; a day too many is taken out by
``enter_year`` with the whole arrangement, which is why a batch is not undone."""


def sheet_values(one: SpecialDay) -> dict[str, str | date]:
    """A day as the sheet's columns show it."""
    return {"day_on": one.day_on, "is_working": _word(one), "name": one.name}


def _day_of(row: Row) -> SpecialDay:
    is_working, half = row.values["is_working"]
    return SpecialDay(row.values["day_on"], is_working, row.values["name"], half)


def _put(days: Sequence[SpecialDay]) -> None:
    CalendarDay.objects.bulk_create(
        [
            CalendarDay(day_on=one.day_on, is_working=one.is_working, name=one.name, half=one.half.value)
            for one in days
        ],
        update_conflicts=True,
        update_fields=["is_working", "name", "half"],
        unique_fields=["day_on"],
    )


def _bring_into_force(job: Work, year: int, *, at: datetime) -> None:
    CalendarYear.objects.bulk_create(
        [CalendarYear(year=year, entered_at=at)],
        update_conflicts=True,
        update_fields=["entered_at"],
        unique_fields=["year"],
    )
    job.publish(CalendarYearEntered(year=year, at=at))


def _record(job: Work, target: str, **change: object) -> None:
    """The calendar is the city's: whoever changes it has the whole city in their jurisdiction, one at a time."""
    job.alone_with("clocks.calendar")
    job.record_in_city(target, **change)


def _written(one: SpecialDay) -> str:
    return f"{one.day_on.isoformat()} {_word(one)} {one.name}"


def _word(one: SpecialDay) -> str:
    return HALF_WORDS.get(one.half, WORKED) if one.is_working else OFF
