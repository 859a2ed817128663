"""Dispatching with those who assist: the lead and the units that the duty matrix names beside it, all or none."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.assisting import open_assists
from jingwei.domains.incidents.queries.duties import duty_of
from jingwei.domains.incidents.rules.duties import line_name
from jingwei.domains.incidents.services.assisting import ask_assist
from jingwei.domains.incidents.services.centre import dispatch_incident
from jingwei.domains.incidents.services.course import LEAST_REMARK
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes


def dispatch_with_assists(
    actor: Actor,
    incident_id: UUID,
    *,
    unit_id: UUID,
    assist_ids: Sequence[UUID],
    at: datetime,
    version: int | None = None,
    remark: str = "",
    handle_limit: str = "",
) -> Incident:
    """Dispatch 派遣 to the lead and ask the others to assist 协办, in one go: nobody is left half asked.

    Who assists already is not asked again. Each has the line's time to assist, or the task's.
    Raises: what dispatching refuses, and AssistUnfit.
    """
    with eyes(actor):
        incident = dispatch_incident(
            actor,
            incident_id,
            unit_id=unit_id,
            handle_limit=handle_limit,
            remark=remark,
            version=version,
            at=at,
        )
        duty = duty_of(incident, at=at)
        said = remark.strip()
        words = said if len(said) >= LEAST_REMARK else f"{line_name(duty) or '派遣时'}请协助主办单位办理"
        asked = {one.unit_id for one in open_assists(incident_id)}
        for one in dict.fromkeys(assist_ids):
            if one not in asked:
                limit = duty.assist_limit or incident.stage_limit
                incident = ask_assist(actor, incident_id, unit_id=one, limit=limit, remark=words, at=at)
    return incident
