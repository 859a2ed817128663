"""The course: every verb of the loop is one operation, answered by the incident as it stands afterwards."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.reporting import wgs84
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.shaping import incident_out
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.services.dispatching import dispatch_with_assists
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import operation
from jingwei.kernel.clock import now

P = Permission


def verb(
    path: str, operation_id: str, permission: Permission
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """One verb on one incident."""
    return operation(
        router,
        "POST",
        f"/incidents/{{incident_id}}/{path}",
        operation_id,
        permission,
        response=io.IncidentOut,
        sees="incident",
    )


def shown(request: HttpRequest, incident: Incident) -> io.IncidentOut:
    """The incident as it stands now, for whoever asked."""
    return incident_out(request.auth, incident, at=now())  # type: ignore[attr-defined]


def proofs_of(body: io.ProofStepIn | io.NoteIn) -> list[services.Proof]:
    return [services.Proof(file_id=one.file_id, kind=one.kind) for one in body.proofs]


@verb("accept", "acceptIncident", P.ACCEPT_INCIDENT)
def accept_incident(request: HttpRequest, incident_id: UUID, body: io.AcceptIn) -> io.IncidentOut:
    """Accept 受理 under an item."""
    incident = services.accept_incident(
        request.auth,
        incident_id,
        item_code=body.item_code,
        remark=body.remark,
        version=body.version,
        at=now(),
    )
    return shown(request, incident)


@verb("correct", "correctIncident", P.CORRECT_INCIDENT)
def correct_incident(request: HttpRequest, incident_id: UUID, body: io.CorrectIn) -> io.IncidentOut:
    """Correct 更正 item or place; the clock goes on."""
    correction = services.Correction(
        item_code=body.item_code or None, position=wgs84(body.position), address=body.address
    )
    incident = services.correct_incident(
        request.auth, incident_id, correction, remark=body.remark, version=body.version, at=now()
    )
    return shown(request, incident)


@verb("dispatch", "dispatchIncident", P.DISPATCH_INCIDENT)
def dispatch_incident(request: HttpRequest, incident_id: UUID, body: io.DispatchIn) -> io.IncidentOut:
    """Dispatch 派遣 to a unit that serves the place, and ask others to assist it 协办 in the same go."""
    incident = dispatch_with_assists(
        request.auth,  # type: ignore[attr-defined]
        incident_id,
        unit_id=body.unit_id,
        assist_ids=body.assist_ids,
        handle_limit=body.handle_limit,
        remark=body.remark,
        version=body.version,
        at=now(),
    )
    return shown(request, incident)


@verb("take", "takeTask", P.TAKE_TASK)
def take_task(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Take 接收 the task."""
    return shown(request, services.take_task(request.auth, incident_id, version=body.version, at=now()))


@verb("assign", "assignTask", P.ASSIGN_TASK)
def assign_task(request: HttpRequest, incident_id: UUID, body: io.AssignIn) -> io.IncidentOut:
    """Assign 指派 to a post of one's unit."""
    incident = services.assign_task(
        request.auth, incident_id, post_id=body.post_id, remark=body.remark, version=body.version, at=now()
    )
    return shown(request, incident)


@verb("ask-extension", "askExtension", P.ASK_EXTENSION)
def ask_extension(request: HttpRequest, incident_id: UUID, body: io.ExtensionIn) -> io.IncidentOut:
    """Ask for time 申请延期."""
    incident = services.ask_extension(
        request.auth, incident_id, limit=body.limit, remark=body.remark, version=body.version, at=now()
    )
    return shown(request, incident)


@verb("suspend", "suspendIncident", P.SUSPEND_INCIDENT)
def suspend_incident(request: HttpRequest, incident_id: UUID, body: io.SuspendIn) -> io.IncidentOut:
    """Suspend 挂起 until a day; the clock stops."""
    incident = services.suspend_incident(
        request.auth, incident_id, until=body.until, remark=body.remark, version=body.version, at=now()
    )
    return shown(request, incident)


@verb("note", "noteIncident", P.NOTE_INCIDENT)
def note_incident(request: HttpRequest, incident_id: UUID, body: io.NoteIn) -> io.IncidentOut:
    """Leave a note 备注, internal unless said otherwise."""
    incident = services.note_incident(
        request.auth,
        incident_id,
        remark=body.remark,
        is_internal=body.is_internal,
        proofs=proofs_of(body),
        note_id=body.id,
        at=now(),
    )
    return shown(request, incident)


def _with_remark(service: Callable[..., Incident]) -> Callable[..., io.IncidentOut]:
    def handler(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
        incident = service(request.auth, incident_id, remark=body.remark, version=body.version, at=now())  # type: ignore[attr-defined]
        return shown(request, incident)

    return _named_after(service, handler)


def _with_proof(service: Callable[..., Incident]) -> Callable[..., io.IncidentOut]:
    def handler(request: HttpRequest, incident_id: UUID, body: io.ProofStepIn) -> io.IncidentOut:
        incident = service(
            request.auth,  # type: ignore[attr-defined]
            incident_id,
            remark=body.remark,
            proofs=proofs_of(body),
            version=body.version,
            at=now(),
        )
        return shown(request, incident)

    return _named_after(service, handler)


def _named_after(
    service: Callable[..., Incident], handler: Callable[..., io.IncidentOut]
) -> Callable[..., Any]:
    handler.__name__, handler.__doc__ = service.__name__, service.__doc__
    return handler


REMARKED = (
    ("escalate", "escalateIncident", P.ESCALATE_INCIDENT, services.escalate_incident),
    ("take-up", "takeUpIncident", P.ESCALATE_INCIDENT, services.take_up_incident),
    ("recall", "recallIncident", P.DISPATCH_INCIDENT, services.recall_incident),
    ("return", "returnTask", P.RETURN_TASK, services.return_task),
    ("grant-extension", "grantExtension", P.DECIDE_EXTENSION, services.grant_extension),
    ("refuse-extension", "refuseExtension", P.DECIDE_EXTENSION, services.refuse_extension),
    ("resume", "resumeIncident", P.SUSPEND_INCIDENT, services.resume_incident),
    ("close", "closeIncident", P.CLOSE_INCIDENT, services.close_incident),
    ("reopen", "reopenIncident", P.REOPEN_INCIDENT, services.reopen_incident),
    ("ask-reporter", "askReporter", P.ASK_REPORTER, services.ask_reporter),
    ("urge", "urgeIncident", P.URGE_INCIDENT, services.urge_incident),
    ("instruct", "instructIncident", P.INSTRUCT_INCIDENT, services.instruct_incident),
    ("void", "voidIncident", P.VOID_INCIDENT, services.void_incident),
)
"""Verbs that take nothing but a remark."""

PROVED = (
    ("handle", "handleTask", P.HANDLE_TASK, services.handle_task),
    ("pass-check", "passCheck", P.VERIFY_INCIDENT, services.pass_check),
    ("fail-check", "failCheck", P.VERIFY_INCIDENT, services.fail_check),
)
"""Verbs that take a remark and proof."""

for path, operation_id, permission, service in REMARKED:
    verb(path, operation_id, permission)(_with_remark(service))
for path, operation_id, permission, service in PROVED:
    verb(path, operation_id, permission)(_with_proof(service))
