"""Counts of the work log by day, place and item: kept with every change, and made anew where borders moved.

Nobody may change a count but the machine: what somebody records elsewhere counts there, out of their sight.
"""

from django.db import connection

from jingwei.domains.worklog.models import LogEntry
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7

COUNTER = system_actor("工作日志计数")
COLUMNS = (
    *("city_code", "county_code", "township_code", "community_code", "grid_code", "scope_code"),
    *("item_code", "item_name"),
)
ADD = """
insert into worklog_daycount (id, day, city_code, county_code, township_code, community_code, grid_code, scope_code,
                              item_code, item_name, entries, grown)
values (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
    on conflict (day, scope_code, item_code, item_name)
    do update set entries = worklog_daycount.entries + excluded.entries, grown = worklog_daycount.grown + excluded.grown
"""
NOBODY_COUNTS = "lock table worklog_daycount in exclusive mode"
FORGET = "delete from worklog_daycount where starts_with(scope_code, %s)"
COUNT = """
insert into worklog_daycount (id, day, city_code, county_code, township_code, community_code, grid_code, scope_code,
                              item_code, item_name, entries, grown)
select gen_random_uuid(), (happened_at at time zone 'Asia/Shanghai')::date, city_code, county_code, township_code,
       community_code, grid_code, scope_code, item_code, item_name, count(*), count(incident_id)
  from worklog_logentry where struck_at is null and starts_with(scope_code, %s)
 group by 2, city_code, county_code, township_code, community_code, grid_code, scope_code, item_code, item_name
"""


def count_entry(row: LogEntry, *, entries: int = 0, grown: int = 0) -> None:
    """Add to what is counted of its day, place and item; inside the change itself, so that both stand or neither."""
    values = [
        uuid7(),
        local(row.happened_at).date(),
        *(getattr(row, name) for name in COLUMNS),
        entries,
        grown,
    ]
    with eyes(COUNTER), connection.cursor() as cursor:
        cursor.execute(ADD, values)


def count_anew(area_code: str) -> None:
    """Count an area from its entries, where they moved to other grids. Whoever records waits for it."""
    with eyes(COUNTER), connection.cursor() as cursor:
        cursor.execute(NOBODY_COUNTS)
        cursor.execute(FORGET, [area_code])
        cursor.execute(COUNT, [area_code])
