"""Borders and names of areas for the base map: one statement a tile."""

from django.db import connection

from jingwei.kernel.codes import Level

SHOWN_FROM = {Level.CITY: 4, Level.COUNTY: 6, Level.TOWNSHIP: 9, Level.COMMUNITY: 12}
"""From which zoom on a level's borders are drawn. Grids are a layer of their own."""

# Neighbours share their edges point by point, and so do levels: in a tile's whole numbers they become one line, drawn as
# that of the highest.
BORDER_TILE = """
with box as (select ST_TileEnvelope(%(z)s, %(x)s, %(y)s) as merc),
reach as (select merc, ST_Transform(ST_Expand(merc, (ST_XMax(merc) - ST_XMin(merc)) / 32), 4326) as around from box),
hit as materialized (
  select a.code, a.name, a.level, a.label_point, a.outline
    from areas_area a, reach
   where a.valid_to_on is null and a.level = any(%(levels)s) and a.kind <> 'special' and a.outline && reach.around
   order by a.code),
joined as (
  select level, ST_UnaryUnion(ST_Collect(geom)) as geom from (
    select level, ST_AsMVTGeom(ST_Boundary(ST_Transform(outline, 3857)), merc, 4096, 128, true) as geom from hit, reach) cut
   where geom is not null group by level),
line as (
  select level, ST_LineMerge(coalesce(ST_Difference(geom, (
           select ST_Union(upper.geom) from joined upper where upper.level < joined.level)), geom)) as geom
    from joined),
label as (
  select code, name, level, ST_AsMVTGeom(ST_Transform(coalesce(label_point, ST_PointOnSurface(outline)), 3857), merc, 4096, 0, true) as geom
    from hit, reach)
select coalesce((select ST_AsMVT(one, 'border', 4096, 'geom') from (
                   select level, geom from line where not ST_IsEmpty(geom) order by level) one), ''::bytea)
    || coalesce((select ST_AsMVT(one, 'area', 4096, 'geom') from (
                   select name, level, geom from label where geom is not null order by code) one), ''::bytea)
"""

EXTENT = """
select ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)
  from (select ST_Extent(outline) as e from areas_area where valid_to_on is null and level = %s) city
 where e is not null
"""


def border_tile(z: int, x: int, y: int) -> bytes:
    """The layers ``border`` and ``area`` of a vector tile: levels above the grids, as they are today."""
    levels = [int(level) for level, zoom in SHOWN_FROM.items() if z >= zoom]
    with connection.cursor() as cursor:
        cursor.execute(BORDER_TILE, {"z": z, "x": x, "y": y, "levels": levels})
        return bytes(cursor.fetchone()[0])


def city_bounds() -> tuple[float, float, float, float] | None:
    """West, south, east, north of the city; None where its border is not known."""
    with connection.cursor() as cursor:
        cursor.execute(EXTENT, [int(Level.CITY)])
        row = cursor.fetchone()
        return None if row is None else (row[0], row[1], row[2], row[3])
