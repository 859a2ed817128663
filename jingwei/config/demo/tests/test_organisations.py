"""The demo's organisations and places: once, some in houses, some run by others, some closed, some to be seen again."""

import pytest

from jingwei.config.demo.organisations import SEEDER, seed_organisations
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.domains.organisations.models import Organisation
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def test_the_demo_has_shops_in_houses_and_streets_and_only_once() -> None:
    assert seed_organisations(at=WEDNESDAY_15, say=lambda line: None) == 0
    with eyes(SEEDER):
        rows = Organisation.objects.visible_to(SEEDER)
        assert rows.filter(kind="place").count() >= 40
        for some in ({"house_id": None}, {"operator_id": None}, {"ended_at": None}):
            assert rows.filter(**some).exists()
            assert rows.exclude(**some).exists()
        assert rows.filter(due_on__lt=WEDNESDAY_15.date()).exists()
