"""Where the exchange tells of calls."""

from typing import Annotated
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Router, Schema

from jingwei.domains.hotline.contracts import Direction
from jingwei.domains.hotline.services.calls import take_event
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.integrations.telephony.client import HEADER, require_signature
from jingwei.integrations.telephony.mapping import Told, event_of
from jingwei.kernel.clock import now

router = Router(tags=["telephony"])

EXCHANGE = system_actor("电话交换机")
Mark = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[\x21-\x7e]+$")]


class CallEventIn(edge.Input):
    """One thing that happened to a call. ``event_id`` is new for each event, ``call_id`` the same for a whole call."""

    event_id: Mark
    call_id: Mark
    event: Told
    at: edge.Moment
    direction: Direction = Direction.INBOUND
    caller: Annotated[str, Field(max_length=40)] = ""
    called: Annotated[str, Field(max_length=40)] = ""
    extension: Annotated[str, Field(max_length=20)] = ""
    recording: Annotated[str, Field(max_length=200)] = ""


class CallTakenOut(Schema):
    """Our number of the call; the same for every event of it."""

    call: UUID


def exchange(request: HttpRequest) -> Actor | None:
    """The exchange, by its signature; anybody else is asked who they are, and lacks the permission.

    Raises: ExchangeUnsigned.
    """
    written = request.headers.get(HEADER, "")
    if not written:
        return edge.actor_of(request)
    require_signature(settings.TELEPHONY_KEY, request.body, written, at=now())
    return EXCHANGE


@edge.operation(
    router,
    "POST",
    "/events",
    "reportCallEvent",
    Permission.TELL_OF_CALLS,
    response=CallTakenOut,
    who=exchange,
)
def report_call_event(request: HttpRequest, body: CallEventIn) -> CallTakenOut:
    """The exchange tells of ringing, answering, hanging up or a finished recording; twice is as good as once."""
    event = event_of(
        event_id=body.event_id,
        call_id=body.call_id,
        told=body.event,
        at=body.at,
        direction=body.direction,
        caller=body.caller,
        called=body.called,
        extension=body.extension,
        recording=body.recording,
    )
    return CallTakenOut(call=take_event(edge.actor(request), event, at=now()))
