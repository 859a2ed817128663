"""Counts by week, place and topic: kept with every change, and made anew where borders moved.

Nobody may change a count but the machine: what somebody notes elsewhere counts there, out of their sight.
"""

from datetime import date, datetime

from django.db import connection

from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.rules.concerns import week_of
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7

COUNTER = system_actor("民情计数")
PLACES = ("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code")
ADD = """
insert into concerns_weekcount (id, week, city_code, county_code, township_code, community_code, grid_code, scope_code,
                                topic_code, notes, heard, taken_up)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
    on conflict (week, scope_code, topic_code)
    do update set notes = concerns_weekcount.notes + excluded.notes,
                  heard = concerns_weekcount.heard + excluded.heard,
                  taken_up = concerns_weekcount.taken_up + excluded.taken_up
"""
NOBODY_COUNTS = "lock table concerns_weekcount in exclusive mode"
FORGET = "delete from concerns_weekcount where starts_with(scope_code, %s)"
COUNT = """
insert into concerns_weekcount (id, week, city_code, county_code, township_code, community_code, grid_code, scope_code,
                                topic_code, notes, heard, taken_up)
select gen_random_uuid(), week, city_code, county_code, township_code, community_code, grid_code, scope_code,
       topic_code, sum(notes), sum(heard), sum(taken_up)
  from (select c.*, date_trunc('week', c.heard_at at time zone 'Asia/Shanghai')::date as week,
               (c.head_id is null)::int as notes, 0 as heard,
               (c.incident_id is not null or c.logged_at is not null)::int as taken_up
          from concerns_concern c
         where c.withdrawn_at is null and starts_with(c.scope_code, %(area)s)
         union all
        select c.*, date_trunc('week', h.heard_at at time zone 'Asia/Shanghai')::date, 0, 1, 0
          from concerns_hearing h join concerns_concern c on c.id = h.concern_id
         where c.withdrawn_at is null and starts_with(c.scope_code, %(area)s)) told
 group by week, city_code, county_code, township_code, community_code, grid_code, scope_code, topic_code
"""


def count_note(row: Concern, *, notes: int = 0, taken_up: int = 0) -> None:
    """Add to the week in which it was noted; inside the change itself, so that both stand or neither."""
    _add(row, week_of(local(row.heard_at).date()), notes, 0, taken_up)


def count_hearing(row: Concern, heard_at: datetime, *, heard: int) -> None:
    """Add to the week in which it was heard, at the place and on the topic of the note."""
    _add(row, week_of(local(heard_at).date()), 0, heard, 0)


def _add(row: Concern, week: date, notes: int, heard: int, taken_up: int) -> None:
    values = [uuid7(), week, *(getattr(row, name) for name in PLACES), row.topic_id, notes, heard, taken_up]
    with eyes(COUNTER), connection.cursor() as cursor:
        cursor.execute(ADD, values)


def count_anew(area_code: str) -> None:
    """Count an area from its notes, where they moved to other grids. Whoever notes waits for it."""
    with eyes(COUNTER), connection.cursor() as cursor:
        cursor.execute(NOBODY_COUNTS)
        cursor.execute(FORGET, [area_code])
        cursor.execute(COUNT, {"area": area_code})
