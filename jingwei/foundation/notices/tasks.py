"""Queue entrances of telling people."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.announcements import spread_announcement
from jingwei.foundation.notices.services.inbox import notify_person, notify_post
from jingwei.foundation.notices.services.messages import (
    deliver_message,
    release_stuck_messages,
)
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)
"""While the database is away, for some hours: 3, 9, 27 seconds and so on."""
CRIER = system_actor("通知程序")


@app.task(name="notices.announce", retry=TRY_AGAIN)
def announce(
    post_id: str | None,
    person_id: str | None,
    kind: str,
    title_zh: str,
    title_en: str,
    body_zh: str,
    body_en: str,
    target: str,
    at: str,
) -> None:
    """Hear any event whose fields are those of an announcement, such as the end of an import."""
    words = Words(title_zh, title_en, body_zh, body_en)
    when = datetime.fromisoformat(at)
    with eyes(CRIER):
        if not is_first_hearing(at=when):
            return
        if post_id is not None:
            notify_post(CRIER, UUID(post_id), kind=kind, words=words, target=target, at=when)
        elif person_id is not None:
            notify_person(CRIER, UUID(person_id), kind=kind, words=words, target=target, at=when)


@app.task(name="notices.deliver")
def deliver(message_id: str) -> None:
    """Send one message."""
    deliver_message(UUID(message_id), at=now())


@app.task(name="notices.spread_announcement", retry=TRY_AGAIN)
def spread(announcement_id: str) -> None:
    """Bring an announcement to everybody it is for."""
    spread_announcement(UUID(announcement_id), at=now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="notices.release_stuck")
def release_stuck(timestamp: int) -> None:
    """Send what a killed worker left."""
    release_stuck_messages(at=now())
