"""The working calendar over HTTP."""

from datetime import date, datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router, Schema

from jingwei.domains.clocks import queries, services
from jingwei.domains.clocks.contracts import (
    Answerer,
    ClockPolicy,
    Deadline,
    Half,
    LimitLine,
    SpecialDay,
    WarningColour,
    WarningLine,
)
from jingwei.domains.clocks.queries.policy import policies, policy_on
from jingwei.domains.clocks.rules import EARLIEST_YEAR, LATEST_YEAR, parse_limit
from jingwei.domains.clocks.services.policy import enter_policy
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Day, Input, Moment, actor, operation
from jingwei.kernel.clock import local, now

router = Router(tags=["calendar"])

Year = Annotated[int, Field(ge=EARLIEST_YEAR, le=LATEST_YEAR)]
Minute = Annotated[int, Field(ge=0, le=24 * 60)]


class SpecialDayOut(Schema):
    day_on: date
    is_working: bool
    name: str
    half: Half


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
    half: Half = Half.WHOLE


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
    days = [SpecialDay(one.day_on, one.is_working, one.name, one.half) for one in body.days]
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


LimitText = Annotated[str, Field(min_length=2, max_length=8)]


class LimitLineOut(Schema):
    """一行时限：事项代码开头（空为全部）、是否紧急，首次响应、进展、办结三个时限。"""

    item_prefix: str
    is_urgent: bool
    first_limit: str
    progress_limit: str
    solution_limit: str


class WarningLineOut(Schema):
    colour: WarningColour
    percent: int
    answered_by: Answerer


class ClockPolicyOut(Schema):
    """时限与预警规则的一个版本。"""

    from_on: date
    limits: list[LimitLineOut]
    warnings: list[WarningLineOut]
    quiet_from_minute: int
    quiet_until_minute: int
    extension_times: int
    extension_limit: str


class LimitLineIn(Input):
    item_prefix: Annotated[str, Field(max_length=6, pattern="^[0-9]*$")]
    is_urgent: bool
    first_limit: LimitText
    progress_limit: LimitText
    solution_limit: LimitText


class WarningLineIn(Input):
    colour: WarningColour
    percent: Annotated[int, Field(ge=1, le=99)]
    answered_by: Answerer


class ClockPolicyIn(Input):
    from_on: Day
    limits: list[LimitLineIn] = Field(min_length=1, max_length=200)
    warnings: list[WarningLineIn] = Field(min_length=3, max_length=3)
    quiet_from_minute: Minute
    quiet_until_minute: Minute
    extension_times: Annotated[int, Field(ge=0, le=5)]
    extension_limit: LimitText


@operation(
    router,
    "GET",
    "/clock-policies",
    "listClockPolicies",
    Permission.READ_ITEMS,
    response=list[ClockPolicyOut],
    is_public=True,
)
def list_clock_policies(request: HttpRequest) -> list[ClockPolicy]:
    """现行的时限与预警规则，之后是已录入、还没有生效的。"""
    return present_and_coming()


@operation(
    router,
    "PUT",
    "/clock-policies",
    "enterClockPolicy",
    Permission.MANAGE_CALENDAR,
    response=list[ClockPolicyOut],
)
def enter_clock_policy(request: HttpRequest, body: ClockPolicyIn) -> list[ClockPolicy]:
    """录入一版规则，自所写日期起生效；已经发生的时限不变。"""
    enter_policy(
        actor(request),
        ClockPolicy(
            from_on=body.from_on,
            limits=tuple(
                LimitLine(
                    one.item_prefix, one.is_urgent, one.first_limit, one.progress_limit, one.solution_limit
                )
                for one in body.limits
            ),
            warnings=tuple(WarningLine(one.colour, one.percent, one.answered_by) for one in body.warnings),
            quiet_from_minute=body.quiet_from_minute,
            quiet_until_minute=body.quiet_until_minute,
            extension_times=body.extension_times,
            extension_limit=body.extension_limit,
        ),
        at=now(),
    )
    return present_and_coming()


def present_and_coming() -> list[ClockPolicy]:
    today = local(now()).date()
    return [policy_on(today), *(one for one in policies() if one.from_on > today)]
