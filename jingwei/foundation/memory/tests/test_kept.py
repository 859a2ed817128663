"""What processes keep: never older than the request that asks, whoever changed it, and whatever became of the change."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import psycopg
import pytest
from django.db import close_old_connections, connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from jingwei.foundation.memory import services
from jingwei.foundation.memory.contracts import errand
from jingwei.foundation.memory.services import RENEW, Kept, NothingChanges

pytestmark = pytest.mark.usefixtures("own_city")
NAME = "tests"


class Shelf:
    """The number of the division's edition, kept; with the count of how often it was read."""

    def __init__(self) -> None:
        self.reads = 0
        self.meanwhile: Callable[[], None] = lambda: None
        self.kept = Kept(NAME, self._read)

    def _read(self) -> int:
        self.reads += 1
        found = number()
        self.meanwhile()
        return found


def number() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select number from areas_edition")
        return int(cursor.fetchone()[0])


def add_one(kept: Kept[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update areas_edition set number = number + 1")
    kept.forget_when_committed()


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    made = Shelf()
    yield made
    services._known[NAME].remove(made.kept)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """One entry for each look at the marks."""
    counted: list[None] = []
    look = services._look

    def counting() -> dict[str, UUID]:
        counted.append(None)
        return look()

    monkeypatch.setattr(services, "_look", counting)
    return counted


@pytest.fixture
def other_process(own_city: str) -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    """What another process does, as the same role."""
    with psycopg.connect(
        host=os.environ["JINGWEI_DATABASE_HOST"],
        port=os.environ["JINGWEI_DATABASE_PORT"],
        user="jingwei_app",
        password=os.environ["JINGWEI_APP_PASSWORD"],
        dbname=own_city,
    ) as other:
        yield other


def changed_by(other: "psycopg.Connection[tuple[object, ...]]") -> None:
    other.execute("update areas_edition set number = number + 1")
    other.execute(RENEW, [NAME])


def test_it_is_read_once_and_a_request_looks_at_the_marks_once(shelf: Shelf, looks: list[None]) -> None:
    with errand():
        first = shelf.kept.get()
    assert len(looks) == 1
    with errand(), CaptureQueriesContext(connection) as asked:
        assert [shelf.kept.get() for _ in range(3)] == [first] * 3
    assert (shelf.reads, len(looks), len(asked)) == (1, 2, 0)
    with errand():
        pass
    assert len(looks) == 2


def test_the_next_request_sees_what_another_process_has_committed(
    shelf: Shelf, other_process: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    with errand():
        before = shelf.kept.get()
        changed_by(other_process)
        with errand():
            assert shelf.kept.get() == before  # not committed yet
        other_process.commit()
        assert shelf.kept.get() == before  # begun before: it goes on as it began
    with errand():
        assert shelf.kept.get() == before + 1
    with errand():
        assert shelf.kept.get() == before + 1
    assert shelf.reads == 2


def test_what_another_process_rolled_back_was_never_there(
    shelf: Shelf, other_process: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    with errand():
        before = shelf.kept.get()
    changed_by(other_process)
    other_process.rollback()
    with errand():
        assert shelf.kept.get() == before
    assert shelf.reads == 1


def test_whoever_changes_sees_it_at_once_and_everybody_after_the_commit(shelf: Shelf) -> None:
    with errand():
        before = shelf.kept.get()
        with transaction.atomic():
            add_one(shelf.kept)
            assert shelf.kept.get() == before + 1
            assert in_a_thread(shelf.kept.get) == before
        assert shelf.kept.get() == before + 1
        assert in_a_thread(shelf.kept.get) == before + 1


def test_a_change_that_is_rolled_back_forgets_nothing(shelf: Shelf) -> None:
    with errand():
        before = shelf.kept.get()
        with transaction.atomic():
            add_one(shelf.kept)
            assert shelf.kept.get() == before + 1
            transaction.set_rollback(True)
        assert shelf.kept.get() == before
    with errand():
        assert shelf.kept.get() == before
    assert shelf.reads == 2  # once for everybody, once for the transaction itself


def test_a_savepoint_that_is_rolled_back_takes_what_was_read_in_it_along(shelf: Shelf) -> None:
    with errand(), transaction.atomic():
        add_one(shelf.kept)
        once = shelf.kept.get()
        with transaction.atomic():
            add_one(shelf.kept)
            assert shelf.kept.get() == once + 1
            transaction.set_rollback(True)
        assert shelf.kept.get() == once
    with errand():
        assert shelf.kept.get() == once


def test_what_a_transaction_reads_between_two_changes_is_not_kept(shelf: Shelf) -> None:
    with errand(), transaction.atomic():
        add_one(shelf.kept)
        once = shelf.kept.get()
        add_one(shelf.kept)
        assert shelf.kept.get() == once + 1
    with errand():
        assert shelf.kept.get() == once + 1


def test_reading_that_began_before_a_change_is_not_kept_after_it(
    shelf: Shelf, other_process: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    def committed() -> None:
        shelf.meanwhile = lambda: None
        changed_by(other_process)
        other_process.commit()

    shelf.meanwhile = committed
    with errand():
        before = shelf.kept.get()
    with errand():
        assert shelf.kept.get() == before + 1


def test_reading_that_is_overtaken_by_a_forgetting_is_not_kept(shelf: Shelf) -> None:
    shelf.meanwhile = lambda: shelf.kept.forget()
    with errand():
        shelf.kept.get()
        assert shelf.reads == 1
        shelf.meanwhile = lambda: None
        shelf.kept.get()
        shelf.kept.get()
    assert shelf.reads == 2


def test_one_thread_reads_and_the_others_wait_for_the_whole(shelf: Shelf) -> None:
    everybody = threading.Barrier(5)
    reading, others_asked = threading.Event(), threading.Event()

    def slow() -> None:
        reading.set()
        assert others_asked.wait(60)

    shelf.meanwhile = slow

    def ask() -> int:
        try:
            with errand():
                everybody.wait(60)
                return shelf.kept.get()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(5) as threads:
        asked = [threads.submit(ask) for _ in range(5)]
        assert reading.wait(60)
        others_asked.set()
        assert {one.result() for one in asked} == {number()}
    assert shelf.reads == 1


def test_after_the_database_was_away_what_changed_is_read_and_nothing_else(
    shelf: Shelf, other_process: "psycopg.Connection[tuple[object, ...]]"
) -> None:
    with errand():
        before = shelf.kept.get()
    for changes in (0, 1):
        if changes:
            changed_by(other_process)
        with connection.cursor() as cursor:
            cursor.execute("select pg_backend_pid()")
            (own,) = cursor.fetchone()
        other_process.execute("select pg_terminate_backend(%s)", [own])
        other_process.commit()
        close_old_connections()  # before a request: the connection is to be tried at its first use
        with errand():
            assert shelf.kept.get() == before + changes
        assert shelf.reads == 1 + changes


def test_things_of_one_name_are_forgotten_together(shelf: Shelf) -> None:
    beside = Shelf()
    with errand():
        before = (shelf.kept.get(), beside.kept.get())
        with transaction.atomic():
            add_one(shelf.kept)
        assert (shelf.kept.get(), beside.kept.get()) == (before[0] + 1, before[1] + 1)
    services._known[NAME].remove(beside.kept)


def test_a_mark_is_given_in_the_transaction_that_changes(shelf: Shelf) -> None:
    with pytest.raises(NothingChanges):
        shelf.kept.forget_when_committed()


def test_outside_of_requests_and_jobs_it_is_looked_for_again_soon(
    shelf: Shelf,
    other_process: "psycopg.Connection[tuple[object, ...]]",
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = shelf.kept.get()
    changed_by(other_process)
    other_process.commit()
    monkeypatch.setattr(services, "ELSEWHERE_SECONDS", 0.0)
    assert shelf.kept.get() == before + 1


def in_a_thread(ask: Callable[[], int]) -> int:
    """As another request at the same time."""

    def asked() -> int:
        try:
            with errand():
                return ask()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asked).result()
