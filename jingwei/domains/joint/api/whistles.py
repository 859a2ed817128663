"""Whistles 吹哨报到 over HTTP."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.joint import queries, services
from jingwei.domains.joint.api import schemas as io
from jingwei.domains.joint.api.routes import router
from jingwei.domains.joint.api.shaping import whistles_out
from jingwei.domains.joint.models import Whistle
from jingwei.domains.joint.queries.whistles import PAGE
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now
from jingwei.kernel.geo import Position, position

P = Permission


class WhistlesIn(Schema):
    """Which calls to list."""

    is_open: bool | None = None
    awaits_me: bool = False
    incident_id: UUID | None = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=100)] = PAGE


@operation(router, "GET", "/whistles", "listWhistles", P.READ_JOINT, response=io.WhistlePageOut)
def list_whistles(request: HttpRequest, wanted: Query[WhistlesIn]) -> io.WhistlePageOut:
    """Calls to places in one's area, and those that one's unit made or was named in; the latest first."""
    page = queries.list_whistles(actor(request), **wanted.dict())
    return io.WhistlePageOut(
        rows=whistles_out(actor(request), page.rows, at=now()), next_cursor=page.next_cursor
    )


@operation(router, "POST", "/whistles", "callWhistle", P.CALL_JOINT, response={201: io.WhistleOut})
def call_whistle(request: HttpRequest, body: io.WhistleIn) -> io.WhistleOut:
    """Call 吹哨 units to a place and a time."""
    new = services.NewWhistle(
        words=body.words,
        place=body.place,
        position=wgs84(body.position),
        radius_m=body.radius_m,
        meet_at=body.meet_at,
        unit_ids=body.unit_ids,
        incident_id=body.incident_id,
    )
    return _out(request, services.call_whistle(actor(request), new, at=now()))


@operation(
    router,
    "GET",
    "/whistles/{whistle_id}",
    "getWhistle",
    P.READ_JOINT,
    response=io.WhistleOut,
    sees="whistle",
)
def get_whistle(request: HttpRequest, whistle_id: UUID) -> io.WhistleOut:
    """One call with everybody who was called."""
    return _out(request, queries.whistle_for(actor(request), whistle_id))


@operation(
    router,
    "POST",
    "/whistles/{whistle_id}/arrive",
    "arriveAtWhistle",
    P.JOIN_JOINT,
    response=io.WhistleOut,
    sees="whistle",
)
def arrive(request: HttpRequest, whistle_id: UUID, body: io.ArrivalIn) -> io.WhistleOut:
    """Report 报到 at the place; the position is checked against it."""
    row = services.arrive_at_whistle(
        actor(request), whistle_id, wgs84(body.position), remark=body.remark, at=now()
    )
    return _out(request, row)


@operation(
    router,
    "POST",
    "/whistles/{whistle_id}/confirm",
    "confirmArrival",
    P.CALL_JOINT,
    response=io.WhistleOut,
    sees="whistle",
)
def confirm(request: HttpRequest, whistle_id: UUID, body: io.ConfirmArrivalIn) -> io.WhistleOut:
    """Confirm 代为确认 that a unit has come although its phone cannot show it."""
    row = services.confirm_arrival(
        actor(request), whistle_id, unit_id=body.unit_id, remark=body.remark, at=now()
    )
    return _out(request, row)


@operation(
    router,
    "POST",
    "/whistles/{whistle_id}/end",
    "endWhistle",
    P.CALL_JOINT,
    response=io.WhistleOut,
    sees="whistle",
)
def end(request: HttpRequest, whistle_id: UUID, body: io.EndWhistleIn) -> io.WhistleOut:
    """Write down what came of it, or call it off."""
    row = services.end_whistle(actor(request), whistle_id, outcome=body.outcome, result=body.result, at=now())
    return _out(request, row)


def wgs84(given: io.MeetPointIn) -> Position:
    return position(given.lon, given.lat, datum=given.datum, accuracy_m=given.accuracy_m)


def _out(request: HttpRequest, row: Whistle) -> io.WhistleOut:
    return whistles_out(actor(request), [row], at=now())[0]
