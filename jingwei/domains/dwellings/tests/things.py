"""Buildings and houses as tests make them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.dwellings.queries.buildings import building_for
from jingwei.domains.dwellings.queries.houses import house_for
from jingwei.domains.dwellings.rules.addresses import Parts
from jingwei.domains.dwellings.services.buildings import NewBuilding, register_building
from jingwei.domains.dwellings.services.houses import NewHouse, register_house
from jingwei.domains.dwellings.services.plans import PlanMade, keep_plan
from jingwei.domains.dwellings.services.standing import AddressGiven
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, Position, position
from tests.cast import CAST, GRID_1, MONDAY_10, inside

ESTATE = "人民路12号金山花园3栋"
TWO_UNITS = {
    "units": [
        {"label": "1", "first": 1, "last": 6, "rooms": 2},
        {"label": "2", "first": 1, "last": 6, "rooms": 2},
    ]
}


def where(grid: str = GRID_1, *, east: float = 0.5) -> Position:
    return position(*inside(grid, east=east), datum=Datum.WGS84)


def building(
    address: str = ESTATE,
    *,
    grid: str = GRID_1,
    actor: Actor = CAST.lin,
    aliases: tuple[str, ...] = (),
    at: datetime = MONDAY_10,
    **facts: Any,
) -> Building:
    new = NewBuilding(AddressGiven(address), where(grid), facts, aliases=aliases)
    return register_building(actor, new, source="desk", at=at)


def flat(
    owner: Building,
    unit: str = "1",
    room: str = "501",
    *,
    actor: Actor = CAST.lin,
    at: datetime = MONDAY_10,
    **facts: Any,
) -> House:
    address = AddressGiven(parts=Parts(unit=unit, room=room))
    return register_house(actor, NewHouse(address, facts, building_id=owner.pk), source="desk", at=at)


def farmhouse(
    address: str = "花园洞村3组12号",
    *,
    grid: str = GRID_1,
    actor: Actor = CAST.lin,
    at: datetime = MONDAY_10,
    **facts: Any,
) -> House:
    new = NewHouse(AddressGiven(address), facts, position=where(grid))
    return register_house(actor, new, source="desk", at=at)


def planned(owner: Building, data: Mapping[str, Any] = TWO_UNITS, *, actor: Actor = CAST.lin) -> PlanMade:
    version = seen_building(owner, actor).version
    return keep_plan(actor, owner.pk, data, version=version, source="desk", at=MONDAY_10)


def seen_building(row: Building, actor: Actor = CAST.wu) -> Building:
    with eyes(actor):
        return building_for(actor, row.pk)


def seen_house(row: House, actor: Actor = CAST.wu) -> House:
    with eyes(actor):
        return house_for(actor, row.pk)
