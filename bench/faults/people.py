"""One client as people are: signed in, sending the same again until it is answered, now and then giving up."""

import random
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import httpx

from bench.faults.ledger import Ledger
from tests.cast import PASSWORD

PATIENCE_S = 6
PAUSE_S = 0.05
API = "/api/v1"
GIVES_UP = 0.1
SHORT_WAITS = (429, 503)
SIGN_IN_AGAIN = (401,)
TOO_OFTEN = "incident.reports_too_often"
STEP_UP = "access.step_up_needed"


class Stopped(Exception):
    """The load has ended: whoever is under way leaves."""


class Gate:
    """Lets clients through, holds them between two requests, or sends them home."""

    def __init__(self) -> None:
        self._open, self._free = threading.Event(), threading.Condition()
        self._under_way, self.is_over = 0, False
        self._open.set()

    @contextmanager
    def through(self) -> Iterator[None]:
        """Around one request."""
        while not self._open.wait(0.2):
            if self.is_over:
                raise Stopped
        if self.is_over:
            raise Stopped
        with self._free:
            self._under_way += 1
        try:
            yield
        finally:
            with self._free:
                self._under_way -= 1
                self._free.notify_all()

    def close(self) -> None:
        """Hold everybody, and wait until nobody is under way."""
        self._open.clear()
        with self._free:
            self._free.wait_for(lambda: self._under_way == 0, timeout=60)

    def open(self) -> None:
        self._open.set()

    def end(self) -> None:
        self.is_over = True
        self._open.set()


class Sessions:
    """Everybody's sessions; whoever is signed out signs in again."""

    def __init__(self, address: str, ledger: Ledger) -> None:
        self.address, self.ledger = address, ledger
        self._secrets: dict[str, str] = {}
        self._lock = threading.Lock()

    def of(self, client: httpx.Client, name: str) -> str:
        """The session's secret. Raises: httpx.HTTPError while nobody answers."""
        with self._lock:
            secret = self._secrets.get(name)
        if secret is not None:
            return secret
        answer = client.post(f"{API}/session", json={"username": name, "password": PASSWORD})
        answer.raise_for_status()
        client.cookies.clear()  # programs sign with a header; a cookie would make browsers of them
        secret = str(answer.json()["secret"])
        with self._lock:
            self._secrets[name] = secret
        return secret

    def forget(self, name: str, secret: str) -> None:
        """It is no longer good."""
        with self._lock:
            if self._secrets.get(name) == secret:
                del self._secrets[name]
        self.ledger.signed_in_again += 1


class Client(ABC):
    """A thread of its own, walking through its work again and again."""

    def __init__(self, gate: Gate, sessions: Sessions, ledger: Ledger, dice: random.Random) -> None:
        self.gate, self.sessions, self.ledger, self.dice = gate, sessions, ledger, dice
        self.http = httpx.Client(base_url=sessions.address, trust_env=False, timeout=PATIENCE_S)
        self.trouble: BaseException | None = None
        self.thread = threading.Thread(target=self._run, daemon=True)

    begins_within_s = 1.0

    @abstractmethod
    def once(self) -> None:
        """One piece of work, from its beginning to its end."""

    def _run(self) -> None:
        try:
            self.pause(self.begins_within_s)
            while not self.gate.is_over:
                self.once()
                self.pause()
        except Stopped:
            pass
        except BaseException as trouble:  # noqa: BLE001  (told by the load; a thread has nobody else to tell)
            self.trouble = trouble
        finally:
            self.http.close()

    def pause(self, longest: float = 4 * PAUSE_S) -> None:
        time.sleep(self.dice.uniform(PAUSE_S, longest))

    def send(
        self, name: str, method: str, path: str, *, headers: dict[str, str] | None = None, **more: Any
    ) -> httpx.Response:
        """One request, as somebody (or nobody in particular). Raises: httpx.HTTPError."""
        with self.gate.through():
            secret = self.sessions.of(self.http, name) if name else ""
            signed = {"Authorization": f"Bearer {secret}"} if secret else {}
            answer = self.http.request(method, path, headers=signed | (headers or {}), **more)
        if name and (answer.status_code in SIGN_IN_AGAIN or _needs_step_up(answer)):
            self.sessions.forget(name, secret)
            raise httpx.ReadError("signed out")
        return answer

    def insist(
        self,
        name: str,
        method: str,
        path: str,
        *,
        gives_up: float = GIVES_UP,
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> httpx.Response | None:
        """Send the same again until it is answered; None where the person gave up without an answer."""
        while True:
            try:
                answer = self.send(name, method, path, headers=headers, **more)
            except httpx.ConnectError:  # nobody is there yet: nothing was sent
                self.pause(8 * PAUSE_S)
                continue
            except httpx.HTTPError:
                self.ledger.silent()
            else:
                is_long_wait = answer.status_code == 429 and TOO_OFTEN in answer.text
                if is_long_wait or (answer.status_code < 500 and answer.status_code not in SHORT_WAITS):
                    return answer
                self.ledger.failed(_said(method, path, answer))
            if self.dice.random() < gives_up:
                self.ledger.given_up += 1
                return None
            self.pause(8 * PAUSE_S)

    def look(self, name: str, path: str) -> httpx.Response:
        """Read, however often it takes."""
        while True:
            with suppress(httpx.HTTPError):
                answer = self.send(name, "GET", path)
                if answer.status_code < 500 and answer.status_code not in SHORT_WAITS:
                    return answer
            self.pause()


def _needs_step_up(answer: httpx.Response) -> bool:
    return answer.status_code in (401, 403) and STEP_UP in answer.text


def _said(method: str, path: str, answer: httpx.Response) -> str:
    code = ""
    with suppress(ValueError, AttributeError):
        code = str(answer.json().get("code", ""))
    kind = path.removeprefix(f"{API}/").split("/")[0]
    return f"{answer.status_code} {method} {kind} {code}".strip()
