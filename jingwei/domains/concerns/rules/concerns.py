"""When a note may be taken, merged, taken up and withdrawn, and for how long its words are kept."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from jingwei.domains.concerns.contracts import ConcernOccasion, ConcernStage
from jingwei.domains.concerns.rules.refusals import ConcernSpanTooLong, ConcernTimeOdd

HEARD_WITHIN = timedelta(days=30)
CLOCKS_DIFFER = timedelta(minutes=5)
"""A phone's clock may be ahead of ours."""
WITHDRAWN_WITHIN = timedelta(days=7)
OFTEN = 3
"""Heard so often, a note is marked on the map and found by the filter."""
WORDS_KEPT = timedelta(days=730)
"""After that topic, place and numbers remain; what was written goes."""
LONGEST_WEEKS = 53
USUAL_DAYS = timedelta(days=60)
MOST_USUAL = 8

OCCASION_WORDS: Mapping[ConcernOccasion, tuple[str, str]] = {
    ConcernOccasion.PATROL: ("巡查", "Patrol"),
    ConcernOccasion.VISIT: ("走访", "Visit"),
    ConcernOccasion.GROUP: ("居民群", "Residents' group"),
    ConcernOccasion.WORK: ("工作中", "Daily work"),
    ConcernOccasion.COUNTER: ("窗口", "Counter"),
}
STAGE_WORDS: Mapping[ConcernStage, tuple[str, str]] = {
    ConcernStage.HEARD: ("已记下", "Noted"),
    ConcernStage.OFTEN: ("多次听到", "Heard often"),
    ConcernStage.TAKEN_UP: ("已转办", "Taken up"),
}


def require_time(heard_at: datetime, *, at: datetime) -> None:
    """Raises: ConcernTimeOdd."""
    if not at - HEARD_WITHIN <= heard_at <= at + CLOCKS_DIFFER:
        raise ConcernTimeOdd(days=HEARD_WITHIN.days)


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def weeks_between(from_on: date, until_on: date) -> list[date]:
    """The Mondays of every week that holds one of the days. Raises: ConcernSpanTooLong."""
    first, last = week_of(from_on), week_of(until_on)
    number = (last - first).days // 7 + 1
    if from_on > until_on or number > LONGEST_WEEKS:
        raise ConcernSpanTooLong(weeks=LONGEST_WEEKS)
    return [first + timedelta(weeks=one) for one in range(number)]


def stage_of(*, is_taken_up: bool, times: int) -> ConcernStage:
    if is_taken_up:
        return ConcernStage.TAKEN_UP
    return ConcernStage.OFTEN if times >= OFTEN else ConcernStage.HEARD


def may_withdraw(*, is_own: bool, noted_at: datetime, times: int, at: datetime) -> bool:
    """What others have heard as well is no mistake any more."""
    return is_own and times == 1 and at - noted_at <= WITHDRAWN_WITHIN


def words_of_order(topic: str, words: str, times: int, further: str) -> str:
    """What the matter says: what was noted, how often it was heard, and why somebody has to act."""
    told = words.strip() or topic
    often = f"（同样的情况共听到{times}次）" if times > 1 else ""
    return f"{told}{often}\n{further.strip()}".strip()
