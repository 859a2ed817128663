"""Verification on the spot or by telephone, and notes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Assignment, Incident
from jingwei.domains.incidents.services.course import Proof, start_stage, step
from jingwei.foundation.access.contracts import Actor
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
) -> Incident:
    """Leave a note 备注. Internal ones are not shown to the reporter."""
    with step(actor, incident_id, Action.NOTE, at=at, remark=remark, proofs=proofs) as taking:
        taking.is_internal = is_internal
    return taking.incident
