"""Tasks as tests give them."""

from datetime import datetime, timedelta
from typing import Any

from jingwei.domains.tasking.contracts import Measure, TaskAct
from jingwei.domains.tasking.models import Share, Task
from jingwei.domains.tasking.services import Answer, NewShare, NewTask, answer_task, give_task
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, COMMUNITY, MONDAY_10, centre

WEEK = timedelta(days=7)
TO_COMMUNITY = NewShare(unit_id=centre(COMMUNITY))


def given(*shares: NewShare, actor: Actor = CAST.zhao, at: datetime = MONDAY_10, **changes: Any) -> Task:
    """The township asks its community for something within a week."""
    facts = {
        "task_id": uuid7(),
        "title": "楼道堆物清理",
        "due_at": at + WEEK,
        "shares": shares or (TO_COMMUNITY,),
    }
    return give_task(actor, NewTask(**(facts | changes)), at=at)


def counted(*shares: NewShare, **changes: Any) -> Task:
    """The same by number."""
    return given(*shares, measure=Measure.COUNT, target_unit="处", **changes)


def share_of(task: Task, receiver: Actor) -> Share:
    """What somebody has received of a task."""
    with eyes(CAST.machine):
        rows = Share.objects.visible_to(CAST.machine).filter(task_id=task.pk)
        mine = [
            row
            for row in rows.order_by("given_at", "id")
            if row.receiver_post_id == receiver.post_id
            or (row.receiver_post_id is None and row.receiver_unit_id == receiver.unit_id)
        ]
        return mine[-1]


def answered(task: Task, receiver: Actor, *acts: TaskAct, at: datetime = MONDAY_10, **said: Any) -> Share:
    """The receiver does one after the other; what is said belongs to the last."""
    for number, act in enumerate(acts):
        share = share_of(task, receiver)
        words = said if number == len(acts) - 1 else {}
        answer_task(receiver, share.pk, Answer(act, share.version, **words), at=at)
    return share_of(task, receiver)
