"""A really running live server, and a reader of its stream."""

import contextlib
import json
import os
import queue
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.databases import ROOT
from tools.serve import live_command

UP_WITHIN_S = 180
STOP_WITHIN_S = 60
WITHIN_S = 120.0
"""How long anything is waited for; what is awaited comes within milliseconds, a loaded machine may take longer."""
PAGE = "http://127.0.0.1:9"
"""The web server's origin, as far as the live server knows."""


@dataclass
class LiveServer:
    """The live server as `./jw run` starts it, over another database."""

    database: dict[str, str]
    log: Path
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.port = self.port or free_port()
        environment = (
            os.environ | {"JINGWEI_DATABASE_ROLE": "app", "JINGWEI_WEB_ORIGINS": PAGE} | self.database
        )
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                live_command("127.0.0.1", self.port),
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.wait_until_listening()

    def wait_until_listening(self) -> None:
        give_up_at = time.monotonic() + UP_WITHIN_S
        while self.health() != "ok":
            assert self.process is not None
            assert self.process.poll() is None, f"the live server did not start:\n{self.log.read_text()}"
            assert time.monotonic() < give_up_at, f"the live server does not listen:\n{self.log.read_text()}"
            time.sleep(0.1)

    def health(self) -> str:
        with contextlib.suppress(httpx.HTTPError):
            return str(httpx.get(f"{self.address}/live/healthz", trust_env=False, timeout=2).json()["status"])
        return "down"

    def stop(self) -> None:
        if self.process is None:
            return
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            raise
        finally:
            self.process = None


@dataclass(frozen=True)
class Heard:
    """One event as a page's script gets it."""

    name: str
    data: dict[str, object]
    event_id: str | None


@dataclass
class Reader:
    """Reads a stream in a thread of its own, and remembers everything."""

    events: "queue.Queue[Heard | None]" = field(default_factory=queue.Queue)
    heard: list[Heard] = field(default_factory=list)
    status: int = 0

    def wait_for(self, name: str, **data: object) -> Heard:
        """The next event of a name (with these values), whatever comes before it."""
        give_up_at = time.monotonic() + WITHIN_S
        while True:
            event = self._next(give_up_at, f"{name} {data}")
            assert event is not None, f"the stream ended before {name} {data}: {self.heard}"
            if event.name == name and data.items() <= event.data.items():
                return event

    def wait_for_end(self) -> None:
        give_up_at = time.monotonic() + WITHIN_S
        while self._next(give_up_at, "the end") is not None:
            pass

    def named(self, name: str) -> list[dict[str, object]]:
        return [event.data for event in self.heard if event.name == name]

    def _next(self, give_up_at: float, awaited: str) -> Heard | None:
        try:
            event = self.events.get(timeout=max(0.01, give_up_at - time.monotonic()))
        except queue.Empty:
            raise AssertionError(f"{awaited} did not come: {self.heard}") from None
        if event is not None:
            self.heard.append(event)
        return event


@contextmanager
def reading(
    address: str, secret: str | None, *, headers: dict[str, str] | None = None, last: str = ""
) -> Iterator[Reader]:
    """A page of ours (session cookie, origin) that has the stream open."""
    reader = Reader()
    sent = {"Accept": "text/event-stream", "Origin": PAGE}
    if secret is not None:
        sent["Cookie"] = f"jw_session={secret}"
    client = httpx.Client(trust_env=False, timeout=httpx.Timeout(WITHIN_S, read=None))
    request = client.build_request("GET", f"{address}/live/events", headers=sent | (headers or {}))
    if last:
        request.headers["Last-Event-ID"] = last
    answer = client.send(request, stream=True)
    reader.status = answer.status_code

    def read() -> None:
        with contextlib.suppress(httpx.HTTPError, httpx.StreamError, OSError, ValueError):
            for event in events_of(answer.iter_lines()):
                reader.events.put(event)
        reader.events.put(None)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    try:
        yield reader
    finally:
        # Closing alone does not wake a thread that waits for the next byte.
        stream = answer.extensions["network_stream"].get_extra_info("socket")
        with contextlib.suppress(OSError):
            stream.shutdown(socket.SHUT_RDWR)
        thread.join(WITHIN_S)
        answer.close()
        client.close()


def events_of(lines: Iterator[str]) -> Iterator[Heard]:
    """Server-sent events, as the standard reads them."""
    name, data, event_id = "message", "", None
    for line in lines:
        if line == "":
            if data:
                yield Heard(name, json.loads(data), event_id)
            name, data, event_id = "message", "", None
            continue
        key, _, value = line.partition(": ")
        if key == "event":
            name = value
        elif key == "data":
            data += value
        elif key == "id":
            event_id = value


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
