"""What ties matters together: child tasks 子任务 of one matter, and recurrence 复发 at the same place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import distance_m

MOST_CHILDREN = 20


class TieKind(StrEnum):
    """How a matter hangs on another."""

    CHILD = "child"  # 子任务 → 主事项
    RECURRENCE = "recurrence"  # 复发 → 上一次


class ChildrenOpen(DomainError):
    code = "incident.children_open"
    message = "还有{count}件子任务没有办结：{numbers}。请先办结或作废子任务。"
    message_en = "{count} child tasks are not done: {numbers}. Close or void them first."


class CannotSplit(DomainError):
    code = "incident.cannot_split"
    message = "不能拆分子任务：{reason}"
    message_en = "No child task can be made: {reason_en}"


@dataclass(frozen=True, slots=True)
class Spot:
    """A matter as recurrence looks at it."""

    incident_id: UUID
    lon: float
    lat: float
    at: datetime


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The latest matter that came back, how far off, how long ago, and how many came before this one."""

    earlier_id: UUID
    distance_m: int
    days: int
    times: int


def recurrence_of(new: Spot, closed: Iterable[Spot], *, radius_m: int, days: int) -> Recurrence | None:
    """The latest of the closed ones within the radius and the days; ``at`` of those is when they were closed.

    All of them are of the same item: the caller asks for these only. One that was closed after the new one was
    reported is the same trouble, not its return.
    """
    since = new.at - timedelta(days=days)
    found = [
        (one, away)
        for one in closed
        if since <= one.at <= new.at and (away := distance_m(new.lon, new.lat, one.lon, one.lat)) <= radius_m
    ]
    if not found:
        return None
    last, away = max(found, key=lambda pair: (pair[0].at, str(pair[0].incident_id)))
    return Recurrence(last.incident_id, round(away), (new.at - last.at).days, len(found))
