"""Buildings and houses: one of each in every place, and who must see them."""

from datetime import datetime
from typing import Any

from django.contrib.gis.geos import Point

from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.dwellings.rules.addresses import parse
from jingwei.domains.dwellings.services.standing import set_address
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes
from tests.matrix.people import FOUNDER, Seat


def plant_building(keeper: Seat, at: datetime) -> tuple[dict[str, Any], str]:
    """A building without houses, so that it may be taken out of use."""
    row = Building(**_standing(keeper, at))
    set_address(row, parse(f"矩阵路{_number(keeper)}号"))
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return {"building_id": str(row.pk)}, keeper.actor.area_code


def plant_house(keeper: Seat, at: datetime) -> tuple[dict[str, Any], str]:
    """A house with a door of its own."""
    row = House(**_standing(keeper, at))
    set_address(row, parse(f"矩阵村{_number(keeper)}组1号"))
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return {"house_id": str(row.pk)}, keeper.actor.area_code


DWELLINGS = {"building": plant_building, "house": plant_house}


def _number(keeper: Seat) -> int:
    return int(keeper.actor.post_id or 0) % 90_000 + 1


def _standing(keeper: Seat, at: datetime) -> dict[str, Any]:
    return {
        **ancestor_codes(keeper.actor.area_code).columns,
        "position": Point(112.305, 28.505, srid=4326),
        "given_lon": 112.305,
        "given_lat": 28.505,
        "datum": "wgs84",
        "source": "desk",
        "registered_at": at,
        "changed_at": at,
        "seen_at": at,
    }
