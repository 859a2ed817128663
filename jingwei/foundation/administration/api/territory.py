"""Territory and units: public facts."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, UnitBrief
from jingwei.foundation.access.queries import units_within
from jingwei.foundation.administration import queries
from jingwei.foundation.administration.contracts import LocatedPosition
from jingwei.foundation.areas.contracts import AreaBrief, AreaKind
from jingwei.foundation.areas.queries import children_of
from jingwei.kernel.codes import level_of
from jingwei.kernel.geo import Datum
from jingwei.kernel.paging import Page

router = Router(tags=["territory"])


class AreaOut(Schema):
    code: str
    name: str
    kind: AreaKind


class LocatedOut(Schema):
    area_code: str
    path: list[AreaOut]
    special_grid_code: str | None
    lon: float
    lat: float


class UnitOut(Schema):
    unit_id: UUID
    name: str
    kind: str
    area_code: str
    parent_id: UUID | None


class UnitPage(Schema):
    rows: list[UnitOut]
    next_cursor: str | None


@edge.operation(
    router,
    "GET",
    "/areas",
    "listAreas",
    Permission.READ_TERRITORY,
    response=list[AreaOut],
    is_public=True,
    opens_eyes=False,
)
def list_areas(request: HttpRequest, parent: str | None = None) -> list[AreaBrief]:
    """The areas directly below ``parent``; without it the city."""
    if parent is not None:
        level_of(parent)
    return children_of(parent)


@edge.operation(
    router,
    "GET",
    "/areas/located",
    "locatePosition",
    Permission.READ_TERRITORY,
    response=LocatedOut,
    is_public=True,
    opens_eyes=False,
)
def locate_position(
    request: HttpRequest, lon: float, lat: float, datum: Datum = Datum.WGS84
) -> LocatedPosition:
    """The grid at a position, with the areas above it. Refused outside the city."""
    return queries.located(lon, lat, datum=datum)


@edge.operation(router, "GET", "/units", "listUnits", Permission.READ_TERRITORY, response=UnitPage)
def list_units(
    request: HttpRequest,
    kind: str | None = None,
    area_code: str | None = None,
    limit: int = Query(50, ge=1, le=200),
    cursor: str | None = None,
) -> Page[UnitBrief]:
    """Centres and member units, by area."""
    return units_within(area_code, kind=kind, limit=limit, cursor=cursor)
