"""Samples and spot checks: the latest draws with how far they are, and the checks one has to make or wants to see."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from jingwei.domains.returnvisits.contracts import SpotFinding
from jingwei.domains.returnvisits.models import Sample, SpotCheck
from jingwei.domains.returnvisits.rules.refusals import CheckUnknown
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.paging import Page, key_of, page_of

PAGE, LARGEST_PAGE = 50, 200
LATEST = 20


@dataclass(frozen=True, slots=True)
class CheckFilter:
    """``is_mine``: assigned to my post."""

    sample_id: UUID | None = None
    incident_id: UUID | None = None
    is_open: bool | None = None
    is_differing: bool | None = None
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sample is: made, and of these as was reported."""

    total: int = 0
    done: int = 0
    as_reported: int = 0


def check_for(actor: Actor, check_id: UUID) -> SpotCheck:
    """Raises: CheckUnknown."""
    row: SpotCheck | None = SpotCheck.objects.visible_to(actor).filter(pk=check_id).first()
    if row is None:
        raise CheckUnknown
    return row


def list_checks(actor: Actor, wanted: CheckFilter, *, cursor: str | None, size: int) -> Page[SpotCheck]:
    """The latest drawn first. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = _listed(actor, wanted)
    if cursor:
        (last_id,) = key_of(cursor, UUID)
        rows = rows.filter(id__lt=last_id)
    return page_of(list(rows.order_by("-id")[: size + 1]), size, lambda row: (row.pk,))


def _listed(actor: Actor, wanted: CheckFilter) -> Any:
    condition = Q()
    if wanted.sample_id is not None:
        condition &= Q(sample_id=wanted.sample_id)
    if wanted.incident_id is not None:
        condition &= Q(incident_id=wanted.incident_id)
    if wanted.is_open is not None:
        condition &= Q(done_at__isnull=wanted.is_open)
    if wanted.is_differing is not None:
        differs = Q(done_at__isnull=False) & ~Q(finding=SpotFinding.AS_REPORTED.value)
        condition &= differs if wanted.is_differing else ~differs
    if wanted.is_mine:
        return SpotCheck.objects.visible_to(actor).filter(condition, post_id=actor.post_id)
    return SpotCheck.objects.listed_for(actor).filter(condition)


def latest_samples(actor: Actor) -> list[Sample]:
    """The latest draws of one's area."""
    return list(Sample.objects.listed_for(actor).order_by("-drawn_at", "-id")[:LATEST])


def progress_of(actor: Actor, sample_ids: Iterable[UUID]) -> dict[UUID, Progress]:
    """How far each is, as far as the actor sees its checks."""
    rows = SpotCheck.objects.visible_to(actor).filter(sample_id__in=list(sample_ids)).values("sample_id")
    counted = rows.annotate(
        total=Count("pk"),
        done=Count("pk", filter=Q(done_at__isnull=False)),
        as_reported=Count("pk", filter=Q(finding=SpotFinding.AS_REPORTED.value)),
    )
    return {one["sample_id"]: Progress(one["total"], one["done"], one["as_reported"]) for one in counted}
