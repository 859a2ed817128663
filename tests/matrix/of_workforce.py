"""Files of who works in grids, and referrals: one of each in every place, and who must see them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.workforce.models import Member, Referral, Service
from jingwei.domains.workforce.rules.personal import MEMBER_PHONE
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, ancestor_codes, lies_within
from tests.api.requests import Operation
from tests.matrix.outcomes import Outcome
from tests.matrix.people import FOUNDER, Seat
from tests.matrix.targets import Target


@dataclass(frozen=True, slots=True)
class Working:
    """Where it lies, and whom it concerns; ``is_around``: what stands for a community is seen from its grids."""

    area_code: str
    people: frozenset[UUID | None]
    is_around: bool


def workforce_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Within one's area, one's own, or of the community around one's grid; who keeps it is told behind the door."""
    who, facts = seat.actor, target.facts
    is_near = (
        facts.is_around and len(who.scope) == Level.GRID and facts.area_code == who.scope[: Level.COMMUNITY]
    )
    is_own = who.person_id is not None and who.person_id in facts.people
    return Outcome.IN if lies_within(facts.area_code, who.scope) or is_near or is_own else Outcome.HIDDEN


def plant_member(keeper: Seat, at: datetime) -> tuple[dict[str, Any], Working]:
    """A policeman of the keeper's area, with a telephone."""
    area_code = keeper.actor.area_code
    row, _ = _member(keeper, at)
    return {"member_id": str(row.pk)}, Working(area_code, frozenset(), True)


def plant_referral(keeper: Seat, at: datetime) -> tuple[dict[str, Any], Working]:
    """Asked by the keeper of somebody without an account."""
    who = keeper.actor
    _, service = _member(keeper, at)
    row = Referral(
        service_id=service.pk,
        to_name="矩阵警员",
        kind_key="police",
        words="请一起上门",
        asked_at=at,
        person_id=who.person_id,
        post_id=who.post_id,
        unit_id=who.unit_id,
        asker_name=who.name,
    )
    row.lie_in(ancestor_codes(who.area_code))
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return {"referral_id": str(row.pk)}, Working(who.area_code, frozenset({who.person_id}), False)


def _member(keeper: Seat, at: datetime) -> tuple[Member, Service]:
    codes = ancestor_codes(keeper.actor.area_code)
    row = Member(
        name="矩阵警员",
        phone_sealed=seal_value(MEMBER_PHONE, "13800000000").sealed,
        registered_at=at,
        changed_at=at,
    )
    row.lie_in(codes)
    service = Service(member=row, kind_id="police", from_on=local(at).date())
    service.lie_in(codes)
    with eyes(FOUNDER):
        row.save(force_insert=True)
        service.save(force_insert=True)
    return row, service


Planter = Callable[[Seat, datetime], tuple[dict[str, Any], Working]]
WORKFORCE: dict[str, Planter] = {"grid_member": plant_member, "referral": plant_referral}
