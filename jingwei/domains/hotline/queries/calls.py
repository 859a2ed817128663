"""Reads of calls and seats, always of one's own centre."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from jingwei.domains.hotline.contracts import CallState
from jingwei.domains.hotline.models import Call, CallMatter, Seat
from jingwei.domains.hotline.rules.calls import LOST_AFTER
from jingwei.domains.hotline.rules.refusals import CallMissing, MatterUnknown
from jingwei.domains.incidents.queries.known import MatterBrief, matters_by_id
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50


class CallView(StrEnum):
    """Which calls a list shows."""

    ALL = "all"
    MINE = "mine"
    MISSED = "missed"
    UNREGISTERED = "unregistered"


def call_for(actor: Actor, call_id: UUID) -> Call:
    """One call of the actor's centre. Raises: NotFound."""
    found: Call | None = Call.objects.visible_to(actor).filter(pk=call_id).first()
    if found is None:
        raise NotFound
    return found


def call_named(actor: Actor, call_id: UUID | None) -> Call | None:
    """The call that somebody's input names, if it names one. Raises: CallMissing."""
    if call_id is None:
        return None
    try:
        return call_for(actor, call_id)
    except NotFound:
        raise CallMissing from None


def matter_named(actor: Actor, incident_id: UUID | None) -> MatterBrief | None:
    """The matter that somebody's input names, if it names one. Raises: MatterUnknown."""
    if incident_id is None:
        return None
    found = matters_by_id(actor, [incident_id]).get(incident_id)
    if found is None:
        raise MatterUnknown
    return found


def list_calls(actor: Actor, view: CallView, *, cursor: str | None, size: int) -> Page[Call]:
    """The centre's calls, newest first, by keyset. Raises: BadCursor."""
    rows = Call.objects.listed_for(actor)
    if view is CallView.MINE:
        rows = rows.filter(seat_post_id=actor.post_id)
    elif view is CallView.MISSED:
        rows = rows.filter(state=CallState.MISSED)
    elif view is CallView.UNREGISTERED:
        matters = CallMatter.objects.filter(call_id=OuterRef("pk"))
        rows = rows.filter(~Exists(matters), state__in=[CallState.ANSWERED, CallState.ENDED])
    if cursor:
        rang_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(rang_at__lt=rang_at) | Q(rang_at=rang_at, id__lt=last_id), rang_at__lte=rang_at)
    found = list(rows.order_by("-rang_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.rang_at, row.pk))


def present_call(actor: Actor, *, at: datetime) -> Call | None:
    """The call that rings or is spoken at the actor's own seat now; a conversation before one that rings."""
    if actor.post_id is None:
        return None
    rows = Call.objects.listed_for(actor).filter(
        seat_post_id=actor.post_id, ended_at=None, rang_at__gt=at - LOST_AFTER
    )
    calls = list(rows.order_by("-rang_at", "-pk")[:5])
    spoken = [call for call in calls if call.answered_at is not None]
    return (spoken or calls or [None])[0]


def matters_of(call_ids: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """The matters each call was about, in the order they were named."""
    found: dict[UUID, list[UUID]] = {}
    for call_id, incident_id in (
        CallMatter.objects.filter(call_id__in=list(call_ids))
        .order_by("at", "pk")
        .values_list("call_id", "incident_id")
    ):
        found.setdefault(call_id, []).append(incident_id)
    return found


def seat_of(actor: Actor) -> Seat | None:
    """The seat of the actor's own post."""
    if actor.post_id is None:
        return None
    found: Seat | None = Seat.objects.visible_to(actor).filter(pk=actor.post_id).first()
    return found


def seats_within(actor: Actor) -> list[Seat]:
    """Every seat of the actor's area or centre, by extension."""
    return list(Seat.objects.visible_to(actor).order_by("extension"))
