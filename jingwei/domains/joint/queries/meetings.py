"""Joint meetings: one with who was asked and what was decided, and lists by their beginning."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from jingwei.domains.joint.contracts import MeetingState
from jingwei.domains.joint.models import Decision, Invited, Meeting
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of


def meeting_for(actor: Actor, meeting_id: UUID) -> Meeting:
    """Raises: NotFound."""
    found: Meeting | None = Meeting.objects.visible_to(actor).filter(pk=meeting_id).first()
    if found is None:
        raise NotFound
    return found


def list_meetings(
    actor: Actor,
    *,
    state: MeetingState | None,
    incident_id: UUID | None,
    cursor: str | None,
    size: int,
) -> Page[Meeting]:
    """The latest first, by keyset. Raises: BadCursor."""
    rows = Meeting.objects.listed_for(actor)
    if state is not None:
        rows = rows.filter(state=state.value)
    if incident_id is not None:
        rows = rows.filter(incident_id=incident_id)
    if cursor:
        starts_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(starts_at__lt=starts_at) | Q(starts_at=starts_at, id__lt=last_id))
    found = list(rows.order_by("-starts_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.starts_at, row.pk))


def invited_to(meeting_ids: Iterable[UUID]) -> dict[UUID, list[Invited]]:
    """The units asked to each."""
    found: dict[UUID, list[Invited]] = {}
    for row in Invited.objects.filter(meeting_id__in=set(meeting_ids)).order_by("id"):
        found.setdefault(row.meeting_id, []).append(row)
    return found


def decisions_of(meeting_ids: Iterable[UUID]) -> dict[UUID, list[Decision]]:
    """What was decided at each, by number."""
    found: dict[UUID, list[Decision]] = {}
    for row in Decision.objects.filter(meeting_id__in=set(meeting_ids)).order_by("number"):
        found.setdefault(row.meeting_id, []).append(row)
    return found
