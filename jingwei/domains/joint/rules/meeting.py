"""What a joint meeting may be called for, and what its decisions may become."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.joint.contracts import DecisionKind
from jingwei.domains.joint.rules.refusals import DecisionWrong, MeetingTimeWrong

LONGEST_AHEAD = timedelta(days=60)
LONGEST_AGO = timedelta(days=30)
MOST_DECISIONS = 30
MOST_UNITS = 40


@dataclass(frozen=True, slots=True)
class NewDecision:
    """One decision of a meeting: who owes what by when, and what it becomes."""

    kind: DecisionKind
    words: str
    unit_id: UUID | None
    limit: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who came for a unit; nobody's name where nobody came."""

    unit_id: UUID
    names: str


def require_start(starts_at: datetime, *, at: datetime) -> None:
    """A meeting may be entered after it was held. Raises: MeetingTimeWrong."""
    if not at - LONGEST_AGO <= starts_at <= at + LONGEST_AHEAD:
        raise MeetingTimeWrong(ago=LONGEST_AGO.days, ahead=LONGEST_AHEAD.days)


def require_decisions(decisions: Sequence[NewDecision], *, units: set[UUID], has_matter: bool) -> None:
    """Every decision is somebody's, by a day; an assist needs a matter. Raises: DecisionWrong."""
    for number, one in enumerate(decisions, start=1):
        if one.kind is DecisionKind.INCIDENT:
            continue
        if one.unit_id is None or not one.limit:
            raise DecisionWrong(
                number=number,
                reason="请选择责任单位和时限。",
                reason_en="choose the unit and the time it has.",
            )
        if one.unit_id not in units:
            raise DecisionWrong(
                number=number,
                reason="责任单位不在参会单位中，请先加入参会单位。",
                reason_en="its unit does not take part; add the unit to the meeting first.",
            )
        if one.kind is DecisionKind.ASSIST and not has_matter:
            raise DecisionWrong(
                number=number,
                reason="会议没有关联事件，不能转为协办。请选“会议交办”。",
                reason_en="the meeting is about no matter, so there is nothing to assist; choose a plain task.",
            )
