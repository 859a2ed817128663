"""Reporting, and the reporter's own way in by tracking code."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Path, Status

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.sending import proved, sender_of
from jingwei.domains.incidents.api.shaping import incident_out, receipt_out
from jingwei.domains.incidents.services.guarding import Answered
from jingwei.domains.incidents.services.subjects import component_named, link_reported
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.edge import operation
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.geo import Position, position

P = Permission


@operation(
    router,
    "POST",
    "/incidents",
    "reportIncident",
    P.REPORT_INCIDENT,
    response={201: io.ReceiptOut},
    is_public=True,
    opens_eyes=False,
)
def report_incident(request: HttpRequest, body: io.ReportIn) -> Status[io.ReceiptOut]:
    """Report 上报. No account is needed; the receipt's tracking code opens the course."""
    at = now()
    sender = sender_of(request, _answered_in(body))
    component = component_named(body.component_code) if body.component_code else None
    receipt = services.report_incident(request.auth, _report(body, at), at=at, sender=sender)
    if component is not None:
        link_reported(receipt.incident_id, component.component_id, at=at)
    return Status(201, receipt_out(receipt))


@operation(
    router,
    "POST",
    "/tips",
    "reportTip",
    P.REPORT_TIP,
    response={201: io.ReceiptOut},
    is_public=True,
    opens_eyes=False,
)
def report_tip(request: HttpRequest, body: io.ReportIn) -> Status[io.ReceiptOut]:
    """A confidential tip 线索: seen only by the receiving post."""
    at = now()
    sender = sender_of(request, _answered_in(body))
    return Status(
        201, receipt_out(services.report_tip(request.auth, _report(body, at), at=at, sender=sender))
    )


@operation(
    router,
    "GET",
    "/track/{code}",
    "trackIncident",
    P.TRACK_INCIDENT,
    response=io.IncidentOut,
    is_public=True,
    opens_eyes=False,
    sees="tracked",
)
def track_incident(request: HttpRequest, code: Path[io.Line]) -> io.IncidentOut:
    """The whole course of one's own report, by tracking code."""
    actor, incident_id = proved(request, code)
    with eyes(actor):
        return incident_out(actor, queries.incident_for(actor, incident_id), at=now())


@operation(
    router,
    "POST",
    "/track/{code}/edit",
    "editTracked",
    P.EDIT_REPORT,
    response=io.IncidentOut,
    is_public=True,
    opens_eyes=False,
    sees="tracked",
)
def edit_tracked(request: HttpRequest, code: Path[io.Line], body: io.EditIn) -> io.IncidentOut:
    """Edit one's report before it is accepted, by tracking code."""
    actor, incident_id = proved(request, code)
    at = now()
    with eyes(actor):
        incident = services.edit_report(
            actor,
            incident_id,
            words=body.words,
            address=body.address,
            file_ids=body.file_ids,
            version=body.version,
            at=at,
        )
        return incident_out(actor, incident, at=at)


@operation(
    router,
    "POST",
    "/track/{code}/rate",
    "rateTracked",
    P.RATE_INCIDENT,
    response=io.IncidentOut,
    is_public=True,
    opens_eyes=False,
    sees="tracked",
)
def rate_tracked(request: HttpRequest, code: Path[io.Line], body: io.RateIn) -> io.IncidentOut:
    """Rate the result, by tracking code."""
    actor, incident_id = proved(request, code)
    at = now()
    with eyes(actor):
        incident = services.rate_incident(actor, incident_id, verdict(body), version=body.version, at=at)
        return incident_out(actor, incident, at=at)


@operation(
    router,
    "POST",
    "/track/{code}/reopen",
    "reopenTracked",
    P.REOPEN_INCIDENT,
    response=io.IncidentOut,
    is_public=True,
    opens_eyes=False,
    sees="tracked",
)
def reopen_tracked(request: HttpRequest, code: Path[io.Line], body: io.StepIn) -> io.IncidentOut:
    """Ask to reopen, by tracking code."""
    actor, incident_id = proved(request, code)
    at = now()
    with eyes(actor):
        incident = services.reopen_incident(
            actor, incident_id, remark=body.remark, version=body.version, at=at
        )
        return incident_out(actor, incident, at=at)


@operation(
    router,
    "POST",
    "/track/{code}/answer",
    "answerTracked",
    P.ANSWER_QUESTION,
    response=io.IncidentOut,
    is_public=True,
    opens_eyes=False,
    sees="tracked",
)
def answer_tracked(request: HttpRequest, code: Path[io.Line], body: io.AnswerIn) -> io.IncidentOut:
    """Answer the question that waits, by tracking code."""
    actor, incident_id = proved(request, code)
    with eyes(actor):
        return _answered(actor, incident_id, body)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/answer",
    "answerQuestion",
    P.ANSWER_QUESTION,
    response=io.IncidentOut,
    sees="incident",
)
def answer_question(request: HttpRequest, incident_id: UUID, body: io.AnswerIn) -> io.IncidentOut:
    """Answer the question that waits on one's report."""
    return _answered(request.auth, incident_id, body)


def _answered(actor: Actor, incident_id: UUID, body: io.AnswerIn) -> io.IncidentOut:
    at = now()
    incident = services.answer_question(
        actor, incident_id, words=body.words, file_ids=body.file_ids, version=body.version, at=at
    )
    return incident_out(actor, incident, at=at)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/edit",
    "editReport",
    P.EDIT_REPORT,
    response=io.IncidentOut,
    sees="incident",
)
def edit_report(request: HttpRequest, incident_id: UUID, body: io.EditIn) -> io.IncidentOut:
    """Edit one's report before it is accepted."""
    at = now()
    incident = services.edit_report(
        request.auth,
        incident_id,
        words=body.words,
        address=body.address,
        file_ids=body.file_ids,
        version=body.version,
        at=at,
    )
    return incident_out(request.auth, incident, at=at)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/rate",
    "rateIncident",
    P.RATE_INCIDENT,
    response=io.IncidentOut,
    sees="incident",
)
def rate_incident(request: HttpRequest, incident_id: UUID, body: io.RateIn) -> io.IncidentOut:
    """Rate the result of one's report."""
    at = now()
    incident = services.rate_incident(request.auth, incident_id, verdict(body), version=body.version, at=at)
    return incident_out(request.auth, incident, at=at)


def _answered_in(body: io.ReportIn) -> Answered | None:
    return Answered(body.challenge.seed, body.challenge.answer) if body.challenge else None


def verdict(body: io.RateIn) -> services.Verdict:
    return services.Verdict(stars=body.stars, is_solved=body.is_solved, remark=body.remark)


def wgs84(given: io.PositionIn | None) -> Position | None:
    """The position converted once, at the edge."""
    if given is None:
        return None
    return position(given.lon, given.lat, datum=given.datum, accuracy_m=given.accuracy_m)


def _report(body: io.ReportIn, at: datetime) -> services.NewReport:
    return services.NewReport(
        incident_id=body.id,
        words=body.words,
        title=body.title,
        position=wgs84(body.position),
        area_code=body.area_code,
        address=body.address,
        item_code=body.item_code,
        identity=body.identity,
        reporter_name=body.reporter_name,
        reporter_phone=body.reporter_phone,
        about_unit_id=body.about_unit_id,
        is_urgent=body.is_urgent,
        file_ids=tuple(dict.fromkeys(body.file_ids)),
        reported_at=body.reported_at or at,
    )
