"""The policy of return visits in force on a day."""

from datetime import datetime

from jingwei.domains.returnvisits.contracts import PolicyLine, VisitPolicy
from jingwei.domains.returnvisits.models import Policy
from jingwei.domains.returnvisits.rules.policy import policy_on
from jingwei.kernel.clock import local


def policies() -> list[VisitPolicy]:
    """Every version, the earliest first. There are few, and one small read for each closing."""
    return [_read(row) for row in Policy.objects.order_by("from_on")]


def policy_at(moment: datetime) -> VisitPolicy:
    """What is in force at a moment; the house's own where nothing was entered."""
    return policy_on(policies(), local(moment).date())


def present_and_coming(*, at: datetime) -> list[VisitPolicy]:
    """The version in force, then those to come."""
    today = local(at).date()
    return [policy_at(at), *(one for one in policies() if one.from_on > today)]


def _read(row: Policy) -> VisitPolicy:
    return VisitPolicy(
        from_on=row.from_on,
        limit=row.limit,
        tries=row.tries,
        sends_link=row.sends_link,
        link_days=row.link_days,
        lines=tuple(PolicyLine(one["item"], one["area"], one["share"]) for one in row.lines),
    )
