"""What a killed worker was doing is done again."""

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from jingwei.foundation.events.services import pick_up_orphans

pytestmark = pytest.mark.django_db


def job_of(*, silent_for: str | None) -> int:
    """A job that a worker has begun; without a worker where there is none any more."""
    job_id = app.configure_task("test.first").defer(number=1)
    with connection.cursor() as cursor:
        worker_id = None
        if silent_for is not None:
            cursor.execute(
                "insert into procrastinate_workers (last_heartbeat) values (now() - %s::interval) returning id",
                [silent_for],
            )
            (worker_id,) = cursor.fetchone()
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s where id = %s",
            [worker_id, job_id],
        )
    return int(job_id)


def status_of(job_id: int) -> tuple[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("select status::text, attempts from procrastinate_jobs where id = %s", [job_id])
        found: tuple[str, int] = cursor.fetchone()
        return found


@pytest.mark.parametrize(
    "silent_for", [None, "2 minutes", "-2 hours"], ids=["forgotten", "silent", "from the future"]
)
def test_the_job_of_a_worker_that_is_gone_waits_again(silent_for: str | None) -> None:
    job_id = job_of(silent_for=silent_for)
    assert pick_up_orphans() == 1
    assert status_of(job_id) == ("todo", 1)
    assert pick_up_orphans() == 0


def test_an_orphan_whose_work_waits_already_holds_up_no_other() -> None:
    twins = [job_of(silent_for=None), job_of(silent_for=None)]
    waiting = app.configure_task("test.first").defer(number=2)
    with connection.cursor() as cursor:
        cursor.execute(
            "update procrastinate_jobs set queueing_lock = 'one' where id = any(%s)", [[*twins, waiting]]
        )
    other = job_of(silent_for=None)
    assert pick_up_orphans() == 1
    assert [status_of(one)[0] for one in (*twins, other)] == ["doing", "doing", "todo"]
    with connection.cursor() as cursor:
        cursor.execute("update procrastinate_jobs set status = 'succeeded' where id = %s", [waiting])
    assert pick_up_orphans() == 1
    assert [status_of(one)[0] for one in twins] == ["todo", "doing"]


def test_the_job_of_a_worker_that_lives_goes_on() -> None:
    job_id = job_of(silent_for="20 seconds")
    assert pick_up_orphans() == 0
    assert status_of(job_id) == ("doing", 0)


def test_the_queue_looks_after_itself_every_minute() -> None:
    assert "events.pick_up_orphans" in app.tasks
    assert ("events.pick_up_orphans", "") in app.periodic_registry.periodic_tasks


def test_a_long_job_does_not_hold_up_the_others() -> None:
    assert app.worker_defaults["concurrency"] > 1
