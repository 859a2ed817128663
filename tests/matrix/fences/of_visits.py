"""Samples of closed matters: who sees them; and rows of every kind behind matters that planting leaves out."""

from typing import Any

from jingwei.foundation.access.contracts import Actor
from tests.cast import COMMUNITY, COUNTY, GRID_1, OTHER_COUNTY, URBAN, WATER, centre, id_of
from tests.matrix.fences.rules import Facts, Row, area, machine, unit


def sample(actor: Actor, row: Row, facts: Facts) -> bool:
    return any(rule(actor, row, facts) for rule in (machine, unit(), area()))


def plant(filler: Any, lying_in: Any, world: Any) -> None:
    """About a unit, only for the levels above, of another county; and the photo of a check."""
    incident_id = next(iter(world.cases.values())).incident_id
    for number, (place, about, floor) in enumerate(
        ((COMMUNITY, centre(COMMUNITY), 15), (GRID_1, URBAN, 6), (OTHER_COUNTY, None, 15), (COUNTY, WATER, 4))
    ):
        behind_it = {
            "unit_id": centre(COUNTY),
            "handler_unit_id": URBAN,
            "about_unit_id": about,
            "sight_floor": floor,
            **lying_in(place),
        }
        drawn = filler.put("returnvisits_sample", unit_id=centre(COUNTY), **lying_in(place))
        filler.put("returnvisits_visit", incident_id=incident_id, closed_on=None, state="wished", why="asked",
                   way="", stars=None, closed_at=filler.at.replace(microsecond=number + 1), **behind_it)  # fmt: skip
        filler.put("returnvisits_count", **behind_it)
        made = filler.put(
            "returnvisits_spotcheck",
            sample_id=drawn["id"],
            incident_id=incident_id,
            post_id=id_of("post lin"),
            finding="",
            **behind_it,
        )
        filler.put("files_file", kind="photo", claimed_for=made["id"], claimed_at=filler.at)
