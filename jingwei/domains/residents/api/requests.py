"""Requests over HTTP: to have somebody moved in, and the decision of those who keep the record."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.residents.api import schemas as io
from jingwei.domains.residents.api.people import home_of
from jingwei.domains.residents.api.routes import router
from jingwei.domains.residents.api.shaping import requests_out
from jingwei.domains.residents.queries.asked import requests_for
from jingwei.domains.residents.services import asking
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now

P = Permission


@edge.operation(
    router,
    "GET",
    "/requests",
    "listResidentRequests",
    P.VIEW_RESIDENTS,
    response=list[io.ResidentRequestOut],
)
def list_requests(request: HttpRequest, wanted: Query[io.ResidentRequestsIn]) -> list[io.ResidentRequestOut]:
    """What one's area is asked about its records, or what one's post has asked of others."""
    actor = edge.actor(request)
    return requests_out(actor, requests_for(actor, is_mine=wanted.is_mine, is_open=wanted.is_open))


@edge.operation(
    router,
    "POST",
    "/requests",
    "requestMoveIn",
    P.MANAGE_RESIDENTS,
    response={201: io.ResidentRequestOut},
    opens_eyes=False,
)
def request_move_in(request: HttpRequest, body: io.RequestMoveInIn) -> io.ResidentRequestOut:
    """Ask those who keep somebody's record to hand it over, because they live here now."""
    actor, at = edge.actor(request), now()
    row = asking.request_move_in(
        actor, body.identity, home_of(body.home), words=body.words, request_id=body.id, at=at
    )
    with eyes(actor):
        return requests_out(actor, [row])[0]


@edge.operation(
    router,
    "POST",
    "/requests/{request_id}/decision",
    "decideResidentRequest",
    P.MANAGE_RESIDENTS,
    response=io.ResidentRequestOut,
    sees="resident_request",
)
def decide_request(
    request: HttpRequest, request_id: UUID, body: io.DecideResidentRequestIn
) -> io.ResidentRequestOut:
    """Agree, which hands the record over, or decline with a reason."""
    actor = edge.actor(request)
    decision = asking.Decision(is_accepted=body.is_accepted, reason=body.reason)
    row = asking.decide_request(actor, request_id, decision, at=now())
    return requests_out(actor, [row])[0]
