"""What the centre in charge does: accept, correct, escalate, dispatch, decide on time, suspend, close, void."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.clocks.contracts import CalendarTime, Limit, WorkingTime, parse_limit
from jingwei.domains.clocks.queries import deadline_for, left_of
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Assignment, Extension, Incident, Suspension
from jingwei.domains.incidents.rules.intake import LONGEST_SUSPENSION
from jingwei.domains.incidents.rules.objecting import Outcome
from jingwei.domains.incidents.rules.refusals import (
    ItemMissing,
    NoCentreAbove,
    NothingToDecide,
    SuspensionTooLong,
    UnitUnfit,
)
from jingwei.domains.incidents.services.asking import end_question
from jingwei.domains.incidents.services.assist_ends import (
    end_assists,
    pause_assists,
    resume_assists,
    turn_lead,
)
from jingwei.domains.incidents.services.course import Taking, require_reason, start_stage, step
from jingwei.domains.incidents.services.following_duty import by_duty
from jingwei.domains.incidents.services.waiting import end_objection, require_parts_done
from jingwei.domains.routing.queries import item_in_force
from jingwei.foundation.access.contracts import CENTRE, Actor, Role, UnitBrief
from jingwei.foundation.access.queries import centre_for, post_of_unit, unit_brief
from jingwei.foundation.areas.queries import locate
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, ancestor_codes, level_of, lies_within
from jingwei.kernel.errors import NotFound
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7


def accept_incident(
    actor: Actor,
    incident_id: UUID,
    *,
    at: datetime,
    version: int | None = None,
    item_code: str = "",
    remark: str = "",
) -> Incident:
    """Accept 受理: the item is settled, the dispatch clock starts.

    Raises: ItemMissing, ItemUnknown, and what every step may refuse.
    """
    with step(actor, incident_id, Action.ACCEPT, at=at, version=version, remark=remark) as taking:
        if item_code:
            set_item(taking, item_code)
        if not taking.incident.item_code:
            raise ItemMissing
        taking.incident.accepted_at = at
    return taking.incident


def escalate_incident(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Hand it to the centre one level up 上报上级. Raises: NoCentreAbove."""
    with step(actor, incident_id, Action.ESCALATE, at=at, version=version, remark=remark) as taking:
        above = level_of(taking.incident.centre_area).above
        centre = centre_for(taking.incident.centre_area, level=above) if above else None
        if centre is None:
            raise NoCentreAbove
        taking.keep_sight()
        _hand_to_centre(taking, centre)
    return taking.incident


def take_up_incident(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """A centre above takes it to itself 提级办理."""
    with step(actor, incident_id, Action.TAKE_UP, at=at, version=version, remark=remark) as taking:
        if actor.unit_id is None:
            raise NoCentreAbove
        _hand_to_centre(taking, unit_brief(actor.unit_id))
    return taking.incident


def dispatch_incident(
    actor: Actor,
    incident_id: UUID,
    *,
    unit_id: UUID,
    at: datetime,
    version: int | None = None,
    remark: str = "",
    handle_limit: str = "",
) -> Incident:
    """Dispatch 派遣 to a unit, with the item's limit or a shorter or longer one given with a remark.

    Raises: UnitUnfit where the unit does not serve the place, or is the one the report is about; BadLimit.
    """
    limit = parse_limit(handle_limit) if handle_limit else None
    with step(actor, incident_id, Action.DISPATCH, at=at, version=version, remark=remark) as taking:
        if limit is not None:
            require_reason(Action.DISPATCH, remark)
        unit = fit_unit(taking.incident, unit_id)
        give_task(taking, unit, limit)
    return taking.incident


def give_task(taking: Taking, unit: UnitBrief, limit: Limit | None) -> None:
    """Give the unit a task with a whole limit: the one given, the duty line's, or the item's. Raises: VillageRelieved."""
    incident = taking.incident
    limit = by_duty(taking, unit, limit)
    turn_lead(incident, unit.unit_id, at=taking.at)
    incident.handler_unit_id, incident.assignee_post_id = unit.unit_id, None
    taking.give_part("handler", unit_id=unit.unit_id)
    taking.run_clock(limit)
    taking.facts.update(unit_id=str(unit.unit_id), unit_name=unit.name)
    incident.state = int(taking.move.target)  # the task carries the deadline of the stage it opens
    start_stage(incident, at=taking.at, limit=limit)
    Assignment(
        id=uuid7(),
        incident_id=incident.pk,
        unit_id=unit.unit_id,
        by_post_id=taking.actor.post_id,
        dispatched_at=taking.at,
        due_at=incident.due_at,
    ).save(force_insert=True)


def recall_incident(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Take a dispatched task back 撤回派遣; the unit keeps sight of what it had."""
    with step(actor, incident_id, Action.RECALL, at=at, version=version, remark=remark) as taking:
        end_assignment(taking, "recalled")
        end_objection(taking.incident, Outcome.RECALLED, at=at)
    return taking.incident


def grant_extension(
    actor: Actor, incident_id: UUID, *, at: datetime, version: int | None = None, remark: str = ""
) -> Incident:
    """Grant the time asked for: it is added to the running deadline, not counted from now. Raises: NothingToDecide."""
    with step(actor, incident_id, Action.GRANT_EXTENSION, at=at, version=version, remark=remark) as taking:
        asked = _decide(taking, remark=remark, is_granted=True)
        incident = taking.incident
        assert incident.due_at is not None
        whole = parse_limit(incident.stage_limit) if incident.stage_limit else None
        due = deadline_for(max(incident.due_at, at), parse_limit(asked.limit), whole=whole)
        incident.due_at, incident.warn_at, incident.is_due_provisional = (
            due.due_at,
            due.warn_at,
            due.is_provisional,
        )
        Assignment.objects.filter(pk=asked.assignment_id).update(due_at=due.due_at)
        taking.facts.update(limit=asked.limit, due_at=due.due_at.isoformat())
    return taking.incident


def refuse_extension(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Refuse the time asked for, with the reason. Raises: NothingToDecide."""
    with step(actor, incident_id, Action.REFUSE_EXTENSION, at=at, version=version, remark=remark) as taking:
        asked = _decide(taking, remark=remark, is_granted=False)
        taking.facts.update(limit=asked.limit)
    return taking.incident


def suspend_incident(
    actor: Actor,
    incident_id: UUID,
    *,
    remark: str,
    until: datetime,
    at: datetime,
    version: int | None = None,
) -> Incident:
    """Suspend 挂起 until a day: the clock stops and what is left of it is kept. Raises: SuspensionTooLong."""
    with step(actor, incident_id, Action.SUSPEND, at=at, version=version, remark=remark) as taking:
        incident = taking.incident
        if not at < until <= at + LONGEST_SUSPENSION:
            raise SuspensionTooLong(days=LONGEST_SUSPENSION // timedelta(days=1))
        left = left_of(at, incident.due_at, parse_limit(incident.stage_limit)) if incident.due_at else None
        Suspension(
            id=uuid7(),
            incident_id=incident_id,
            started_at=at,
            until_at=until,
            reason=remark.strip(),
            left_minutes=left.minutes if isinstance(left, CalendarTime | WorkingTime) else None,
            is_left_working=not isinstance(left, CalendarTime),
        ).save(force_insert=True)
        incident.suspended_at, incident.due_at, incident.warn_at = at, None, None
        pause_assists(incident, at=at, reason=remark)
        incident.is_due_provisional = False
        taking.facts.update(until=until.isoformat())
    return taking.incident


def resume_incident(
    actor: Actor, incident_id: UUID, *, at: datetime, version: int | None = None, remark: str = ""
) -> Incident:
    """Resume 恢复: the clock goes on with exactly what was left."""
    with step(actor, incident_id, Action.RESUME, at=at, version=version, remark=remark) as taking:
        end_suspension(taking.incident, at=at)
    return taking.incident


def close_incident(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Close 结案. The remark is what the reporter reads."""
    with step(actor, incident_id, Action.CLOSE, at=at, version=version, remark=remark) as taking:
        require_parts_done(taking.incident)
        taking.incident.closed_at = at
        end_question(taking.incident, at=at)
    return taking.incident


def void_incident(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Void 作废, with the reason; the reporter sees it."""
    with step(actor, incident_id, Action.VOID, at=at, version=version, remark=remark) as taking:
        require_parts_done(taking.incident)
        taking.incident.closed_at = at
        end_question(taking.incident, at=at)
        end_assists(taking.incident, at=at)
    return taking.incident


def end_assignment(taking: Taking, outcome: str) -> None:
    """End the open task; the incident is in nobody's hands but the centre's."""
    Assignment.objects.filter(incident_id=taking.incident.pk, ended_at=None).update(
        ended_at=taking.at, outcome=outcome
    )
    Extension.objects.filter(incident_id=taking.incident.pk, decided_at=None).update(
        decided_at=taking.at, is_granted=False, remark=outcome
    )
    taking.incident.handler_unit_id = None
    taking.incident.assignee_post_id = None


def end_suspension(incident: Incident, *, at: datetime) -> None:
    """Close the open pause and run the clock on."""
    pause = Suspension.objects.filter(incident_id=incident.pk, ended_at=None).first()
    incident.suspended_at = None
    resume_assists(incident, at=at)
    if pause is None:
        return
    pause.ended_at = at
    pause.save(force_update=True)
    if pause.left_minutes is not None:
        left = WorkingTime(pause.left_minutes) if pause.is_left_working else CalendarTime(pause.left_minutes)
        whole = parse_limit(incident.stage_limit) if incident.stage_limit else None
        due = deadline_for(at, left, whole=whole)
        incident.due_at, incident.warn_at, incident.is_due_provisional = (
            due.due_at,
            due.warn_at,
            due.is_provisional,
        )
        Assignment.objects.filter(incident_id=incident.pk, ended_at=None).update(due_at=due.due_at)


def set_item(taking: Taking, item_code: str) -> None:
    item = item_in_force(item_code, on=local(taking.incident.received_at).date())
    taking.facts.update(item_before=taking.incident.item_code, item=item.item_code)
    taking.incident.item_code, taking.incident.item_id = item.item_code, item.item_id
    taking.incident.is_urgent = taking.incident.is_urgent or item.is_urgent


def move_place(taking: Taking, position: Position) -> None:
    incident = taking.incident
    place = locate(position.lon, position.lat)
    codes = ancestor_codes(place.area_code)
    taking.facts.update(scope_before=incident.scope_code, scope=codes.scope)
    incident.position = f"SRID=4326;POINT({position.lon} {position.lat})"
    incident.given_lon, incident.given_lat = position.given_lon, position.given_lat
    incident.datum, incident.accuracy_m = position.datum.value, position.accuracy_m
    incident.lie_in(codes)
    incident.special_grid_code = place.special_grid_code
    incident.day_code = None
    if not lies_within(codes.scope, incident.centre_area):
        centre = centre_for(codes.scope, level=level_of(incident.centre_area)) or centre_for(
            codes.scope, level=Level.CITY
        )
        if centre is not None:
            _hand_to_centre(taking, centre)


def _hand_to_centre(taking: Taking, centre: UnitBrief) -> None:
    taking.facts.update(
        centre_before=taking.incident.centre_area, centre=centre.area_code, centre_name=centre.name
    )
    incident = taking.incident
    incident.centre_id, incident.centre_area = centre.unit_id, centre.area_code
    if incident.receiving_post_id is None:
        taking.give_part("receiver", unit_id=centre.unit_id)
        return
    # A confidential tip goes from one pair of eyes to another, never to the whole centre.
    incident.receiving_post_id = post_of_unit(centre.unit_id, Role.DESK)
    if incident.receiving_post_id is None:
        raise NoCentreAbove
    taking.give_part("receiver", post_id=incident.receiving_post_id)


def fit_unit(incident: Incident, unit_id: UUID, *, other_than: UUID | None = None) -> UnitBrief:
    """The unit, if it could be given the matter. Raises: UnitUnfit, also for the one that has it."""
    try:
        unit = unit_brief(unit_id)
    except NotFound:
        raise UnitUnfit(unit="?", reason="没有这个单位。", reason_en="there is no such unit.") from None
    if other_than is not None and unit_id == other_than:
        raise UnitUnfit(unit=unit.name, reason="本来就由它承办。", reason_en="it has it already.")
    if incident.about_unit_id == unit_id:
        raise UnitUnfit(
            unit=unit.name,
            reason="反映的就是该单位，应由其他单位办理。",
            reason_en="the report is about this unit; another one has to handle it.",
        )
    serves = lies_within(incident.scope_code, unit.area_code)
    if unit.kind == CENTRE:
        serves = serves and lies_within(unit.area_code, incident.centre_area)
    if not serves:
        raise UnitUnfit(
            unit=unit.name,
            reason="不负责事发地。请从推荐单位中选择，或上报上级中心。",
            reason_en="it does not serve the place. Choose from the suggested units or escalate.",
        )
    return unit


def _decide(taking: Taking, *, remark: str, is_granted: bool) -> Extension:
    asked = Extension.objects.filter(incident_id=taking.incident.pk, decided_at=None).first()
    if asked is None:
        raise NothingToDecide
    asked.decided_at, asked.is_granted, asked.remark = taking.at, is_granted, remark.strip()
    asked.save(force_update=True)
    return asked
