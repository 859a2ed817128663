"""What clients were told, and what they never learnt."""

import threading
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an incident that a client was told has happened."""

    incident_id: UUID
    version: int
    action: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a reporter took home, and what was sent for it."""

    body: dict[str, object]
    name: str
    receipt_no: str
    tracking_code: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A file of reports that was told to be written: how many rows, and the words only its rows carry."""

    batch_id: UUID
    mark: str
    rows: int


@dataclass
class Ledger:
    """Filled by many threads, read when they rest."""

    acknowledged: list[Change] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    files: list[UUID] = field(default_factory=list)
    imports: list[Finished] = field(default_factory=list)
    exports: dict[UUID, str] = field(default_factory=dict)  # the workbook's SHA-256 as it arrived
    kinds: dict[str, int] = field(default_factory=dict)
    unanswered: int = 0
    given_up: int = 0
    signed_in_again: int = 0
    errors: dict[str, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def told(self) -> int:
        """How many acts were acknowledged so far, of every kind."""
        return sum(self.kinds.values())

    def note(self, kind: str) -> None:
        """One more act of a kind was acknowledged."""
        with self._lock:
            self.kinds[kind] = self.kinds.get(kind, 0) + 1

    def changed(self, change: Change) -> None:
        """A step was acknowledged."""
        with self._lock:
            self.acknowledged.append(change)
        self.note(change.action)

    def silent(self) -> None:
        """Something was sent, and nothing came back."""
        with self._lock:
            self.unanswered += 1

    def failed(self, what: str) -> None:
        """The server said that it could not (5xx)."""
        with self._lock:
            self.errors[what] = self.errors.get(what, 0) + 1

    def refuse(self, what: str) -> None:
        """The server said no where it should have said yes."""
        with self._lock:
            self.refused.append(what)
