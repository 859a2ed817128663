"""Queue entrances of freshness."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.freshness.services.planning import plan_everywhere
from jingwei.kernel.clock import now

TRY_AGAIN = RetryStrategy(max_attempts=4, exponential_wait=9)


@app.periodic(cron="40 19 * * *")
@app.task(name="freshness.plan", queueing_lock="freshness.plan", retry=TRY_AGAIN)
def plan(timestamp: int) -> None:
    """At 03:40 in China: due records become collection tasks, and freshness is counted."""
    plan_everywhere(at=now())
