"""The clock policy in force on a day."""

from datetime import date, datetime

from jingwei.domains.clocks.contracts import (
    Answerer,
    ClockPolicy,
    LimitLine,
    WarningColour,
    WarningLine,
)
from jingwei.domains.clocks.models import Policy, PolicyLimit, PolicyWarning
from jingwei.domains.clocks.rules import warnings
from jingwei.domains.clocks.rules.warnings import DEFAULT_POLICY
from jingwei.foundation.memory.services import Kept
from jingwei.kernel.clock import local


def policy_at(moment: datetime) -> ClockPolicy:
    """What is in force at a moment; the house's own where the city has entered nothing yet."""
    return policy_on(local(moment).date())


def policy_on(day: date) -> ClockPolicy:
    """What is in force on a day."""
    found = [one for one in policies() if one.from_on <= day]
    return found[-1] if found else DEFAULT_POLICY


def limits_for(item_code: str, *, is_urgent: bool, at: datetime) -> LimitLine:
    """The limits of the three clocks for a matter that came in at a moment."""
    return warnings.limit_line(policy_at(at), item_code, is_urgent=is_urgent)


def policies() -> tuple[ClockPolicy, ...]:
    """Every version, the earliest first."""
    return POLICIES.get()


def _read(row: Policy) -> ClockPolicy:
    limits = PolicyLimit.objects.filter(policy=row).order_by("item_prefix", "is_urgent")
    lines = PolicyWarning.objects.filter(policy=row).order_by("percent")
    return ClockPolicy(
        from_on=row.from_on,
        limits=tuple(
            LimitLine(one.item_prefix, one.is_urgent, one.first_limit, one.progress_limit, one.solution_limit)
            for one in limits
        ),
        warnings=tuple(
            WarningLine(WarningColour(one.colour), one.percent, Answerer(one.answered_by)) for one in lines
        ),
        quiet_from_minute=row.quiet_from_minute,
        quiet_until_minute=row.quiet_until_minute,
        extension_times=row.extension_times,
        extension_limit=row.extension_limit,
    )


POLICIES: Kept[tuple[ClockPolicy, ...]] = Kept(
    "clocks.policy", lambda: tuple(_read(row) for row in Policy.objects.order_by("from_on"))
)
"""Whoever enters a version forgets it."""
