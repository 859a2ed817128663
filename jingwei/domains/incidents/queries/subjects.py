"""Which component of the ledger a matter is about."""

from uuid import UUID

from jingwei.domains.incidents.models import Subject
from jingwei.domains.ledger.contracts import ComponentCard
from jingwei.domains.ledger.queries.components import cards_of


def component_of(incident_id: UUID) -> ComponentCard | None:
    """What the component says of itself to anybody; whether one may open its record is the ledger's business."""
    row = Subject.objects.filter(incident_id=incident_id, component_id__isnull=False).first()
    found = cards_of(ids=[row.component_id]) if row else []
    return found[0] if found else None
