"""The hotline 热线 as the house speaks of it: calls, call-backs, emergency services, and the exchange we ask."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Direction(StrEnum):
    """Who dialled."""

    INBOUND = "inbound"  # 来电
    OUTBOUND = "outbound"  # 去电


class CallState(StrEnum):
    """Where a call stands. It only moves forward, in whatever order the exchange tells of it."""

    RINGING = "ringing"  # 振铃中
    ANSWERED = "answered"  # 通话中
    ENDED = "ended"  # 已结束
    MISSED = "missed"  # 未接


class Happening(StrEnum):
    """What the exchange tells of a call."""

    RANG = "rang"
    ANSWERED = "answered"
    HUNG_UP = "hung_up"
    RECORDED = "recorded"


class Emergency(StrEnum):
    """The numbers of the emergency services; what belongs to them never waits in an inbox."""

    POLICE = "110"  # 公安
    FIRE = "119"  # 消防救援
    MEDICAL = "120"  # 医疗急救


class Reached(StrEnum):
    """How an attempt to call back ended."""

    SPOKEN = "spoken"  # 已通话
    NO_ANSWER = "no_answer"  # 无人接听
    WRONG_NUMBER = "wrong_number"  # 号码有误
    REFUSED = "refused"  # 对方不愿接听
    NOT_NEEDED = "not_needed"  # 不再需要


@dataclass(frozen=True, slots=True)
class ExchangeEvent:
    """One thing that happened to a call, in our words. ``event_id`` is the exchange's: the same one counts once."""

    event_id: str
    call_key: str
    happening: Happening
    at: datetime
    direction: Direction = Direction.INBOUND
    number: str = ""
    extension: str = ""
    recording: str = ""

    def __repr__(self) -> str:
        """Without the number: events end up in logs and tracebacks."""
        return f"ExchangeEvent({self.call_key}, {self.happening.value})"


class Exchange(Protocol):
    """The telephone exchange 电话交换机, plugged in by config.

    We keep a recording's reference only; its sound stays with the exchange and is opened there.
    """

    def recording_address(self, reference: str) -> str | None:
        """Where a seat's browser opens a recording; None where this installation has no such place."""
        ...
