"""Objections 异议: a unit names whose a matter should be, a referee above decides, and the decision is a precedent.

Until then nothing moves: the first receiver keeps the matter and its clock, and may go on handling it.
"""

from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import NewWatch, Owed, parse_limit
from jingwei.domains.clocks.services.watches import start_watch, stop_watch
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Assignment, Incident, Objection, Precedent
from jingwei.domains.incidents.queries import item_of
from jingwei.domains.incidents.queries.disputes import may_object_at_all, policy_on, referee_for
from jingwei.domains.incidents.rules.objecting import (
    LONGEST_RULING,
    OBJECTION_WATCH,
    NoObjection,
    ObjectionRefused,
    Outcome,
    objection_hindrance,
)
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.incidents.services.centre import end_assignment, fit_unit, give_task
from jingwei.domains.incidents.services.course import Taking, step
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7


def object_dispatch(
    actor: Actor,
    incident_id: UUID,
    *,
    unit_id: UUID,
    remark: str,
    at: datetime,
    version: int | None = None,
) -> Incident:
    """Object 提出异议 to a task, naming the right receiver; the centre above the one in charge decides.

    Raises: ObjectionRefused; UnitUnfit where the unit named could not be given it.
    """
    with step(actor, incident_id, Action.OBJECT, at=at, version=version, remark=remark) as taking:
        incident = taking.incident
        task = Assignment.objects.get(incident_id=incident_id, ended_at=None)
        referee = referee_for(incident)
        hindrance = objection_hindrance(
            is_tip=incident.receiving_post_id is not None,
            is_about_referee=incident.receiving_post_id is None and not may_object_at_all(incident),
            times_before=Objection.objects.filter(assignment_id=task.pk).count(),
            names_itself=unit_id == incident.handler_unit_id,
        )
        if hindrance is not None:
            raise ObjectionRefused(reason=hindrance[0], reason_en=hindrance[1])
        named = fit_unit(incident, unit_id)
        limit = parse_limit(policy_on(local(at).date()).objection_limit)
        objection = Objection(
            id=uuid7(),
            incident_id=incident_id,
            assignment_id=task.pk,
            unit_id=task.unit_id,
            named_unit_id=named.unit_id,
            reason=remark.strip(),
            asked_at=at,
            asked_by_post_id=actor.post_id,
            referee_id=referee.unit_id,
            referee_area=referee.area_code,
        )
        watch = start_watch(
            NewWatch(
                kind=OBJECTION_WATCH,
                subject_id=objection.pk,
                owed=Owed(unit_id=referee.unit_id),
                area_code=incident.scope_code,
                limit=limit,
                title_zh="派遣异议待裁决",
                title_en="An objection to decide",
                target=f"incidents.incident:{incident.pk}",
                incident_id=incident.pk,
                is_urgent=incident.is_urgent,
            ),
            at=at,
        )
        objection.due_at = watch.due_at
        objection.save(force_insert=True)
        incident.referee_id = referee.unit_id
        taking.is_internal = True
        taking.facts.update(
            unit_id=str(task.unit_id),
            named_unit_id=str(named.unit_id),
            named_unit_name=named.name,
            referee_id=str(referee.unit_id),
            referee_name=referee.name,
        )
    return taking.incident


def uphold_objection(
    actor: Actor,
    incident_id: UUID,
    *,
    unit_id: UUID,
    remark: str,
    at: datetime,
    version: int | None = None,
) -> Incident:
    """Uphold 异议成立: the unit given has it at once, with the whole limit of a task of its own.

    Raises: NoObjection; UnitUnfit, also for the unit that has it.
    """
    with step(actor, incident_id, Action.UPHOLD, at=at, version=version, remark=remark) as taking:
        objection = _decide(taking, Outcome.UPHELD, remark)
        pass_to_unit(taking, unit_id, outcome=Outcome.UPHELD.value)
        objection.given_unit_id = unit_id
        objection.save(
            update_fields=["decided_at", "decided_by_post_id", "outcome", "given_unit_id", "ruling"]
        )
        _set_precedent(taking, objection, to_unit_id=unit_id)
    return taking.incident


def refuse_objection(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Refuse 异议不成立: the unit keeps it and its clock goes on as if nobody had asked. Raises: NoObjection."""
    with step(actor, incident_id, Action.REFUSE_OBJECTION, at=at, version=version, remark=remark) as taking:
        objection = _decide(taking, Outcome.REFUSED, remark)
        objection.save(update_fields=["decided_at", "decided_by_post_id", "outcome", "ruling"])
        _set_precedent(taking, objection, to_unit_id=objection.unit_id)
        taking.is_internal = True
        taking.facts.update(unit_id=str(objection.unit_id))
    return taking.incident


def pass_to_unit(taking: Taking, unit_id: UUID, *, outcome: str) -> None:
    """End the unit's task and give another unit one, without the matter lying with anybody in between.

    The one place where the lead changes hands in one step. Raises: UnitUnfit.
    """
    unit = fit_unit(taking.incident, unit_id, other_than=taking.incident.handler_unit_id)
    end_assignment(taking, outcome)
    give_task(taking, unit, None)


def _decide(taking: Taking, outcome: Outcome, remark: str) -> Objection:
    row = Objection.objects.filter(incident_id=taking.incident.pk, decided_at=None).first()
    if row is None:
        raise NoObjection
    row.decided_at, row.decided_by_post_id = taking.at, taking.actor.post_id
    row.outcome, row.ruling = outcome.value, remark.strip()[:LONGEST_RULING]
    taking.incident.referee_id = None
    stop_watch(OBJECTION_WATCH, row.pk, at=taking.at, outcome=outcome.value)
    return row


def _set_precedent(taking: Taking, objection: Objection, *, to_unit_id: UUID) -> None:
    """For cases to come. Not of what fewer people see than the area would give: it would tell that there is one."""
    incident = taking.incident
    item = item_of(incident)
    if item is None or incident.sight_floor != FULL_FLOOR or incident.about_unit_id is not None:
        return
    Precedent(
        id=uuid7(),
        objection_id=objection.pk,
        incident_id=incident.pk,
        item_code=incident.item_code,
        item_name=item.item_name[:80],
        place_code=incident.community_code or incident.scope_code,
        area_code=objection.referee_area,
        from_unit_id=objection.unit_id,
        named_unit_id=objection.named_unit_id,
        to_unit_id=to_unit_id,
        is_upheld=objection.outcome == Outcome.UPHELD,
        ruling=objection.ruling,
        ruled_at=taking.at,
        ruled_by_unit_id=objection.referee_id,
    ).save(force_insert=True)
