"""Assisting units 协办: asked by the centre, each with its own time, evidence and result; the lead closes for all."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import NewWatch, Owed, parse_limit
from jingwei.domains.clocks.services.watches import start_watch
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Assist, Incident
from jingwei.domains.incidents.queries.assisting import open_assist_of, open_assists
from jingwei.domains.incidents.rules.assisting import AssistEnd, NothingToAssist, require_fit
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.incidents.services.assist_ends import WATCH, end_assist
from jingwei.domains.incidents.services.course import Proof, Taking, step
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_names, units_known
from jingwei.kernel.codes import lies_within
from jingwei.kernel.ids import uuid7


def ask_assist(
    actor: Actor,
    incident_id: UUID,
    *,
    unit_id: UUID,
    limit: str,
    remark: str,
    at: datetime,
    version: int | None = None,
) -> Incident:
    """Ask a unit to assist 请求协办; it sees the matter from now on. Raises: AssistUnfit, BadLimit."""
    wanted = parse_limit(limit)
    with step(actor, incident_id, Action.ASK_ASSIST, at=at, version=version, remark=remark) as taking:
        name = _fit(taking.incident, unit_id)
        row = Assist(
            id=uuid7(),
            incident_id=incident_id,
            unit_id=unit_id,
            asked_at=at,
            asked_by_post_id=actor.post_id,
            words=remark.strip(),
            limit=limit.strip(),
        )
        new = NewWatch(
            kind=WATCH,
            subject_id=row.pk,
            owed=Owed(unit_id=unit_id),
            area_code=taking.incident.scope_code if taking.incident.sight_floor == FULL_FLOOR else "",
            limit=wanted,
            title_zh="协办事项待办",
            title_en="A matter to assist with",
            target=f"incidents.incident:{incident_id}",
            incident_id=incident_id,
            is_urgent=taking.incident.is_urgent,
        )
        row.due_at = start_watch(new, at=at).due_at
        row.save(force_insert=True)
        taking.give_part("assist", unit_id=unit_id)
        taking.facts.update(unit_id=str(unit_id), unit_name=name, limit=limit.strip())
    return taking.incident


def take_assist(actor: Actor, incident_id: UUID, *, at: datetime, version: int | None = None) -> Incident:
    """Take the assist 接收协办. Raises: NothingToAssist if it was taken before."""
    with step(actor, incident_id, Action.TAKE_ASSIST, at=at, version=version) as taking:
        row = _own(taking, actor.unit_id)
        if row.taken_at is not None:
            raise NothingToAssist
        row.taken_at = at
        row.save(update_fields=["taken_at"])
    return taking.incident


def report_assist(
    actor: Actor,
    incident_id: UUID,
    *,
    remark: str,
    at: datetime,
    version: int | None = None,
    proofs: Sequence[Proof] = (),
) -> Incident:
    """Say what was done 协办反馈, with proof of one's own. Raises: NothingToAssist."""
    with step(
        actor, incident_id, Action.REPORT_ASSIST, at=at, version=version, remark=remark, proofs=proofs
    ) as taking:
        row = _own(taking, actor.unit_id)
        row.taken_at = row.taken_at or at
        row.done_version = taking.incident.version + 1
        end_assist(row, AssistEnd.DONE, result=remark, at=at)
    return taking.incident


def excuse_assist(
    actor: Actor,
    incident_id: UUID,
    *,
    unit_id: UUID,
    remark: str,
    at: datetime,
    version: int | None = None,
) -> Incident:
    """Excuse 免除协办 a unit, with the reason that everybody reads. Raises: NothingToAssist."""
    with step(actor, incident_id, Action.EXCUSE_ASSIST, at=at, version=version, remark=remark) as taking:
        end_assist(_own(taking, unit_id), AssistEnd.EXCUSED, result=remark, at=at)
    return taking.incident


def _own(taking: Taking, unit_id: UUID | None) -> Assist:
    """The running assist of a unit; its name goes with the step. Raises: NothingToAssist."""
    row = open_assist_of(taking.incident.pk, unit_id) if unit_id else None
    if row is None:
        raise NothingToAssist
    taking.facts.update(unit_id=str(row.unit_id), unit_name=unit_names([row.unit_id]).get(row.unit_id, ""))
    return row


def _fit(incident: Incident, unit_id: UUID) -> str:
    """The unit's name. Raises: AssistUnfit."""
    unit = next(iter(units_known(ids=[unit_id])), None)
    require_fit(
        unit_id,
        unit.name if unit else "?",
        is_active=unit is not None and unit.is_active,
        serves=unit is not None and lies_within(incident.scope_code, unit.area_code),
        lead_id=incident.handler_unit_id,
        centre_id=incident.centre_id,
        about_unit_id=incident.about_unit_id,
        assisting=frozenset(one.unit_id for one in open_assists(incident.pk)),
    )
    assert unit is not None
    return unit.name
