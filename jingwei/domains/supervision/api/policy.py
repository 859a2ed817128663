"""The policy of supervision."""

from datetime import date

from django.http import HttpRequest

from jingwei.domains.supervision.api import schemas as io
from jingwei.domains.supervision.api.routes import router
from jingwei.domains.supervision.contracts import Policy, Rung
from jingwei.domains.supervision.queries.policy import present_and_coming
from jingwei.domains.supervision.services.policy import enter_policy
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now


@operation(
    router,
    "GET",
    "/policies",
    "listSupervisionPolicies",
    Permission.READ_ITEMS,
    response=list[io.SupervisionPolicyOut],
)
def list_supervision_policies(request: HttpRequest) -> list[io.SupervisionPolicyOut]:
    """The policy in force, then those entered for days to come."""
    return [_out(one) for one in present_and_coming(now())]


@operation(
    router,
    "PUT",
    "/policies",
    "enterSupervisionPolicy",
    Permission.MANAGE_CALENDAR,
    response=list[io.SupervisionPolicyOut],
)
def enter_supervision_policy(
    request: HttpRequest, body: io.SupervisionPolicyIn
) -> list[io.SupervisionPolicyOut]:
    """Enter a version, in force from its day on; cards that were raised before stay as they are."""
    policy = Policy(
        from_on=body.from_on,
        rungs=tuple(Rung(**one.dict()) for one in body.rungs),
        note_limit=body.note_limit,
        plan_limit=body.plan_limit,
        recheck_limit=body.recheck_limit,
        repeated_times=body.repeated_times,
        bad_stars=body.bad_stars,
    )
    enter_policy(actor(request), policy, at=now())
    return [_out(one) for one in present_and_coming(now())]


def _out(policy: Policy) -> io.SupervisionPolicyOut:
    return io.SupervisionPolicyOut(
        from_on=None if policy.from_on == date.min else policy.from_on,
        rungs=[io.CardRungOut.model_validate(one, from_attributes=True) for one in policy.rungs],
        note_limit=policy.note_limit,
        plan_limit=policy.plan_limit,
        recheck_limit=policy.recheck_limit,
        repeated_times=policy.repeated_times,
        bad_stars=policy.bad_stars,
    )
