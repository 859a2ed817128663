"""What a giver does to a share: accept, send back, urge, change its deadline, withdraw."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.tasking.contracts import ShareState, TaskAct, TaskMoved
from jingwei.domains.tasking.models import Share
from jingwei.domains.tasking.rules.course import OPEN, require_due
from jingwei.domains.tasking.rules.refusals import DueTooSoon
from jingwei.domains.tasking.services.course import Taking, note, save, share_step
from jingwei.foundation.access.contracts import Actor

MOST_URGED = 30_000


def steer_task(
    actor: Actor,
    share_id: UUID,
    act: TaskAct,
    *,
    version: int | None,
    remark: str,
    due_at: datetime | None,
    at: datetime,
) -> Share:
    """Accept 验收, send back 打回, urge 催办, change the deadline 改期限 or withdraw 撤回 what one has given.

    Raises: TaskNotFound, NotYourShare, ShareStepRefused, StaleVersion, RemarkNeeded, DueTooSoon, DueAfterOwn.
    """
    with share_step(actor, share_id, act, version=version, remark=remark, due_at=due_at, at=at) as taking:
        share = taking.share
        if act is TaskAct.EXTEND:
            if due_at is None:
                raise DueTooSoon
            require_due(due_at, at=at, own_due_at=share.parent.due_at if share.parent_id else None)
            taking.set(due_at=due_at)
        elif act is TaskAct.SEND_BACK:
            taking.set(reported_at=None)
        elif act is TaskAct.URGE:
            taking.set(urged=min(share.urged + 1, MOST_URGED))
        elif act is TaskAct.WITHDRAW:
            _withdraw_below(actor, taking, remark=remark, at=at)
    return taking.share


def _withdraw_below(actor: Actor, taking: Taking, *, remark: str, at: datetime) -> None:
    """What was passed down of a withdrawn share is withdrawn with it."""
    rows = list(
        Share.objects.visible_to(actor)
        .filter(task_id=taking.share.task_id)
        .select_related("task")
        .select_for_update(of=("self",))
    )
    below, added = {taking.share.pk}, True
    while added:
        added = False
        for row in rows:
            if row.parent_id in below and row.pk not in below:
                below.add(row.pk)
                added = True
    gone = [row for row in rows if row.pk in below - {taking.share.pk} and ShareState(row.state) in OPEN]
    for row in gone:
        part = Taking(row, taking.job)
        part.set(state=int(ShareState.WITHDRAWN))
        save(part, at=at)
        note(actor, row, TaskAct.WITHDRAW, remark=remark, at=at)
        taking.job.record(row, act=TaskAct.WITHDRAW.value, through=taking.share.pk)
    if gone:
        told = tuple(row.pk for row in gone)
        taking.job.publish(TaskMoved(taking.share.task_id, told, TaskAct.WITHDRAW, at))
