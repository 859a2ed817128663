"""Joint work 联动 as the house speaks of it: whistles, joint meetings, and what units are told of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from jingwei.foundation.events.contracts import Event


class WhistleEnd(StrEnum):
    """How a whistle ended."""

    SETTLED = "settled"  # 已处置
    FOLLOWED = "followed"  # 转后续办理
    CALLED_OFF = "called_off"  # 取消


class MeetingState(StrEnum):
    """Where a meeting stands."""

    CALLED = "called"  # 已通知
    HELD = "held"  # 已召开
    CANCELLED = "cancelled"  # 已取消


class DecisionKind(StrEnum):
    """What a meeting's decision becomes."""

    PLAIN = "plain"  # 会议交办
    ASSIST = "assist"  # 转为协办
    INCIDENT = "incident"  # 转为事件


class MediationWay(StrEnum):
    """Who mediates a dispute. Source: 人民调解、行政调解、司法调解 (三调联动)."""

    PEOPLE = "people"  # 人民调解
    ADMINISTRATIVE = "administrative"  # 行政调解
    JUDICIAL = "judicial"  # 司法调解


class MediationState(StrEnum):
    """Where a dispute stands."""

    WAITING = "waiting"  # 待受理
    RUNNING = "running"  # 调解中
    AGREED = "agreed"  # 已达成协议
    PERFORMED = "performed"  # 已履行
    FAILED = "failed"  # 调解不成
    WITHDRAWN = "withdrawn"  # 已撤回


class MediationAct(StrEnum):
    """What can be done with a dispute."""

    REGISTER = "register"  # 登记
    TAKE = "take"  # 受理
    MEET = "meet"  # 调解
    AGREE = "agree"  # 达成协议
    HAND_ON = "hand_on"  # 转交
    FAIL = "fail"  # 调解不成
    WITHDRAW = "withdraw"  # 撤回
    CONFIRM = "confirm"  # 司法确认
    FOLLOW_UP = "follow_up"  # 回访


class Performance(StrEnum):
    """What a follow-up visit finds of an agreement."""

    PERFORMED = "performed"  # 已履行
    RUNNING = "running"  # 履行中
    BROKEN = "broken"  # 未履行


class PartySide(StrEnum):
    """On which side of a dispute somebody stands."""

    APPLICANT = "applicant"  # 申请人
    RESPONDENT = "respondent"  # 被申请人


class EnforcementState(StrEnum):
    """Where a joint enforcement stands."""

    PLANNED = "planned"  # 已部署
    DONE = "done"  # 已完成
    CANCELLED = "cancelled"  # 已取消


class EnforcementReply(StrEnum):
    """What a unit answers that is asked to come."""

    COMING = "coming"  # 参加
    DECLINED = "declined"  # 不能参加
    ARRIVED = "arrived"  # 已到场


class FindingEnd(StrEnum):
    """What becomes of something found."""

    SETTLED = "settled"  # 当场处理
    INCIDENT = "incident"  # 转为事件


class Happening(StrEnum):
    """What units are told of."""

    WHISTLED = "whistled"  # 吹哨
    WHISTLE_ENDED = "whistle_ended"
    ABSENT = "absent"  # 未报到
    MEETING_CALLED = "meeting_called"
    MEETING_CANCELLED = "meeting_cancelled"
    MINUTES = "minutes"  # 会议纪要
    DECISION_DONE = "decision_done"
    DISPUTE_SENT = "dispute_sent"  # 纠纷待调解
    DISPUTE_ENDED = "dispute_ended"  # 调解有了结果
    ENFORCEMENT_PLANNED = "enforcement_planned"  # 联合执法
    ENFORCEMENT_ANSWERED = "enforcement_answered"
    ENFORCEMENT_ENDED = "enforcement_ended"


@dataclass(frozen=True, slots=True)
class JointHappened(Event):
    """Something that those who take part hear of; ``subject_id`` is the whistle, the meeting or the summons."""

    happening: Happening
    subject_id: UUID
    at: datetime
