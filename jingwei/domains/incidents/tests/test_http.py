"""Incidents over HTTP: the loop by tokens, the reporter's way in without an account, clear refusals."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jingwei.domains.incidents.tests.walking import PHONE, RUBBISH, photo
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, GRID_1, URBAN, centre, inside

pytestmark = pytest.mark.usefixtures("own_city")
API = "/api/v1"


class Person:
    """Somebody at a device, signed in or not."""

    def __init__(self, actor: Actor | None) -> None:
        self.client, self.headers = Client(raise_request_exception=False), {}
        if actor is not None and actor.person_id is not None:
            with eyes(actor):
                secret = access.open_session(actor.person_id, at=now())
            self.headers = {"Authorization": f"Bearer {secret}"}

    def post(self, path: str, **body: Any) -> tuple[int, Any]:
        answer = self.client.post(
            API + path, json.dumps(body, default=str), content_type="application/json", headers=self.headers
        )
        return answer.status_code, answer.json()

    def get(self, path: str) -> tuple[int, Any]:
        answer = self.client.get(API + path, headers=self.headers)
        return answer.status_code, answer.json()


@pytest.fixture(scope="module")
def people(own_city: str) -> Iterator[dict[str, Person]]:
    keys = ["lin", "chen", "wu", "zhao", "zhou", "sun", "qian", "feng", "li", "wang"]
    yield {key: Person(CAST.everybody()[key]) for key in keys} | {"nobody": Person(None)}
    connection.close()


def a_report(**changes: Any) -> dict[str, Any]:
    lon, lat = inside(GRID_1)
    body = {
        "id": uuid4(),
        "words": "楼下垃圾堆了三天没人清",
        "position": {"lon": lon, "lat": lat},
        "reporter_phone": PHONE,
    }
    return body | changes


def is_clear(refusal: dict[str, Any]) -> bool:
    """A refusal says what happened in two languages, under a code."""
    return bool(refusal["code"] and refusal["message"] and refusal["message_en"]) and "data" in refusal


def test_the_whole_loop_over_http(people: dict[str, Person]) -> None:
    status, receipt = people["nobody"].post("/incidents", **a_report())
    assert (status, receipt["state"], receipt["version"]) == (201, 10, 1)
    case, code = receipt["id"], receipt["tracking_code"]
    proofs = [{"file_id": photo(CAST.qian), "kind": kind} for kind in ("photo_before", "photo_after")]
    course: list[tuple[str, str, dict[str, Any]]] = [
        ("wu", "accept", {"item_code": RUBBISH, "version": 1}),
        ("wu", "escalate", {"remark": "需要协调"}),
        ("zhao", "dispatch", {"unit_id": URBAN}),
        ("qian", "take", {}),
        ("qian", "ask-extension", {"limit": "1d", "remark": "等配件"}),
        ("zhao", "refuse-extension", {"remark": "有库存"}),
        ("qian", "handle", {"remark": "已清运", "proofs": proofs}),
        ("lin", "pass-check", {"remark": "已干净"}),
        ("zhao", "close", {"remark": "已清运"}),
    ]
    for version, (who, verb, body) in enumerate(course, start=2):
        status, shown = people[who].post(f"/incidents/{case}/{verb}", **body)
        assert (status, shown.get("version")) == (200, version), (verb, shown)
    status, shown = people["nobody"].post(f"/track/{code.lower()}/rate", stars=5, is_solved=True)
    assert (status, shown["state"], len(shown["ratings"])) == (200, 70, 1)
    status, shown = people["nobody"].post(f"/track/{code}/reopen", remark="又堆满了")
    assert (status, shown["state"]) == (200, 20)
    status, shown = people["nobody"].get(f"/track/{code}")
    assert [step["action"] for step in shown["steps"]][-2:] == ["rate", "reopen"]


def test_a_neighbours_incident_is_not_there(people: dict[str, Person]) -> None:
    _, receipt = people["li"].post("/incidents", **a_report())
    path = f"/incidents/{receipt['id']}"
    unknown = people["chen"].get(f"/incidents/{uuid4()}")
    for who in ("chen", "zhou", "feng", "wang"):
        assert people[who].get(path) == unknown
        status, refusal = people[who].get(f"{path}/looks")
        assert (status, refusal["code"]) == (404, "not_found")
    for who, verb, body in [
        ("zhou", "accept", {"item_code": RUBBISH}),
        ("chen", "note", {"remark": "路过"}),
        ("feng", "take", {}),
        ("wang", "rate", {"stars": 1, "is_solved": False}),
    ]:
        status, refusal = people[who].post(f"{path}/{verb}", **body)
        assert (status, refusal["code"]) == (404, "not_found"), verb
        assert is_clear(refusal)
    assert people["nobody"].get(path)[0] == 401


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"position": {"lon": 121.47, "lat": 31.23}}, "areas.outside_city"),
        ({"words": ""}, "incident.words_missing"),
        ({"position": None}, "incident.place_missing"),
        ({"item_code": "999999"}, "routing.item_unknown"),
        ({"file_ids": [uuid4()]}, "files.not_attachable"),
        ({"reporter_phone": "12"}, "privacy.bad_phone"),
        ({"identity": "confidential", "reporter_phone": ""}, "incident.contact_missing"),
        ({"reported_at": "2099-01-01T00:00:00+08:00"}, "incident.time_in_future"),
        ({"id": "not-an-id"}, "bad_fields"),
        ({"about_unit_id": uuid4()}, "incident.about_unit_unknown"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_report_is_refused_with_what_to_do(
    people: dict[str, Person], changes: dict[str, Any], code: str
) -> None:
    status, refusal = people["li"].post("/incidents", **a_report(**changes))
    assert 400 <= status < 500
    assert refusal["code"] == code
    assert is_clear(refusal)


def test_sending_twice_gives_the_same_receipt_and_something_else_is_refused(
    people: dict[str, Person],
) -> None:
    body = a_report(identity="anonymous", reporter_phone="")
    assert people["nobody"].post("/incidents", **body) == people["nobody"].post("/incidents", **body)
    status, refusal = people["nobody"].post("/incidents", **body | {"words": "另一件事情"})
    assert (status, refusal["code"]) == (409, "incident.id_taken")
    status, refusal = people["nobody"].post("/tips", **body)
    assert (status, refusal["code"]) == (409, "incident.id_taken")


def test_refusals_of_steps_say_what_is_possible(people: dict[str, Person]) -> None:
    _, receipt = people["li"].post("/incidents", **a_report())
    path = f"/incidents/{receipt['id']}"
    status, refusal = people["wu"].post(f"{path}/close", remark="直接结案")
    assert (status, refusal["code"]) == (409, "incident.step_refused")
    assert "可执行：受理、更正、上报上级、作废、备注" in refusal["message"]
    assert "Possible: Accept, Correct, Escalate" in refusal["message_en"]
    status, refusal = people["zhao"].post(f"{path}/accept", item_code=RUBBISH)
    assert (status, refusal["code"]) == (403, "incident.not_yours")
    status, refusal = people["wu"].post(f"{path}/accept", item_code=RUBBISH, version=9)
    assert (status, refusal["code"], refusal["data"]["current"]) == (409, "stale_version", 1)
    status, refusal = people["wu"].post(f"{path}/void", remark="")
    assert (status, refusal["code"]) == (422, "incident.remark_missing")
    people["wu"].post(f"{path}/accept", item_code=RUBBISH)
    status, refusal = people["wu"].post(f"{path}/dispatch", unit_id=centre("430902001002"))
    assert (status, refusal["code"]) == (422, "incident.unit_unfit")
    people["wu"].post(f"{path}/dispatch", unit_id=URBAN)
    people["qian"].post(f"{path}/take")
    status, refusal = people["qian"].post(f"{path}/handle", remark="已清运")
    assert (status, refusal["code"]) == (422, "incident.evidence_missing")
    assert refusal["data"]["kinds"] == ["photo_before", "photo_after"]
    assert people["wu"].get(path)[1]["version"] == 4


def test_the_inbox_and_the_list_agree_over_http(people: dict[str, Person]) -> None:
    status, inbox = people["zhao"].get("/inbox")
    assert status == 200
    for tray in inbox["buckets"]:
        status, page = people["zhao"].get(f"/incidents?bucket={tray['bucket']}&size=200")
        assert (status, len(page["rows"])) == (200, tray["count"]), tray
    status, page = people["li"].get("/incidents?size=1")
    status, after = people["li"].get(f"/incidents?size=1&cursor={page['next_cursor']}")
    assert status == 200
    assert after["rows"][0]["id"] != page["rows"][0]["id"]


def test_the_phone_is_masked_until_a_recorded_look(people: dict[str, Person]) -> None:
    _, receipt = people["li"].post("/incidents", **a_report())
    path = f"/incidents/{receipt['id']}"
    status, shown = people["wu"].get(path)
    assert (status, shown["reporter"]["phone"]) == (200, "138****2345")
    assert people["zhao"].get(path)[1]["reporter"] is None
    assert people["wu"].post(f"{path}/reporter", purpose="contact_reporter") == (200, {"phone": PHONE})
    status, looks = people["li"].get(f"{path}/looks")
    assert [(look["viewer_name"], look["purpose"]) for look in looks] == [("吴芳", "contact_reporter")]
    status, refusal = people["zhao"].post(f"{path}/reporter", purpose="contact_reporter")
    assert (status, refusal["code"]) == (403, "incident.reporter_protected")


def test_a_longer_page_asks_the_database_no_more_over_http(people: dict[str, Person]) -> None:
    for _ in range(4):
        people["li"].post("/incidents", **a_report())
    people["wu"].get("/incidents?size=4")

    def questions(path: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert people["wu"].get(path)[0] == 200
        return len(asked)

    assert questions("/incidents?size=1") == questions("/incidents?size=4") <= 9
