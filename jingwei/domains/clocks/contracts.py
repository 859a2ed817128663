"""Time limits and deadlines as other domains speak of them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Colour(StrEnum):
    """The state of a clock: one meaning per colour, never colour alone."""

    DONE = "done"  # 绿 ✓ 已办结
    RUNNING = "running"  # 蓝 ● 办理中
    MAY_OVERRUN = "may_overrun"  # 红 ▲ 可能超时（时限之前）
    OVERDUE = "overdue"  # 红底 ! 已超时，另作标记
    WAITING = "waiting"  # 灰 ◌ 挂起


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """A limit that runs only inside the calendar's working hours."""

    minutes: int


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """A limit in whole working days."""

    days: int


@dataclass(frozen=True, slots=True)
class CalendarTime:
    """A limit in natural time, day and night."""

    minutes: int


Limit = WorkingTime | WorkingDays | CalendarTime


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a step counts as late, and from when it may be feared to.

    ``is_provisional`` says that a year's official holidays were not entered yet and plain weekdays were used.
    """

    due_at: datetime
    warn_at: datetime
    is_provisional: bool
