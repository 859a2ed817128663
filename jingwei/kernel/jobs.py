"""Which job of the queue is being done, for what must be done once however often the job is begun."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_job: ContextVar[str] = ContextVar("jw_job", default="")


def present_job() -> str:
    """The number of the job that runs; empty in requests and commands."""
    return _job.get()


@contextmanager
def doing_job(number: str) -> Iterator[None]:
    """Do something as a job."""
    token = _job.set(number)
    try:
        yield
    finally:
        _job.reset(token)
