"""Calls of one's own centre, and who is calling."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.hotline.api import schemas as io
from jingwei.domains.hotline.api.routes import router
from jingwei.domains.hotline.api.shaping import call_backs_out, calls_out, matter_out
from jingwei.domains.hotline.queries import calls as queries
from jingwei.domains.hotline.services import callers, calls
from jingwei.foundation.access.contracts import Permission, ProofNeeded
from jingwei.foundation.edge import actor, operation
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.clock import now

P = Permission


class CallsIn(Schema):
    view: queries.CallView = queries.CallView.ALL
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=100)] = queries.PAGE


@operation(router, "GET", "/present-call", "getPresentCall", P.TAKE_CALL, response=io.PresentCallOut)
def get_present_call(request: HttpRequest) -> io.PresentCallOut:
    """The call that rings or is spoken at one's own seat now."""
    call = queries.present_call(actor(request), at=now())
    return io.PresentCallOut(call=calls_out(actor(request), [call])[0] if call else None)


@operation(router, "GET", "/calls", "listCalls", P.TAKE_CALL, response=io.CallPageOut)
def list_calls(request: HttpRequest, wanted: Query[CallsIn]) -> io.CallPageOut:
    """The centre's calls, newest first, by keyset."""
    page = queries.list_calls(actor(request), wanted.view, cursor=wanted.cursor, size=wanted.size)
    return io.CallPageOut(rows=calls_out(actor(request), page.rows), next_cursor=page.next_cursor)


@operation(router, "GET", "/calls/{call_id}", "getCall", P.TAKE_CALL, response=io.CallOut, sees="call")
def get_call(request: HttpRequest, call_id: UUID) -> io.CallOut:
    """One call with the matters it was about."""
    return calls_out(actor(request), [queries.call_for(actor(request), call_id)])[0]


@operation(
    router, "POST", "/calls/{call_id}/matters", "linkCall", P.TAKE_CALL, response=io.CallOut, sees="call"
)
def link_call(request: HttpRequest, call_id: UUID, body: io.LinkIn) -> io.CallOut:
    """Note that a call was about a matter that is already there."""
    calls.link_call(actor(request), call_id, body.incident_id, at=now())
    return calls_out(actor(request), [queries.call_for(actor(request), call_id)])[0]


@operation(
    router,
    "POST",
    "/calls/{call_id}/number",
    "revealCallNumber",
    P.REVEAL_PERSONAL,
    response=io.NumberOut,
    sees="call",
    proof=ProofNeeded.ONCE,
)
def reveal_number(request: HttpRequest, call_id: UUID, body: io.LookIn) -> io.NumberOut:
    """The caller's number; the look is recorded with its purpose."""
    phone = calls.reveal_number(
        actor(request), call_id, purpose=Purpose(body.purpose), remark=body.remark, at=now()
    )
    return io.NumberOut(phone=phone)


@operation(
    router,
    "POST",
    "/calls/{call_id}/recording",
    "openRecording",
    P.TAKE_CALL,
    response=io.RecordingOut,
    sees="call",
)
def open_recording(request: HttpRequest, call_id: UUID, body: io.LookIn) -> io.RecordingOut:
    """Where the recording is opened at the exchange; who opened it, and why, is recorded."""
    url = calls.open_recording(actor(request), call_id, purpose=Purpose(body.purpose), at=now())
    return io.RecordingOut(url=url)


@operation(router, "POST", "/callers", "findCallerMatters", P.TAKE_CALL, response=io.KnownCallerOut)
def find_caller_matters(request: HttpRequest, body: io.CallerIn) -> io.KnownCallerOut:
    """The caller's open matters and those closed within 90 days, by number; the reporter sees that one looked."""
    at = now()
    known = callers.look_up_caller(
        actor(request), call_id=body.call_id, phone=body.phone, purpose=Purpose(body.purpose), at=at
    )
    return io.KnownCallerOut(
        matters=[matter_out(one) for one in known.matters],
        call_backs=call_backs_out(actor(request), known.call_backs, at=at),
    )
