"""Switching posts, tokens and one's own password."""

from datetime import timedelta

import pytest
from django.test import Client

from jingwei.foundation.access.models import Account, Holding, Post
from jingwei.foundation.access.services import open_session, reset_password
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, COMMUNITY, DAY_ONE, PASSWORD, centre, id_of

pytestmark = pytest.mark.django_db
NEW = "迎春社区-2026-新"


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def send(secret: str, method: str, path: str, body: object = None):
    client = Client()
    sent = {} if body is None else {"data": body, "content_type": "application/json"}
    return getattr(client, method)(f"/api/v1{path}", **sent, headers=bearer(secret))


@pytest.fixture
def wu() -> str:
    return open_session(CAST.wu.person_id, at=now())


@pytest.fixture
def second_post() -> str:
    post = Post(
        id=id_of("second"), title="值班长", role="commander", area_code=COMMUNITY, unit_id=centre(COMMUNITY)
    )
    post.save(force_insert=True)
    Holding(post_id=post.id, person_id=CAST.wu.person_id, from_on=DAY_ONE).save()
    return str(post.id)


def acts() -> list[str]:
    with eyes(CAST.machine):
        return [
            entry.change.get("act") for entry in Entry.objects.filter(permission="use_account").order_by("id")
        ]


def test_switching_works_in_the_other_post_from_now_on(wu: str, second_post: str) -> None:
    me = send(wu, "post", "/session/post", {"post_id": second_post}).json()
    assert (me["role"], me["post"]["post_id"]) == ("commander", second_post)
    assert send(wu, "get", "/me").json()["role"] == "commander"
    assert acts() == ["switch_post"]


def test_somebody_elses_post_is_refused(wu: str) -> None:
    answer = send(wu, "post", "/session/post", {"post_id": str(CAST.he.post_id)})
    assert (answer.status_code, answer.json()["code"]) == (403, "access.not_your_post")
    assert send(wu, "get", "/me").json()["post"]["post_id"] == str(CAST.wu.post_id)


def test_a_token_works_in_the_post_until_it_is_revoked(wu: str) -> None:
    made = send(wu, "post", "/me/tokens", {"label": "数据对接", "days": 30})
    assert made.status_code == 201
    secret = made.json()["secret"]
    assert send(secret, "get", "/me").json()["role"] == "desk"
    listed = send(wu, "get", "/me/tokens").json()
    assert [one["kind"] for one in listed if one["is_current"]] == ["session"]
    assert [(token["kind"], token["label"]) for token in listed] == [("token", "数据对接"), ("session", "")]
    assert secret not in str(listed)
    assert send(wu, "delete", f"/me/tokens/{made.json()['token_id']}").status_code == 204
    assert send(secret, "get", "/me").status_code == 401
    assert acts() == ["issue", "revoke"]


def test_a_token_cannot_manage_the_account(wu: str, second_post: str) -> None:
    secret = send(wu, "post", "/me/tokens", {"label": "数据对接", "days": 30}).json()["secret"]
    for answer in (
        send(secret, "post", "/me/tokens", {"label": "再来一个", "days": 30}),
        send(secret, "post", "/session/post", {"post_id": second_post}),
        send(secret, "post", "/me/password", {"present": PASSWORD, "new": NEW}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "access.session_needed")


@pytest.mark.parametrize("days", [0, 366])
def test_a_token_has_an_end_within_a_year(wu: str, days: int) -> None:
    assert send(wu, "post", "/me/tokens", {"label": "数据对接", "days": days}).status_code == 422


def test_somebody_elses_token_is_not_found(wu: str) -> None:
    he = open_session(CAST.he.person_id, at=now())
    token_id = send(he, "get", "/me/tokens").json()[0]["token_id"]
    assert send(wu, "delete", f"/me/tokens/{token_id}").status_code == 404
    assert send(he, "get", "/me").status_code == 200


def test_a_new_password_ends_every_other_session(wu: str) -> None:
    elsewhere = open_session(CAST.wu.person_id, at=now())
    assert send(wu, "post", "/me/password", {"present": PASSWORD, "new": NEW}).status_code == 204
    assert send(wu, "get", "/me").status_code == 200
    assert send(elsewhere, "get", "/me").status_code == 401
    body = {"username": "wu", "password": NEW}
    assert Client().post("/api/v1/session", body, content_type="application/json").status_code == 200
    assert acts()[0] == "change_password"


def test_guesses_at_the_present_password_count_like_those_at_the_door(wu: str) -> None:
    codes = [
        send(wu, "post", "/me/password", {"present": "guess", "new": NEW}).json()["code"] for _ in range(6)
    ]
    assert codes == ["access.wrong_password"] * 5 + ["access.sign_in_delayed"]


@pytest.mark.parametrize("new", ["短", "aaaaaaaaaaaa", "12345678901", "my-wu-password", PASSWORD])
def test_a_weak_password_is_refused(wu: str, new: str) -> None:
    answer = send(wu, "post", "/me/password", {"present": PASSWORD, "new": new})
    assert (answer.status_code, answer.json()["code"]) == (422, "access.weak_password")


def first_session(password: str):
    body = {"username": "wu", "password": password}
    return Client().post("/api/v1/session", body, content_type="application/json")


def test_a_one_time_password_opens_only_the_way_to_an_own_one(wu: str) -> None:
    with eyes(CAST.machine):
        password = reset_password(CAST.wu.person_id, by=None, at=now())
    assert send(wu, "get", "/me").status_code == 401

    answer = first_session(password)
    assert answer.json()["must_change_password"] is True
    secret = answer.json()["secret"]
    me = send(secret, "get", "/me").json()
    assert (me["role"], me["post"], me["must_change_password"]) == ("resident", None, True)
    switched = send(secret, "post", "/session/post", {"post_id": str(CAST.wu.post_id)})
    assert switched.json()["code"] == "access.password_must_change"
    again = first_session(password)
    assert (again.status_code, again.json()["code"]) == (401, "access.password_expired")

    assert send(secret, "post", "/me/password", {"present": password, "new": NEW}).status_code == 204
    me = send(secret, "get", "/me").json()
    assert (me["role"], me["must_change_password"]) == ("desk", False)


def test_a_one_time_password_ends_by_itself() -> None:
    with eyes(CAST.machine):
        password = reset_password(CAST.wu.person_id, by=None, at=now() - timedelta(days=4))
    assert first_session(password).json()["code"] == "access.password_expired"


def test_whoever_left_the_service_cannot_sign_in() -> None:
    with eyes(CAST.machine):
        Account.objects.filter(username="wu").update(is_active=False)
    assert first_session(PASSWORD).json()["code"] == "access.sign_in_refused"
