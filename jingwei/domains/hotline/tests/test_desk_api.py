"""The desk's day over HTTP: seat, hints while listening, taking in, handing over, calling back."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from jingwei.domains.hotline.tests.lines import NUMBER, line, seat
from jingwei.domains.incidents.tests.walking import reported, rows
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, GRID_1, inside

pytestmark = pytest.mark.usefixtures("own_city")
API = "/api/v1/hotline"


class Desk:
    def __init__(self, actor: Actor) -> None:
        with eyes(actor):
            secret = access.open_session(actor.person_id, at=now())  # type: ignore[arg-type]
        self.headers = {"Authorization": f"Bearer {secret}"}

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> tuple[int, Any]:
        answer = Client(raise_request_exception=False).generic(
            method,
            API + path,
            json.dumps(body, default=str) if body is not None else "",
            content_type="application/json",
            headers=self.headers,
        )
        return answer.status_code, json.loads(answer.content) if answer.content else None


@pytest.fixture(scope="module")
def desks(own_city: str) -> Iterator[dict[str, Desk]]:
    seat(at=now())
    yield {key: Desk(getattr(CAST, key)) for key in ("zhao", "wu", "ding", "qian", "lin")}
    connection.close()


def heard(**changes: Any) -> dict[str, Any]:
    lon, lat = inside(GRID_1)
    return {"words": "路灯不亮，晚上看不见路", "position": {"lon": lon, "lat": lat}} | changes


def test_while_somebody_speaks_the_page_is_told_what_may_help(desks: dict[str, Desk]) -> None:
    known = reported(words="门口的路灯不亮两天了", address="迎春路18号", reporter_phone="").case
    status, hints = desks["zhao"].ask("POST", "/preview", heard())
    assert status == 200
    assert hints["items"][0]["item_name"] == "路灯不亮"
    assert (hints["area_code"], hints["signs"]) == (GRID_1, [])
    assert str(known) in [one["id"] for one in hints["matters"]]
    assert not {"reporter", "phone"} & set(hints["matters"][0])
    _, alarm = desks["zhao"].ask("POST", "/preview", heard(words="三楼着火了，有人晕倒"))
    assert alarm["services"] == ["119", "120"]
    assert alarm["signs"][0]["matched"]


def test_a_pin_outside_the_city_still_gets_hints(desks: dict[str, Desk]) -> None:
    status, hints = desks["zhao"].ask("POST", "/preview", heard(position={"lon": 121.4, "lat": 31.2}))
    assert (status, hints["area_code"]) == (200, "")
    assert hints["items"]


def test_a_call_is_taken_in_from_ringing_to_receipt(desks: dict[str, Desk]) -> None:
    call = line(at=now()).ringing().answered().call
    _, present = desks["zhao"].ask("GET", "/present-call")
    assert present["call"]["id"] == str(call)
    _, caller = desks["zhao"].ask("POST", "/callers", {"call_id": call})
    assert set(caller) == {"matters", "call_backs"}
    body = heard() | {
        "id": uuid4(),
        "channel": "hotline",
        "call_id": call,
        "uses_caller_number": True,
        "wants_sms": True,
        "item_code": "",
        "address": "幸福路12号",
    }
    status, receipt = desks["zhao"].ask("POST", "/reports", body)
    assert (status, receipt["is_sms_on_its_way"], len(receipt["tracking_code"])) == (201, True, 10)
    assert desks["zhao"].ask("POST", "/reports", body)[1] == receipt
    _, shown = desks["zhao"].ask("GET", f"/calls/{call}")
    assert [one["receipt_no"] for one in shown["matters"]] == [receipt["receipt_no"]]
    _, reception = desks["zhao"].ask("GET", f"/receptions/{receipt['id']}")
    assert (reception["channel"], reception["taken_by"]) == ("hotline", "赵强")
    status, found = desks["zhao"].ask("GET", "/addresses?words=幸福")
    assert (status, found[0]["address"], found[0]["grid_code"]) == (200, "幸福路12号", GRID_1)


def test_a_number_is_shown_masked_and_whole_only_as_a_recorded_look(desks: dict[str, Desk]) -> None:
    call = line(at=now()).ringing().answered().call
    text = json.dumps(desks["zhao"].ask("GET", "/calls")[1])
    assert NUMBER not in text
    assert "138****2345" in text
    assert desks["zhao"].ask("POST", f"/calls/{call}/number", {"purpose": "follow_up"}) == (
        200,
        {"phone": NUMBER},
    )
    assert desks["wu"].ask("POST", f"/calls/{call}/number", {"purpose": "follow_up"})[0] == 404
    assert rows("select count(*) from privacy_reveal where target = %s", f"hotline.call:{call}") == [(1,)]


def test_handing_over_is_one_call_and_gives_the_words_to_read_out(desks: dict[str, Desk]) -> None:
    status, note = desks["zhao"].ask(
        "POST", "/hand-overs", {"service": "119", "place": "迎春路18号", "words": "三楼着火，有浓烟"}
    )
    assert (status, note["service"], note["incident_id"]) == (201, "119", None)
    assert "迎春路18号" in note["spoken"]
    _, listed = desks["zhao"].ask("GET", "/hand-overs")
    assert [one["id"] for one in listed["rows"]] == [note["id"]]
    assert desks["wu"].ask("GET", "/hand-overs")[1]["rows"] == []
    assert (
        desks["zhao"].ask("POST", "/hand-overs", {"service": "119", "place": "", "words": "着火"})[0] == 422
    )


def test_a_call_back_from_promise_to_done(desks: dict[str, Desk]) -> None:
    due = now() + timedelta(hours=1)
    status, made = desks["zhao"].ask(
        "POST", "/call-backs", {"why": "问清楼号", "due_at": due, "phone": NUMBER}
    )
    assert (status, made["number"], made["is_overdue"]) == (201, "138****2345", False)
    path = f"/call-backs/{made['id']}"
    assert desks["zhao"].ask("POST", f"{path}/number")[0] == 409
    assert desks["zhao"].ask("POST", f"{path}/take")[1]["is_mine"]
    assert desks["zhao"].ask("POST", f"{path}/number")[1] == {"phone": NUMBER}
    _, tried = desks["zhao"].ask("POST", f"{path}/attempts", {"reached": "no_answer"})
    assert (tried["attempts"], tried["claimed_by"]) == (1, "")
    desks["zhao"].ask("POST", f"{path}/take")
    _, done = desks["zhao"].ask("POST", f"{path}/attempts", {"reached": "spoken", "remark": "3栋2单元"})
    assert done["done_at"]
    assert [one["reached"] for one in desks["zhao"].ask("GET", f"{path}/attempts")[1]] == [
        "no_answer",
        "spoken",
    ]
    assert desks["wu"].ask("POST", f"{path}/take")[0] == 404


def test_the_administrator_gives_extensions_and_the_desk_signs_on(desks: dict[str, Desk]) -> None:
    post = CAST.wu.post_id
    assert desks["wu"].ask("POST", "/seat", {"is_signed_on": True})[0] == 409
    status, given = desks["ding"].ask("PUT", f"/seats/{post}", {"extension": "8002"})
    assert (status, given["extension"], given["is_signed_on"]) == (200, "8002", False)
    assert desks["wu"].ask("POST", "/seat", {"is_signed_on": True})[1]["seat"]["is_signed_on"]
    assert {one["extension"] for one in desks["ding"].ask("GET", "/seats")[1]} == {"8001", "8002"}
    assert desks["ding"].ask("DELETE", f"/seats/{post}")[0] == 204
    assert desks["wu"].ask("GET", "/seat")[1]["seat"] is None


@pytest.mark.parametrize("who", ["qian", "lin", "ding"])
def test_who_has_no_seat_at_the_desk_is_turned_away(desks: dict[str, Desk], who: str) -> None:
    for method, path in (
        ("GET", "/calls"),
        ("GET", "/call-backs"),
        ("GET", "/hand-overs"),
        ("GET", "/present-call"),
    ):
        assert desks[who].ask(method, path)[0] == 403
    assert desks[who].ask("POST", "/callers", {"phone": NUMBER})[0] == 403
    assert desks[who].ask("POST", "/reports", heard() | {"id": uuid4(), "channel": "hotline"})[0] == 403
