"""The demo's supervision: written once, through the services, with something on every page."""

from datetime import datetime

import pytest

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import COMMUNITY, GRID_ONE, centre_id, id_of
from jingwei.config.demo.staff import Staff
from jingwei.config.demo.supervision import SEEDER, seed_supervision, told_at
from jingwei.config.demo.tests.conftest import WEDNESDAY_15
from jingwei.domains.incidents.queries.warned import OpenWarning, WarningWish, open_warnings
from jingwei.domains.supervision.models import Card, Case, LapseFound
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import BEIJING

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("demo")]


def test_the_demo_has_cards_lapses_and_an_area_under_supervision_and_only_once() -> None:
    assert seed_supervision(at=WEDNESDAY_15, say=lambda line: None) == 0
    with eyes(SEEDER):
        assert {"raised", "answered"} <= set(Card.objects.values_list("state", flat=True))
        assert LapseFound.objects.exists()
        assert list(Case.objects.visible_to(SEEDER).values_list("state", flat=True)) == ["planned"]


def test_centre_department_and_officer_find_warnings_open_and_the_first_two_some_of_their_own() -> None:
    def warnings(actor: Actor) -> list[OpenWarning]:
        with eyes(actor):
            return open_warnings(actor, WarningWish(), cursor=None, size=50, at=WEDNESDAY_15).rows

    with eyes(SEEDER):
        staff = Staff(SMALL_COUNTY_CODE)
    assert any(one.is_mine for one in warnings(staff.desk(centre_id(COMMUNITY))))
    assert any(
        one.is_mine for one in warnings(staff.handler(id_of("unit", f"urban_management {SMALL_COUNTY_CODE}")))
    )
    assert warnings(staff.officer(GRID_ONE))


def test_a_city_seeded_at_night_was_warned_in_the_evening() -> None:
    night = datetime(2026, 11, 18, 2, 30, tzinfo=BEIJING)
    with eyes(SEEDER):
        assert told_at(WEDNESDAY_15) == WEDNESDAY_15
        assert told_at(night) == datetime(2026, 11, 17, 21, 30, tzinfo=BEIJING)
