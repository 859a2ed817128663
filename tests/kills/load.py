"""People at work over HTTP while things die: they try again what was not answered, and note what was."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx

from tests.cast import GRID_1, PASSWORD, URBAN, inside
from tests.kills.invariant import Change

PATIENCE_S = 4
PAUSE_S = 0.05
API = "/api/v1"


@dataclass
class Ledger:
    """What clients were told, and what they never learnt."""

    acknowledged: list[Change] = field(default_factory=list)
    unanswered: int = 0
    refused: list[str] = field(default_factory=list)
    given_up: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def told(self, change: Change) -> None:
        with self._lock:
            self.acknowledged.append(change)

    def silent(self) -> None:
        with self._lock:
            self.unanswered += 1

    def refuse(self, what: str) -> None:
        with self._lock:
            self.refused.append(what)


# What a matter goes through: who, which verb, what it carries.
COURSE: list[tuple[str, str, dict[str, Any]]] = [
    ("wu", "accept", {"item_code": "010101"}),
    ("wu", "dispatch", {"unit_id": str(URBAN)}),
    ("qian", "take", {}),
    ("qian", "handle", {"remark": "已清运", "photos": ["photo_before", "photo_after"]}),
    ("lin", "fail-check", {"remark": "仍有残留"}),
    ("qian", "handle", {"remark": "再次清运", "photos": ["photo_after"]}),
    ("lin", "pass-check", {"remark": "现场已干净"}),
    ("wu", "note", {"remark": "已联系反映人"}),
    ("wu", "close", {"remark": "已清运"}),
    ("li", "rate", {"stars": 5, "is_solved": True}),
    ("li", "reopen", {"remark": "又堆满了"}),
    ("wu", "dispatch", {"unit_id": str(URBAN)}),
    ("qian", "take", {}),
    ("qian", "ask-extension", {"limit": "1d", "remark": "等配件"}),
    ("wu", "grant-extension", {}),
    ("qian", "return", {"remark": "属于环卫职责"}),
]
STAFF = ("wu", "qian", "lin", "li")


class Load:
    """A handful of clients, each walking one matter after the other until told to stop."""

    def __init__(self, address: str, photos: list[UUID], *, clients: int, seed: int) -> None:
        self.address, self.photos, self.ledger = address, photos, Ledger()
        self.stopping = threading.Event()
        self.secrets = {name: self._sign_in(name) for name in STAFF}
        self.threads = [
            threading.Thread(target=self._work, args=(random.Random(seed + number),), daemon=True)
            for number in range(clients)
        ]

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        self.stopping.set()
        for thread in self.threads:
            thread.join(timeout=60)
            assert not thread.is_alive()

    def _sign_in(self, name: str) -> str:
        with httpx.Client(base_url=self.address, trust_env=False, timeout=30) as client:
            answer = client.post(f"{API}/session", json={"username": name, "password": PASSWORD})
        answer.raise_for_status()
        return str(answer.json()["secret"])

    def _work(self, dice: random.Random) -> None:
        with httpx.Client(base_url=self.address, trust_env=False, timeout=PATIENCE_S) as client:
            while not self.stopping.is_set():
                self._walk(client, dice)

    def _walk(self, client: httpx.Client, dice: random.Random) -> None:
        incident_id = self._report(client, dice)
        if incident_id is None:
            return
        version = 1
        for name, verb, body in COURSE[: dice.randint(5, len(COURSE))]:
            photos = {"photos": [(kind, str(self.photos.pop())) for kind in body.get("photos", [])]}
            seen = self._step(client, name, incident_id, verb, body | photos, version, dice)
            if seen is None:
                return
            version = seen

    def _report(self, client: httpx.Client, dice: random.Random) -> UUID | None:
        incident_id = uuid4()
        lon, lat = inside(GRID_1, east=dice.uniform(0.1, 0.9), north=dice.uniform(0.1, 0.9))
        body = {
            "id": str(incident_id),
            "words": "楼下垃圾堆了三天没人清",
            "position": {"lon": lon, "lat": lat},
            "reporter_phone": "13873712345",
            "file_ids": [str(self.photos.pop())],
        }
        for answer in self._insist(client, "li", f"{API}/incidents", body, dice):
            if answer.status_code == 201:
                self.ledger.told(Change(incident_id, 1, "report"))
                return incident_id
            self.ledger.refuse(f"report: {answer.text[:200]}")
            return None
        return None

    def _step(
        self,
        client: httpx.Client,
        name: str,
        incident_id: UUID,
        verb: str,
        body: dict[str, Any],
        version: int,
        dice: random.Random,
    ) -> int | None:
        """Take a step on what was seen; the version after it, or None where this matter is left as it is."""
        sent: dict[str, Any] = {key: value for key, value in body.items() if key != "photos"}
        if body["photos"]:
            sent["proofs"] = [{"file_id": file_id, "kind": kind} for kind, file_id in body["photos"]]
        if verb != "note":
            sent["version"] = version
        silences = self.ledger.unanswered
        for answer in self._insist(client, name, f"{API}/incidents/{incident_id}/{verb}", sent, dice):
            if answer.status_code == 200:
                after = int(answer.json()["version"])
                self.ledger.told(Change(incident_id, after, verb.replace("-", "_")))
                return after
            if answer.status_code == 409 and self.ledger.unanswered > silences:
                return self._look(client, name, incident_id, dice)  # it had happened, unanswered
            self.ledger.refuse(f"{verb}: {answer.text[:200]}")
            return None
        return None

    def _look(self, client: httpx.Client, name: str, incident_id: UUID, dice: random.Random) -> int | None:
        while not self.stopping.is_set():
            with suppress(httpx.HTTPError):
                answer = client.get(f"{API}/incidents/{incident_id}", headers=self._as(name))
                if answer.status_code == 200:
                    return int(answer.json()["version"])
            time.sleep(dice.uniform(PAUSE_S, 4 * PAUSE_S))
        return None

    def _insist(
        self, client: httpx.Client, name: str, path: str, body: dict[str, Any], dice: random.Random
    ) -> Iterator[httpx.Response]:
        """Send the same again until it is answered; now and then give up, as people do."""
        while not self.stopping.is_set():
            try:
                answer = client.post(path, json=body, headers=self._as(name))
                if answer.status_code < 500:
                    yield answer
                    return
            except httpx.ConnectError:  # nobody is there yet: nothing was sent
                time.sleep(dice.uniform(4 * PAUSE_S, 8 * PAUSE_S))
                continue
            except httpx.HTTPError:
                pass
            self.ledger.silent()
            if dice.random() < 0.15:
                self.ledger.given_up += 1
                return
            time.sleep(dice.uniform(PAUSE_S, 4 * PAUSE_S))

    def _as(self, name: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secrets[name]}"}
