"""The tray of what nobody would find: centres without anybody at the desk, tasks without a person."""

from datetime import timedelta

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.queries import Bucket, Filter
from jingwei.domains.incidents.tests.walking import reported, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries.vacancies import held_posts, unstaffed_centres
from jingwei.foundation.access.services.posts import lend_post, vacate_post
from jingwei.foundation.access.services.units import switch_unit
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, COUNTY, GRID_3, MONDAY_10, OTHER_COMMUNITY, TOWNSHIP, URBAN, centre

pytestmark = pytest.mark.django_db
AT = MONDAY_10 + timedelta(hours=6)


def leave(actor: Actor) -> None:
    """The actor's post is vacant from now on."""
    assert actor.post_id
    with eyes(CAST.machine):
        vacate_post(actor.post_id, by=None, at=MONDAY_10)


def tray(actor: Actor) -> set[object]:
    """What the tray lists; it must count the same."""
    with eyes(actor):
        page = queries.list_incidents(actor, Filter(bucket=Bucket.NOBODYS), at=AT, cursor=None, size=50)
        assert queries.inbox_counts(actor, at=AT)[Bucket.NOBODYS] == len(page.rows)
    return {row.pk for row in page.rows}


def test_a_staffed_city_has_nothing_in_it() -> None:
    reported()
    reported().accepted().dispatched().taken().handled()
    for actor in (CAST.wu, CAST.zhao, CAST.sun, CAST.guo):
        assert tray(actor) == set()


def test_what_waits_at_an_empty_desk_is_found_by_the_centres_above() -> None:
    to_accept = reported()
    to_dispatch = reported().accepted()
    to_verify = reported().accepted().dispatched().taken().handled()
    to_close = reported().accepted().dispatched().taken().handled().passed()
    reported().accepted().dispatched()
    reported().accepted().dispatched().taken().handled().passed().closed()
    reported(position=spot(GRID_3))
    tipped()
    leave(CAST.wu)
    waiting = {walk.case for walk in (to_accept, to_dispatch, to_verify, to_close)}
    for above in (CAST.zhao, CAST.sun, CAST.guo, CAST.he):
        assert tray(above) == waiting
    for beside in (CAST.mao, CAST.zhou, CAST.tang):
        assert tray(beside) == set()


def test_a_centre_that_is_switched_off_is_nobodys() -> None:
    walk = reported(position=spot(GRID_3))
    with eyes(CAST.machine):
        switch_unit(centre(OTHER_COMMUNITY), on=False)
    assert tray(CAST.zhao) == {walk.case}


def test_a_lent_desk_is_still_somebodys() -> None:
    assert CAST.zhao.post_id
    services_at = MONDAY_10 + timedelta(hours=1)
    from_zhao, to_sun = CAST.zhao.person_id, CAST.sun.person_id
    assert from_zhao
    assert to_sun
    with eyes(CAST.machine):
        lend_post(
            CAST.zhao.post_id,
            from_person_id=from_zhao,
            to_person_id=to_sun,
            starts_at=services_at,
            ends_at=services_at + timedelta(days=3),
            reason="休假",
            at=services_at,
        )
        assert centre(TOWNSHIP) not in unstaffed_centres(COUNTY, at=AT)


def test_a_units_tasks_without_a_person_are_nobodys() -> None:
    to_take = reported().accepted().dispatched()
    taken = reported().accepted().dispatched().taken()
    headed = reported().accepted().dispatched().taken()
    assert CAST.xu.post_id
    services.assign_task(CAST.xu, headed.case, post_id=CAST.xu.post_id, at=headed.later())
    assert tray(CAST.xu) == tray(CAST.qian) == {to_take.case}
    assert tray(CAST.feng) == set()
    leave(CAST.qian)
    assert tray(CAST.xu) == {to_take.case, taken.case}
    with eyes(CAST.machine):
        assert held_posts(URBAN, at=AT) == [CAST.xu.post_id]


def test_the_posts_that_count_are_held_today() -> None:
    leave(CAST.mao)
    with eyes(CAST.machine):
        before, after = MONDAY_10 - timedelta(days=1), MONDAY_10 + timedelta(days=1)
        assert unstaffed_centres(TOWNSHIP, at=before) == []
        assert unstaffed_centres(TOWNSHIP, at=after) == [centre(OTHER_COMMUNITY)]
        assert unstaffed_centres(COMMUNITY, at=after) == []
