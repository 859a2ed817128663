"""Who else has the incident open."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Schema

from jingwei.domains.incidents.api.routes import router
from jingwei.domains.incidents.services.watching import Watcher
from jingwei.domains.incidents.services.watching import leave_incident as leave
from jingwei.domains.incidents.services.watching import watch_incident as watch
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Input, actor, operation
from jingwei.kernel.clock import now


class WatchIn(Input):
    """``is_typing`` says that something is being written that is not sent yet."""

    is_typing: bool = False


class WatcherOut(Schema):
    person_id: UUID
    name: str
    post_title: str
    is_typing: bool


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/watch",
    "watchIncident",
    Permission.WATCH_INCIDENT,
    response=list[WatcherOut],
    sees="incident",
)
def watch_incident(request: HttpRequest, incident_id: UUID, body: WatchIn) -> list[Watcher]:
    """Say every twenty seconds that one has it open, and get the colleagues who have it open too."""
    return watch(actor(request), incident_id, is_typing=body.is_typing, at=now())


@operation(
    router,
    "DELETE",
    "/incidents/{incident_id}/watch",
    "leaveIncident",
    Permission.WATCH_INCIDENT,
    response={204: None},
    sees="incident",
)
def leave_incident(request: HttpRequest, incident_id: UUID) -> None:
    """Say that one has closed it. Leaving twice does no harm."""
    leave(actor(request), incident_id, at=now())
