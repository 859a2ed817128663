"""The HTTP edge: who is asking, from where, with which fields; told on routes of the test's own."""

from typing import Any
from uuid import UUID

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings
from django.urls import path
from ninja import NinjaAPI, Router, Schema
from pydantic import ValidationError

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.models import Account, Person
from jingwei.foundation.access.services import open_session, sign_out
from jingwei.foundation.audit.models import Entry
from jingwei.foundation.scoping import eyes, looking_as
from jingwei.foundation.work import work
from jingwei.kernel.clock import now
from jingwei.kernel.errors import DomainError, NotFound, SignInNeeded
from tests.cast import CAST

router = Router()


class Switches(edge.Input):
    is_on: bool
    is_kept: bool | None = None
    count: int = 0


@pytest.mark.parametrize("odd", [0, 1, "true", "yes", "off", 1.0, [], {}])
def test_a_switch_is_true_or_false_and_nothing_that_some_take_for_it(odd: object) -> None:
    assert Switches(is_on=True, is_kept=None, count=1).is_on
    with pytest.raises(ValidationError, match="true or false"):
        Switches.model_validate({"is_on": odd})
    with pytest.raises(ValidationError, match="true or false"):
        Switches.model_validate({"is_on": True, "is_kept": odd})


def test_true_is_no_number() -> None:
    with pytest.raises(ValidationError, match="a number is expected"):
        Switches.model_validate({"is_on": True, "count": True})


class Word(edge.Input):
    word: str
    tags: list[str] = []


class WhoOut(Schema):
    name: str
    is_looking: bool


def _who(request: HttpRequest) -> WhoOut:
    actor = edge.actor(request)
    return WhoOut(name=actor.name, is_looking=looking_as(actor))


@edge.operation(router, "GET", "/who", "who", Permission.USE_ACCOUNT, response=WhoOut)
def who(request: HttpRequest) -> WhoOut:
    return _who(request)


@edge.operation(
    router, "GET", "/anybody", "anybody", Permission.READ_TERRITORY, response=WhoOut, is_public=True
)
def anybody(request: HttpRequest, since: edge.Moment | None = None) -> WhoOut:
    return _who(request)


@edge.operation(router, "GET", "/dark", "dark", Permission.USE_ACCOUNT, response=WhoOut, opens_eyes=False)
def dark(request: HttpRequest) -> WhoOut:
    return _who(request)


@edge.operation(router, "GET", "/audit", "audit", Permission.READ_AUDIT, response=WhoOut)
def audit(request: HttpRequest) -> WhoOut:
    return _who(request)


@edge.operation(router, "POST", "/say/{said_id}", "say", Permission.USE_ACCOUNT, response={201: WhoOut})
def say(request: HttpRequest, said_id: UUID, body: Word) -> WhoOut:
    actor = edge.actor(request)
    with work(actor, Permission.USE_ACCOUNT) as job:
        job.record_own(f"test.word:{said_id}", word=body.word)
    if body.word == "refuse":
        raise NotFound
    return _who(request)


api = NinjaAPI(urls_namespace="edge-test")
api.add_router("", router)


@api.exception_handler(DomainError)
def refuse(request: HttpRequest, error: DomainError) -> Any:
    return api.create_response(request, {"code": error.code, "data": error.data}, status=error.status)


urlpatterns = [path("edge/", api.urls)]
SAID = "/edge/say/6f0d7f0e-43a1-4b8e-9a35-3d1c1c6f4309"

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def secret() -> str:
    return open_session(CAST.wu.person_id, at=now())


def get(address: str, **headers: str) -> Any:
    return Client().get(address, headers=headers)


def bearer(secret: str, scheme: str = "Bearer") -> dict[str, str]:
    return {"Authorization": f"{scheme} {secret}"}


def test_a_token_or_a_cookie_says_who_asks_and_opens_their_eyes(secret: str) -> None:
    client = Client()
    client.cookies["jw_session"] = secret
    for answer in (
        get("/edge/who", **bearer(secret)),
        get("/edge/who", **bearer(secret, "bearer")),
        client.get("/edge/who"),
    ):
        assert answer.json() == {"name": "吴芳", "is_looking": True}


def test_an_operation_may_leave_the_eyes_to_its_service(secret: str) -> None:
    assert get("/edge/dark", **bearer(secret)).json()["is_looking"] is False


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Basic d3U6eA==", "Bearer nonsense", "nonsense"])
def test_without_a_good_secret_nobody_is_signed_in(header: str) -> None:
    assert Client().get("/edge/who", headers={"Authorization": header}).status_code == 401
    assert get("/edge/who").status_code == 401


def test_strangers_are_the_public_where_they_are_let_in(secret: str) -> None:
    assert get("/edge/anybody").json() == {"name": "公众", "is_looking": True}
    assert get("/edge/anybody", **bearer(secret)).json()["name"] == "吴芳"


def test_a_stale_secret_is_refused_even_where_strangers_are_let_in(secret: str) -> None:
    with eyes(CAST.wu):
        sign_out(secret, at=now())
    client = Client()
    client.cookies["jw_session"] = secret
    for answer in (get("/edge/anybody", **bearer(secret)), client.get("/edge/anybody")):
        assert (answer.status_code, answer.json()["code"]) == (SignInNeeded.status, "sign_in_needed")


def test_the_permission_is_asked_before_the_handler_runs(secret: str) -> None:
    answer = get("/edge/audit", **bearer(secret))
    assert (answer.status_code, answer.json()["data"]) == (403, {"permission": "read_audit"})


HOME = "http://testserver"
COOKIE_WRITES = [
    ({}, 403),
    ({"Origin": HOME}, 201),
    ({"Origin": "https://testserver"}, 201),
    ({"Sec-Fetch-Site": "same-origin"}, 201),
    ({"Sec-Fetch-Site": "none"}, 201),
    ({"Sec-Fetch-Site": "same-site", "Origin": HOME}, 403),
    ({"Sec-Fetch-Site": "cross-site", "Origin": HOME}, 403),
    ({"Origin": "http://evil.example"}, 403),
    ({"Origin": "http://testserver.evil.example"}, 403),
    ({"Origin": "null"}, 403),
    ({"Authorization": "Basic d3U6eA=="}, 403),
]


@pytest.mark.parametrize(("headers", "status"), COOKIE_WRITES)
def test_a_cookie_writes_only_from_our_own_pages(secret: str, headers: dict[str, str], status: int) -> None:
    client = Client()
    client.cookies["jw_session"] = secret
    answer = client.post(SAID, {"word": "好"}, content_type="application/json", headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert answer.json()["code"] == "cross_site"


def test_a_cookie_reads_from_anywhere_a_link_may_stand(secret: str) -> None:
    client = Client()
    client.cookies["jw_session"] = secret
    assert client.get("/edge/who", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_a_token_writes_without_browser_headers(secret: str) -> None:
    answer = Client().post(SAID, {"word": "好"}, content_type="application/json", headers=bearer(secret))
    assert answer.status_code == 201


def test_a_refusal_takes_everything_the_request_wrote(secret: str) -> None:
    answer = Client().post(SAID, {"word": "refuse"}, content_type="application/json", headers=bearer(secret))
    assert answer.status_code == 404
    with eyes(CAST.machine):
        assert list(Entry.objects.filter(target__startswith="test.word")) == []


def test_unknown_fields_and_parameters_are_refused(secret: str) -> None:
    client, headers = Client(), bearer(secret)
    body = {"word": "好", "wrod": "坏"}
    assert client.post(SAID, body, content_type="application/json", headers=headers).status_code == 422
    answer = client.get("/edge/anybody?sinse=2026-01-01T00:00:00Z")
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown_parameter")
    assert answer.json()["data"] == {"names": "sinse", "known": "since"}


@pytest.mark.parametrize("body", [{"word": "a\x00"}, {"word": "好", "tags": ["\ud800"]}])
def test_text_that_the_database_cannot_keep_is_refused(secret: str, body: dict[str, Any]) -> None:
    answer = Client().post(SAID, body, content_type="application/json", headers=bearer(secret))
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_character")
    assert get("/edge/anybody?since=%00").status_code == 422


@pytest.mark.parametrize(
    "since",
    [
        "2026-01-01",
        "2026-01-01T00:00:00",
        "gestern",
        "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00%2B14:00",
    ],
)
def test_a_moment_needs_its_zone(since: str) -> None:
    assert get(f"/edge/anybody?since={since}").status_code == 422
    assert get("/edge/anybody?since=2026-01-01T00:00:00%2B08:00").status_code == 200


def test_whoever_left_the_post_is_not_let_in(secret: str) -> None:
    from jingwei.foundation.access.services import vacate_post

    vacate_post(CAST.wu.post_id, by=None, at=now())
    assert get("/edge/who", **bearer(secret)).status_code == 401


def test_the_facts_of_an_operation_stand_in_the_document() -> None:
    said = api.get_openapi_schema()["paths"]["/edge/say/{said_id}"]["post"]
    assert (said["x-permission"], said["x-sees"], said["x-public"]) == ("use_account", "nothing", False)


@override_settings(SESSION_COOKIE="jw_session")
def test_the_secret_is_read_from_the_header_first() -> None:
    request = RequestFactory().get("/", headers={"Authorization": "Bearer a", "Cookie": "jw_session=b"})
    assert edge.secret_of(request) == "a"
    assert edge.secret_of(RequestFactory().get("/", headers={"Cookie": "jw_session=b"})) == "b"
    assert edge.secret_of(RequestFactory().get("/")) is None


def test_nothing_is_seen_between_two_requests(secret: str) -> None:
    get("/edge/who", **bearer(secret))
    assert Person.objects.count() == Account.objects.count() == 0
