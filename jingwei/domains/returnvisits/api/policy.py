"""Who is visited, as dated data, over HTTP."""

from django.http import HttpRequest

from jingwei.domains.returnvisits import services
from jingwei.domains.returnvisits.api import schemas as io
from jingwei.domains.returnvisits.api.routes import router
from jingwei.domains.returnvisits.contracts import PolicyLine, VisitPolicy
from jingwei.domains.returnvisits.queries.policy import present_and_coming
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


@operation(
    router,
    "GET",
    "/policies",
    "listVisitPolicies",
    P.READ_ITEMS,
    response=list[io.VisitPolicyOut],
    is_public=True,
)
def list_visit_policies(request: HttpRequest) -> list[VisitPolicy]:
    """现行的回访规则，之后是已录入、还没有生效的。"""
    return present_and_coming(at=now())


@operation(
    router, "PUT", "/policies", "enterVisitPolicy", P.MANAGE_CALENDAR, response=list[io.VisitPolicyOut]
)
def enter_visit_policy(request: HttpRequest, body: io.VisitPolicyIn) -> list[VisitPolicy]:
    """录入一版回访规则，自所写日期起对新结案的事件生效。"""
    at = now()
    policy = VisitPolicy(
        from_on=body.from_on,
        limit=body.limit,
        tries=body.tries,
        sends_link=body.sends_link,
        link_days=body.link_days,
        lines=tuple(PolicyLine(one.item_prefix, one.area_code, one.share) for one in body.lines),
    )
    services.enter_policy(actor(request), policy, at=at)
    return present_and_coming(at=at)
