"""The planted world, furnished so that every fenced table holds something."""

from collections.abc import Iterator

import pytest

from jingwei.kernel.clock import now
from tests.matrix.fences.database import Table, facts_of, tables
from tests.matrix.fences.planting import furnished
from tests.matrix.fences.rules import Facts
from tests.matrix.fences.tables import FENCED
from tests.matrix.world import World


@pytest.fixture(scope="package")
def facts(world: World) -> Iterator[Facts]:
    with furnished(world, now()):
        yield facts_of([*sorted(FENCED), "access_holding"])


@pytest.fixture(scope="package")
def every_table(world: World) -> list[Table]:
    return tables()
