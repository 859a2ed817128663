"""A report about the handler's own unit goes to the level above, and the unit never sees it."""

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries import Filter
from jingwei.domains.incidents.rules.refusals import AboutUnitUnknown, UnitUnfit
from jingwei.domains.incidents.tests.walking import can_see, reported, rows, stored
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from tests.cast import CAST, CITY, COMMUNITY, COUNTY, TOWNSHIP, URBAN, WATER, centre

pytestmark = pytest.mark.django_db

BELOW_TOWNSHIP = {"lin", "chen", "deng", "luo", "wu"}
IN_COUNTY = {"lin", "chen", "deng", "luo", "wu", "zhao", "sun", "guo", "gao"}


@pytest.mark.parametrize(
    ("about", "receiver"),
    [(COMMUNITY, TOWNSHIP), (TOWNSHIP, COUNTY), (COUNTY, CITY), (CITY, CITY)],
)
def test_a_report_about_a_centre_is_received_above_it(about: str, receiver: str) -> None:
    row = reported(about_unit_id=centre(about)).row
    assert (row.centre_area, row.sight_floor) == (receiver, len(receiver))


def test_a_report_about_a_department_is_received_above_it() -> None:
    assert reported(about_unit_id=URBAN).row.centre_area == CITY


def test_a_community_neither_sees_nor_touches_a_report_about_itself() -> None:
    walk = reported(about_unit_id=centre(COMMUNITY))
    seeing = {key for key, one in CAST.everybody().items() if can_see(one, walk.case)}
    assert not seeing & BELOW_TOWNSHIP
    assert {"zhao", "sun", "guo", "he", "li"} <= seeing
    for below in (CAST.wu, CAST.lin):
        with pytest.raises(NotFound):
            services.note_incident(below, walk.case, remark="请问是什么事", at=walk.later())


def test_nobody_in_the_county_sees_a_report_about_its_department() -> None:
    walk = reported(about_unit_id=URBAN)
    seeing = {key for key, one in CAST.everybody().items() if can_see(one, walk.case)}
    assert not seeing & (IN_COUNTY | {"qian", "xu"})
    assert {"he", "li"} <= seeing


def test_it_stands_in_no_list_of_the_unit() -> None:
    walk = reported(about_unit_id=centre(TOWNSHIP))

    def listed(actor: Actor) -> list[object]:
        with eyes(actor):
            page = queries.list_incidents(actor, Filter(), at=walk.at, cursor=None, size=50)
            return [row.pk for row in page.rows]

    assert walk.case not in listed(CAST.zhao) + listed(CAST.wu) + listed(CAST.lin)
    assert walk.case in listed(CAST.sun)
    assert walk.case in listed(CAST.li)


def test_the_whole_course_runs_past_the_unit() -> None:
    walk = reported(about_unit_id=URBAN).accepted(CAST.he)
    with pytest.raises(UnitUnfit, match="应由其他单位办理"):
        walk.dispatched(CAST.he)
    walk.dispatched(CAST.he, WATER).taken(CAST.feng).handled(CAST.feng).passed(CAST.he).closed(
        CAST.he
    ).rated()
    assert walk.row.state == State.CLOSED
    for one in (CAST.qian, CAST.xu):
        assert not can_see(one, walk.case)


def test_escalating_and_taking_up_never_bring_it_down() -> None:
    walk = reported(about_unit_id=centre(COMMUNITY)).accepted(CAST.zhao).escalated(CAST.zhao)
    services.take_up_incident(CAST.he, walk.case, remark="市级督办", at=walk.later())
    assert not can_see(CAST.wu, walk.case)
    with pytest.raises(UnitUnfit):
        walk.dispatched(CAST.he, centre(COMMUNITY))


def test_a_clerk_who_reports_on_their_own_unit_follows_it_alone() -> None:
    walk = reported(CAST.qian, about_unit_id=URBAN)
    assert can_see(CAST.qian, walk.case)
    assert not can_see(CAST.xu, walk.case)
    services.edit_report(CAST.qian, walk.case, words="补充：发生在上周", address=None, at=walk.later())
    assert not can_see(CAST.xu, walk.case)


def test_what_a_unit_had_before_does_not_open_a_report_about_it() -> None:
    earlier = reported().accepted().dispatched()
    later = reported(about_unit_id=URBAN)
    assert can_see(CAST.qian, earlier.case)
    assert not can_see(CAST.qian, later.case)


def test_a_report_about_an_unknown_unit_is_refused() -> None:
    with pytest.raises(AboutUnitUnknown, match="单位名单"):
        reported(about_unit_id=CAST.li.person_id)
    assert rows("select count(*) from incidents_incident") == [(0,)]
    assert stored(reported().case).about_unit_id is None
