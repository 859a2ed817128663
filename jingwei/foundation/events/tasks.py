"""Queue entrances of the queue's own care."""

from procrastinate.contrib.django import app

from jingwei.foundation.events.services import pick_up_orphans


@app.periodic(cron="* * * * *")
@app.task(name="events.pick_up_orphans", queueing_lock="events.pick_up_orphans")
def pick_up(timestamp: int) -> None:
    """Every minute: a killed worker must not take its jobs along."""
    pick_up_orphans()
