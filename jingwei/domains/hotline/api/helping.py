"""What helps a resident or an officer while they report, without an account: places by words, danger, items."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from jingwei.domains.hotline.api import schemas as io
from jingwei.domains.hotline.contracts import Emergency
from jingwei.domains.hotline.queries.listening import hints_for_everybody
from jingwei.domains.hotline.queries.places import PlaceFound, PlaceKind
from jingwei.domains.hotline.queries.places import find_places as places_found
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import Input, operation
from jingwei.kernel.clock import local, now
from jingwei.kernel.geo import Datum, position

router = Router(tags=["hotline"])


class PlacesIn(Schema):
    words: Annotated[str, Field(min_length=1, max_length=60)]
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    datum: Datum = Datum.WGS84


class FoundPlaceOut(Schema):
    """A place for everybody: an area, or a landmark that several reports have named. Positions in WGS-84."""

    kind: PlaceKind
    name: str
    area_code: str
    area_name: str
    lon: float | None
    lat: float | None
    distance_m: int | None


class HintIn(Input):
    words: Annotated[str, Field(max_length=2000)]


class MeantOut(Schema):
    """An item that may be meant."""

    item_code: str
    item_name: str
    class_name: str
    is_urgent: bool
    matched: list[str]


class EverybodysHintsOut(Schema):
    """Suggestions for the person who reports. ``services`` names whom to telephone at once, if anybody."""

    services: list[Emergency]
    signs: list[io.SignOut]
    items: list[MeantOut]


@operation(
    router,
    "GET",
    "/places",
    "findPlaces",
    Permission.READ_TERRITORY,
    response=list[FoundPlaceOut],
    is_public=True,
)
def find_places(request: HttpRequest, wanted: Query[PlacesIn]) -> list[PlaceFound]:
    """Areas and landmarks for a few characters, nearest first where a position is given. Never a door or a person."""
    near = None
    if wanted.lon is not None and wanted.lat is not None:
        near = position(wanted.lon, wanted.lat, datum=wanted.datum)
    return places_found(wanted.words, near=near)


@operation(
    router,
    "POST",
    "/hints",
    "previewOwnReport",
    Permission.REPORT_INCIDENT,
    response=EverybodysHintsOut,
    is_public=True,
)
def preview_own_report(request: HttpRequest, body: HintIn) -> EverybodysHintsOut:
    """Whether the words point to danger that belongs to 110, 119 or 120, and which items may be meant. Not stored."""
    hints = hints_for_everybody(body.words, on=local(now()).date())
    return EverybodysHintsOut(
        services=hints.services,
        signs=[
            io.SignOut(
                danger=sign.danger,
                label=sign.label,
                label_en=sign.label_en,
                services=list(sign.services),
                matched=list(sign.matched),
            )
            for sign in hints.signs
        ],
        items=[
            MeantOut(
                item_code=one.item.brief.item_code,
                item_name=one.item.brief.item_name,
                class_name=one.item.brief.class_name,
                is_urgent=one.item.brief.is_urgent,
                matched=list(one.matched),
            )
            for one in hints.items
        ],
    )
