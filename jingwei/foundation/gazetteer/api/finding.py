"""Words → position, position → grid and address; one by one and many at once."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.queries import locate
from jingwei.foundation.gazetteer import queries
from jingwei.foundation.gazetteer.api import schemas as io
from jingwei.foundation.gazetteer.api.routes import router
from jingwei.foundation.gazetteer.rules.matching import SURE_FROM
from jingwei.kernel.errors import DomainError, NotFound
from jingwei.kernel.geo import Datum, Position, position

OUTSIDE = "位置不在本市范围内。请核对经纬度和坐标系。"
OUTSIDE_EN = "The position lies outside the city. Check longitude, latitude and datum."


class PlacesIn(Schema):
    words: Annotated[str, Field(min_length=1, max_length=60)]
    lon: io.Lon | None = None
    lat: io.Lat | None = None
    datum: Datum = Datum.WGS84
    within: Annotated[str | None, Field(pattern=io.AREA_CODE)] = None


class AtIn(Schema):
    lon: io.Lon
    lat: io.Lat
    datum: Datum = Datum.WGS84


@edge.operation(
    router,
    "GET",
    "",
    "findPlaces",
    Permission.READ_TERRITORY,
    response=list[io.FoundPlaceOut],
    is_public=True,
)
def find_places(request: HttpRequest, wanted: Query[PlacesIn]) -> list[io.FoundPlaceOut]:
    """Places for a few characters or pinyin letters, the surest first, nearest first where a position is given."""
    near = _near(wanted.lon, wanted.lat, wanted.datum)
    found = queries.find_places(wanted.words, near=near, within=wanted.within or "")
    return [io.found_out(one) for one in found]


@edge.operation(
    router,
    "POST",
    "/in-words",
    "findPlacesInWords",
    Permission.READ_TERRITORY,
    response=list[io.FoundPlaceOut],
    is_public=True,
)
def find_places_in_words(request: HttpRequest, body: io.ReportWordsIn) -> list[io.FoundPlaceOut]:
    """Places that a report's own words name: candidates for one that has no pin. Not stored."""
    near = _near(body.lon, body.lat, body.datum)
    return [io.found_out(one) for one in queries.places_in_words(body.words, near=near)]


@edge.operation(
    router,
    "GET",
    "/described",
    "describePosition",
    Permission.READ_TERRITORY,
    response=io.DescribedOut,
    is_public=True,
)
def describe_position(request: HttpRequest, wanted: Query[AtIn]) -> io.DescribedOut:
    """The grid at a position, what the area is called, and words for an address field. Refused outside the city."""
    at = position(wanted.lon, wanted.lat, datum=wanted.datum)
    told = queries.describe(at.lon, at.lat)
    if told is None:
        locate(at.lon, at.lat)  # says why not
        raise NotFound
    return io.described_out(told, at.lon, at.lat)


@edge.operation(
    router,
    "POST",
    "/batch",
    "findManyPlaces",
    Permission.READ_LEDGER,
    response=list[io.PlaceItemOut],
)
def find_many_places(request: HttpRequest, body: io.ManyPlacesIn) -> list[io.PlaceItemOut]:
    """Up to a thousand words or positions; each is answered, or says what is wrong with it."""
    answers: list[io.PlaceItemOut | None] = [None] * len(body.items)
    places: dict[int, Position] = {}
    for at, item in enumerate(body.items):
        try:
            if item.lon is not None and item.lat is not None:
                places[at] = position(item.lon, item.lat, datum=body.datum)
            else:
                answers[at] = _by_words(item, body.within or "")
        except DomainError as refused:
            answers[at] = io.PlaceItemOut(ref=item.ref, fault=refused.text, fault_en=refused.text_en)
    told = queries.describe_many([(one.lon, one.lat) for one in places.values()])
    for (at, where), described in zip(places.items(), told, strict=True):
        ref = body.items[at].ref
        if described is None:
            answers[at] = io.PlaceItemOut(ref=ref, fault=OUTSIDE, fault_en=OUTSIDE_EN)
        else:
            shown = io.described_out(described, where.lon, where.lat)
            answers[at] = io.PlaceItemOut(ref=ref, is_sure=True, described=shown)
    return [one for one in answers if one is not None]


def _by_words(item: io.PlaceItemIn, within: str) -> io.PlaceItemOut:
    found = queries.find_places(item.words or "", within=within)
    if not found:
        return io.PlaceItemOut(
            ref=item.ref,
            fault="没有找到这个地点。请核对名称，或补充道路、小区。",
            fault_en="No such place was found. Check the name, or add the road or estate.",
        )
    best = found[0]
    return io.PlaceItemOut(
        ref=item.ref,
        found=io.found_out(best),
        is_sure=best.sure >= SURE_FROM and best.lon is not None,
        others=len(found) - 1,
    )


def _near(lon: float | None, lat: float | None, datum: Datum) -> Position | None:
    return position(lon, lat, datum=datum) if lon is not None and lat is not None else None
