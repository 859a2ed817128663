"""Housekeeping of sessions."""

from procrastinate.contrib.django import app

from jingwei.foundation.administration.services import account
from jingwei.kernel.clock import now


@app.periodic(cron="10 19 * * *")  # 03:10 in China
@app.task(name="administration.forget_ended_sessions", queueing_lock="administration.forget_ended_sessions")
def forget_ended_sessions(timestamp: int) -> None:
    """Delete sessions and tokens that ended a month ago."""
    account.forget_ended_sessions(at=now())
