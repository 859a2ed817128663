"""Organisations and places as they travel."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from jingwei.domains.organisations.api import schemas as io
from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.queries.organisations import changes_of, organisation_seen, places_run
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of, path_name
from jingwei.foundation.forms.contracts import Form, Keeping
from jingwei.foundation.forms.services.reading import form_of, shown_facts
from jingwei.foundation.forms.services.recording import shown_changes
from jingwei.foundation.records import RecordDeed
from jingwei.kernel.clock import local


def organisation_rows(rows: Sequence[Organisation], *, at: datetime) -> list[io.OrganisationRowOut]:
    names = names_of({row.scope_code for row in rows})
    return [io.OrganisationRowOut(**_row(row, names, at)) for row in rows]


def organisation_out(actor: Actor, row: Organisation, *, at: datetime) -> io.OrganisationOut:
    form = form_of(OrganisationKind(row.kind).form_kind)
    may_manage = is_permitted(actor, Permission.KEEP_ORGANISATIONS)
    operator = organisation_seen(actor, row.operator_id)
    return io.OrganisationOut(
        **_row(row, names_of({row.scope_code}), at),
        version=row.version,
        form_kind=form.kind,
        form_version=row.form_version,
        area_path=path_name(row.scope_code),
        facts=shown_facts(form, row, may_manage=may_manage),
        sealed_keys=[one.key for one in form.fields if one.keeping is not Keeping.PLAIN],
        operator=io.OperatorOut(
            organisation_id=operator.pk, name=operator.name, credit_code=operator.credit_code
        )
        if operator
        else None,
        places=0 if row.kind == OrganisationKind.PLACE else places_run(actor, row.pk),
        status_on=row.status_on,
        status_reason=row.end_reason,
        source=row.source,
        registered_at=row.registered_at,
        changed_at=row.changed_at,
        merged_into=row.merged_into_id,
        given_lon=row.given_lon,
        given_lat=row.given_lat,
        datum=row.datum,
        changes=_changes(row, form, may_manage=may_manage),
        can=_deeds(actor, row),
    )


def _changes(row: Organisation, form: Form, *, may_manage: bool) -> list[io.OrganisationChangeOut]:
    lines = changes_of(row.pk)
    units = unit_names({one.unit_id for one in lines if one.unit_id})
    return [
        io.OrganisationChangeOut(
            change_id=one.pk,
            record_version=one.record_version,
            deed=RecordDeed(one.deed),
            at=one.at,
            actor_name=one.actor_name,
            unit_name=units.get(one.unit_id, "") if one.unit_id else "",
            source=one.source,
            remark=one.remark,
            facts=shown_changes(form, one.facts, may_manage=may_manage),
        )
        for one in lines
    ]


def _row(row: Organisation, names: Mapping[str, str], at: datetime) -> dict[str, Any]:
    is_ended = row.ended_at is not None
    return {
        "organisation_id": row.pk,
        "kind": OrganisationKind(row.kind),
        "name": row.name,
        "aliases": row.aliases,
        "credit_code": row.credit_code,
        "industry": row.industry,
        "place_kind": row.place_kind,
        "employees": row.employees,
        "status": OrganisationStatus(row.status),
        "house_id": row.house_id,
        "address": row.address,
        "lon": row.position.x if row.position else None,
        "lat": row.position.y if row.position else None,
        "area_code": row.scope_code,
        "area_name": names.get(row.scope_code, row.scope_code),
        "operator_id": row.operator_id,
        "uses_gas": row.uses_gas,
        "people_sleep": row.people_sleep,
        "seen_at": row.seen_at,
        "due_on": row.due_on,
        "is_due": not is_ended and row.due_on is not None and row.due_on <= local(at).date(),
        "is_ended": is_ended,
    }


def _deeds(actor: Actor, row: Organisation) -> list[str]:
    """What the asker may do with it now."""
    can = ["reveal"] if row.sealed and is_permitted(actor, Permission.REVEAL_ORGANISATIONS) else []
    if is_permitted(actor, Permission.KEEP_ORGANISATIONS):
        if row.ended_at is None:
            can += ["change", "confirm", "move"]
        if row.merged_into_id is None:
            can += ["status"]
    if row.ended_at is None and is_permitted(actor, Permission.MANAGE_LEDGER):
        can += ["merge"]
    return can
