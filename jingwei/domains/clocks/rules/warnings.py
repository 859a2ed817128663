"""Three warnings before a deadline, when they are told, and the policy that says so. Pure."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from jingwei.domains.clocks.contracts import (
    DAY_MINUTES,
    Answerer,
    BadLimit,
    ClockPolicy,
    Limit,
    LimitLine,
    WarningColour,
    WarningLine,
    parse_limit,
)
from jingwei.domains.clocks.rules.calendar import WorkCalendar, warning_at
from jingwei.kernel.clock import BEIJING, local
from jingwei.kernel.errors import Invalid

Moments = tuple[tuple[WarningColour, datetime], ...]
BEFORE_THE_DEADLINE = (WarningColour.BLUE, WarningColour.YELLOW, WarningColour.RED)
MOST_LINES = 200
MOST_EXTENSIONS = 5

DEFAULT_POLICY = ClockPolicy(
    from_on=date(2000, 1, 1),
    limits=(
        LimitLine("", False, first_limit="4h", progress_limit="5d", solution_limit="15d"),
        LimitLine("", True, first_limit="1H", progress_limit="1d", solution_limit="3d"),
    ),
    warnings=(
        WarningLine(WarningColour.BLUE, 50, Answerer.OWER),
        WarningLine(WarningColour.YELLOW, 75, Answerer.HEAD),
        WarningLine(WarningColour.RED, 90, Answerer.CHIEF),
    ),
    quiet_from_minute=22 * 60,
    quiet_until_minute=7 * 60,
    extension_times=1,
    extension_limit="15d",
)
"""What holds where a city has entered nothing. Source: 15 working days for requests (12345), 5 for a word in between."""


class PolicyRefused(Invalid):
    code = "clocks.policy_refused"
    message = "时限与预警规则没有保存：{reason}请改正后重新提交。"
    message_en = "The clock policy was not saved: {reason_en} Correct it and submit it again."


def warning_moments(
    due_at: datetime, whole: Limit, lines: Sequence[WarningLine], calendar: WorkCalendar
) -> Moments:
    """When each colour comes, in order, and the deadline itself as the last. Raises: CalendarGap."""
    found = [(one.colour, warning_at(due_at, whole, one.percent, calendar)) for one in lines]
    return (*found, (WarningColour.OVERDUE, due_at))


def reached(moments: Moments, at: datetime) -> WarningColour | None:
    """The colour a clock has reached: the last whose moment has come. A deadline is late after it, not at it."""
    colours = [one for one, when in moments if (when < at if one is WarningColour.OVERDUE else when <= at)]
    return colours[-1] if colours else None


def next_after(moments: Moments, at: datetime) -> datetime | None:
    """When the clock has to be looked at again; None when it has said everything."""
    later = [_look_at(one, when) for one, when in moments if _look_at(one, when) > at]
    return min(later, default=None)


def _look_at(colour: WarningColour, when: datetime) -> datetime:
    """A deadline is passed from the next second on."""
    return when + timedelta(seconds=1) if colour is WarningColour.OVERDUE else when


def tell_at(at: datetime, policy: ClockPolicy, *, is_urgent: bool) -> datetime:
    """The moment staff may be told: now, or when the quiet hours end for what can wait."""
    starts, ends = policy.quiet_from_minute, policy.quiet_until_minute
    if is_urgent or starts == ends:
        return at
    here = local(at)
    minute = here.hour * 60 + here.minute
    is_quiet = starts <= minute < ends if starts < ends else minute >= starts or minute < ends
    if not is_quiet:
        return at
    day = here.date() if minute < ends else here.date() + timedelta(days=1)
    return datetime.combine(day, time(ends // 60, ends % 60), tzinfo=BEIJING).astimezone(UTC)


def limit_line(policy: ClockPolicy, item_code: str, *, is_urgent: bool) -> LimitLine:
    """The line of an item: the longest beginning that fits; for urgent matters an urgent line of the same length first."""
    fitting = [
        one
        for one in policy.limits
        if item_code.startswith(one.item_prefix) and (is_urgent or not one.is_urgent)
    ]
    return max(fitting, key=lambda one: (len(one.item_prefix), one.is_urgent))


def answered_by(policy: ClockPolicy, colour: WarningColour) -> Answerer:
    """Who answers a colour; what is overdue is answered by whoever answered the last colour before."""
    answers = {one.colour: one.answered_by for one in policy.warnings}
    return answers.get(colour, policy.warnings[-1].answered_by)


def refuse_faulty_policy(policy: ClockPolicy, *, today: date) -> None:
    """Raises: PolicyRefused, BadLimit."""
    if policy.from_on < today:
        _refuse("生效日期不能早于今天，已经发生的时限不改。", "it cannot be in force before today.")
    if not 1 <= len(policy.limits) <= MOST_LINES:
        _refuse(f"时限行应有1至{MOST_LINES}行。", f"one to {MOST_LINES} lines of limits are needed.")
    seen = set()
    for line in policy.limits:
        key = (line.item_prefix, line.is_urgent)
        if key in seen:
            _refuse(
                f"事项“{line.item_prefix}”的时限出现两次。", f"the item {line.item_prefix} is there twice."
            )
        seen.add(key)
        _refuse_faulty_limits(line)
    if ("", False) not in seen:
        _refuse("缺少适用于全部事项的一行（事项留空）。", "the line for all items (empty item) is missing.")
    if tuple(one.colour for one in policy.warnings) != BEFORE_THE_DEADLINE:
        _refuse("预警应依次为蓝、黄、红三种。", "the warnings must be blue, yellow and red, in this order.")
    percents = [one.percent for one in policy.warnings]
    if sorted(set(percents)) != percents or not (percents[0] > 0 and percents[-1] < 100):
        _refuse("预警比例应在1到99之间，逐色增大。", "the shares must lie between 1 and 99 and grow.")
    quiet = (policy.quiet_from_minute, policy.quiet_until_minute)
    if not all(0 <= one < DAY_MINUTES for one in quiet):
        _refuse("免打扰时间应在0点到24点之间。", "quiet hours must lie within a day.")
    if not 0 <= policy.extension_times <= MOST_EXTENSIONS:
        _refuse(f"延期次数应为0到{MOST_EXTENSIONS}次。", f"0 to {MOST_EXTENSIONS} extensions are possible.")
    parse_limit(policy.extension_limit)


def _refuse_faulty_limits(line: LimitLine) -> None:
    for written in (line.first_limit, line.progress_limit, line.solution_limit):
        try:
            parse_limit(written)
        except BadLimit as bad:
            _refuse(f"{bad}", f"“{written}” is not a time limit.")


def _refuse(reason: str, reason_en: str) -> None:
    raise PolicyRefused(reason=reason, reason_en=reason_en)
