"""Housekeeping of buckets."""

from procrastinate.contrib.django import app

from jingwei.foundation.limits.services import forget_full, forget_spent
from jingwei.kernel.clock import now


@app.periodic(cron="13 * * * *")
@app.task(name="limits.forget_full", queueing_lock="limits.forget_full")
def forget(timestamp: int) -> None:
    """Every hour: forget who asked long enough ago that it does not count any more."""
    at = now()
    forget_full(at=at)
    forget_spent(at=at)
