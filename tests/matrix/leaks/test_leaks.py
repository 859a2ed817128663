"""Leaks planted on purpose, each found by the harness that is there for it: a proof that cannot fail proves nothing."""

import time
from collections.abc import Iterator

import pytest

from jingwei.kernel.clock import now
from tests.matrix.fences.database import facts_of
from tests.matrix.fences.planting import furnished
from tests.matrix.fences.tables import FENCED
from tests.matrix.hidden.recording import Recorder
from tests.matrix.leaks.finders import FINDERS, Scene
from tests.matrix.leaks.planting import LEAKS, Leak
from tests.matrix.world import World
from tools.assurance import depth, keep

pytestmark = pytest.mark.slow
CHOSEN = depth(LEAKS[:3], LEAKS)


@pytest.fixture(scope="module")
def scene(world: World) -> Iterator[Scene]:
    with furnished(world, now()):
        yield Scene(world, facts_of([*sorted(FENCED), "access_holding"]), now(), Recorder())


@pytest.fixture(scope="module")
def found() -> Iterator[list[str]]:
    began, names = time.perf_counter(), []
    yield names
    figures = {
        "leaks_planted": len(CHOSEN),
        "leaks_found": len(names),
        "kinds": len({one.finder for one in CHOSEN}),
    }
    keep("leaks", figures, seed=0, seconds=time.perf_counter() - began, command="./jw assurance leaks")


@pytest.mark.parametrize("leak", CHOSEN, ids=lambda one: one.name)
def test_a_planted_leak_is_found(leak: Leak, scene: Scene, found: list[str]) -> None:
    find = FINDERS[leak.finder]
    assert find(scene) == [], "There is a leak already, before any was planted."
    with leak.plant():
        tales = find(scene)
    assert tales, f"“{leak.name}” was not found."
    print(f"{len(tales)} traces, the first: {tales[0][:200]}")
    assert find(scene) == [], "The leak was not taken out again."
    found.append(leak.name)
