"""Layers, tiles, counts, rows, cards, search and choropleths: each as whoever asks may see it."""

import hashlib
from dataclasses import asdict
from typing import Annotated

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query
from pydantic import Field

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.foundation.maps import queries
from jingwei.foundation.maps.api import schemas as io
from jingwei.foundation.maps.api.routes import router
from jingwei.foundation.maps.contracts import GROUPS, FilterField, Form, Layer, PointLayer
from jingwei.kernel.clock import now
from jingwei.kernel.errors import Invalid
from jingwei.kernel.geo import position

P = Permission
TILE_TYPE = "application/vnd.mapbox-vector-tile"
DEEPEST_TILE = 22
KEPT_BUT_ASKED = "private, no-cache"
"""A browser may keep a tile, and asks each time whether it is still the same."""
Zoom = Annotated[int, Field(ge=0, le=DEEPEST_TILE)]
Column = Annotated[int, Field(ge=0, lt=1 << DEEPEST_TILE)]


class NoSuchTile(Invalid):
    code = "map.no_such_tile"
    message = "没有这个瓦片：第{z}级的行列号应小于{most}。"
    message_en = "There is no such tile: columns and rows of zoom {z} are below {most}."
    status = 404


@operation(router, "GET", "/layers", "listMapLayers", P.READ_TERRITORY, response=io.MapLayersOut)
def list_layers(request: HttpRequest) -> io.MapLayersOut:
    """The layers one may read, with what each can be narrowed to and what its marks mean."""
    layers = queries.layers_for(actor(request))
    used = {layer.group for layer in layers}
    groups = [io.GroupOut(**asdict(group)) for group in GROUPS if group.key in used]
    return io.MapLayersOut(groups=groups, layers=[_layer_out(layer) for layer in layers])


@operation(
    router,
    "GET",
    "/layers/{layer}/tiles/{z}/{x}/{y}",
    "getMapTile",
    P.READ_TERRITORY,
    response={200: None, 204: None, 304: None},
    sees="layer",
)
def get_tile(
    request: HttpRequest,
    layer: Path[io.LayerKey],
    z: Path[Zoom],
    x: Path[Column],
    y: Path[Column],
    wanted: Query[io.TileIn],
) -> HttpResponse:
    """A Mapbox Vector Tile of a layer, with nothing in it that the asker may not see; 304 where it is still the same."""
    if max(x, y) >= 1 << z:
        raise NoSuchTile(z=z, most=1 << z)
    found, asked, at = queries.layer_for(actor(request), layer), wanted.asked(), now()
    version = queries.tile_version(actor(request), found, asked, z, x, y, at=at, form=wanted.form)
    if version is not None and _has(request, version):
        return _tile_answer(304, b"", version)
    body = queries.tile(actor(request), found, asked, z, x, y, at=at, form=wanted.form)
    version = version or hashlib.blake2b(body, digest_size=12).hexdigest()
    if _has(request, version):
        return _tile_answer(304, b"", version)
    return _tile_answer(200 if body else 204, body, version)


def _has(request: HttpRequest, version: str) -> bool:
    return f'"{version}"' in request.headers.get("If-None-Match", "")


def _tile_answer(status: int, body: bytes, version: str) -> HttpResponse:
    response = HttpResponse(body, status=status, content_type=TILE_TYPE)
    response["ETag"] = f'"{version}"'
    response["Cache-Control"] = KEPT_BUT_ASKED
    response["Vary"] = "Authorization, Cookie"
    return response


@operation(
    router,
    "GET",
    "/layers/{layer}/counts",
    "countMapLayer",
    P.READ_TERRITORY,
    response=io.MapCountsOut,
    sees="layer",
)
def count_layer(
    request: HttpRequest, layer: Path[io.LayerKey], wanted: Query[io.MapViewIn]
) -> io.MapCountsOut:
    """How many of each kind lie in view, for the legend."""
    found = queries.layer_for(actor(request), layer)
    box = io.box_of(wanted.bbox)
    counted = queries.counts_in_view(actor(request), found, wanted.asked(), box, at=now())
    by_kind = [io.KindCountOut(kind=kind, count=n) for kind, n in sorted(counted.by_kind.items()) if n]
    return io.MapCountsOut(
        total=counted.total, by_kind=by_kind, bbox=list(counted.box) if counted.box is not None else None
    )


@operation(
    router,
    "GET",
    "/layers/{layer}/features",
    "listMapFeatures",
    P.READ_TERRITORY,
    response=io.MapRowsOut,
    sees="layer",
)
def list_features(request: HttpRequest, layer: Path[io.LayerKey], wanted: Query[io.RowsIn]) -> io.MapRowsOut:
    """The list that mirrors the map, or what a drawn circle or polygon holds."""
    found = queries.layer_for(actor(request), layer)
    page = queries.list_rows(
        actor(request),
        found,
        wanted.asked(wanted.shape),
        box=io.box_of(wanted.bbox),
        cursor=wanted.cursor,
        limit=wanted.limit,
        at=now(),
    )
    rows = [io.MapRowOut(**asdict(row)) for row in page.rows]
    return io.MapRowsOut(rows=rows, next_cursor=page.next_cursor, total=page.total, is_capped=page.is_capped)


@operation(
    router,
    "GET",
    "/layers/{layer}/nearest",
    "listNearestFeatures",
    P.READ_TERRITORY,
    response=io.NearRowsOut,
    sees="layer",
)
def nearest_features(
    request: HttpRequest, layer: Path[io.LayerKey], wanted: Query[io.NearIn]
) -> io.NearRowsOut:
    """What lies nearest to a position, with the distance; at most twenty kilometres away."""
    found = queries.layer_for(actor(request), layer)
    here = position(wanted.lon, wanted.lat, datum=wanted.datum)
    near = queries.nearest_rows(
        actor(request), found, wanted.asked(), here.lon, here.lat, limit=wanted.limit, at=now()
    )
    return io.NearRowsOut(rows=[io.NearRowOut(**asdict(one.row), distance_m=one.distance_m) for one in near])


@operation(
    router,
    "GET",
    "/layers/{layer}/features/{feature_id}",
    "getMapCard",
    P.READ_TERRITORY,
    response=io.MapCardOut,
    sees="map_feature",
)
def get_card(request: HttpRequest, layer: Path[io.LayerKey], feature_id: Path[io.FeatureId]) -> io.MapCardOut:
    """What a mark says of itself when it is touched, and the page behind it."""
    found = queries.card(actor(request), queries.layer_for(actor(request), layer), feature_id, at=now())
    return io.MapCardOut(layer=layer, **asdict(found))


@operation(router, "GET", "/search", "findOnMap", P.READ_TERRITORY, response=io.FoundOnMapListOut)
def search(request: HttpRequest, wanted: Query[io.FindIn]) -> io.FoundOnMapListOut:
    """Where words or a number lead: areas, places, and what layers find among their own."""
    found = queries.find_on_map(actor(request), wanted.words, limit=wanted.limit)
    return io.FoundOnMapListOut(rows=[io.FoundOnMapOut(**asdict(one)) for one in found])


@operation(router, "GET", "/indicators", "listMapIndicators", P.READ_TERRITORY, response=io.IndicatorsOut)
def list_indicators(request: HttpRequest) -> io.IndicatorsOut:
    """By what areas can be coloured."""
    rows = [
        io.IndicatorOut(
            key=one.key,
            title=one.title,
            title_en=one.title_en,
            unit=one.unit,
            unit_en=one.unit_en,
            needs_period=one.needs_period,
            is_share=one.per == 1,
            how=one.how,
            how_en=one.how_en,
        )
        for one in queries.indicators_for(actor(request))
    ]
    return io.IndicatorsOut(rows=rows)


@operation(router, "GET", "/choropleth", "getChoropleth", P.READ_TERRITORY, response=io.ChoroplethOut)
def get_choropleth(request: HttpRequest, wanted: Query[io.ChoroplethIn]) -> io.ChoroplethOut:
    """An indicator for each area of a level in one's sight."""
    rows = queries.choropleth(
        actor(request),
        queries.indicator_for(actor(request), wanted.indicator),
        level=wanted.level,
        within=wanted.within,
        since=wanted.since,
        until=wanted.until,
        at=now(),
    )
    return io.ChoroplethOut(
        indicator=wanted.indicator, level=wanted.level, rows=[io.AreaValueOut(**asdict(row)) for row in rows]
    )


def _layer_out(layer: Layer) -> io.LayerOut:
    is_point = isinstance(layer, PointLayer)
    return io.LayerOut(
        key=layer.key,
        title=layer.title,
        title_en=layer.title_en,
        group=layer.group,
        geometry="point" if is_point else "polygon",
        is_on=layer.is_on,
        min_zoom=layer.min_zoom,
        forms=[form.value for form in Form] if is_point else ["plain"],
        filters=[_filter_out(one) for one in layer.filters],
        legend=[io.LegendOut(**asdict(one)) for one in layer.legend],
        has_time=layer.at_column is not None,
        has_as_of=not is_point,
        time_title=layer.time_title if isinstance(layer, PointLayer) else "",
        time_title_en=layer.time_title_en if isinstance(layer, PointLayer) else "",
        list_path=layer.list_path,
        list_params={one.name: one.list_name or one.name for one in layer.filters} if layer.list_path else {},
        export_source=layer.export_source,
        has_card=True,
        has_search=isinstance(layer, PointLayer) and layer.search is not None,
    )


def _filter_out(one: FilterField) -> io.FilterOut:
    is_flag = [option[0] for option in one.options] == ["1"]
    return io.FilterOut(
        name=one.name,
        title=one.title,
        title_en=one.title_en,
        kind="flag" if is_flag else "choice" if one.options else "text",
        options=[
            io.OptionOut(value=value, title=title, title_en=title_en)
            for value, title, title_en in one.options
        ],
    )
