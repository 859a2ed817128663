"""The demo's return visits: planned once, answered through the services, with a sample to verify."""

import pytest

from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.config.demo.visits import SEEDER, seed_visits
from jingwei.domains.returnvisits.models import SpotCheck, Visit
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def test_the_demo_has_visits_in_every_state_and_only_once() -> None:
    assert seed_visits(at=WEDNESDAY_15, say=lambda line: None) == 0
    with eyes(SEEDER):
        visits = Visit.objects.visible_to(SEEDER)
        assert {"waiting", "reached"} <= set(visits.values_list("state", flat=True))
        assert visits.filter(is_solved=False, reopened_at__isnull=False).count() == 1
        assert SpotCheck.objects.visible_to(SEEDER).exists()
