"""The daily look whether next year's holidays are entered, and the sweep of watches."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from jingwei.domains.clocks.services import remind_of_missing_years
from jingwei.domains.clocks.services.watches import sweep_watches
from jingwei.foundation.access.contracts import system_actor
from jingwei.kernel.clock import now

REMINDER = system_actor("工作日历提醒")


@app.periodic(cron="0 1 * * *")  # 09:00 in China
@app.task(name="clocks.remind_of_missing_years", queueing_lock="clocks.remind_of_missing_years")
def remind(timestamp: int) -> None:
    """Runs with the moment it was due for, so that a late run reminds of the same day."""
    remind_of_missing_years(REMINDER, at=datetime.fromtimestamp(timestamp, UTC))


@app.periodic(cron="* * * * *")
@app.task(name="clocks.sweep_watches", queueing_lock="clocks.sweep_watches")
def sweep(timestamp: int) -> None:
    """Every minute: warn of watches that are due."""
    sweep_watches(at=now())
