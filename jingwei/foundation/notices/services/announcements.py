"""Announcements 通知公告: written by desks and administrators, spread by the queue, confirmed post by post."""

from datetime import datetime
from uuid import UUID

from procrastinate.contrib.django import app

from jingwei.foundation.access.contracts import Actor, Permission, Role, system_actor
from jingwei.foundation.access.queries import posts_addressed, unit_names
from jingwei.foundation.live.contracts import Kind, ToPost
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.notices.contracts import Addressed, NewAnnouncement
from jingwei.foundation.notices.models import Announcement, Notice, Receiver
from jingwei.foundation.notices.queries import announcement_of, announcement_written, receiving
from jingwei.foundation.notices.rules import (
    AlreadyWithdrawn,
    NotToConfirm,
    require_receivers,
    require_sensible,
)
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7

TOWN_CRIER = system_actor("公告程序")
SPREAD = "notices.spread_announcement"
KIND = "announcement"
TOLD_LIVE = 500
"""So many posts hear at once; the others find it with their next look at the bell."""


def create_announcement(actor: Actor, new: NewAnnouncement, *, at: datetime) -> UUID:
    """Publish an announcement in one's own area, now or from a moment on. Returns its id.

    Raises: AnnouncementRefused.
    """
    require_sensible(new, scope=actor.scope, at=at)
    with work(actor, Permission.WRITE_ANNOUNCEMENTS) as job:
        addressed = within_scope(actor, new.addressed)
        require_receivers(
            len(posts_addressed(addressed.area_codes, addressed.roles, addressed.unit_ids, at=at))
        )
        unit_name = unit_names([actor.unit_id]).get(actor.unit_id, "") if actor.unit_id else ""
        announcement = Announcement(
            id=uuid7(),
            title=new.title.strip(),
            words=new.words.strip(),
            area_codes=list(addressed.area_codes),
            roles=[role.value for role in addressed.roles],
            unit_ids=[str(unit_id) for unit_id in addressed.unit_ids],
            must_confirm=new.must_confirm,
            from_at=new.from_at if new.from_at and new.from_at > at else at,
            until_at=new.until_at,
            author_name=actor.name,
            author_person_id=actor.person_id,
            author_post_id=actor.post_id,
            author_unit_id=actor.unit_id,
            author_unit_name=unit_name,
            area_code=actor.area_code,
            created_at=at,
        )
        announcement.save(force_insert=True)
        app.configure_task(SPREAD, schedule_at=announcement.from_at).defer(
            announcement_id=str(announcement.id)
        )
        job.record_in_area(
            f"notices.announcement:{announcement.id}",
            actor.area_code,
            act="publish",
            title=announcement.title,
            areas=announcement.area_codes,
            roles=announcement.roles,
            units=announcement.unit_ids,
            must_confirm=new.must_confirm,
        )
    return announcement.id


def spread_announcement(announcement_id: UUID, *, at: datetime) -> int:
    """Put it into the inbox of every post it is for. Called by the queue, perhaps twice. Returns how many received it."""
    with work(TOWN_CRIER, Permission.SEND_NOTICES) as job:
        found = Announcement.objects.select_for_update().filter(pk=announcement_id).first()
        target = f"notices.announcement:{announcement_id}"
        if found is None or found.spread_at is not None or found.withdrawn_at is not None:
            job.record_own(target, act="not_to_spread")
            return 0
        posts = posts_addressed(
            found.area_codes, [Role(one) for one in found.roles], [UUID(one) for one in found.unit_ids], at=at
        )
        Receiver.objects.bulk_create(
            [
                Receiver(announcement_id=found.id, post_id=post_id, unit_id=unit_id, from_at=found.from_at)
                for post_id, unit_id in posts
            ],
            batch_size=1000,
        )
        Notice.objects.bulk_create([_notice(found, post_id, at) for post_id, _ in posts], batch_size=1000)
        found.spread_at, found.receivers = at, len(posts)
        found.save(update_fields=["spread_at", "receivers"])
        for post_id, _ in posts[:TOLD_LIVE]:
            tell(Kind.NOTICE, ToPost(post_id), None)
        job.record_in_area(target, found.area_code, act="spread", receivers=len(posts))
    return len(posts)


def confirm_announcement(actor: Actor, announcement_id: UUID, *, at: datetime) -> None:
    """Say that one has read and understood it; the first of a post's people counts, again changes nothing.

    Raises: AnnouncementUnknown; NotToConfirm.
    """
    with work(actor, Permission.READ_NOTICES) as job:
        announcement = announcement_of(actor, announcement_id)
        received = receiving(actor, announcement_id)
        if received is None or announcement.withdrawn_at is not None:
            raise NotToConfirm
        if received.confirmed_at is None:
            received.confirmed_at, received.confirmed_by_id = at, actor.person_id
            received.save(update_fields=["confirmed_at", "confirmed_by_id"])
        Notice.objects.filter(
            post_id=actor.post_id, kind=KIND, fold=_fold(announcement_id), read_at=None
        ).update(read_at=at, read_by_id=actor.person_id)
        if actor.post_id is not None:
            tell(Kind.NOTICE, ToPost(actor.post_id), None)
        job.record_own(f"notices.announcement:{announcement_id}", act="confirm")


def withdraw_announcement(actor: Actor, announcement_id: UUID, *, reason: str, at: datetime) -> None:
    """Take it back: whoever has it reads that and why; what is not out yet stays in.

    Raises: AnnouncementUnknown, also for receivers; AlreadyWithdrawn.
    """
    with work(actor, Permission.WRITE_ANNOUNCEMENTS) as job:
        announcement = announcement_written(actor, announcement_id, to_change=True)
        if announcement.withdrawn_at is not None:
            raise AlreadyWithdrawn
        announcement.withdrawn_at, announcement.withdrawn_by_id = at, actor.person_id
        announcement.withdrawn_reason = reason
        announcement.save(update_fields=["withdrawn_at", "withdrawn_by_id", "withdrawn_reason"])
        job.record_own(f"notices.announcement:{announcement_id}", act="withdraw", reason=reason)
        with work(TOWN_CRIER, Permission.SEND_NOTICES) as crying:
            sent = Notice.objects.filter(kind=KIND, fold=_fold(announcement_id))
            changed = sent.update(
                title_zh=f"已撤回：{announcement.title}"[:120],
                title_en=f"Withdrawn: {announcement.title}"[:200],
                body_zh=f"撤回原因：{reason}"[:500],
                body_en=f"Why: {reason}"[:800],
            )
            crying.record_own(
                f"notices.announcement:{announcement_id}", act="mark_withdrawn", notices=changed
            )


def within_scope(actor: Actor, addressed: Addressed) -> Addressed:
    """The author's own area where none is named; units keep to it by their posts' areas."""
    areas = addressed.area_codes or (actor.scope,)
    return Addressed(area_codes=areas, roles=addressed.roles, unit_ids=addressed.unit_ids)


def _notice(announcement: Announcement, post_id: UUID, at: datetime) -> Notice:
    wanted_zh = "请阅读并确认。" if announcement.must_confirm else ""
    wanted_en = "Please read and confirm. " if announcement.must_confirm else ""
    opening = announcement.words[:120]
    return Notice(
        id=uuid7(),
        post_id=post_id,
        kind=KIND,
        fold=_fold(announcement.id),
        title_zh=announcement.title[:120],
        title_en=announcement.title[:200],
        body_zh=f"{wanted_zh}{announcement.author_unit_name}：{opening}"[:500],
        body_en=f"{wanted_en}{announcement.author_unit_name}: {opening}"[:800],
        target=f"notices.announcement:{announcement.id}",
        is_urgent=announcement.must_confirm,
        first_at=at,
        at=at,
    )


def _fold(announcement_id: UUID) -> str:
    return f"announcement:{announcement_id}"
