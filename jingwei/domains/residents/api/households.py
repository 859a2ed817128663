"""Households over HTTP."""

from uuid import UUID

from django.http import HttpRequest

from jingwei.domains.residents.api import schemas as io
from jingwei.domains.residents.api.routes import router
from jingwei.domains.residents.api.shaping import household_out
from jingwei.domains.residents.queries.person import household_for
from jingwei.domains.residents.services.households import HouseholdFacts, save_household
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.kernel.clock import now

P = Permission
HOUSEHOLD = "/households/{household_id}"


@edge.operation(
    router, "GET", HOUSEHOLD, "getHousehold", P.VIEW_RESIDENTS, response=io.HouseholdOut, sees="household"
)
def get_household(request: HttpRequest, household_id: UUID) -> io.HouseholdOut:
    """Who belongs to a household and as what; those who live out of sight have no name here."""
    actor = edge.actor(request)
    return household_out(actor, household_for(actor, household_id))


@edge.operation(
    router,
    "PUT",
    "/people/{resident_id}/household",
    "saveHousehold",
    P.MANAGE_RESIDENTS,
    response=io.HouseholdOut,
    sees="resident",
)
def save_household_(request: HttpRequest, resident_id: UUID, body: io.SaveHouseholdIn) -> io.HouseholdOut:
    """Say who belongs to the household of a person and as what; where they are in none, one is made."""
    at, actor = now(), edge.actor(request)
    facts = HouseholdFacts(
        members=[(one.resident_id, one.relation) for one in body.members],
        from_on=body.from_on,
        number=body.number,
    )
    row = save_household(actor, resident_id, facts, version=body.version, at=at)
    return household_out(actor, row)
