"""The tables whose rows stand on the ground, plugged in by config, and what is read and written in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from jingwei.foundation.areas.contracts import GroundTable
from jingwei.kernel.codes import Level

_tables: list[GroundTable] = []

KEY_TYPE = """
select format_type(atttypid, null) from pg_attribute where attrelid = %s::regclass and attname = %s
"""
STANDING = """
select {key}::text, scope_code, {lon}, {lat}, {special}, {told} from {table} where {inside} and scope_code = any(%(codes)s)
"""
COUNT = """
select count(*), count(*) filter (where {open}) from {table} where {inside} and scope_code = any(%(codes)s) and {told}
"""
# The key gets its type before the join: under row-level security only what is leak-proof may look into the index, and a
# cast from text is not. As an array beside the join it was looked through once for every row of the batch.
FOLLOW = """
with batch as materialized (
  select id, row_key, row_key::{key_type} as key, from_code, to_code, to_special from territory_move
   where run_id = %(run)s and table_name = %(table)s and not is_done order by id limit %(limit)s for update),
followed as (
  update {table} t set {sets} from batch b
   where t.{key} = b.key and t.scope_code = b.from_code returning b.row_key),
ticked as (update territory_move m set is_done = true from batch b where m.id = b.id returning m.is_told)
select (select coalesce(array_agg(row_key), array[]::text[]) from followed),
       (select count(*) from ticked), (select count(*) from ticked where is_told)
"""
PLAN = """
insert into territory_move (run_id, table_name, row_key, from_code, to_code, to_special, is_told, is_done)
select %(run)s, %(table)s, p.row_key, p.from_code, p.to_code, p.to_special, p.is_told, false
  from unnest(%(keys)s::text[], %(froms)s::text[], %(tos)s::text[], %(specials)s::text[], %(tolds)s::bool[])
       as p (row_key, from_code, to_code, to_special, is_told)
on conflict (run_id, table_name, row_key) do nothing
"""
COLUMN_OF = {
    Level.CITY: "city_code",
    Level.COUNTY: "county_code",
    Level.TOWNSHIP: "township_code",
    Level.COMMUNITY: "community_code",
    Level.GRID: "grid_code",
}


@dataclass(frozen=True, slots=True)
class StandingRow:
    """A row that stands on the ground in question."""

    key: str
    scope_code: str
    position: tuple[float, float] | None
    special: str | None
    is_told: bool


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """Where a row goes."""

    key: str
    from_code: str
    to_code: str
    special: str | None
    is_told: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """What one batch did: the rows that moved, and how many were ticked off (all, and those that may be told of)."""

    keys: list[str]
    ticked: int
    told: int


def plug_ground(tables: Sequence[GroundTable]) -> None:
    """Set which tables follow the ground. Called once, by config."""
    _tables[:] = tables
    _key_type.cache_clear()


def ground_tables() -> list[GroundTable]:
    """The tables that follow the ground."""
    return list(_tables)


def rows_standing(table: GroundTable, codes: Iterable[str]) -> list[StandingRow]:
    """The rows of some areas (those at exactly these codes). Needs a system actor's eyes."""
    inside, values = _inside(codes)
    at = table.position
    sql = STANDING.format(
        table=table.table,
        key=table.key,
        lon=f"ST_X({at})" if at else "null::float8",
        lat=f"ST_Y({at})" if at else "null::float8",
        special=table.special or "null::text",
        told=f"({table.is_told})" if table.is_told else "true",
        inside=inside,
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [
            StandingRow(row[0], row[1], (row[2], row[3]) if row[2] is not None else None, row[4], row[5])
            for row in cursor.fetchall()
        ]


def count_rows(table: GroundTable, codes: Iterable[str]) -> tuple[int, int]:
    """How many rows stand in some areas that may be told of, and how many of them are open work."""
    inside, values = _inside(codes)
    sql = COUNT.format(
        table=table.table, open=table.is_open or "false", told=table.is_told or "true", inside=inside
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        found: tuple[int, int] = cursor.fetchone()
        return found


def plan_moves(run_id: UUID, table: GroundTable, moves: Sequence[PlannedMove]) -> None:
    """Write down where rows go, before any goes."""
    with connection.cursor() as cursor:
        cursor.execute(
            PLAN,
            {
                "run": run_id,
                "table": table.table,
                "keys": [one.key for one in moves],
                "froms": [one.from_code for one in moves],
                "tos": [one.to_code for one in moves],
                "specials": [one.special for one in moves],
                "tolds": [one.is_told for one in moves],
            },
        )


def let_follow(run_id: UUID, table: GroundTable, *, limit: int) -> Followed:
    """Move the next rows of a table. A row that was put elsewhere since it was planned stays where it is."""
    sql = FOLLOW.format(
        table=table.table, key=table.key, key_type=_key_type(table.table, table.key), sets=_sets(table)
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, {"run": run_id, "table": table.table, "limit": limit})
        keys, ticked, told = cursor.fetchone()
    return Followed(list(keys), ticked, told)


def _sets(table: GroundTable) -> str:
    """The new place in every column; the day's own code is kept as long as it differs from the present one."""
    sets = ["scope_code = b.to_code"]
    for level, column in COLUMN_OF.items():
        sets.append(
            f"{column} = case when length(b.to_code) >= {int(level)} then left(b.to_code, {int(level)}) end"
        )
    if table.day_code:
        sets.append(f"{table.day_code} = nullif(coalesce(t.{table.day_code}, b.from_code), b.to_code)")
    if table.special:
        sets.append(f"{table.special} = b.to_special")
    return ", ".join(sets)


def _inside(codes: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """Equality on ancestor columns: what the indexes and the fence can use."""
    wanted = sorted(set(codes))
    communities = sorted({code[: Level.COMMUNITY] for code in wanted if len(code) >= Level.COMMUNITY})
    above = {
        level: [code for code in wanted if len(code) == level] for level in Level if level < Level.COMMUNITY
    }
    parts, values = [], {"codes": wanted}
    if communities:
        parts.append("community_code = any(%(communities)s)")
        values["communities"] = communities
    for level, those in above.items():
        if those:
            parts.append(f"{COLUMN_OF[level]} = any(%(at_{int(level)})s)")
            values[f"at_{int(level)}"] = those
    return f"({' or '.join(parts) or 'false'})", values


@cache
def _key_type(table: str, key: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(KEY_TYPE, [table, key])
        return str(cursor.fetchone()[0])
