"""Who hears live news of an incident: exactly those who see it, by the same rule."""

from collections.abc import Callable
from uuid import UUID

from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.rules.sight import Standing, sees
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.contracts import ToSight
from jingwei.foundation.scoping import eyes

NOBODY = UUID(int=0)


class IncidentSight:
    """The sight rule of incidents for the live process. Who reported hears nothing live: news is for staff."""

    def by_facts(self, subject_id: UUID, facts: ToSight) -> Callable[[Actor], bool]:
        """The rule of the reads, over the facts that came with the news; what it does not ask for is left blank."""
        whole = {(unit_id, None) for unit_id in facts.unit_ids}
        alone = {(NOBODY, post_id) for post_id in facts.post_ids}
        standing = Standing(
            incident_id=subject_id,
            scope_code=facts.scope_code,
            sight_floor=facts.sight_floor,
            centre_id=NOBODY,
            centre_area="",
            unit_id=None,
            reporter_id=None,
            about_unit_id=facts.about_unit_id,
            identity=Identity.ANONYMOUS,
            participants=frozenset(whole | alone),
        )
        return lambda actor: sees(actor, standing)

    def by_asking(self, actor: Actor, subject_id: UUID) -> bool:
        with eyes(actor):
            return bool(Incident.objects.visible_to(actor).filter(pk=subject_id).exists())
