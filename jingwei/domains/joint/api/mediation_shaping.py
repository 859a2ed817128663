"""Disputes as they travel: names once a page, parties masked, the course only for those who mediate."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.joint.api import mediation_schemas as io
from jingwei.domains.joint.api.schemas import JointFileOut
from jingwei.domains.joint.api.shaping import files_out, matters_out
from jingwei.domains.joint.contracts import MediationAct, MediationState, MediationWay, PartySide
from jingwei.domains.joint.models import DisputeKind, Mediation, MediationEntry, Party
from jingwei.domains.joint.queries.mediations import entries_of, parties_of, takes_part
from jingwei.domains.joint.rules.mediating import CONFIRM_WITHIN, LEVEL_WORDS, OPEN, acts_in
from jingwei.domains.joint.rules.personal import PARTY_NAME, PARTY_PHONE
from jingwei.domains.joint.services.agreeing import Known
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.privacy.services import masked_value
from jingwei.kernel.clock import local


def mediation_rows(rows: Sequence[Mediation], *, at: datetime) -> list[io.MediationRowOut]:
    units, areas = unit_names({row.unit_id for row in rows}), names_of({row.scope_code for row in rows})
    return [io.MediationRowOut.model_validate(_row(row, units, areas, at)) for row in rows]


def mediation_out(actor: Actor, row: Mediation, *, at: datetime) -> io.MediationOut:
    is_part = takes_part(actor, row)
    entries = entries_of(row.pk) if is_part else []
    units = unit_names(
        {row.unit_id}
        | {one.unit_id for one in entries}
        | {one.to_unit_id for one in entries if one.to_unit_id}
    )
    files = files_out(actor, [one for entry in entries for one in entry.file_ids])
    matters = matters_out(actor, [row.incident_id])
    mediates = actor.unit_id == row.unit_id and is_permitted(actor, Permission.MEDIATE)
    return io.MediationOut.model_validate(
        _row(row, units, names_of({row.scope_code}), at)
        | {
            "mediators": row.mediators,
            "called_by_name": row.called_by_name,
            "taken_at": row.taken_at,
            "confirmed_no": row.confirmed_no,
            "confirmed_by": row.confirmed_by,
            "confirm_until_on": _confirm_until(row),
            "matter": matters.get(row.incident_id) if row.incident_id else None,
            "is_part": is_part,
            "may_reveal": is_part and is_permitted(actor, Permission.REVEAL_PERSONAL),
            "actions": acts_in(MediationState(row.state)) if mediates else [],
            "parties": [_party(one) for one in parties_of(row.pk)] if is_part else [],
            "entries": [_entry(one, units, files) for one in entries],
        }
    )


def _confirm_until(row: Mediation) -> object:
    """Until when the parties may ask a court together; nothing where there is no agreement or it is confirmed."""
    if row.agreed_at is None or row.confirmed_on is not None or row.way != MediationWay.PEOPLE.value:
        return None
    return local(row.agreed_at + CONFIRM_WITHIN).date()


def kinds_out(kinds: Sequence[DisputeKind]) -> list[io.DisputeKindOut]:
    return [
        io.DisputeKindOut(
            code=one.code, name=one.name_zh, name_en=one.name_en, limit=one.limit, follow_up=one.follow_up
        )
        for one in kinds
    ]


def known_out(people: Sequence[Known]) -> list[io.PartyOut]:
    return [io.PartyOut(number=one.number, side=one.side, name=one.name, phone=one.phone) for one in people]


def _row(row: Mediation, units: dict[UUID, str], areas: dict[str, str], at: datetime) -> dict[str, object]:
    label, label_en = LEVEL_WORDS[row.level]
    state = MediationState(row.state)
    owed_at = row.due_at if state in OPEN else row.follow_at
    return {
        "id": row.pk,
        "title": row.title,
        "kind": row.kind_code,
        "kind_name": row.kind_name,
        "way": row.way,
        "level": row.level,
        "level_label": label,
        "level_label_en": label_en,
        "state": state,
        "area_name": areas.get(row.scope_code, ""),
        "unit_id": row.unit_id,
        "unit_name": units.get(row.unit_id, ""),
        "called_at": row.called_at,
        "due_at": row.due_at,
        "follow_at": row.follow_at,
        "agreed_at": row.agreed_at,
        "ended_at": row.ended_at,
        "is_overdue": owed_at is not None and row.ended_at is None and at > owed_at,
        "sessions": row.sessions,
        "passes": row.passes,
        "confirmed_on": row.confirmed_on,
        "performance": row.performance,
    }


def _party(one: Party) -> io.PartyOut:
    return io.PartyOut(
        number=one.number,
        side=PartySide(one.side),
        name=masked_value(PARTY_NAME, one.name_sealed) or "",
        phone=masked_value(PARTY_PHONE, one.phone_sealed) or "",
    )


def _entry(
    one: MediationEntry, units: dict[UUID, str], files: dict[UUID, JointFileOut]
) -> io.MediationEntryOut:
    return io.MediationEntryOut(
        act=MediationAct(one.act),
        at=one.at,
        held_at=one.held_at,
        unit_name=units.get(one.unit_id, ""),
        to_unit_name=units.get(one.to_unit_id, "") if one.to_unit_id else "",
        by_name=one.by_name,
        place=one.place,
        names=one.names,
        words=one.words,
        facts=one.facts,
        performing=one.performing,
        files=[files[file_id] for file_id in one.file_ids if file_id in files],
    )
