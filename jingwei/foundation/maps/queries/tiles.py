"""A tile for an actor: from counts where they can answer and many rows lie there, else from the rows themselves."""

import hashlib
import json
from datetime import datetime

from django.db import connection

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.contracts import AreaLayer, Asked, Form, Layer
from jingwei.foundation.maps.queries.area_layers import area_tile
from jingwei.foundation.maps.queries.pyramid import (
    BITS,
    LAST_TILE,
    CountedTile,
    counted_tile,
    question_of,
    version_of,
)
from jingwei.foundation.maps.queries.registry import require_known
from jingwei.foundation.maps.queries.rows import (
    MOST_POINTS,
    clusters_tile,
    points_tile,
    require_bounded,
    rows_of,
)
from jingwei.kernel.clock import local

CLOSE = 14
"""From here on a tile holds few enough rows to read any of them."""
FEW = 400
"""So many rows of a tile are shown one by one wherever it lies, unless they lie in a heap."""
HANDFUL = 40
HEAP = 3
"""More than a handful, and on average more than three in each square that holds any: then a number says more."""


def tile(
    actor: Actor,
    layer: Layer,
    asked: Asked,
    zoom: int,
    x: int,
    y: int,
    *,
    at: datetime,
    form: Form = Form.CLUSTERS,
) -> bytes:
    """A tile as Mapbox Vector Tile; empty where nothing is. Raises: FilterRefused, TooWide."""
    require_known(layer, asked.filters)
    if isinstance(layer, AreaLayer):
        return area_tile(layer, asked, zoom, x, y, at=at)
    question = question_of(actor, layer, asked, deepest=zoom + BITS[Form.CLUSTERS], at=at)
    if question is not None and zoom <= LAST_TILE:
        counted = counted_tile(question, zoom, x, y, form)
        if counted.total == 0:
            return b""
        if counted.total > FEW or form is Form.HEAT or _is_heap(counted):
            return counted.body
    elif zoom < CLOSE:
        require_bounded(actor, layer, asked, at=at)
    rows = rows_of(actor, layer, asked, at=at)
    if form is Form.HEAT:
        return clusters_tile(layer, rows, zoom, x, y, bits=BITS[form]).body
    most = FEW if zoom <= LAST_TILE else MOST_POINTS
    points = points_tile(layer, rows, zoom, x, y, most=most)
    if points.total <= most:
        return points.body if points.total else b""
    return clusters_tile(layer, rows, zoom, x, y, bits=BITS[Form.CLUSTERS]).body


def _is_heap(counted: CountedTile) -> bool:
    return counted.total > max(HANDFUL, HEAP * counted.squares)


def tile_version(
    actor: Actor,
    layer: Layer,
    asked: Asked,
    zoom: int,
    x: int,
    y: int,
    *,
    at: datetime,
    form: Form = Form.CLUSTERS,
) -> str | None:
    """What changes whenever the tile may look otherwise to this actor, found without drawing it; None where unknown.

    It holds the question and whose eyes ask, so that no proxy can give one actor's tile to another.
    """
    require_known(layer, asked.filters)
    if isinstance(layer, AreaLayer):
        with connection.cursor() as cursor:
            cursor.execute("select coalesce(max(number), 0) from areas_edition")
            number = int(cursor.fetchone()[0])
    else:
        known = version_of(actor, layer, asked.within, zoom, x, y)
        if known is None:
            return None
        number = known
    said = [
        layer.key, form.value, zoom, x, y, number, sorted((k, sorted(v)) for k, v in asked.filters.items()),
        str(asked.since), str(asked.until), str(asked.on), asked.within, repr(asked.shape),
        actor.scope, str(actor.sharing_unit_id), str(actor.post_id), str(local(at).date()),
        int(at.timestamp()) // 60 if _depends_on_now(layer, asked) else 0,
    ]  # fmt: skip
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=12).hexdigest()


def _depends_on_now(layer: Layer, asked: Asked) -> bool:
    return any(one.is_of_the_moment and asked.values(one.name) for one in layer.filters)
