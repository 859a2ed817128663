"""Changes are folded into the pyramid; the pyramid can be made anew from the rows, and is checked against them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.maps.contracts import PointLayer
from jingwei.foundation.maps.contracts.rollups import COLUMNS, base_counts_sql
from jingwei.foundation.maps.queries.pyramid import ZOOMS, zooms_of
from jingwei.foundation.maps.queries.registry import counted_layers
from jingwei.foundation.scoping import eyes

log = logging.getLogger(__name__)
COUNTER = system_actor("地图计数")
AT_A_TIME = 5_000
LOCK = 43_090_043

OF_CELL = "layer, slice, zoom, period, square, place_code, scope_code, floor, about_unit_id, unit_id, a, b, n, x, y, changes"
GROUPED = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"
PERIOD = """case grain when 0 then 0 when 1 then t.day
              else -(extract(year from date '1970-01-01' + t.day) * 12
                     + extract(month from date '1970-01-01' + t.day))::integer end"""
SPREAD = f"""
select t.layer, s.slice, s.zoom, {PERIOD}, t.map_key >> (2 * (26 - s.zoom)), t.place_code, t.scope_code, t.floor,
       t.about_unit_id, t.unit_id, t.a, case when s.slice = 2 then t.b else '' end,
       sum(t.n), sum(t.n::bigint * t.x), sum(t.n::bigint * t.y), count(*)
  from {{source}} t
 cross join unnest(%(slices)s::smallint[], %(zooms)s::smallint[], %(grains)s::smallint[]) s(slice, zoom, grain)
 where s.grain = 0 or t.day is not null
 group by {GROUPED}
"""  # noqa: S608
FOLD = f"""
with taken as (
  delete from maps_delta
   where id in (select id from maps_delta where layer = %(layer)s order by id limit %(most)s) returning *
), folded as (
  insert into maps_cell ({OF_CELL}) {SPREAD.format(source="taken")}
  on conflict on constraint maps_cell_once do update
     set n = maps_cell.n + excluded.n, x = maps_cell.x + excluded.x, y = maps_cell.y + excluded.y,
         changes = maps_cell.changes + excluded.changes
)
select count(*) from taken
"""  # noqa: S608
COARSER = f"""
insert into maps_cell ({OF_CELL})
select layer, slice, %(to)s::smallint, period, square >> %(shift)s, place_code, scope_code, floor, about_unit_id,
       unit_id, a, b, sum(n), sum(x), sum(y), sum(changes)
  from maps_cell where layer = %(layer)s and slice = %(slice)s and zoom = %(from)s
 group by {GROUPED}
"""  # noqa: S608
TOTALS = """
select coalesce(place_code, '') as place, a, unit_id is null as by_area, sum(n)::bigint as n from ({lines}) l
 group by 1, 2, 3 having sum(n) <> 0
"""
OF_ZOOMS = """
select slice, zoom, a, unit_id is null, sum(n)::bigint from maps_cell
 where layer = %s and slice < 3 group by 1, 2, 3, 4
"""


def fold_all() -> int:
    """Fold what is there, layer by layer. Returns how many changes."""
    return sum(fold(layer) for layer in counted_layers())


def fold(layer: PointLayer) -> int:
    """Fold a layer's changes, some thousand a transaction; readers see each change exactly once throughout."""
    folded = 0
    while (taken := _fold_some(layer)) > 0:
        folded += taken
    return folded


def _fold_some(layer: PointLayer) -> int:
    slices = _slices(layer)
    with eyes(COUNTER), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute(
            FOLD,
            {
                "layer": layer.key,
                "most": AT_A_TIME,
                "slices": [one[0] for one in slices],
                "zooms": [one[1] for one in slices],
                "grains": [one[2] for one in slices],
            },
        )
        return int(cursor.fetchone()[0])


def rebuild(layer: PointLayer) -> int:
    """Make a layer's counts anew from its rows while everybody works on. Returns how many rows are counted by area.

    One snapshot sees the rows, and the changes that are already in them; later changes are folded on top.
    """
    assert layer.rollup is not None
    with _one_snapshot(), connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("select coalesce(sum(changes), 0) from maps_cell where layer = %s", [layer.key])
        before = int(cursor.fetchone()[0])
        cursor.execute("delete from maps_delta where layer = %s", [layer.key])
        cursor.execute("delete from maps_cell where layer = %s", [layer.key])
        for by_unit in (False, True) if layer.rollup.counted.participants else (False,):
            _count_base(layer, cursor, by_unit=by_unit)
        for slice_number, zooms in _zooms_of(layer).items():
            for finer, coarser in zip(zooms[::-1], zooms[::-1][1:], strict=False):
                values = {"layer": layer.key, "slice": slice_number, "from": finer, "to": coarser}
                cursor.execute(COARSER, values | {"shift": 2 * (finer - coarser)})
        # Every tile is told to be another, whatever it was before.
        cursor.execute(
            "update maps_cell set changes = changes + %s where layer = %s and slice = 1",
            [before + 1, layer.key],
        )
        cursor.execute(
            "select coalesce(sum(n), 0) from maps_cell"
            " where layer = %s and slice = 1 and zoom = %s and unit_id is null",
            [layer.key, ZOOMS[0]],
        )
        return int(cursor.fetchone()[0])


def _count_base(layer: PointLayer, cursor: object, *, by_unit: bool) -> None:
    """The finest zoom of every slice, from the rows."""
    assert layer.rollup is not None
    finest = [(number, zooms[-1]) for number, zooms in _zooms_of(layer).items()]
    given = [(number, zoom, grain) for number, zoom in finest for grain in ((1, 2) if number == 3 else (0,))]
    lines = base_counts_sql(layer.rollup.counted, by_unit=by_unit)
    sql = f"insert into maps_cell ({OF_CELL}) " + SPREAD.format(source=f"({lines})").replace(
        ") t\n", f") t({COLUMNS})\n", 1
    )
    cursor.execute(  # type: ignore[attr-defined]
        sql,
        {
            "slices": [one[0] for one in given],
            "zooms": [one[1] for one in given],
            "grains": [one[2] for one in given],
        },
    )


def differences(layer: PointLayer) -> list[str]:
    """Where the counts are not what the rows say; nothing, as a rule."""
    assert layer.rollup is not None
    found = []
    with _one_snapshot(), connection.cursor() as cursor:
        kinds = (False, True) if layer.rollup.counted.participants else (False,)
        rows = " union all ".join(
            f"select * from ({base_counts_sql(layer.rollup.counted, by_unit=by_unit)}) b{int(by_unit)}({COLUMNS})"  # noqa: S608
            for by_unit in kinds
        )
        counted = (
            f"select place_code, a, unit_id, n from maps_cell where layer = '{layer.key}' and slice = 1"  # noqa: S608
            f" and zoom = {ZOOMS[0]} union all"
            f" select place_code, a, unit_id, n from maps_delta where layer = '{layer.key}'"
        )
        cursor.execute(TOTALS.format(lines=rows))
        true = {row[:3]: row[3] for row in cursor.fetchall()}
        cursor.execute(TOTALS.format(lines=counted))
        told = {row[:3]: row[3] for row in cursor.fetchall()}
        for key in sorted(true.keys() | told.keys()):
            if true.get(key, 0) != told.get(key, 0):
                found.append(f"{layer.key} {key}: {true.get(key, 0)} rows, counted {told.get(key, 0)}")
        cursor.execute(OF_ZOOMS, [layer.key])
        sums: dict[tuple[object, ...], set[int]] = {}
        for slice_number, _, a, by_area, n in cursor.fetchall():
            sums.setdefault((slice_number, a, by_area), set()).add(n)
        found += [
            f"{layer.key} {key}: its zooms say {sorted(said)}" for key, said in sums.items() if len(said) > 1
        ]
    return found


def check_all() -> list[str]:
    """Check every counted layer; what does not agree is told in the log and made anew."""
    wrong: list[str] = []
    for layer in counted_layers():
        found = differences(layer)
        if found:
            log.error(
                "map counts of %s differ from their rows in %s places; made anew", layer.key, len(found)
            )
            rebuild(layer)
            wrong += found
    return wrong


@contextmanager
def _one_snapshot() -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            if len(connection.savepoint_ids) == 0:
                cursor.execute("set transaction isolation level repeatable read")
        with eyes(COUNTER):
            yield


def _zooms_of(layer: PointLayer) -> dict[int, tuple[int, ...]]:
    """By slice, the zooms it is kept at."""
    assert layer.rollup is not None
    numbers = [1] + [2] * layer.rollup.has_b + [3] * layer.rollup.has_days
    return {number: zooms_of(number) for number in numbers}


def _slices(layer: PointLayer) -> list[tuple[int, int, int]]:
    """Slice, zoom, and grain of time (0 none, 1 day, 2 month)."""
    return [
        (number, zoom, grain)
        for number, zooms in _zooms_of(layer).items()
        for zoom in zooms
        for grain in ((1, 2) if number == 3 else (0,))
    ]
