"""Who is told of what was done to a share: its receiver, or whoever gave it. Runs in the queue, at least once."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.tasking.contracts import TaskAct
from jingwei.domains.tasking.models import Share
from jingwei.foundation.access.contracts import Role, system_actor
from jingwei.foundation.access.queries import posts_with_role
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.foundation.scoping import eyes

TELLER = system_actor("任务通知")
ANSWERING = (Role.DESK, Role.COMMANDER, Role.UNIT_HEAD, Role.HANDLER)

TO_RECEIVER = {
    TaskAct.GIVE: ("收到任务：{title}", "A task for you: {title}"),
    TaskAct.ACCEPT: ("任务已验收：{title}", "Accepted: {title}"),
    TaskAct.SEND_BACK: ("任务被打回重办：{title}", "Sent back to you: {title}"),
    TaskAct.URGE: ("催办任务：{title}", "Please hurry: {title}"),
    TaskAct.EXTEND: ("任务期限有变：{title}", "The deadline has changed: {title}"),
    TaskAct.WITHDRAW: ("任务已撤回：{title}", "Withdrawn: {title}"),
}
TO_GIVER = {
    TaskAct.RETURN: ("任务被退回：{title}", "Returned to you: {title}"),
    TaskAct.COMPLETE: ("任务待验收：{title}", "To be accepted: {title}"),
}


def tell_of_tasks(task_id: UUID, share_ids: Sequence[UUID], act: TaskAct, *, at: datetime) -> int:
    """Returns how many inboxes. Titles of tasks are written for staff and name nobody's private matters."""
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        rows = Share.objects.visible_to(TELLER).select_related("task").filter(pk__in=list(share_ids))
        return sum(_tell(row, act, at=at) for row in rows.order_by("id"))


def _tell(row: Share, act: TaskAct, *, at: datetime) -> int:
    is_to_receiver = act in TO_RECEIVER
    words = TO_RECEIVER.get(act) or TO_GIVER.get(act)
    if words is None:
        return 0
    if is_to_receiver:
        posts = _posts(row.receiver_post_id, row.receiver_unit_id)
    else:
        posts = [row.giver_post_id] if row.giver_post_id else _posts(None, row.giver_unit_id)
    name = row.task.title
    body = (f"接收方：{row.receiver_name}", f"Receiver: {row.receiver_name}")
    for post_id in posts:
        notify_post(
            TELLER,
            post_id,
            kind=f"tasking.{act.value}",
            words=Words(words[0].format(title=name), words[1].format(title=name), *body),
            target=f"tasking.task:{row.task_id}",
            is_urgent=act is TaskAct.URGE,
            at=at,
        )
    return len(posts)


def _posts(post_id: UUID | None, unit_id: UUID | None) -> list[UUID]:
    if post_id is not None:
        return [post_id]
    return posts_with_role(unit_id, ANSWERING) if unit_id is not None else []
