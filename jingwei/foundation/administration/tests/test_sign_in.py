"""Signing in and out, over HTTP."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from jingwei.foundation.access.services import clear_expired, open_session
from jingwei.foundation.administration.services import account
from jingwei.foundation.administration.services.door import sign_in
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError
from tests.cast import CAST, MONDAY_10, PASSWORD

pytestmark = pytest.mark.django_db
AT_HOME = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


def knock(client: Client, username: str, password: str, **headers: str) -> Any:
    body = {"username": username, "password": password}
    return client.post("/api/v1/session", body, content_type="application/json", headers=headers)


def recorded() -> list[Entry]:
    with eyes(CAST.machine):
        return list(Entry.objects.order_by("-id")[:5])


def test_sign_in_gives_a_secret_and_a_cookie_that_scripts_and_other_sites_cannot_use() -> None:
    client = Client()
    answer = knock(client, "wu", PASSWORD)
    assert answer.status_code == 200
    cookie = answer.cookies["jw_session"]
    assert cookie.value == answer.json()["secret"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert answer["Cache-Control"] == "private, no-store"
    me = client.get("/api/v1/me").json()
    assert (me["name"], me["role"], me["scope"]) == ("吴芳", "desk", CAST.wu.scope)
    assert me["area_path"] == "资阳区 大码头街道 迎春社区"
    assert "accept_incident" in me["permissions"]
    assert [post["post_id"] for post in me["posts"]] == [str(CAST.wu.post_id)]
    entry = recorded()[0]
    assert (entry.person_id, entry.change["act"]) == (CAST.wu.person_id, "sign_in")


def test_a_wrong_password_and_an_unknown_name_are_refused_alike_and_recorded_without_the_name() -> None:
    wrong = knock(Client(), "wu", "not-the-password")
    unknown = knock(Client(), "nobody-here", "not-the-password")
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.json() == unknown.json()
    assert wrong.json()["code"] == "access.sign_in_refused"
    first, second = recorded()[:2]
    assert (first.target, second.area_code) == ("access.account:unknown", CAST.wu.area_code)
    assert first.actor_name == "登录入口"
    assert "nobody-here" not in json.dumps([first.change, second.change])


def test_a_name_that_does_not_exist_is_made_to_wait_like_any_other() -> None:
    codes = {
        name: [knock(Client(), name, "wrong").json()["code"] for _ in range(6)]
        for name in ("wu", "nobody-here")
    }
    assert codes["wu"] == codes["nobody-here"]
    assert codes["wu"][-1] == "access.sign_in_delayed"


def test_after_five_failures_one_waits_a_minute_for_each_and_a_success_forgives_them() -> None:
    def fail(at: Any) -> str:
        with pytest.raises(DomainError) as refusal:
            sign_in("wu", "wrong", at=at)
        return refusal.value.code

    at = MONDAY_10
    assert [fail(at) for _ in range(6)] == ["access.sign_in_refused"] * 5 + ["access.sign_in_delayed"]
    assert fail(at + timedelta(seconds=59)) == "access.sign_in_delayed"
    assert fail(at + timedelta(seconds=60)) == "access.sign_in_refused"
    assert sign_in("wu", PASSWORD, at=at + timedelta(seconds=120)).actor.person_id == CAST.wu.person_id
    later = at + timedelta(seconds=121)
    assert [fail(later) for _ in range(6)] == ["access.sign_in_refused"] * 5 + ["access.sign_in_delayed"]


def test_a_stale_cookie_does_not_keep_one_from_signing_in() -> None:
    client = Client()
    client.cookies["jw_session"] = "stale"
    assert knock(client, "wu", PASSWORD, **AT_HOME).status_code == 200


def test_another_site_cannot_sign_somebody_in_as_itself() -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = knock(Client(), "wu", PASSWORD, **headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")
        assert "jw_session" not in answer.cookies


def test_sign_out_ends_the_session_and_takes_the_cookie_back() -> None:
    client = Client()
    secret = knock(client, "wu", PASSWORD).json()["secret"]
    answer = client.delete("/api/v1/session", headers=AT_HOME)
    assert answer.status_code == 204
    assert answer.cookies["jw_session"].value == ""
    again = Client().get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"})
    assert (again.status_code, again.json()["code"]) == (401, "sign_in_needed")
    assert recorded()[0].change["act"] == "sign_out"


def test_an_expired_session_opens_nothing_and_is_forgotten_a_month_later() -> None:
    at = now()
    old = open_session(CAST.wu.person_id, at=at - timedelta(days=40))
    fresh = open_session(CAST.wu.person_id, at=at)
    for secret, status in ((old, 401), (fresh, 200)):
        assert Client().get("/api/v1/me", headers={"Authorization": f"Bearer {secret}"}).status_code == status
    assert account.forget_ended_sessions(at=at) == 1
    assert account.forget_ended_sessions(at=at) == 0


def test_without_the_systems_eyes_nobody_clears_sessions() -> None:
    open_session(CAST.wu.person_id, at=now() - timedelta(days=40))
    with eyes(CAST.ding):
        assert clear_expired(before=now()) == 0


def test_accounts_and_tokens_are_hidden_from_everybody_else() -> None:
    secret = open_session(CAST.wu.person_id, at=now())
    assert secret
    counts = "select (select count(*) from access_account), (select count(*) from access_token)"
    with connection.cursor() as cursor:
        cursor.execute(counts)
        assert cursor.fetchone() == (0, 0)
        with eyes(CAST.ding):
            cursor.execute(counts)
            assert cursor.fetchone() == (1, 0)
        with eyes(CAST.wu):
            cursor.execute(counts)
            assert cursor.fetchone() == (1, 1)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"username": "wu"}, "body.password"),
        ({"username": "wu", "password": "x", "pasword": "y"}, "body.pasword"),
        ({"username": "", "password": "x"}, "body.username"),
    ],
)
def test_missing_misspelt_and_empty_fields_are_named(body: dict[str, str], field: str) -> None:
    answer = Client().post("/api/v1/session", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_fields")
    assert [fault["field"] for fault in answer.json()["data"]["faults"]] == [field]


def test_text_that_cannot_be_stored_is_refused() -> None:
    answer = knock(Client(), "wu\x00", "x")
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_character")
