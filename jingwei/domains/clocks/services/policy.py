"""Entering the clock policy: a version for a day, replacing the one entered for the same day before."""

from datetime import datetime

from jingwei.domains.clocks.contracts import ClockPolicy
from jingwei.domains.clocks.models import Policy, PolicyLimit, PolicyWarning
from jingwei.domains.clocks.queries.policy import POLICIES
from jingwei.domains.clocks.rules.warnings import refuse_faulty_policy
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.clock import local


def enter_policy(actor: Actor, policy: ClockPolicy, *, at: datetime) -> None:
    """Enter a version in force from its day on, today at the earliest; what happened before keeps its limits.

    Raises: PolicyRefused, BadLimit; NotFound for administrators of a part of the city.
    """
    refuse_faulty_policy(policy, today=local(at).date())
    with work(actor, Permission.MANAGE_CALENDAR) as job:
        job.alone_with("clocks.policy")
        job.record_in_city(f"clocks.policy:{policy.from_on.isoformat()}", **_written(policy))
        Policy.objects.filter(from_on=policy.from_on).delete()
        row = Policy(
            from_on=policy.from_on,
            quiet_from_minute=policy.quiet_from_minute,
            quiet_until_minute=policy.quiet_until_minute,
            extension_times=policy.extension_times,
            extension_limit=policy.extension_limit,
            entered_at=at,
        )
        row.save(force_insert=True)
        PolicyLimit.objects.bulk_create(
            PolicyLimit(
                policy=row,
                item_prefix=one.item_prefix,
                is_urgent=one.is_urgent,
                first_limit=one.first_limit,
                progress_limit=one.progress_limit,
                solution_limit=one.solution_limit,
            )
            for one in policy.limits
        )
        PolicyWarning.objects.bulk_create(
            PolicyWarning(
                policy=row, colour=one.colour.value, percent=one.percent, answered_by=one.answered_by.value
            )
            for one in policy.warnings
        )
        POLICIES.forget_when_committed()


def _written(policy: ClockPolicy) -> dict[str, object]:
    return {
        "limits": [
            f"{one.item_prefix or '*'}{'!' if one.is_urgent else ''} "
            f"{one.first_limit}/{one.progress_limit}/{one.solution_limit}"
            for one in policy.limits
        ],
        "warnings": [f"{one.colour.value} {one.percent} {one.answered_by.value}" for one in policy.warnings],
        "quiet": [policy.quiet_from_minute, policy.quiet_until_minute],
        "extension": [policy.extension_times, policy.extension_limit],
    }
