"""From positions to grids, in process: today's division is kept loaded, an earlier day's is loaded when asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from django.db import connection

from jingwei.foundation.areas.contracts import AreaKind, Place
from jingwei.foundation.areas.queries.history import edition_number
from jingwei.foundation.areas.rules import OutsideCity
from jingwei.foundation.memory.services import UNTIL_TOLD, Kept

LOAD_OUTLINES = """
with standing as (
  select a.code, a.kind, a.parent_code, a.outline from areas_area a
   where a.outline is not null and (%(within)s = '' or starts_with(a.code, %(within)s) or starts_with(%(within)s, a.code))
     and case when %(on)s::date is null then a.valid_to_on is null
              else a.valid_from_on <= %(on)s::date and (a.valid_to_on is null or a.valid_to_on > %(on)s::date) end)
select a.code, a.kind, ST_AsBinary(a.outline),
       not exists (select 1 from standing child where child.parent_code = a.code and child.kind <> 'special')
  from standing a order by a.code
"""
"""In the order of codes: of two areas with a common border the lower code answers for it."""

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class _Outlines:
    """Areas of one sort. ``rank`` says which of several that hold a position answers: the deepest, then the lowest code."""

    codes: list[str]
    shapes: npt.NDArray[Any]
    rank: npt.NDArray[np.int64]
    tree: shapely.STRtree


@dataclass(frozen=True, slots=True)
class _Division:
    """``above`` answers where surveyed grids leave a gap: the community there, or whatever covers it."""

    deepest: _Outlines
    special: _Outlines
    above: _Outlines


def locate(lon: float, lat: float) -> Place:
    """Find the deepest area that covers a WGS-84 position, in process: 10-30 µs among 10,000 grids.

    Where no grid is drawn, or drawn grids leave a gap, the community (or whatever has an outline) answers.
    Raises: OutsideCity.
    """
    division = DIVISION.get()
    code = _holding(division.deepest, lon, lat) or _holding(division.above, lon, lat)
    if code is None:
        raise OutsideCity(lon=round(lon, 6), lat=round(lat, 6))
    return Place(area_code=code, special_grid_code=_holding(division.special, lon, lat))


def locate_many(
    positions: Sequence[tuple[float, float]], *, on: date | None = None, within: str = ""
) -> list[Place | None]:
    """``locate`` for many (lon, lat) at once, a few µs each; None outside the city.

    With ``on`` by the division of that day. With ``within`` against what lies in one area, read at this moment.
    """
    if not positions:
        return []
    if within:
        division = _load_division(on=on, within=within)
    else:
        division = DIVISION.get() if on is None else _division_on(on, edition_number())
    where = np.asarray(positions, dtype=np.float64).reshape(-1, 2)
    basic = _holding_many(division.deepest, where)
    missing = np.flatnonzero(basic == NOWHERE)
    above = np.full(len(where), NOWHERE, dtype=np.int64)
    if missing.size:
        above[missing] = _holding_many(division.above, where[missing])
    special = _holding_many(division.special, where)
    codes, higher, marked = division.deepest.codes, division.above.codes, division.special.codes
    return [
        Place(
            codes[one] if one != NOWHERE else higher[other],
            marked[there] if there != NOWHERE else None,
        )
        if one != NOWHERE or other != NOWHERE
        else None
        for one, other, there in zip(basic.tolist(), above.tolist(), special.tolist(), strict=True)
    ]


def place_on(lon: float, lat: float, *, on: date) -> Place:
    """Which grid it was on that day. Raises: OutsideCity."""
    place = locate_many([(lon, lat)], on=on)[0]
    if place is None:
        raise OutsideCity(lon=round(lon, 6), lat=round(lat, 6))
    return place


def _holding(outlines: _Outlines, lon: float, lat: float) -> str | None:
    hits = outlines.tree.query(shapely.Point(lon, lat))
    if not hits.size:
        return None
    held = hits[shapely.intersects_xy(outlines.shapes[hits], lon, lat)]
    return outlines.codes[held[np.argmax(outlines.rank[held])]] if held.size else None


def _holding_many(outlines: _Outlines, where: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Boxes from the tree, then the prepared outlines themselves: a predicate of the tree would prepare the points."""
    found = np.full(len(where), NOWHERE, dtype=np.int64)
    if not outlines.codes:
        return found
    whose, hits = outlines.tree.query(shapely.points(where))
    held = shapely.intersects_xy(outlines.shapes[hits], where[whose, 0], where[whose, 1])
    whose, hits = whose[held], hits[held]
    worst_first = np.argsort(outlines.rank[hits], kind="stable")
    found[whose[worst_first]] = hits[worst_first]
    return found


@lru_cache(maxsize=3)
def _division_on(on: date, edition: int) -> _Division:
    return _load_division(on=on)


def _load_division(*, on: date | None = None, within: str = "") -> _Division:
    with connection.cursor() as cursor:
        cursor.execute(LOAD_OUTLINES, {"on": on, "within": within})
        rows = cursor.fetchall()
    basic = [row for row in rows if row[1] != AreaKind.SPECIAL]
    return _Division(
        deepest=_outlines([row for row in basic if row[3]]),
        special=_outlines([row for row in rows if row[1] == AreaKind.SPECIAL]),
        above=_outlines([row for row in basic if not row[3]]),
    )


def _outlines(rows: list[tuple[str, str, bytes, bool]]) -> _Outlines:
    shapes = np.asarray(shapely.from_wkb([bytes(row[2]) for row in rows]), dtype=object).reshape(-1)
    shapely.prepare(shapes)
    length = np.asarray([len(row[0]) for row in rows], dtype=np.int64)
    return _Outlines(
        codes=[row[0] for row in rows],
        shapes=shapes,
        rank=length * len(rows) - np.arange(len(rows), dtype=np.int64),
        tree=shapely.STRtree(shapes),
    )


DIVISION = Kept("areas", _load_division, seconds=UNTIL_TOLD)
"""Today's division. Whoever publishes an edition forgets it."""
