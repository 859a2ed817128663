"""Clocks: what the sweep costs that warns of deadlines by the minute, with 1,000,000 open matters.

A minute's sweep looks at what is due by the index on ``next_warn_at``; what is merely open must cost nothing. Made: so
many open matters in 1,000 communities with a centre and a desk each, a fifth handled by their county's departments,
each with its steps; their looks lie in the weeks to come, except those of the measured minutes. Every due matter has
its four clocks computed, its warning written down, its next look set and its post told (one notice for each post and
colour), all in transactions of 2,000. The naive reference in the same run is the sweep that asks every open matter
whether its deadline is near, straight in SQL and without computing or telling anything.

due_per_s    due matters swept each second, from the first look to the last notice (asked: 500 or more)
idle_ms      median of a sweep that finds nothing due
idle_ms_10k  the same with 10,000 open: what is open should not show in it
naive_ms     median of the naive look at every open matter, nothing done with what it finds
"""

import statistics
import time
from datetime import UTC, datetime, timedelta

from bench.servers import bench_database, connect, django_over

OPEN, FEW = 1_000_000, 10_000
DUE, DUE_FULL = 10_000, 40_000
NOW = datetime(2026, 11, 18, 2, 0, tzinfo=UTC)
"""A Wednesday, ten in the morning in China: nobody's quiet hours."""
IDLE_ROUNDS = 15


def run(*, is_full: bool) -> dict[str, float]:
    """The figures. ``--full`` sweeps four times as many."""
    due = DUE_FULL if is_full else DUE
    with bench_database("clocks") as database:
        _fill(database, 1, FEW)
        idle_of_few = _idle_ms(database)
        _fill(database, FEW + 1, OPEN)
        naive = _naive_ms(database)
        idle = _idle_ms(database)
        seconds, told = _sweep(database, due)
    if not 0 < told < due:
        raise RuntimeError(f"{told} notices of {due} warnings: they should be few, and some")
    return {
        "due_per_s": round(due / seconds, 1),
        "idle_ms": round(idle, 2),
        "idle_ms_10k": round(idle_of_few, 2),
        "naive_ms": round(naive, 1),
    }


def _idle_ms(database: str) -> float:
    django_over(database)
    from django.db import connection

    from jingwei.domains.incidents.services.clock_warning import sweep_clocks
    from jingwei.foundation.access.contracts import system_actor

    machine = system_actor("时限程序")
    times = []
    for _ in range(IDLE_ROUNDS):
        began = time.perf_counter()
        if sweep_clocks(machine, at=NOW):
            raise RuntimeError("something was due that should not be")
        times.append(1000 * (time.perf_counter() - began))
    connection.close()
    return statistics.median(times)


def _sweep(database: str, due: int) -> tuple[float, int]:
    """Let so many be due, and sweep; returns the time it took and how many notices came of it."""
    with connect(database) as connection:
        connection.execute(MAKE_DUE, {"at": NOW, "due": due, "open": OPEN})
        connection.execute("vacuum analyze incidents_incident")
    django_over(database)
    from django.db import connection as app

    from jingwei.domains.incidents.services.clock_warning import sweep_clocks
    from jingwei.foundation.access.contracts import system_actor

    began = time.perf_counter()
    swept = sweep_clocks(system_actor("时限程序"), at=NOW)
    seconds = time.perf_counter() - began
    app.close()
    with connect(database) as connection:
        warned = _number(connection, "select count(distinct incident_id) from incidents_clockwarning")
        told = _number(connection, "select count(*) from notices_notice where kind = 'incidents.warning'")
    if swept != due or warned != due:
        raise RuntimeError(f"{due} were due, {swept} were swept and {warned} warned of")
    return seconds, told


def _naive_ms(database: str) -> float:
    times = []
    with connect(database) as connection:
        for _ in range(5):
            began = time.perf_counter()
            connection.execute(NAIVE, {"at": NOW}).fetchall()
            times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def _fill(database: str, first: int, last: int) -> None:
    values = {"from": first, "to": last, "at": NOW, "later": NOW + timedelta(days=1)}
    with connect(database) as connection:
        for statement in (UNITS, POSTS, CASES, STEPS):
            connection.execute(statement, values)
        for table in ("incidents_incident", "incidents_step"):
            connection.execute(f"vacuum analyze {table}")


def _number(connection, statement: str) -> int:  # type: ignore[no-untyped-def]
    return int(str(connection.execute(statement).fetchone()[0]))


PLACE = """
 (array['430902', '430903', '430921', '430922', '430923'])[1 + n %% 5]
 || lpad((1 + n %% 16)::text, 3, '0') || lpad((1 + (n / 80) %% 13)::text, 3, '0')
"""
UNITS = f"""
insert into access_unit (id, code, name, kind, area_code, is_government, is_active, public_phone)
select md5('clock centre' || area)::uuid, 'clock-' || area, '综治中心' || area, 'centre', area, true, true, ''
  from (select distinct {PLACE} as area from generate_series(1, 20000) n) places
    on conflict do nothing
"""
POSTS = """
insert into access_post (id, title, role, area_code, is_active, unit_id)
select md5('clock desk' || u.id)::uuid, '坐席', 'desk', u.area_code, true, u.id
  from access_unit u where u.code like 'clock-%%'
    on conflict do nothing
"""
CASES = f"""
insert into incidents_incident
 (id, receipt_no, tracking_index, fingerprint, channel, state, version, item_code, item_id, title, words, address,
  position, given_lon, given_lat, datum, accuracy_m, city_code, county_code, township_code, community_code, grid_code,
  scope_code, is_urgent, identity, sight_floor, centre_id, centre_area, handler_unit_id, reported_at, received_at,
  accepted_at, stage_started_at, stage_limit, due_at, warn_at, is_due_provisional, next_warn_at, is_history,
  external_source, external_id, duplicate_of_external)
select md5('clock' || n)::uuid, '2026' || lpad(n::text, 12, '0'), decode(md5('track' || n), 'hex'), '\\x00'::bytea,
       'resident', case when n %% 5 = 0 then 40 else 20 end, case when n %% 5 = 0 then 4 else 2 end,
       '', null, '路灯杆倾斜 ' || n, '小区门口路灯杆明显倾斜。', '', ST_SetSRID(ST_MakePoint(112.3, 28.5), 4326), 112.3, 28.5,
       'wgs84', 10, '4309', left(area, 6), left(area, 9), area, area || '001', area || '001', false, 'named', 15,
       md5('clock centre' || area)::uuid, area, case when n %% 5 = 0 then urban.id end, at, at,
       at + interval '1 hour', at + interval '1 hour', '5d', at + interval '8 days', at + interval '6 days', false,
       %(later)s::timestamptz + make_interval(mins => n %% 30000), false, '', '', ''
  from (select n, {PLACE} as area, %(at)s::timestamptz - interval '7 days' - make_interval(mins => n %% 600) as at
          from generate_series(%(from)s::int, %(to)s::int) n) made
  left join access_unit urban on urban.kind = 'urban_management' and urban.area_code = left(made.area, 6)
"""
STEPS = """
insert into incidents_step
 (id, incident_id, version, action, from_state, to_state, centre_area, unit_id, actor_name, role, at, remark,
  is_internal, facts)
select md5('clock step' || n || ' ' || s.version)::uuid, md5('clock' || n)::uuid, s.version, s.action, s.before, s.after,
       i.centre_area, i.centre_id, '坐席', 'desk', i.received_at + make_interval(mins => 20 * (s.version - 1)), '', false,
       case when s.version = 3 then jsonb_build_object('unit_id', i.handler_unit_id) else '{}' end
  from generate_series(%(from)s::int, %(to)s::int) n
  join incidents_incident i on i.id = md5('clock' || n)::uuid
  join (values (1, 'report', null, 10), (2, 'accept', 10, 20), (3, 'dispatch', 20, 30), (4, 'take', 30, 40))
       s(version, action, before, after) on s.version <= i.version
"""
MAKE_DUE = """
update incidents_incident set next_warn_at = %(at)s::timestamptz - make_interval(secs => n %% 60)
  from generate_series(1, %(open)s::int, %(open)s::int / %(due)s::int) n where id = md5('clock' || n)::uuid
"""
NAIVE = """
select id, due_at, warn_at, stage_limit from incidents_incident
 where state < 70 and head_id is null and (due_at < %(at)s or warn_at < %(at)s + interval '1 minute' and warn_at > %(at)s)
"""
