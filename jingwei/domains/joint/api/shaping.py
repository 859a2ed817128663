"""From rows to what travels: names are looked up once for a page, matters only as far as the reader sees them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries.assisting import ended_assists
from jingwei.domains.incidents.queries.known import matters_by_id
from jingwei.domains.joint.api import schemas as out
from jingwei.domains.joint.contracts import DecisionKind, MeetingState, WhistleEnd
from jingwei.domains.joint.models import Decision, Meeting, Summons, Whistle
from jingwei.domains.joint.queries import decisions_of, invited_to, summons_of
from jingwei.domains.joint.rules.arriving import Standing, standing_of
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.files.queries import facts_of


def whistles_out(actor: Actor, rows: Sequence[Whistle], *, at: datetime) -> list[out.WhistleOut]:
    called = summons_of(row.pk for row in rows)
    units = unit_names({row.unit_id for row in rows} | {one for row in rows for one in row.unit_ids})
    areas = names_of({row.scope_code for row in rows})
    matters = matters_out(actor, (row.incident_id for row in rows))
    return [_whistle(actor, row, called.get(row.pk, []), units, areas, matters, at=at) for row in rows]


def _whistle(
    actor: Actor,
    row: Whistle,
    called: Sequence[Summons],
    units: dict[UUID, str],
    areas: dict[str, str],
    matters: dict[UUID, out.JointMatterOut],
    *,
    at: datetime,
) -> out.WhistleOut:
    shown = [_summons(row, one, units, at=at) for one in called]
    mine = next((one for one in called if one.unit_id == actor.unit_id), None)
    is_running = row.ended_at is None
    return out.WhistleOut(
        id=row.pk,
        words=row.words,
        place=row.place,
        lon=row.position.x,
        lat=row.position.y,
        radius_m=row.radius_m,
        area_name=areas.get(row.scope_code, ""),
        meet_at=row.meet_at,
        called_at=row.called_at,
        unit_id=row.unit_id,
        unit_name=units.get(row.unit_id, ""),
        called_by_name=row.called_by_name,
        ended_at=row.ended_at,
        outcome=row.outcome,
        result=row.result,
        units=shown,
        arrived=sum(one.arrived_at is not None for one in called),
        absent=sum(one.standing is Standing.ABSENT for one in shown),
        matter=matters.get(row.incident_id) if row.incident_id else None,
        may_arrive=is_running
        and mine is not None
        and mine.arrived_at is None
        and is_permitted(actor, Permission.JOIN_JOINT),
        may_end=is_running and _called(actor, row),
    )


def _summons(row: Whistle, one: Summons, units: dict[UUID, str], *, at: datetime) -> out.SummonsOut:
    return out.SummonsOut(
        unit_id=one.unit_id,
        unit_name=units.get(one.unit_id, ""),
        standing=standing_of(
            meet_at=row.meet_at,
            arrived_at=one.arrived_at,
            ended_at=row.ended_at,
            is_called_off=row.outcome == WhistleEnd.CALLED_OFF.value,
            at=at,
        ),
        arrived_at=one.arrived_at,
        distance_m=one.distance_m,
        accuracy_m=one.accuracy_m,
        by_name=one.by_name,
        is_confirmed=one.is_confirmed,
        remark=one.remark,
    )


def meetings_out(actor: Actor, rows: Sequence[Meeting], *, at: datetime) -> list[out.MeetingOut]:
    asked, decided = invited_to(row.pk for row in rows), decisions_of(row.pk for row in rows)
    every = [one for found in decided.values() for one in found]
    units = unit_names({row.unit_id for row in rows} | {one for row in rows for one in row.unit_ids})
    areas = names_of({row.scope_code for row in rows})
    about = {row.incident_id for row in rows} | {one.incident_id for one in every}
    matters = matters_out(actor, about)
    files = files_out(actor, [one for row in rows for one in row.file_ids])
    helped = ended_assists(one.assist_id for one in every if one.assist_id)
    return [
        out.MeetingOut(
            id=row.pk,
            title=row.title,
            agenda=row.agenda,
            place=row.place,
            area_name=areas.get(row.scope_code, ""),
            starts_at=row.starts_at,
            state=MeetingState(row.state),
            called_at=row.called_at,
            unit_id=row.unit_id,
            unit_name=units.get(row.unit_id, ""),
            called_by_name=row.called_by_name,
            ended_at=row.ended_at,
            chaired_by=row.chaired_by,
            minutes=row.minutes,
            remark=row.remark,
            units=[
                out.InvitedOut(
                    unit_id=one.unit_id, unit_name=units.get(one.unit_id, ""), came=one.came, names=one.names
                )
                for one in asked.get(row.pk, [])
            ],
            files=[files[one] for one in row.file_ids if one in files],
            decisions=[
                _decision(actor, row, one, units, matters, helped, at=at) for one in decided.get(row.pk, [])
            ],
            matter=matters.get(row.incident_id) if row.incident_id else None,
            may_conduct=row.state == MeetingState.CALLED.value and _called(actor, row),
        )
        for row in rows
    ]


def _decision(
    actor: Actor,
    meeting: Meeting,
    one: Decision,
    units: dict[UUID, str],
    matters: dict[UUID, out.JointMatterOut],
    helped: dict[UUID, datetime],
    *,
    at: datetime,
) -> out.DecisionOut:
    done_at = one.done_at
    if one.kind == DecisionKind.ASSIST.value and one.assist_id:
        done_at = helped.get(one.assist_id)
    matter = matters.get(one.incident_id) if one.incident_id else None
    is_closed = matter is not None and matter.state >= State.CLOSED
    is_done = done_at is not None or (one.kind == DecisionKind.INCIDENT.value and is_closed)
    is_plain = one.kind == DecisionKind.PLAIN.value
    return out.DecisionOut(
        id=one.pk,
        number=one.number,
        kind=DecisionKind(one.kind),
        words=one.words,
        unit_id=one.unit_id,
        unit_name=units.get(one.unit_id, "") if one.unit_id else "",
        due_at=one.due_at,
        is_done=is_done,
        is_overdue=not is_done and one.due_at is not None and at > one.due_at,
        done_at=done_at,
        done_by_name=one.done_by_name,
        result=one.result,
        matter=matter,
        may_finish=is_plain
        and not is_done
        and actor.unit_id in {one.unit_id, meeting.unit_id}
        and is_permitted(actor, Permission.JOIN_JOINT),
    )


def _called(actor: Actor, row: Whistle | Meeting) -> bool:
    return actor.unit_id == row.unit_id and is_permitted(actor, Permission.CALL_JOINT)


def matters_out(actor: Actor, ids: Iterable[UUID | None]) -> dict[UUID, out.JointMatterOut]:
    wanted = sorted({one for one in ids if one is not None})
    if not wanted or not is_permitted(actor, Permission.READ_INCIDENT):
        return {}
    return {
        key: out.JointMatterOut(id=key, receipt_no=one.receipt_no, title=one.title, state=one.state)
        for key, one in matters_by_id(actor, wanted).items()
    }


def files_out(actor: Actor, file_ids: Sequence[UUID]) -> dict[UUID, out.JointFileOut]:
    """Files by their id, as far as the reader sees them."""
    found = facts_of(actor, list(dict.fromkeys(file_ids))) if file_ids else []
    return {
        one.file_id: out.JointFileOut(file_id=one.file_id, kind=one.kind.value, media_type=one.media_type)
        for one in found
    }
