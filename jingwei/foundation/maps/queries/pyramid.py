"""What the pyramid says: how many rows lie in a tile, a box or an area, as far as the actor may see them.

Nothing here looks past the fence: squares are ranges of numbers, which PostgreSQL seeks in the index before it asks
the fence of each row. Changes not yet folded are read along, so every answer is exact at once.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.maps.contracts import Asked, Counts, Form, PointLayer
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level
from jingwei.kernel.squares import DEEPEST, SIDE, Range, tile_range

ZOOMS = (10, 12, 14, 16, 18, 20)
CLASS_ZOOMS = ZOOMS[:-1]
DAY_ZOOMS = (12, 15)
"""By class and by day most squares hold one row each: deeper ones would be as many as the rows."""
COARSER = 1
"""By class and by day a tile may be drawn from squares twice as wide, rather than from all its rows."""
LAST_TILE = 15
"""From here on the pyramid answers; deeper tiles are small enough for their rows to be read."""
BITS = {Form.CLUSTERS: 3, Form.HEAT: 6}
"""Eight squares a side for marks that are counted together, so that their numbers do not cover each other; 64 for heat."""
EPOCH = date(1970, 1, 1)
MONTHS_FROM_DAYS = 62


@dataclass(frozen=True, slots=True)
class CountQuestion:
    """A question the pyramid can answer for an actor: conditions over both tables, with their values."""

    layer: str
    slice: int
    cells: str
    deltas: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class CountedTile:
    """How many rows lie in a tile, in how many of its squares, and the tile drawn from counts."""

    total: int
    squares: int
    body: bytes


def seen_by(actor: Actor, within: str | None) -> tuple[str, dict[str, Any]] | None:
    """The condition of sight over counts: the same equality as the lists'. None where counts cannot tell."""
    if within is not None and len(within) > Level.COMMUNITY:
        return None
    narrower = " and starts_with(place_code, %(within)s)" if within else ""
    values: dict[str, Any] = {"within": within} if within else {}
    if actor.scope == ANYWHERE:
        return f"unit_id is null{narrower}", values
    if actor.scope:
        if len(actor.scope) > Level.COMMUNITY:
            return None
        values |= {"scope": actor.scope, "reach": len(actor.scope)}
        return (
            f"unit_id is null and floor >= %(reach)s and starts_with(place_code, %(scope)s){narrower}",
            values,
        )
    if actor.sharing_unit_id is None:
        return None
    return f"unit_id = %(unit)s{narrower}", values | {"unit": actor.sharing_unit_id}


def question_of(
    actor: Actor, layer: PointLayer, asked: Asked, *, deepest: int, at: datetime
) -> CountQuestion | None:
    """What the pyramid can answer of a question at squares up to a zoom, or None: rows must be read."""
    counts = layer.rollup.answers(asked) if layer.rollup and asked.shape is None else None
    seen = seen_by(actor, asked.within)
    if counts is None or seen is None or layer.rollup is None:
        return None
    if not actor.scope and layer.rollup.counted.participants is None:
        return None  # rows that units see by a column of their own are not counted apart for them
    condition, values = seen
    has_time = asked.since is not None or asked.until is not None
    number = 2 if counts.b is not None else 3 if has_time else 1
    if (number == 2 and (has_time or not layer.rollup.has_b)) or (
        number == 3 and (not layer.rollup.has_days or asked.since is None)
    ):
        return None
    if number > 1 and deepest > zooms_of(number)[-1] + COARSER:
        return None
    cells, deltas = _narrowed(condition, counts)
    values = values | {
        "layer": layer.key,
        "slice": number,
        "a": list(counts.a or ()),
        "b": list(counts.b or ()),
    }
    if has_time and asked.since is not None:
        until = asked.until or local(at).date()
        values |= {"periods": periods(asked.since, until)}
        values |= {"first_day": (asked.since - EPOCH).days, "last_day": (until - EPOCH).days}
        cells += " and period = any(%(periods)s)"
        deltas += " and day between %(first_day)s and %(last_day)s"
    else:
        cells += " and period = 0"
    return CountQuestion(layer.key, number, cells, deltas, values)


def _narrowed(condition: str, counts: Counts) -> tuple[str, str]:
    if counts.a is not None:
        condition += " and a = any(%(a)s)"
    if counts.b is not None:
        condition += " and b = any(%(b)s)"
    return condition, condition


def periods(since: date, until: date) -> list[int]:
    """The days from one to another, both included; whole months as one where there are many days."""
    if (until - since).days < MONTHS_FROM_DAYS:
        return [(since - EPOCH).days + step for step in range((until - since).days + 1)]
    found: list[int] = []
    day = since
    while day <= until:
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        if day.day == 1 and following - timedelta(days=1) <= until:
            found.append(-(day.year * 12 + day.month))
            day = following
        else:
            found.append((day - EPOCH).days)
            day += timedelta(days=1)
    return found


COUNTED = """
counted as (
  select square >> %(cell_shift)s as square, a, n, x, y from maps_cell
   where layer = %(layer)s and slice = %(slice)s and zoom = %(zoom)s
     and square >= %(low_cell)s and square < %(high_cell)s and {cells}
  union all
  select map_key >> %(key_shift)s, a, n, n * x::bigint, n * y::bigint from maps_delta
   where layer = %(layer)s and map_key >= %(low)s and map_key < %(high)s and {deltas}
), kinds as (
  select square, a, sum(n) as n, sum(x) as x, sum(y) as y from counted group by 1, 2 having sum(n) <> 0
), squares as (
  select square, sum(n)::bigint as n, sum(x) / sum(n) as x, sum(y) / sum(n) as y,
         (array_agg(a order by n desc, a))[1] as top
    from kinds group by square having sum(n) > 0
)"""
TILE = """
with {counted}
select (select coalesce(sum(n), 0)::bigint from squares), (select count(*) from squares),
       (select ST_AsMVT(t, %(layer)s, 4096, 'geom')
          from (select n, top, ST_MakePoint(floor((x - %(left)s) * %(scale)s), floor((y - %(top)s) * %(scale)s)) as geom
                  from squares order by n, square) t)
"""


def counted_tile(question: CountQuestion, zoom: int, x: int, y: int, form: Form) -> CountedTile:
    """A tile from counts: how many rows it holds, and its marks."""
    wanted = zoom + BITS[form]
    kept = zooms_of(question.slice)
    stored = next((one for one in kept if one >= wanted), kept[-1])
    keys = tile_range(zoom, x, y)
    shift = 2 * (DEEPEST - stored)
    further = max(0, 2 * (stored - wanted))
    side = SIDE >> zoom
    values = question.values | {
        "zoom": stored,
        "low": keys.low,
        "high": keys.high,
        "low_cell": keys.low >> shift,
        "high_cell": keys.high >> shift,
        "cell_shift": further,
        "key_shift": shift + further,
        "left": x * side,
        "top": y * side,
        "scale": 4096 / side,
    }
    counted = COUNTED.format(cells=question.cells, deltas=question.deltas)
    with connection.cursor() as cursor:
        cursor.execute(TILE.format(counted=counted), values)
        total, squares, body = cursor.fetchone()
    return CountedTile(int(total), int(squares), bytes(body or b""))


def zooms_of(slice_number: int) -> tuple[int, ...]:
    """At which zooms squares are kept."""
    return {2: CLASS_ZOOMS, 3: DAY_ZOOMS}.get(slice_number, ZOOMS)


BY_KIND = """
select a, sum(n)::bigint from (
  select c.a, c.n from unnest(%(lows)s::bigint[], %(highs)s::bigint[]) r(low, high)
    join maps_cell c on c.square >= r.low >> %(shift)s and c.square < r.high >> %(shift)s
   where layer = %(layer)s and slice = %(slice)s and zoom = %(zoom)s and {cells}
  union all
  select d.a, d.n from unnest(%(lows)s::bigint[], %(highs)s::bigint[]) r(low, high)
    join maps_delta d on d.map_key >= r.low and d.map_key < r.high
   where layer = %(layer)s and {deltas}) counted
 group by a having sum(n) <> 0
"""


def counts_in(question: CountQuestion, level: int, ranges: list[Range]) -> dict[str, int]:
    """By kind, how many rows lie in whole squares of a stored zoom."""
    values = question.values | {
        "lows": [one.low for one in ranges],
        "highs": [one.high for one in ranges],
        "zoom": level,
        "shift": 2 * (DEEPEST - level),
    }
    with connection.cursor() as cursor:
        cursor.execute(BY_KIND.format(cells=question.cells, deltas=question.deltas), values)
        return {kind: int(n) for kind, n in cursor.fetchall()}


BY_AREA = """
select left(place_code, %(length)s), sum(n)::bigint from (
  select place_code, n from maps_cell
   where layer = %(layer)s and slice = %(slice)s and zoom = %(zoom)s and {cells}
  union all
  select place_code, n from maps_delta where layer = %(layer)s and {deltas}) counted
 where length(place_code) >= %(length)s
 group by 1
"""


def counts_by_area(question: CountQuestion, length: int) -> dict[str, int]:
    """By area code of a length, how many rows: from the coarsest squares, whatever was ever recorded."""
    values = question.values | {"length": length, "zoom": zooms_of(question.slice)[0]}
    with connection.cursor() as cursor:
        cursor.execute(BY_AREA.format(cells=question.cells, deltas=question.deltas), values)
        return {code: int(n) for code, n in cursor.fetchall()}


VERSION = """
select (select coalesce(sum(changes), 0) from maps_cell
         where layer = %(layer)s and slice = 1 and zoom = %(zoom)s and period = 0
           and square >= %(low_cell)s and square < %(high_cell)s and {seen})
     + (select count(*) from maps_delta
         where layer = %(layer)s and map_key >= %(low)s and map_key < %(high)s and {seen})
"""


def version_of(actor: Actor, layer: PointLayer, within: str | None, zoom: int, x: int, y: int) -> int | None:
    """How many changes there ever were in a tile, of what the actor may see: grows with each, also with late commits."""
    seen = seen_by(actor, within)
    if layer.rollup is None or seen is None:
        return None
    above = max(0, zoom - ZOOMS[-1])
    stored = next((one for one in ZOOMS if one >= zoom - above), ZOOMS[-1])
    keys = tile_range(zoom - above, x >> above, y >> above)
    shift = 2 * (DEEPEST - stored)
    values = seen[1] | {
        "layer": layer.key,
        "zoom": stored,
        "low": keys.low,
        "high": keys.high,
        "low_cell": keys.low >> shift,
        "high_cell": keys.high >> shift,
    }
    with connection.cursor() as cursor:
        cursor.execute(VERSION.format(seen=seen[0]), values)
        return int(cursor.fetchone()[0])
