"""Lists, one record, and what is done to it."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.organisations.api import schemas as io
from jingwei.domains.organisations.api.routes import router
from jingwei.domains.organisations.api.shaping import organisation_out, organisation_rows
from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.queries import organisations as queries
from jingwei.domains.organisations.services import changing, finding, life, merging
from jingwei.domains.organisations.services.placing import PlaceGiven
from jingwei.domains.organisations.services.registering import NewOrganisation, register_organisation
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, ProofNeeded
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.forms.services.using import note_used
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.clock import local, now
from jingwei.kernel.geo import position

P = Permission
FIELD_OF_FILTER = {"words": "name"}
"""Which field of the forms a filter asks for, where it is not called like it."""


def _of_one(method: str, tail: str, operation_id: str, permission: Permission, **more: Any) -> Any:
    """An operation on one record, which answers with the record as it is afterwards where nothing else is said."""
    return edge.operation(
        router,
        method,
        f"/records/{{organisation_id}}{tail}",
        operation_id,
        permission,
        sees="organisation",
        **{"response": io.OrganisationOut, **more},
    )


@edge.operation(
    router, "GET", "/records", "listOrganisations", P.VIEW_ORGANISATIONS, response=io.OrganisationPageOut
)
def list_organisations(request: HttpRequest, wanted: Query[io.OrganisationsIn]) -> io.OrganisationPageOut:
    """Organisations and places of one's area by the sound of their names; by keyset."""
    at, actor = now(), edge.actor(request)
    narrowed = queries.OrganisationFilter(
        area_code=wanted.area_code,
        words=wanted.words,
        kind=tuple(one.value for one in wanted.kind),
        place_kind=tuple(wanted.place_kind),
        industry=tuple(wanted.industry),
        status=tuple(one.value for one in wanted.status),
        is_due=wanted.is_due,
        uses_gas=wanted.uses_gas,
        people_sleep=wanted.people_sleep,
        house_id=wanted.house_id,
        operator_id=wanted.operator_id,
    )
    on = local(at).date()
    asked = {FIELD_OF_FILTER.get(name, name) for name in wanted.model_fields_set}
    for kind in wanted.kind or OrganisationKind:
        note_used(kind.form_kind, asked, on=on)
    page = queries.list_organisations(actor, narrowed, on=on, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_organisations(actor, narrowed, on=on)
    return io.OrganisationPageOut(
        rows=organisation_rows(page.rows, at=at),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= queries.COUNT_CAP,
    )


@edge.operation(
    router, "GET", "/counts", "countOrganisations", P.VIEW_ORGANISATIONS, response=io.OrganisationCountsOut
)
def count_organisations(
    request: HttpRequest, wanted: Query[io.OrganisationCountsIn]
) -> io.OrganisationCountsOut:
    """What is open, by kind, in each area one level below; of a community in each grid."""
    whole, counted = queries.counts_by_area(edge.actor(request), wanted.area_code, on=local(now()).date())
    names = names_of({one.area_code for one in counted})
    return io.OrganisationCountsOut(
        area_code=whole,
        rows=[
            io.OrganisationCountOut(
                area_code=one.area_code,
                area_name=names.get(one.area_code, one.area_code),
                total=one.total,
                kinds=one.kinds,
                due=one.due,
            )
            for one in counted
        ],
    )


@edge.operation(
    router,
    "POST",
    "/records/find",
    "findOrganisations",
    P.VIEW_ORGANISATIONS,
    response=list[io.OrganisationRowOut],
)
def find_organisations(request: HttpRequest, body: io.FindOrganisationsIn) -> list[io.OrganisationRowOut]:
    """Organisations and places of one's area by a telephone one holds; every look is recorded."""
    at = now()
    rows = finding.find_by_phone(edge.actor(request), body.number, remark=body.remark, at=at)
    return organisation_rows(rows, at=at)


@edge.operation(
    router,
    "POST",
    "/records",
    "registerOrganisation",
    P.KEEP_ORGANISATIONS,
    response={201: io.OrganisationOut},
)
def register_organisation_(request: HttpRequest, body: io.RegisterOrganisationIn) -> io.OrganisationOut:
    """Enter an organisation or a place; a code that stands elsewhere is told as that and nothing more."""
    at, actor = now(), edge.actor(request)
    new = NewOrganisation(
        kind=body.kind,
        facts=body.facts,
        place=place_given_of(body.place),
        aliases=body.aliases,
        operator_id=body.operator_id,
        remark=body.remark,
        source=body.came_from,
    )
    row = register_organisation(actor, new, at=at)
    return organisation_out(actor, queries.organisation_for(actor, row.pk), at=at)


@_of_one("GET", "", "getOrganisation", P.VIEW_ORGANISATIONS)
def get_organisation(request: HttpRequest, organisation_id: UUID) -> io.OrganisationOut:
    """One record with its facts, who runs it, and its history; contacts masked."""
    actor = edge.actor(request)
    return organisation_out(actor, queries.organisation_for(actor, organisation_id), at=now())


@_of_one("PATCH", "", "changeOrganisation", P.KEEP_ORGANISATIONS)
def change_organisation(
    request: HttpRequest, organisation_id: UUID, body: io.ChangeOrganisationIn
) -> io.OrganisationOut:
    """Write down what changed, merged field by field; what others changed meanwhile is not overwritten."""
    at, actor = now(), edge.actor(request)
    wish = changing.Correction(
        version=body.version,
        facts=body.facts,
        aliases=body.aliases,
        operator_id=body.operator_id,
        sets_operator="operator_id" in body.model_fields_set,
        remark=body.remark,
        source=body.came_from,
    )
    changing.change_organisation(actor, organisation_id, wish, at=at)
    return organisation_out(actor, queries.organisation_for(actor, organisation_id), at=at)


@_of_one("POST", "/confirmation", "confirmOrganisation", P.KEEP_ORGANISATIONS)
def confirm_organisation(
    request: HttpRequest, organisation_id: UUID, body: io.ConfirmOrganisationIn
) -> io.OrganisationOut:
    """Note that it was looked at and nothing has changed."""
    at, actor = now(), edge.actor(request)
    changing.confirm_organisation(actor, organisation_id, source=body.came_from, at=at)
    return organisation_out(actor, queries.organisation_for(actor, organisation_id), at=at)


@_of_one("POST", "/status", "setOrganisationStatus", P.KEEP_ORGANISATIONS)
def set_organisation_status(
    request: HttpRequest, organisation_id: UUID, body: io.OrganisationStatusIn
) -> io.OrganisationOut:
    """It closed, was struck off, left the city, or opened again; from a day on and with a reason."""
    at, actor = now(), edge.actor(request)
    life.set_status(
        actor,
        organisation_id,
        body.status,
        on=body.on,
        reason=body.reason,
        version=body.version,
        source=body.came_from,
        at=at,
    )
    return organisation_out(actor, queries.organisation_for(actor, organisation_id), at=at)


@_of_one("POST", "/moves", "moveOrganisation", P.KEEP_ORGANISATIONS, response=io.MovedOrganisationOut)
def move_organisation(
    request: HttpRequest, organisation_id: UUID, body: io.MoveOrganisationIn
) -> io.MovedOrganisationOut:
    """It is somewhere else in the city now; out of one's area the record goes to those who keep it there."""
    at, actor = now(), edge.actor(request)
    life.move_organisation(
        actor,
        organisation_id,
        place_given_of(body.place),
        version=body.version,
        remark=body.remark,
        source=body.came_from,
        at=at,
    )
    row = queries.organisation_seen(actor, organisation_id)
    return io.MovedOrganisationOut(organisation=organisation_out(actor, row, at=at) if row else None)


@_of_one("POST", "/merge", "mergeOrganisation", P.MANAGE_LEDGER)
def merge_organisation(
    request: HttpRequest, organisation_id: UUID, body: io.MergeOrganisationIn
) -> io.OrganisationOut:
    """Put a double into the record that stays: its gaps are filled, the other name and code lead to it."""
    at, actor = now(), edge.actor(request)
    merging.merge_organisation(actor, organisation_id, body.into_id, reason=body.reason, at=at)
    return organisation_out(actor, queries.organisation_for(actor, body.into_id), at=at)


@_of_one(
    "POST",
    "/look",
    "revealOrganisation",
    P.REVEAL_ORGANISATIONS,
    response=io.RevealedOrganisationOut,
    proof=ProofNeeded.ONCE,
)
def reveal_organisation(
    request: HttpRequest, organisation_id: UUID, body: io.RevealOrganisationIn
) -> io.RevealedOrganisationOut:
    """Contacts in the clear, for a purpose; each look is recorded."""
    values = finding.reveal_organisation(
        edge.actor(request),
        organisation_id,
        body.keys,
        purpose=Purpose(body.purpose),
        remark=body.remark,
        at=now(),
    )
    return io.RevealedOrganisationOut(values=values)


def place_given_of(body: io.OrganisationPlaceIn) -> PlaceGiven:
    """Where it is, its position converted once, at the edge."""
    given = body.position
    where = position(given.lon, given.lat, datum=given.datum, accuracy_m=given.accuracy_m) if given else None
    return PlaceGiven(body.house_id, body.address, where, body.area_code)
