"""The working calendar over HTTP."""

from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router, Schema

from jingwei.domains.clocks import queries, services
from jingwei.domains.clocks.contracts import Deadline, SpecialDay
from jingwei.domains.clocks.rules import EARLIEST_YEAR, LATEST_YEAR, parse_limit
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Day, Input, Moment, actor, operation
from jingwei.kernel.clock import now

router = Router(tags=["calendar"])

Year = Annotated[int, Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)]
Minute = Annotated[int, Field(ge=0, le=24 * 60)]


class SpecialDayOut(Schema):
    day_on: date
    is_working: bool
    name: str


class YearOut(Schema):
    """``days_off`` and ``statutory_days`` differ where a day was forgotten, or where the notice was unusual."""

    year: int
    is_entered: bool
    entered_at: datetime | None
    special_days: int
    days_off: int
    statutory_days: int


class CalendarOut(Schema):
    year: YearOut
    days: list[SpecialDayOut]


class SpecialDayIn(Input):
    day_on: Day
    is_working: bool
    name: str = Field(min_length=1, max_length=40)


class YearIn(Input):
    days: list[SpecialDayIn] = Field(max_length=120)


class StretchOut(Schema):
    starts_minute: int
    ends_minute: int


class StretchIn(Input):
    starts_minute: Minute
    ends_minute: Minute


class HoursIn(Input):
    stretches: list[StretchIn] = Field(min_length=1, max_length=4)


class DeadlineOut(Schema):
    due_at: datetime
    warn_at: datetime
    is_provisional: bool


@operation(
    router,
    "GET",
    "/years",
    "listCalendarYears",
    Permission.READ_ITEMS,
    response=list[YearOut],
    is_public=True,
)
def list_years(request: HttpRequest) -> list[queries.YearBrief]:
    """录入过、录入中和缺少的年份，最近的在前。"""
    return queries.year_briefs(at=now())


@operation(
    router,
    "GET",
    "/missing-years",
    "listMissingCalendarYears",
    Permission.READ_ITEMS,
    response=list[int],
    is_public=True,
)
def list_missing_years(request: HttpRequest) -> list[int]:
    """还没有录入的年份：今年，以及十月起的明年。"""
    return queries.missing_years(at=now())


@operation(
    router,
    "GET",
    "/years/{year}/days",
    "listCalendarDays",
    Permission.READ_ITEMS,
    response=CalendarOut,
    is_public=True,
)
def list_days(request: HttpRequest, year: Year) -> dict[str, object]:
    """一年的放假日和调休上班日。"""
    return calendar_of(year)


@operation(
    router, "PUT", "/years/{year}", "enterCalendarYear", Permission.MANAGE_CALENDAR, response=CalendarOut
)
def enter_year(request: HttpRequest, year: Year, body: YearIn) -> dict[str, object]:
    """整年录入（替换）官方放假安排并启用；暂定的时限随后重新计算。"""
    days = [SpecialDay(one.day_on, one.is_working, one.name) for one in body.days]
    services.enter_year(actor(request), year, days, at=now())
    return calendar_of(year)


@operation(
    router,
    "GET",
    "/working-hours",
    "listWorkingHours",
    Permission.READ_ITEMS,
    response=list[StretchOut],
    is_public=True,
)
def list_working_hours(request: HttpRequest) -> list[dict[str, int]]:
    """每个工作日的工作时段，单位为零点起的分钟数。"""
    return stretches()


@operation(
    router,
    "PUT",
    "/working-hours",
    "setWorkingHours",
    Permission.MANAGE_CALENDAR,
    response=list[StretchOut],
)
def set_working_hours(request: HttpRequest, body: HoursIn) -> list[dict[str, int]]:
    """更改工作时段；已经在走的时限不变。"""
    hours = [(one.starts_minute, one.ends_minute) for one in body.stretches]
    services.set_working_hours(actor(request), hours)
    return stretches()


@operation(
    router,
    "GET",
    "/deadline",
    "previewDeadline",
    Permission.READ_ITEMS,
    response=DeadlineOut,
    is_public=True,
)
def preview_deadline(request: HttpRequest, start_at: Moment, limit: str) -> Deadline:
    """从某一时刻起，一个时限到什么时候为止。"""
    queries.require_usual_moment(start_at)
    return queries.deadline_for(start_at, parse_limit(limit))


def calendar_of(year: int) -> dict[str, object]:
    return {"year": queries.year_brief(year), "days": queries.special_days(year)}


def stretches() -> list[dict[str, int]]:
    return [{"starts_minute": a, "ends_minute": b} for a, b in queries.working_hours()]
