"""Joint enforcement 联合执法: planned, answered by every unit, carried out, ended with a result."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from jingwei.domains.clocks.contracts import CalendarTime, NewWatch, Owed
from jingwei.domains.clocks.services.watches import start_watch, stop_watch
from jingwei.domains.incidents.services import NewReport, report_incident
from jingwei.domains.joint.contracts import (
    EnforcementReply,
    EnforcementState,
    FindingEnd,
    Happening,
    JointHappened,
)
from jingwei.domains.joint.models import Enforcement, Enforcer, Finding
from jingwei.domains.joint.queries.enforcement import enforcement_for
from jingwei.domains.joint.rules.enforcing import needs_reason, require_beginning, require_under_way
from jingwei.domains.joint.rules.mediating import require_inside
from jingwei.domains.joint.rules.refusals import EnforcementOver, NotCalled, ReasonMissing
from jingwei.domains.joint.services.calling import columns_of, matter_named, require_caller, units_called
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.work import work
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7

REPLY = "joint.enforcement_reply"


@dataclass(frozen=True, slots=True)
class NewEnforcement:
    """What is planned: by one's own unit, with these, at a time and a place of one's own area."""

    title: str
    plan: str
    place: str
    starts_at: datetime
    unit_ids: Sequence[UUID]
    people: str = ""
    area_code: str | None = None
    incident_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewFinding:
    """What was found: settled on the spot, or a matter of its own with its photos."""

    words: str
    end: FindingEnd
    place: str = ""
    position: Position | None = None
    item_code: str = ""
    file_ids: Sequence[UUID] = ()


def plan_enforcement(actor: Actor, new: NewEnforcement, *, at: datetime) -> Enforcement:
    """Plan one and ask the others to come. Raises: EnforcementTimeWrong, DisputeElsewhere, UnitsWrong, MatterHidden."""
    require_beginning(new.starts_at, at=at)
    with work(actor, Permission.PLAN_ENFORCEMENT) as job:
        units = units_called(actor, new.unit_ids)
        matter = matter_named(actor, new.incident_id)
        area_code = new.area_code or actor.area_code
        require_inside(area_code, actor.area_code)
        row = Enforcement(
            **columns_of(actor, area_code, [one.unit_id for one in units], at=at),
            incident_id=matter.incident_id if matter else None,
            title=new.title.strip(),
            plan=new.plan.strip(),
            place=new.place.strip(),
            people=new.people.strip(),
            starts_at=new.starts_at,
            state=EnforcementState.PLANNED.value,
        )
        row.save(force_insert=True)
        asked = [Enforcer(id=uuid7(), enforcement_id=row.pk, unit_id=one.unit_id) for one in units]
        Enforcer.objects.bulk_create(asked)
        for one in asked:
            _watch(row, one, at=at)
        job.record_new(row, act="plan_enforcement", units=[str(one.unit_id) for one in units])
        job.publish(JointHappened(Happening.ENFORCEMENT_PLANNED, row.pk, at))
    return row


def answer_enforcement(
    actor: Actor, enforcement_id: UUID, *, reply: EnforcementReply, people: str, remark: str, at: datetime
) -> Enforcement:
    """Say for one's unit that it comes and with whom, that it cannot, or that it is there.

    Raises: NotFound, EnforcementOver, NotCalled, ReasonMissing, EnforcementAhead.
    """
    if needs_reason(reply) and not remark.strip():
        raise ReasonMissing
    with work(actor, Permission.JOIN_JOINT) as job:
        row = _running(actor, enforcement_id)
        mine = Enforcer.objects.filter(enforcement_id=row.pk, unit_id=actor.unit_id)
        one = mine.select_for_update().first()
        if one is None:
            raise NotCalled
        if reply is EnforcementReply.ARRIVED:
            require_under_way(row.starts_at, at=at)
            one.arrived_at = one.arrived_at or at
        one.reply, one.replied_at, one.by_name = reply.value, at, actor.name
        one.people, one.remark = people.strip() or one.people, remark.strip()
        one.save(force_update=True)
        stop_watch(REPLY, one.pk, at=at, outcome=reply.value)
        job.record(row, act="answer_enforcement", reply=reply.value, unit=str(actor.unit_id))
        job.publish(JointHappened(Happening.ENFORCEMENT_ANSWERED, row.pk, at))
    return row


def record_finding(actor: Actor, enforcement_id: UUID, new: NewFinding, *, at: datetime) -> Finding:
    """Write down what was found, as the unit that leads or one that takes part.

    Raises: NotFound, EnforcementOver, NotCalled, EnforcementAhead, what reporting may refuse, file refusals.
    """
    with work(actor, Permission.JOIN_JOINT) as job:
        row = _running(actor, enforcement_id)
        if actor.unit_id is None or actor.unit_id not in {row.unit_id, *row.unit_ids}:
            raise NotCalled
        require_under_way(row.starts_at, at=at)
        finding = Finding(
            id=uuid7(),
            enforcement_id=row.pk,
            number=_next_number(row),
            unit_id=actor.unit_id,
            end=new.end.value,
            words=new.words.strip(),
            place=new.place.strip(),
            found_at=at,
            by_name=actor.name,
        )
        if new.end is FindingEnd.INCIDENT:
            finding.incident_id = uuid7()
            report_incident(actor, _report(row, new, finding.incident_id, at), at=at)
        else:
            claim(actor, new.file_ids, at=at, target=row.pk)
            finding.file_ids = list(dict.fromkeys(new.file_ids))
        finding.save(force_insert=True)
        job.record(row, act="record_finding", number=finding.number, end=finding.end)
    return finding


def finish_enforcement(
    actor: Actor, enforcement_id: UUID, *, result: str, file_ids: Sequence[UUID] = (), at: datetime
) -> Enforcement:
    """Write down what came of it. Raises: NotFound, NotTheCaller, EnforcementOver, EnforcementAhead, file refusals."""
    with work(actor, Permission.PLAN_ENFORCEMENT) as job:
        row = _led(actor, enforcement_id)
        require_under_way(row.starts_at, at=at)
        claim(actor, file_ids, at=at, target=row.pk)
        row.file_ids = list(dict.fromkeys(file_ids))
        _end(row, EnforcementState.DONE, result, at)
        job.record(row, act="finish_enforcement")
        job.publish(JointHappened(Happening.ENFORCEMENT_ENDED, row.pk, at))
    return row


def cancel_enforcement(actor: Actor, enforcement_id: UUID, *, reason: str, at: datetime) -> Enforcement:
    """Call it off. Raises: NotFound, NotTheCaller, EnforcementOver."""
    with work(actor, Permission.PLAN_ENFORCEMENT) as job:
        row = _led(actor, enforcement_id)
        _end(row, EnforcementState.CANCELLED, reason, at)
        job.record(row, act="cancel_enforcement")
        job.publish(JointHappened(Happening.ENFORCEMENT_ENDED, row.pk, at))
    return row


def _end(row: Enforcement, state: EnforcementState, result: str, at: datetime) -> None:
    row.state, row.ended_at, row.result = state.value, at, result.strip()
    row.save(force_update=True)
    for one in Enforcer.objects.filter(enforcement_id=row.pk, replied_at=None):
        stop_watch(REPLY, one.pk, at=at, outcome="ended")


def _running(actor: Actor, enforcement_id: UUID) -> Enforcement:
    row = enforcement_for(actor, enforcement_id)
    if row.state != EnforcementState.PLANNED.value:
        raise EnforcementOver
    return row


def _led(actor: Actor, enforcement_id: UUID) -> Enforcement:
    require_caller(actor, enforcement_for(actor, enforcement_id))
    rows = Enforcement.objects.visible_to(actor).filter(pk=enforcement_id)
    row: Enforcement = rows.select_for_update().get()
    if row.state != EnforcementState.PLANNED.value:
        raise EnforcementOver
    return row


def _next_number(row: Enforcement) -> int:
    """One after the other: whoever takes part may not lock the row itself, which is the leader's."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"joint.finding:{row.pk}"])
    last = Finding.objects.filter(enforcement_id=row.pk).order_by("-number").first()
    return last.number + 1 if last else 1


def _report(row: Enforcement, new: NewFinding, incident_id: UUID, at: datetime) -> NewReport:
    """What was found lies where it was pinned, or in the area of the operation."""
    return NewReport(
        incident_id=incident_id,
        words=f"{new.words.strip()}\n（联合执法“{row.title}”发现）",
        title=new.words.strip()[:60],
        reported_at=at,
        position=new.position,
        area_code=None if new.position else row.scope_code,
        address=new.place.strip(),
        item_code=new.item_code,
        file_ids=tuple(new.file_ids),
    )


def _watch(row: Enforcement, one: Enforcer, *, at: datetime) -> None:
    minutes = -((at - row.starts_at) // timedelta(minutes=1))
    start_watch(
        NewWatch(
            kind=REPLY,
            subject_id=one.pk,
            owed=Owed(unit_id=one.unit_id),
            area_code="",
            limit=CalendarTime(minutes),
            title_zh="联合执法待答复",
            title_en="A joint enforcement waits for your unit's answer",
            target=f"joint.enforcement:{row.pk}",
            incident_id=row.incident_id,
        ),
        at=at,
    )
