"""Notes of what is on people's minds 民情: topic, place and occasion; what we tell others, and what we ask of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.events.contracts import Event
from jingwei.kernel.geo import Position


class ConcernOccasion(StrEnum):
    """On which occasion something was heard."""

    PATROL = "patrol"  # 巡查
    VISIT = "visit"  # 走访
    GROUP = "group"  # 居民群
    WORK = "work"  # 工作中
    COUNTER = "counter"  # 窗口


class ConcernStage(StrEnum):
    """What has become of a note: as the list filters it, and as the map marks it."""

    HEARD = "heard"  # 已记下
    OFTEN = "often"  # 多次听到
    TAKEN_UP = "taken_up"  # 已转办


@dataclass(frozen=True, slots=True)
class ConcernNoted(Event):
    """A note was taken: what finds topics reads the stream of these. Names nobody and holds no words."""

    concern_id: UUID
    topic_code: str
    area_code: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled on the spot and goes to the work log, under the note's own id."""

    entry_id: UUID
    item_code: str
    position: Position | None
    area_code: str
    address: str
    words: str


class RecordSettled(Protocol):
    """Writes an entry of the work log; sent again it is the same entry. Raises: what the work log refuses."""

    def __call__(self, actor: Actor, settled: Settled, *, at: datetime) -> None: ...
