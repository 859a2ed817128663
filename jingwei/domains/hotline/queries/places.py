"""Places by a few characters, for everybody: areas, and landmarks that several reports have named."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import connection

from jingwei.domains.hotline.rules.addresses import asked, pairs_of, plain
from jingwei.domains.hotline.rules.landmarks import MOST_PLACES, rank_of
from jingwei.foundation.areas.queries import areas_named, path_names
from jingwei.kernel.codes import Level
from jingwei.kernel.geo import Position, distance_m

READ_AT_ONCE = 80
MOST_AREAS = 3
# What holds all the pairs, and what stands whole in longer words (“幸福路12号对面” names 幸福路).
FIND = """
select text, area_code, st_x(position), st_y(position), uses from hotline_knownplace
 where pairs && %(pairs)s::varchar[] and (pairs @> %(pairs)s::varchar[] or strpos(%(words)s, lower(text)) > 0)
 order by uses desc limit %(limit)s
"""


class PlaceKind(StrEnum):
    """What was found."""

    AREA = "area"
    LANDMARK = "landmark"


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """One suggestion. ``area_name`` says where it is, from the county down."""

    kind: PlaceKind
    name: str
    area_code: str
    area_name: str
    lon: float | None
    lat: float | None
    distance_m: int | None


def find_places(words: str, *, near: Position | None) -> list[PlaceFound]:
    """What was meant by at least two characters: areas by name first, then landmarks, nearest first where known.

    Nobody's address: doors are cut away, and what fewer than three reports named is not told. Raises: WordsTooShort.
    """
    wanted = asked(words)
    areas = [one for one in areas_named(wanted, within="", limit=40) if len(one.code) > Level.CITY]
    named = [one for one in areas if wanted in plain(one.name) or plain(one.name) in wanted][:MOST_AREAS]
    inside = max((one.code for one in named if plain(one.name) in wanted), key=len, default="")
    rows = _landmarks(wanted)
    within = [row for row in rows if row[1].startswith(inside)]
    paths = path_names({one.code for one in named} | {row[1] for row in rows})
    landmarks = [
        PlaceFound(PlaceKind.LANDMARK, text, code, paths.get(code, ""), lon, lat, _away(near, lon, lat))
        for text, code, lon, lat, _ in within or rows
    ]
    uses = {(text, code): count for text, code, _, _, count in rows}
    landmarks.sort(
        key=lambda one: rank_of(
            one.name, wanted, uses=uses[one.name, one.area_code], distance_m=one.distance_m
        )
    )
    found = [
        PlaceFound(
            PlaceKind.AREA,
            one.name,
            one.code,
            paths.get(one.code, one.name),
            one.lon,
            one.lat,
            _away(near, one.lon, one.lat),
        )
        for one in named
    ]
    return found + landmarks[: MOST_PLACES - len(found)]


def _landmarks(wanted: str) -> list[tuple[str, str, float | None, float | None, int]]:
    with connection.cursor() as cursor:
        cursor.execute(FIND, {"pairs": pairs_of(wanted), "words": wanted, "limit": READ_AT_ONCE})
        return cursor.fetchall()


def _away(near: Position | None, lon: float | None, lat: float | None) -> int | None:
    if near is None or lon is None or lat is None:
        return None
    return round(distance_m(near.lon, near.lat, lon, lat))
