"""Public reports are counted where they come from; a flood makes its neighbours compute, and silences nobody."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from jingwei.domains.incidents.api.sending import COOKIE, sender_of
from jingwei.domains.incidents.rules.challenge import solve
from jingwei.domains.incidents.rules.guarding import FREE, MOST, WRONG_CODES, Where
from jingwei.foundation.limits import services as limits
from jingwei.kernel.clock import now
from tests.calling import Call
from tests.calling import call as call
from tests.cast import CAST, GRID_1, inside

pytestmark = pytest.mark.django_db
PHONES, OTHER_STREET = "39.144.1.7", "39.145.2.8"


class Phone:
    """A browser behind an address, with its own cookies."""

    def __init__(self, address: str = PHONES, *, keeps_cookies: bool = True) -> None:
        self.client = Client(headers={"X-Forwarded-For": address})
        if keeps_cookies:
            self.challenge()

    def challenge(self, least_bits: int = 0) -> Any:
        return self.client.get(f"/api/v1/reporting/challenge?least_bits={least_bits}").json()

    def report(self, words: str = "路灯不亮已经三天", **body: Any) -> Any:
        lon, lat = inside(GRID_1)
        content = {
            "id": str(uuid4()),
            "words": words,
            "position": {"lon": lon, "lat": lat},
            "identity": "anonymous",
        }
        return self.client.post(
            "/api/v1/incidents", json.dumps(content | body), content_type="application/json"
        )

    def report_solved(self, bits: int, **body: Any) -> Any:
        seed, number = self.challenge(bits), str(uuid4())
        answer = solve(seed["seed"], number, seed["bits"])
        return self.report(id=number, challenge={"seed": seed["seed"], "answer": answer}, **body)


def drain(kinds: dict[Where, Any], where: Where, key: str) -> None:
    one = kinds[where]
    limits.refill(one.name, key)
    limits.take(one.name, key, one.burst, rate=one.rate, burst=one.burst, at=now())


def device_of(phone: Phone) -> str:
    """What the server counts the browser by; nothing for one that it does not know."""
    request = phone.client.get("/api/v1/reporting/challenge").wsgi_request
    return sender_of(request).device or ""


def test_the_first_reports_ask_for_nothing_and_then_the_phone_computes() -> None:
    phone = Phone()
    answers = [phone.report() for _ in range(FREE[Where.DEVICE].burst)]
    assert [one.status_code for one in answers] == [201] * FREE[Where.DEVICE].burst
    asked = phone.report()
    assert (asked.status_code, asked.json()["code"]) == (428, "incident.challenge_needed")
    assert "110" in asked.json()["message"]
    assert phone.challenge()["is_needed"]
    bits = asked.json()["data"]["bits"]
    assert phone.report_solved(bits).status_code == 201
    assert Phone(OTHER_STREET).report().status_code == 201


def test_an_answer_counts_for_one_report_and_again_for_the_same() -> None:
    phone = Phone()
    drain(FREE, Where.DEVICE, device_of(phone))
    seed, number = phone.challenge(), str(uuid4())
    solved = {"seed": seed["seed"], "answer": solve(seed["seed"], number, seed["bits"])}
    first = phone.report(id=number, challenge=solved)
    again = phone.report(id=number, challenge=solved)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert phone.report(challenge=solved).status_code == 428
    too_easy = phone.report(challenge={"seed": seed["seed"], "answer": 1})
    assert too_easy.status_code == 428


def test_a_device_that_sends_without_end_waits_and_is_told_how_long() -> None:
    phone = Phone()
    drain(MOST, Where.DEVICE, device_of(phone))
    refused = phone.report()
    assert (refused.status_code, refused.json()["code"]) == (429, "incident.reports_too_often")
    assert refused.json()["data"]["minutes"] == 3
    assert all(way in refused.json()["message"] for way in ("3分钟", "110", "12345"))
    assert refused["Retry-After"] == str(refused.json()["data"]["seconds"])
    assert Phone().report().status_code == 201, "the neighbour behind the same address goes on"


@pytest.mark.parametrize("kinds", [FREE, MOST], ids=["would compute", "would wait"])
def test_a_report_sent_again_has_its_receipt_however_much_came_meanwhile(kinds: dict[Where, Any]) -> None:
    phone, number = Phone(), str(uuid4())
    first = phone.report(id=number)
    drain(kinds, Where.DEVICE, device_of(phone))
    again = phone.report(id=number)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert phone.report("路灯不亮已经四天", id=number).status_code in {428, 429}, (
        "other words are another report"
    )


def test_who_speaks_of_danger_is_never_refused() -> None:
    phone = Phone()
    drain(MOST, Where.DEVICE, device_of(phone))
    asked = phone.report("三楼着火了，有人被困")
    assert (asked.status_code, asked.json()["code"]) == (428, "incident.challenge_needed")
    bits = asked.json()["data"]["bits"]
    assert phone.report_solved(bits, words="三楼着火了，有人被困").status_code == 201


def test_a_flood_in_a_community_or_network_only_makes_its_neighbours_compute() -> None:
    drain(FREE, Where.AREA, GRID_1[:12])
    drain(FREE, Where.NETWORK, "39.144.1.0/24")
    neighbour = Phone()
    asked = neighbour.report()
    assert asked.json()["code"] == "incident.challenge_needed"
    assert neighbour.report_solved(asked.json()["data"]["bits"]).status_code == 201


def test_hundreds_behind_one_address_report_without_waiting() -> None:
    bucket = FREE[Where.ADDRESS]
    assert bucket.burst >= 100
    limits.take(bucket.name, PHONES, bucket.burst - 1, rate=bucket.rate, burst=bucket.burst, at=now())
    assert Phone().report().status_code == 201
    assert Phone().report().status_code == 428
    assert MOST[Where.ADDRESS].burst >= 1000


def test_staff_and_proved_residents_are_counted_by_themselves(call: Call) -> None:
    drain(FREE, Where.ADDRESS, PHONES)
    drain(MOST, Where.ADDRESS, PHONES)
    lon, lat = inside(GRID_1)
    body = {
        "words": "路灯不亮已经三天",
        "position": {"lon": lon, "lat": lat},
        "reporter_phone": "13873712345",
    }
    for one in (CAST.lin, CAST.li):
        assert call(one, "POST", "/incidents", body | {"id": str(uuid4())}).status_code == 201
    drain(MOST, Where.ACCOUNT, str(CAST.li.person_id))
    assert call(CAST.li, "POST", "/incidents", body | {"id": str(uuid4())}).status_code == 429
    assert call(CAST.lin, "POST", "/incidents", body | {"id": str(uuid4())}).status_code == 201


def test_a_made_up_device_is_no_device_and_another_number_is_another_device() -> None:
    phone = Phone()
    first = device_of(phone)
    assert device_of(phone) == first
    assert phone.client.post("/api/v1/reporting/forget-device").json() == {"is_new": True}
    assert device_of(phone) != first
    cookie = phone.client.cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    phone.client.cookies[COOKIE] = "A" * 43
    assert device_of(phone) == ""
    assert device_of(phone) not in {"", first}, "and is given a number of ours"
    stranger = Phone(keeps_cookies=False)
    assert stranger.report().status_code == 201


def test_wrong_tracking_codes_are_counted_and_right_ones_go_on() -> None:
    known, guesser = Phone(), Phone()
    code = known.report().json()["tracking_code"]
    assert known.client.get(f"/api/v1/track/{code}").status_code == 200
    for _ in range(WRONG_CODES[Where.DEVICE].burst):
        assert guesser.client.get("/api/v1/track/0000000000").status_code == 404
    refused = guesser.client.get(f"/api/v1/track/{code}")
    assert (refused.status_code, refused.json()["code"]) == (429, "incident.codes_tried_too_often")
    drain(WRONG_CODES, Where.ADDRESS, PHONES)
    assert Phone().client.get(f"/api/v1/track/{code}").status_code == 429
    assert known.client.get(f"/api/v1/track/{code}").status_code == 200
