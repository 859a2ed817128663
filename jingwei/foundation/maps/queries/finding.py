"""Finding on the map by words: areas, what layers find among their own, and whoever else was plugged in."""

from collections.abc import Iterable

from django.db import connection

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import areas_named, city_codes, path_names
from jingwei.foundation.maps.contracts import Found, PointLayer
from jingwei.foundation.maps.queries.registry import finders, layers_for
from jingwei.kernel.codes import Level, level_of

ZOOM_AT = {Level.CITY: 8, Level.COUNTY: 10, Level.TOWNSHIP: 12, Level.COMMUNITY: 14, Level.GRID: 16}
BY_CODE = """
select code, name, st_x(label_point), st_y(label_point) from areas_area
 where code = %s and valid_to_on is null
"""


def find_on_map(actor: Actor, words: str, *, limit: int) -> list[Found]:
    """What words or a number lead to, areas first; only what the actor may know of."""
    words = words.strip()
    if not words:
        return []
    found = _areas(words, limit)
    for layer in layers_for(actor):
        if isinstance(layer, PointLayer) and layer.search is not None:
            found += layer.search(actor, words, limit=limit)
    for find in finders():
        found += find(actor, words, limit=limit)
    return _once(found)[:limit]


def _areas(words: str, limit: int) -> list[Found]:
    if words.isascii() and words.isdigit():
        with connection.cursor() as cursor:
            cursor.execute(BY_CODE, [words])
            rows = [tuple(row) for row in cursor.fetchall()]
    else:
        city = next(iter(city_codes()), "")
        rows = [
            (one.code, one.name, one.lon, one.lat) for one in areas_named(words, within=city, limit=limit)
        ]
    paths = path_names({row[0] for row in rows})
    return [
        Found(
            layer="grids" if len(code) == Level.GRID else "areas",
            id=code,
            title=name,
            subtitle=paths.get(code, code),
            lon=lon,
            lat=lat,
            zoom=ZOOM_AT[level_of(code)],
            kind="area",
        )
        for code, name, lon, lat in rows
    ]


def _once(found: Iterable[Found]) -> list[Found]:
    kept: dict[tuple[str, str], Found] = {}
    for one in found:
        kept.setdefault((one.layer, one.id), one)
    return list(kept.values())
