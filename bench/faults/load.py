"""People at work over HTTP while things die: they try again what was not answered, and note what was."""

import random
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from bench.faults.ledger import Change, Ledger, Receipt
from bench.faults.people import API, Client, Gate, Sessions
from bench.faults.tables import Exporter, Importer
from bench.faults.uploads import Uploader
from tests.cast import GRID_1, URBAN, inside

# What a matter goes through: who, which verb, what it carries. "code" is whoever knows the tracking code.
COURSE: list[tuple[str, str, dict[str, Any]]] = [
    ("code", "edit", {"words": "楼下垃圾堆了四天没人清，已经有味道"}),
    ("wu", "accept", {"item_code": "010101"}),
    ("wu", "dispatch", {"unit_id": str(URBAN)}),
    ("qian", "take", {}),
    ("qian", "handle", {"remark": "已清运", "photos": ["photo_before", "photo_after"]}),
    ("lin", "fail-check", {"remark": "仍有残留"}),
    ("qian", "handle", {"remark": "再次清运", "photos": ["photo_after"]}),
    ("lin", "pass-check", {"remark": "现场已干净"}),
    ("wu", "note", {"remark": "已联系反映人"}),
    ("wu", "close", {"remark": "已清运"}),
    ("code", "rate", {"stars": 5, "is_solved": True}),
    ("code", "reopen", {"remark": "又堆满了"}),
    ("wu", "dispatch", {"unit_id": str(URBAN)}),
    ("qian", "take", {}),
    ("qian", "ask-extension", {"limit": "1d", "remark": "等配件"}),
    ("wu", "grant-extension", {}),
    ("qian", "return", {"remark": "属于环卫职责"}),
]
REPORTERS = ("lin", "lin", "lin", "", "", "", "li", "wang")
FOLDED = "incident.folded_away"
THINKS_S = 0.8
WORDS = "楼下垃圾堆了三天没人清"


class Walker(Client):
    """Reports a matter and takes it along its course, in everybody's place."""

    photos: list[UUID]

    def once(self) -> None:
        found = self._report()
        if found is None:
            return
        incident_id, code = found
        version = 1
        for name, verb, body in COURSE[: self.dice.randint(4, len(COURSE))]:
            seen = self._step(name, incident_id, code, verb, body, version)
            if seen is None:
                return
            version = seen
            self.pause(THINKS_S)

    def _report(self) -> tuple[UUID, str] | None:
        incident_id = uuid4()
        lon, lat = inside(GRID_1, east=self.dice.uniform(0.1, 0.9), north=self.dice.uniform(0.1, 0.9))
        body = {
            "id": str(incident_id),
            "words": f"{WORDS}（{incident_id.hex[:6]}）",
            "position": {"lon": lon, "lat": lat},
            "reporter_phone": "13873712345",
            "file_ids": [str(self.photos.pop())],
        }
        name = self.dice.choice(REPORTERS)
        answer = self.insist(name, "POST", f"{API}/incidents", json=body)
        if answer is None:
            return None
        if answer.status_code == 429:  # residents may report thirty times an hour
            return None
        if answer.status_code != 201:
            self.ledger.refuse(f"report: {answer.text[:200]}")
            return None
        told = answer.json()
        self.ledger.changed(Change(incident_id, 1, "report"))
        self.ledger.receipts.append(Receipt(body, name, told["receipt_no"], told["tracking_code"]))
        return incident_id, told["tracking_code"]

    def _step(
        self, name: str, incident_id: UUID, code: str, verb: str, body: dict[str, Any], version: int
    ) -> int | None:
        """Take a step on what was seen; the version after it, or None where this matter is left as it is."""
        sent: dict[str, Any] = {key: value for key, value in body.items() if key != "photos"}
        if body.get("photos"):
            sent["proofs"] = [{"file_id": str(self.photos.pop()), "kind": kind} for kind in body["photos"]]
        if verb == "note":
            sent["id"] = str(uuid4())
        else:
            sent["version"] = version
        is_tracked = name == "code"
        who = "" if is_tracked else name
        path = f"{API}/track/{code}" if is_tracked else f"{API}/incidents/{incident_id}"
        silences = self.ledger.unanswered + sum(self.ledger.errors.values())
        answer = self.insist(who, "POST", f"{path}/{verb}", json=sent)
        if answer is None:
            return None
        if answer.status_code == 200:
            after = int(answer.json()["version"])
            self.ledger.changed(Change(incident_id, after, verb.replace("-", "_")))
            return after
        was_silent = self.ledger.unanswered + sum(self.ledger.errors.values()) > silences
        if answer.status_code == 409 and was_silent:  # it had happened, unanswered
            looked = self.look(who, path)
            return int(looked.json()["version"]) if looked.status_code == 200 else None
        if FOLDED not in answer.text:  # a flood: it goes on with its head
            self.ledger.refuse(f"{verb}: {answer.text[:200]}")
        return None


class Load:
    """A handful of clients at work until told to rest or to stop."""

    def __init__(
        self, address: str, photos: list[UUID], *, walkers: int, seed: int, others: Sequence[str] = ()
    ) -> None:
        self.gate, self.ledger = Gate(), Ledger()
        sessions = Sessions(address, self.ledger)
        kinds: list[type[Client]] = [Walker] * walkers + [OTHERS[name] for name in others]
        self.clients = [
            kind(self.gate, sessions, self.ledger, random.Random(seed + number))
            for number, kind in enumerate(kinds)
        ]
        for one in self.clients:
            if isinstance(one, Walker):
                one.photos = photos

    def start(self) -> None:
        for one in self.clients:
            one.thread.start()

    def rest(self) -> None:
        """Hold everybody between two requests."""
        self.gate.close()
        self.raise_trouble()

    def go_on(self) -> None:
        self.gate.open()

    def stop(self) -> None:
        self.gate.end()
        for one in self.clients:
            one.thread.join(timeout=60)
            if one.thread.is_alive():
                raise RuntimeError(f"a client does not stop: {type(one).__name__}")
        self.raise_trouble()

    def raise_trouble(self) -> None:
        """A client that broke is a fault of the harness, and loud."""
        for one in self.clients:
            if one.trouble is not None:
                raise one.trouble


OTHERS: dict[str, type[Client]] = {"uploader": Uploader, "importer": Importer, "exporter": Exporter}
