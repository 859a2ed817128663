"""Hidden or absent: for every operation that points at something, the same answer and the same work."""

import random
import time
from itertools import islice

import pytest

from jingwei.config.api import document
from jingwei.kernel.clock import now
from tests.api.requests import Operation, operations
from tests.matrix import tally
from tests.matrix.calls import FURTHER_CELLS
from tests.matrix.hidden.absent import MISSING, POINTS_BY, hidden_cells, tell_tale
from tests.matrix.hidden.recording import Recorder, standing_clock
from tests.matrix.world import World
from tools.assurance import depth, is_deep

pytestmark = pytest.mark.slow
POINTING = [one for one in operations(document()) if one.sees != "nothing"]
MOST = min(60, FURTHER_CELLS)
"""Of each operation, at depth."""


def test_every_kind_of_sight_has_a_place_in_the_address() -> None:
    missing = {one.sees for one in POINTING} - set(POINTS_BY)
    assert not missing, MISSING.format(kinds=", ".join(sorted(missing)))


@pytest.mark.parametrize("operation", POINTING, ids=lambda one: one.operation_id)
def test_nothing_tells_what_is_hidden_from_what_is_not_there(operation: Operation, world: World) -> None:
    recorder, wrong = Recorder(explains=is_deep()), []
    draw = random.Random(tally.SEED)
    found = hidden_cells(world, operation, draw, is_whole=is_deep())
    whole = list(found if is_deep() else islice(found, 1))
    chosen = draw.sample(whole, min(depth(1, MOST), len(whole)))
    began = time.perf_counter()
    with standing_clock(now()):
        for cell in chosen:
            tale = tell_tale(recorder, cell, world)
            if tale:
                wrong.append(f"{cell}: {tale}")
    tally.add("matrix", hidden_or_absent=len(chosen), statements_compared=recorder.statements)
    print(
        f"{len(chosen)} of {len(whole)}, {recorder.statements} statements, {time.perf_counter() - began:.1f} s"
    )
    assert not wrong, f"{len(wrong)} of {len(chosen)}:\n" + "\n".join(wrong[:10])
