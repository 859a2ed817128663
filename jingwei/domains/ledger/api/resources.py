"""Resources over HTTP."""

from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.ledger.api import schemas as io
from jingwei.domains.ledger.api.components import converted
from jingwei.domains.ledger.api.routes import router
from jingwei.domains.ledger.api.shaping import resource_out, resource_rows
from jingwei.domains.ledger.queries import resources as queries
from jingwei.domains.ledger.queries.components import COUNT_CAP, LARGEST_PAGE, PAGE_SIZE
from jingwei.domains.ledger.queries.resources import ResourceFilter
from jingwei.domains.ledger.rules.refusals import ReasonNeeded
from jingwei.domains.ledger.rules.resources import NEEDS_REASON
from jingwei.domains.ledger.services import resources as services
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, ProofNeeded
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.clock import now

P = Permission


class ResourcesIn(Schema):
    """Filters and page of a list; all of them fit into an address."""

    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    kind: Annotated[list[str], Field(max_length=20)] = []
    state: Annotated[list[Literal["ready", "busy", "shut", "retired"]], Field(max_length=4)] = []
    unit_id: UUID | None = None
    words: Annotated[str | None, Field(max_length=60)] = None
    shape: Annotated[str | None, Field(max_length=2000)] = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE


@edge.operation(router, "GET", "/resources", "listResources", P.READ_LEDGER, response=io.ResourcePageOut)
def list_resources(request: HttpRequest, wanted: Query[ResourcesIn]) -> io.ResourcePageOut:
    """The resources within one's sight, by kind; by keyset."""
    actor = edge.actor(request)
    narrowed = ResourceFilter(
        area_code=wanted.area_code,
        kind=tuple(wanted.kind),
        state=tuple(wanted.state),
        unit_id=wanted.unit_id,
        words=wanted.words,
        shape=wanted.shape,
    )
    page = queries.list_resources(actor, narrowed, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_resources(actor, narrowed)
    return io.ResourcePageOut(
        rows=resource_rows(page.rows, at=now()),
        next_cursor=page.next_cursor,
        total=total,
        is_capped=total is not None and total >= COUNT_CAP,
    )


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
    return resource_out(actor, queries.resource_for(actor, row.pk), at=at)


@edge.operation(
    router,
    "GET",
    "/resources/{resource_id}",
    "getResource",
    P.READ_LEDGER,
    response=io.ResourceOut,
    sees="resource",
)
def get_resource(request: HttpRequest, resource_id: UUID) -> io.ResourceOut:
    """One resource with its log."""
    actor = edge.actor(request)
    return resource_out(actor, queries.resource_for(actor, resource_id), at=now())


@edge.operation(
    router,
    "PUT",
    "/resources/{resource_id}",
    "changeResource",
    P.MANAGE_LEDGER,
    response=io.ResourceOut,
    sees="resource",
)
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
    return resource_out(actor, queries.resource_for(actor, resource_id), at=at)


@edge.operation(
    router,
    "PUT",
    "/resources/{resource_id}/contact",
    "setResourceContact",
    P.MANAGE_LEDGER,
    response=io.ResourceOut,
    sees="resource",
)
def set_resource_contact(request: HttpRequest, resource_id: UUID, body: io.SetContactIn) -> io.ResourceOut:
    """Who is to be called there, sealed; or nobody."""
    at, actor = now(), edge.actor(request)
    contact = services.Contact(body.contact.name, body.contact.phone) if body.contact else None
    services.set_resource_contact(actor, resource_id, contact, version=body.version, at=at)
    return resource_out(actor, queries.resource_for(actor, resource_id), at=at)


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


@edge.operation(
    router,
    "POST",
    "/resources/{resource_id}/state",
    "setResourceState",
    P.MANAGE_LEDGER,
    response=io.ResourceOut,
    sees="resource",
)
def set_resource_state(request: HttpRequest, resource_id: UUID, body: io.ResourceStateIn) -> io.ResourceOut:
    """Say whether a resource can be called upon; shutting and retiring need a reason."""
    if body.state in NEEDS_REASON and len(body.reason) < 2:
        raise ReasonNeeded
    at, actor = now(), edge.actor(request)
    services.set_resource_state(
        actor, resource_id, body.state, reason=body.reason, version=body.version, at=at
    )
    return resource_out(actor, queries.resource_for(actor, resource_id), at=at)


def _facts(body: io.ResourceFactsIn) -> services.ResourceFacts:
    named = {"hours": "opening_hours"}
    return services.ResourceFacts(**{name: getattr(body, named.get(name, name)) for name in services.FACTS})
