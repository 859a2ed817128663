"""Visits at the door: one in every place, who must see it, and what it wrote behind the fence."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from jingwei.domains.doorvisits.models import DoorVisit
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes
from tests.matrix.of_tasking import Party
from tests.matrix.people import FOUNDER, Seat


def plant_door_visit(keeper: Seat, at: datetime) -> tuple[dict[str, Any], Party]:
    """Made by the keeper in their area."""
    who = keeper.actor
    row = DoorVisit(
        id=uuid4(),
        house_id=uuid4(),
        form_version=1,
        visited_at=at,
        person_id=who.person_id,
        post_id=who.post_id,
        officer_name=who.name,
        **ancestor_codes(who.area_code).columns,
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    party = Party((who.area_code,), frozenset(), people=frozenset({who.person_id}))
    return {"visit_id": str(row.pk)}, party


def plant_door_visits(filler: Any, lying_in: Any, areas: tuple[str, ...], person_id: UUID | None) -> None:
    """Somebody's visits here and far away, each with a record it wrote."""
    for area in areas:
        visit = filler.put("doorvisits_doorvisit", person_id=person_id, **lying_in(area))
        filler.put("doorvisits_landed", visit_id=visit["id"], deed="changed", kind="dwellings.house")
