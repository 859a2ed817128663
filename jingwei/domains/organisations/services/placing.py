"""Where something is: a house within sight, or an address of its own with a position or the area it lies in."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.gis.geos import Point

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.houses import house_cards
from jingwei.domains.organisations.models import Organisation
from jingwei.domains.organisations.rules.refusals import OutsideOwnArea, PlaceMissing
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import area_by_code, locate
from jingwei.kernel.codes import AreaCodes, Level, ancestor_codes, level_of, lies_within
from jingwei.kernel.geo import Datum, Position

LEAST_ADDRESS = 2
PLACE_COLUMNS = (
    *("house_id", "address", "position", "given_lon", "given_lat", "datum", "accuracy_m"),
    *("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code"),
)


@dataclass(frozen=True, slots=True)
class PlaceGiven:
    """What was given: a house; or an address, with a position or at least a community."""

    house_id: UUID | None = None
    address: str = ""
    position: Position | None = None
    area_code: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """The same with what follows from it."""

    house_id: UUID | None
    address: str
    position: Position | None
    codes: AreaCodes


def placed(actor: Actor, given: PlaceGiven, *, is_anywhere: bool = False) -> Placed:
    """Raises: PlaceMissing, OutsideOwnArea (unless ``is_anywhere``), OutsideCity, AreaUnknown."""
    if given.house_id is not None:
        card = house_cards(actor, [given.house_id]).get(given.house_id)
        if card is None or card.is_ended:
            raise PlaceMissing
        return in_house(card)
    address, code = given.address.strip(), given.area_code
    if given.position is not None:
        code = locate(given.position.lon, given.position.lat).area_code
    if len(address) < LEAST_ADDRESS or not code or level_of(code) < Level.COMMUNITY:
        raise PlaceMissing
    if given.position is None:
        area_by_code(code)
    if not is_anywhere and actor.scope != ANYWHERE and not lies_within(code, actor.scope):
        raise OutsideOwnArea
    return Placed(None, address, given.position, ancestor_codes(code))


def in_house(card: HouseCard) -> Placed:
    """Whatever is in a house stands where the house does."""
    where = Position(card.lon, card.lat, card.lon, card.lat, Datum.WGS84)
    return Placed(card.house_id, card.address, where, ancestor_codes(card.area_code))


def put(row: Organisation, there: Placed) -> None:
    """Write down where it is."""
    for name, value in columns_of(there).items():
        setattr(row, name, value)


def columns_of(there: Placed) -> dict[str, object]:
    """The same by columns."""
    given = there.position
    return {
        "house_id": there.house_id,
        "address": there.address,
        "position": Point(given.lon, given.lat, srid=4326) if given else None,
        "given_lon": given.given_lon if given else None,
        "given_lat": given.given_lat if given else None,
        "datum": given.datum.value if given else "",
        "accuracy_m": given.accuracy_m if given else None,
        **there.codes.columns,
    }
