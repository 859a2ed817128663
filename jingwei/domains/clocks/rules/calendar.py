"""Working time on the official calendar with make-up working days, and the colours of a clock."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from jingwei.domains.clocks.contracts import (
    DAY_MINUTES,
    BadLimit,
    CalendarTime,
    Colour,
    Half,
    Limit,
    SpecialDay,
    WorkingDays,
    WorkingTime,
    colour,
    parse_limit,
    write_limit,
)
from jingwei.kernel.clock import BEIJING, local
from jingwei.kernel.errors import DomainError, Invalid

__all__ = ["BadLimit", "Colour", "colour", "parse_limit", "write_limit"]

MINUTE, NO_TIME = timedelta(minutes=1), timedelta(0)
WARN_PERCENT = 75
"""From this share of the limit on, a step may overrun."""
EARLIEST_YEAR, LATEST_YEAR = 2000, 2100
NOON = 12 * 60
"""Where a half day is divided."""
REMINDER_MONTH = 10
"""The State Council's notice for the next year comes out between late October and the end of November."""


class CalendarGap(DomainError):
    code = "clocks.calendar_gap"
    message = "{year}年的法定节假日安排还没有录入，无法计算时限。请管理员在“工作日历”中导入。"
    message_en = "The official holidays of {year} are not entered yet; ask an administrator to import them."


class YearRefused(Invalid):
    """A year's arrangement contradicts itself. ``data["faults"]`` says where."""

    code = "clocks.year_refused"
    message = "{year}年的工作日历没有保存：{reason}。请对照国务院办公厅的放假通知改正后重新提交。"
    message_en = (
        "The working calendar of {year} was not saved: {reason_en}. "
        "Compare it with the State Council's notice and submit it again."
    )


class HoursRefused(Invalid):
    code = "clocks.hours_refused"
    message = "工作时间没有保存：{reason}。每天1至4段，按先后排列，不重叠，都在0点到24点之间。"
    message_en = "The working hours were not saved: {reason_en}. One to four stretches a day, in order, not overlapping."


class MomentOutOfRange(Invalid):
    code = "clocks.moment_out_of_range"
    message = "时间应在{earliest}年到{latest}年之间。"
    message_en = "The moment must lie between the years {earliest} and {latest}."


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Working hours (minutes of the local day) and the days that differ from Monday–Friday.

    ``days`` maps a date to True (make-up working day 调休上班) or False (holiday 放假);
    ``years`` are those whose official arrangement has been entered; ``halves`` the days of which one half is worked.
    """

    hours: tuple[tuple[int, int], ...]
    days: dict[date, bool]
    years: frozenset[int]
    halves: dict[date, Half] = field(default_factory=dict)

    @property
    def day_minutes(self) -> int:
        """Working minutes of a full day."""
        return sum(end - start for start, end in self.hours)

    def is_working_day(self, day: date) -> bool:
        """Raises: CalendarGap."""
        if day.year not in self.years:
            raise CalendarGap(year=day.year)
        return self.days.get(day, day.weekday() < 5)


def deadline(start: datetime, limit: Limit, calendar: WorkCalendar) -> datetime:
    """Return the moment after which the step counts as late, in UTC.

    Working time runs only inside the calendar's hours; a report at night starts its clock at the next opening.
    A limit below zero (what is left of one that was overrun) lies before ``start``.
    Raises: CalendarGap if a year's holidays are not entered yet.
    Source: limits per item, list in force on ``start``.
    """
    if isinstance(limit, CalendarTime):
        return (start + timedelta(minutes=limit.minutes)).astimezone(UTC)
    return after_working_minutes(start, minutes_of(limit, calendar), calendar)


def warning(due_at: datetime, whole: Limit, calendar: WorkCalendar) -> datetime:
    """From when a step may be feared to overrun: the last quarter of its whole limit, counted back from the end.

    Counted back, so that a clock that was stopped or extended still warns a quarter of the limit ahead.
    Raises: CalendarGap.
    """
    return warning_at(due_at, whole, WARN_PERCENT, calendar)


def warning_at(due_at: datetime, whole: Limit, percent: int, calendar: WorkCalendar) -> datetime:
    """The moment at which so much of a limit has passed, counted back from its end. Raises: CalendarGap."""
    minutes = minutes_of(whole, calendar)
    ahead = minutes - minutes * percent // 100
    if isinstance(whole, CalendarTime):
        return (due_at - timedelta(minutes=ahead)).astimezone(UTC)
    return after_working_minutes(due_at, -ahead, calendar)


def minutes_of(limit: Limit, calendar: WorkCalendar) -> int:
    """A limit in minutes of its own kind of time."""
    return limit.days * calendar.day_minutes if isinstance(limit, WorkingDays) else limit.minutes


def after_working_minutes(start: datetime, minutes: int, calendar: WorkCalendar) -> datetime:
    """The moment at which ``minutes`` of working time have passed since ``start``; below zero, before it.

    Time that ends with a session ends there, not at the next opening; no time at all ends at once.
    Raises: CalendarGap.
    """
    if minutes < 0:
        return _before(start, timedelta(minutes=-minutes), calendar)
    left = timedelta(minutes=minutes)
    if not left:
        return start.astimezone(UTC)
    for opens, closes in _sessions_from(start, calendar):
        begin = max(opens, start)
        room = max(NO_TIME, closes - begin)
        if room and left <= room:
            return (begin + left).astimezone(UTC)
        left -= room
    raise AssertionError("a calendar ends in a gap")


def _before(end: datetime, left: timedelta, calendar: WorkCalendar) -> datetime:
    for opens, closes in _sessions_back_from(end, calendar):
        finish = min(closes, end)
        room = max(NO_TIME, finish - opens)
        if room and left <= room:
            return (finish - left).astimezone(UTC)
        left -= room
    raise AssertionError("a calendar begins with a gap")


def working_time_between(start: datetime, end: datetime, calendar: WorkCalendar) -> timedelta:
    """Working time from ``start`` to ``end``; negative if ``end`` lies before. Raises: CalendarGap."""
    if end < start:
        return -working_time_between(end, start, calendar)
    passed = NO_TIME
    for opens, closes in _sessions_from(start, calendar):
        if opens >= end:
            break
        passed += max(NO_TIME, min(closes, end) - max(opens, start))
    return passed


def working_minutes_between(start: datetime, end: datetime, calendar: WorkCalendar) -> int:
    """Whole minutes of working time from ``start`` to ``end``; negative if ``end`` lies before. Raises: CalendarGap."""
    return int(working_time_between(start, end, calendar) / MINUTE)


def remaining(now: datetime, due_at: datetime, limit: Limit, calendar: WorkCalendar) -> Limit:
    """What is left of a running limit when its clock stops; below zero where it was overrun already.

    A begun minute counts for whoever owes the step, so a pause never costs anything; it gains less than a minute.
    """
    if isinstance(limit, CalendarTime):
        return CalendarTime(_begun_minutes(due_at - now))
    return WorkingTime(_begun_minutes(working_time_between(now, due_at, calendar)))


def _begun_minutes(left: timedelta) -> int:
    return -(-left // MINUTE)


def weekdays_only(calendar: WorkCalendar, years: frozenset[int]) -> WorkCalendar:
    """The safe fallback for years not entered: Monday to Friday work. Never later than the true deadline
    except across make-up working days."""
    return replace(calendar, years=calendar.years | years)


def _sessions_from(start: datetime, calendar: WorkCalendar) -> Iterator[tuple[datetime, datetime]]:
    """Stretches of working time of the day of ``start`` and all later ones. Raises: CalendarGap at their end."""
    day = start.astimezone(BEIJING).date()
    while True:
        yield from _sessions_of(day, calendar)
        day += timedelta(days=1)


def _sessions_back_from(end: datetime, calendar: WorkCalendar) -> Iterator[tuple[datetime, datetime]]:
    """The same, latest first, from the day of ``end`` into the past."""
    day = end.astimezone(BEIJING).date()
    while True:
        yield from reversed(_sessions_of(day, calendar))
        day -= timedelta(days=1)


def _sessions_of(day: date, calendar: WorkCalendar) -> list[tuple[datetime, datetime]]:
    if not calendar.is_working_day(day):
        return []
    midnight = datetime.combine(day, time(), tzinfo=BEIJING)
    hours = worked_hours(calendar.hours, calendar.halves.get(day, Half.WHOLE))
    return [(midnight + timedelta(minutes=a), midnight + timedelta(minutes=b)) for a, b in hours]


def worked_hours(hours: Sequence[tuple[int, int]], half: Half) -> list[tuple[int, int]]:
    """The stretches of a day, or of the half of it that is worked: before noon or after it."""
    if half is Half.WHOLE:
        return list(hours)
    earliest, latest = (0, NOON) if half is Half.MORNING else (NOON, DAY_MINUTES)
    cut = [(max(a, earliest), min(b, latest)) for a, b in hours]
    return [(a, b) for a, b in cut if a < b]


# --- the calendar as it is entered ---------------------------------------------------------------------------

ALWAYS_OFF = ((1, 1), (5, 1), (10, 1), (10, 2), (10, 3))
"""Holidays with a fixed date. Source: 全国年节及纪念日放假办法, article 2."""


def statutory_days(year: int) -> int:
    """Days off that the law gives in a year. Source: 全国年节及纪念日放假办法, 2013 and (in force 2025) 2024 texts."""
    return 13 if year >= 2025 else 11


@dataclass(frozen=True, slots=True)
class YearFault:
    """What is wrong with a day of an arrangement, or with the whole of it where ``day_on`` is None."""

    day_on: date | None
    message_zh: str
    message_en: str


def year_faults(year: int, days: Sequence[SpecialDay]) -> list[YearFault]:
    """What makes an arrangement of a year unusable; nothing where it can be entered.

    Days of the December before are accepted: New Year's bridge days often lie there.
    """
    faults = []
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        faults.append(
            YearFault(None, f"年份应在{EARLIEST_YEAR}到{LATEST_YEAR}之间", "the year is out of range")
        )
    seen: set[date] = set()
    for one in days:
        is_bridge = (one.day_on.year, one.day_on.month) == (year - 1, 12)
        if one.day_on.year != year and not is_bridge:
            faults.append(YearFault(one.day_on, f"不在{year}年", f"does not lie in {year}"))
        if one.day_on in seen:
            faults.append(YearFault(one.day_on, "重复出现", "is there twice"))
        seen.add(one.day_on)
        faults += day_faults(one)
    for month, day in ALWAYS_OFF:
        if date(max(year, 1), month, day) not in {one.day_on for one in days if not one.is_working}:
            faults.append(
                YearFault(None, f"缺少{month}月{day}日放假", f"the holiday {month:02}-{day:02} is missing")
            )
    return faults


def day_faults(one: SpecialDay) -> list[YearFault]:
    """What is wrong with one day taken alone."""
    faults = []
    if one.half is not Half.WHOLE and not one.is_working:
        faults.append(
            YearFault(one.day_on, "放假日不能写半天", "is a holiday: it has no half that is worked")
        )
    if one.is_working and one.day_on.weekday() < 5 and one.half is Half.WHOLE:
        faults.append(
            YearFault(
                one.day_on,
                "本来就是工作日，不需要调休；请核对日期",
                "is a weekday: a make-up working day lies on a weekend",
            )
        )
    if not one.name.strip():
        faults.append(
            YearFault(one.day_on, "没有写明属于哪个节日", "does not say which holiday it belongs to")
        )
    return faults


def days_off_in_balance(year: int, days: Iterable[SpecialDay]) -> int:
    """Weekdays off less make-up working days; a whole arrangement gives exactly ``statutory_days``.

    Bridges only move working days about. A day that was forgotten, or marked the wrong way round, shows here.
    """
    own = [one for one in days if one.day_on.year == year]
    off = sum(not one.is_working and one.day_on.weekday() < 5 for one in own)
    return off - sum(one.is_working and one.day_on.weekday() >= 5 for one in own)


def is_whole_year(year: int, days: Sequence[SpecialDay]) -> bool:
    """Whether an arrangement adds up to the days the law gives, so that it may come into force by itself."""
    return not year_faults(year, days) and days_off_in_balance(year, days) == statutory_days(year)


def refuse_faulty_year(year: int, days: Sequence[SpecialDay]) -> None:
    """Raises: YearRefused."""
    faults = year_faults(year, days)
    if faults:
        listed = [
            f"{f.day_on.month}月{f.day_on.day}日{f.message_zh}" if f.day_on else f.message_zh for f in faults
        ]
        listed_en = [f"{f.day_on} {f.message_en}" if f.day_on else f.message_en for f in faults]
        refusal = YearRefused(year=year, reason="；".join(listed[:5]), reason_en="; ".join(listed_en[:5]))
        refusal.data["faults"] = [
            {"day_on": str(f.day_on or ""), "message": f.message_zh, "message_en": f.message_en}
            for f in faults
        ]
        raise refusal


def refuse_faulty_hours(hours: Sequence[tuple[int, int]]) -> None:
    """Raises: HoursRefused."""
    if not 1 <= len(hours) <= 4:
        raise HoursRefused(reason=f"收到{len(hours)}段", reason_en=f"{len(hours)} stretches were given")
    last = 0
    for starts, ends in hours:
        if not 0 <= starts < ends <= DAY_MINUTES:
            raise HoursRefused(
                reason=f"{clock_text(starts)}到{clock_text(ends)}不是一段时间",
                reason_en=f"{clock_text(starts)} to {clock_text(ends)} is no stretch of time",
            )
        if starts < last:
            raise HoursRefused(
                reason=f"{clock_text(starts)}开始的一段与前一段重叠",
                reason_en=f"the stretch from {clock_text(starts)} overlaps the one before",
            )
        last = ends


def clock_text(minute: int) -> str:
    """A minute of the day as people write it: 08:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


def missing_years(at: datetime, entered: Collection[int]) -> list[int]:
    """This year and, from October on, the next, where not entered."""
    today = local(at)
    wanted = [today.year, today.year + 1] if today.month >= REMINDER_MONTH else [today.year]
    return [year for year in wanted if year not in entered]


def reminds_today(at: datetime, missing: Collection[int]) -> bool:
    """Whether to remind: on Mondays from October on, every day in December and while this year is missing."""
    today = local(at)
    if not missing:
        return False
    return min(missing) <= today.year or today.month == 12 or today.weekday() == 0
