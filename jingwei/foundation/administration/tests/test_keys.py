"""System keys: a named machine with exactly what it was given, from where and as often as was said."""

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Role
from jingwei.foundation.access.models import Key, KeySecret, Post
from jingwei.foundation.access.queries.keys import facts_of_key
from jingwei.foundation.administration.tests.conftest import Call
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local, now
from tests.cast import CAST, COMMUNITY, COUNTY, OTHER_COUNTY, URBAN, in_post

pytestmark = pytest.mark.django_db


def wish(**changes: Any) -> dict[str, Any]:
    return {
        "name": "智慧城管平台",
        "purpose": "同步事件办理进度",
        "area_code": COUNTY,
        "grants": ["read_incident", "read_items"],
        "expires_at": (now() + timedelta(days=90)).isoformat(),
    } | changes


@pytest.fixture
def made(call: Call) -> dict[str, str]:
    answer = call(CAST.ding, "POST", "/keys", wish())
    assert answer.status_code == 201, answer.json()
    body: dict[str, str] = answer.json()
    return body


def ask(secret: str, path: str = "/items", method: str = "GET", **more: Any) -> Any:
    return Client(raise_request_exception=False).generic(
        method,
        f"/api/v1{path}",
        HTTP_AUTHORIZATION=f"Bearer {secret}",
        content_type="application/json",
        **more,
    )


def test_a_key_does_what_it_was_given_and_nothing_else(made: dict[str, str]) -> None:
    secret = made["secret"]
    assert secret.startswith("jwk_")
    assert ask(secret).status_code == 200
    assert ask(secret, "/incidents").status_code == 200
    for path in ("/areas", "/keys", "/posts", "/audit/entries", "/me/tokens", "/adoption"):
        refused = ask(secret, path)
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden"), path


def test_only_a_digest_is_kept_and_the_secret_is_never_shown_again(call: Call, made: dict[str, str]) -> None:
    shown = call(CAST.ding, "GET", "/keys").json()
    assert made["secret"] not in str(shown)
    assert [one["name"] for one in shown["keys"]] == ["智慧城管平台"]
    with eyes(CAST.machine):
        assert made["secret"].encode() not in bytes(KeySecret.objects.get().digest)


def test_the_audit_names_the_machine_and_not_a_person(made: dict[str, str]) -> None:
    facts = facts_of_key(made["secret"], at=now())
    assert facts is not None
    assert (facts.actor.role, facts.actor.scope, facts.actor.person_id) == (Role.MACHINE, COUNTY, None)
    assert facts.actor.name == "系统密钥“智慧城管平台”"
    with eyes(CAST.machine):
        entry = Entry.objects.filter(target=f"access.key:{made['key_id']}").get()
    assert entry.actor_name == "丁宁"
    assert entry.change["grants"] == ["read_incident", "read_items"]


def test_a_unit_s_key_shares_its_part_and_sees_no_area(call: Call) -> None:
    body = call(CAST.ding, "POST", "/keys", wish(unit_id=str(URBAN))).json()
    facts = facts_of_key(body["secret"], at=now())
    assert facts is not None
    assert (facts.actor.scope, facts.actor.sharing_unit_id) == ("", URBAN)


@pytest.mark.parametrize(
    "grant", ["reveal_personal", "manage_posts", "manage_keys", "use_account", "read_audit", "export_rows"]
)
def test_what_is_personal_or_gives_power_is_never_granted(call: Call, grant: str) -> None:
    answer = call(CAST.ding, "POST", "/keys", wish(grants=["read_items", grant]))
    assert (answer.status_code, answer.json()["code"]) == (422, "access.key_not_fit")
    assert grant in answer.json()["message"]


def test_a_grant_written_into_the_database_is_not_granted_either(made: dict[str, str]) -> None:
    with eyes(CAST.machine):
        Key.objects.update(grants=["read_items", "reveal_personal", "manage_posts"])
    facts = facts_of_key(made["secret"], at=now())
    assert facts is not None
    assert facts.actor.grants is not None
    assert {one.value for one in facts.actor.grants} == {"read_items"}


@pytest.mark.parametrize(
    "bad",
    [
        {"grants": []},
        {"networks": ["nonsense"]},
        {"networks": ["0.0.0.0/0"]},
        {"networks": ["10.1.2.3/8"]},
        {"rate_per_minute": 0},
        {"expires_at": (now() + timedelta(days=400)).isoformat()},
        {"expires_at": (now() - timedelta(days=1)).isoformat()},
        {"name": " x "},
        {"area_code": COMMUNITY, "unit_id": str(URBAN)},
    ],
)
def test_a_wish_that_does_not_fit_is_refused(call: Call, bad: dict[str, Any]) -> None:
    assert call(CAST.ding, "POST", "/keys", wish(**bad)).status_code == 422


def test_names_are_used_once_and_for_all(call: Call, made: dict[str, str]) -> None:
    assert call(CAST.ding, "DELETE", f"/keys/{made['key_id']}").status_code == 204
    again = call(CAST.ding, "POST", "/keys", wish(name="智慧城管平台 "))
    assert (again.status_code, again.json()["code"]) == (409, "access.key_name_taken")


def test_an_administrator_keeps_the_keys_of_their_own_area(call: Call, made: dict[str, str]) -> None:
    with eyes(CAST.machine):
        assert Key.objects.count() == 1
    elsewhere = in_post(CAST.ding, area_code=OTHER_COUNTY, scope=OTHER_COUNTY)
    with eyes(elsewhere):
        assert not Key.objects.exists()
        assert not KeySecret.objects.exists()
    for actor in (CAST.wu, CAST.cao, CAST.he):
        with eyes(actor):
            assert not Key.objects.exists()
        assert call(actor, "GET", "/keys").status_code == 403
        assert call(actor, "DELETE", f"/keys/{made['key_id']}").status_code == 403


def test_a_revoked_or_ended_key_opens_nothing(call: Call, made: dict[str, str]) -> None:
    later = now() + timedelta(days=91)
    assert facts_of_key(made["secret"], at=later) is None
    assert call(CAST.ding, "DELETE", f"/keys/{made['key_id']}").status_code == 204
    assert ask(made["secret"]).status_code == 401
    assert ask(made["secret"] + "x").status_code == 401
    assert call(CAST.ding, "DELETE", f"/keys/{made['key_id']}").status_code == 404


def test_old_and_new_work_side_by_side_for_a_while(call: Call, made: dict[str, str]) -> None:
    renewed = call(CAST.ding, "POST", f"/keys/{made['key_id']}/rotate", {"overlap_hours": 24}).json()
    assert renewed["secret"] != made["secret"]
    for moment, opens in ((timedelta(hours=23), True), (timedelta(hours=25), False)):
        assert (facts_of_key(made["secret"], at=now() + moment) is not None) is opens
        assert facts_of_key(renewed["secret"], at=now() + moment) is not None
    (shown,) = call(CAST.ding, "GET", "/keys").json()["keys"]
    assert shown["old_ends_at"] is not None
    at_once = call(CAST.ding, "POST", f"/keys/{made['key_id']}/rotate", {"overlap_hours": 0}).json()
    assert facts_of_key(renewed["secret"], at=now()) is None
    assert facts_of_key(made["secret"], at=now()) is None
    assert facts_of_key(at_once["secret"], at=now()) is not None


@pytest.mark.parametrize(
    ("address", "opens"),
    [("10.1.2.3", True), ("10.2.2.3", False), ("203.0.113.7", True), ("203.0.113.8", False), ("::1", False)],
)
def test_a_key_works_from_its_networks_only(call: Call, address: str, opens: bool) -> None:
    body = call(CAST.ding, "POST", "/keys", wish(networks=["10.1.0.0/16", "203.0.113.7"])).json()
    answer = ask(body["secret"], REMOTE_ADDR=address)
    assert answer.status_code == (200 if opens else 403)
    if not opens:
        assert answer.json()["code"] == "access.key_from_elsewhere"


def test_a_key_asks_as_often_as_was_said_and_is_told_when_it_may_again(call: Call) -> None:
    secret = call(CAST.ding, "POST", "/keys", wish(rate_per_minute=3)).json()["secret"]
    start = now()
    with patch.object(edge, "now", lambda: start):
        answers = [ask(secret) for _ in range(4)]
    assert [one.status_code for one in answers] == [200, 200, 200, 429]
    assert [one.headers["RateLimit-Remaining"] for one in answers] == ["2", "1", "0", "0"]
    assert answers[0].headers["RateLimit-Limit"] == "3"
    refused = answers[-1]
    assert refused.json()["code"] == "access.key_too_often"
    assert refused.headers["Retry-After"] == "20" == refused.headers["RateLimit-Reset"]
    with patch.object(edge, "now", lambda: start + timedelta(seconds=20)):
        assert ask(secret).status_code == 200


def test_the_day_of_the_last_use_is_kept_and_nothing_finer(call: Call, made: dict[str, str]) -> None:
    def used_on() -> Any:
        return call(CAST.ding, "GET", "/keys").json()["keys"][0]["last_used_on"]

    assert used_on() is None
    ask(made["secret"])
    assert used_on() == local(now()).date().isoformat()


def test_a_key_reports_in_its_own_name_through_the_interface_s_channel(call: Call) -> None:
    secret = call(CAST.ding, "POST", "/keys", wish(grants=["report_incident", "read_incident"])).json()[
        "secret"
    ]
    body = (
        '{"id": "4b2f6f0e-0000-4000-8000-00000000c0de", "words": "井盖丢失，行人绕行。", '
        f'"area_code": "{COMMUNITY}", "address": "迎春路", "identity": "anonymous"}}'
    )
    made = ask(secret, "/incidents", "POST", data=body)
    assert made.status_code == 201, made.json()
    with eyes(CAST.machine):
        entry = Entry.objects.filter(target="incidents.incident:4b2f6f0e-0000-4000-8000-00000000c0de").first()
    assert entry is not None
    assert (entry.actor_name, entry.role) == ("系统密钥“智慧城管平台”", "machine")
    assert entry.change["channel"] == "api"


def test_a_key_in_a_cookie_is_no_key(made: dict[str, str]) -> None:
    client = Client()
    client.cookies["jw_session"] = made["secret"]
    assert client.get("/api/v1/me").status_code == 401


def test_an_administrator_makes_none_beyond_their_area(call: Call, made: dict[str, str]) -> None:
    Post.objects.filter(pk=CAST.ding.post_id).update(area_code=OTHER_COUNTY)
    assert call(CAST.ding, "GET", "/keys").json()["keys"] == []
    assert call(CAST.ding, "POST", "/keys", wish(name="别处的平台")).status_code == 404
    for method, path in (("POST", "/rotate"), ("DELETE", "")):
        body = {} if method == "POST" else None
        assert call(CAST.ding, method, f"/keys/{made['key_id']}{path}", body).status_code == 404
    assert (
        call(CAST.ding, "POST", "/keys", wish(name="别处的平台", area_code=OTHER_COUNTY)).status_code == 201
    )


def test_a_key_makes_no_keys(made: dict[str, str]) -> None:
    assert ask(made["secret"], "/keys", "POST", data="{}").status_code in {403, 422}
