"""From a position to its grid, and to words that somebody would find it by."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from jingwei.foundation.areas.queries import locate_many, path_names
from jingwei.kernel.geo import distance_m

NEARBY_M = 300.0
"""Further away nobody would say “beside”."""
AT_IT_M = 25.0
DEGREES = 360 / (2 * math.pi * 6_371_008.8)
SIDES = ("北", "东北", "东", "东南", "南", "西南", "西", "西北")
SIDES_EN = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")

# The box is what the index walks; the nearest by the sphere is chosen among the nearest by degrees.
NEAREST = """
select n, p.id, p.name, p.address, st_x(p.position), st_y(p.position)
  from unnest(%(lons)s::float8[], %(lats)s::float8[]) with ordinality as asked(lon, lat, n)
 cross join lateral (
   select id, name, address, position from gazetteer_place
    where retired_at is null
      and position && st_expand(st_setsrid(st_makepoint(lon, lat), 4326), %(wide)s, %(high)s)
    order by position <-> st_setsrid(st_makepoint(lon, lat), 4326) limit 4) p
"""


@dataclass(frozen=True, slots=True)
class Beside:
    """The nearest known place, how far, and on which side of it the position lies."""

    place_id: UUID
    name: str
    address: str
    distance_m: int
    side: str
    side_en: str


@dataclass(frozen=True, slots=True)
class Described:
    """A position in words. ``address`` is what an address field is filled with, ``area_name`` from the county down."""

    area_code: str
    special_grid_code: str | None
    area_name: str
    address: str
    address_en: str
    beside: Beside | None


def describe(lon: float, lat: float) -> Described | None:
    """Which grid a WGS-84 position lies in, and what stands there; None outside the city."""
    return describe_many([(lon, lat)])[0]


def describe_many(positions: Sequence[tuple[float, float]]) -> list[Described | None]:
    """``describe`` for many at once: one look for the grids, one statement for what stands beside."""
    places = locate_many(positions)
    inside = [at for at, place in enumerate(places) if place is not None]
    near = _beside([positions[at] for at in inside])
    paths = path_names({place.area_code for place in places if place is not None})
    told: list[Described | None] = [None] * len(positions)
    for at, beside in zip(inside, near, strict=True):
        place = places[at]
        assert place is not None
        area_name = paths.get(place.area_code, place.area_code)
        zh, en = _words(beside)
        told[at] = Described(place.area_code, place.special_grid_code, area_name, zh, en, beside)
    return told


def _words(beside: Beside | None) -> tuple[str, str]:
    """An address as people say it; empty where nothing is known nearby, because the area is told beside it."""
    if beside is None:
        return "", ""
    name = beside.name
    if beside.distance_m <= AT_IT_M:
        return name, name
    away = max(10, round(beside.distance_m, -1))
    return f"{name}{beside.side}侧约{away}米", f"about {away} m {beside.side_en} of {name}"


def _beside(positions: Sequence[tuple[float, float]]) -> list[Beside | None]:
    found: list[Beside | None] = [None] * len(positions)
    if not positions:
        return found
    narrowest = max(0.1, min(math.cos(math.radians(lat)) for _, lat in positions))
    with connection.cursor() as cursor:
        cursor.execute(
            NEAREST,
            {
                "lons": [lon for lon, _ in positions],
                "lats": [lat for _, lat in positions],
                "wide": NEARBY_M * DEGREES / narrowest,
                "high": NEARBY_M * DEGREES,
            },
        )
        rows = cursor.fetchall()
    for number, place_id, name, address, lon, lat in rows:
        at = number - 1
        here = positions[at]
        away = distance_m(*here, lon, lat)
        known = found[at]
        if away <= NEARBY_M and (known is None or away < known.distance_m):
            side = _side((lon, lat), here)
            found[at] = Beside(place_id, name, address, round(away), SIDES[side], SIDES_EN[side])
    return found


def _side(place: tuple[float, float], here: tuple[float, float]) -> int:
    """On which side of a place somebody stands, as one of eight, clockwise from north."""
    east = (here[0] - place[0]) * math.cos(math.radians(place[1]))
    north = here[1] - place[1]
    return round(math.degrees(math.atan2(east, north)) / 45) % 8
