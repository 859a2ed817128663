"""The division on any day, and the city's grid standard."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.contracts import Layer
from jingwei.foundation.areas.queries import areas_on, division_days, locate_many
from jingwei.foundation.edge import Day, actor, operation
from jingwei.foundation.territory.api import shapes
from jingwei.foundation.territory.api.shaping import area_out
from jingwei.foundation.territory.queries.division import compared
from jingwei.foundation.territory.queries.standard import limits_of, standard_days, standard_on
from jingwei.foundation.territory.rules.features import Limits
from jingwei.foundation.territory.services.standard import set_standard
from jingwei.kernel.clock import local, now
from jingwei.kernel.geo import position

router = Router(tags=["territory"])
READ, MANAGE = Permission.READ_TERRITORY, Permission.MANAGE_TERRITORY
Within = Annotated[str, Query(min_length=4, max_length=15, pattern=r"^\d+$")]


@operation(router, "GET", "/areas", "listAreasOn", READ, response=shapes.AreasOnOut)
def list_areas_on(
    request: HttpRequest, within: Within, layer: Layer | None = None, on: Day | None = None
) -> shapes.AreasOnOut:
    """An area and what lies in it, as it was on a day; without one as it is today."""
    day = on or local(now()).date()
    found = [one for one in areas_on(within, on=day) if layer is None or one.layer is layer]
    return shapes.AreasOnOut(on=day, features=[area_out(one) for one in found])


@operation(router, "GET", "/days", "listDivisionDays", READ, response=list[shapes.DivisionDayOut])
def list_division_days(request: HttpRequest, within: Within) -> list[shapes.DivisionDayOut]:
    """The days on which the division changed, the oldest first."""
    return [
        shapes.DivisionDayOut(on=one.on, opened=one.opened, closed=one.closed, changed=one.changed)
        for one in division_days(within)
    ]


@operation(router, "GET", "/compare", "compareDivisions", READ, response=shapes.ComparedOut)
def compare_divisions(
    request: HttpRequest, within: Within, from_on: Day, to_on: Day, layer: Layer | None = None
) -> shapes.ComparedOut:
    """What differs between the division of one day and that of another."""
    rows = compared(within, from_on=from_on, to_on=to_on, layer=layer)
    return shapes.ComparedOut(
        rows=[
            shapes.AreaComparedOut(
                code=one.code,
                name=one.name,
                what=one.what,
                before=area_out(one.before) if one.before else None,
                after=area_out(one.after) if one.after else None,
                moved_m2=one.moved_m2,
            )
            for one in rows
        ]
    )


@operation(router, "POST", "/located", "locatePositions", READ, response=shapes.PlacesOut)
def locate_positions(request: HttpRequest, body: shapes.PositionsIn) -> shapes.PlacesOut:
    """The grids at up to a thousand positions, in the order given; empty outside the city."""
    given = [position(one.lon, one.lat, datum=body.datum) for one in body.positions]
    places = locate_many([(one.lon, one.lat) for one in given], on=body.on)
    return shapes.PlacesOut(
        rows=[
            shapes.PlaceOut(
                area_code=one.area_code if one else None,
                special_grid_code=one.special_grid_code if one else None,
            )
            for one in places
        ]
    )


@operation(router, "GET", "/standard", "getGridStandard", READ, response=shapes.StandardOut)
def get_grid_standard(request: HttpRequest, on: Day | None = None) -> shapes.StandardOut:
    """The city's grid standard in force on a day; without one today's."""
    day = on or local(now()).date()
    standard, days = standard_on(day), standard_days()
    if standard is None:
        return shapes.StandardOut(valid_from_on=None, valid_to_on=None, basis="", rows=[], history=days)
    later = [one for one in days if one > standard.valid_from_on]
    return shapes.StandardOut(
        valid_from_on=standard.valid_from_on,
        valid_to_on=later[0] if later else None,
        basis=standard.basis,
        rows=[
            shapes.StandardRowOut(
                layer=one.layer,
                kind=one.kind,
                min_area_m2=one.min_area_m2,
                max_area_m2=one.max_area_m2,
                min_households=one.min_households,
                max_households=one.max_households,
                is_strict=one.is_strict,
            )
            for one in limits_of(standard)
        ],
        history=days,
    )


@operation(router, "PUT", "/standard", "setGridStandard", MANAGE, response=shapes.StandardOut)
def put_grid_standard(request: HttpRequest, body: shapes.StandardIn) -> shapes.StandardOut:
    """Set the limits that are in force from a day on; the city's administrators only."""
    limits = [
        Limits(
            one.layer,
            one.kind,
            one.min_area_m2,
            one.max_area_m2,
            one.min_households,
            one.max_households,
            one.is_strict,
        )
        for one in body.rows
    ]
    set_standard(actor(request), valid_from_on=body.valid_from_on, basis=body.basis, limits=limits, at=now())
    return get_grid_standard(request, on=body.valid_from_on)
