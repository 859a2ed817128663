"""Administering posts within one's area."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.access.models import Holding, Person, Post
from jingwei.foundation.access.rules.permissions import scope_of
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, COUNTY, DAY_ONE, GRID_1, OTHER_COUNTY, URBAN, centre, id_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def county_administrator() -> Actor:
    """Pan 潘 administers the county of most of the cast."""
    person, post = id_of("person pan"), id_of("post pan")
    with eyes(CAST.machine):
        Person(id=person, name="潘静", is_staff=True, created_at=datetime(2024, 1, 1, tzinfo=UTC)).save(
            force_insert=True
        )
    Post(id=post, title="区管理员", role="administrator", area_code=COUNTY, unit_id=centre(COUNTY)).save(
        force_insert=True
    )
    Holding(post_id=post, person_id=person, from_on=DAY_ONE).save()
    return Actor(
        role=Role.ADMINISTRATOR,
        name="潘静",
        person_id=person,
        post_id=post,
        unit_id=centre(COUNTY),
        area_code=COUNTY,
        scope=scope_of(Role.ADMINISTRATOR, COUNTY),
    )


def new_post(call: Call, actor: Actor, **changes: Any) -> Any:
    body = {"title": "网格员", "role": "officer", "area_code": GRID_1, "unit_id": str(centre(COMMUNITY))}
    return call(actor, "POST", "/posts", body | changes)


def acts() -> list[tuple[str, str]]:
    with eyes(CAST.machine):
        rows = Entry.objects.filter(permission="manage_posts").order_by("id")
        return [(row.change["act"], row.area_code) for row in rows]


def test_a_post_is_opened_filled_with_a_newcomer_and_worked_in(call: Call) -> None:
    post_id = new_post(call, CAST.ding).json()["id"]
    made = call(CAST.ding, "POST", f"/posts/{post_id}/newcomer", {"name": "苏杭", "username": "suhang"})
    assert made.status_code == 201
    password = made.json()["one_time_password"]

    answer = Client().post(
        "/api/v1/session", {"username": "suhang", "password": password}, content_type="application/json"
    )
    assert answer.json()["must_change_password"] is True
    bearer = {"Authorization": f"Bearer {answer.json()['secret']}"}
    body = {"present": password, "new": "第一网格林晓-2026"}
    changed = Client().post("/api/v1/me/password", body, content_type="application/json", headers=bearer)
    assert changed.status_code == 204
    me = Client().get("/api/v1/me", headers=bearer).json()
    assert (me["name"], me["role"], me["scope"]) == ("苏杭", "officer", GRID_1)
    assert acts() == [("create", GRID_1), ("appoint_newcomer", GRID_1)]


def test_vacating_ends_the_sessions_in_the_post_and_it_can_be_filled_again(call: Call) -> None:
    assert call(CAST.lin, "GET", "/me").status_code == 200
    assert call(CAST.ding, "DELETE", f"/posts/{CAST.lin.post_id}/holder").status_code == 204
    assert call(CAST.lin, "GET", "/me").status_code == 401
    again = call(CAST.ding, "DELETE", f"/posts/{CAST.lin.post_id}/holder")
    assert (again.status_code, again.json()["code"]) == (409, "access.post_vacant")

    body = {"person_id": str(CAST.chen.person_id)}
    assert call(CAST.ding, "PUT", f"/posts/{CAST.lin.post_id}/holder", body).status_code == 204
    posts = call(CAST.chen, "GET", "/me").json()["posts"]
    assert {post["post_id"] for post in posts} == {str(CAST.chen.post_id), str(CAST.lin.post_id)}
    assert acts() == [("vacate", GRID_1), ("fill", GRID_1)]


def test_a_held_post_is_not_given_away(call: Call) -> None:
    body = {"person_id": str(CAST.chen.person_id)}
    answer = call(CAST.ding, "PUT", f"/posts/{CAST.lin.post_id}/holder", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "access.post_taken")
    assert acts() == []


def test_a_taken_user_name_leaves_nobody_half_registered(call: Call) -> None:
    post_id = new_post(call, CAST.ding).json()["id"]
    answer = call(CAST.ding, "POST", f"/posts/{post_id}/newcomer", {"name": "苏杭", "username": "wu"})
    assert (answer.status_code, answer.json()["code"]) == (409, "access.username_taken")
    with eyes(CAST.machine):
        assert not Person.objects.filter(name="苏杭").exists()


def test_an_administrator_does_not_serve_himself(call: Call) -> None:
    post_id = new_post(call, CAST.ding).json()["id"]
    for answer in (
        call(CAST.ding, "PUT", f"/posts/{post_id}/holder", {"person_id": str(CAST.ding.person_id)}),
        call(CAST.ding, "DELETE", f"/posts/{CAST.ding.post_id}/holder"),
        call(CAST.ding, "POST", f"/staff/{CAST.ding.person_id}/one-time-password"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "access.not_to_yourself")


def test_outside_the_administrators_area_nothing_is_found(call: Call, county_administrator: Actor) -> None:
    pan = county_administrator
    vacant = new_post(call, CAST.ding, area_code=OTHER_COUNTY, unit_id=str(centre(OTHER_COUNTY)), role="desk")
    post_id = vacant.json()["id"]
    for answer in (
        new_post(call, pan, area_code=OTHER_COUNTY, unit_id=str(centre(OTHER_COUNTY)), role="desk"),
        call(pan, "PUT", f"/posts/{post_id}/holder", {"person_id": str(CAST.chen.person_id)}),
        call(pan, "POST", f"/posts/{post_id}/newcomer", {"name": "苏杭", "username": "suhang"}),
        call(pan, "DELETE", f"/posts/{CAST.tang.post_id}/holder"),
        call(pan, "DELETE", f"/posts/{CAST.he.post_id}/holder"),
        call(pan, "POST", f"/staff/{CAST.tang.person_id}/one-time-password"),
        call(pan, "POST", f"/staff/{CAST.li.person_id}/one-time-password"),
        call(pan, "GET", f"/posts?area_code={OTHER_COUNTY}"),
        call(pan, "GET", "/posts?area_code=4309"),
    ):
        assert answer.status_code == 404
    assert call(CAST.tang, "GET", "/me").status_code == 200
    assert [area for _, area in acts()] == [OTHER_COUNTY]


def test_the_key_to_a_county_post_does_not_open_the_city_post_of_the_same_person(
    call: Call, county_administrator: Actor
) -> None:
    post_id = new_post(call, CAST.ding, title="兼职").json()["id"]
    call(CAST.ding, "PUT", f"/posts/{post_id}/holder", {"person_id": str(CAST.he.person_id)})
    answer = call(county_administrator, "POST", f"/staff/{CAST.he.person_id}/one-time-password")
    assert answer.status_code == 404
    assert call(CAST.ding, "POST", f"/staff/{CAST.he.person_id}/one-time-password").status_code == 201


def test_a_reset_ends_every_session_of_the_person(call: Call) -> None:
    assert call(CAST.lin, "GET", "/me").status_code == 200
    assert call(CAST.ding, "POST", f"/staff/{CAST.lin.person_id}/one-time-password").status_code == 201
    assert call(CAST.lin, "GET", "/me").status_code == 401
    assert acts() == [("reset_password", GRID_1)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"role": "system"}, "access.role_not_given"),
        ({"role": "resident"}, "access.role_not_given"),
        ({"role": "officer", "unit_id": str(URBAN)}, "access.unit_does_not_fit"),
        ({"role": "handler"}, "access.unit_does_not_fit"),
        ({"area_code": OTHER_COUNTY}, "access.unit_does_not_fit"),
        ({"area_code": "430902001001999"}, "areas.unknown"),
    ],
)
def test_a_post_that_makes_no_sense_is_refused(call: Call, changes: dict[str, str], code: str) -> None:
    answer = new_post(call, CAST.ding, **changes)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_posts_are_listed_page_by_page_without_loss(call: Call) -> None:
    seen, cursor = [], ""
    while cursor is not None:
        page = call(CAST.ding, "GET", f"/posts?limit=4{cursor and f'&cursor={cursor}'}").json()
        assert len(page["rows"]) <= 4
        seen += [(row["area_code"], row["post_id"]) for row in page["rows"]]
        cursor = page["next_cursor"]
    staff = [one for one in CAST.everybody().values() if one.post_id]
    assert {post_id for _, post_id in seen} == {str(one.post_id) for one in staff}
    assert seen == sorted(seen)
    assert len(seen) == len(set(seen))


def test_a_longer_list_asks_the_database_no_more_often(
    call: Call, django_assert_num_queries: Callable[..., Any]
) -> None:
    call(CAST.ding, "GET", "/posts?limit=1")
    with CaptureQueriesContext(connection) as short:
        call(CAST.ding, "GET", "/posts?limit=2")
    with django_assert_num_queries(len(short)):
        assert len(call(CAST.ding, "GET", "/posts?limit=200").json()["rows"]) > 10


def test_vacant_posts_can_be_asked_for(call: Call) -> None:
    post_id = new_post(call, CAST.ding).json()["id"]
    rows = call(CAST.ding, "GET", f"/posts?is_vacant=true&area_code={COUNTY}").json()["rows"]
    assert [(row["post_id"], row["holder_name"]) for row in rows] == [(post_id, "")]
    rows = call(CAST.ding, "GET", f"/posts?is_vacant=false&area_code={GRID_1}").json()["rows"]
    assert [row["holder_name"] for row in rows] == ["林晓"]


def test_staff_are_found_by_the_beginning_of_their_name_and_residents_are_not(call: Call) -> None:
    found = call(CAST.ding, "GET", "/staff?name=林").json()
    assert [row["name"] for row in found] == ["林晓"]
    assert call(CAST.ding, "GET", "/staff?name=李").json() == []


def test_colleagues_are_those_of_ones_own_unit(call: Call) -> None:
    names = {row["person_name"] for row in call(CAST.qian, "GET", "/units/mine/posts").json()}
    assert names == {"钱伟", "徐兰"}
    assert call(CAST.li, "GET", "/units/mine/posts").json() == []


def test_only_administrators_manage_posts(call: Call) -> None:
    for one in (CAST.sun, CAST.xu, CAST.li, CAST.cao):
        assert call(one, "GET", "/posts").status_code == 403
    assert call(None, "GET", "/posts").status_code == 401
