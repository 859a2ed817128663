"""The policy of supervision in force on a day."""

from datetime import date, datetime

from jingwei.domains.supervision.contracts import CardKind, Policy, Rung
from jingwei.domains.supervision.models import PolicyVersion
from jingwei.domains.supervision.rules.ladder import DEFAULT_POLICY
from jingwei.kernel.clock import local


def policy_at(moment: datetime) -> Policy:
    """What is in force at a moment; the house's own where the city has entered nothing yet."""
    rows = PolicyVersion.objects.filter(from_on__lte=local(moment).date()).order_by("-from_on")
    row = rows.first()
    return _read(row) if row else DEFAULT_POLICY


def present_and_coming(moment: datetime) -> list[Policy]:
    """What is in force, and what was entered for days to come."""
    today: date = local(moment).date()
    coming = PolicyVersion.objects.filter(from_on__gt=today).order_by("from_on")
    return [policy_at(moment), *(_read(row) for row in coming)]


def _read(row: PolicyVersion) -> Policy:
    return Policy(
        from_on=row.from_on,
        rungs=tuple(
            Rung(
                CardKind(one["kind"]),
                overdue=one["overdue"],
                returned=one["returned"],
                missed=one["missed"],
                answer_limit=one["answer_limit"],
            )
            for one in row.rungs
        ),
        note_limit=row.note_limit,
        plan_limit=row.plan_limit,
        recheck_limit=row.recheck_limit,
        repeated_times=row.repeated_times,
        bad_stars=row.bad_stars,
    )
