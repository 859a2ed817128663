"""From rows to what travels. Names are looked up once a page."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import colour
from jingwei.domains.incidents.api import schemas as out
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Incident, Step
from jingwei.domains.incidents.queries import actions_for, course_of, item_of, standing_of
from jingwei.domains.incidents.rules.lifecycle import ACTION_LABELS, STATE_LABELS, is_open
from jingwei.domains.incidents.rules.personal import REPORTER_NAME, REPORTER_PHONE
from jingwei.domains.incidents.rules.sight import is_reporter, may_contact_reporter
from jingwei.domains.incidents.services import Receipt
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.privacy.services import masked_value


def receipt_out(receipt: Receipt) -> out.ReceiptOut:
    return out.ReceiptOut(
        id=receipt.incident_id,
        receipt_no=receipt.receipt_no,
        tracking_code=receipt.tracking_code,
        state=receipt.state,
        version=receipt.version,
        centre_name=receipt.centre_name,
        due_at=receipt.due_at,
    )


def rows_out(rows: Sequence[Incident], *, at: datetime) -> list[out.RowOut]:
    """List rows with names of areas, centres and units: two look-ups for the whole page."""
    units = unit_names(_unit_ids(rows))
    areas = names_of({row.scope_code for row in rows})
    return [out.RowOut(**_row(row, units, areas, at)) for row in rows]


def incident_out(actor: Actor, incident: Incident, *, at: datetime) -> out.IncidentOut:
    """The whole incident for one reader."""
    course = course_of(actor, incident)
    unit_ids = _unit_ids([incident]) | {s.unit_id for s in course.steps if s.unit_id}
    units = unit_names(unit_ids | {task.unit_id for task in course.assignments})
    areas = names_of({incident.scope_code})
    is_outsider = actor.unit_id is None
    return out.IncidentOut(
        **_row(incident, units, areas, at),
        words=incident.words,
        position=(
            out.PositionOut(lon=incident.position.x, lat=incident.position.y)
            if incident.position and not incident.position.empty
            else None
        ),
        accuracy_m=incident.accuracy_m,
        identity=incident.identity,
        reporter=_reporter(actor, incident),
        accepted_at=incident.accepted_at,
        external_source=incident.external_source,
        external_id=incident.external_id,
        external_due_at=incident.external_due_at,
        steps=[_step(step, units, hides_names=is_outsider) for step in course.steps],
        attachments=[
            out.AttachmentOut(file_id=a.file_id, kind=a.kind, version=a.version, added_at=a.added_at)
            for a in course.attachments
        ],
        tasks=[
            out.TaskOut(
                unit_name=units.get(task.unit_id, ""),
                dispatched_at=task.dispatched_at,
                due_at=task.due_at,
                taken_at=task.taken_at,
                assignee_post_id=None if is_outsider else task.assignee_post_id,
                ended_at=task.ended_at,
                outcome=task.outcome,
            )
            for task in course.assignments
        ],
        extensions=[out.ExtensionOut.model_validate(e, from_attributes=True) for e in course.extensions],
        suspensions=[out.SuspensionOut.model_validate(s, from_attributes=True) for s in course.suspensions],
        ratings=[out.RatingOut.model_validate(r, from_attributes=True) for r in course.ratings],
        actions=[
            out.ActionOut(
                action=move.action,
                label=ACTION_LABELS[move.action][0],
                label_en=ACTION_LABELS[move.action][1],
                needs=sorted(need.value for need in move.needs),
            )
            for move in actions_for(actor, incident)
        ],
    )


def _unit_ids(rows: Iterable[Incident]) -> set[UUID]:
    return {one for row in rows for one in (row.centre_id, row.handler_unit_id) if one}


def _row(row: Incident, units: dict[UUID, str], areas: dict[str, str], at: datetime) -> dict[str, object]:
    state = State(row.state)
    item = item_of(row)
    return {
        "id": row.pk,
        "receipt_no": row.receipt_no,
        "title": row.title,
        "state": state,
        "state_label": STATE_LABELS[state][0],
        "colour": colour(
            now=at,
            due_at=row.due_at,
            warn_at=row.warn_at,
            is_done=not is_open(state),
            is_waiting=row.suspended_at is not None,
        ),
        "version": row.version,
        "channel": row.channel,
        "item_code": row.item_code,
        "item_name": item.item_name if item else "",
        "address": row.address,
        "scope_code": row.scope_code,
        "area_name": areas.get(row.scope_code, ""),
        "is_urgent": row.is_urgent,
        "centre_name": units.get(row.centre_id, ""),
        "unit_name": units.get(row.handler_unit_id, "") if row.handler_unit_id else "",
        "reported_at": row.reported_at,
        "closed_at": row.closed_at,
        "due_at": row.due_at,
        "is_suspended": row.suspended_at is not None,
        "is_history": row.is_history,
    }


def _step(step: Step, units: dict[UUID, str], *, hides_names: bool) -> out.StepOut:
    action = Action(step.action)
    return out.StepOut(
        version=step.version,
        action=action,
        action_label=ACTION_LABELS[action][0],
        from_state=State(step.from_state) if step.from_state else None,
        to_state=State(step.to_state),
        actor_name="" if hides_names else step.actor_name,
        unit_name=units.get(step.unit_id, "") if step.unit_id else "",
        at=step.at,
        due_at=step.due_at,
        is_late=step.due_at is not None and step.at > step.due_at,
        remark=step.remark,
        is_internal=step.is_internal,
    )


def _reporter(actor: Actor, incident: Incident) -> out.ReporterOut | None:
    standing = standing_of(incident)
    if not (may_contact_reporter(actor, standing) or is_reporter(actor, standing)):
        return None
    return out.ReporterOut(
        name=masked_value(REPORTER_NAME, incident.reporter_name_sealed),
        phone=masked_value(REPORTER_PHONE, incident.reporter_phone_sealed),
    )
