"""Assists over HTTP: asked and excused by the centre, taken and reported by the unit that helps."""

from uuid import UUID

from django.http import HttpRequest

from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.course import proofs_of, shown, verb
from jingwei.domains.incidents.services import assisting as services
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor
from jingwei.kernel.clock import now

P = Permission


class AskAssistIn(io.ExtensionIn):
    """Which unit is to help with what, and how long it has."""

    unit_id: UUID


class ExcuseAssistIn(io.StepIn):
    """Which unit need not help after all, and why."""

    unit_id: UUID


@verb("ask-assist", "askAssist", P.DISPATCH_INCIDENT)
def ask_assist(request: HttpRequest, incident_id: UUID, body: AskAssistIn) -> io.IncidentOut:
    """Ask a unit to assist 协办, beside the lead."""
    return shown(
        request,
        services.ask_assist(
            actor(request),
            incident_id,
            unit_id=body.unit_id,
            limit=body.limit,
            remark=body.remark,
            version=body.version,
            at=now(),
        ),
    )


@verb("take-assist", "takeAssist", P.TAKE_TASK)
def take_assist(request: HttpRequest, incident_id: UUID, body: io.StepIn) -> io.IncidentOut:
    """Take 接收 the assist."""
    return shown(request, services.take_assist(actor(request), incident_id, version=body.version, at=now()))


@verb("report-assist", "reportAssist", P.HANDLE_TASK)
def report_assist(request: HttpRequest, incident_id: UUID, body: io.ProofStepIn) -> io.IncidentOut:
    """Say what was done 协办反馈, with proof."""
    return shown(
        request,
        services.report_assist(
            actor(request),
            incident_id,
            remark=body.remark,
            proofs=proofs_of(body),
            version=body.version,
            at=now(),
        ),
    )


@verb("excuse-assist", "excuseAssist", P.DISPATCH_INCIDENT)
def excuse_assist(request: HttpRequest, incident_id: UUID, body: ExcuseAssistIn) -> io.IncidentOut:
    """Excuse 免除 a unit from assisting, with the reason."""
    return shown(
        request,
        services.excuse_assist(
            actor(request),
            incident_id,
            unit_id=body.unit_id,
            remark=body.remark,
            version=body.version,
            at=now(),
        ),
    )
