"""Verification on the spot or by telephone, and notes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Assignment, Incident, Step
from jingwei.domains.incidents.queries import incident_for
from jingwei.domains.incidents.services.course import Proof, start_stage, step
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.ids import uuid7


def pass_check(
    actor: Actor,
    incident_id: UUID,
    *,
    remark: str,
    at: datetime,
    version: int | None = None,
    proofs: Sequence[Proof] = (),
) -> Incident:
    """Verified 核查通过: what was reported is seen to be done."""
    with step(
        actor, incident_id, Action.PASS_CHECK, at=at, version=version, remark=remark, proofs=proofs
    ) as taking:
        taking.facts.update(checked_by=actor.role.value)
    return taking.incident


def fail_check(
    actor: Actor,
    incident_id: UUID,
    *,
    remark: str,
    at: datetime,
    version: int | None = None,
    proofs: Sequence[Proof] = (),
) -> Incident:
    """Not verified 核查不通过: the same unit and person have it again, with a new task of its own clock."""
    with step(
        actor, incident_id, Action.FAIL_CHECK, at=at, version=version, remark=remark, proofs=proofs
    ) as taking:
        incident = taking.incident
        incident.state = int(taking.move.target)
        start_stage(incident, at=at)
        assert incident.handler_unit_id is not None
        Assignment(
            id=uuid7(),
            incident_id=incident_id,
            unit_id=incident.handler_unit_id,
            by_post_id=actor.post_id,
            dispatched_at=at,
            due_at=incident.due_at,
            taken_at=at,
            assignee_post_id=incident.assignee_post_id,
        ).save(force_insert=True)
    return taking.incident


def note_incident(
    actor: Actor,
    incident_id: UUID,
    *,
    remark: str,
    at: datetime,
    is_internal: bool = True,
    proofs: Sequence[Proof] = (),
    note_id: UUID | None = None,
) -> Incident:
    """Leave a note 备注. Internal ones are not shown to the reporter.

    ``note_id`` is made by the client: the same note sent again, because its answer was lost, is one note.
    """
    try:
        with step(actor, incident_id, Action.NOTE, at=at, remark=remark, proofs=proofs) as taking:
            taking.is_internal = is_internal
            if note_id is not None:
                taking.step_id = uuid5(note_id, f"{incident_id} {actor.person_id} {is_internal} {remark}")
                _require_new(taking.step_id)
    except _Noted:
        with eyes(actor):
            return incident_for(actor, incident_id)
    return taking.incident


class _Noted(Exception):
    """This very note stands already."""


def _require_new(step_id: UUID) -> None:
    # The incident is locked: whoever sent it first has ended.
    if Step.objects.filter(pk=step_id).exists():
        raise _Noted
