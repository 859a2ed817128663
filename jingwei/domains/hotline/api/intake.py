"""Taking in what somebody says, with what helps while they speak; and handing over what cannot wait."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.domains.hotline.api import schemas as io
from jingwei.domains.hotline.api.routes import router
from jingwei.domains.hotline.api.shaping import address_out, hand_over_out, hints_out, taken_out
from jingwei.domains.hotline.queries.addresses import find_addresses as addresses_found
from jingwei.domains.hotline.queries.callbacks import PAGE, list_hand_overs
from jingwei.domains.hotline.queries.listening import Heard, hints_for
from jingwei.domains.hotline.queries.receptions import reception_of
from jingwei.domains.hotline.services import handovers, reception
from jingwei.domains.incidents.services import NewReport
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import local, now
from jingwei.kernel.geo import Position, position

P = Permission


class HandOversIn(Schema):
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=100)] = PAGE


@operation(router, "GET", "/addresses", "findAddresses", P.READ_INCIDENT, response=list[io.AddressOut])
def find_addresses(
    request: HttpRequest, words: Annotated[str, Query(min_length=1, max_length=60)]
) -> list[io.AddressOut]:
    """Areas by name and addresses named before inside one's own area, from two characters on."""
    return [address_out(one) for one in addresses_found(actor(request), words)]


@operation(router, "POST", "/preview", "previewReport", P.TAKE_CALL, response=io.HintsOut)
def preview_report(request: HttpRequest, body: io.HeardIn) -> io.HintsOut:
    """What may help with what was heard so far: place, items, open matters nearby, danger. Nothing is stored."""
    at = _wgs84(body.position)
    heard = Heard(
        words=body.words,
        address=body.address,
        lon=at.lon if at else None,
        lat=at.lat if at else None,
        area_code=body.area_code,
        item_code=body.item_code,
    )
    return hints_out(hints_for(actor(request), heard, on=local(now()).date()))


@operation(
    router, "POST", "/reports", "takeReport", P.TAKE_CALL, response={201: io.TakenOut}, opens_eyes=False
)
def take_report(request: HttpRequest, body: io.TakeIn) -> io.TakenOut:
    """Register a call, a visit or a letter for somebody else; the receipt is read out or sent."""
    at = now()
    report = NewReport(
        incident_id=body.id,
        words=body.words,
        title=body.title,
        position=_wgs84(body.position),
        area_code=body.area_code or None,
        address=body.address,
        item_code=body.item_code,
        identity=body.identity,
        reporter_name=body.reporter_name,
        reporter_phone=body.reporter_phone,
        about_unit_id=body.about_unit_id,
        is_urgent=body.is_urgent,
        file_ids=tuple(dict.fromkeys(body.file_ids)),
        reported_at=at,
    )
    taken = reception.TakenReport(
        report=report,
        channel=body.channel,
        call_id=body.call_id,
        uses_caller_number=body.uses_caller_number,
        written_on=body.written_on,
        place_of_reception=body.place_of_reception,
        wants_sms=body.wants_sms,
        hand_over_ids=tuple(body.hand_over_ids),
    )
    return taken_out(reception.take_report(actor(request), taken, at=at))


@operation(
    router,
    "GET",
    "/receptions/{incident_id}",
    "getReception",
    P.READ_INCIDENT,
    response=io.ReceptionOut | None,
    sees="incident",
)
def get_reception(request: HttpRequest, incident_id: UUID) -> io.ReceptionOut | None:
    """How a matter came to the desk: a letter's own date, a visitor's place of reception; null for other ways."""
    row = reception_of(actor(request), incident_id)
    if row is None:
        return None
    return io.ReceptionOut(
        channel=row.channel, taken_by=row.taken_by, at=row.at, written_on=row.written_on, place=row.place
    )


@operation(router, "POST", "/hand-overs", "noteHandOver", P.TAKE_CALL, response={201: io.HandOverOut})
def note_hand_over(request: HttpRequest, body: io.HandOverIn) -> io.HandOverOut:
    """Note that a matter is handed to 110, 119 or 120, and get the words to read out."""
    noted = handovers.note_hand_over(
        actor(request),
        handovers.NewHandOver(
            service=body.service,
            place=body.place,
            words=body.words,
            call_id=body.call_id,
            incident_id=body.incident_id,
            tells_number=body.tells_number,
            phone=body.phone,
        ),
        at=now(),
    )
    return hand_over_out(noted.hand_over, spoken=noted.spoken)


@operation(router, "GET", "/hand-overs", "listHandOvers", P.TAKE_CALL, response=io.HandOverPageOut)
def list_notes(request: HttpRequest, wanted: Query[HandOversIn]) -> io.HandOverPageOut:
    """The centre's notes to the emergency services, newest first, by keyset."""
    page = list_hand_overs(actor(request), cursor=wanted.cursor, size=wanted.size)
    return io.HandOverPageOut(rows=[hand_over_out(one) for one in page.rows], next_cursor=page.next_cursor)


def _wgs84(given: io.PlaceIn | None) -> Position | None:
    """The position converted once, at the edge."""
    return position(given.lon, given.lat, datum=given.datum) if given else None
