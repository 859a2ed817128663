"""Return visits and spot checks: one of each in every place, and who must see them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from jingwei.domains.incidents.models import Incident
from jingwei.domains.returnvisits.contracts import VisitState, VisitWhy
from jingwei.domains.returnvisits.models import Sample, SpotCheck, Visit
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes, lies_within
from tests.api.requests import Operation
from tests.cast import WATER
from tests.matrix.outcomes import Outcome
from tests.matrix.people import FOUNDER, Seat
from tests.matrix.targets import Target

ABOUT = UUID("6f0d7f0e-43a1-4b8e-9a35-3d1c1c6f0000")
"""A unit in which nobody of the matrix works; those that do are planted with the fences."""


@dataclass(frozen=True, slots=True)
class BehindMatter:
    """Where it lies, how far down it is seen, and who has a part in it."""

    area_code: str
    floor: int
    units: frozenset[UUID | None]
    post_id: UUID | None = None


def visit_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Within one's area down to the floor, or by part; who may write it down is told behind the door."""
    who, facts = seat.actor, target.facts
    shared = who.sharing_unit_id
    by_area = lies_within(facts.area_code, who.scope) and len(who.scope) <= facts.floor
    by_part = shared is not None and shared in facts.units
    by_post = facts.post_id is not None and facts.post_id == who.post_id
    return Outcome.IN if by_area or by_part or by_post else Outcome.HIDDEN


def plant_visit(keeper: Seat, at: datetime) -> tuple[dict[str, Any], BehindMatter]:
    """The keeper's unit is to ask; the water company handled it."""
    who = keeper.actor
    with eyes(FOUNDER):
        known = Visit.objects.visible_to(FOUNDER).count()
        closed_at = at - timedelta(days=1, seconds=known)
        row = Visit(
            incident_id=_any_matter(),
            receipt_no="矩阵",
            why=VisitWhy.DRAWN.value,
            state=VisitState.WAITING.value,
            planned_at=at,
            closed_at=closed_at,
            closed_on=local(closed_at).date(),
            due_at=at + timedelta(days=3),
            has_phone=True,
            **_behind(keeper),
        )
        row.save(force_insert=True)
    return {"visit_id": str(row.pk)}, BehindMatter(who.area_code, 15, frozenset({who.unit_id, WATER}))


def plant_check(keeper: Seat, at: datetime) -> tuple[dict[str, Any], BehindMatter]:
    """Drawn by the keeper's unit and given to the keeper's post."""
    who = keeper.actor
    place = _lying_in(who.area_code)
    with eyes(FOUNDER):
        sample = Sample(
            unit_id=who.unit_id,
            from_on=local(at).date(),
            until_on=local(at).date(),
            asked_count=1,
            population=1,
            seed="0" * 32,
            limit="5d",
            drawn_at=at,
            drawn_by_name=who.name,
            **place,
        )
        sample.save(force_insert=True)
        row = SpotCheck(
            sample=sample,
            incident_id=_any_matter(),
            receipt_no="矩阵",
            closed_at=at,
            post_id=who.post_id,
            **_behind(keeper),
        )
        row.save(force_insert=True)
    units = frozenset({who.unit_id, WATER})
    return {"check_id": str(row.pk)}, BehindMatter(who.area_code, 15, units, who.post_id)


def _any_matter() -> UUID:
    found = Incident.objects.visible_to(FOUNDER).order_by("reported_at", "pk").values_list("pk", flat=True)
    first: UUID = found[0]
    return first


def _behind(keeper: Seat) -> dict[str, Any]:
    who = keeper.actor
    return {
        "unit_id": who.unit_id,
        "handler_unit_id": WATER,
        "about_unit_id": ABOUT,
        "sight_floor": 15,
        **_lying_in(who.area_code),
    }


def _lying_in(area_code: str) -> dict[str, str | None]:
    codes = ancestor_codes(area_code)
    return {
        "city_code": codes.city,
        "county_code": codes.county,
        "township_code": codes.township,
        "community_code": codes.community,
        "grid_code": codes.grid,
        "scope_code": codes.scope,
    }


Planter = Callable[[Seat, datetime], tuple[dict[str, Any], BehindMatter]]
VISITS: dict[str, Planter] = {"return_visit": plant_visit, "spot_check": plant_check}
