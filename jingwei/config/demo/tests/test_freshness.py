"""The demo's collection tasks: planned once, from what is due."""

import pytest

from jingwei.config.demo.freshness import SEEDER, seed_freshness
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.domains.freshness.models import Collection, GridCount, Item
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def test_the_demo_has_buildings_to_go_round_and_fresh_grids_only_once() -> None:
    assert seed_freshness(at=WEDNESDAY_15, say=lambda line: None) == 0
    with eyes(SEEDER):
        assert Collection.objects.visible_to(SEEDER).count() > 2
        assert Item.objects.count() > 5
        counted = list(GridCount.objects.visible_to(SEEDER).values_list("records", "fresh"))
    assert sum(fresh for _, fresh in counted) < sum(records for records, _ in counted)
