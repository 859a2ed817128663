"""Retention by the clock."""

from procrastinate.contrib.django import app

from jingwei.foundation.retention.contracts import Pace
from jingwei.foundation.retention.services import carry_out, watch
from jingwei.kernel.clock import now


@app.periodic(cron="25 * * * *")
@app.task(name="retention.hourly", queueing_lock="retention.hourly")
def hourly(timestamp: int) -> None:
    """Every hour: what is kept for minutes, hours or days."""
    carry_out(Pace.HOURLY, at=now())


@app.periodic(cron="40 18 * * *")
@app.task(name="retention.daily", queueing_lock="retention.daily")
def daily(timestamp: int) -> None:
    """At 02:40 in Beijing: what is kept for weeks and years."""
    carry_out(Pace.DAILY, at=now())


@app.periodic(cron="0 1 * * *")
@app.task(name="retention.watch", queueing_lock="retention.watch")
def look_after(timestamp: int) -> None:
    """At 09:00 in Beijing: tell administrators of what did not run, failed or left things over."""
    watch(at=now())
