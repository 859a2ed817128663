"""When notices fold, when messages leave, and what ends a message's life."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.notices.contracts import Audience, NewAnnouncement
from jingwei.kernel.clock import local
from jingwei.kernel.codes import lies_within
from jingwei.kernel.errors import DomainError, Invalid, NotFound

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


LONGEST_WORDS = 4000
LATEST_START = timedelta(days=90)
MOST_RECEIVERS = 20_000


class AnnouncementUnknown(NotFound):
    code = "notices.announcement_unknown"
    message = "没有找到这则公告，或它不是发给您的。请刷新公告列表。"
    message_en = "There is no such announcement, or it was not for you. Refresh the list."


class AnnouncementRefused(Invalid):
    code = "notices.announcement_refused"
    message = "公告没有发布：{reason}"
    message_en = "The announcement was not published: {reason_en}"


class NotToConfirm(DomainError):
    code = "notices.not_to_confirm"
    message = "这则公告不需要您确认：它没有发给本岗位，或已撤回。"
    message_en = "This announcement is not yours to confirm: it was not sent to your post, or was withdrawn."


class AlreadyWithdrawn(DomainError):
    code = "notices.already_withdrawn"
    message = "这则公告已经撤回，不用再撤。"
    message_en = "This announcement has been withdrawn already."


def require_sensible(new: NewAnnouncement, *, scope: str, at: datetime) -> None:
    """What can be said of an announcement without looking anything up. Raises: AnnouncementRefused."""
    if not new.title.strip() or not new.words.strip():
        raise AnnouncementRefused(reason="标题和内容都要填写。", reason_en="title and text are both needed.")
    outside = [
        code for code in new.addressed.area_codes if scope != ANYWHERE and not lies_within(code, scope)
    ]
    if outside:
        raise AnnouncementRefused(
            reason=f"区划{outside[0]}不在您的辖区内。请改选辖区内的区划。",
            reason_en=f"the area {outside[0]} lies outside yours. Choose one inside.",
        )
    starts_at = new.from_at or at
    if new.until_at is not None and new.until_at <= max(starts_at, at):
        raise AnnouncementRefused(
            reason="截止时间应晚于开始时间，且在将来。",
            reason_en="it must end after it begins, in the future.",
        )
    if starts_at > at + LATEST_START:
        raise AnnouncementRefused(
            reason=f"最多提前{LATEST_START.days}天安排。请另选开始时间。",
            reason_en=f"it can be set {LATEST_START.days} days ahead at most. Choose another start.",
        )


def require_receivers(count: int) -> None:
    """Raises: AnnouncementRefused."""
    if count == 0:
        raise AnnouncementRefused(
            reason="所选范围内没有在岗人员。请放宽区划、角色或单位。",
            reason_en="nobody holds a post in what you chose. Widen areas, roles or units.",
        )
    if count > MOST_RECEIVERS:
        raise AnnouncementRefused(
            reason=f"所选范围有{count}个岗位，一次最多{MOST_RECEIVERS}个。请缩小范围分次发布。",
            reason_en=f"that would be {count} posts, {MOST_RECEIVERS} at most. Publish it in parts.",
        )


def is_authors_side(
    actor: Actor, *, author_post_id: UUID | None, author_unit_id: UUID | None, area_code: str
) -> bool:
    """Whether somebody stands where an announcement came from: its post, its unit, or a place above both."""
    if actor.scope == ANYWHERE or (actor.post_id is not None and actor.post_id == author_post_id):
        return True
    if actor.sharing_unit_id is not None and actor.sharing_unit_id == author_unit_id:
        return True
    return bool(actor.scope) and lies_within(area_code, actor.scope)
