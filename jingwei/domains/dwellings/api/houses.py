"""Houses over HTTP, and what was looked at and found unchanged."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query

from jingwei.domains.dwellings.api import schemas as io
from jingwei.domains.dwellings.api.buildings import address_of, converted
from jingwei.domains.dwellings.api.routes import router
from jingwei.domains.dwellings.api.shaping import house_out, house_rows, paged
from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.dwellings.queries import houses as queries
from jingwei.domains.dwellings.queries.houses import HouseFilter
from jingwei.domains.dwellings.rules.refusals import MergeRefused
from jingwei.domains.dwellings.services import houses as services
from jingwei.domains.dwellings.services import life
from jingwei.domains.dwellings.services.printing import print_house
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.documents.contracts import Asked, Document
from jingwei.foundation.documents.services.printing import MEDIA_TYPE, make_pdf
from jingwei.foundation.forms.services.using import note_used
from jingwei.kernel.clock import local, now

P = Permission


def _of_one(method: str, tail: str, operation_id: str, permission: Permission) -> Any:
    """An operation on one house, which answers with the house as it is afterwards."""
    return edge.operation(
        router,
        method,
        f"/houses/{{house_id}}{tail}",
        operation_id,
        permission,
        response=io.HouseOut,
        sees="house",
    )


@edge.operation(router, "GET", "/houses", "listHouses", P.READ_LEDGER, response=io.HousePageOut)
def list_houses(request: HttpRequest, wanted: Query[io.HousesIn]) -> io.HousePageOut:
    """The houses within one's sight by address; by keyset."""
    at, actor = now(), edge.actor(request)
    narrowed = HouseFilter(
        area_code=wanted.area_code,
        building_id=wanted.building_id,
        use=tuple(wanted.use),
        tenure=tuple(wanted.tenure),
        is_due=wanted.is_due,
        is_ended=wanted.is_ended,
        words=wanted.words,
    )
    on = local(at).date()
    note_used(HOUSE, wanted.model_fields_set, on=on)
    page = queries.list_houses(actor, narrowed, on=on, cursor=wanted.cursor, size=wanted.size)
    total = None if wanted.cursor else queries.count_houses(actor, narrowed, on=on)
    return io.HousePageOut(**paged(house_rows(actor, page.rows, at=at), page, total))


@edge.operation(router, "POST", "/houses", "registerHouse", P.KEEP_DWELLINGS, response={201: io.HouseOut})
def register_house(request: HttpRequest, body: io.RegisterHouseIn) -> io.HouseOut:
    """Enter a house: in a building, or with a door and a position of its own."""
    at, actor = now(), edge.actor(request)
    new = services.NewHouse(
        address=address_of(body.address),
        facts=body.facts,
        building_id=body.building_id,
        position=converted(body.position) if body.position else None,
        aliases=body.aliases,
    )
    row = services.register_house(actor, new, source=body.via, file_ids=body.file_ids, at=at)
    return house_out(actor, queries.house_for(actor, row.pk), at=at)


@_of_one("GET", "", "getHouse", P.READ_LEDGER)
def get_house(request: HttpRequest, house_id: UUID) -> io.HouseOut:
    """One house with its record, its history, and where it is used."""
    actor = edge.actor(request)
    return house_out(actor, queries.house_for(actor, house_id), at=now())


@_of_one("PATCH", "", "changeHouse", P.KEEP_DWELLINGS)
def change_house(request: HttpRequest, house_id: UUID, body: io.ChangeDwellingIn) -> io.HouseOut:
    """Correct some of what is written of a house; what others changed meanwhile is not overwritten."""
    at, actor = now(), edge.actor(request)
    services.change_house(
        actor,
        house_id,
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
    return house_out(actor, queries.house_for(actor, house_id), at=at)


@edge.operation(
    router,
    "POST",
    "/houses/{house_id}/sheet",
    "printHouse",
    P.READ_LEDGER,
    response={200: None},
    sees="house",
)
def print_house_(request: HttpRequest, house_id: UUID, body: io.PrintHouseIn) -> StreamingHttpResponse:
    """One house's sheet as a PDF: the record, where it is used, who lives there if one sees residents. Recorded."""
    actor = edge.actor(request)
    asked = Asked(body.language, is_outside=False, at=now())
    document = print_house(actor, house_id, purpose=body.purpose, asked=asked)
    response = StreamingHttpResponse(_laid_out(actor, document), content_type=MEDIA_TYPE)
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _laid_out(actor: Actor, document: Document) -> Iterator[bytes]:
    """Only when the transaction has ended: laying out takes a second, and needs no connection meanwhile."""
    yield make_pdf(actor, document)


@_of_one("POST", "/life", "setHouseLife", P.MANAGE_LEDGER)
def set_house_life(request: HttpRequest, house_id: UUID, body: io.HouseLifeIn) -> io.HouseOut:
    """Take a house out of use, back into it, or merge a double into the house that stays; with a reason."""
    at, actor = now(), edge.actor(request)
    if body.deed == "merge":
        if body.into_id is None:
            raise MergeRefused(reason="没有写并入哪一处", reason_en="the house that stays is not named")
        life.merge_house(actor, house_id, body.into_id, reason=body.reason, source=body.via, at=at)
    else:
        act = life.end_house if body.deed == "end" else life.restore_house
        act(actor, house_id, reason=body.reason, source=body.via, at=at)
    return house_out(actor, queries.house_for(actor, house_id), at=at)


@edge.operation(
    router,
    "POST",
    "/confirmations",
    "confirmDwellings",
    P.KEEP_DWELLINGS,
    response=io.DwellingsConfirmedOut,
)
def confirm_dwellings(request: HttpRequest, body: io.ConfirmDwellingsIn) -> io.DwellingsConfirmedOut:
    """Note that buildings and houses were looked at and nothing has changed."""
    count = life.confirm(
        edge.actor(request),
        building_ids=body.building_ids,
        house_ids=body.house_ids,
        source=body.via,
        at=now(),
    )
    return io.DwellingsConfirmedOut(confirmed=count)
