"""Vector tiles of the base: one statement, then the borders; kept compressed while there is room."""

import gzip
import threading
import time
from collections import OrderedDict

from django.db import connection

from jingwei.foundation.areas.queries.borders import border_tile, city_bounds
from jingwei.foundation.areas.queries.history import edition_number
from jingwei.foundation.basemap.contracts import Layer
from jingwei.foundation.basemap.models import BANDS
from jingwei.foundation.basemap.queries.datasets import Shown, shown
from jingwei.foundation.basemap.rules.refusals import NoSuchTile

LOWEST_ZOOM, HIGHEST_ZOOM = 4, 15
"""Beyond the highest a browser enlarges: everything is in there."""
KEPT_BYTES = 32 * 1024 * 1024
LOOK_AGAIN_SECONDS = 3.0

NAMES = "nullif(name, '') as name, nullif(name_en, '') as name_en"
COLUMNS = {
    Layer.LANDUSE: "kind",
    Layer.WATER: f"kind, {NAMES}",
    Layer.WATERWAY: f"kind, {NAMES}",
    Layer.ROAD: f"kind, rank, {NAMES}",
    Layer.RAIL: "kind",
    Layer.BUILDING: f"height_m as height, base_m as base, {NAMES}",
    Layer.PLACE: f"kind, rank, {NAMES}",
    Layer.POI: f"kind, rank, {NAMES}",
}
HIT = """
with box as (select ST_TileEnvelope(%(z)s, %(x)s, %(y)s) as merc),
hit as materialized (
  select id, layer, kind, name, name_en, rank, {heights}, ST_AsMVTGeom(geom, merc, 4096, 96, true) as geom
    from {table}, box
   where {band} geom && ST_Expand(merc, (ST_XMax(merc) - ST_XMin(merc)) / 40)
     and lowest_zoom <= %(z)s and dataset_id = any(%(datasets)s))
"""
LAYER = (
    "coalesce((select ST_AsMVT(one, '{layer}', 4096, 'geom') from (select {columns}, geom from hit"
    " where layer = '{layer}' and geom is not null order by rank, id) one), ''::bytea)"
)


def _statement(band: int | None) -> str:
    """``band`` is written out, so that its own index is asked."""
    hit = HIT.format(
        table="basemap_feature" if band is None else "basemap_shape",
        band="" if band is None else f"band = {band} and",
        heights="height_m, base_m" if band is None else "null::float8 as height_m, null::float8 as base_m",
    )
    layers = [LAYER.format(layer=layer.value, columns=columns) for layer, columns in COLUMNS.items()]
    return f"{hit} select {' || '.join(layers)}"


STATEMENTS = [_statement(band) for band in range(len(BANDS))]
MEASURED = _statement(None)


class _Kept:
    """Finished tiles by edition and place, the least used given up first."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.tiles: OrderedDict[tuple[str, int, int, int], bytes] = OrderedDict()
        self.size = 0
        self.present: tuple[float, Shown, str] | None = None

    def get(self, key: tuple[str, int, int, int]) -> bytes | None:
        with self.lock:
            found = self.tiles.get(key)
            if found is not None:
                self.tiles.move_to_end(key)
            return found

    def put(self, key: tuple[str, int, int, int], tile: bytes) -> None:
        with self.lock:
            if key in self.tiles:
                return
            self.tiles[key] = tile
            self.size += len(tile)
            while self.size > KEPT_BYTES:
                self.size -= len(self.tiles.popitem(last=False)[1])


_kept = _Kept()


def forget_tiles() -> None:
    """Drop what this process keeps (between tests)."""
    global _kept
    _kept = _Kept()


def present(*, afresh: bool = False) -> tuple[Shown, str]:
    """What is shown, and the edition that addresses carry: of the base and of the division together.

    ``afresh``: for whoever has just changed it, perhaps through another process than this one.
    """
    found = _kept.present
    if not afresh and found is not None and time.monotonic() - found[0] < LOOK_AGAIN_SECONDS:
        return found[1], found[2]
    facts = shown()
    edition = f"{facts.edition}-{edition_number()}"
    _kept.present = (time.monotonic(), facts, edition)
    return facts, edition


def bounds_of(facts: Shown) -> list[float] | None:
    """What the base reaches: its data and the city together; None where neither is known."""
    boxes = [box for box in (facts.bounds, city_bounds()) if box is not None]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return [min(west), min(south), max(east), max(north)]


def require_place(z: int, x: int, y: int) -> None:
    """Raises: NoSuchTile."""
    if not (LOWEST_ZOOM <= z <= HIGHEST_ZOOM and 0 <= x < 2**z and 0 <= y < 2**z):
        raise NoSuchTile(z=z, x=x, y=y, lowest=LOWEST_ZOOM, highest=HIGHEST_ZOOM)


def packed_tile(z: int, x: int, y: int) -> bytes:
    """A tile of the present edition, gzipped: 15 ms where it was never asked for, else from memory."""
    facts, edition = present()
    key = (edition, z, x, y)
    found = _kept.get(key)
    if found is None:
        found = gzip.compress(tile(facts, z, x, y), 5, mtime=0)
        _kept.put(key, found)
    return found


def tile(facts: Shown, z: int, x: int, y: int) -> bytes:
    """A tile worked out anew."""
    return _drawn(facts, z, x, y) + border_tile(z, x, y)


def _drawn(facts: Shown, z: int, x: int, y: int) -> bytes:
    if not facts.dataset_ids:
        return b""
    band = next((at for at, last in enumerate(BANDS) if z <= last), None)
    with connection.cursor() as cursor:
        values = {"z": z, "x": x, "y": y, "datasets": list(facts.dataset_ids)}
        cursor.execute(MEASURED if band is None else STATEMENTS[band], values)
        return bytes(cursor.fetchone()[0])
