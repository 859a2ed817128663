"""Queue entrances of live news."""

from procrastinate.contrib.django import app

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.live.services.presence import forget_gone
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now

TIDIER = system_actor("在场登记")


@app.periodic(cron="7 * * * *")
@app.task(name="live.forget_gone", queueing_lock="live.forget_gone")
def forget(timestamp: int) -> None:
    """Every hour: forget who left without a word."""
    with eyes(TIDIER):
        forget_gone(at=now())
