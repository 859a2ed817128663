"""Operations of the one map: layers, tiles and what stands on them."""

from collections.abc import Iterable

from jingwei.domains.incidents.queries.map_layer import INCIDENT_LAYER
from jingwei.domains.incidents.rules.sight import NOBODY_BY_AREA, sees
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.rules.permissions import PERMISSIONS
from jingwei.foundation.maps.queries import all_layers
from jingwei.kernel.codes import Level, lies_within
from jingwei.kernel.squares import DEEPEST, units_of
from tests.api.requests import Operation
from tests.cast import GRID_1, inside
from tests.matrix.of_incidents import incident_targets
from tests.matrix.outcomes import Outcome
from tests.matrix.people import Seat
from tests.matrix.targets import Target
from tests.matrix.world import Case, World

TILE_ZOOM = 13


def tile_over(grid: str, zoom: int = TILE_ZOOM) -> dict[str, int]:
    """The tile in which a grid of the small city lies."""
    x, y = units_of(*inside(grid))
    return {"z": zoom, "x": int(x) >> (DEEPEST - zoom), "y": int(y) >> (DEEPEST - zoom)}


def layers(world: World, operation: Operation) -> Iterable[Target]:
    for layer in all_layers():
        yield Target(layer.key, {"layer": layer.key} | tile_over(GRID_1), layer.permission)


def layer_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """A layer asks for its own permission besides."""
    return Outcome.IN if target.facts in PERMISSIONS[seat.actor.role] else Outcome.FORBIDDEN


def map_features(world: World, operation: Operation) -> Iterable[Target]:
    for target in incident_targets(world, operation):
        samples = {"layer": INCIDENT_LAYER.key, "feature_id": target.samples["incident_id"]}
        yield Target(target.name, samples, target.facts)


def map_feature_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    if INCIDENT_LAYER.permission not in PERMISSIONS[seat.actor.role]:
        return Outcome.FORBIDDEN
    case: Case = target.facts
    is_seen = sees(seat.actor, case.standing)
    if operation.operation_id in OF_THE_LIST:
        is_seen = is_seen and _stands_on_map(seat.actor, case)
    return Outcome.IN if is_seen else Outcome.HIDDEN


OF_THE_LIST = {"getOgcItem"}
"""What programs read one by one is what they read page by page; a card opens for everything in sight."""


def _stands_on_map(actor: Actor, case: Case) -> bool:
    """What lists hold by area, else by a unit's part, else one's own; never folded ones, nor what no area sees."""
    standing = case.standing
    has_position = len(standing.scope_code) == Level.GRID  # the others name a community and no spot in it
    if standing.sight_floor == NOBODY_BY_AREA or case.name == "folded" or not has_position:
        return False
    if actor.scope:
        return lies_within(standing.scope_code, actor.scope) and len(actor.scope) <= standing.sight_floor
    if actor.sharing_unit_id is not None:
        return (actor.sharing_unit_id, None) in standing.participants
    return True
