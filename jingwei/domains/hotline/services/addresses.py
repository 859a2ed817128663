"""Learning the addresses that people name, so that two characters find them the next time."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from jingwei.domains.hotline.rules.addresses import pairs_of, without_areas
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.foundation.work import work
from jingwei.kernel.codes import Level, level_of

LEARNER = system_actor("地址整理")
FORGET_AFTER = timedelta(days=3 * 365)
BATCH = 2000

# Confidential tips and reports about a unit below are left out: their places are not for everybody's suggestions.
NAMED = """
select i.city_code, i.county_code, i.township_code, i.community_code, i.address, count(*),
       max(i.reported_at), (array_agg(st_asewkb(i.position) order by i.reported_at desc, i.id)
                            filter (where i.position is not null and not st_isempty(i.position)))[1],
       (array_agg(i.scope_code order by i.reported_at desc, i.id))[1]
  from incidents_incident i
 where i.address <> '' and i.sight_floor = 15 and {narrowed}
 group by 1, 2, 3, 4, 5
"""
LEARN = """
insert into hotline_knownaddress
       (city_code, county_code, township_code, community_code, grid_code, scope_code, text, uses, last_used_at,
        position, pairs)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
on conflict (city_code, county_code, township_code, community_code, text) do update
   set uses = greatest(hotline_knownaddress.uses, excluded.uses),
       last_used_at = greatest(hotline_knownaddress.last_used_at, excluded.last_used_at),
       position = coalesce(excluded.position, hotline_knownaddress.position),
       scope_code = excluded.scope_code, grid_code = excluded.grid_code
"""
FORGET_GROUND = "delete from hotline_knownaddress where {column} = %s"
FORGET = "delete from hotline_knownaddress where last_used_at < %s"


def learn_address(address: str, incident_id: UUID, *, at: datetime) -> None:
    """Learn the address of one matter at once: the next caller may name it too."""
    if address.strip():
        _learn("i.id = %s", [incident_id], at)


def learn_addresses_since(since: datetime, *, at: datetime) -> int:
    """Learn what was named since; returns how many different ones."""
    return _learn("i.reported_at >= %s", [since], at)


def learn_all_addresses(*, at: datetime) -> int:
    """Learn everything anew, what was brought in from files included, and forget what nobody named for three years."""
    learnt = _learn("i.reported_at >= %s", [at - FORGET_AFTER], at)
    with work(LEARNER, Permission.SWEEP_CLOCKS) as job, connection.cursor() as cursor:
        cursor.execute(FORGET, [at - FORGET_AFTER])
        job.record_own("hotline.address:old", act="forget", count=cursor.rowcount)
    return learnt


def learn_ground_anew(area_code: str, *, at: datetime) -> int:
    """Borders moved in an area and its matters have followed: learn its addresses anew, each in its community of today."""
    column = COLUMN_AT_LEVEL[level_of(area_code)]
    with work(LEARNER, Permission.SWEEP_CLOCKS) as job, connection.cursor() as cursor:
        cursor.execute(FORGET_GROUND.format(column=column), [area_code])
        job.record_own("hotline.address:ground", act="forget", area=area_code, count=cursor.rowcount)
    return _learn(f"i.{column} = %s and i.reported_at >= %s", [area_code, at - FORGET_AFTER], at)


def _learn(narrowed: str, values: list[Any], at: datetime) -> int:
    with work(LEARNER, Permission.SWEEP_CLOCKS) as job, connection.cursor() as cursor:
        cursor.execute(NAMED.format(narrowed=narrowed), values)
        found = cursor.fetchall()
        names = names_of({code for row in found for code in _codes(row)})
        for start in range(0, len(found), BATCH):
            cursor.executemany(LEARN, [_row(row, names) for row in found[start : start + BATCH]])
        job.record_own("hotline.address:learn", act="learn", count=len(found))
    return len(found)


def _codes(row: tuple[Any, ...]) -> list[str]:
    return [code for code in row[:4] if code]


def _row(row: tuple[Any, ...], names: dict[str, str]) -> tuple[Any, ...]:
    city, county, township, community, text, uses, last_used_at, position, scope = row
    areas = [names[code] for code in _codes(row) if code in names]
    grid = scope if len(scope) == Level.GRID else None
    pairs = pairs_of(without_areas(text, areas))
    return city, county, township, community, grid, scope, text, uses, last_used_at, position, pairs
