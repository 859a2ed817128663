"""When notices fold, when messages leave, and what ends a message's life."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from jingwei.foundation.notices.contracts import Audience
from jingwei.kernel.clock import local
from jingwei.kernel.errors import NotFound

FOLD_WINDOW = timedelta(hours=12)
"""An unread notice younger than this is counted up instead of a second one of its kind."""

QUIET_FROM, QUIET_UNTIL = time(22), time(7)
"""Between these hours no message that can wait goes to a resident."""

RETRY_AFTER = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
STUCK_AFTER = timedelta(minutes=10)
"""A message in an outlet's hands for so long has lost its sender."""

NOTICE_KEEP_DAYS = 180
MESSAGE_KEEP_DAYS = 30
"""Afterwards the sealed address and the text of a message are erased; that it was sent stays."""
LONGEST_TEXT = 500


class MessageState(StrEnum):
    """Where an outgoing message stands."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    REFUSED = "refused"
    FAILED = "failed"


class NoticeUnknown(NotFound):
    code = "notices.unknown"
    message = "没有找到这条通知，或它不是发给您的。请刷新通知列表。"
    message_en = "There is no such notice, or it was not for you. Refresh the list."


class NoOutlet(RuntimeError):
    """Nothing is plugged in for a channel. An error of assembly."""


def send_at(at: datetime, *, audience: Audience, is_urgent: bool) -> datetime:
    """The moment a message may leave: now, or at seven for residents who may be asleep."""
    if audience is Audience.STAFF or is_urgent:
        return at
    here = local(at)
    if QUIET_UNTIL <= here.time() < QUIET_FROM:
        return at
    morning = here.replace(hour=QUIET_UNTIL.hour, minute=0, second=0, microsecond=0)
    return morning if here.time() < QUIET_UNTIL else morning + timedelta(days=1)


def retry_at(tries: int, at: datetime) -> datetime | None:
    """When to try again after so many tries; None when it is enough."""
    return at + RETRY_AFTER[tries - 1] if 1 <= tries <= len(RETRY_AFTER) else None
