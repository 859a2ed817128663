"""Promises to call back: when they are due, whose they are, when they are done."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.hotline.contracts import Reached
from jingwei.domains.hotline.rules.refusals import (
    CallBackClaimed,
    CallBackDone,
    CallBackUnclaimed,
    DueInPast,
    OutcomeMissing,
)

LONGEST_DAYS = 30
MISSED_WITHIN = timedelta(hours=1)
"""A missed call is called back within the hour."""
TRY_AGAIN_AFTER = timedelta(minutes=30)
MOST_ATTEMPTS = 3
"""After so many without an answer it may be ended; nobody is pursued by telephone."""
LEAST_WORDS = 2

REACHED_LABELS = {
    Reached.SPOKEN: ("已通话", "spoken"),
    Reached.NO_ANSWER: ("无人接听", "no answer"),
    Reached.WRONG_NUMBER: ("号码有误", "wrong number"),
    Reached.REFUSED: ("对方不愿接听", "did not wish to talk"),
    Reached.NOT_NEEDED: ("不再需要", "no longer needed"),
}


def require_due(due_at: datetime, at: datetime) -> None:
    """Raises: DueInPast."""
    if not at < due_at <= at + timedelta(days=LONGEST_DAYS):
        raise DueInPast(days=LONGEST_DAYS)


def require_open(done_at: datetime | None) -> None:
    """Raises: CallBackDone."""
    if done_at is not None:
        raise CallBackDone


def require_claimable(claimed_by: UUID | None, post_id: UUID | None, name: str) -> None:
    """Raises: CallBackClaimed."""
    if claimed_by is not None and claimed_by != post_id:
        raise CallBackClaimed(name=name)


def require_mine(claimed_by: UUID | None, post_id: UUID | None, name: str) -> None:
    """Raises: CallBackUnclaimed, CallBackClaimed."""
    if claimed_by is None:
        raise CallBackUnclaimed
    require_claimable(claimed_by, post_id, name)


def require_outcome(reached: Reached, remark: str) -> None:
    """A conversation, or not having one any more, is worth a few words. Raises: OutcomeMissing."""
    if reached in {Reached.SPOKEN, Reached.NOT_NEEDED} and len(remark.strip()) < LEAST_WORDS:
        raise OutcomeMissing(least=LEAST_WORDS)


def ends_with(reached: Reached, attempts: int) -> bool:
    """Whether the promise is kept or given up: everything but an unanswered ringing ends it, and that at the third."""
    return reached is not Reached.NO_ANSWER or attempts >= MOST_ATTEMPTS


def due_again(later_at: datetime | None, at: datetime) -> datetime:
    """When the next attempt is due. Raises: DueInPast."""
    if later_at is None:
        return at + TRY_AGAIN_AFTER
    require_due(later_at, at)
    return later_at
