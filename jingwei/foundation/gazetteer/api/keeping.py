"""Looking after places."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.queries import path_names
from jingwei.foundation.gazetteer import queries, services
from jingwei.foundation.gazetteer.api import schemas as io
from jingwei.foundation.gazetteer.api.routes import router
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.queries.listing import LARGEST_PAGE, PAGE_SIZE, PlaceFilter
from jingwei.foundation.gazetteer.rules.kinds import PlaceKind
from jingwei.kernel.clock import now
from jingwei.kernel.geo import Position, position

P = Permission


class KeptIn(Schema):
    """Filters and page of the list."""

    area_code: Annotated[str | None, Field(pattern=io.AREA_CODE)] = None
    kind: PlaceKind | None = None
    words: Annotated[str, Field(max_length=60)] = ""
    source: Annotated[str | None, Field(max_length=40)] = None
    is_retired: bool = False
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE


@edge.operation(router, "GET", "/kept", "listPlaces", P.READ_LEDGER, response=io.KeptPlacesOut)
def list_places(request: HttpRequest, wanted: Query[KeptIn]) -> io.KeptPlacesOut:
    """The places of one's area, those changed last first."""
    narrowed = PlaceFilter(
        area_code=wanted.area_code,
        kind=wanted.kind.value if wanted.kind else None,
        words=wanted.words,
        source=wanted.source,
        is_retired=wanted.is_retired,
    )
    page = queries.list_places(edge.actor(request), narrowed, cursor=wanted.cursor, size=wanted.size)
    names = path_names({row.scope_code for row in page.rows})
    return io.KeptPlacesOut(
        rows=[io.place_out(row, names) for row in page.rows], next_cursor=page.next_cursor
    )


@edge.operation(router, "POST", "", "addPlace", P.MANAGE_LEDGER, response={201: io.KeptPlaceOut})
def add_place(request: HttpRequest, body: io.AddPlaceIn) -> io.KeptPlaceOut:
    """Add a place of one's area; one that is known nearby already is refused and named."""
    new = services.NewPlace(_facts(body), _position(body.position))
    return _shown(services.add_place(edge.actor(request), new, at=now()))


@edge.operation(
    router, "GET", "/kept/{place_id}", "getPlace", P.READ_LEDGER, response=io.KeptPlaceOut, sees="place"
)
def get_place(request: HttpRequest, place_id: UUID) -> io.KeptPlaceOut:
    """One place of one's area."""
    return _shown(queries.place_for(edge.actor(request), place_id))


@edge.operation(
    router, "PUT", "/kept/{place_id}", "changePlace", P.MANAGE_LEDGER, response=io.KeptPlaceOut, sees="place"
)
def change_place(request: HttpRequest, place_id: UUID, body: io.ChangePlaceIn) -> io.KeptPlaceOut:
    """Correct a place, or call it otherwise: the name before stays findable as a former one."""
    row = services.change_place(
        edge.actor(request),
        place_id,
        _facts(body),
        position=_position(body.position) if body.position else None,
        version=body.version,
        at=now(),
    )
    return _shown(row)


@edge.operation(
    router,
    "POST",
    "/kept/{place_id}/retire",
    "retirePlace",
    P.MANAGE_LEDGER,
    response=io.KeptPlaceOut,
    sees="place",
)
def retire_place(request: HttpRequest, place_id: UUID, body: io.RetirePlaceIn) -> io.KeptPlaceOut:
    """Take a place out of use, with the reason."""
    actor = edge.actor(request)
    return _shown(services.retire_place(actor, place_id, reason=body.reason, version=body.version, at=now()))


@edge.operation(
    router,
    "POST",
    "/kept/{place_id}/restore",
    "restorePlace",
    P.MANAGE_LEDGER,
    response=io.KeptPlaceOut,
    sees="place",
)
def restore_place(request: HttpRequest, place_id: UUID, body: io.RestorePlaceIn) -> io.KeptPlaceOut:
    """Put a retired place into use again."""
    return _shown(services.restore_place(edge.actor(request), place_id, version=body.version, at=now()))


def _facts(body: io.PlaceFactsIn) -> services.PlaceFacts:
    return services.PlaceFacts(
        name=body.name,
        kind=body.kind,
        address=body.address,
        aliases=tuple(body.aliases),
        former_names=tuple(body.former_names),
    )


def _position(given: io.PlaceAtIn) -> Position:
    return position(given.lon, given.lat, datum=given.datum)


def _shown(row: Place) -> io.KeptPlaceOut:
    return io.place_out(row, path_names({row.scope_code}))
