"""The list of return visits, calls, and the three rates over HTTP."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.returnvisits import services
from jingwei.domains.returnvisits.api import schemas as io
from jingwei.domains.returnvisits.api.routes import router
from jingwei.domains.returnvisits.api.shaping import rates_out, visits_out
from jingwei.domains.returnvisits.contracts import VisitState
from jingwei.domains.returnvisits.queries.rates import visit_rates
from jingwei.domains.returnvisits.queries.visits import (
    COUNT_CAP,
    VisitFilter,
    count_visits,
    list_visits,
    visits_of,
)
from jingwei.domains.returnvisits.rules.answering import VisitAnswer
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


@operation(router, "GET", "", "listVisits", P.READ_VISITS, response=io.VisitPageOut)
def list_return_visits(request: HttpRequest, wanted: Query[io.VisitsIn]) -> io.VisitPageOut:
    """Return visits 回访 within one's sight: what waits by its deadline, everything else by the day of closing."""
    who = actor(request)
    narrowed = VisitFilter(**wanted.dict(exclude={"cursor", "size"}))
    page = list_visits(who, narrowed, cursor=wanted.cursor, size=wanted.size)
    rows, total = page.rows, None
    if not wanted.cursor:
        total = count_visits(who, narrowed)
        if wanted.incident_id is not None and wanted.state is None:
            wished = visits_of(who, wanted.incident_id)
            rows = [*(one for one in wished if one.state == VisitState.WISHED.value), *rows]
    return io.VisitPageOut(
        rows=visits_out(who, rows),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= COUNT_CAP,
    )


@operation(
    router,
    "POST",
    "/{visit_id}/record",
    "recordVisit",
    P.MAKE_VISITS,
    response=io.VisitOut,
    sees="return_visit",
)
def record_visit(request: HttpRequest, visit_id: UUID, body: io.RecordVisitIn) -> io.VisitOut:
    """Write a call down: reached? solved? satisfied? “Not solved” reopens the matter."""
    answer = VisitAnswer(body.is_contacted, body.is_solved, body.stars, body.remark)
    row = services.record_visit(actor(request), visit_id, answer, at=now())
    return visits_out(actor(request), [row])[0]


@operation(
    router,
    "POST",
    "/matters/{incident_id}",
    "askVisit",
    P.MAKE_VISITS,
    response=io.VisitOut,
    sees="incident",
)
def ask_visit(request: HttpRequest, incident_id: UUID, body: io.AskVisitIn) -> io.VisitOut:
    """Have whoever reported a matter visited: now if it is closed, else when it will be."""
    row = services.ask_visit(actor(request), incident_id, reason=body.reason, at=now())
    return visits_out(actor(request), [row])[0]


@operation(router, "GET", "/rates", "getVisitRates", P.READ_VISITS, response=io.VisitRatesOut)
def get_visit_rates(request: HttpRequest, wanted: Query[io.VisitRatesIn]) -> io.VisitRatesOut:
    """The three rates 三率 of matters closed within some days: reached, solved, satisfied; by area and by unit."""
    found = visit_rates(
        actor(request),
        area_code=wanted.area_code,
        unit_id=wanted.handler_unit_id,
        from_on=wanted.from_on,
        until_on=wanted.until_on,
    )
    return io.VisitRatesOut(
        total=rates_out(found.total),
        areas=[
            io.AreaRatesOut(area_code=one.area_code, area_name=one.area_name, rates=rates_out(one.rates))
            for one in found.areas
        ],
        units=[
            io.UnitRatesOut(unit_id=one.unit_id, unit_name=one.unit_name, rates=rates_out(one.rates))
            for one in found.units
        ],
        checked=found.checked,
        differing=found.differing,
    )
