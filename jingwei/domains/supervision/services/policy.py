"""Entering the policy of supervision: a version for a day, replacing the one entered for the same day before."""

from dataclasses import asdict
from datetime import datetime

from jingwei.domains.supervision.contracts import Policy
from jingwei.domains.supervision.models import PolicyVersion
from jingwei.domains.supervision.rules.ladder import refuse_faulty_policy
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.clock import local


def enter_policy(actor: Actor, policy: Policy, *, at: datetime) -> None:
    """Enter a version in force from its day on, today at the earliest.

    Raises: SupervisionPolicyRefused, BadLimit; NotFound for administrators of a part of the city.
    """
    refuse_faulty_policy(policy, today=local(at).date())
    with work(actor, Permission.MANAGE_CALENDAR) as job:
        rungs = [asdict(one) | {"kind": one.kind.value} for one in policy.rungs]
        job.alone_with("supervision.policy")
        job.record_in_city(f"supervision.policy:{policy.from_on.isoformat()}", rungs=rungs)
        PolicyVersion.objects.update_or_create(
            from_on=policy.from_on,
            defaults={
                "rungs": rungs,
                "note_limit": policy.note_limit,
                "plan_limit": policy.plan_limit,
                "recheck_limit": policy.recheck_limit,
                "repeated_times": policy.repeated_times,
                "bad_stars": policy.bad_stars,
                "entered_at": at,
            },
        )
