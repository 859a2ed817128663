"""Publishing: one queue job per hearer, deferred inside the running transaction."""

import contextlib
import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jingwei.foundation.events.contracts import Event
from jingwei.foundation.limits.services import spend_once
from jingwei.kernel.jobs import present_job
from jingwei.kernel.trace import present_trace

_wiring: dict[type[Event], tuple[str, ...]] = {}

SILENT_FOR = timedelta(minutes=1)
"""Workers give a sign of life every ten seconds; one that was silent for so long is gone."""

JOBS_KEPT = timedelta(days=30)
FORGET_JOBS = """
delete from procrastinate_jobs job
 where status not in ('todo', 'doing')
   and (select max(at) from procrastinate_events e where e.job_id = job.id) < %s
"""

HEARD_FOR = timedelta(days=7)
"""Longer than any job is tried again."""

# A clock that jumped may have left a sign of life in the future: it says no more than one long ago.
# Where the same work waits already (``queueing_lock``), the orphan has its turn after it.
# The queue's own function, so that what it keeps beside the job (attempts, events) stays right.
ORPHANS = """
select job.id
  from procrastinate_jobs job left join procrastinate_workers worker on worker.id = job.worker_id
 where job.status = 'doing' and (worker.id is null or not worker.last_heartbeat between now() - %s and now() + %s)
   and not exists (
     select from procrastinate_jobs twin where twin.queueing_lock = job.queueing_lock
        and (twin.status = 'todo' or (twin.status = 'doing' and twin.id < job.id)))
 order by job.id for update of job skip locked
"""
PUT_BACK = "select procrastinate_retry_job_v2(%s, now(), null, null, null)"


class OutsideTransaction(RuntimeError):
    """An event was published where it could not vanish with the change it tells of."""


def wire(table: Mapping[type[Event], Sequence[str]]) -> None:
    """Set who hears what. Called once, by config."""
    _wiring.clear()
    _wiring.update({event: tuple(tasks) for event, tasks in table.items()})


def wiring() -> dict[type[Event], tuple[str, ...]]:
    """Who hears what, for the documentation and for hot-path statements."""
    return dict(_wiring)


def publish(event: Event) -> None:
    """Defer one job per hearer. Raises: OutsideTransaction."""
    if not connection.in_atomic_block:
        raise OutsideTransaction(type(event).__name__)
    for task_name in _wiring.get(type(event), ()):
        task = app.tasks.get(task_name)
        if task is not None and task.queueing_lock:
            _defer_once(task_name, event)
        else:
            app.configure_task(task_name).defer(**payload_of(event))


@contextlib.contextmanager
def under_trace() -> Iterator[None]:
    """A transaction whose jobs go on under the present number, where nobody's eyes are open."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config('jw.trace', %s, true)", [present_trace()])
        yield


def _defer_once(task_name: str, event: Event) -> None:
    """A task that waits already is enough; the refusal would abort the transaction without a savepoint."""
    with contextlib.suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(task_name).defer(**payload_of(event))


def pick_up_orphans(*, silent_for: timedelta = SILENT_FOR) -> int:
    """Put back what killed workers left half done: hearers are idempotent, so twice is better than never.

    Each by itself: the same work may be queued between looking and putting back, and then waits already.
    """
    picked_up = 0
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ORPHANS, [silent_for, max(silent_for, SILENT_FOR)])
        for (job_id,) in cursor.fetchall():
            with contextlib.suppress(IntegrityError), transaction.atomic():
                cursor.execute(PUT_BACK, [job_id])
                picked_up += 1
    return picked_up


def forget_jobs(*, at: datetime) -> int:
    """Delete jobs that are done, with what they were given, a month after their end. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET_JOBS, [at - JOBS_KEPT])
        return int(cursor.rowcount)


def is_first_hearing(*, at: datetime) -> bool:
    """Whether the running job has not done its work before. Called inside the transaction that does the work.

    A worker that is killed between the work's commit and its last word to the queue leaves a job that is begun again.
    Outside the queue everything is done for the first time.
    """
    number = present_job()
    return not number or spend_once("events.heard", number, uuid4().hex, until=at + HEARD_FOR)


def payload_of(event: Event) -> dict[str, Any]:
    """An event as plain JSON values: the arguments a hearing task receives."""
    return {field.name: _plain(getattr(event, field.name)) for field in dataclasses.fields(event)}


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list | tuple | frozenset | set):
        return [_plain(one) for one in value]
    return value
