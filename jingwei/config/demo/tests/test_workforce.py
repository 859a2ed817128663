"""The demo's grid forces: written once, through the services, with a vacancy, a team and a referral to answer."""

import pytest

from jingwei.config.demo.organisation import GRID_ONE, GRID_TWO
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.config.demo.workforce import ASKED, FORCES, SEEDER, seed_workforce
from jingwei.domains.workforce.models import Member, Referral
from jingwei.domains.workforce.queries.people import people_of
from jingwei.foundation.scoping import eyes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def quiet(line: str) -> None:
    """Progress is for people."""


def test_the_demo_has_people_in_two_grids_and_only_once() -> None:
    assert seed_workforce(at=WEDNESDAY_15, say=quiet) == 0
    with eyes(SEEDER):
        assert Member.objects.visible_to(SEEDER).count() == len(FORCES) + 2
        states = sorted(Referral.objects.visible_to(SEEDER).values_list("state", flat=True))
        slots = {one.kind.key: one for one in people_of(SEEDER, GRID_TWO, at=WEDNESDAY_15).slots}
        first = {one.kind.key: one for one in people_of(SEEDER, GRID_ONE, at=WEDNESDAY_15).slots}
    assert states == ["answered", "asked"]
    assert len(ASKED) == 2
    assert slots["officer"].posts
    assert slots["doctor"].services[0].scope_code == GRID_TWO[:12]
    assert [one.member.person_id is not None for one in first["collector"].services] == [True]
