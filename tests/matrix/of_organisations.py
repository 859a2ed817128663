"""Organisations and places: one in every place; seen by area alone, never through a unit."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.models import Organisation
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes
from tests.matrix.people import FOUNDER, Seat


def plant_organisation(keeper: Seat, at: datetime) -> tuple[dict[str, Any], str]:
    """With another one beside it, into which it could be merged."""
    row, other = _shop(keeper, at), _shop(keeper, at)
    return {"organisation_id": str(row.pk), "into_id": str(other.pk)}, keeper.actor.area_code


def _shop(keeper: Seat, at: datetime) -> Organisation:
    row = Organisation(
        kind=OrganisationKind.PLACE.value,
        name="矩阵便利店",
        sound="juzhenbianlidian",
        place_kind="shop",
        address="矩阵路1号",
        source="desk",
        registered_at=at,
        changed_at=at,
        seen_at=at,
        **ancestor_codes(keeper.actor.area_code).columns,
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return row


ORGANISATIONS: dict[str, Callable[[Seat, datetime], tuple[dict[str, Any], str]]] = {
    "organisation": plant_organisation
}
