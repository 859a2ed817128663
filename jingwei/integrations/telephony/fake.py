"""An exchange good enough for development and tests: it rings, and speaks the real wire."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from jingwei.foundation.wire import way_to
from jingwei.integrations.telephony.client import HEADER, signature
from jingwei.integrations.telephony.mapping import Told
from jingwei.kernel.sockets import Asked

Send = Callable[[bytes, str], tuple[int, str]]
"""Hands a body and its signature to the platform; answers status and text."""


@dataclass
class FakeCall:
    """One call. Each method tells the platform one event."""

    exchange: "FakeExchange"
    caller: str
    extension: str
    call_id: str = field(default_factory=lambda: f"fake-{uuid4()}")

    def ring(self, at: datetime) -> tuple[int, str]:
        return self._tell(Told.RINGING, at)

    def answer(self, at: datetime) -> tuple[int, str]:
        return self._tell(Told.ANSWERED, at)

    def hang_up(self, at: datetime) -> tuple[int, str]:
        return self._tell(Told.HUNG_UP, at)

    def record(self, at: datetime) -> tuple[int, str]:
        return self._tell(Told.RECORDING_READY, at, recording=f"rec/{self.call_id}.wav")

    def _tell(self, told: Told, at: datetime, recording: str = "") -> tuple[int, str]:
        return self.exchange.tell(
            {
                "event_id": f"{self.call_id}-{told.value}",
                "call_id": self.call_id,
                "event": told.value,
                "at": at.isoformat(),
                "caller": self.caller,
                "extension": self.extension,
                "recording": recording,
            },
            at=at,
        )


@dataclass(frozen=True)
class FakeExchange:
    """Signs as the real one would."""

    key: bytes
    send: Send

    def call(self, caller: str, extension: str) -> FakeCall:
        return FakeCall(self, caller, extension)

    def tell(self, event: dict[str, str], *, at: datetime) -> tuple[int, str]:
        body = json.dumps(event, ensure_ascii=False).encode()
        return self.send(body, signature(self.key, body, at=at))


def over_http(address: str) -> Send:
    """To a running server that the developer named."""
    call = way_to(address, seconds=10)

    def send(body: bytes, written: str) -> tuple[int, str]:
        answer = call(Asked("POST", f"{address}/api/v1/telephony/events", body, headers=((HEADER, written),)))
        return answer.status, answer.body.decode()

    return send
