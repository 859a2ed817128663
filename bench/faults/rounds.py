"""A round: everybody works, a fault strikes, it ends, everybody rests, and everything is looked over."""

import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID, uuid4

import httpx

from bench.faults.city import PrivateCity
from bench.faults.disk import YOUNG_S, disk_findings, lost_exports, lost_files
from bench.faults.invariant import Finding, Kind, Law, findings, lost_changes, lost_imports
from bench.faults.ledger import Change, Receipt
from bench.faults.load import Load
from bench.faults.people import API, Sessions
from bench.faults.strikes import Strike
from jingwei.config.wiring import HEARERS
from jingwei.domains.incidents.contracts import IncidentMoved, IncidentReported
from jingwei.domains.incidents.rules.lifecycle import MOVES
from tests.cast import GRID_1, inside

WORKS_WITHIN_S = 240
LONG_QUEUE_S = 5
HEARD = "select count(*) from procrastinate_jobs where status = 'succeeded' and args->>'incident_id' = %s"

LAW = Law(
    hearers={"reported": HEARERS[IncidentReported], "moved": HEARERS[IncidentMoved]},
    hearing=sorted({task for tasks in HEARERS.values() for task in tasks}),
    legal=[f"{int(move.state)}:{move.action.value}:{int(move.target)}" for move in MOVES],
)


@dataclass
class Told:
    """What the rounds came to. ``served_s``: from the end of a fault until a report sent after it was acknowledged;
    ``worked_s``: until the queue had told of it. A clock that jumped stays wrong meanwhile."""

    rounds: int = 0
    findings: list[Finding] = field(default_factory=list)
    served_s: list[float] = field(default_factory=list)
    worked_s: list[float] = field(default_factory=list)
    struck: Counter[str] = field(default_factory=Counter)
    swept: int = 0
    sealed: int = 0
    replayed: int = 0

    def count(self, kind: Kind) -> int:
        """How many findings of a kind, each counted once however often it was found."""
        return len({str(one) for one in self.findings if one.kind is kind})


class Rounds:
    """The same city and the same people, round after round."""

    changes_before, changes_after = 8, 4

    def __init__(self, city: PrivateCity, load: Load, *, seed: int, say: Callable[[str], None]) -> None:
        self.city, self.load, self.dice, self.say = city, load, random.Random(seed), say
        self.told = Told()
        self.sessions = Sessions(city.address, load.ledger)
        self._replayed = 0

    def run(self, strike: Strike) -> list[Finding]:
        """One round; everything it found. Raises: RuntimeError where nobody is served any more."""
        began = time.monotonic()
        self.load.go_on()
        self.strike(strike, waits_for=self.worked)
        self.city.wait_until_healthy()
        self._wait_for_work(1)
        self.load.rest()
        rested = time.monotonic()
        found = self.look_over()
        told = self.told
        self.say(
            f"{told.rounds:3} {strike.name:24} served {told.served_s[-1]:5.2f} s  worked {told.worked_s[-1]:5.2f} s"
            f"  told {self.load.ledger.told}  found {len(found)}"
            f"  ({time.monotonic() - began:.0f} s, {time.monotonic() - rested:.0f} of them looking)"
        )
        for one in found[:8]:
            self.say(f"      {one}")
        return found

    def strike(self, strike: Strike, *, waits_for: Callable[[UUID, float], float] | None = None) -> None:
        """Let one fault happen in the middle of work, and wait until people are served again."""
        self._wait_for_work(self.changes_before)
        time.sleep(self.dice.uniform(0, 0.3))
        told = self.told
        with strike.struck(self.city, self.dice):
            began = time.monotonic()
            incident_id = self._report_until_taken(began)
            told.served_s.append(time.monotonic() - began)
            if waits_for is not None:
                told.worked_s.append(waits_for(incident_id, began))
            self._wait_for_work(self.changes_after)
        told.rounds += 1
        told.struck[strike.name] += 1

    def worked(self, incident_id: UUID, began: float) -> float:
        """Seconds until the queue had told of a report; a worker that ended is started again at once.

        On a machine that is busy otherwise people would fill the queue faster than it is worked off: they rest then.
        """
        while not self._was_heard(incident_id):
            self._require_time(began, "nothing is worked off")
            self.city.keep_up()
            time.sleep(0.05)
            if time.monotonic() - began > LONG_QUEUE_S:
                self.load.rest()
        self.load.go_on()
        return time.monotonic() - began

    def look_over(self) -> list[Finding]:
        """Everything that is not whole while nobody works: what was told before the house has cared, and all of it
        after."""
        ledger = self.load.ledger
        with self.city.connect() as connection:
            found = lost_changes(connection, ledger.acknowledged)
        care = self.city.care()
        found += [
            Finding(Kind.ORPHAN, "a job that is neither done nor queued", left) for left in care["left"]
        ]
        found += [Finding(Kind.BROKEN, "a seal does not fit", text) for text in care["touched"]]
        self.told.swept += care["swept"]
        self.told.sealed = care["sealed"]
        with self.city.connect() as connection:
            found += findings(connection, LAW)
            found += lost_imports(connection, ledger.imports)
            found += lost_files(connection, ledger.files)
            found += lost_exports(connection, self.city.var, ledger.exports)
            found += disk_findings(connection, self.city.var)
        found += self._replay()
        self.told.findings += found
        return found

    def last_look(self) -> list[Finding]:
        """Everything once more when nothing is too young to be judged."""
        time.sleep(YOUNG_S + 1)
        broke = sorted(one for one in self.load.ledger.errors if one.startswith("500 "))
        told = [Finding(Kind.BROKEN, "people were told that something broke", one) for one in broke]
        self.told.findings += told
        return told + self.look_over()

    def _replay(self) -> list[Finding]:
        """Whoever sends the same report again gets the same receipt."""
        found = []
        receipts = self.load.ledger.receipts[self._replayed :]
        self._replayed += len(receipts)
        with httpx.Client(base_url=self.city.address, trust_env=False, timeout=30) as client:
            for receipt in receipts:
                answer = self._sent_again(client, receipt)
                same = (receipt.receipt_no, receipt.tracking_code)
                told = answer.json() if answer.status_code == 201 else {}
                if (told.get("receipt_no"), told.get("tracking_code")) != same:
                    what = f"{receipt.body['id']}: {answer.status_code} {answer.text[:120]}"
                    found.append(Finding(Kind.LOST, "a report sent again has another receipt", what))
        self.told.replayed += len(receipts)
        return found

    def _sent_again(self, client: httpx.Client, receipt: Receipt) -> httpx.Response:
        for _ in range(5):
            headers = {}
            if receipt.name:
                headers = {"Authorization": f"Bearer {self.sessions.of(client, receipt.name)}"}
            answer = client.post(f"{API}/incidents", json=receipt.body, headers=headers)
            if answer.status_code == 401:
                self.sessions.forget(receipt.name, headers["Authorization"].removeprefix("Bearer "))
            elif answer.status_code not in (429, 503):
                return answer
            time.sleep(0.5)
        return answer

    def _report_until_taken(self, began: float) -> UUID:
        while True:
            incident_id = uuid4()
            lon, lat = inside(GRID_1, east=self.dice.uniform(0.1, 0.9), north=self.dice.uniform(0.1, 0.9))
            body: dict[str, object] = {
                "id": str(incident_id),
                "words": f"恢复以后还能上报（{incident_id.hex[:6]}）",
                "position": {"lon": lon, "lat": lat},
                "identity": "anonymous",
            }
            with suppress(httpx.HTTPError):
                answer = httpx.post(
                    f"{self.city.address}{API}/incidents", json=body, trust_env=False, timeout=3
                )
                if answer.status_code == 201:
                    told = answer.json()
                    self.load.ledger.changed(Change(incident_id, 1, "report"))
                    self.load.ledger.receipts.append(
                        Receipt(body, "", told["receipt_no"], told["tracking_code"])
                    )
                    return incident_id
            self._require_time(began, "nobody is served")
            self.city.keep_up()
            time.sleep(0.05)

    def _was_heard(self, incident_id: UUID) -> bool:
        with suppress(Exception), self.city.connect() as connection:
            row = connection.execute(HEARD, [str(incident_id)]).fetchone()
            return bool(row and row[0])
        return False

    def _wait_for_work(self, changes: int) -> None:
        began, enough = time.monotonic(), self.load.ledger.told + changes
        while self.load.ledger.told < enough:
            self._require_time(began, "nobody works")
            self.load.raise_trouble()
            self.city.keep_up()
            time.sleep(0.02)

    def _require_time(self, began: float, what: str) -> None:
        if time.monotonic() - began > WORKS_WITHIN_S:
            ledger = self.load.ledger
            raise RuntimeError(
                f"{what}: {ledger.errors} {ledger.refused[-3:]}\n{self.city.tail('web.log')}\n"
                f"{self.city.tail('worker.log')}"
            )
