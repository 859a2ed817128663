"""Saying which component a matter is about: with the report, or by staff afterwards."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.models import Incident, Subject
from jingwei.domains.incidents.rules.refusals import ComponentUnknown
from jingwei.domains.ledger.contracts import ComponentCard
from jingwei.domains.ledger.queries.components import cards_of
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.work import work
from jingwei.kernel.errors import NotFound

LINKER = system_actor("部件关联")


def component_named(code: str) -> ComponentCard:
    """The component that a number plate names. Raises: ComponentUnknown."""
    found = cards_of(codes=[code])
    if not found:
        raise ComponentUnknown(value=code[:40])
    return found[0]


def link_reported(incident_id: UUID, component_id: UUID, *, at: datetime) -> None:
    """Note what a report was about as it came in. Sent again, nothing changes; what staff have said stays."""
    with work(LINKER, Permission.NOTE_INCIDENT) as job:
        incident = Incident.objects.visible_to(LINKER).select_for_update().filter(pk=incident_id).first()
        if incident is None or Subject.objects.filter(incident_id=incident_id).exists():
            job.recorded_elsewhere()  # when it was first linked
            return
        Subject(incident_id=incident_id, component_id=component_id, linked_at=at).save(force_insert=True)
        job.record(incident, act="link_component", component=str(component_id))


def link_component(actor: Actor, incident_id: UUID, *, code: str | None, at: datetime) -> None:
    """Say which component a matter is about; without a code the link is taken off. Raises: ComponentUnknown, NotFound."""
    component_id = component_named(code).component_id if code else None
    with work(actor, Permission.NOTE_INCIDENT) as job:
        incident = Incident.objects.visible_to(actor).select_for_update().filter(pk=incident_id).first()
        if incident is None:
            raise NotFound
        said = {"component_id": component_id, "linked_at": at, "post_id": actor.post_id}
        if not Subject.objects.filter(incident_id=incident_id).update(**said):
            Subject(incident_id=incident_id, **said).save(force_insert=True)
        job.record(incident, act="link_component", component=str(component_id or ""))
