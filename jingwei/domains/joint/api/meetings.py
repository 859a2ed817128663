"""Joint meetings 联席会议 over HTTP."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.joint import queries, services
from jingwei.domains.joint.api import schemas as io
from jingwei.domains.joint.api.routes import router
from jingwei.domains.joint.api.shaping import meetings_out
from jingwei.domains.joint.contracts import MeetingState
from jingwei.domains.joint.models import Meeting
from jingwei.domains.joint.queries.whistles import PAGE
from jingwei.domains.joint.rules.meeting import Attendance, NewDecision
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now

P = Permission


class MeetingsIn(Schema):
    """Which meetings to list."""

    state: MeetingState | None = None
    incident_id: UUID | None = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=100)] = PAGE


@operation(router, "GET", "/meetings", "listMeetings", P.READ_JOINT, response=io.MeetingPageOut)
def list_meetings(request: HttpRequest, wanted: Query[MeetingsIn]) -> io.MeetingPageOut:
    """Meetings of one's area, and those that one's unit called or was asked to; the latest first."""
    page = queries.list_meetings(actor(request), **wanted.dict())
    return io.MeetingPageOut(
        rows=meetings_out(actor(request), page.rows, at=now()), next_cursor=page.next_cursor
    )


@operation(router, "POST", "/meetings", "callMeeting", P.CALL_JOINT, response={201: io.MeetingOut})
def call_meeting(request: HttpRequest, body: io.MeetingIn) -> io.MeetingOut:
    """Call a joint meeting with agenda and participants."""
    new = services.NewMeeting(
        title=body.title,
        agenda=body.agenda,
        place=body.place,
        starts_at=body.starts_at,
        unit_ids=body.unit_ids,
        incident_id=body.incident_id,
        file_ids=body.file_ids,
    )
    return _out(request, services.call_meeting(actor(request), new, at=now()))


@operation(
    router,
    "GET",
    "/meetings/{meeting_id}",
    "getMeeting",
    P.READ_JOINT,
    response=io.MeetingOut,
    sees="meeting",
)
def get_meeting(request: HttpRequest, meeting_id: UUID) -> io.MeetingOut:
    """One meeting with its minutes and what became of its decisions."""
    return _out(request, queries.meeting_for(actor(request), meeting_id))


@operation(
    router,
    "POST",
    "/meetings/{meeting_id}/cancel",
    "cancelMeeting",
    P.CALL_JOINT,
    response=io.MeetingOut,
    sees="meeting",
)
def cancel_meeting(request: HttpRequest, meeting_id: UUID, body: io.CancelMeetingIn) -> io.MeetingOut:
    """Cancel a meeting that was not held, with the reason."""
    return _out(request, services.cancel_meeting(actor(request), meeting_id, remark=body.remark, at=now()))


@operation(
    router,
    "POST",
    "/meetings/{meeting_id}/minutes",
    "recordMinutes",
    P.CALL_JOINT,
    response=io.MeetingOut,
    sees="meeting",
)
def record_minutes(request: HttpRequest, meeting_id: UUID, body: io.MinutesIn) -> io.MeetingOut:
    """Write the minutes down, once; decisions become tasks, assists or matters."""
    written = services.Minutes(
        chaired_by=body.chaired_by,
        minutes=body.minutes,
        attendance=[Attendance(one.unit_id, one.names) for one in body.attendance],
        decisions=[NewDecision(one.kind, one.words, one.unit_id, one.limit) for one in body.decisions],
        file_ids=body.file_ids,
    )
    return _out(request, services.record_minutes(actor(request), meeting_id, written, at=now()))


@operation(
    router,
    "POST",
    "/meetings/{meeting_id}/decisions/{number}/finish",
    "finishDecision",
    P.JOIN_JOINT,
    response=io.MeetingOut,
    sees="meeting",
)
def finish_decision(
    request: HttpRequest, meeting_id: UUID, number: int, body: io.FinishDecisionIn
) -> io.MeetingOut:
    """Say what was done about a decision, for the unit that owes it or the centre that called."""
    services.finish_decision(actor(request), meeting_id, number=number, result=body.result, at=now())
    return _out(request, queries.meeting_for(actor(request), meeting_id))


def _out(request: HttpRequest, row: Meeting) -> io.MeetingOut:
    return meetings_out(actor(request), [row], at=now())[0]
