"""Orphans are put back while others queue the same work: in a database of its own, because it takes two transactions."""

import time
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import connection, transaction
from procrastinate.contrib.django import app

from jingwei.foundation.events.services import pick_up_orphans
from jingwei.foundation.events.tests.test_orphans import job_of, status_of


def test_work_queued_between_looking_and_putting_back_holds_up_no_other(own_city: str) -> None:
    twin, other = job_of(silent_for=None), job_of(silent_for=None)
    name_work(twin)
    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic(), connection.cursor() as cursor:
            rival = app.configure_task("test.first").defer(number=2)
            name_work(rival)
            found = threads.submit(_in_a_connection_of_its_own)
            cursor.execute("select pg_backend_pid()")
            (pid,) = cursor.fetchone()
            _wait_until_somebody_waits_for(pid, found)
        assert found.result(timeout=120) == 1
    assert [status_of(one)[0] for one in (twin, rival, other)] == ["doing", "todo", "todo"]


def name_work(job_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set queueing_lock = 'one' where id = %s", [job_id])


def _in_a_connection_of_its_own() -> int:
    try:
        return pick_up_orphans()
    finally:
        connection.close()


def _wait_until_somebody_waits_for(pid: int, found: Future[int]) -> None:
    give_up_at = time.monotonic() + 120
    with connection.cursor() as cursor:
        while time.monotonic() < give_up_at:
            cursor.execute(
                "select pid from pg_locks where not granted and %s = any(pg_blocking_pids(pid))", [pid]
            )
            if cursor.fetchone():
                return
            assert not found.done(), f"it did not wait: {found.result()}"
    raise AssertionError("nobody ever waited")
