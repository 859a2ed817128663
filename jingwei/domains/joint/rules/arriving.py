"""Whether somebody has come to the place they were called to, and in time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from jingwei.domains.joint.rules.refusals import MeetTimeWrong, NotThere
from jingwei.kernel.geo import Position, distance_m

DEFAULT_RADIUS_M = 300
LARGEST_RADIUS_M = 2_000
MOST_HELP_M = 200
"""How far a coarse position may excuse a distance: a phone that knows only the district proves nothing."""
SHORTEST = timedelta(minutes=10)
LONGEST = timedelta(days=7)


class Standing(StrEnum):
    """How a called unit stands."""

    AWAITED = "awaited"  # 等待报到
    ARRIVED = "arrived"  # 已报到
    LATE = "late"  # 迟到
    ABSENT = "absent"  # 未报到
    RELEASED = "released"  # 已取消，不必报到


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where somebody stood when they said that they had come."""

    distance_m: int
    accuracy_m: float | None


def require_meet_time(meet_at: datetime, *, at: datetime) -> None:
    """Raises: MeetTimeWrong."""
    if not at + SHORTEST <= meet_at <= at + LONGEST:
        raise MeetTimeWrong(minutes=SHORTEST // timedelta(minutes=1), days=LONGEST.days)


def require_there(lon: float, lat: float, given: Position, *, radius_m: int) -> Arrival:
    """Whether a position lies at the place, its own uncertainty granted up to a bound. Raises: NotThere."""
    away = distance_m(lon, lat, given.lon, given.lat)
    allowed = radius_m + min(given.accuracy_m or 0.0, MOST_HELP_M)
    if away > allowed:
        raise NotThere(away=round(away), allowed=round(allowed))
    return Arrival(round(away), given.accuracy_m)


def standing_of(
    *,
    meet_at: datetime,
    arrived_at: datetime | None,
    ended_at: datetime | None,
    is_called_off: bool,
    at: datetime,
) -> Standing:
    """How a called unit stands at a moment; whoever had not come when it ended has not come."""
    if arrived_at is not None:
        return Standing.ARRIVED if arrived_at <= meet_at else Standing.LATE
    if is_called_off:
        return Standing.RELEASED
    if ended_at is not None:
        return Standing.ABSENT if meet_at <= ended_at else Standing.RELEASED
    return Standing.ABSENT if at > meet_at else Standing.AWAITED
