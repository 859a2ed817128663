"""Tasks from above 任务下达 as the house speaks of them: where a share stands, what can be done, what we tell others."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from uuid import UUID

from jingwei.foundation.events.contracts import Event


class ShareState(IntEnum):
    """Where one receiver's share of a task stands."""

    GIVEN = 10  # 待签收
    DOING = 20  # 办理中
    REPORTED = 30  # 待验收
    DONE = 70  # 已完成
    RETURNED = 80  # 已退回
    WITHDRAWN = 90  # 已撤回


class TaskAct(StrEnum):
    """The verbs of a task."""

    GIVE = "give"  # 下达
    ACKNOWLEDGE = "acknowledge"  # 签收
    RETURN = "return"  # 退回
    PROGRESS = "progress"  # 报进度
    COMPLETE = "complete"  # 报完成
    PASS_DOWN = "pass_down"  # 分解下达  # noqa: S105
    ACCEPT = "accept"  # 验收通过
    SEND_BACK = "send_back"  # 打回重办
    URGE = "urge"  # 催办
    EXTEND = "extend"  # 改期限
    WITHDRAW = "withdraw"  # 撤回


class Measure(StrEnum):
    """How far a task has come: a number to reach, or done or not."""

    COUNT = "count"  # 数量
    YES_NO = "yes_no"  # 完成与否


class Repeat(StrEnum):
    """How often a task is given anew."""

    DAILY = "daily"  # 每天
    WEEKLY = "weekly"  # 每周
    MONTHLY = "monthly"  # 每月


class FieldKind(StrEnum):
    """What can be asked for in a task's form."""

    TEXT = "text"  # 文字
    NUMBER = "number"  # 数字
    YES_NO = "yes_no"  # 是或否
    CHOICE = "choice"  # 单选
    DATE = "date"  # 日期


class Side(StrEnum):
    """Which shares of tasks are listed."""

    MINE = "mine"  # 我收到的
    GIVEN = "given"  # 我下达的
    SEEN = "seen"  # 看得到的


@dataclass(frozen=True, slots=True)
class TaskMoved(Event):
    """The same was done to some shares of a task at once: one event, so that whoever it concerns is told once."""

    task_id: UUID
    share_ids: tuple[UUID, ...]
    act: TaskAct
    at: datetime
