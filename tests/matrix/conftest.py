"""One planted world for this folder."""

from collections.abc import Iterator

import pytest

from tests.matrix.city import planted_world
from tests.matrix.tally import keep_all
from tests.matrix.world import World


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[World]:
    with django_db_blocker.unblock(), planted_world() as planted:  # type: ignore[attr-defined]
        yield planted
        keep_all()
