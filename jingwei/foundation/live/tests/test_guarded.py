"""What the live process answers is as well guarded as what the web process answers."""

import asyncio
from typing import Any

import pytest

from jingwei.foundation.live.api.stream import STREAM_HEADERS, _refuse, _say_health
from jingwei.foundation.live.services.hub import Hub

WANTED = {
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-site",
    "x-frame-options": "DENY",
}


def told_by(speak: Any) -> dict[str, str]:
    said: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        said.append(message)

    asyncio.run(speak(send))
    return {name.decode(): value.decode() for name, value in said[0]["headers"]}


def _nobody_asks(actors: Any, news: Any) -> Any:
    raise AssertionError("nobody listens, so nobody is asked for")


@pytest.mark.parametrize("status", [401, 403, 404, 405, 503])
def test_refusals_are_guarded(status: int) -> None:
    assert told_by(lambda send: _refuse(send, status)).items() >= WANTED.items()


def test_health_and_the_stream_are_guarded() -> None:
    assert told_by(lambda send: _say_health(Hub(_nobody_asks), send)).items() >= WANTED.items()
    assert {name.decode(): value.decode() for name, value in STREAM_HEADERS}.items() >= WANTED.items()
