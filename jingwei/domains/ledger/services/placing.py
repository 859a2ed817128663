"""Where a thing of the ledger stands: its position converted once, its area found, inside the actor's own."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.gis.geos import Point

from jingwei.domains.ledger.models import Placed
from jingwei.domains.ledger.rules.refusals import OutsideOwnArea, PartGivenUp
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import locate, path_name
from jingwei.kernel.codes import AreaCodes, ancestor_codes, lies_within
from jingwei.kernel.geo import Position


@dataclass(frozen=True, slots=True)
class Standing:
    """A position with the area it lies in."""

    position: Position
    codes: AreaCodes
    special_grid_code: str | None


def standing_at(actor: Actor, position: Position) -> Standing:
    """Raises: OutsideCity; OutsideOwnArea where others look after the ground."""
    place = locate(position.lon, position.lat)
    if actor.scope != ANYWHERE and not lies_within(place.area_code, actor.scope):
        raise OutsideOwnArea(area_name=path_name(place.area_code) or place.area_code)
    return Standing(position, ancestor_codes(place.area_code), place.special_grid_code)


def require_kept_in_sight(actor: Actor, scope_code: str, *units: UUID | None) -> None:
    """Raises: PartGivenUp where a change would take a thing out of the sight of who makes it."""
    is_own_area = actor.scope == ANYWHERE or lies_within(scope_code, actor.scope)
    if not is_own_area and actor.sharing_unit_id not in units:
        raise PartGivenUp


def stand(row: Placed, standing: Standing) -> None:
    """Write a place onto a row, original coordinates included."""
    codes, given = standing.codes, standing.position
    row.lie_in(codes)
    row.special_grid_code = standing.special_grid_code
    row.position = Point(given.lon, given.lat, srid=4326)
    row.given_lon, row.given_lat = given.given_lon, given.given_lat
    row.datum, row.accuracy_m = given.datum.value, given.accuracy_m


PLACE_COLUMNS = (
    "city_code",
    "county_code",
    "township_code",
    "community_code",
    "grid_code",
    "scope_code",
    "special_grid_code",
    "position",
    "given_lon",
    "given_lat",
    "datum",
    "accuracy_m",
)
