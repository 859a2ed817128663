"""How a matter came to the desk."""

from uuid import UUID

from jingwei.domains.hotline.models import Reception
from jingwei.domains.incidents.queries import incident_for
from jingwei.foundation.access.contracts import Actor


def reception_of(actor: Actor, incident_id: UUID) -> Reception | None:
    """None where it did not come over the desk. Raises: NotFound where the matter is out of sight."""
    incident_for(actor, incident_id)
    return Reception.objects.filter(incident_id=incident_id).first()
