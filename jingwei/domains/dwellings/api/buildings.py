"""Buildings and their plans over HTTP, and addresses by words."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.dwellings.api import schemas as io
from jingwei.domains.dwellings.api.routes import router
from jingwei.domains.dwellings.api.shaping import (
    building_out,
    building_rows,
    paged,
    parts_out,
    plan_made_out,
    plan_out,
)
from jingwei.domains.dwellings.contracts import BUILDING
from jingwei.domains.dwellings.queries import buildings as queries
from jingwei.domains.dwellings.queries.buildings import BuildingFilter
from jingwei.domains.dwellings.queries.finding import find_buildings, find_houses, read_words
from jingwei.domains.dwellings.queries.houses import COUNT_CAP
from jingwei.domains.dwellings.rules.addresses import Parts, shown
from jingwei.domains.dwellings.services import buildings as services
from jingwei.domains.dwellings.services import life, plans
from jingwei.domains.dwellings.services.standing import AddressGiven
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.forms.services.using import note_used
from jingwei.kernel.clock import local, now
from jingwei.kernel.geo import Position, position

P = Permission
MOST_FOUND = 12


class AddressesIn(Schema):
    words: Annotated[str, Field(min_length=1, max_length=60)]


def _of_one(
    method: str, tail: str, operation_id: str, permission: Permission, response: Any = io.BuildingOut
) -> Any:
    """An operation on one building."""
    return edge.operation(
        router,
        method,
        f"/buildings/{{building_id}}{tail}",
        operation_id,
        permission,
        response=response,
        sees="building",
    )


@edge.operation(router, "GET", "/addresses", "findDwellings", P.READ_LEDGER, response=io.AddressesFoundOut)
def find_dwellings(request: HttpRequest, wanted: Query[AddressesIn]) -> io.AddressesFoundOut:
    """How words are read as an address, and the buildings and houses within sight that they mean, the best first."""
    actor = edge.actor(request)
    parts = read_words(wanted.words).parts
    buildings = [] if parts.is_inside else find_buildings(actor, wanted.words, limit=MOST_FOUND)
    houses = find_houses(actor, wanted.words, limit=MOST_FOUND)
    names = names_of({one.scope_code for one in buildings} | {one.area_code for one in houses})
    found = [
        io.DwellingFoundOut(
            what="building",
            record_id=one.pk,
            building_id=one.pk,
            name=one.name,
            address=one.address,
            area_code=one.scope_code,
            area_name=names.get(one.scope_code, one.scope_code),
            lon=one.position.x,
            lat=one.position.y,
        )
        for one in buildings
    ]
    found += [
        io.DwellingFoundOut(
            what="house",
            record_id=one.house_id,
            building_id=one.building_id,
            name="",
            address=one.address,
            area_code=one.area_code,
            area_name=names.get(one.area_code, one.area_code),
            lon=one.lon,
            lat=one.lat,
        )
        for one in houses
    ]
    return io.AddressesFoundOut(address=shown(parts), parts=parts_out(parts), found=found[: MOST_FOUND * 2])


@edge.operation(router, "GET", "/buildings", "listBuildings", P.READ_LEDGER, response=io.BuildingPageOut)
def list_buildings(request: HttpRequest, wanted: Query[io.BuildingsIn]) -> io.BuildingPageOut:
    """The buildings within one's sight by address; by keyset."""
    at, actor = now(), edge.actor(request)
    narrowed = BuildingFilter(
        area_code=wanted.area_code,
        use=tuple(wanted.use),
        structure=tuple(wanted.structure),
        is_due=wanted.is_due,
        is_ended=wanted.is_ended,
        words=wanted.words,
        shape=wanted.shape,
    )
    on = local(at).date()
    note_used(BUILDING, wanted.model_fields_set, on=on)
    page = queries.list_buildings(actor, narrowed, on=on, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_buildings(actor, narrowed, on=on, most=COUNT_CAP)
    return io.BuildingPageOut(**paged(building_rows(page.rows, at=at), page, total, words=wanted.words))


@edge.operation(
    router,
    "POST",
    "/buildings",
    "registerBuilding",
    P.KEEP_DWELLINGS,
    response={201: io.BuildingOut},
)
def register_building(request: HttpRequest, body: io.RegisterBuildingIn) -> io.BuildingOut:
    """Enter a building; its grid follows from its position."""
    at, actor = now(), edge.actor(request)
    new = services.NewBuilding(
        address=address_of(body.address),
        position=converted(body.position),
        facts=body.facts,
        aliases=body.aliases,
        place_id=body.place_id,
    )
    row = services.register_building(actor, new, source=body.via, file_ids=body.file_ids, at=at)
    return building_out(actor, queries.building_for(actor, row.pk), at=at)


@_of_one("GET", "", "getBuilding", P.READ_LEDGER)
def get_building(request: HttpRequest, building_id: UUID) -> io.BuildingOut:
    """One building with its record, its history, and where it is used."""
    actor = edge.actor(request)
    return building_out(actor, queries.building_for(actor, building_id), at=now())


@_of_one("PATCH", "", "changeBuilding", P.KEEP_DWELLINGS)
def change_building(request: HttpRequest, building_id: UUID, body: io.ChangeDwellingIn) -> io.BuildingOut:
    """Correct some of what is written of a building; its houses take its address and place."""
    at, actor = now(), edge.actor(request)
    services.change_building(
        actor,
        building_id,
        body.facts,
        address=address_of(body.address) if body.address else None,
        aliases=body.aliases,
        position=converted(body.position) if body.position else None,
        file_ids=body.file_ids,
        base_version=body.version,
        source=body.via,
        remark=body.remark,
        at=at,
    )
    return building_out(actor, queries.building_for(actor, building_id), at=at)


@_of_one("POST", "/life", "setBuildingLife", P.MANAGE_LEDGER)
def set_building_life(request: HttpRequest, building_id: UUID, body: io.BuildingLifeIn) -> io.BuildingOut:
    """Take a building out of use, or back into it, with a reason."""
    at, actor = now(), edge.actor(request)
    act = life.end_building if body.deed == "end" else life.restore_building
    act(actor, building_id, reason=body.reason, source=body.via, at=at)
    return building_out(actor, queries.building_for(actor, building_id), at=at)


@_of_one("GET", "/plan", "getHousePlan", P.READ_LEDGER, io.DrawnPlanOut)
def get_house_plan(request: HttpRequest, building_id: UUID) -> io.DrawnPlanOut:
    """A building's units, floors and rooms with the state of each house."""
    actor = edge.actor(request)
    return plan_out(actor, queries.drawn_plan(actor, building_id, on=local(now()).date()))


@_of_one("PUT", "/plan", "setHousePlan", P.KEEP_DWELLINGS, io.PlanMadeOut)
def set_house_plan(request: HttpRequest, building_id: UUID, body: io.HousePlanIn) -> io.PlanMadeOut:
    """Look at what a plan comes to, or keep it and register the houses that are missing."""
    actor = edge.actor(request)
    data = body.model_dump(include={"units", "uncounted", "shops", "missing", "merged"})
    if body.is_preview:
        building = queries.building_for(actor, building_id)
        return plan_made_out(plans.preview_plan(building, data), is_preview=True, version=building.version)
    made = plans.keep_plan(actor, building_id, data, version=body.version, source=body.via, at=now())
    return plan_made_out(made, is_preview=False, version=made.building.version)


def converted(given: io.DwellingPlaceIn) -> Position:
    """The position converted once, at the edge."""
    return position(given.lon, given.lat, datum=given.datum, accuracy_m=given.accuracy_m)


def address_of(given: io.DwellingAddressIn) -> AddressGiven:
    parts = Parts(**given.parts.model_dump()) if given.parts else Parts()
    return AddressGiven(text=given.text.strip(), parts=parts)
