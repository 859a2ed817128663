"""From rows to what travels. Names are looked up once a page."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import colour
from jingwei.domains.incidents.api import schemas as out
from jingwei.domains.incidents.api.parts import Parts
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries import OpenWork, Similar, course_of, item_of
from jingwei.domains.incidents.queries.beside import head_of, hold_of
from jingwei.domains.incidents.queries.clocks import promise_of
from jingwei.domains.incidents.queries.subjects import component_of
from jingwei.domains.incidents.rules.lifecycle import STATE_LABELS, is_open
from jingwei.domains.incidents.rules.receiving import FULLNESS_LABELS, Receiver
from jingwei.domains.incidents.services import Receipt
from jingwei.foundation.access.contracts import CENTRE, Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of, path_name

CENTRE_NAMES = ("综治中心", "centre")


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
    parts = Parts(actor, incident, course, at=at)
    unit_ids = _unit_ids([incident]) | {s.unit_id for s in course.steps if s.unit_id}
    unit_ids |= {q.asked_by_unit_id for q in course.questions if q.asked_by_unit_id}
    unit_ids |= {one.unit_id for one in course.assists}
    units = unit_names(unit_ids | {task.unit_id for task in course.assignments})
    areas = names_of({incident.scope_code})
    head, hold = head_of(actor, incident), hold_of(actor, incident)
    about = component_of(incident.pk)
    return out.IncidentOut(
        **_row(incident, units, areas, at),
        words=incident.words,
        position=(
            out.PositionOut(lon=incident.position.x, lat=incident.position.y)
            if incident.position and not incident.position.empty
            else None
        ),
        place_path=path_name(incident.scope_code),
        centre_id=incident.centre_id,
        centre_area=incident.centre_area,
        unit_id=incident.handler_unit_id,
        warn_at=incident.warn_at,
        item=parts.item(),
        accuracy_m=incident.accuracy_m,
        identity=incident.identity,
        reporter=parts.reporter(),
        accepted_at=incident.accepted_at,
        external_source=incident.external_source,
        external_id=incident.external_id,
        external_due_at=incident.external_due_at,
        steps=parts.steps(units),
        attachments=parts.attachments(),
        tasks=parts.tasks(units),
        extensions=[out.ExtensionOut.model_validate(e, from_attributes=True) for e in course.extensions],
        suspensions=[out.SuspensionOut.model_validate(s, from_attributes=True) for s in course.suspensions],
        questions=parts.questions(units),
        assists=parts.assists(units),
        urged=parts.urged(),
        ratings=[out.RatingOut.model_validate(r, from_attributes=True) for r in course.ratings],
        actions=parts.actions(),
        head=out.HeadOut(id=head.pk, receipt_no=head.receipt_no) if head else None,
        hold=out.HoldOut.model_validate(hold, from_attributes=True) if hold else None,
        component=out.AboutComponentOut.model_validate(about, from_attributes=True) if about else None,
        promise=_promise(incident, at) if actor.unit_id is None else None,
    )


def _promise(incident: Incident, at: datetime) -> out.PromiseOut | None:
    """For whoever reported; staff read the clocks themselves."""
    found = promise_of(incident, at=at)
    if found is None:
        return None
    return out.PromiseOut(
        due_at=found.due_at,
        solved_at=found.stopped_at,
        is_late=found.is_late,
        is_provisional=found.is_provisional,
    )


def similar_out(found: Sequence[Similar], *, at: datetime) -> list[out.SimilarOut]:
    """Matters close by, with names looked up once."""
    rows = [one.incident for one in found]
    units, areas = unit_names(_unit_ids(rows)), names_of({row.scope_code for row in rows})
    return [
        out.SimilarOut(
            **_row(one.incident, units, areas, at),
            distance_m=round(one.distance_m, 1),
            likeness=one.likeness,
            lon=one.incident.position.x,
            lat=one.incident.position.y,
        )
        for one in found
    ]


def receiver_out(
    receiver: Receiver,
    kinds: dict[str, tuple[str, str]],
    areas: dict[str, str],
    incident: Incident,
    *,
    line: str,
) -> out.ReceiverOut:
    """A receiver with the reason why it is proposed; ``line`` is the duty line that speaks, if one does."""
    unit, load = receiver.unit, receiver.load
    kind_zh, kind_en = kinds.get(unit.kind, CENTRE_NAMES if unit.kind == CENTRE else (unit.kind, unit.kind))
    area = areas.get(unit.area_code, unit.area_code)
    if receiver.is_relieved:
        reason = f"{line}：不是村（社区）应承担的事，不能派给它"
        reason_en = f"{line}: not what a village or community owes; it cannot be given to it"
    elif receiver.is_former:
        reason = f"重开前由它办理，先由原承办单位办；服务范围：{area}"
        reason_en = f"It handled the matter before it was reopened, so it comes first; serves {area}"
    elif receiver.is_responsible and line:
        reason, reason_en = f"{line}指定主办，服务范围：{area}", f"Named as lead by {line}; serves {area}"
    elif receiver.is_responsible:
        reason = f"事项的责任单位类型是“{kind_zh}”，服务范围：{area}"
        reason_en = f"The item names “{kind_en}” as responsible; serves {area}"
    elif unit.unit_id == incident.centre_id:
        reason, reason_en = "本中心自行办理", "Your own centre handles it itself"
    else:
        reason, reason_en = f"服务范围包括事发地：{area}", f"Serves the place: {area}"
    label, label_en = FULLNESS_LABELS[load.fullness]
    return out.ReceiverOut(
        unit_id=unit.unit_id,
        name=unit.name,
        kind=unit.kind,
        kind_name=kind_zh,
        area_code=unit.area_code,
        area_name=area,
        is_responsible=receiver.is_responsible,
        is_relieved=receiver.is_relieved,
        reason=reason,
        reason_en=reason_en,
        open=load.open,
        overdue=load.overdue,
        due_soon=load.due_soon,
        people=load.people,
        usual=load.usual,
        fullness=load.fullness.value,
        fullness_label=label,
        fullness_label_en=label_en,
    )


def open_work_out(actor: Actor, work: OpenWork, *, at: datetime) -> out.OpenWorkOut:
    """A post's open work; titles only for those who may read incidents."""
    may_read = is_permitted(actor, Permission.READ_INCIDENT)
    return out.OpenWorkOut(
        post_id=work.post.post_id,
        post_title=work.post.title,
        holder_name=work.holder_name,
        rows=[
            out.OpenWorkRowOut(
                id=row.pk,
                receipt_no=row.receipt_no,
                title=row.title if may_read else "",
                state=State(row.state),
                state_label=STATE_LABELS[State(row.state)][0],
                colour=_colour(row, at),
                due_at=row.due_at,
                version=row.version,
            )
            for row in work.rows
        ],
        total=work.total,
        hidden=work.hidden,
        takers=[
            out.TakerOut(post_id=one.post_id, title=one.title, person_name=one.person_name)
            for one in work.takers
        ],
    )


def _colour(row: Incident, at: datetime) -> str:
    return colour(
        now=at,
        due_at=row.due_at,
        warn_at=row.warn_at,
        is_done=not is_open(State(row.state)),
        is_waiting=row.suspended_at is not None,
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
        "colour": _colour(row, at),
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
        "fold_count": row.fold_count,
    }
