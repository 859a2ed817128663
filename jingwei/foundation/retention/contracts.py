"""How long things are kept, and what makes them go: one row for each kind, told by config."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

SHORTEST_LOG_DAYS = 183
"""Six months. Source: Cybersecurity Law, article 21 (3)."""


class Pace(StrEnum):
    """How often a kind is gone through."""

    HOURLY = "hourly"
    DAILY = "daily"


class CarryOut(Protocol):
    """Make what is past its period go, and say how many went. Again at once finds nothing."""

    def __call__(self, *, at: datetime) -> int: ...


class CountOverdue(Protocol):
    """How many are still there that were past their period at a moment."""

    def __call__(self, *, at: datetime) -> int: ...


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing: how long it is kept, since when, on what ground, what becomes of it, and the job that does it.

    ``keep`` says the period in words where days do not (hours, “until it ends”). ``carry_out`` is None for what is
    never deleted; ``is_log`` for what the law wants kept for six months at least.
    """

    key: str
    label_zh: str
    label_en: str
    keep_zh: str
    keep_en: str
    end_zh: str
    end_en: str
    basis_zh: str
    basis_en: str
    keep_days: int | None = None
    pace: Pace = Pace.DAILY
    carry_out: CarryOut | None = None
    overdue: CountOverdue | None = None
    is_log: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a kind stands: its rule, its last run, what went in thirty days, what is left over, and what is wrong."""

    rule: Rule
    last_at: datetime | None
    last_gone: int
    last_ms: int
    gone_lately: int
    runs_lately: int
    overdue: int
    faults: tuple["Lapse", ...]


class Lapse(StrEnum):
    """What the watch tells of."""

    NEVER_RAN = "never_ran"
    RAN_LATE = "ran_late"
    FAILED = "failed"
    LEFT_OVER = "left_over"
