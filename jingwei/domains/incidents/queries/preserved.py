"""Matters whose records are preserved."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.models import Incident, Preservation
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound

MOST = 200


@dataclass(frozen=True, slots=True)
class Preserved:
    """One matter that is preserved, by whom, why and until when."""

    incident_id: UUID
    receipt_no: str
    title: str
    since_at: datetime
    by_name: str
    reason: str
    until_at: datetime


def preserved_seen_by(actor: Actor, *, at: datetime) -> list[Preserved]:
    """Those that the actor sees, newest first; with the actor's eyes."""
    rows = Preservation.objects.filter(ended_at=None, until_at__gt=at).order_by("-since_at")[:MOST]
    kept = list(rows)
    seen = Incident.objects.visible_to(actor).filter(pk__in=[one.incident_id for one in kept])
    names = {
        pk: (receipt_no, title) for pk, receipt_no, title in seen.values_list("pk", "receipt_no", "title")
    }
    return [
        Preserved(
            one.incident_id, *names[one.incident_id], one.since_at, one.by_name, one.reason, one.until_at
        )
        for one in kept
        if one.incident_id in names
    ]


def incident_numbered(actor: Actor, receipt_no: str) -> UUID:
    """The matter of a receipt number, if the actor sees it. Raises: NotFound."""
    seen = Incident.objects.visible_to(actor).filter(receipt_no=receipt_no.strip().upper())
    found: UUID | None = seen.values_list("pk", flat=True).first()
    if found is None:
        raise NotFound
    return found
