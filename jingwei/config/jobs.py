"""What every job of the queue runs inside."""

from collections.abc import Awaitable, Callable
from typing import Any

from jingwei.kernel.jobs import doing_job


async def number_job(call_next: Callable[[], Awaitable[Any]], context: Any, worker: Any) -> Any:
    """Hearers know by the job's number what they have done before: a worker may die between work and its last word."""
    with doing_job(str(context.job.id)):
        return await call_next()
