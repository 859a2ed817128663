"""Doubles over HTTP: who may be registered twice, what joining two records would keep, and joining them."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query

from jingwei.domains.residents.api import schemas as io
from jingwei.domains.residents.api.people import PERSON
from jingwei.domains.residents.api.routes import router
from jingwei.domains.residents.api.shaping import doubles_out, prospect_out, resident_out
from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.queries.doubles import doubles_within
from jingwei.domains.residents.queries.person import resident_for
from jingwei.domains.residents.rules.form import BIRTH_YEAR, NAME, PHONE
from jingwei.domains.residents.services import joining
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.forms.services.using import note_used
from jingwei.kernel.clock import local, now

P = Permission


@edge.operation(
    router, "GET", "/doubles", "listResidentDoubles", P.MANAGE_RESIDENTS, response=io.ResidentDoublesOut
)
def list_doubles(request: HttpRequest, wanted: Query[io.ResidentDoublesIn]) -> io.ResidentDoublesOut:
    """Records of a community or a grid that may be of one person, because they share exactly what two people rarely do."""
    at = now()
    note_used(RESIDENT, {NAME.key, BIRTH_YEAR.key, PHONE.key}, on=local(at).date())
    return doubles_out(doubles_within(edge.actor(request), wanted.area_code), at=at)


@edge.operation(
    router,
    "GET",
    f"{PERSON}/double",
    "compareResidents",
    P.MANAGE_RESIDENTS,
    response=io.ResidentProspectOut,
    sees="resident",
)
def compare_residents(
    request: HttpRequest, resident_id: UUID, wanted: Query[io.ResidentDoubleIn]
) -> io.ResidentProspectOut:
    """Two records side by side: what would be kept, what would be filled in, what has to be chosen."""
    found = joining.look_ahead(edge.actor(request), resident_id, wanted.other_id)
    return prospect_out(found, at=now())


@edge.operation(
    router,
    "POST",
    f"{PERSON}/double",
    "mergeResidents",
    P.MANAGE_RESIDENTS,
    response=io.ResidentOut,
    sees="resident",
)
def merge_residents(request: HttpRequest, resident_id: UUID, body: io.JoinResidentsIn) -> io.ResidentOut:
    """Join another record to this one, with its residences, household, requests and history; the other one ends."""
    at, actor = now(), edge.actor(request)
    joining.join_residents(
        actor,
        resident_id,
        body.other_id,
        joining.Choices(facts=body.facts, home=body.home, household=body.household),
        versions=(body.version, body.other_version),
        reason=body.reason,
        at=at,
    )
    return resident_out(actor, resident_for(actor, resident_id), at=at)
