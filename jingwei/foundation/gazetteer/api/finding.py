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
from jingwei.kernel.errors import NotFound
from jingwei.kernel.geo import Datum, Position, position


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
    wanted = [queries.Wanted(item.words or "", item.lon, item.lat) for item in body.items]
    answers = queries.answer_many(wanted, datum=body.datum, within=body.within or "")
    return [_item_out(item.ref, one) for item, one in zip(body.items, answers, strict=True)]


def _item_out(ref: str, one: queries.Answered) -> io.PlaceItemOut:
    if one.fault is not None:
        return io.PlaceItemOut(ref=ref, fault=one.fault[0], fault_en=one.fault[1])
    if one.found:
        best = io.found_out(one.found[0])
        return io.PlaceItemOut(ref=ref, found=best, is_sure=one.is_sure, others=len(one.found) - 1)
    shown = io.described_out(one.described, one.at.lon, one.at.lat) if one.described and one.at else None
    return io.PlaceItemOut(ref=ref, is_sure=one.is_sure, described=shown)


def _near(lon: float | None, lat: float | None, datum: Datum) -> Position | None:
    return position(lon, lat, datum=datum) if lon is not None and lat is not None else None
