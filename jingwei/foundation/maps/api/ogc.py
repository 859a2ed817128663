"""OGC API – Features and – Tiles over the layers of the map: read access for GIS, as whoever the key or token stands for.

Every layer that the asker may read is a collection; what it holds is what their eyes see, feature by feature.
Mistakes in a request answer 400 here, as the standards want it (elsewhere 422): ``config/api`` sees to it by address.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from pydantic import Field

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.queries.borders import city_bounds
from jingwei.foundation.edge import actor, operation, require_storable
from jingwei.foundation.maps import queries
from jingwei.foundation.maps.api import layers, ogc_schemas
from jingwei.foundation.maps.api import schemas as io
from jingwei.foundation.maps.contracts import AreaLayer, Asked, Layer
from jingwei.foundation.maps.queries import Feature
from jingwei.foundation.maps.rules import ogc as rules
from jingwei.kernel.clock import now
from jingwei.kernel.errors import NotFound

ADDRESS = "/api/v1/ogc"
router = Router(tags=["ogc"])
READ = Permission.READ_TERRITORY
GEOJSON = "application/geo+json"
JSON = "application/json"
SCHEMA = "application/schema+json"
TILE_TYPE = "application/vnd.mapbox-vector-tile"
REL_CONFORMANCE = "http://www.opengis.net/def/rel/ogc/1.0/conformance"
REL_QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
REL_TILESETS = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
REL_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
REL_SCHEMES = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"
Format = Annotated[str | None, Query(max_length=20)]
Matrix = Annotated[int, Field(ge=0, le=rules.LAST_MATRIX)]
Quad = Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,40}$")]
WORDS = Annotated[str, Field(max_length=600)]


class ItemsIn(ogc_schemas.Asking):
    """``where`` narrows by a queryable (``state~open``); what is behind ``cursor`` stands in the ``next`` link."""

    bbox: Annotated[str | None, Field(max_length=160)] = None
    datetime: Annotated[str | None, Field(max_length=80)] = None
    limit: Annotated[int, Field(ge=1, le=10_000)] = 100
    where: Annotated[list[WORDS], Field(max_length=20)] = []
    within: io.AreaCode | None = None
    cursor: Annotated[str | None, Field(max_length=300)] = None


@operation(router, "GET", "", "getOgcLanding", READ, response=ogc_schemas.OgcLandingOut)
def landing(request: HttpRequest, f: Format = None) -> dict[str, Any]:
    """Where everything is: for GIS programs, which ask for this address and nothing else."""
    rules.require_json(f)
    return {
        "title": "经纬 Jingwei",
        "description": "区划、网格和各专题图层，按密钥所代表的范围。Territory and layers, as far as the key may see.",
        "links": [
            _link(request, "", "self"),
            {**_link(request, "", "service-desc", "application/vnd.oai.openapi+json;version=3.1"),
             "href": _absolute(request, "/api/v1/openapi.json")},
            {**_link(request, "", "service-doc", "text/html"), "href": _absolute(request, "/api/v1/docs")},
            _link(request, "/conformance", "conformance"),
            _link(request, "/conformance", REL_CONFORMANCE),
            _link(request, "/collections", "data"),
            _link(request, "/tileMatrixSets", REL_SCHEMES),
        ],
    }  # fmt: skip


@operation(router, "GET", "/conformance", "getOgcConformance", READ, response=ogc_schemas.OgcConformanceOut)
def conformance(request: HttpRequest, f: Format = None) -> dict[str, Any]:
    """Which classes of the standards are kept."""
    rules.require_json(f)
    return {"conformsTo": list(rules.CONFORMS_TO)}


@operation(router, "GET", "/collections", "listOgcCollections", READ, response=ogc_schemas.OgcCollectionsOut)
def list_collections(request: HttpRequest, f: Format = None) -> dict[str, Any]:
    """The layers that the asker may read."""
    rules.require_json(f)
    found = [_collection(request, layer) for layer in queries.layers_for(actor(request))]
    return {"links": [_link(request, "/collections", "self")], "collections": found}


@operation(
    router,
    "GET",
    "/collections/{layer}",
    "getOgcCollection",
    READ,
    response=ogc_schemas.OgcCollectionOut,
    sees="layer",
)
def get_collection(request: HttpRequest, layer: Path[io.LayerKey], f: Format = None) -> dict[str, Any]:
    """One layer, and where its features and tiles are."""
    rules.require_json(f)
    return _collection(request, queries.layer_for(actor(request), layer))


@operation(
    router,
    "GET",
    "/collections/{layer}/queryables",
    "getOgcQueryables",
    READ,
    response=None,
    sees="layer",
)
def get_queryables(request: HttpRequest, layer: Path[io.LayerKey], f: Format = None) -> HttpResponse:
    """What the features of a layer say, and by what ``where`` narrows them, as a JSON Schema."""
    rules.require_json(f)
    found = queries.layer_for(actor(request), layer)
    said: dict[str, Any] = {
        name: {"title": title, "description": title_en, "type": _type(kind)}
        for name, title, title_en, kind in found.property_names
    }
    for one in found.filters:
        values = [value for value, _, _ in one.options]
        entry = {"title": one.title, "description": one.title_en, "type": "string", "x-where": True}
        said[one.name] = entry | ({"enum": values} if values else {})
    shape = "Point" if found.geometry == "point" else "MultiPolygon"
    said["geometry"] = {"$ref": f"https://geojson.org/schema/{shape}.json", "x-ogc-role": "primary-geometry"}
    told = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _address(request, f"/collections/{layer}/queryables"),
        "type": "object",
        "title": found.title,
        "properties": said,
        "additionalProperties": False,
    }
    return _answer(told, SCHEMA)


@operation(router, "GET", "/collections/{layer}/items", "listOgcItems", READ, response=None, sees="layer")
def list_items(request: HttpRequest, layer: Path[io.LayerKey], wanted: Query[ItemsIn]) -> HttpResponse:
    """A page of features as GeoJSON, with a link to the next one. At most 1,000 at once, whatever ``limit`` says."""
    rules.require_json(wanted.f)
    at = now()
    found = queries.layer_for(actor(request), layer)
    period = rules.period_of(wanted.datetime)
    asked = _asked(found, wanted, period)
    page = queries.features(
        actor(request),
        found,
        asked,
        box=rules.bbox_of(wanted.bbox),
        cursor=wanted.cursor,
        limit=min(wanted.limit, rules.MOST_AT_ONCE),
        at=at,
    )
    rows, is_whole = _in_period(found, page.rows, period)
    here = f"/collections/{layer}/items"
    links = [_link(request, here, "self", GEOJSON, _said(wanted, {}))]
    if page.next_cursor:
        links.append(_link(request, here, "next", GEOJSON, _said(wanted, {"cursor": page.next_cursor})))
    links.append(_link(request, f"/collections/{layer}", "collection"))
    told: dict[str, Any] = {"type": "FeatureCollection", "timeStamp": rules.stamp(at), "links": links}
    if is_whole and not page.is_capped:
        told["numberMatched"] = page.total
    told["numberReturned"] = len(rows)
    told["features"] = [_feature(one) for one in rows]
    return _answer(told, GEOJSON)


@operation(
    router,
    "GET",
    "/collections/{layer}/items/{feature_id}",
    "getOgcItem",
    READ,
    response=None,
    sees="map_feature",
)
def get_item(
    request: HttpRequest, layer: Path[io.LayerKey], feature_id: Path[io.FeatureId], f: Format = None
) -> HttpResponse:
    """One feature as GeoJSON."""
    rules.require_json(f)
    found = queries.layer_for(actor(request), layer)
    one = _feature(queries.feature(actor(request), found, feature_id, at=now()))
    one["links"] = [
        _link(request, f"/collections/{layer}/items/{feature_id}", "self", GEOJSON),
        _link(request, f"/collections/{layer}", "collection"),
    ]
    return _answer(one, GEOJSON)


@operation(router, "GET", "/tileMatrixSets", "listOgcTileMatrixSets", READ, response=None)
def list_tile_matrix_sets(request: HttpRequest, f: Format = None) -> HttpResponse:
    """The one way in which the world is cut into tiles here."""
    rules.require_json(f)
    entry = {
        "id": rules.QUAD,
        "title": "Google Maps Compatible for the World",
        "uri": rules.QUAD_URI,
        "crs": rules.MERCATOR,
        "links": [_link(request, f"/tileMatrixSets/{rules.QUAD}", "self")],
    }
    return _answer({"tileMatrixSets": [entry]}, JSON)


@operation(router, "GET", "/tileMatrixSets/{quad}", "getOgcTileMatrixSet", READ, response=None)
def get_tile_matrix_set(request: HttpRequest, quad: Path[Quad], f: Format = None) -> HttpResponse:
    """Its definition."""
    rules.require_json(f)
    _require_quad(quad)
    return _answer(rules.web_mercator_quad(), JSON)


@operation(router, "GET", "/collections/{layer}/tiles", "listOgcTilesets", READ, response=None, sees="layer")
def list_tilesets(request: HttpRequest, layer: Path[io.LayerKey], f: Format = None) -> HttpResponse:
    """The tilesets of a layer."""
    rules.require_json(f)
    found = queries.layer_for(actor(request), layer)
    here = f"/collections/{layer}/tiles"
    return _answer(
        {"links": [_link(request, here, "self")], "tilesets": [_tileset(request, found, is_whole=False)]},
        JSON,
    )


@operation(
    router,
    "GET",
    "/collections/{layer}/tiles/{quad}",
    "getOgcTileset",
    READ,
    response=None,
    sees="layer",
)
def get_tileset(
    request: HttpRequest, layer: Path[io.LayerKey], quad: Path[Quad], f: Format = None
) -> HttpResponse:
    """What the tiles of a layer are, and where."""
    rules.require_json(f)
    _require_quad(quad)
    return _answer(_tileset(request, queries.layer_for(actor(request), layer), is_whole=True), JSON)


@operation(
    router,
    "GET",
    "/collections/{layer}/tiles/{quad}/{z}/{y}/{x}",
    "getOgcTile",
    READ,
    response={200: None, 204: None, 304: None},
    sees="layer",
)
def get_tile(
    request: HttpRequest,
    layer: Path[io.LayerKey],
    quad: Path[Quad],
    z: Path[Matrix],
    y: Path[layers.Column],
    x: Path[layers.Column],
    f: Format = None,
) -> HttpResponse:
    """A Mapbox Vector Tile, the row before the column; the very tile of the map, with nothing the asker may not see."""
    if f not in {None, "mvt", "pbf"}:
        raise rules.FormatUnknown(given=str(f)[:20])
    _require_quad(quad)
    return layers.get_tile(request, layer, z, x, y, io.TileIn())


# --- how things are told ---------------------------------------------------------------------------------


def _asked(layer: Layer, wanted: ItemsIn, period: rules.Period | None) -> Asked:
    """Territory is told as of the end of a period; of what happened, the days that the period touches are read."""
    for text in wanted.where:
        require_storable(text)
    filters = rules.filters_of(wanted.where)
    if isinstance(layer, AreaLayer):
        return Asked(filters=filters, on=period.last_day if period else None, within=wanted.within)
    since, until = period.days if period and layer.at_column else (None, None)
    return Asked(filters=filters, since=since, until=until, within=wanted.within)


def _in_period(layer: Layer, rows: list[Feature], period: rules.Period | None) -> tuple[list[Feature], bool]:
    """The features of a page that lie in a period, and whether days alone already said so."""
    if period is None or isinstance(layer, AreaLayer) or not layer.at_column:
        return rows, True
    kept = [one for one in rows if period.holds(datetime.fromisoformat(one.properties["at"]))]
    return kept, False


def _feature(one: Feature) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": one.id,
        "geometry": json.loads(one.geometry),
        "properties": one.properties,
    }


def _collection(request: HttpRequest, layer: Layer) -> dict[str, Any]:
    here = f"/collections/{layer.key}"
    links = [
        _link(request, here, "self"),
        _link(request, f"{here}/items", "items", GEOJSON),
        _link(request, f"{here}/queryables", REL_QUERYABLES, SCHEMA),
        _link(request, f"{here}/tiles", REL_TILESETS),
    ]
    told: dict[str, Any] = {
        "id": layer.key,
        "title": f"{layer.title} {layer.title_en}",
        "itemType": "feature",
        "crs": [rules.CRS84],
        "links": links,
    }
    bounds = city_bounds()
    if bounds is not None:
        told["extent"] = {"spatial": {"bbox": [list(bounds)], "crs": rules.CRS84}}
    return told


def _tileset(request: HttpRequest, layer: Layer, *, is_whole: bool) -> dict[str, Any]:
    here = f"/collections/{layer.key}/tiles/{rules.QUAD}"
    template = _link(request, here, "item", TILE_TYPE)
    template["href"] += "/{tileMatrix}/{tileRow}/{tileCol}"
    template["templated"] = True
    told: dict[str, Any] = {
        "title": f"{layer.title} {layer.title_en}",
        "dataType": "vector",
        "crs": rules.MERCATOR,
        "tileMatrixSetURI": rules.QUAD_URI,
        "links": [
            _link(request, here, "self"),
            _link(request, f"/tileMatrixSets/{rules.QUAD}", REL_SCHEME),
            template,
        ],
    }
    if is_whole:
        kind = "points" if layer.geometry == "point" else "polygons"
        told["layers"] = [
            {"id": layer.key, "dataType": "vector", "geometryDimension": 0 if kind == "points" else 2}
        ]
    return told


def _require_quad(quad: str) -> None:
    """Raises: NotFound."""
    if quad != rules.QUAD:
        raise NotFound


def _said(wanted: ItemsIn, more: Mapping[str, str]) -> dict[str, Any]:
    """The question as it was asked, for a link back to it."""
    given = wanted.model_dump(exclude_unset=True, exclude={"f", *more})
    return {name: value for name, value in (given | dict(more)).items() if value not in (None, [])}


def _link(
    request: HttpRequest, path: str, rel: str, kind: str = JSON, said: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    query = f"?{urlencode(said, doseq=True)}" if said else ""
    return {"href": _address(request, path) + query, "rel": rel, "type": kind}


def _address(request: HttpRequest, path: str) -> str:
    return _absolute(request, f"{ADDRESS}{path}")


def _absolute(request: HttpRequest, path: str) -> str:
    """As it is reached from outside: a gateway in front speaks TLS for us."""
    scheme = "https" if settings.IS_BEHIND_TLS else request.scheme or "http"
    return f"{scheme}://{request.get_host()}{path}"


def _type(kind: str) -> str:
    return kind if kind in {"string", "integer", "number", "boolean"} else "string"


def _answer(told: Mapping[str, Any], media_type: str) -> HttpResponse:
    body = json.dumps(told, ensure_ascii=False, default=str, separators=(",", ":"))
    response = HttpResponse(body, content_type=media_type)
    response["Vary"] = "Authorization, Cookie"
    return response
