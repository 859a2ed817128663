"""Queue entrances of tasks from above."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.tasking.contracts import TaskAct
from jingwei.domains.tasking.services.repeating import give_due
from jingwei.domains.tasking.services.telling import tell_of_tasks
from jingwei.kernel.clock import now

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)
"""While the database is away, for some hours: 3, 9, 27 seconds and so on."""


@app.task(name="tasking.tell_of_tasks", retry=TRY_AGAIN)
def tell(task_id: str, share_ids: list[str], act: str, at: str) -> None:
    """Hear TaskMoved."""
    shares = [UUID(one) for one in share_ids]
    tell_of_tasks(UUID(task_id), shares, TaskAct(act), at=datetime.fromisoformat(at))


@app.periodic(cron="*/5 * * * *")
@app.task(name="tasking.give_due", queueing_lock="tasking.give_due")
def give(timestamp: int) -> None:
    """Every five minutes: give again what repeats and is due."""
    give_due(at=now())
