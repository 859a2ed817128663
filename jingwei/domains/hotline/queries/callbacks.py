"""Promises to call back, and the notes by which matters were handed over; of one's own centre."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Count, Q

from jingwei.domains.hotline.models import CallBack, CallBackAttempt, HandOver
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50


class CallBackView(StrEnum):
    """Which promises a list shows."""

    OPEN = "open"
    MINE = "mine"
    OVERDUE = "overdue"
    DONE = "done"


def call_back_for(actor: Actor, call_back_id: UUID) -> CallBack:
    """Raises: NotFound."""
    found: CallBack | None = CallBack.objects.visible_to(actor).filter(pk=call_back_id).first()
    if found is None:
        raise NotFound
    return found


def list_call_backs(
    actor: Actor, view: CallBackView, *, at: datetime, cursor: str | None, size: int
) -> Page[CallBack]:
    """Open ones by when they are due, done ones latest first, by keyset. Raises: BadCursor."""
    rows = CallBack.objects.listed_for(actor)
    if view is CallBackView.DONE:
        rows = rows.filter(done_at__isnull=False)
        if cursor:
            done_at, last_id = key_of(cursor, datetime, UUID)
            rows = rows.filter(Q(done_at__lt=done_at) | Q(done_at=done_at, id__lt=last_id))
        found = list(rows.order_by("-done_at", "-id")[: size + 1])
        return page_of(found, size, lambda row: (row.done_at, row.pk))
    rows = rows.filter(done_at=None)
    if view is CallBackView.MINE:
        rows = rows.filter(claimed_by_id=actor.post_id)
    elif view is CallBackView.OVERDUE:
        rows = rows.filter(due_at__lt=at)
    if cursor:
        due_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(due_at__gt=due_at) | Q(due_at=due_at, id__gt=last_id))
    found = list(rows.order_by("due_at", "id")[: size + 1])
    return page_of(found, size, lambda row: (row.due_at, row.pk))


def call_back_counts(actor: Actor, *, at: datetime) -> tuple[int, int]:
    """How many promises are open, and how many of them overdue."""
    rows = CallBack.objects.listed_for(actor).filter(done_at=None)
    found = rows.aggregate(open=Count("pk"), overdue=Count("pk", filter=Q(due_at__lt=at)))
    return found["open"], found["overdue"]


def attempts_of(call_back_id: UUID) -> list[CallBackAttempt]:
    """Every attempt, first to last."""
    return list(CallBackAttempt.objects.filter(call_back_id=call_back_id).order_by("at", "pk"))


def list_hand_overs(actor: Actor, *, cursor: str | None, size: int) -> Page[HandOver]:
    """The centre's notes to 110, 119 and 120, newest first, by keyset. Raises: BadCursor."""
    rows = HandOver.objects.listed_for(actor)
    if cursor:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(at__lt=at) | Q(at=at, id__lt=last_id))
    found = list(rows.order_by("-at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.at, row.pk))
