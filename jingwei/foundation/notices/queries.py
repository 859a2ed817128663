"""Reads of the inbox. Row-level security shows a notice to its post's holder or its person only."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.notices.contracts import UnitConfirmations
from jingwei.foundation.notices.models import Announcement, FakeDelivery, Notice, Outgoing, Receiver
from jingwei.foundation.notices.rules import NOTICE_KEEP_DAYS, AnnouncementUnknown, is_authors_side
from jingwei.foundation.privacy.contracts import Kept, KeptKind
from jingwei.foundation.scoping import eyes
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50
COUNT_UP_TO = 1_000
TELLER = system_actor("公告统计")
"""Who received what shows to the system only; who may ask is decided before it is counted."""


def list_notices(
    actor: Actor, *, only_unread: bool = False, cursor: str | None = None, limit: int = PAGE
) -> Page[Notice]:
    """The notices of the present post and of the person, latest first. Raises: BadCursor."""
    rows = own_notices(actor).order_by("-at", "-id")
    if only_unread:
        rows = rows.filter(read_at=None)
    if cursor is not None:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(at__lte=at).filter(Q(at__lt=at) | Q(id__lt=last_id))
    return page_of(rows[: limit + 1], limit, lambda notice: [notice.at, notice.id])


def count_unread(actor: Actor) -> int:
    """How many are unread; counting ends at a thousand."""
    return own_notices(actor).filter(read_at=None)[:COUNT_UP_TO].count()


def messages_about(target: str) -> list[Outgoing]:
    """The messages sent about something, latest first (visible to the system only)."""
    return list(Outgoing.objects.filter(target=target).order_by("-created_at", "-pk")[:200])


def fake_deliveries(*, limit: int = PAGE) -> list[FakeDelivery]:
    """What the fake outlet was given, latest first (visible to the system only)."""
    return list(FakeDelivery.objects.order_by("-at", "-id")[:limit])


def own_notices(actor: Actor) -> "QuerySet[Notice]":
    """What is for the present post, and for the person whatever the post."""
    mine = Q(pk__in=[])
    if actor.post_id is not None:
        mine |= Q(post_id=actor.post_id)
    if actor.person_id is not None:
        mine |= Q(person_id=actor.person_id)
    return Notice.objects.filter(mine)


# --- announcements -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Received:
    """An announcement as one of its receivers has it."""

    announcement: Announcement
    confirmed_at: datetime | None


def announcements_received(
    actor: Actor, *, words: str = "", only_open: bool = False, cursor: str | None = None, limit: int = PAGE
) -> Page[Received]:
    """What was announced to the present post, latest first; ``only_open`` keeps what waits to be confirmed."""
    rows = Receiver.objects.filter(post_id=actor.post_id).select_related("announcement")
    if words:
        rows = rows.filter(Q(announcement__title__icontains=words) | Q(announcement__words__icontains=words))
    if only_open:
        rows = rows.filter(
            confirmed_at=None, announcement__must_confirm=True, announcement__withdrawn_at=None
        )
    if cursor is not None:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(from_at__lte=at).filter(Q(from_at__lt=at) | Q(id__lt=last_id))
    page = page_of(rows.order_by("-from_at", "-id")[: limit + 1], limit, lambda row: [row.from_at, row.id])
    return Page([Received(row.announcement, row.confirmed_at) for row in page.rows], page.next_cursor)


def announcements_written(
    actor: Actor, *, words: str = "", cursor: str | None = None, limit: int = PAGE
) -> Page[Announcement]:
    """What was announced from the actor's post, unit and area, latest first."""
    mine = Q(author_post_id=actor.post_id)
    if actor.sharing_unit_id is not None:
        mine |= Q(author_unit_id=actor.sharing_unit_id)
    if actor.scope:
        mine |= Q(area_code__startswith=actor.scope)
    rows = Announcement.objects.filter(mine)
    if words:
        rows = rows.filter(Q(title__icontains=words) | Q(words__icontains=words))
    if cursor is not None:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(from_at__lte=at).filter(Q(from_at__lt=at) | Q(id__lt=last_id))
    return page_of(rows.order_by("-from_at", "-id")[: limit + 1], limit, lambda row: [row.from_at, row.id])


def announcement_of(actor: Actor, announcement_id: UUID) -> Announcement:
    """One that was sent to the actor's post, or from where the actor stands. Raises: AnnouncementUnknown."""
    found = Announcement.objects.filter(pk=announcement_id).first()
    if found is None or not (is_authors(actor, found) or receiving(actor, announcement_id)):
        raise AnnouncementUnknown
    return found


def announcement_written(actor: Actor, announcement_id: UUID, *, to_change: bool = False) -> Announcement:
    """One from where the actor stands. Raises: AnnouncementUnknown, also for mere receivers."""
    rows = Announcement.objects.select_for_update() if to_change else Announcement.objects.all()
    found = rows.filter(pk=announcement_id).first()
    if found is None or not is_authors(actor, found):
        raise AnnouncementUnknown
    return found


def receiving(actor: Actor, announcement_id: UUID) -> Receiver | None:
    """How the actor's post received it; None if it did not."""
    if actor.post_id is None:
        return None
    return Receiver.objects.filter(announcement_id=announcement_id, post_id=actor.post_id).first()


def confirmations_by_unit(actor: Actor, announcement_id: UUID) -> list[UnitConfirmations]:
    """How many posts of each unit received it and confirmed it, fewest confirmed first. Raises: AnnouncementUnknown."""
    announcement_written(actor, announcement_id)
    with eyes(TELLER):
        rows = Receiver.objects.filter(announcement_id=announcement_id).values("unit_id")
        counted = list(rows.annotate(posts=Count("id"), confirmed=Count("confirmed_at")))
    names = unit_names(row["unit_id"] for row in counted if row["unit_id"])
    found = [
        UnitConfirmations(row["unit_id"], names.get(row["unit_id"], ""), row["posts"], row["confirmed"])
        for row in counted
    ]
    return sorted(found, key=lambda one: (one.confirmed / one.posts, one.unit_name))


def is_authors(actor: Actor, announcement: Announcement) -> bool:
    """Whether the actor stands where it came from, so that they may withdraw it and count."""
    return is_authors_side(
        actor,
        author_post_id=announcement.author_post_id,
        author_unit_id=announcement.author_unit_id,
        area_code=announcement.area_code,
    )


def fake_messages_to(tail: str, *, since: datetime) -> list[tuple[str, datetime]]:
    """What the fake outlet was given for numbers with these last four digits, latest first (the system's eyes only)."""
    rows = FakeDelivery.objects.filter(address_masked=f"***{tail}", at__gte=since)
    return list(rows.order_by("-at", "-id").values_list("text", "at")[:20])


def kept_of_notices(actor: Actor, *, at: datetime) -> list[Kept]:
    """The notices written to the person."""
    mine = Notice.objects.filter(person_id=actor.person_id)
    facts = mine.aggregate(count=Count("pk"), since=Min("first_at"))
    ground = "《个人信息保护法》第十三条、第三十四条"
    return [
        Kept(KeptKind.NOTICES, facts["count"], "告诉您办理的进展", ground, NOTICE_KEEP_DAYS, facts["since"])
    ]
