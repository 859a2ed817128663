"""What is read from the rows themselves: deep tiles, what counts cannot answer, lists, and what lies nearest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.gis.db.models import GeometryField, PointField
from django.contrib.gis.geos import GEOSGeometry, Point
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BooleanField, Count, F, FloatField, Func, Q, Value
from django.db.models.lookups import LessThanOrEqual

from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.maps.contracts import Asked, PointLayer, TooWide
from jingwei.kernel.clock import day_begins, day_ends, local
from jingwei.kernel.codes import Level
from jingwei.kernel.paging import Page, key_of, page_of
from jingwei.kernel.shapes import Circle, Shape, ranges_of
from jingwei.kernel.squares import Box, Range, ranges_of_box, tile_range, units_of

MOST_POINTS = 3_000
"""More single points than this are drawn by nobody; they are counted together."""
COUNT_CAP = 10_000
WIDEST_DAYS = 92
FARTHEST_M = 20_000.0
FIRST_M = 250.0


@dataclass(frozen=True, slots=True)
class RowTile:
    total: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Near:
    row: Any
    distance_m: float


def rows_of(actor: Actor, layer: PointLayer, asked: Asked, *, at: datetime) -> Any:
    """The layer's rows for an actor, narrowed by its filters, by time and by shape."""
    rows = layer.rows(actor, asked, at=at).filter(map_key__isnull=False)
    if layer.at_column:
        if asked.since is not None:
            rows = rows.filter(**{f"{layer.at_column}__gte": day_begins(asked.since)})
        if asked.until is not None:
            rows = rows.filter(**{f"{layer.at_column}__lte": day_ends(asked.until)})
    return rows.filter(inside_shape(asked.shape)) if asked.shape is not None else rows


def require_bounded(actor: Actor, layer: PointLayer, asked: Asked, *, at: datetime) -> None:
    """Rows must be read: whoever sees more than a community needs a narrow question. Raises: TooWide."""
    is_narrow = asked.shape is not None or (
        asked.since is not None and ((asked.until or local(at).date()) - asked.since).days < WIDEST_DAYS
    )
    sees_little = bool(actor.scope) and actor.scope != ANYWHERE and len(actor.scope) >= Level.COMMUNITY
    if is_narrow or sees_little or not (actor.scope or actor.sharing_unit_id):
        return
    if layer.is_bounded is not None and not layer.is_bounded(asked, at=at):
        raise TooWide(days=WIDEST_DAYS)


def in_ranges(ranges: Sequence[Range]) -> Q:
    """Rows in ranges of squares: plain comparison of numbers, for which the fence lets the index be used."""
    found = Q()
    for one in ranges:
        found |= Q(map_key__gte=one.low, map_key__lt=one.high)
    return found if ranges else Q(pk__in=[])


def inside_shape(shape: Shape) -> Q:
    """Rows in a circle or polygon: the squares of its box first, the shape itself behind the fence."""
    near = in_ranges(ranges_of(shape))
    if isinstance(shape, Circle):
        return near & Q(LessThanOrEqual(_distance(shape.lon, shape.lat), shape.radius_m))
    drawn = Value(GEOSGeometry(shape.wkt, srid=4326), output_field=GeometryField(srid=4326))
    return near & Q(Func(F("position"), drawn, function="ST_Intersects", output_field=BooleanField()))


def _distance(lon: float, lat: float) -> Func:
    here = Value(Point(lon, lat, srid=4326), output_field=PointField(srid=4326))
    return Func(F("position"), here, function="ST_DistanceSphere", output_field=FloatField())


# --- tiles -----------------------------------------------------------------------------------------------

POINTS = """
with found as ({rows} limit %s)
select count(*)::bigint, ST_AsMVT(t, %s, 4096, 'geom')
  from (select {columns}, 1 as n,
               ST_MakePoint(floor((jw_map_x(position) - %s) * %s), floor((jw_map_y(position) - %s) * %s)) as geom
          from found order by feature_id) t
"""
CLUSTERS = """
with found as ({rows}), kinds as (
  select map_key >> %s as square, kind, count(*)::bigint as n, sum(jw_map_x(position)) as x, sum(jw_map_y(position)) as y
    from found group by 1, 2
), squares as (
  select square, sum(n)::bigint as n, sum(x) / sum(n) as x, sum(y) / sum(n) as y,
         (array_agg(kind order by n desc, kind))[1] as top
    from kinds group by square
)
select (select coalesce(sum(n), 0)::bigint from squares),
       (select ST_AsMVT(t, %s, 4096, 'geom')
          from (select n, top, ST_MakePoint(floor((x - %s) * %s), floor((y - %s) * %s)) as geom from squares order by n, square) t)
"""


def points_tile(
    layer: PointLayer, rows: Any, zoom: int, x: int, y: int, *, most: int = MOST_POINTS
) -> RowTile:
    """The single points of a tile, at most so many; ``total`` is then one more."""
    keys = tile_range(zoom, x, y)
    rows = rows.filter(in_ranges([keys])).order_by()
    names = [one[0] for one in layer.properties]
    chosen = rows.values(
        *names,
        feature_id=Func(F("pk"), template="%(expressions)s::text"),
        feature_kind=Func(F(layer.kind), template="%(expressions)s::text"),
        feature_title=F(layer.title_column),
        place=Func(F("position"), template="%(expressions)s", output_field=FloatField()),
    )
    columns = "feature_id as id, feature_kind as kind, feature_title as title"
    columns += "".join(f', "{name}"' for name in names)
    sql = POINTS.replace("position)", "place)").replace("{rows}", "%ROWS%").replace("{columns}", columns)
    left, top, scale = _frame(zoom, x, y)
    return _drawn(sql, chosen, [most + 1, layer.key, left, scale, top, scale])


def clusters_tile(layer: PointLayer, rows: Any, zoom: int, x: int, y: int, *, bits: int) -> RowTile:
    """The rows of a tile, counted together by squares."""
    rows = rows.filter(in_ranges([tile_range(zoom, x, y)])).order_by()
    chosen = rows.values(
        "map_key",
        feature_kind=Func(F(layer.kind), template="%(expressions)s::text"),
        place=Func(F("position"), template="%(expressions)s", output_field=FloatField()),
    )
    sql = CLUSTERS.replace("position)", "place)").replace("{rows}", "%ROWS%")
    sql = sql.replace("square, kind,", "square, feature_kind as kind,", 1)
    left, top, scale = _frame(zoom, x, y)
    return _drawn(sql, chosen, [2 * max(0, 26 - zoom - bits), layer.key, left, scale, top, scale])


def _frame(zoom: int, x: int, y: int) -> tuple[float, float, float]:
    side = (1 << 26) / (1 << zoom)
    return x * side, y * side, 4096 / side


def _drawn(sql: str, chosen: Any, values: list[Any]) -> RowTile:
    try:
        rows_sql, rows_values = chosen.query.sql_with_params()
    except EmptyResultSet:
        return RowTile(0, b"")
    with connection.cursor() as cursor:
        cursor.execute(sql.replace("%ROWS%", rows_sql), [*rows_values, *values])
        total, body = cursor.fetchone()
    return RowTile(int(total or 0), bytes(body or b""))


# --- lists and counts ------------------------------------------------------------------------------------


def counts_by_kind(layer: PointLayer, rows: Any) -> dict[str, int]:
    """By kind, how many rows."""
    kind = Func(F(layer.kind), template="%(expressions)s::text")
    found = rows.order_by().values(feature_kind=kind).annotate(n=Count("pk")).values_list("feature_kind", "n")
    return {str(name): n for name, n in found}


def in_box(rows: Any, box: Box) -> Any:
    """Rows in a box: the squares around it, then its very edges, compared as the tiles compare them."""
    west, south, east, north = box
    rows = rows.filter(in_ranges(ranges_of_box(box)))
    left, top = units_of(west, north)
    right, bottom = units_of(east, south)
    at = {
        "unit_x": Func(F("position"), function="jw_map_x", output_field=FloatField()),
        "unit_y": Func(F("position"), function="jw_map_y", output_field=FloatField()),
    }
    edges = {"unit_x__gte": left - 1, "unit_x__lte": right, "unit_y__gte": top - 1, "unit_y__lte": bottom}
    return rows.annotate(**at).filter(**edges)


def page_of_rows(rows: Any, *, cursor: str | None, limit: int) -> Page[Any]:
    """One page by keyset, the latest number first. Raises: BadCursor."""
    if cursor:
        rows = rows.filter(pk__lt=key_of(cursor, UUID)[0])
    return page_of(list(rows.order_by("-pk")[: limit + 1]), limit, lambda row: (row.pk,))


def count_of(rows: Any) -> tuple[int, bool]:
    """How many rows there are, up to a bound; and whether there are more."""
    found = rows.order_by()[: COUNT_CAP + 1].count()
    return min(found, COUNT_CAP), found > COUNT_CAP


def nearest(rows: Any, lon: float, lat: float, *, limit: int) -> list[Near]:
    """The nearest rows by squares around a position that grow until they hold enough; at most 20 km away."""
    radius = FIRST_M
    while True:
        around = rows.filter(inside_shape(Circle(lon, lat, radius)))
        found = list(around.annotate(away=_distance(lon, lat)).order_by("away", "pk")[:limit])
        if len(found) >= limit or radius >= FARTHEST_M:
            return [Near(row, row.away) for row in found]
        radius = min(FARTHEST_M, radius * 3)
