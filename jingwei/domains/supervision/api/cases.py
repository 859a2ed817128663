"""Cases of areas 综治督导."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.supervision.api import schemas as io
from jingwei.domains.supervision.api.routes import router
from jingwei.domains.supervision.api.shaping import cases_out
from jingwei.domains.supervision.models import Case
from jingwei.domains.supervision.queries import cases as queries
from jingwei.domains.supervision.services import cases as services
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


@operation(
    router, "GET", "/cases", "listSupervisionCases", P.READ_SUPERVISION, response=io.SupervisionCasePageOut
)
def list_supervision_cases(request: HttpRequest, wanted: Query[io.CasesIn]) -> io.SupervisionCasePageOut:
    """Areas under supervision that one sees or takes part in, the latest first, each with its course."""
    page = queries.list_cases(actor(request), **wanted.dict())
    return io.SupervisionCasePageOut(
        rows=cases_out(actor(request), page.rows, at=now()), next_cursor=page.next_cursor
    )


@operation(
    router,
    "POST",
    "/cases",
    "openSupervisionCase",
    P.SUPERVISE_AREA,
    response={201: io.SupervisionCaseOut},
)
def open_supervision_case(request: HttpRequest, body: io.NewCaseIn) -> io.SupervisionCaseOut:
    """Put an area below one's own under supervision, with what was found."""
    case = services.open_case(
        actor(request), area_code=body.area_code, title=body.title, finding=body.finding, at=now()
    )
    return _out(request, case)


@operation(
    router,
    "POST",
    "/cases/{case_id}/plan",
    "planRectification",
    P.ANSWER_SUPERVISION,
    response=io.SupervisionCaseOut,
    sees="supervision_case",
)
def plan_rectification(request: HttpRequest, case_id: UUID, body: io.CasePlanIn) -> io.SupervisionCaseOut:
    """Send in the plan of rectification with its deadline, for the centre of the area."""
    case = services.plan_case(actor(request), case_id, plan=body.plan, due_at=body.due_at, at=now())
    return _out(request, case)


@operation(
    router,
    "POST",
    "/cases/{case_id}/rectification",
    "reportRectification",
    P.ANSWER_SUPERVISION,
    response=io.SupervisionCaseOut,
    sees="supervision_case",
)
def report_rectification(request: HttpRequest, case_id: UUID, body: io.CaseReportIn) -> io.SupervisionCaseOut:
    """Report the rectification with its proof, for the centre of the area."""
    case = services.report_case(actor(request), case_id, words=body.words, file_ids=body.file_ids, at=now())
    return _out(request, case)


@operation(
    router,
    "POST",
    "/cases/{case_id}/recheck",
    "recheckRectification",
    P.SUPERVISE_AREA,
    response=io.SupervisionCaseOut,
    sees="supervision_case",
)
def recheck_rectification(
    request: HttpRequest, case_id: UUID, body: io.CaseRecheckIn
) -> io.SupervisionCaseOut:
    """Re-check what was reported: closed, or to be gone on with until a new deadline."""
    case = services.recheck_case(
        actor(request),
        case_id,
        words=body.words,
        is_rectified=body.is_rectified,
        due_at=body.due_at,
        at=now(),
    )
    return _out(request, case)


def _out(request: HttpRequest, case: Case) -> io.SupervisionCaseOut:
    return cases_out(actor(request), [case], at=now())[0]
