"""A job that is begun again has its work done once."""

from uuid import uuid4

import pytest
from django.db import transaction

from jingwei.config.jobs import number_job
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.notices.tasks import announce
from jingwei.foundation.scoping import eyes
from jingwei.kernel.jobs import doing_job, present_job
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db


def told_times() -> list[int]:
    with eyes(CAST.machine):
        return list(Notice.objects.values_list("times", flat=True))


def announce_as(job: str) -> None:
    with doing_job(job):
        announce(str(CAST.wu.post_id), None, "imports.finished", "导入完成", "Import finished", "", "",
                 f"imports.batch:{uuid4()}", MONDAY_10.isoformat())  # fmt: skip


def test_a_job_begun_again_tells_once_and_two_jobs_twice() -> None:
    announce_as("71")
    announce_as("71")
    assert told_times() == [1]
    announce_as("72")
    assert told_times() == [1, 1]


def test_work_that_was_rolled_back_is_done_the_next_time() -> None:
    with doing_job("73"):
        with pytest.raises(RuntimeError), transaction.atomic():
            assert is_first_hearing(at=MONDAY_10)
            raise RuntimeError
        assert is_first_hearing(at=MONDAY_10)
        assert not is_first_hearing(at=MONDAY_10)


def test_outside_the_queue_everything_is_for_the_first_time() -> None:
    assert is_first_hearing(at=MONDAY_10)
    assert is_first_hearing(at=MONDAY_10)


def test_the_queue_names_the_job_to_what_it_runs() -> None:
    class Job:
        id = 4711

    class Context:
        job = Job

    async def work() -> str:
        return present_job()

    running = number_job(work, Context, None)
    with pytest.raises(StopIteration) as ended:
        running.send(None)  # type: ignore[attr-defined]
    assert ended.value.value == "4711"
    assert present_job() == ""
