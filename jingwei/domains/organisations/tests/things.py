"""Organisations and places as tests make them. The codes are made up and only their check character is right."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.queries.organisations import OrganisationFilter, list_organisations
from jingwei.domains.organisations.services.placing import PlaceGiven
from jingwei.domains.organisations.services.registering import NewOrganisation, register_organisation
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, position
from jingwei.kernel.numbers import credit_check
from tests.cast import CAST, GRID_1, MONDAY_10, inside

PHONE = "13873711234"
TODAY = date(2026, 11, 16)
PLACE, COMPANY = OrganisationKind.PLACE, OrganisationKind.LEGAL_ENTITY


def code(order: int) -> str:
    """A made-up credit code."""
    first = f"91430902MA{order:07d}"
    return first + credit_check(first)


def at_door(grid: str = GRID_1, address: str = "迎春路12号") -> PlaceGiven:
    return PlaceGiven(address=address, position=position(*inside(grid), datum=Datum.WGS84))


def organisation(
    name: str = "金山便利店",
    kind: OrganisationKind = PLACE,
    *,
    actor: Actor = CAST.lin,
    grid: str = GRID_1,
    at: datetime = MONDAY_10,
    place: PlaceGiven | None = None,
    aliases: Sequence[str] = (),
    operator_id: UUID | None = None,
    facts: Mapping[str, object] | None = None,
) -> Organisation:
    known: dict[str, object] = {"name": name}
    if kind is PLACE:
        known["place_kind"] = "shop"
    new = NewOrganisation(
        kind, known | dict(facts or {}), place or at_door(grid), aliases=aliases, operator_id=operator_id
    )
    return register_organisation(actor, new, at=at)


def listed(actor: Actor, **wanted: Any) -> list[str]:
    """The names a list shows."""
    with eyes(actor):
        page = list_organisations(actor, OrganisationFilter(**wanted), on=TODAY)
    return [row.name for row in page.rows]


def read(actor: Actor, organisation_id: UUID) -> Organisation:
    with eyes(actor):
        found: Organisation = Organisation.objects.visible_to(actor).get(pk=organisation_id)
    return found
