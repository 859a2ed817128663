"""Promises to call back."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.hotline.api import schemas as io
from jingwei.domains.hotline.api.routes import router
from jingwei.domains.hotline.api.shaping import call_backs_out
from jingwei.domains.hotline.models import CallBack
from jingwei.domains.hotline.queries import callbacks as queries
from jingwei.domains.hotline.services import callbacks
from jingwei.foundation.access.contracts import Permission, ProofNeeded
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


class CallBacksIn(Schema):
    view: queries.CallBackView = queries.CallBackView.OPEN
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=100)] = queries.PAGE


@operation(router, "GET", "/call-backs", "listCallBacks", P.TAKE_CALL, response=io.CallBackPageOut)
def list_call_backs(request: HttpRequest, wanted: Query[CallBacksIn]) -> io.CallBackPageOut:
    """The centre's promises: open ones by when they are due, done ones latest first."""
    at = now()
    page = queries.list_call_backs(actor(request), wanted.view, at=at, cursor=wanted.cursor, size=wanted.size)
    return io.CallBackPageOut(
        rows=call_backs_out(actor(request), page.rows, at=at), next_cursor=page.next_cursor
    )


@operation(router, "POST", "/call-backs", "createCallBack", P.TAKE_CALL, response={201: io.CallBackOut})
def create_call_back(request: HttpRequest, body: io.CallBackIn) -> io.CallBackOut:
    """Promise to call somebody back."""
    made = callbacks.create_call_back(
        actor(request),
        why=body.why,
        due_at=body.due_at,
        phone=body.phone,
        call_id=body.call_id,
        incident_id=body.incident_id,
        at=now(),
    )
    return _out(request, made)


@operation(
    router,
    "GET",
    "/call-backs/{call_back_id}/attempts",
    "listCallBackAttempts",
    P.TAKE_CALL,
    response=list[io.AttemptOut],
    sees="call_back",
)
def list_attempts(request: HttpRequest, call_back_id: UUID) -> list[io.AttemptOut]:
    """Every attempt so far."""
    queries.call_back_for(actor(request), call_back_id)
    return [
        io.AttemptOut(at=one.at, by_name=one.by_name, reached=one.reached, remark=one.remark)
        for one in queries.attempts_of(call_back_id)
    ]


@operation(
    router,
    "POST",
    "/call-backs/{call_back_id}/take",
    "takeCallBack",
    P.TAKE_CALL,
    response=io.CallBackOut,
    sees="call_back",
)
def take_call_back(request: HttpRequest, call_back_id: UUID) -> io.CallBackOut:
    """Take a promise in hand, so that two do not ring at once."""
    return _out(request, callbacks.take_call_back(actor(request), call_back_id, at=now()))


@operation(
    router,
    "POST",
    "/call-backs/{call_back_id}/release",
    "releaseCallBack",
    P.TAKE_CALL,
    response=io.CallBackOut,
    sees="call_back",
)
def release_call_back(request: HttpRequest, call_back_id: UUID) -> io.CallBackOut:
    """Put it back for a colleague."""
    return _out(request, callbacks.release_call_back(actor(request), call_back_id))


@operation(
    router,
    "POST",
    "/call-backs/{call_back_id}/number",
    "revealCallBackNumber",
    P.REVEAL_PERSONAL,
    response=io.NumberOut,
    sees="call_back",
    proof=ProofNeeded.ONCE,
)
def reveal_number(request: HttpRequest, call_back_id: UUID) -> io.NumberOut:
    """The number to dial, for whoever has the promise in hand; the look is recorded."""
    phone = callbacks.reveal_call_back_number(actor(request), call_back_id, at=now())
    return io.NumberOut(phone=phone)


@operation(
    router,
    "POST",
    "/call-backs/{call_back_id}/attempts",
    "noteCallBackAttempt",
    P.TAKE_CALL,
    response=io.CallBackOut,
    sees="call_back",
)
def note_attempt(request: HttpRequest, call_back_id: UUID, body: io.AttemptIn) -> io.CallBackOut:
    """Enter how it went: spoken ends it; without an answer it is due again, three times at most."""
    row = callbacks.note_attempt(
        actor(request),
        call_back_id,
        reached=body.reached,
        remark=body.remark,
        later_at=body.later_at,
        at=now(),
    )
    return _out(request, row)


@operation(
    router,
    "POST",
    "/call-backs/{call_back_id}/delay",
    "delayCallBack",
    P.TAKE_CALL,
    response=io.CallBackOut,
    sees="call_back",
)
def delay_call_back(request: HttpRequest, call_back_id: UUID, body: io.DelayIn) -> io.CallBackOut:
    """Another time, as the person wished."""
    return _out(
        request, callbacks.delay_call_back(actor(request), call_back_id, later_at=body.later_at, at=now())
    )


def _out(request: HttpRequest, row: CallBack) -> io.CallBackOut:
    return call_backs_out(actor(request), [row], at=now())[0]
