"""With a secret and without it: for everybody who may not know it, every byte and every count is the same."""

import time
from datetime import datetime, timedelta

import pytest

from jingwei.kernel.clock import now
from tests.matrix import tally
from tests.matrix.calls import FURTHER_CELLS
from tests.matrix.hidden.comparing import Before, ask_everybody, tales, tales_of
from tests.matrix.hidden.questions import OPERATIONS, draws_tiles
from tests.matrix.hidden.recording import Recorder, standing_clock
from tests.matrix.hidden.secrets import SECRETS, SECRETS_TOGETHER, kept_for_a_while
from tests.matrix.world import World
from tools.assurance import depth, is_deep

pytestmark = pytest.mark.slow
TILES: set[str] = {"getMapTile", "getOgcTile"}
"""Operations that hand out map tiles: each is asked by ``questions._tiles``, far off and near by, here and abroad."""
NOT_SCOPED = {
    "getBaseTile": "the base map is public",
    "getPictureTile": "pictures of somebody else's map",
    "getOgcTileMatrixSet": "describes how tiles are cut",
    "listOgcTileMatrixSets": "describes how tiles are cut",
    "getOgcTileset": "describes a layer's tiles",
    "listOgcTilesets": "describes a layer's tiles",
}
"""What speaks of tiles and holds nothing that could be hidden."""

FEW = ("not signed in", "desk wu", "handler qian")
"""Who stands for the others in everyday runs."""


@pytest.fixture(scope="module")
def moment() -> datetime:
    return now() + timedelta(seconds=5)


@pytest.fixture(scope="module")
def before(world: World, moment: datetime) -> Before:
    seats = (
        world.seats[:: 5 if FURTHER_CELLS >= 100 else 15] if is_deep() else [world.seat(name) for name in FEW]
    )
    with standing_clock(moment), kept_for_a_while([], world, moment):
        return ask_everybody(Recorder(), seats, world, is_whole=False)


def test_no_operation_hands_out_tiles_without_a_case() -> None:
    found = {one.operation_id for one in OPERATIONS if draws_tiles(one)}
    assert found <= TILES | set(NOT_SCOPED), (
        f"{sorted(found - TILES - set(NOT_SCOPED))} hand out map tiles: compare a tile with and without something hidden in it in "
        "tests/matrix/hidden/test_without.py, and name the operation in TILES."
    )


def test_everybody_reads_something(before: Before) -> None:
    assert len(before.told) > depth(100, 300)
    assert {told.status for told in before.told.values()} >= {200}
    assert before.taken


@pytest.mark.skipif(not is_deep(), reason="a second round of everything: at depth only")
def test_answers_do_not_differ_from_themselves(before: Before, world: World, moment: datetime) -> None:
    """An answer that differs from itself could prove nothing."""
    with standing_clock(moment), kept_for_a_while([], world, moment) as may_know:
        unsteady = list(filter(None, tales(before, may_know)))
    assert not unsteady, "\n".join(unsteady[:20])


@pytest.mark.parametrize(
    "names", depth([("a report about a unit",), SECRETS_TOGETHER], [(one,) for one in SECRETS])
)
def test_a_secret_changes_no_answer(
    names: tuple[str, ...], world: World, before: Before, moment: datetime
) -> None:
    began = time.perf_counter()
    with standing_clock(moment):
        told = tales_of([SECRETS[name] for name in names], before, world, moment)
    wrong = list(filter(None, told))
    tally.add("matrix", secrets=len(names), answers_compared=len(told))
    print(f"{len(told)} answers compared, {time.perf_counter() - began:.1f} s")
    assert len(told) > depth(50, 100)
    assert not wrong, f"{len(wrong)} of {len(told)}:\n" + "\n".join(wrong[:30])


def test_tiles_with_incidents_in_them_were_compared(before: Before) -> None:
    """Otherwise the comparison of tiles would prove nothing."""
    for operation in ("getMapTile", "getOgcTile"):
        tiles = [told for asked, told in before.told.items() if f"{operation} incidents" in asked.name]
        assert {told.status for told in tiles} >= {200}, operation
