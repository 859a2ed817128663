"""The exchange over HTTP: signed, fresh, once; anybody else is turned away."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from jingwei.domains.hotline.services.seats import set_seat, switch_seat
from jingwei.domains.incidents.tests.walking import rows
from jingwei.foundation.access import services as access
from jingwei.foundation.scoping import eyes
from jingwei.integrations.telephony.client import (
    HEADER,
    TOLERANCE,
    ExchangeUnsigned,
    RecordingPlace,
    require_signature,
    signature,
)
from jingwei.integrations.telephony.fake import FakeExchange
from jingwei.integrations.telephony.manifest import MANIFEST
from jingwei.integrations.telephony.mapping import Told, event_of
from jingwei.kernel.clock import now
from tests.cast import CAST

pytestmark = pytest.mark.usefixtures("own_city")
KEY = b"k" * 32
ADDRESS = "/api/v1/telephony/events"


def over_client(body: bytes, written: str) -> tuple[int, str]:
    answer = Client().post(ADDRESS, body, content_type="application/json", headers={HEADER: written})
    return answer.status_code, answer.content.decode()


@pytest.fixture
def exchange(settings: Any) -> FakeExchange:
    settings.TELEPHONY_KEY = KEY
    return FakeExchange(KEY, over_client)


@pytest.fixture(scope="module", autouse=True)
def _seat(own_city: str) -> Iterator[None]:
    assert CAST.zhao.post_id
    set_seat(CAST.ding, CAST.zhao.post_id, extension="8001", at=now())
    switch_seat(CAST.zhao, is_signed_on=True, at=now())
    yield
    connection.close()


def desk() -> dict[str, str]:
    with eyes(CAST.zhao):
        secret = access.open_session(CAST.zhao.person_id, at=now())  # type: ignore[arg-type]
    return {"Authorization": f"Bearer {secret}"}


def test_a_call_rings_is_spoken_ends_and_is_recorded(exchange: FakeExchange) -> None:
    call, at = exchange.call("13873712345", "8001"), now()
    headers = desk()
    status, text = call.ring(at)
    assert status == 200
    number = json.loads(text)["call"]
    shown = Client().get("/api/v1/hotline/present-call", headers=headers).json()["call"]
    assert (shown["id"], shown["state"], shown["number"]) == (number, "ringing", "138****2345")
    assert shown["is_at_my_seat"]
    for tell in (call.answer, call.hang_up, call.record):
        assert tell(at + timedelta(seconds=30))[0] == 200
    assert Client().get("/api/v1/hotline/present-call", headers=headers).json() == {"call": None}
    listed = Client().get("/api/v1/hotline/calls", headers=headers).json()["rows"][0]
    assert (listed["id"], listed["state"], listed["has_recording"]) == (number, "ended", True)


def test_the_same_event_again_is_taken_and_changes_nothing(exchange: FakeExchange) -> None:
    call, at = exchange.call("13873712345", "8001"), now()
    assert call.ring(at) == call.ring(at)
    key = call.call_id
    assert rows(
        "select count(*) from hotline_callevent e join hotline_call c on c.id = e.call_id where call_key = %s",
        key,
    ) == [(1,)]


def tampered(body: bytes, written: str) -> list[tuple[str, bytes, str]]:
    return [
        ("another body", body.replace(b"8001", b"8002"), written),
        ("another digest", body, written[:-4] + "0000"),
        ("another time", body, written.replace("t=1", "t=2")),
        ("no sense", body, "hello"),
        ("empty digest", body, "t=1700000000,v1="),
    ]


def test_what_was_tampered_with_is_refused(exchange: FakeExchange) -> None:
    body = json.dumps(
        {"event_id": "x", "call_id": "y", "event": "ringing", "at": now().isoformat(), "extension": "8001"}
    )
    written = signature(KEY, body.encode(), at=now())
    for name, changed, mark in tampered(body.encode(), written):
        status, text = over_client(changed, mark)
        assert (status, json.loads(text)["code"]) == (401, "telephony.unsigned"), name
    assert rows("select count(*) from hotline_callevent where event_id = 'x'") == [(0,)]
    assert over_client(body.encode(), written)[0] == 200


@pytest.mark.parametrize("away", [TOLERANCE + timedelta(seconds=5), -TOLERANCE - timedelta(seconds=5)])
def test_an_old_signature_is_worth_nothing(away: timedelta) -> None:
    at = datetime.fromisoformat("2026-11-16T10:00:00+08:00")
    written = signature(KEY, b"{}", at=at)
    require_signature(KEY, b"{}", written, at=at)
    with pytest.raises(ExchangeUnsigned):
        require_signature(KEY, b"{}", written, at=at + away)


def test_without_a_key_nobody_is_the_exchange(settings: Any) -> None:
    settings.TELEPHONY_KEY = b""
    body = b"{}"
    assert over_client(body, signature(b"", body, at=now()))[0] == 401


def test_people_cannot_ring(exchange: FakeExchange) -> None:
    body = {"event_id": "p", "call_id": "p", "event": "ringing", "at": now().isoformat()}
    unsigned = Client().post(ADDRESS, json.dumps(body), content_type="application/json")
    signed_in = Client().post(ADDRESS, json.dumps(body), content_type="application/json", headers=desk())
    assert (unsigned.status_code, signed_in.status_code) == (401, 403)


@pytest.mark.parametrize(
    "wrong",
    [
        {"event": "explodes"},
        {"at": "2026-11-16T10:00:00"},
        {"event_id": ""},
        {"surprise": 1},
        {"event": "recording"},
    ],
)
def test_what_cannot_be_understood_is_refused_and_said(exchange: FakeExchange, wrong: dict[str, Any]) -> None:
    event = {"event_id": "w", "call_id": "w", "event": "ringing", "at": now().isoformat()} | wrong
    status, text = exchange.tell(event, at=now())
    assert status == 422
    assert json.loads(text)["message_en"]


def test_words_are_mapped_and_withheld_numbers_are_none() -> None:
    common = {
        "event_id": "e",
        "call_id": "c",
        "at": now(),
        "extension": " 8001 ",
        "recording": "",
        "told": Told.RINGING,
    }
    from jingwei.domains.hotline.contracts import Direction

    inbound = event_of(direction=Direction.INBOUND, caller="Anonymous", called="12345", **common)
    outbound = event_of(direction=Direction.OUTBOUND, caller="8001", called="13873712345", **common)
    assert (inbound.number, inbound.extension) == ("", "8001")
    assert outbound.number == "13873712345"


def test_a_recording_is_opened_at_the_exchange_only_where_it_has_a_place() -> None:
    assert RecordingPlace("none").recording_address("r/1") is None
    there = RecordingPlace("https://exchange.example/play?r={reference}").recording_address("r/1 ü")
    assert there == "https://exchange.example/play?r=r%2F1%20%C3%BC"


def test_the_manifest_names_its_secret() -> None:
    assert MANIFEST.secrets == ("JINGWEI_TELEPHONY_KEY",)
    assert MANIFEST.name_zh
    assert MANIFEST.name_en
