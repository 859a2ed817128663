"""Places for tests."""

from typing import Any

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.gazetteer import services
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.rules.kinds import PlaceKind
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, Position, position
from tests.cast import CAST, GRID_1, MONDAY_10, inside


def spot(
    grid: str = GRID_1, *, east: float = 0.5, north: float = 0.5, datum: Datum = Datum.WGS84
) -> Position:
    return position(*inside(grid, east=east, north=north), datum=datum)


def facts(name: str, **given: Any) -> services.PlaceFacts:
    return services.PlaceFacts(**({"name": name, "kind": PlaceKind.ROAD} | given))


def added(name: str, *, by: Actor = CAST.wu, where: Position | None = None, **given: Any) -> Place:
    new = services.NewPlace(facts(name, **given), where or spot())
    with eyes(by):
        return services.add_place(by, new, at=MONDAY_10)
