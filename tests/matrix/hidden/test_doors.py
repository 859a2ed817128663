"""At the doors where nobody is known yet: a name, a number or a code that exists is answered like one that does not."""

import json

import pytest

from jingwei.kernel.clock import now
from tests.api.requests import Request
from tests.matrix import tally
from tests.matrix.hidden.recording import Asked, Recorder, difference, standing_clock
from tests.matrix.people import STRANGER
from tests.matrix.world import World

pytestmark = pytest.mark.slow

DOORS: dict[str, tuple[str, dict[str, str], dict[str, str]]] = {
    "a wrong password": (
        "/api/v1/session",
        {"username": "wu", "password": "not-this-one-2026"},
        {"username": "zz", "password": "not-this-one-2026"},
    ),
    "a forgotten password": (
        "/api/v1/password-resets",
        {"username": "wu", "contact": "13900000000"},
        {"username": "zz", "contact": "13900000000"},
    ),
    "a code by telephone": ("/api/v1/phone-codes", {"phone": "13800000000"}, {"phone": "13900000001"}),
}
"""What is sent to whom: first about somebody who exists, then about nobody."""


@pytest.mark.parametrize("door", DOORS)
def test_a_door_does_not_tell_who_exists(door: str, world: World) -> None:
    address, known, unknown = DOORS[door]
    recorder = Recorder()
    with standing_clock(now()):
        for _ in range(2):  # what a process loads once, it loads for whoever comes first
            found = [
                recorder.ask(Asked(STRANGER, Request("POST", address, json.dumps(body), "application/json")))
                for body in (known, unknown)
            ]
            tale = difference(*found)
            if not tale:
                break
    tally.add("matrix", doors=1)
    assert found[0].status < 500
    assert not tale, tale


def test_a_code_that_is_almost_right_is_as_wrong_as_any(world: World) -> None:
    code = world.cases["tip"].tracking_code
    almost = code[:-1] + ("2" if code[-1] != "2" else "3")
    recorder = Recorder()
    found = []
    with standing_clock(now()):
        for one in (almost, "2" * len(code)):
            asked = Asked(STRANGER, Request("GET", f"/api/v1/track/{one}", "", "text/plain"))
            found.append(recorder.ask(asked).without(one))
    assert found[0].status == 404
    assert not difference(*found)
