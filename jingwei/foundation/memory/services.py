"""What processes keep of what the city decided: read once, and never older than the request that asks (ADR 59).

Whoever changes such a thing gives it a new mark, in the same transaction. Each request and job reads the marks once,
when it first asks for something kept, and takes what was read under the present mark. So whatever begins after a
change was committed sees it, in every process; a change that is rolled back was never one.
"""

import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import connection, transaction
from psycopg import RawCursor

from jingwei.foundation.memory.contracts import Errand, Look, present_errand

T = TypeVar("T")

UNTIL_TOLD = math.inf
"""For what only its service can change, and what is dear to read."""
KEPT_SECONDS = 60.0
"""What somebody changed past the services, by hand in the database, is seen after so long at the latest."""
LOOK_SECONDS = 10.0
"""A request or job that goes on for longer looks at the marks again."""
ELSEWHERE_SECONDS = 1.0
"""How long a look counts outside of requests and jobs: in commands, and in threads of the program's own."""

LOOK = "select name, mark from memory_mark"
RENEW = """
insert into memory_mark (name, mark) values (%s, gen_random_uuid())
on conflict (name) do update set mark = excluded.mark
"""


class NothingChanges(RuntimeError):
    """A thing was to get a new mark outside of the transaction that changes it. A programming error."""


@dataclass(frozen=True, slots=True)
class _Held:
    mark: UUID | None
    read_at: float
    value: Any


@dataclass(slots=True)
class _Change:
    """A transaction that changes a thing. It reads for itself: nobody else may see it, and it may be rolled back."""

    block: object
    held: dict["Kept[Any]", _Held] = field(default_factory=dict)


class _Changes(threading.local):
    def __init__(self) -> None:
        self.by_name: dict[str, _Change] = {}


_known: dict[str, list["Kept[Any]"]] = {}
_changes = _Changes()
_elsewhere = Errand()
_lock = threading.Lock()
_forgotten = 0


class Kept(Generic[T]):
    """A value that each process reads once and keeps while its mark stands; things that change together share a name.

    The value is not changed by whoever gets it. One thread reads while the others wait for it.
    """

    def __init__(self, name: str, read: Callable[[], T], *, seconds: float = KEPT_SECONDS) -> None:
        self.name = name
        self._read = read
        self._seconds = seconds
        self._held: _Held | None = None
        self._reading = threading.Lock()
        _known.setdefault(name, []).append(self)

    def get(self) -> T:
        """The value as it is in force for the request, job or transaction that asks."""
        change = _change_of(self.name)
        if change is not None:
            return self._own(change)
        mark = _marks().get(self.name)
        held = self._held
        if held is None or not self._is_good(held, mark):
            with self._reading:
                held = self._held
                if held is None or not self._is_good(held, mark):
                    held = self._read_under(mark)
        value: T = held.value
        return value

    def forget(self) -> None:
        """This process reads anew at the next question, as whoever has just waited for somebody else's change needs."""
        _forget(self.name)

    def forget_when_committed(self) -> None:
        """Every process reads anew once the running transaction is committed; the transaction itself does so now.

        Called with each change, in its transaction. Raises: NothingChanges outside of one.
        """
        if not connection.in_atomic_block:
            raise NothingChanges(f"{self.name} gets a new mark in the transaction that changes it")
        with connection.cursor() as cursor:
            cursor.execute(RENEW, [self.name])
        block = connection.atomic_blocks[0]
        change = _changes.by_name.get(self.name)
        if change is None or change.block is not block:
            _changes.by_name[self.name] = _Change(block)
            transaction.on_commit(self.forget)
        else:
            change.held.clear()

    def _own(self, change: _Change) -> T:
        """Looked at each time, because a savepoint that is rolled back takes its mark along."""
        mark = _look().get(self.name)
        held = change.held.get(self)
        if held is None or held.mark != mark:
            held = change.held[self] = _Held(mark, time.monotonic(), self._read())
        value: T = held.value
        return value

    def _is_good(self, held: _Held, mark: UUID | None) -> bool:
        return held.mark == mark and time.monotonic() - held.read_at < self._seconds

    def _read_under(self, mark: UUID | None) -> _Held:
        """The mark was read before the value: what is kept under it is as new as it, or newer, never older."""
        began, at = _forgotten, time.monotonic()
        read = _Held(mark, at, self._read())
        with _lock:
            if began == _forgotten:
                self._held = read
        return read


def forget_everything() -> None:
    """Drop whatever this process keeps (between tests, and where another database is asked)."""
    _changes.by_name.clear()
    for name in _known:
        _forget(name)


def _forget(name: str) -> None:
    global _forgotten
    change = _change_of(name)
    if change is not None:
        change.held.clear()
    present = present_errand()
    with _lock:
        _forgotten += 1
        _elsewhere.look = None
        if present is not None:
            present.look = None
        for kept in _known[name]:
            kept._held = None


def _change_of(name: str) -> _Change | None:
    """The change of a thing in this thread's running transaction."""
    change = _changes.by_name.get(name)
    if change is None:
        return None
    if connection.in_atomic_block and connection.atomic_blocks[0] is change.block:
        return change
    del _changes.by_name[name]
    return None


def _marks() -> Mapping[str, UUID]:
    """As this request or job has seen them; looked at where it has not yet, or too long ago."""
    present = present_errand()
    asking, lasts = (_elsewhere, ELSEWHERE_SECONDS) if present is None else (present, LOOK_SECONDS)
    look = asking.look
    at = time.monotonic()
    if look is not None and at - look.at < lasts:
        return look.marks
    began = _forgotten
    look = Look(at, _look())
    with _lock:
        if began == _forgotten:
            asking.look = look
    return look.marks


def _look() -> dict[str, UUID]:
    """Prepared, as every request does it. It may be a request's first question, so the connection is tried first."""
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    with connection.wrap_database_errors, RawCursor(connection.connection) as cursor:
        cursor.execute(LOOK, prepare=True)
        return dict(cursor.fetchall())
