"""People at their devices: each signs in with user name and password and calls operations of the served document."""

import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.cast import PASSWORD

PATIENCE_S = 60
Json = Any


@dataclass
class Watch:
    """How long every call took, by operation. Appending is safe from several threads."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    @property
    def requests(self) -> int:
        return sum(len(one) for one in self.seconds.values())


@dataclass(frozen=True)
class Address:
    """Where an operation of the document stands."""

    method: str
    path: str


class Person:
    """Somebody at a device. ``secrets`` are what must never stand in a log."""

    def __init__(self, name: str, address: str, document: dict[str, Address], watch: Watch) -> None:
        self.name = name
        self.secrets: list[str] = []
        self._document, self._watch = document, watch
        # trust_env: a proxy of the machine must not stand between.
        limits = httpx.Limits(max_connections=8, max_keepalive_connections=8)
        self._client = httpx.Client(base_url=address, timeout=PATIENCE_S, trust_env=False, limits=limits)

    def sign_in(self) -> None:
        """As a program does: the secret goes into the Authorization header, no cookie is kept."""
        answer = self.call("signIn", json={"username": self.name, "password": PASSWORD})
        self._client.cookies.clear()
        self._client.headers["Authorization"] = f"Bearer {answer['secret']}"
        self.secrets += [PASSWORD, answer["secret"]]

    def sign_in_by_page(self) -> None:
        """As the platform's own pages do: the cookie opens, and the browser says where the page came from."""
        self._client.headers["Origin"] = str(self._client.base_url).rstrip("/")
        answer = self.call("signIn", json={"username": self.name, "password": PASSWORD})
        assert self._client.cookies.get("jw_session") == answer["secret"]
        self.secrets += [PASSWORD, answer["secret"]]

    def call(self, operation: str, **options: Any) -> Json:
        """The answer of an operation that succeeds; path parts are given by name."""
        answer = self.ask(operation, **options)
        assert answer.is_success, f"{self.name} {operation}: {answer.status_code} {answer.text[:600]}"
        is_json = answer.headers.get("Content-Type", "").startswith("application/json")
        return answer.json() if is_json else answer.content

    def refused(self, operation: str, status: int, refusal_code: str, /, *words: str, **options: Any) -> Json:
        """The refusal of an operation: its code, and what it says to people in Chinese."""
        answer = self.ask(operation, **options)
        assert answer.status_code == status, (
            f"{self.name} {operation}: should be {status} {refusal_code}, was {answer.status_code} {answer.text[:600]}"
        )
        refusal = answer.json()
        assert refusal["code"] == refusal_code, refusal
        for word in words:
            assert word in refusal["message"], refusal
        assert refusal["message_en"].isprintable(), refusal
        assert refusal["next"], refusal
        return refusal

    def ask(
        self, operation: str, *, json: Json = None, params: Json = None, files: Json = None, **parts: str
    ) -> httpx.Response:
        """One request, timed under its operation's name."""
        address = self._document[operation]
        began = time.perf_counter()
        answer = self._client.request(
            address.method, address.path.format(**parts), json=json, params=params, files=files
        )
        self._watch.seconds[operation].append(time.perf_counter() - began)
        return answer

    def all_rows(self, operation: str, **params: Any) -> list[Json]:
        """Every row of a paged list, page by page."""
        found: list[Json] = []
        cursor: str | None = None
        while True:
            page = self.call(operation, params=params | ({"cursor": cursor} if cursor else {}))
            found += page["rows"]
            cursor = page["next_cursor"]
            if cursor is None:
                return found

    def leave(self) -> None:
        self._client.close()


def served_document(address: str) -> dict[str, Address]:
    """Operations by id, read from the running server."""
    answer = httpx.get(f"{address}/api/v1/openapi.json", timeout=PATIENCE_S, trust_env=False)
    assert answer.status_code == 200, answer.text[:300]
    return {
        operation["operationId"]: Address(method.upper(), path)
        for path, operations in answer.json()["paths"].items()
        for method, operation in operations.items()
        if isinstance(operation, dict) and "operationId" in operation
    }


STAFF = ["lin", "chen", "deng", "wu", "mao", "zhao", "zhou", "sun", "tang", "he", "qian", "xu", "feng"]
STAFF += ["guo", "gao", "cao", "ding"]


class People:
    """Everybody who takes part, signed in. ``passer_by`` has no account."""

    def __init__(self, address: str) -> None:
        self.watch = Watch()
        document = served_document(address)
        self.passer_by = Person("passer-by", address, document, self.watch)
        self.li, self.wang = (Person(name, address, document, self.watch) for name in ("li", "wang"))
        self._staff = {name: Person(name, address, document, self.watch) for name in STAFF}
        for person in self._staff.values():
            person.sign_in()
        for resident in (self.li, self.wang):
            resident.sign_in_by_page()

    def __getattr__(self, name: str) -> Person:
        try:
            found: Person = self.__dict__["_staff"][name]
        except KeyError:
            raise AttributeError(name) from None
        return found

    @property
    def everybody(self) -> list[Person]:
        return [self.passer_by, self.li, self.wang, *self._staff.values()]

    @property
    def secrets(self) -> set[str]:
        return {secret for person in self.everybody for secret in person.secrets}

    def leave(self) -> None:
        for person in self.everybody:
            person.leave()
