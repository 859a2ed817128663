"""The demo's notes: written once, through the services, with something at every stage."""

import pytest

from jingwei.config.demo.concerns import NOTES, SEEDER, seed_concerns
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.domains.concerns.contracts import ConcernStage
from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.queries.concerns import ConcernFilter, count_concerns
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]
HEARD_AT_DOORS = 1
"""What somebody said during a door visit of the demo."""


def quiet(line: str) -> None:
    """Progress is for people."""


def test_the_demo_has_notes_at_every_stage_and_only_once() -> None:
    assert seed_concerns(at=WEDNESDAY_15, say=quiet) == 0
    with eyes(SEEDER):
        assert Concern.objects.visible_to(SEEDER).count() == NOTES + HEARD_AT_DOORS
        found = [count_concerns(SEEDER, ConcernFilter(stage=(one,))) for one in ConcernStage]
    assert (sum(found), found[2]) == (NOTES - 1 + HEARD_AT_DOORS, 1)  # one was merged into another
    assert found[1] > 1
