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


def _shown(request: HttpRequest, incident: Incident) -> io.IncidentOut:
    return incident_out(request.auth, incident, at=now())  # type: ignore[attr-defined]


def _proofs(body: io.ProofStepIn | io.NoteIn) -> list[services.Proof]:
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
    return _shown(request, incident)


@verb("correct", "correctIncident", P.CORRECT_INCIDENT)
def correct_incident(request: HttpRequest, incident_id: UUID, body: io.CorrectIn) -> io.IncidentOut:
    """Correct 更正 item or place; the clock goes on."""
    correction = services.Correction(
        item_code=body.item_code or None, position=wgs84(body.position), address=body.address
    )
    incident = services.correct_incident(
        request.auth, incident_id, correction, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("escalate", "escalateIncident", P.ESCALATE_INCIDENT)
def escalate_incident(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Escalate 上报上级 to the centre one level up."""
    incident = services.escalate_incident(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("take-up", "takeUpIncident", P.ESCALATE_INCIDENT)
def take_up_incident(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Take up 提级办理 from a centre below."""
    incident = services.take_up_incident(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("dispatch", "dispatchIncident", P.DISPATCH_INCIDENT)
def dispatch_incident(request: HttpRequest, incident_id: UUID, body: io.DispatchIn) -> io.IncidentOut:
    """Dispatch 派遣 to a unit that serves the place."""
    incident = services.dispatch_incident(
        request.auth,
        incident_id,
        unit_id=body.unit_id,
        handle_limit=body.handle_limit,
        remark=body.remark,
        version=body.version,
        at=now(),
    )
    return _shown(request, incident)


@verb("recall", "recallIncident", P.DISPATCH_INCIDENT)
def recall_incident(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Recall 撤回派遣."""
    incident = services.recall_incident(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("take", "takeTask", P.TAKE_TASK)
def take_task(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Take 接收 the task."""
    return _shown(request, services.take_task(request.auth, incident_id, version=body.version, at=now()))


@verb("return", "returnTask", P.RETURN_TASK)
def return_task(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Return 退回 the task with a reason."""
    incident = services.return_task(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("assign", "assignTask", P.ASSIGN_TASK)
def assign_task(request: HttpRequest, incident_id: UUID, body: io.AssignIn) -> io.IncidentOut:
    """Assign 指派 to a post of one's unit."""
    incident = services.assign_task(
        request.auth, incident_id, post_id=body.post_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("handle", "handleTask", P.HANDLE_TASK)
def handle_task(request: HttpRequest, incident_id: UUID, body: io.ProofStepIn) -> io.IncidentOut:
    """Report handled 处置反馈 with proof."""
    incident = services.handle_task(
        request.auth,
        incident_id,
        remark=body.remark,
        proofs=_proofs(body),
        version=body.version,
        at=now(),
    )
    return _shown(request, incident)


@verb("ask-extension", "askExtension", P.ASK_EXTENSION)
def ask_extension(request: HttpRequest, incident_id: UUID, body: io.ExtensionIn) -> io.IncidentOut:
    """Ask for time 申请延期."""
    incident = services.ask_extension(
        request.auth, incident_id, limit=body.limit, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("grant-extension", "grantExtension", P.DECIDE_EXTENSION)
def grant_extension(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Grant the time asked for 同意延期."""
    incident = services.grant_extension(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("refuse-extension", "refuseExtension", P.DECIDE_EXTENSION)
def refuse_extension(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Refuse the time asked for 不同意延期."""
    incident = services.refuse_extension(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("suspend", "suspendIncident", P.SUSPEND_INCIDENT)
def suspend_incident(request: HttpRequest, incident_id: UUID, body: io.SuspendIn) -> io.IncidentOut:
    """Suspend 挂起 until a day; the clock stops."""
    incident = services.suspend_incident(
        request.auth, incident_id, until=body.until, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("resume", "resumeIncident", P.SUSPEND_INCIDENT)
def resume_incident(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Resume 恢复: the clock goes on with what was left."""
    incident = services.resume_incident(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("pass-check", "passCheck", P.VERIFY_INCIDENT)
def pass_check(request: HttpRequest, incident_id: UUID, body: io.ProofStepIn) -> io.IncidentOut:
    """Verified 核查通过."""
    incident = services.pass_check(
        request.auth,
        incident_id,
        remark=body.remark,
        proofs=_proofs(body),
        version=body.version,
        at=now(),
    )
    return _shown(request, incident)


@verb("fail-check", "failCheck", P.VERIFY_INCIDENT)
def fail_check(request: HttpRequest, incident_id: UUID, body: io.ProofStepIn) -> io.IncidentOut:
    """Not verified 核查不通过: back to the unit."""
    incident = services.fail_check(
        request.auth,
        incident_id,
        remark=body.remark,
        proofs=_proofs(body),
        version=body.version,
        at=now(),
    )
    return _shown(request, incident)


@verb("close", "closeIncident", P.CLOSE_INCIDENT)
def close_incident(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Close 结案; the remark is what the reporter reads."""
    incident = services.close_incident(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("reopen", "reopenIncident", P.REOPEN_INCIDENT)
def reopen_incident(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Reopen 重开 by the reporter or the centre."""
    incident = services.reopen_incident(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("void", "voidIncident", P.VOID_INCIDENT)
def void_incident(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Void 作废 with the reason."""
    incident = services.void_incident(
        request.auth, incident_id, remark=body.remark, version=body.version, at=now()
    )
    return _shown(request, incident)


@verb("note", "noteIncident", P.NOTE_INCIDENT)
def note_incident(request: HttpRequest, incident_id: UUID, body: io.NoteIn) -> io.IncidentOut:
    """Leave a note 备注, internal unless said otherwise."""
    incident = services.note_incident(
        request.auth,
        incident_id,
        remark=body.remark,
        is_internal=body.is_internal,
        proofs=_proofs(body),
        at=now(),
    )
    return _shown(request, incident)
