"""How a call moves as the exchange tells of it. Events may come late, twice and in any order."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jingwei.domains.hotline.contracts import CallState, ExchangeEvent, Happening

CALL_STATE_LABELS = {
    CallState.RINGING: ("振铃中", "ringing"),
    CallState.ANSWERED: ("通话中", "in conversation"),
    CallState.ENDED: ("已结束", "ended"),
    CallState.MISSED: ("未接", "missed"),
}
LOST_AFTER = timedelta(hours=4)
"""No conversation lasts so long: the exchange's word that it ended was lost."""


@dataclass(frozen=True, slots=True)
class CallTimes:
    """What is known of a call by now."""

    rang_at: datetime
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    recording: str = ""

    @property
    def state(self) -> CallState:
        if self.ended_at is not None:
            return CallState.ENDED if self.answered_at is not None else CallState.MISSED
        return CallState.ANSWERED if self.answered_at is not None else CallState.RINGING


def first_known(event: ExchangeEvent) -> CallTimes:
    """A call of which nothing was known: whatever comes first, it rang by then."""
    return after(CallTimes(rang_at=event.at), event)


def after(times: CallTimes, event: ExchangeEvent) -> CallTimes:
    """What is known after one more event. Each time is set once; the first ringing is the earliest told of."""
    match event.happening:
        case Happening.RANG:
            return replace(times, rang_at=min(times.rang_at, event.at))
        case Happening.ANSWERED:
            return replace(times, answered_at=times.answered_at or event.at)
        case Happening.HUNG_UP:
            return replace(times, ended_at=times.ended_at or event.at)
        case Happening.RECORDED:
            return replace(times, recording=times.recording or event.recording)
