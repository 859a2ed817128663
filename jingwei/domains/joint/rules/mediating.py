"""What can be done with a dispute, at which level it stands, and who agrees with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jingwei.domains.joint.contracts import MediationAct as Act
from jingwei.domains.joint.contracts import MediationState as State
from jingwei.domains.joint.contracts import MediationWay, PartySide, Performance
from jingwei.domains.joint.rules.refusals import (
    ConfirmationWrong,
    DisputeElsewhere,
    DisputeOver,
    PartiesMissing,
    PassNowhere,
    SessionAhead,
)
from jingwei.kernel.codes import Level, lies_within

MOVES: dict[tuple[State, Act], State] = {
    (State.WAITING, Act.TAKE): State.RUNNING,
    (State.WAITING, Act.HAND_ON): State.WAITING,
    (State.WAITING, Act.WITHDRAW): State.WITHDRAWN,
    (State.RUNNING, Act.MEET): State.RUNNING,
    (State.RUNNING, Act.AGREE): State.AGREED,
    (State.RUNNING, Act.HAND_ON): State.WAITING,
    (State.RUNNING, Act.FAIL): State.FAILED,
    (State.RUNNING, Act.WITHDRAW): State.WITHDRAWN,
    (State.AGREED, Act.CONFIRM): State.AGREED,
    (State.AGREED, Act.FOLLOW_UP): State.AGREED,
    (State.AGREED, Act.HAND_ON): State.WAITING,
    (State.PERFORMED, Act.CONFIRM): State.PERFORMED,
}
"""The one table of a dispute's life; whatever does not stand here is refused."""

OPEN = (State.WAITING, State.RUNNING)
STATE_WORDS: dict[State, tuple[str, str]] = {
    State.WAITING: ("待受理", "waiting to be taken up"),
    State.RUNNING: ("调解中", "under mediation"),
    State.AGREED: ("已达成协议", "agreed"),
    State.PERFORMED: ("已履行", "performed"),
    State.FAILED: ("调解不成", "failed"),
    State.WITHDRAWN: ("已撤回", "withdrawn"),
}
WAY_WORDS: dict[MediationWay, tuple[str, str]] = {
    MediationWay.PEOPLE: ("人民调解", "people's mediation"),
    MediationWay.ADMINISTRATIVE: ("行政调解", "administrative mediation"),
    MediationWay.JUDICIAL: ("司法调解", "judicial mediation"),
}
LEVEL_WORDS: dict[int, tuple[str, str]] = {
    Level.COMMUNITY: ("村（社区）", "village"),
    Level.TOWNSHIP: ("乡镇（街道）", "township"),
    Level.COUNTY: ("县（区）", "county"),
    Level.CITY: ("市", "city"),
}
CONFIRM_WITHIN = timedelta(days=30)
"""Within which the parties may ask a court together. Source: 《人民调解法》第三十三条."""
LONGEST_AGO = timedelta(days=365)
MOST_PARTIES = 20


@dataclass(frozen=True, slots=True)
class NewParty:
    """Somebody who quarrels, as they are named. Sealed as soon as it arrives."""

    side: PartySide
    name: str
    phone: str


def target_of(state: State, act: Act, performance: Performance | None = None) -> State:
    """Where an act leads. Raises: DisputeOver."""
    target = MOVES.get((state, act))
    if target is None:
        raise DisputeOver(state=STATE_WORDS[state][0], state_en=STATE_WORDS[state][1])
    if act is Act.FOLLOW_UP and performance is Performance.PERFORMED:
        return State.PERFORMED
    return target


def acts_in(state: State) -> list[Act]:
    """What can be done in a state, in the order of the table."""
    return [act for (at, act) in MOVES if at is state]


def level_of_unit(length: int) -> int:
    """The level at which a unit mediates: four of them, a grid's unit stands with its village."""
    return min(length, Level.COMMUNITY)


def require_parties(parties: Sequence[NewParty]) -> None:
    """Somebody on each side. Raises: PartiesMissing."""
    if {one.side for one in parties} != set(PartySide):
        raise PartiesMissing


def require_inside(area_code: str, own: str) -> None:
    """Raises: DisputeElsewhere."""
    if not lies_within(area_code, own):
        raise DisputeElsewhere


def require_held(held_at: datetime, *, at: datetime) -> None:
    """What is written down has been. Raises: SessionAhead."""
    if not at - LONGEST_AGO <= held_at <= at:
        raise SessionAhead


def require_goes_on(now: tuple[object, MediationWay], then: tuple[object, MediationWay]) -> None:
    """Passing on changes the unit or the way. Raises: PassNowhere."""
    if now == then:
        raise PassNowhere


def require_confirmation(on: date, agreed_on: date, *, today: date) -> None:
    """Between the agreement and today. Raises: ConfirmationWrong."""
    if not agreed_on <= on <= today:
        raise ConfirmationWrong(since=agreed_on.isoformat())
