"""What leaders do on a matter beside deciding on time: urge whoever owes the next step, and instruct 批示."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries import urged_again_at
from jingwei.domains.incidents.rules.lanes import BY_AREA
from jingwei.domains.incidents.rules.refusals import UrgedAlready
from jingwei.domains.incidents.services.course import step
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.clock import local


def urge_incident(
    actor: Actor, incident_id: UUID, *, at: datetime, version: int | None = None, remark: str = ""
) -> Incident:
    """Urge 催办 whoever owes the next step; words are not needed. The reporter sees that it was urged.

    Raises: UrgedAlready within four hours of the last time, one hour for urgent matters, whoever urged.
    """
    with step(actor, incident_id, Action.URGE, at=at, version=version, remark=remark) as taking:
        again_at = urged_again_at(taking.incident)
        if again_at is not None and at < again_at:
            raise UrgedAlready(again_at=f"{local(again_at):%H:%M}")
        taking.facts.update({BY_AREA: actor.area_code})
    return taking.incident


def instruct_incident(
    actor: Actor, incident_id: UUID, *, remark: str, at: datetime, version: int | None = None
) -> Incident:
    """Leave a leader's instruction 批示: centre and unit are told of it, the reporter does not read it."""
    with step(actor, incident_id, Action.INSTRUCT, at=at, version=version, remark=remark) as taking:
        taking.is_internal = True
        taking.facts.update({BY_AREA: actor.area_code})
    return taking.incident
