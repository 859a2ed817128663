"""One planted world for this folder."""

from collections.abc import Iterator

import pytest
from django.test import override_settings

from tests.matrix.city import planted_world
from tests.matrix.tally import keep_all
from tests.matrix.world import World

A_LONG_RUN_MINUTES = 600
"""A run at depth may take longer than a proof lasts; who has to prove anew is asked elsewhere."""


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[World]:
    longer = override_settings(PROOF_MINUTES=A_LONG_RUN_MINUTES)
    with django_db_blocker.unblock(), longer, planted_world() as planted:  # type: ignore[attr-defined]
        yield planted
        keep_all()
