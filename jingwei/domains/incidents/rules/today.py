"""What stands first on somebody's list of today, and why: a pure order over the facts of a row."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jingwei.domains.clocks.contracts import Colour
from jingwei.domains.incidents.contracts import Action
from jingwei.kernel.clock import local

FORWARD = (
    Action.ACCEPT,
    Action.DISPATCH,
    Action.TAKE,
    Action.ASSIGN,
    Action.HANDLE,
    Action.PASS_CHECK,
    Action.CLOSE,
)
"""What carries a matter on: whoever may do one of these has the turn. Notes, returns and the like carry nothing on."""
CLOSE_BY_M = 1000
"""As far as somebody on foot goes out of their way."""


class Why(StrEnum):
    """Why it stands where it stands; the first that applies, in this order."""

    OVERDUE = "overdue"
    URGENT = "urgent"
    MAY_OVERRUN = "may_overrun"
    DUE_TODAY = "due_today"
    NEAR = "near"
    LATER = "later"
    WAITING = "waiting"


WHY_LABELS = {
    Why.OVERDUE: ("已超时", "Overdue"),
    Why.URGENT: ("紧急", "Urgent"),
    Why.MAY_OVERRUN: ("可能超时", "May overrun"),
    Why.DUE_TODAY: ("今天到期", "Due today"),
    Why.NEAR: ("离您近", "Near you"),
    Why.LATER: ("以后到期", "Due later"),
    Why.WAITING: ("挂起中", "Suspended"),
}
RANK = {why: rank for rank, why in enumerate(Why)}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the order depends on. ``distance_m`` is None where the reader's or the matter's place is not known."""

    colour: Colour
    is_urgent: bool
    due_at: datetime | None
    distance_m: float | None
    reported_at: datetime


def why_of(facts: Facts, *, at: datetime) -> Why:
    """The first reason that applies."""
    if facts.colour is Colour.WAITING:
        return Why.WAITING
    if facts.colour is Colour.OVERDUE:
        return Why.OVERDUE
    if facts.is_urgent:
        return Why.URGENT
    if facts.colour is Colour.MAY_OVERRUN:
        return Why.MAY_OVERRUN
    if facts.due_at is not None and facts.due_at < end_of_day(at):
        return Why.DUE_TODAY
    if facts.distance_m is not None and facts.distance_m <= CLOSE_BY_M:
        return Why.NEAR
    return Why.LATER


def place_in_order(facts: Facts, *, at: datetime) -> tuple[int, float, float]:
    """A key to sort by: the reason, then the deadline; among those near by, the way there."""
    why = why_of(facts, at=at)
    due = facts.due_at.timestamp() if facts.due_at else float("inf")
    if why is Why.NEAR:
        return RANK[why], facts.distance_m or 0.0, due
    return RANK[why], due, facts.reported_at.timestamp()


def end_of_day(at: datetime) -> datetime:
    """Midnight after a moment, as people in China read it."""
    return start_of_day(at) + timedelta(days=1)


def start_of_day(at: datetime) -> datetime:
    return local(at).replace(hour=0, minute=0, second=0, microsecond=0)
