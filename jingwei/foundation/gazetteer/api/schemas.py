"""What travels: places found, positions described, places kept."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.foundation import edge
from jingwei.foundation.gazetteer.contracts import Found, How, Sort
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.queries.describing import Described
from jingwei.foundation.gazetteer.rules.facts import LONGEST, MOST_NAMES
from jingwei.foundation.gazetteer.rules.kinds import KIND_WORDS, PlaceKind
from jingwei.kernel.geo import Datum

Lon = Annotated[float, Field(ge=-180, le=180)]
Lat = Annotated[float, Field(ge=-90, le=90)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, strip_whitespace=True)]
Names = Annotated[list[Name], Field(max_length=MOST_NAMES)]
Reason = Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]
Version = Annotated[int, Field(ge=1, le=2_000_000_000)]
AREA_CODE = r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$"
MOST_AT_ONCE = 1000


class FoundPlaceOut(Schema):
    """A candidate: an area, a place, a landmark that several reports have named, or a standard address. WGS-84.

    ``matched`` is the name that the words led to, ``how`` the way, ``sure`` from 0 to 1 by rules: from 0.8 a program
    may take it by itself, below it a person is asked.
    """

    sort: Sort
    ref: str
    name: str
    matched: str
    how: How
    sure: float
    kind: str
    kind_name: str
    kind_name_en: str
    address: str
    area_code: str
    area_name: str
    lon: float | None
    lat: float | None
    distance_m: int | None


class BesidePlaceOut(Schema):
    """The nearest known place within 300 m, and on which side of it the position lies."""

    place_id: UUID
    name: str
    address: str
    distance_m: int
    side: str
    side_en: str


class DescribedOut(Schema):
    """A position in words: its grid, what the area is called from the county down, and an address to fill in."""

    lon: float
    lat: float
    area_code: str
    special_grid_code: str | None
    area_name: str
    address: str
    address_en: str
    beside: BesidePlaceOut | None


class ReportWordsIn(edge.Input):
    """Words of a report that has no pin yet. They are not stored."""

    words: Annotated[str, Field(max_length=2000)]
    lon: Lon | None = None
    lat: Lat | None = None
    datum: Datum = Datum.WGS84


class PlaceItemIn(edge.Input):
    """Words, or a position; ``ref`` is the asker's own mark and comes back."""

    ref: Annotated[str, Field(max_length=80)] = ""
    words: Annotated[str, Field(max_length=200)] | None = None
    lon: Lon | None = None
    lat: Lat | None = None


class ManyPlacesIn(edge.Input):
    """Up to a thousand at once, all in one datum."""

    items: Annotated[list[PlaceItemIn], Field(min_length=1, max_length=MOST_AT_ONCE)]
    datum: Datum = Datum.WGS84
    within: Annotated[str | None, Field(pattern=AREA_CODE)] = None


class PlaceItemOut(Schema):
    """``found``: the best candidate for words. ``described``: what is at a position. ``fault`` says why neither is there."""

    ref: str
    found: FoundPlaceOut | None = None
    is_sure: bool = False
    others: int = 0
    described: DescribedOut | None = None
    fault: str = ""
    fault_en: str = ""


class PlaceFactsIn(edge.Input):
    name: Name
    kind: PlaceKind
    address: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = ""
    aliases: Names = []
    former_names: Names = []


class PlaceAtIn(edge.Input):
    lon: Lon
    lat: Lat
    datum: Datum = Datum.WGS84


class AddPlaceIn(PlaceFactsIn):
    position: PlaceAtIn


class ChangePlaceIn(PlaceFactsIn):
    position: PlaceAtIn | None = None
    version: Version


class RetirePlaceIn(edge.Input):
    reason: Reason
    version: Version


class RestorePlaceIn(edge.Input):
    version: Version


class KeptPlaceOut(Schema):
    """A place as those see it who keep it."""

    id: UUID
    version: int
    name: str
    kind: PlaceKind
    kind_name: str
    kind_name_en: str
    address: str
    aliases: list[str]
    former_names: list[str]
    area_code: str
    area_name: str
    lon: float
    lat: float
    given_lon: float
    given_lat: float
    datum: Datum
    source: str
    added_at: datetime
    changed_at: datetime
    retired_at: datetime | None
    retired_why: str


class KeptPlacesOut(Schema):
    rows: list[KeptPlaceOut]
    next_cursor: str | None


AREA_WORDS = {
    "county": ("区县", "County"),
    "township": ("乡镇街道", "Township"),
    "community": ("社区、村", "Community"),
    "grid": ("网格", "Grid"),
}


def kind_words(kind: str) -> tuple[str, str]:
    """What a kind is called."""
    if kind in AREA_WORDS:
        return AREA_WORDS[kind]
    return KIND_WORDS.get(PlaceKind(kind), ("", "")) if kind else ("", "")


def found_out(found: Found) -> FoundPlaceOut:
    zh, en = kind_words(found.kind)
    return FoundPlaceOut(
        sort=found.sort,
        ref=found.ref,
        name=found.name,
        matched=found.matched,
        how=found.how,
        sure=found.sure,
        kind=found.kind,
        kind_name=zh,
        kind_name_en=en,
        address=found.address,
        area_code=found.area_code,
        area_name=found.area_name,
        lon=found.lon,
        lat=found.lat,
        distance_m=found.distance_m,
    )


def described_out(told: Described, lon: float, lat: float) -> DescribedOut:
    beside = told.beside
    return DescribedOut(
        lon=lon,
        lat=lat,
        area_code=told.area_code,
        special_grid_code=told.special_grid_code,
        area_name=told.area_name,
        address=told.address,
        address_en=told.address_en,
        beside=BesidePlaceOut(
            place_id=beside.place_id,
            name=beside.name,
            address=beside.address,
            distance_m=beside.distance_m,
            side=beside.side,
            side_en=beside.side_en,
        )
        if beside
        else None,
    )


def place_out(row: Place, area_names: dict[str, str]) -> KeptPlaceOut:
    zh, en = kind_words(row.kind)
    return KeptPlaceOut(
        id=row.pk,
        version=row.version,
        name=row.name,
        kind=PlaceKind(row.kind),
        kind_name=zh,
        kind_name_en=en,
        address=row.address,
        aliases=row.aliases,
        former_names=row.former_names,
        area_code=row.scope_code,
        area_name=area_names.get(row.scope_code, row.scope_code),
        lon=row.position.x,
        lat=row.position.y,
        given_lon=row.given_lon,
        given_lat=row.given_lat,
        datum=Datum(row.datum),
        source=row.source,
        added_at=row.added_at,
        changed_at=row.changed_at,
        retired_at=row.retired_at,
        retired_why=row.retired_why,
    )
