"""What OGC API – Features and – Tiles ask of a server: conformance, the reading of bbox and datetime, the tile matrix.

Source: OGC 17-069r4 (Features, Part 1: Core, 1.0.1), OGC 20-057 (Tiles, Part 1: Core, 1.0), OGC 17-083r4 (tile matrix
sets, 2.0).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from jingwei.kernel.clock import BEIJING, day_begins, day_ends
from jingwei.kernel.errors import Invalid

FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf"
CONFORMS_TO = (
    f"{FEATURES}/core",
    f"{FEATURES}/geojson",
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
    f"{TILES}/core",
    f"{TILES}/tileset",
    f"{TILES}/tilesets-list",
    f"{TILES}/geodata-tilesets",
    f"{TILES}/mvt",
)
"""Classes whose tests are made here. The API's own document is OpenAPI 3.1, so ``oas30`` is not claimed."""

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
MERCATOR = "http://www.opengis.net/def/crs/EPSG/0/3857"
QUAD = "WebMercatorQuad"
QUAD_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad"
LAST_MATRIX = 22
HALF_WORLD_M = 20_037_508.342_789_244
PIXEL_M = 0.000_28
TILE_PIXELS = 256
MOST_AT_ONCE = 1_000
"""Features in one answer, whatever is asked for: the standard lets a server answer with fewer."""
MERCATOR_END = 85.0
"""How far north and south the map reaches."""

Box = tuple[float, float, float, float]


class BadBbox(Invalid):
    code = "map.bad_bbox"
    message = "bbox“{given}”不正确：应为四个（或带高程的六个）数，西、南、东、北，用逗号分开。"
    message_en = (
        "The bbox “{given}” is not valid: four numbers are expected (or six, with heights): w, s, e, n."
    )


class BadDatetime(Invalid):
    code = "map.bad_datetime"
    message = "datetime“{given}”不正确：请用2026-11-16T10:00:00Z，或用“/”分开的时段，“..”表示不限。"
    message_en = (
        "The datetime “{given}” is not valid: 2026-11-16T10:00:00Z, or an interval with “/”, “..” for open."
    )


class BadWhere(Invalid):
    code = "map.bad_where"
    message = "where“{given}”不正确：应为“名称~值~值”，名称见这个集合的 queryables。"
    message_en = (
        "The where “{given}” is not valid: “name~value~value” is expected; see the collection's queryables."
    )


class FormatUnknown(Invalid):
    code = "map.format_unknown"
    message = "没有格式“{given}”。这里只有 f=json。"
    message_en = "There is no format “{given}” here, only f=json."


@dataclass(frozen=True, slots=True)
class Period:
    """From a moment until a moment, both included; None where it is open."""

    since: datetime | None
    until: datetime | None

    def holds(self, moment: datetime) -> bool:
        return (self.since is None or moment >= self.since) and (self.until is None or moment <= self.until)

    @property
    def last_day(self) -> date | None:
        """The day of the city in which it ends: as of which the territory is told."""
        return self.until.astimezone(BEIJING).date() if self.until else None

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The days of the city that it touches."""
        first = self.since.astimezone(BEIJING).date() if self.since else None
        return first, self.last_day


def period_of(given: str | None) -> Period | None:
    """An instant or an interval. Raises: BadDatetime. Source: /req/core/fc-time-definition."""
    if given is None:
        return None
    parts = given.split("/")
    if len(parts) > 2 or not given.strip():
        raise BadDatetime(given=given[:60])
    if len(parts) == 1:
        since, until = _instant(parts[0], given)
        return Period(since, until)
    first = None if parts[0] in {"", ".."} else _instant(parts[0], given)[0]
    last = None if parts[1] in {"", ".."} else _instant(parts[1], given)[1]
    if first is not None and last is not None and first > last:
        raise BadDatetime(given=given[:60])
    return Period(first, last)


def _instant(text: str, given: str) -> tuple[datetime, datetime]:
    """A moment; a day is from its midnight to its end in the city."""
    try:
        if len(text) == 10:
            day = date.fromisoformat(text)
            found = day_begins(day), day_ends(day)
        else:
            moment = datetime.fromisoformat(text.replace("z", "Z"))
            found = moment, moment
    except ValueError:
        raise BadDatetime(given=given[:60]) from None
    if found[0].tzinfo is None or not 1900 <= found[0].year <= 2999:
        raise BadDatetime(given=given[:60])
    return found


def bbox_of(given: str | None) -> Box | None:
    """West, south, east, north; heights are left out. Raises: BadBbox. Source: /req/core/fc-bbox-definition.

    A box across the 180th meridian is read up to it: what lies behind is no city of this platform's.
    """
    if given is None:
        return None
    try:
        numbers = [float(part) for part in given.split(",")]
    except ValueError:
        raise BadBbox(given=given[:60]) from None
    if len(numbers) == 6:
        numbers = [numbers[0], numbers[1], numbers[3], numbers[4]]
    if len(numbers) != 4:
        raise BadBbox(given=given[:60])
    west, south, east, north = numbers
    if west > east:
        east = 180.0
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise BadBbox(given=given[:60])
    return west, _shown(south), east, _shown(north)


def _shown(lat: float) -> float:
    return max(-MERCATOR_END, min(MERCATOR_END, lat))


def filters_of(given: list[str]) -> dict[str, tuple[str, ...]]:
    """Raises: BadWhere."""
    found: dict[str, tuple[str, ...]] = {}
    for text in given:
        name, *values = text.split("~")
        if not name or not values or not all(values):
            raise BadWhere(given=text[:60])
        found[name] = (*found.get(name, ()), *values)
    return found


def require_json(given: str | None) -> None:
    """Raises: FormatUnknown."""
    if given not in {None, "json", "geojson"}:
        raise FormatUnknown(given=str(given)[:20])


def stamp(at: datetime) -> str:
    """A moment as the standards write it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def web_mercator_quad() -> dict[str, object]:
    """The definition of the one tile matrix set: squares of the whole world, halved from level to level."""
    widest = 2 * HALF_WORLD_M / TILE_PIXELS
    return {
        "id": QUAD,
        "title": "Google Maps Compatible for the World",
        "uri": QUAD_URI,
        "crs": MERCATOR,
        "orderedAxes": ["X", "Y"],
        "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        "tileMatrices": [
            {
                "id": str(level),
                "scaleDenominator": widest / 2**level / PIXEL_M,
                "cellSize": widest / 2**level,
                "cornerOfOrigin": "topLeft",
                "pointOfOrigin": [-HALF_WORLD_M, HALF_WORLD_M],
                "tileWidth": TILE_PIXELS,
                "tileHeight": TILE_PIXELS,
                "matrixWidth": 2**level,
                "matrixHeight": 2**level,
            }
            for level in range(LAST_MATRIX + 1)
        ],
    }
