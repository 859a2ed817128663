"""Territory: public facts."""

import json
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.administration import queries
from jingwei.foundation.administration.contracts import LocatedPosition
from jingwei.foundation.areas.contracts import AreaBrief, AreaKind
from jingwei.foundation.areas.queries import children_of, outlines_around
from jingwei.kernel.codes import level_of
from jingwei.kernel.geo import Datum

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


class OutlineOut(Schema):
    """An area as it is drawn. ``relation`` to the area asked for: self, child or beside."""

    code: str
    name: str
    kind: AreaKind
    relation: str
    geometry: dict[str, Any]


@edge.operation(
    router,
    "GET",
    "/areas/{code}/outline",
    "getAreaOutline",
    Permission.READ_TERRITORY,
    response=list[OutlineOut],
    is_public=True,
    opens_eyes=False,
)
def get_area_outline(request: HttpRequest, code: str) -> list[OutlineOut]:
    """The borders of an area, of what lies directly in it and of what lies beside it, as GeoJSON in WGS-84."""
    level_of(code)
    return [
        OutlineOut(
            code=one.code,
            name=one.name,
            kind=one.kind,
            relation=one.relation,
            geometry=json.loads(one.geometry),
        )
        for one in outlines_around(code)
    ]
