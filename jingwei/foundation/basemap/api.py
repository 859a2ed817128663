"""The base map over HTTP: what it is, its tiles, picture maps of others, and what it was made from."""

import gzip
from datetime import datetime
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.basemap.contracts import Stage
from jingwei.foundation.basemap.models import Dataset
from jingwei.foundation.basemap.queries import datasets, pictures, tiles
from jingwei.foundation.basemap.services import keeping
from jingwei.foundation.basemap.services.pictures import picture_tile
from jingwei.kernel.clock import now

router = Router(tags=["base map"])
MANAGE = Permission.MANAGE_TERRITORY
TILE_TYPE = "application/vnd.mapbox-vector-tile"
FOR_GOOD = "public, max-age=31536000, immutable"
FOR_A_DAY = "private, max-age=86400"


class BaseMapOut(Schema):
    """``tiles`` is a template with ``{z} {x} {y}``; it names the edition, so that what it leads to never changes."""

    edition: str
    tiles: str
    min_zoom: int
    max_zoom: int
    bounds: list[float] | None
    attribution: str
    layers: list[str]


class PictureMapOut(Schema):
    key: str
    title_zh: str
    title_en: str
    attribution: str
    tiles: str
    min_zoom: int
    max_zoom: int


class DatasetOut(Schema):
    """``counts`` by layer; ``left_out`` by reason; ``objects_read`` of the file so far, where it is not at its end."""

    id: int
    name: str
    file_name: str
    file_format: str
    file_digest: str
    size_bytes: int
    attribution: str
    stage: Stage
    is_shown: bool
    objects_read: int
    counts: dict[str, int]
    left_out: dict[str, int]
    bounds: list[float] | None
    began_at: datetime
    ended_at: datetime | None


class BaseMapContentsOut(Schema):
    edition: str
    changed_at: datetime | None
    stored_bytes: int
    datasets: list[DatasetOut]
    pictures: list[PictureMapOut]


class ShowDatasetIn(edge.Input):
    dataset_id: int = Field(ge=1, le=2**31)


class TakeOffDatasetIn(edge.Input):
    dataset_id: int = Field(ge=1, le=2**31)
    reason: str = Field(min_length=2, max_length=200)


@edge.operation(
    router,
    "GET",
    "",
    "getBaseMap",
    Permission.READ_TERRITORY,
    response=BaseMapOut,
    is_public=True,
    opens_eyes=False,
)
def get_base_map(request: HttpRequest) -> BaseMapOut:
    """Where the tiles of the base map are, and who is to be named on every map that shows them."""
    facts, edition = tiles.present()
    return BaseMapOut(
        edition=edition,
        tiles=f"/api/v1/base-map/{edition}/{{z}}/{{x}}/{{y}}",
        min_zoom=tiles.LOWEST_ZOOM,
        max_zoom=tiles.HIGHEST_ZOOM,
        bounds=tiles.bounds_of(facts),
        attribution=" · ".join(facts.attributions),
        layers=["border", "area", *facts.layers],
    )


@edge.operation(
    router,
    "GET",
    "/{edition}/{z}/{x}/{y}",
    "getBaseTile",
    Permission.READ_TERRITORY,
    response={200: None, 304: None},
    is_public=True,
    opens_eyes=False,
)
def get_base_tile(
    request: HttpRequest,
    edition: Annotated[str, Field(max_length=40)],
    z: int,
    x: int,
    y: int,
) -> HttpResponse:
    """A Mapbox vector tile. Of the present edition it may be kept for good; of an earlier one the present is given."""
    tiles.require_place(z, x, y)
    _, present = tiles.present()
    tag = f'"{present}-{z}-{x}-{y}"'
    kept = FOR_GOOD if edition == present else "no-cache"
    if tag in request.headers.get("If-None-Match", ""):
        return _headed(HttpResponse(status=304), tag, kept)
    packed = tiles.packed_tile(z, x, y)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(packed, content_type=TILE_TYPE)
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(gzip.decompress(packed), content_type=TILE_TYPE)
    return _headed(response, tag, kept)


@edge.operation(
    router,
    "GET",
    "/pictures",
    "listPictureMaps",
    Permission.USE_ACCOUNT,
    response=list[PictureMapOut],
    opens_eyes=False,
)
def list_picture_maps(request: HttpRequest) -> list[PictureMapOut]:
    """Picture maps of others that may lie under everything. Their addresses and keys are known here only."""
    return _pictures()


@edge.operation(
    router,
    "GET",
    "/pictures/{picture_key}/{z}/{x}/{y}",
    "getPictureTile",
    Permission.USE_ACCOUNT,
    response={200: None},
    opens_eyes=False,
)
def get_picture_tile(
    request: HttpRequest, picture_key: Annotated[str, Field(max_length=40)], z: int, x: int, y: int
) -> HttpResponse:
    """A tile of a picture map, fetched for the reader."""
    body, media_type = picture_tile(edge.actor(request), picture_key, z, x, y, at=now())
    response = HttpResponse(body, content_type=media_type)
    response["Cache-Control"] = FOR_A_DAY
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@edge.operation(router, "GET", "/contents", "getBaseMapContents", MANAGE, response=BaseMapContentsOut)
def get_base_map_contents(request: HttpRequest) -> BaseMapContentsOut:
    """Which files the base map was made from, what became of them, and which picture maps there are."""
    facts, edition = tiles.present(afresh=True)
    return BaseMapContentsOut(
        edition=edition,
        changed_at=facts.changed_at,
        stored_bytes=datasets.stored_bytes(),
        datasets=[_dataset(one) for one in datasets.datasets()],
        pictures=_pictures(),
    )


@edge.operation(router, "POST", "/show", "showBaseDataset", MANAGE, response=DatasetOut)
def show_base_dataset(request: HttpRequest, body: ShowDatasetIn) -> DatasetOut:
    """Show a file's data again in place of what has the same name."""
    return _dataset(keeping.show(edge.actor(request), body.dataset_id, at=now()))


@edge.operation(router, "POST", "/hide", "hideBaseDataset", MANAGE, response=DatasetOut)
def hide_base_dataset(request: HttpRequest, body: TakeOffDatasetIn) -> DatasetOut:
    """Take a file's data off the map. They are kept, and can be shown again."""
    return _dataset(keeping.hide(edge.actor(request), body.dataset_id, reason=body.reason, at=now()))


@edge.operation(router, "POST", "/remove", "removeBaseDataset", MANAGE, response={204: None})
def remove_base_dataset(request: HttpRequest, body: TakeOffDatasetIn) -> None:
    """Remove a file's data for good; what is shown has to be taken off first."""
    keeping.remove(edge.actor(request), body.dataset_id, reason=body.reason)


def _headed(response: HttpResponse, tag: str, kept: str) -> HttpResponse:
    response["ETag"] = tag
    response["Cache-Control"] = kept
    response["Vary"] = "Accept-Encoding"
    return response


def _pictures() -> list[PictureMapOut]:
    return [
        PictureMapOut(
            key=one.key,
            title_zh=one.title_zh,
            title_en=one.title_en,
            attribution=one.attribution,
            tiles=f"/api/v1/base-map/pictures/{one.key}/{{z}}/{{x}}/{{y}}",
            min_zoom=one.min_zoom,
            max_zoom=one.max_zoom,
        )
        for one in pictures.picture_maps()
    ]


def _dataset(one: Dataset) -> DatasetOut:
    sides = [one.west, one.south, one.east, one.north]
    return DatasetOut(
        id=one.pk,
        name=one.name,
        file_name=one.file_name,
        file_format=one.file_format,
        file_digest=one.file_digest,
        size_bytes=one.size_bytes,
        attribution=one.attribution,
        stage=Stage(one.stage),
        is_shown=one.is_shown,
        objects_read=one.objects_read,
        counts=one.counts,
        left_out=one.left_out,
        bounds=[side for side in sides if side is not None] or None,
        began_at=one.began_at,
        ended_at=one.ended_at,
    )
