"""Confidential tips 线索: seen by the receiving post alone, handed from one pair of eyes to the next."""

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Channel, State
from jingwei.domains.incidents.queries import Bucket, Filter
from jingwei.domains.incidents.rules.refusals import NobodyReceives
from jingwei.domains.incidents.services import Correction
from jingwei.domains.incidents.tests.walking import can_see, reported, rows, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.models import Post
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, CITY, COUNTY, FOREIGN_GRID, TOWNSHIP, URBAN, centre, in_post

pytestmark = pytest.mark.django_db

COLLEAGUE = in_post(CAST.sun, person_id=uuid7(), post_id=uuid7(), name="同中心另一坐席")


def test_only_the_receiving_post_sees_a_tip() -> None:
    walk = tipped()
    row = walk.row
    assert (row.channel, row.centre_area, row.receiving_post_id) == (Channel.TIP, COUNTY, CAST.sun.post_id)
    seeing = {key for key, one in CAST.everybody().items() if can_see(one, walk.case)}
    assert seeing == {"sun", "li"}
    assert not can_see(COLLEAGUE, walk.case)


def test_outside_its_post_a_tip_does_not_exist() -> None:
    walk = tipped()
    for other in (CAST.guo, CAST.wu, CAST.lin, CAST.zhao, CAST.he, CAST.gao, COLLEAGUE):
        with pytest.raises(NotFound), eyes(other):
            queries.incident_for(other, walk.case)


def test_a_tip_about_a_unit_goes_above_it() -> None:
    assert tipped(about_unit_id=centre(TOWNSHIP)).row.receiving_post_id == CAST.sun.post_id
    assert tipped(about_unit_id=URBAN).row.receiving_post_id == CAST.he.post_id
    assert tipped(about_unit_id=centre(COUNTY)).row.receiving_post_id == CAST.he.post_id


def test_a_tip_lies_in_the_tray_of_its_post_and_in_no_other_list() -> None:
    walk = tipped()
    reported()

    def listed(actor: Actor, bucket: Bucket | None) -> list[object]:
        with eyes(actor):
            page = queries.list_incidents(actor, Filter(bucket=bucket), at=walk.at, cursor=None, size=50)
            return [row.pk for row in page.rows]

    assert listed(CAST.sun, Bucket.TIPS) == [walk.case]
    assert walk.case not in listed(CAST.sun, None)
    for other in (CAST.guo, COLLEAGUE, CAST.he, CAST.wu):
        assert listed(other, Bucket.TIPS) == []
        assert walk.case not in listed(other, None)
    with eyes(CAST.sun):
        assert queries.inbox_counts(CAST.sun, at=walk.at)[Bucket.TIPS] == 1
    with eyes(CAST.guo):
        assert queries.inbox_counts(CAST.guo, at=walk.at)[Bucket.TIPS] == 0


def test_working_on_a_tip_does_not_show_it_to_the_centre() -> None:
    walk = tipped().accepted(CAST.sun)
    services.note_incident(CAST.sun, walk.case, remark="初步核实", at=walk.later())
    assert not can_see(CAST.guo, walk.case)
    assert not can_see(COLLEAGUE, walk.case)


def test_an_escalated_tip_goes_to_one_post_and_stays_with_the_old_one() -> None:
    walk = tipped().escalated(CAST.sun)
    row = walk.row
    assert (row.centre_area, row.receiving_post_id) == (CITY, CAST.he.post_id)
    assert {key for key, one in CAST.everybody().items() if can_see(one, walk.case)} == {"sun", "he", "li"}
    assert walk.accepted(CAST.he).row.state == State.ACCEPTED


def test_a_corrected_tip_is_handed_to_the_other_countys_post() -> None:
    walk = tipped()
    services.correct_incident(
        CAST.sun, walk.case, Correction(position=spot(FOREIGN_GRID)), remark="实际在赫山", at=walk.later()
    )
    assert walk.row.receiving_post_id == CAST.tang.post_id
    assert {key for key, one in CAST.everybody().items() if can_see(one, walk.case)} == {"sun", "tang", "li"}


def test_a_centre_above_cannot_take_up_what_it_does_not_see() -> None:
    with pytest.raises(NotFound):
        services.take_up_incident(CAST.he, tipped().case, remark="市级督办", at=tipped().at)


def test_a_dispatched_tip_is_seen_by_the_unit_and_still_not_by_the_centre() -> None:
    walk = tipped().accepted(CAST.sun).dispatched(CAST.sun)
    seeing = {key for key, one in CAST.everybody().items() if can_see(one, walk.case)}
    assert seeing == {"sun", "li", "qian", "xu"}


def test_the_steps_of_a_tip_are_hidden_with_it() -> None:
    walk = tipped()
    with eyes(CAST.guo):
        for table in ("step", "participant", "attachment", "assignment"):
            counted = f"select count(*) from incidents_{table} where incident_id = %s"
            assert _seen(counted, walk.case) == 0
    assert rows("select count(*) from incidents_step where incident_id = %s", walk.case) == [(1,)]


def _seen(sql: str, *values: object) -> object:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


def test_where_no_desk_can_receive_a_tip_nothing_is_stored() -> None:
    Post.objects.filter(pk__in=[CAST.sun.post_id, CAST.he.post_id]).update(is_active=False)
    with pytest.raises(NobodyReceives, match="没有保存"):
        tipped()
    assert rows("select count(*) from incidents_incident") == [(0,)]


def test_where_the_county_has_no_desk_the_city_receives() -> None:
    Post.objects.filter(pk=CAST.sun.post_id).update(is_active=False)
    assert tipped().row.receiving_post_id == CAST.he.post_id
