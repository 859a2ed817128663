"""OGC API – Features and – Tiles as GIS programs ask: the standards' own tests, as far as a reader can make them."""

from typing import Any
from urllib.parse import urlsplit

import mapbox_vector_tile
import pytest

from jingwei.foundation.maps.rules.ogc import (
    CONFORMS_TO,
    BadBbox,
    BadDatetime,
    bbox_of,
    period_of,
    web_mercator_quad,
)
from tests.calling import Call, call
from tests.cast import CAST, COMMUNITY, GRID_1, GRID_2, TOWNSHIP

__all__ = ["call"]
pytestmark = pytest.mark.django_db
OGC = "/ogc"


def links(told: dict[str, Any], rel: str) -> list[dict[str, Any]]:
    return [one for one in told["links"] if one["rel"] == rel]


def path(href: str) -> str:
    parts = urlsplit(href)
    assert parts.path.startswith("/api/v1/ogc")
    return parts.path.removeprefix("/api/v1") + (f"?{parts.query}" if parts.query else "")


def read(call: Call, address: str, actor: Any = CAST.zhao) -> dict[str, Any]:
    answer = call(actor, "GET", address)
    assert answer.status_code == 200, answer.content
    told: dict[str, Any] = answer.json()
    return told


def test_from_the_landing_page_every_link_leads_somewhere(call: Call) -> None:
    """Abstract tests /conf/core/root-success, api-definition, conformance, collections (Features, annex A)."""
    landing = read(call, OGC)
    for rel in ("self", "service-desc", "conformance", "data"):
        assert links(landing, rel), rel
    assert read(call, path(links(landing, "conformance")[0]["href"]))["conformsTo"] == list(CONFORMS_TO)
    collections = read(call, path(links(landing, "data")[0]["href"]))["collections"]
    assert {"areas", "grids", "incidents"} <= {one["id"] for one in collections}
    for one in collections:
        assert read(call, path(links(one, "self")[0]["href"]))["id"] == one["id"]
        assert links(one, "items")[0]["type"] == "application/geo+json"
        west, south, east, north = one["extent"]["spatial"]["bbox"][0]
        assert west < 112.31 < east
        assert south < 28.505 < north


def test_features_come_page_by_page_and_each_of_them_once(call: Call) -> None:
    """/conf/core/fc-limit-response-1, fc-links, fc-timeStamp, fc-numberMatched, fc-numberReturned."""
    seen: list[str] = []
    address: str | None = f"{OGC}/collections/grids/items?limit=2"
    while address:
        answer = call(CAST.lin, "GET", address)
        assert answer["Content-Type"] == "application/geo+json"
        page = answer.json()
        assert page["numberReturned"] == len(page["features"]) <= 2
        assert page["numberMatched"] == 5
        seen += [one["id"] for one in page["features"]]
        following = links(page, "next")
        address = path(following[0]["href"]) if following else None
    assert len(seen) == len(set(seen)) == 5


def test_a_box_gives_what_it_touches_and_a_feature_leads_back_to_its_collection(call: Call) -> None:
    """/conf/core/fc-bbox-definition and -response; /conf/core/f-success, f-links."""
    told = read(call, f"{OGC}/collections/grids/items?bbox=112.302,28.502,112.308,28.508")
    assert [one["id"] for one in told["features"]] == [GRID_1]
    one = read(call, f"{OGC}/collections/grids/items/{GRID_1}")
    assert one["geometry"]["type"] in {"Polygon", "MultiPolygon"}
    assert read(call, path(links(one, "collection")[0]["href"]))["id"] == "grids"
    with_heights = read(call, f"{OGC}/collections/grids/items?bbox=112.302,28.502,-10,112.308,28.508,90")
    assert [one["id"] for one in with_heights["features"]] == [GRID_1]


def test_what_is_said_by_queryables_narrows(call: Call) -> None:
    said = read(call, f"{OGC}/collections/areas/queryables")["properties"]
    assert said["level"]["enum"][:2] == ["city", "county"]
    told = read(call, f"{OGC}/collections/areas/items?where=level~community&within={TOWNSHIP}")
    assert COMMUNITY in {one["id"] for one in told["features"]}
    assert {one["properties"]["level"] for one in told["features"]} == {"community"}


def test_territory_is_told_as_of_the_day_that_is_asked_for(call: Call) -> None:
    """/conf/core/fc-time-definition: the cast's division begins on the first day of 2024."""
    for when, count in (
        ("2023-06-01T00:00:00Z", 0),
        ("2026-01-01T00:00:00Z", 5),
        ("../2023-12-31", 0),
        ("2023-01-01/..", 5),
        ("2024-06-01", 5),
    ):
        told = read(call, f"{OGC}/collections/grids/items?datetime={when}")
        assert told["numberReturned"] == count, when


@pytest.mark.parametrize(
    "query",
    ["bbox=1,2,3", "bbox=a,b,c,d", "bbox=0,50,10,-50", "datetime=yesterday", "datetime=2026-01-01/2025-01-01",
     "limit=0", "limit=many", "nonsense=1", "f=shp", "where=level", "where=level~planet", "cursor=zzz"],
)  # fmt: skip
def test_a_request_with_a_mistake_answers_400(call: Call, query: str) -> None:
    """/conf/core/query-param-invalid and -unknown. Elsewhere in the house it is 422."""
    answer = call(CAST.zhao, "GET", f"{OGC}/collections/areas/items?{query}")
    assert answer.status_code == 400
    assert answer.json()["message_en"]


def test_more_than_the_server_gives_is_no_mistake(call: Call) -> None:
    """/conf/core/fc-limit-definition: a limit above the server's own is answered with fewer."""
    assert read(call, f"{OGC}/collections/grids/items?limit=10000")["numberReturned"] == 5


@pytest.mark.parametrize(
    "address",
    ["/collections/nothing", "/collections/nothing/items", "/collections/grids/items/430902001001999",
     "/tileMatrixSets/Other", "/collections/grids/tiles/Other", "/collections/grids/tiles/WebMercatorQuad/1/5/0"],
)  # fmt: skip
def test_what_is_not_there_answers_404(call: Call, address: str) -> None:
    assert call(CAST.zhao, "GET", f"{OGC}{address}").status_code == 404


def test_nobody_reads_without_a_key_or_token(call: Call) -> None:
    assert call(None, "GET", f"{OGC}/collections").status_code == 401


def test_a_tile_is_found_through_its_tileset_the_row_before_the_column(call: Call) -> None:
    """Tiles, /conf/core/tc-op, tc-success; /conf/tileset/description; /conf/mvt/content."""
    collection = read(call, f"{OGC}/collections/grids")
    tilesets = read(
        call, path(links(collection, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")[0]["href"])
    )
    tileset = read(call, path(links(tilesets["tilesets"][0], "self")[0]["href"]))
    scheme = read(
        call, path(links(tileset, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme")[0]["href"])
    )
    matrix = scheme["tileMatrices"][14]
    side = matrix["cellSize"] * matrix["tileWidth"]
    east, north = 12_502_250.0, 3_314_250.0  # metres of Web Mercator, in the middle of grid 1's first half
    column = int((east - matrix["pointOfOrigin"][0]) // side)
    row = int((matrix["pointOfOrigin"][1] - north) // side)
    template = links(tileset, "item")[0]["href"]
    filled = (
        template.replace("{tileMatrix}", "14")
        .replace("{tileRow}", str(row))
        .replace("{tileCol}", str(column))
    )
    answer = call(CAST.lin, "GET", path(filled))
    assert answer["Content-Type"] == "application/vnd.mapbox-vector-tile"
    drawn = mapbox_vector_tile.decode(answer.content)["grids"]["features"]
    assert GRID_1 in {one["properties"]["id"] for one in drawn}
    assert call(CAST.lin, "GET", f"{OGC}/collections/grids/tiles/WebMercatorQuad/14/0/0").status_code in {
        200,
        204,
    }


def test_the_matrix_is_the_well_known_one() -> None:
    """Values of OGC 17-083r4, annex D.1."""
    matrices: Any = web_mercator_quad()["tileMatrices"]
    assert matrices[0]["scaleDenominator"] == pytest.approx(559_082_264.028_717_9)
    assert matrices[0]["cellSize"] == pytest.approx(156_543.033_928_041)
    assert matrices[18]["scaleDenominator"] == pytest.approx(2_132.729_583_849_78)


@pytest.mark.parametrize("text", ["", "/", "../..", "2026-01-01/", "/2026-01-01T00:00:00+08:00"])
def test_periods_are_read_as_the_standard_writes_them(text: str) -> None:
    if text:
        assert period_of(text) is not None
    else:
        with pytest.raises(BadDatetime):
            period_of(text)


def test_a_box_across_the_date_line_is_read_up_to_it() -> None:
    assert bbox_of("170,0,-170,10") == (170, 0, 180, 10)
    assert bbox_of(None) is None
    with pytest.raises(BadBbox):
        bbox_of("nan,0,1,1")


def test_two_neighbours_read_what_the_lists_show_them(call: Call) -> None:
    """Grids are public; GRID_2 is Chen's, and Lin reads it like everybody."""
    for who in (CAST.lin, CAST.chen):
        told = read(call, f"{OGC}/collections/grids/items", who)
        assert {GRID_1, GRID_2} <= {one["id"] for one in told["features"]}
