"""Resources over HTTP."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query

from jingwei.domains.ledger.api import schemas as io
from jingwei.domains.ledger.api.components import converted
from jingwei.domains.ledger.api.routes import router
from jingwei.domains.ledger.api.shaping import paged, resource_out, resource_rows
from jingwei.domains.ledger.queries import resources as queries
from jingwei.domains.ledger.queries.resources import ResourceFilter
from jingwei.domains.ledger.rules.refusals import ReasonNeeded
from jingwei.domains.ledger.rules.resources import NEEDS_REASON
from jingwei.domains.ledger.services import resources as services
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, ProofNeeded
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.clock import now

P = Permission


class ResourcesIn(io.NarrowedIn):
    """Filters and page of a list; all of them fit into an address."""

    kind: Annotated[list[str], Field(max_length=20)] = []
    state: Annotated[list[Literal["ready", "busy", "shut", "retired"]], Field(max_length=4)] = []


def _of_one(method: str, tail: str, operation_id: str, permission: Permission) -> Any:
    """An operation on one resource, which answers with the resource as it is afterwards."""
    return edge.operation(
        router,
        method,
        f"/resources/{{resource_id}}{tail}",
        operation_id,
        permission,
        response=io.ResourceOut,
        sees="resource",
    )


@edge.operation(router, "GET", "/resources", "listResources", P.READ_LEDGER, response=io.ResourcePageOut)
def list_resources(request: HttpRequest, wanted: Query[ResourcesIn]) -> io.ResourcePageOut:
    """The resources within one's sight, by kind; by keyset."""
    actor = edge.actor(request)
    narrowed = wanted.narrowed(ResourceFilter)
    page = queries.list_resources(actor, narrowed, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_resources(actor, narrowed)
    return io.ResourcePageOut(**paged(resource_rows(page.rows, at=now()), page, total))


@edge.operation(
    router, "POST", "/resources", "registerResource", P.MANAGE_LEDGER, response={201: io.ResourceOut}
)
def register_resource(request: HttpRequest, body: io.RegisterResourceIn) -> io.ResourceOut:
    """Enter a resource; its grid follows from its position, its contact is sealed."""
    at, actor = now(), edge.actor(request)
    new = services.NewResource(
        kind=body.kind,
        position=converted(body.position),
        facts=_facts(body),
        contact=services.Contact(body.contact.name, body.contact.phone) if body.contact else None,
    )
    row = services.register_resource(actor, new, file_ids=body.file_ids, at=at)
    return _shown(request, row.pk, at)


@_of_one("GET", "", "getResource", P.READ_LEDGER)
def get_resource(request: HttpRequest, resource_id: UUID) -> io.ResourceOut:
    """One resource with its log."""
    return _shown(request, resource_id, now())


@_of_one("PUT", "", "changeResource", P.MANAGE_LEDGER)
def change_resource(request: HttpRequest, resource_id: UUID, body: io.ChangeResourceIn) -> io.ResourceOut:
    """Correct what is written of a resource, or where it stands."""
    at, actor = now(), edge.actor(request)
    services.change_resource(
        actor,
        resource_id,
        _facts(body),
        position=converted(body.position) if body.position else None,
        version=body.version,
        remark=body.remark,
        at=at,
    )
    return _shown(request, resource_id, at)


@_of_one("PUT", "/contact", "setResourceContact", P.MANAGE_LEDGER)
def set_resource_contact(request: HttpRequest, resource_id: UUID, body: io.SetContactIn) -> io.ResourceOut:
    """Who is to be called there, sealed; or nobody."""
    at, actor = now(), edge.actor(request)
    contact = services.Contact(body.contact.name, body.contact.phone) if body.contact else None
    services.set_resource_contact(actor, resource_id, contact, version=body.version, at=at)
    return _shown(request, resource_id, at)


@edge.operation(
    router,
    "POST",
    "/resources/{resource_id}/contact/look",
    "revealResourceContact",
    P.REVEAL_PERSONAL,
    response=io.ContactOut,
    sees="resource",
    proof=ProofNeeded.ONCE,
)
def reveal_resource_contact(request: HttpRequest, resource_id: UUID, body: io.ContactLookIn) -> io.ContactOut:
    """Who is to be called there; the look is recorded."""
    contact = services.reveal_resource_contact(
        edge.actor(request), resource_id, purpose=Purpose(body.purpose), remark=body.remark, at=now()
    )
    return io.ContactOut(name=contact.name, phone=contact.phone)


@_of_one("POST", "/state", "setResourceState", P.MANAGE_LEDGER)
def set_resource_state(request: HttpRequest, resource_id: UUID, body: io.ResourceStateIn) -> io.ResourceOut:
    """Say whether a resource can be called upon; shutting and retiring need a reason."""
    if body.state in NEEDS_REASON and len(body.reason) < 2:
        raise ReasonNeeded
    at, actor = now(), edge.actor(request)
    services.set_resource_state(
        actor, resource_id, body.state, reason=body.reason, version=body.version, at=at
    )
    return _shown(request, resource_id, at)


def _shown(request: HttpRequest, resource_id: UUID, at: datetime) -> io.ResourceOut:
    actor = edge.actor(request)
    return resource_out(actor, queries.resource_for(actor, resource_id), at=at)


def _facts(body: io.ResourceFactsIn) -> services.ResourceFacts:
    named = {"hours": "opening_hours"}
    return services.ResourceFacts(**{name: getattr(body, named.get(name, name)) for name in services.FACTS})
