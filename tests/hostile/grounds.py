"""Geometry files that swell, declare entities, reach outside, or are another driver's in disguise."""

import io
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.hostile.beasts import MARK, Beast, End, beast

GROUND = {"file_name": "grids.geojson", "media_type": "application/geo+json"}
SQUARE = [[112.301, 28.501], [112.305, 28.501], [112.305, 28.505], [112.301, 28.505], [112.301, 28.501]]
"""Inside the township whose draft the beasts are sent to."""


def drawn(properties: dict[str, object] | None = None, ring: object = SQUARE) -> bytes:
    """A good file, or one with something in it."""
    feature = {
        "type": "Feature",
        "properties": properties or {"编码": "430902001001007", "名称": "新网格"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    return json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False).encode()


def archive(members: dict[str, bytes]) -> Callable[[], bytes]:
    def make() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
            for name, content in members.items():
                made.writestr(name, content)
        return out.getvalue()

    return make


def swelling() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made,
        made.open("a.shp", "w") as part,
    ):
        for _ in range(410):
            part.write(bytes(1 << 20))
    return out.getvalue()


def kml(inside: str, before: str = "") -> bytes:
    return f"<?xml version='1.0'?>{before}<kml xmlns='http://www.opengis.net/kml/2.2'><Document>{inside}</Document></kml>".encode()


LAUGHS = (
    "<!DOCTYPE kml [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(9))
    + "]>"
)
LINKED = "<NetworkLink><Link><href>http://127.0.0.1:9/out.kml</href></Link></NetworkLink>"


def geopackage(*statements: str) -> Callable[[], bytes]:
    """A SQLite file that calls itself a GeoPackage."""

    def make() -> bytes:
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "a.gpkg"
            with sqlite3.connect(path) as book:
                book.execute("pragma application_id = 1196444487")
                for one in statements:
                    book.execute(one)
            return path.read_bytes()

    return make


GROUNDS: list[Beast] = [
    beast("swelling shapefile", swelling, **GROUND),
    beast("kml of a thousand laughs", kml("<Placemark><name>&j;</name></Placemark>", LAUGHS), **GROUND),
    beast("kml that leads elsewhere", kml(LINKED), **GROUND),
    beast("another driver's file", b"<OGRVRTDataSource><OGRVRTLayer name='passwd'><SrcDataSource>/etc/passwd"
          b"</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>", **GROUND),
    beast("database without its tables", geopackage("create table t (a)"), **GROUND),
    beast("ring of a hundred thousand steps", lambda: drawn(ring=[[112.3 + (at % 7) * 0.001, 28.5 + (at % 11) * 0.0005]
          for at in range(100_000)]), End.EITHER, is_slow=True, **GROUND),
    beast("numbers that are none", drawn(ring=[[1e308, 1e308], [-1e308, 0], [0, 1e308], [1e308, 1e308]]), End.EITHER, **GROUND),
    beast("deep as a well", b'{"type":"FeatureCollection","features":' + b"[" * 100_000, **GROUND),
    beast("script for a name", drawn({"编码": "430902001001007", "名称": MARK.decode()}), End.EITHER, **GROUND),
    beast("archive that climbs", archive({"../../evil.geojson": drawn()}), End.EITHER, **GROUND),
]  # fmt: skip
