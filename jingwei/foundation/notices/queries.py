"""Reads of the inbox. Row-level security shows a notice to its post's holder or its person only."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import FakeDelivery, Notice, Outgoing
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50
COUNT_UP_TO = 1_000


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
    return list(Outgoing.objects.filter(target=target).order_by("-created_at")[:200])


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
