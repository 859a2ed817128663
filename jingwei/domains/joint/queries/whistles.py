"""Whistles: one with its units, and lists by the time to meet."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from jingwei.domains.joint.models import Summons, Whistle
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50


def whistle_for(actor: Actor, whistle_id: UUID) -> Whistle:
    """Raises: NotFound."""
    found: Whistle | None = Whistle.objects.visible_to(actor).filter(pk=whistle_id).first()
    if found is None:
        raise NotFound
    return found


def list_whistles(
    actor: Actor,
    *,
    is_open: bool | None,
    awaits_me: bool,
    incident_id: UUID | None,
    cursor: str | None,
    size: int,
) -> Page[Whistle]:
    """The latest first, by keyset; ``awaits_me`` keeps those to which one's own unit has not come yet.

    Raises: BadCursor.
    """
    rows = Whistle.objects.listed_for(actor)
    if is_open is not None:
        rows = rows.filter(ended_at__isnull=is_open)
    if incident_id is not None:
        rows = rows.filter(incident_id=incident_id)
    if awaits_me:
        mine = Summons.objects.filter(whistle_id=OuterRef("pk"), unit_id=actor.unit_id, arrived_at=None)
        rows = rows.filter(Exists(mine), ended_at=None)
    if cursor:
        meet_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(meet_at__lt=meet_at) | Q(meet_at=meet_at, id__lt=last_id))
    found = list(rows.order_by("-meet_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.meet_at, row.pk))


def summons_of(whistle_ids: Iterable[UUID]) -> dict[UUID, list[Summons]]:
    """The units called to each, in the order in which they came; those that have not come last."""
    found: dict[UUID, list[Summons]] = {}
    rows = Summons.objects.filter(whistle_id__in=set(whistle_ids))
    for row in sorted(rows, key=lambda one: (one.arrived_at is None, one.arrived_at, one.pk)):
        found.setdefault(row.whistle_id, []).append(row)
    return found
