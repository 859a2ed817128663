"""Joint enforcement: one with its units and findings, and lists by their beginning."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from jingwei.domains.joint.contracts import EnforcementState
from jingwei.domains.joint.models import Enforcement, Enforcer, Finding
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of


def enforcement_for(actor: Actor, enforcement_id: UUID) -> Enforcement:
    """Raises: NotFound."""
    found: Enforcement | None = Enforcement.objects.visible_to(actor).filter(pk=enforcement_id).first()
    if found is None:
        raise NotFound
    return found


def list_enforcements(
    actor: Actor,
    *,
    state: EnforcementState | None,
    incident_id: UUID | None,
    cursor: str | None,
    size: int,
) -> Page[Enforcement]:
    """The latest first, by keyset; of a matter: about it, or that found it. Raises: BadCursor."""
    rows = Enforcement.objects.listed_for(actor)
    if state is not None:
        rows = rows.filter(state=state.value)
    if incident_id is not None:
        found_it = Finding.objects.filter(enforcement_id=OuterRef("pk"), incident_id=incident_id)
        rows = rows.filter(Q(incident_id=incident_id) | Exists(found_it))
    if cursor:
        starts_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(starts_at__lt=starts_at) | Q(starts_at=starts_at, id__lt=last_id))
    found = list(rows.order_by("-starts_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.starts_at, row.pk))


def enforcers_of(enforcement_ids: Iterable[UUID]) -> dict[UUID, list[Enforcer]]:
    """The units asked to each, in the order asked."""
    found: dict[UUID, list[Enforcer]] = {}
    for row in Enforcer.objects.filter(enforcement_id__in=set(enforcement_ids)).order_by("id"):
        found.setdefault(row.enforcement_id, []).append(row)
    return found


def findings_of(enforcement_ids: Iterable[UUID]) -> dict[UUID, list[Finding]]:
    """What was found at each, by number."""
    found: dict[UUID, list[Finding]] = {}
    for row in Finding.objects.filter(enforcement_id__in=set(enforcement_ids)).order_by("number"):
        found.setdefault(row.enforcement_id, []).append(row)
    return found
