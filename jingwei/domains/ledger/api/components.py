"""Components over HTTP."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Path, Query, Schema

from jingwei.domains.ledger.api import schemas as io
from jingwei.domains.ledger.api.routes import router
from jingwei.domains.ledger.api.shaping import component_out, component_rows, near_out, paged
from jingwei.domains.ledger.models import Component, Resource
from jingwei.domains.ledger.queries import components as queries
from jingwei.domains.ledger.queries.components import ComponentFilter, ComponentOrder
from jingwei.domains.ledger.queries.nearest import nearest
from jingwei.domains.ledger.services import components as services
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.queries import path_name
from jingwei.kernel.clock import local, now
from jingwei.kernel.geo import Position, position

P = Permission
FARTHEST_M = 50_000
CARDS = "/m/components/"
"""Where the phone shows the card of a number: what QR codes on components lead to."""


ComponentState = Literal["good", "worn", "damaged", "missing", "out", "retired"]


class ComponentsIn(io.NarrowedIn):
    """Filters, order and page of a list; all of them fit into an address."""

    kind: Annotated[str | None, Field(pattern=r"^(\d{2}|\d{4})$")] = None
    state: Annotated[list[ComponentState], Field(max_length=6)] = []
    is_due: bool = False
    order: ComponentOrder = ComponentOrder.CODE


class NearestIn(Schema):
    """``kind`` narrows to types of components or kinds of resources."""

    what: Literal["component", "resource"]
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    within_m: Annotated[float, Field(ge=1, le=FARTHEST_M)] = 2000
    kind: Annotated[list[str], Field(max_length=20)] = []
    limit: Annotated[int, Field(ge=1, le=100)] = 10


def _of_one(method: str, tail: str, operation_id: str, permission: Permission) -> Any:
    """An operation on one component, which answers with the component as it is afterwards."""
    return edge.operation(
        router,
        method,
        f"/components/{{component_id}}{tail}",
        operation_id,
        permission,
        response=io.ComponentOut,
        sees="component",
    )


@edge.operation(router, "GET", "/components", "listComponents", P.READ_LEDGER, response=io.ComponentPageOut)
def list_components(request: HttpRequest, wanted: Query[ComponentsIn]) -> io.ComponentPageOut:
    """The components within one's sight by code, or those to be inspected first; by keyset."""
    at = now()
    narrowed = wanted.narrowed(ComponentFilter)
    actor, on = edge.actor(request), local(at).date()
    page = queries.list_components(
        actor, narrowed, on=on, order=wanted.order, cursor=wanted.cursor, size=wanted.size
    )
    total = None if wanted.cursor else queries.count_components(actor, narrowed, on=on)
    return io.ComponentPageOut(**paged(component_rows(page.rows, at=at), page, total))


@edge.operation(
    router,
    "POST",
    "/components",
    "registerComponent",
    P.MANAGE_LEDGER,
    response={201: io.ComponentOut},
)
def register_component(request: HttpRequest, body: io.RegisterComponentIn) -> io.ComponentOut:
    """Enter a component; its grid follows from its position."""
    at, actor = now(), edge.actor(request)
    new = services.NewComponent(
        kind=body.kind, position=converted(body.position), facts=facts_of(body), code=body.code.strip()
    )
    row = services.register_component(actor, new, file_ids=body.file_ids, at=at)
    return _shown(request, row.pk, at)


@_of_one("GET", "", "getComponent", P.READ_LEDGER)
def get_component(request: HttpRequest, component_id: UUID) -> io.ComponentOut:
    """One component with its record and its log."""
    return _shown(request, component_id, now())


@_of_one("PUT", "", "changeComponent", P.MANAGE_LEDGER)
def change_component(request: HttpRequest, component_id: UUID, body: io.ChangeComponentIn) -> io.ComponentOut:
    """Correct what is written of a component, or where it stands."""
    at, actor = now(), edge.actor(request)
    services.change_component(
        actor,
        component_id,
        facts_of(body),
        position=converted(body.position) if body.position else None,
        version=body.version,
        remark=body.remark,
        at=at,
    )
    return _shown(request, component_id, at)


@_of_one("POST", "/inspections", "inspectComponent", P.INSPECT_COMPONENT)
def inspect_component(request: HttpRequest, component_id: UUID, body: io.InspectionIn) -> io.ComponentOut:
    """Write down how a component was found, with photos."""
    at, actor = now(), edge.actor(request)
    services.inspect_component(
        actor,
        component_id,
        condition=body.condition,
        remark=body.remark,
        file_ids=body.file_ids,
        entry_id=body.id,
        at=at,
    )
    return _shown(request, component_id, at)


@_of_one("POST", "/maintenance", "maintainComponent", P.INSPECT_COMPONENT)
def maintain_component(request: HttpRequest, component_id: UUID, body: io.MaintenanceIn) -> io.ComponentOut:
    """Write down what was repaired or replaced."""
    at, actor = now(), edge.actor(request)
    services.maintain_component(
        actor,
        component_id,
        condition=body.condition,
        remark=body.remark,
        cost_yuan=body.cost_yuan,
        file_ids=body.file_ids,
        at=at,
    )
    return _shown(request, component_id, at)


@_of_one("POST", "/life", "setComponentLife", P.MANAGE_LEDGER)
def set_component_life(request: HttpRequest, component_id: UUID, body: io.LifeIn) -> io.ComponentOut:
    """Take a component out of use, put it back, or retire it, with a reason."""
    at, actor = now(), edge.actor(request)
    services.set_component_life(
        actor, component_id, body.deed, reason=body.reason, version=body.version, at=at
    )
    return _shown(request, component_id, at)


@edge.operation(
    router,
    "GET",
    "/component-cards/{component_code}",
    "getComponentCard",
    P.READ_TERRITORY,
    response=io.ComponentCardOut,
    is_public=True,
)
def get_component_card(
    request: HttpRequest, component_code: Annotated[str, Path(pattern=r"^\d{16}$")]
) -> io.ComponentCardOut:
    """What a number plate or QR code in the street stands for, so that anybody can report about it."""
    card = queries.card_by_code(component_code)
    return io.ComponentCardOut(
        component_id=card.component_id,
        code=card.code,
        class_name=card.class_name,
        type_name=card.type_name,
        name=card.name,
        address=card.address,
        area_name=path_name(card.area_code),
        lon=card.lon,
        lat=card.lat,
        is_retired=card.is_retired,
    )


@edge.operation(router, "GET", "/nearest", "listNearestThings", P.READ_LEDGER, response=list[io.NearThingOut])
def list_nearest_things(request: HttpRequest, wanted: Query[NearestIn]) -> list[io.NearThingOut]:
    """Components or resources around a WGS-84 position, nearest first, with metres."""
    where: dict[str, Any] = {"within_m": wanted.within_m, "limit": wanted.limit, "kinds": wanted.kind}
    actor = edge.actor(request)
    if wanted.what == "component":
        return [
            near_out("component", one, one.thing.kind.type_name, one.thing.kind.type_name)
            for one in nearest(actor, Component, wanted.lon, wanted.lat, **where)
        ]
    return [
        near_out("resource", one, one.thing.kind.name_zh, one.thing.kind.name_en)
        for one in nearest(actor, Resource, wanted.lon, wanted.lat, **where)
    ]


def _shown(request: HttpRequest, component_id: UUID, at: datetime) -> io.ComponentOut:
    actor = edge.actor(request)
    row = queries.component_for(actor, component_id)
    return component_out(actor, row, card_address=request.build_absolute_uri(CARDS), at=at)


def converted(given: io.PlaceGivenIn) -> Position:
    """The position converted once, at the edge."""
    return position(given.lon, given.lat, datum=given.datum, accuracy_m=given.accuracy_m)


def facts_of(body: io.ComponentFactsIn) -> services.ComponentFacts:
    return services.ComponentFacts(**{name: getattr(body, name) for name in services.FACTS})
