"""How a matter came to the desk."""

from uuid import UUID

from jingwei.domains.hotline.models import Reception
from jingwei.domains.incidents.queries import incident_for
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound


def reception_of(actor: Actor, incident_id: UUID) -> Reception:
    """Raises: NotFound where the matter is out of sight, or did not come over the desk."""
    incident_for(actor, incident_id)
    found = Reception.objects.filter(incident_id=incident_id).first()
    if found is None:
        raise NotFound
    return found
