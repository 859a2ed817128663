"""Supervision 督办 as the house speaks of it: cards, leaders' notes, lapses, cases of an area."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from jingwei.foundation.events.contracts import Event


class CardKind(StrEnum):
    """How grave a card is, the lightest first."""

    ORDINARY = "ordinary"  # 普通督办
    YELLOW = "yellow"  # 黄牌督办
    RED = "red"  # 红牌督办


class CardState(StrEnum):
    """Where a card stands."""

    RAISED = "raised"  # 待答复
    ANSWERED = "answered"  # 已答复，待认定
    SENT_BACK = "sent_back"  # 退回重答
    ACCEPTED = "accepted"  # 已认可
    LIFTED = "lifted"  # 已解除
    REPLACED = "replaced"  # 已升级为更重的
    OVER = "over"  # 事件办结，随之结束


class Verdict(StrEnum):
    """What whoever raised a card says to its answer."""

    ACCEPT = "accept"  # 认可
    SEND_BACK = "send_back"  # 退回重答
    LIFT = "lift"  # 解除


class LapseKind(StrEnum):
    """What the discipline view counts, each found by rule."""

    SLOW = "slow"  # 超时
    RETURNED = "returned"  # 退回
    REWORK = "rework"  # 返工
    AGAINST_WORD = "against_word"  # 群众不认可仍结案


class CaseState(StrEnum):
    """Where the supervision of an area 综治督导 stands."""

    RAISED = "raised"  # 待报方案
    PLANNED = "planned"  # 整改中
    RECTIFIED = "rectified"  # 待复查
    FAILED = "failed"  # 复查不合格，继续整改
    CLOSED = "closed"  # 已销号


class Happening(StrEnum):
    """What those concerned are told of."""

    CARD_RAISED = "card_raised"
    CARD_ANSWERED = "card_answered"
    CARD_SENT_BACK = "card_sent_back"
    CARD_ENDED = "card_ended"
    CARD_MISSED = "card_missed"
    NOTE_ANSWERED = "note_answered"
    CASE_RAISED = "case_raised"
    CASE_PLANNED = "case_planned"
    CASE_RECTIFIED = "case_rectified"
    CASE_FAILED = "case_failed"
    CASE_CLOSED = "case_closed"


@dataclass(frozen=True, slots=True)
class Rung:
    """When a kind of card is raised by rule: any one of the three is enough, 0 means never by it.

    ``overdue`` deadlines missed, ``returned`` times sent back, ``missed`` answers not given in time.
    """

    kind: CardKind
    overdue: int
    returned: int
    missed: int
    answer_limit: str


@dataclass(frozen=True, slots=True)
class Policy:
    """What a city decides about supervision, in force from a day on. Limits as clocks read them."""

    from_on: date
    rungs: tuple[Rung, ...]
    note_limit: str
    plan_limit: str
    recheck_limit: str
    repeated_times: int
    bad_stars: int


@dataclass(frozen=True, slots=True)
class Measures:
    """What a matter shows of whoever owes it now."""

    overdue: int
    returned: int
    missed: int


@dataclass(frozen=True, slots=True)
class Supervised(Event):
    """Something that those concerned hear of; ``subject_id`` is the card, the note or the case."""

    happening: Happening
    subject_id: UUID
    at: datetime
