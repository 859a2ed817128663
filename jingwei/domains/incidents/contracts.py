"""Incidents 事件 as the house speaks of them: states, actions, channels, and what we tell others."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from uuid import UUID

from jingwei.foundation.events.contracts import Event


class State(IntEnum):
    """Where the main course stands. Gaps are left for stages to come."""

    REPORTED = 10  # 待受理
    ACCEPTED = 20  # 待派遣
    DISPATCHED = 30  # 待接收
    HANDLING = 40  # 处置中
    HANDLED = 50  # 待核查
    VERIFIED = 60  # 待结案
    CLOSED = 70  # 已结案
    VOIDED = 80  # 已作废


class Action(StrEnum):
    """Everything that can be done to an incident: the verbs of the field."""

    REPORT = "report"  # 上报
    EDIT = "edit"  # 修改上报
    ACCEPT = "accept"  # 受理
    CORRECT = "correct"  # 更正
    ESCALATE = "escalate"  # 上报上级
    TAKE_UP = "take_up"  # 提级办理
    DISPATCH = "dispatch"  # 派遣
    RECALL = "recall"  # 撤回派遣
    TAKE = "take"  # 接收
    RETURN = "return"  # 退回
    ASSIGN = "assign"  # 指派到人
    HANDLE = "handle"  # 处置反馈
    ASK_EXTENSION = "ask_extension"  # 申请延期
    GRANT_EXTENSION = "grant_extension"  # 同意延期
    REFUSE_EXTENSION = "refuse_extension"  # 不同意延期
    SUSPEND = "suspend"  # 挂起
    RESUME = "resume"  # 恢复
    PASS_CHECK = "pass_check"  # 核查通过  # noqa: S105
    FAIL_CHECK = "fail_check"  # 核查不通过
    CLOSE = "close"  # 结案
    RATE = "rate"  # 评价
    REOPEN = "reopen"  # 重开
    VOID = "void"  # 作废
    NOTE = "note"  # 备注
    ASK_REPORTER = "ask_reporter"  # 征询反映人
    ANSWER = "answer"  # 回答征询
    URGE = "urge"  # 催办
    INSTRUCT = "instruct"  # 领导批示
    HAND_OVER = "hand_over"  # 移交
    TRANSPLANT = "transplant"  # 历史数据移入
    FOLD = "fold"  # 并入另一件
    UNFOLD = "unfold"  # 拆出
    OBJECT = "object"  # 提出异议
    UPHOLD = "uphold"  # 异议成立
    REFUSE_OBJECTION = "refuse_objection"  # 异议不成立
    REROUTE = "reroute"  # 改派
    SPLIT = "split"  # 拆分子任务
    ASK_ASSIST = "ask_assist"  # 请求协办
    TAKE_ASSIST = "take_assist"  # 接收协办
    REPORT_ASSIST = "report_assist"  # 协办反馈
    EXCUSE_ASSIST = "excuse_assist"  # 免除协办


class Channel(StrEnum):
    """Where a report came from."""

    RESIDENT = "resident"  # 居民随手拍
    OFFICER = "officer"  # 网格员上报
    DESK = "desk"  # 窗口登记
    HOTLINE = "hotline"  # 热线
    WALK_IN = "walk_in"  # 来访
    LETTER = "letter"  # 来信
    TIP = "tip"  # 保密线索
    API = "api"  # 接口
    IMPORT = "import"  # 批量导入
    WORK_LOG = "work_log"  # 工作日志转办
    CONCERN = "concern"  # 民情转办


class Identity(StrEnum):
    """What may be known of who reports."""

    NAMED = "named"  # 实名，处置单位可联系
    CONFIDENTIAL = "confidential"  # 保密，仅受理中心可联系
    ANONYMOUS = "anonymous"  # 匿名，不留联系方式


@dataclass(frozen=True, slots=True)
class IncidentReported(Event):
    """A new incident is in: somebody's inbox has grown."""

    incident_id: UUID
    centre_id: UUID
    scope_code: str
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class IncidentMoved(Event):
    """A step was taken. ``unit_id`` is the unit that holds the task now, or held it until this step."""

    incident_id: UUID
    version: int
    action: Action
    from_state: State
    to_state: State
    centre_id: UUID
    unit_id: UUID | None
    at: datetime


@dataclass(frozen=True, slots=True)
class IncidentsBroughtIn(Event):
    """A file of reports is in: one event for all that now wait at a centre, instead of one for each."""

    batch_id: UUID
    source: str
    centre_id: UUID
    scope_code: str
    count: int
    at: datetime


@dataclass(frozen=True, slots=True)
class MattersOverdue(Event):
    """Deadlines have passed: one event for all that a sweep found at once, however many."""

    incident_ids: tuple[UUID, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class WorkHandedOver(Event):
    """Open work went from one post to another: one event for all of it, so that one notice tells of it."""

    from_post_id: UUID
    to_post_id: UUID
    by_post_id: UUID | None
    count: int
    at: datetime
