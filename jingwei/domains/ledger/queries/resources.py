"""Resources: lists by keyset, one with its log, and what is nearest."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q

from jingwei.domains.ledger.contracts import ResourceState
from jingwei.domains.ledger.models import Resource, ResourceEntry
from jingwei.domains.ledger.queries.components import COUNT_CAP, LARGEST_PAGE, LOG_ROWS
from jingwei.domains.ledger.rules.map_marks import RESOURCE_MARKS
from jingwei.domains.ledger.rules.refusals import ResourceNotFound
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.queries import inside_shape
from jingwei.kernel.paging import Page, key_of, page_of
from jingwei.kernel.shapes import read_shape

STATES = {mark: int(state) for state, mark in RESOURCE_MARKS.items()} | {
    "retired": int(ResourceState.RETIRED)
}


@dataclass(frozen=True, slots=True)
class ResourceFilter:
    """What a list is narrowed to; a city has some thousand resources, so words need no bounds."""

    area_code: str | None = None
    kind: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    unit_id: UUID | None = None
    words: str | None = None
    shape: str | None = None


def resource_for(actor: Actor, resource_id: UUID) -> Resource:
    """Raises: ResourceNotFound."""
    row = Resource.objects.visible_to(actor).select_related("kind").filter(pk=resource_id).first()
    if row is None:
        raise ResourceNotFound
    found: Resource = row
    return found


def resource_entries(resource_id: UUID) -> list[ResourceEntry]:
    """The log, newest first; seen through the resource."""
    return list(ResourceEntry.objects.filter(resource_id=resource_id).order_by("-at", "-id")[:LOG_ROWS])


def list_resources(actor: Actor, wanted: ResourceFilter, *, cursor: str | None, size: int) -> Page[Resource]:
    """One page by keyset, by kind. Raises: BadCursor."""
    size = max(1, min(size, LARGEST_PAGE))
    rows = resources_listed(actor, wanted).select_related("kind")
    if cursor:
        kind, last_id = key_of(cursor, str, UUID)
        rows = rows.filter(Q(kind_id__gte=kind) & (Q(kind_id__gt=kind) | Q(kind_id=kind, id__gt=last_id)))
    return page_of(list(rows.order_by("kind_id", "id")[: size + 1]), size, lambda row: (row.kind_id, row.pk))


def count_resources(actor: Actor, wanted: ResourceFilter, *, most: int = COUNT_CAP) -> int:
    """How many there are, up to ``most``."""
    return int(resources_listed(actor, wanted).values("pk")[:most].count())


def resources_listed(actor: Actor, wanted: ResourceFilter) -> Any:
    """The rows of a list, unsorted."""
    condition = Q()
    if wanted.kind:
        condition &= Q(kind_id__in=wanted.kind)
    states = [STATES[one] for one in wanted.state]
    condition &= Q(state__in=states) if states else Q(state__lt=int(ResourceState.RETIRED))
    if wanted.shape:
        condition &= inside_shape(read_shape(wanted.shape))
    if wanted.unit_id is not None:
        condition &= Q(unit_id=wanted.unit_id)
    words = (wanted.words or "").strip()
    if words:
        condition &= Q(name__icontains=words) | Q(address__icontains=words)
    return Resource.objects.listed_for(actor, within=wanted.area_code).filter(condition)


def contacts_kept(*, before: datetime) -> dict[str, Any]:
    """How many contacts of retired resources are past their period, and since when."""
    rows = Resource.objects.unscoped("counting what is past its period").filter(
        state=int(ResourceState.RETIRED), changed_at__lt=before, contact_phone_sealed__isnull=False
    )
    return dict(rows.aggregate(count=Count("pk"), since=Min("changed_at")))
