"""Where somebody lives: a house within one's sight, or an address with the area it lies in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.houses import house_cards
from jingwei.domains.residents.contracts import Living
from jingwei.domains.residents.rules.refusals import DayInFuture, OutsideOwnArea, PlaceMissing
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import area_by_code, open_areas_within
from jingwei.kernel.codes import AreaCodes, Level, ancestor_codes, level_of, lies_within


@dataclass(frozen=True, slots=True)
class Home:
    """How and where somebody lives from a day on. With a house its address and area are taken from there."""

    living: Living
    from_on: date
    house_id: UUID | None = None
    address: str = ""
    area_code: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A home with the address and the area that follow from it."""

    home: Home
    address: str
    codes: AreaCodes


def placed(actor: Actor, home: Home, *, today: date, is_anywhere: bool = False) -> Placed:
    """Raises: PlaceMissing, OutsideOwnArea (unless ``is_anywhere``), AreaUnknown, DayInFuture."""
    house = house_cards(actor, [home.house_id]).get(home.house_id) if home.house_id is not None else None
    standing = open_areas_within([home.area_code]) if home.house_id is None else ()
    return settled(actor, home, house, standing, today=today, is_anywhere=is_anywhere)


def settled(
    actor: Actor,
    home: Home,
    house: HouseCard | None,
    standing: Collection[str],
    *,
    today: date,
    is_anywhere: bool = False,
) -> Placed:
    """The same where many are placed at once: the house is at hand, if it is in sight, and which areas stand open.

    Raises: what ``placed`` raises.
    """
    if home.from_on > today:
        raise DayInFuture(today=today)
    if home.house_id is not None:
        if house is None or house.is_ended:
            raise PlaceMissing
        return Placed(home, house.address, ancestor_codes(house.area_code))
    address, code = home.address.strip(), home.area_code
    if not address or not code or level_of(code) < Level.COMMUNITY:
        raise PlaceMissing
    if code not in standing:
        area_by_code(code)
    if not is_anywhere and actor.scope != ANYWHERE and not lies_within(code, actor.scope):
        raise OutsideOwnArea
    return Placed(home, address, ancestor_codes(code))
