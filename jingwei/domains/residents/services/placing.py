"""Where somebody lives: a house within one's sight, or an address with the area it lies in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jingwei.domains.dwellings.queries.houses import house_cards
from jingwei.domains.residents.contracts import Living
from jingwei.domains.residents.rules.refusals import DayInFuture, OutsideOwnArea, PlaceMissing
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import area_by_code
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
    """Raises: PlaceMissing, OutsideOwnArea (unless ``is_anywhere``), DayInFuture."""
    if home.from_on > today:
        raise DayInFuture(today=today)
    if home.house_id is not None:
        card = house_cards(actor, [home.house_id]).get(home.house_id)
        if card is None or card.is_ended:
            raise PlaceMissing
        return Placed(home, card.address, ancestor_codes(card.area_code))
    address, code = home.address.strip(), home.area_code
    if not address or not code or level_of(code) < Level.COMMUNITY:
        raise PlaceMissing
    area_by_code(code)
    if not is_anywhere and actor.scope != ANYWHERE and not lies_within(code, actor.scope):
        raise OutsideOwnArea
    return Placed(home, address, ancestor_codes(code))
