"""The demo's residents: once, in houses, in households, with numbers that nobody can have."""

import pytest

from jingwei.config.demo.residents import SEEDER, seed_residents
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.domains.residents.models import Household, Member, Resident
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def quiet(line: str) -> None:
    """Progress is for people."""


def test_the_demo_has_people_in_houses_and_households_and_only_once() -> None:
    assert seed_residents(at=WEDNESDAY_15, say=quiet) == 0
    with eyes(SEEDER):
        people = Resident.objects.visible_to(SEEDER)
        assert people.count() >= 60
        assert not people.filter(house_id=None).exists()
        assert Member.objects.filter(to_on=None).count() == people.count()
        assert Household.objects.visible_to(SEEDER).count() < people.count()
        assert people.filter(due_on__lt=WEDNESDAY_15.date()).exists()
