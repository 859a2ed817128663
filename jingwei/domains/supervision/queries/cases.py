"""Cases of areas: one with its course, and lists by the time they were raised."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from jingwei.domains.supervision.models import Case, CaseEntry
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of


def case_for(actor: Actor, case_id: UUID) -> Case:
    """Raises: NotFound."""
    found: Case | None = Case.objects.visible_to(actor).filter(pk=case_id).first()
    if found is None:
        raise NotFound
    return found


def list_cases(
    actor: Actor,
    *,
    is_open: bool | None,
    case_id: UUID | None,
    area_code: str | None,
    cursor: str | None,
    size: int,
) -> Page[Case]:
    """The latest first, by keyset; ``case_id`` keeps the one that a notice names. Raises: BadCursor."""
    rows = Case.objects.listed_for(actor, within=area_code)
    if is_open is not None:
        rows = rows.filter(ended_at__isnull=is_open)
    if case_id is not None:
        rows = rows.filter(pk=case_id)
    if cursor:
        raised_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(raised_at__lt=raised_at) | Q(raised_at=raised_at, id__lt=last_id))
    found = list(rows.order_by("-raised_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.raised_at, row.pk))


def case_entries(case_ids: Iterable[UUID]) -> dict[UUID, list[CaseEntry]]:
    """The course of each case."""
    found: dict[UUID, list[CaseEntry]] = {}
    for row in CaseEntry.objects.filter(case_id__in=set(case_ids)).order_by("at", "id"):
        found.setdefault(row.case_id, []).append(row)
    return found
