"""What is left of the base at small scales: merged, simplified, without what one would not see."""

from django.db import connection, transaction

from jingwei.foundation.basemap.models import BANDS

EQUATOR_M = 40_075_016.686
TILE_PIXELS = 512
SMALLEST_PIXELS = 4
CELL_M = 20_000
"""Lines are joined within squares of this size, so that a city's small streets need not be held at once."""

FORGET = "delete from basemap_shape where dataset_id = %(dataset)s and band = %(band)s"
KEEP = """
insert into basemap_shape (dataset_id, band, layer, kind, name, name_en, rank, lowest_zoom, geom)
with surface as (
  select layer, kind, name, name_en, rank, lowest_zoom, ST_SimplifyPreserveTopology(geom, %(tolerance)s) as geom
    from basemap_feature
   where dataset_id = %(dataset)s and lowest_zoom <= %(zoom)s and layer in ('water', 'landuse')
     and ST_Area(geom) >= %(smallest)s),
joined as (
  select layer, kind, name, name_en, rank, lowest_zoom,
         (ST_Dump(ST_LineMerge(ST_Collect(geom)))).geom as geom
    from basemap_feature
   where dataset_id = %(dataset)s and lowest_zoom <= %(zoom)s and layer in ('road', 'rail', 'waterway')
   group by layer, kind, name, name_en, rank, lowest_zoom, floor(ST_XMin(geom) / %(cell)s), floor(ST_YMin(geom) / %(cell)s)),
line as (
  select layer, kind, name, name_en, rank, lowest_zoom, ST_Simplify(geom, %(tolerance)s, true) as geom from joined
   where ST_Length(geom) >= %(tolerance)s),
point as (
  select layer, kind, name, name_en, rank, lowest_zoom, geom from basemap_feature
   where dataset_id = %(dataset)s and lowest_zoom <= %(zoom)s and layer in ('place', 'poi'))
select %(dataset)s, %(band)s, layer, kind, name, name_en, rank, lowest_zoom, geom
  from (select * from surface union all select * from line union all select * from point) kept
 where not ST_IsEmpty(geom)
"""


def generalise(dataset_id: int, band: int) -> int:
    """Work out one band anew; may be done again at any time. Returns how many shapes it holds."""
    zoom = BANDS[band]
    pixel_m = EQUATOR_M / (TILE_PIXELS * 2**zoom)
    values = {
        "dataset": dataset_id,
        "band": band,
        "zoom": zoom,
        "tolerance": pixel_m / 2,
        "smallest": (SMALLEST_PIXELS * pixel_m) ** 2,
        "cell": CELL_M,
    }
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FORGET, values)
        cursor.execute(KEEP, values)
        return int(cursor.rowcount)
