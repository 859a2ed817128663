"""Which component a matter is about, over HTTP."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from pydantic import StringConstraints

from jingwei.domains.incidents import queries
from jingwei.domains.incidents.api import schemas as io
from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.api.shaping import incident_out
from jingwei.domains.incidents.services.subjects import link_component as link
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Body, actor, operation
from jingwei.kernel.clock import now


class LinkComponentIn(Body):
    """The sixteen digits on the thing; null takes the link off."""

    component_code: Annotated[str, StringConstraints(pattern=r"^\d{16}$")] | None


@operation(
    router,
    "PUT",
    "/incidents/{incident_id}/component",
    "linkComponent",
    Permission.NOTE_INCIDENT,
    response=io.IncidentOut,
    sees="incident",
)
def link_component(request: HttpRequest, incident_id: UUID, body: LinkComponentIn) -> io.IncidentOut:
    """Say which component of the city a matter is about."""
    at, who = now(), actor(request)
    link(who, incident_id, code=body.component_code, at=at)
    return incident_out(who, queries.incident_for(who, incident_id), at=at)
