"""The demo's joint work: written once, through the services, with something in every list."""

import pytest

from jingwei.config.demo.joint import SEEDER, seed_joint
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.domains.joint.models import Enforcement, Mediation, Meeting, Whistle
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def quiet(line: str) -> None:
    """Progress is for people."""


def test_the_demo_has_joint_work_of_every_kind_and_only_once() -> None:
    seed_joint(at=WEDNESDAY_15, say=quiet)
    assert seed_joint(at=WEDNESDAY_15, say=quiet) == 0
    with eyes(SEEDER):
        for model, count in ((Whistle, 1), (Meeting, 1), (Mediation, 2), (Enforcement, 1)):
            assert model.objects.visible_to(SEEDER).count() == count
        states = Mediation.objects.visible_to(SEEDER).values_list("state", "passes")
        assert sorted(states) == [("agreed", 0), ("waiting", 1)]
