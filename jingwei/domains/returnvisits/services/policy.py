"""Entering the policy: a version for a day, replacing the one entered for the same day before."""

from datetime import datetime

from jingwei.domains.returnvisits.contracts import VisitPolicy
from jingwei.domains.returnvisits.models import Policy
from jingwei.domains.returnvisits.rules.policy import refuse_faulty_policy
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7


def enter_policy(actor: Actor, policy: VisitPolicy, *, at: datetime) -> None:
    """Enter a version for matters closed from its day on.

    Raises: VisitPolicyRefused, BadLimit; NotFound for administrators of a part of the city.
    """
    refuse_faulty_policy(policy, today=local(at).date())
    lines = [{"item": one.item_prefix, "area": one.area_code, "share": one.share} for one in policy.lines]
    with work(actor, Permission.MANAGE_CALENDAR) as job:
        job.alone_with("returnvisits.policy")
        job.record_in_city(
            f"returnvisits.policy:{policy.from_on.isoformat()}",
            limit=policy.limit,
            tries=policy.tries,
            link=policy.link_days if policy.sends_link else 0,
            lines=lines,
        )
        Policy.objects.update_or_create(
            from_on=policy.from_on,
            defaults={
                "limit": policy.limit,
                "tries": policy.tries,
                "sends_link": policy.sends_link,
                "link_days": policy.link_days,
                "lines": lines,
                "entered_at": at,
                "entered_by_name": actor.name,
            },
            create_defaults={
                "id": uuid7(),
                "from_on": policy.from_on,
                "limit": policy.limit,
                "tries": policy.tries,
                "sends_link": policy.sends_link,
                "link_days": policy.link_days,
                "lines": lines,
                "entered_at": at,
                "entered_by_name": actor.name,
            },
        )
