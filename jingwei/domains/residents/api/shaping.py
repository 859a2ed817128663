"""Residents as they travel."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from jingwei.domains.residents.api import schemas as io
from jingwei.domains.residents.contracts import RESIDENT, Living, RequestKind, RequestState
from jingwei.domains.residents.models import Household, Request, Residence, Resident, ResidentChange
from jingwei.domains.residents.queries.asked import keeps
from jingwei.domains.residents.queries.doubles import Doubles
from jingwei.domains.residents.queries.people import names_within
from jingwei.domains.residents.queries.person import (
    belonging_to,
    changes_of,
    household_of,
    members_now,
    residences_of,
)
from jingwei.domains.residents.services.households import RELATIONS
from jingwei.domains.residents.services.joining import Prospect
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of, path_name
from jingwei.foundation.forms.contracts import Keeping
from jingwei.foundation.forms.queries.standing import code_table
from jingwei.foundation.forms.services.reading import form_of, shown_facts
from jingwei.foundation.forms.services.recording import shown_changes
from jingwei.kernel.clock import local


def resident_rows(rows: Sequence[Resident], *, at: datetime) -> list[io.ResidentRowOut]:
    names = names_of({row.scope_code for row in rows})
    return [io.ResidentRowOut(**_row(row, names, at)) for row in rows]


def resident_out(actor: Actor, row: Resident, *, at: datetime) -> io.ResidentOut:
    form = form_of(RESIDENT)
    may_manage = is_permitted(actor, Permission.MANAGE_RESIDENTS)
    house = household_of(actor, row.pk)
    return io.ResidentOut(
        **_row(row, names_of({row.scope_code}), at),
        version=row.version,
        form_version=row.form_version,
        area_path=path_name(row.scope_code),
        facts=shown_facts(form, row, may_manage=may_manage),
        sealed_keys=[one.key for one in form.fields if one.keeping is not Keeping.PLAIN],
        residences=residences_out(residences_of(row.pk)),
        household=brief(house) if house else None,
        changes=_changes(changes_of(row.pk), may_manage=may_manage),
        registered_at=row.registered_at,
        ended_at=row.ended_at,
        end_reason=row.end_reason,
        merged_into=_went_to(actor, row),
        open_requests=_asked_about(actor, row),
        can=_deeds(actor, row),
    )


def prospect_out(found: Prospect, *, at: datetime) -> io.ResidentProspectOut:
    names = names_of({found.kept.scope_code, found.other.scope_code})

    def side(row: Resident, house: Household | None) -> io.JoinedSideOut:
        return io.JoinedSideOut(
            **_row(row, names, at), version=row.version, household=brief(house) if house else None
        )

    return io.ResidentProspectOut(
        kept=side(found.kept, found.kept_household),
        other=side(found.other, found.other_household),
        fields=[
            io.JoinedFieldOut(field=one.field, outcome=one.outcome, kept=one.kept, other=one.other)
            for one in found.fields
        ],
        home=found.home,
        household=found.household,
        residences=found.residences,
        requests=found.requests,
    )


def doubles_out(found: Doubles, *, at: datetime) -> io.ResidentDoublesOut:
    names = names_of({row.scope_code for one in found.rows for row in (one.kept, one.other)})
    return io.ResidentDoublesOut(
        rows=[
            io.ResidentDoubleOut(
                kept=io.ResidentRowOut(**_row(one.kept, names, at)),
                other=io.ResidentRowOut(**_row(one.other, names, at)),
                alike=one.alike,
            )
            for one in found.rows
        ],
        is_capped=found.is_capped,
        is_too_wide=found.is_too_wide,
    )


def _went_to(actor: Actor, row: Resident) -> io.ResidentLinkOut | None:
    """Into which record one was merged, where that lies within sight."""
    if row.merged_into_id is None:
        return None
    into = names_within(actor, [row.merged_into_id]).get(row.merged_into_id)
    return io.ResidentLinkOut(resident_id=into.pk, name=into.name) if into else None


def residences_out(rows: Iterable[Residence]) -> list[io.ResidenceOut]:
    found = list(rows)
    names = names_of({row.scope_code for row in found})
    return [
        io.ResidenceOut(
            living=Living(row.living),
            house_id=row.house_id,
            address=row.address,
            area_name=names.get(row.scope_code, row.scope_code),
            from_on=row.from_on,
            to_on=row.to_on,
            why=row.why,
        )
        for row in found
    ]


def brief(row: Household) -> io.HouseholdBriefOut:
    return io.HouseholdBriefOut(
        household_id=row.pk, number=row.number, address=row.address, size=len(members_now(row.pk))
    )


def household_out(actor: Actor, row: Household) -> io.HouseholdOut:
    may_change = is_permitted(actor, Permission.MANAGE_RESIDENTS)
    return io.HouseholdOut(
        household_id=row.pk,
        number=row.number,
        house_id=row.house_id,
        address=row.address,
        area_code=row.scope_code,
        area_name=path_name(row.scope_code),
        from_on=row.from_on,
        to_on=row.to_on,
        version=row.version,
        members=[
            io.HouseholdMemberOut(
                resident_id=one.resident.pk if one.resident else None,
                name=one.resident.name if one.resident else "",
                gender=one.resident.gender if one.resident else None,
                birth_year=one.resident.birth_year if one.resident else None,
                living=Living(one.resident.living) if one.resident else None,
                relation=one.relation,
                relation_zh=relation_words(one.relation)[0],
                relation_en=relation_words(one.relation)[1],
                from_on=one.from_on,
                to_on=one.to_on,
            )
            for one in belonging_to(actor, row.pk)
        ],
        can=["change"] if may_change else [],
    )


def relation_words(value: str) -> tuple[str, str]:
    """What a relation to the head is called."""
    table = code_table(RELATIONS)
    code = table.code(value) if table else None
    return (code.name_zh, code.name_en) if code else (value, value)


def requests_out(actor: Actor, rows: Sequence[Request]) -> list[io.ResidentRequestOut]:
    kept = {row.resident_id for row in rows if keeps(actor, row)}
    known = names_within(actor, kept) if kept else {}
    areas = names_of({row.to_code for row in rows if row.to_code})
    may_decide = is_permitted(actor, Permission.MANAGE_RESIDENTS)
    return [
        io.ResidentRequestOut(
            request_id=row.pk,
            kind=RequestKind(row.kind),
            state=RequestState(row.state),
            resident_id=row.resident_id if row.resident_id in known else None,
            name=known[row.resident_id].name if row.resident_id in known else "",
            address=row.address,
            to_area_name=areas.get(row.to_code, row.to_code),
            from_on=row.from_on,
            words=row.words,
            asked_at=row.asked_at,
            asker_name=row.asker_name,
            decided_at=row.decided_at,
            reason=row.reason,
            can=["decide"]
            if may_decide and row.state == RequestState.OPEN.value and keeps(actor, row)
            else [],
        )
        for row in rows
    ]


def _changes(rows: Sequence[ResidentChange], *, may_manage: bool) -> list[io.ResidentChangeOut]:
    form = form_of(RESIDENT)
    units = unit_names({row.unit_id for row in rows if row.unit_id})
    return [
        io.ResidentChangeOut(
            record_version=row.record_version,
            deed=row.deed,
            at=row.at,
            actor_name=row.actor_name,
            unit_name=units.get(row.unit_id) if row.unit_id else None,
            source=row.source,
            remark=row.remark,
            facts=shown_changes(form, row.facts, may_manage=may_manage),
        )
        for row in rows
    ]


def _row(row: Resident, names: dict[str, str], at: datetime) -> dict[str, Any]:
    return {
        "resident_id": row.pk,
        "name": row.name,
        "gender": row.gender,
        "birth_year": row.birth_year,
        "living": Living(row.living),
        "house_id": row.house_id,
        "address": row.address,
        "area_code": row.scope_code,
        "area_name": names.get(row.scope_code, row.scope_code),
        "seen_at": row.seen_at,
        "due_on": row.due_on,
        "is_due": row.ended_at is None and row.due_on is not None and row.due_on <= local(at).date(),
        "is_ended": row.ended_at is not None,
    }


def _asked_about(actor: Actor, row: Resident) -> int:
    rows = Request.objects.visible_to(actor).filter(resident_id=row.pk, state=RequestState.OPEN.value)
    return int(rows.count())


def _deeds(actor: Actor, row: Resident) -> list[str]:
    can = ["reveal"] if is_permitted(actor, Permission.REVEAL_RESIDENTS) else []
    if row.ended_at is None and is_permitted(actor, Permission.MANAGE_RESIDENTS):
        can += ["change", "confirm", "move", "end", "household", "merge"]
    return can
