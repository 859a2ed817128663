"""Escalating to the centre above, and taking up from below."""

from datetime import timedelta

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import NoCentreAbove, NotYours, RemarkMissing, StepRefused
from jingwei.domains.incidents.tests.walking import can_see, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, CITY, COMMUNITY, COUNTY, TOWNSHIP, centre

pytestmark = pytest.mark.django_db


def test_it_climbs_to_the_city_and_no_further() -> None:
    walk = reported()
    for by, area in [(CAST.wu, TOWNSHIP), (CAST.zhao, COUNTY), (CAST.sun, CITY)]:
        row = walk.escalated(by).row
        assert (row.centre_area, row.centre_id, row.state) == (area, centre(area), State.REPORTED)
    with pytest.raises(NoCentreAbove, match="最高一级"):
        walk.escalated(CAST.he)
    assert walk.row.version == 4
    assert [step.centre_area for step in walk.steps] == [COMMUNITY, TOWNSHIP, COUNTY, CITY]


def test_the_new_centre_gets_the_whole_time_of_the_stage() -> None:
    walk = reported()
    row = services.escalate_incident(
        CAST.wu, walk.case, remark="需要上级协调", at=walk.later(hours=4, minutes=30)
    )
    assert row.due_at == walk.at + timedelta(hours=19)  # three hours today, one tomorrow from 8:30
    assert row.stage_started_at == walk.at


def test_what_is_accepted_stays_accepted_one_level_up() -> None:
    walk = reported().accepted().escalated()
    assert walk.row.state == State.ACCEPTED
    assert walk.dispatched(CAST.zhao).row.state == State.DISPATCHED


def test_who_escalated_keeps_sight_and_loses_the_say() -> None:
    walk = reported().escalated()
    assert can_see(CAST.wu, walk.case)
    with pytest.raises(NotYours):
        walk.accepted()


def test_escalating_needs_a_reason_and_the_centre_in_charge() -> None:
    walk = reported()
    with pytest.raises(RemarkMissing):
        services.escalate_incident(CAST.wu, walk.case, remark="", at=walk.later())
    with pytest.raises(NotYours):
        walk.escalated(CAST.zhao)
    with pytest.raises(Forbidden):
        walk.escalated(CAST.lin)


def test_what_is_with_a_unit_is_not_escalated() -> None:
    with pytest.raises(StepRefused):
        reported().accepted().dispatched().escalated()


@pytest.mark.parametrize(("by", "area"), [(CAST.zhao, TOWNSHIP), (CAST.sun, COUNTY), (CAST.he, CITY)])
def test_a_centre_above_takes_it_up(by: Actor, area: str) -> None:
    walk = reported().accepted()
    row = services.take_up_incident(by, walk.case, remark="影响面大", at=walk.later())
    assert (row.centre_area, row.centre_id, row.state) == (area, centre(area), State.ACCEPTED)
    assert row.stage_started_at == walk.at
    assert can_see(CAST.wu, walk.case)


def test_a_centre_beside_or_below_cannot_take_it_up() -> None:
    walk = reported().escalated()
    with pytest.raises(NotYours, match="上级综治中心"):
        services.take_up_incident(CAST.wu, walk.case, remark="还是我们办", at=walk.later())
    with pytest.raises(NotYours):
        services.take_up_incident(CAST.zhao, walk.case, remark="还是我们办", at=walk.later())
    with pytest.raises(NotFound):
        services.take_up_incident(CAST.zhou, walk.case, remark="我们来办", at=walk.later())


def test_taking_up_what_waits_leaves_its_clock_standing() -> None:
    walk = reported().accepted()
    left = walk.row.due_at
    walk.suspended()
    row = services.take_up_incident(CAST.zhao, walk.case, remark="影响面大", at=walk.later())
    assert (row.due_at, row.warn_at) == (None, None)
    assert row.suspended_at is not None
    resumed = services.resume_incident(CAST.zhao, walk.case, at=walk.later(days=1))
    assert resumed.due_at is not None
    assert resumed.due_at - left == timedelta(days=1, minutes=10)


def test_a_machine_that_escalates_takes_no_part() -> None:
    walk = reported().escalated(CAST.machine)
    assert walk.row.centre_area == TOWNSHIP
    assert not can_see(CAST.public, walk.case)
