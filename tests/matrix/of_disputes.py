"""Disputes and joint enforcement in the matrix: one of each in every keeper's place, with what belongs to it."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from jingwei.domains.joint.contracts import EnforcementState, MediationState, MediationWay
from jingwei.domains.joint.models import Enforcement, Mediation
from tests.cast import URBAN, WATER
from tests.matrix.people import Seat

if TYPE_CHECKING:
    from tests.matrix.fences.planting import Filler
    from tests.matrix.world import World


def mediation_row(shared: dict[str, Any], keeper: Seat, at: datetime) -> Mediation:
    """Mediated by the keeper's unit."""
    return Mediation(
        title="矩阵纠纷",
        kind_code="neighbours",
        kind_name="邻里纠纷",
        way=MediationWay.PEOPLE.value,
        level=min(len(keeper.actor.area_code), 12),
        state=MediationState.RUNNING.value,
        limit="15D",
        follow_up="15D",
        due_at=at + timedelta(days=15),
        **shared,
    )


def enforcement_row(shared: dict[str, Any], keeper: Seat, at: datetime) -> Enforcement:
    """Led by the keeper's unit."""
    return Enforcement(
        title="矩阵联合执法",
        plan="核对",
        place="矩阵路口",
        starts_at=at + timedelta(hours=1),
        state=EnforcementState.PLANNED.value,
        **shared,
    )


def plant_disputes(filler: "Filler", world: "World") -> None:
    """Parties, lines with their files, units that are asked or not, findings by some of them."""
    for number, target in enumerate(world.kept["mediation"], start=1):
        of = {"mediation_id": UUID(target.samples["mediation_id"])}
        filler.put("joint_party", side="applicant", number=number, **of)
        entry = filler.put("joint_mediationentry", act="meet", unit_id=URBAN, **of)
        filler.put("files_file", kind="document", claimed_for=entry["id"], claimed_at=filler.at)
    for number, target in enumerate(world.kept["enforcement"]):
        of = {"enforcement_id": UUID(target.samples["enforcement_id"])}
        for unit in (WATER, URBAN):
            filler.put("joint_enforcer", unit_id=unit, **of)
            filler.put(
                "joint_finding", unit_id=unit, number=number * 2 + (unit == URBAN), end="settled", **of
            )
        filler.put("files_file", kind="photo", claimed_for=of["enforcement_id"], claimed_at=filler.at)
    for target in world.kept["meeting"]:
        claimed = UUID(target.samples["meeting_id"])
        filler.put("files_file", kind="document", claimed_for=claimed, claimed_at=filler.at)
