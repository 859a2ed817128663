"""Lists: what a page of the inbox and of a filtered list costs, and how that grows with what was ever recorded.

Measured: GET /api/v1/incidents and /api/v1/inbox through HTTP, one client, signed in as officer, community, township,
county and city desk and as a department's handler: trays of the inbox, the newest page, a page a year back, and
lists narrowed by state, item, class, channel, area, urgency and time, at 10,000 and at 1,000,000 incidents over three
years and 5,000 grids, of which those of the last three weeks (2 %) are open and an eighth of these overdue. Each size
has a database and a server of its own; after one unmeasured round they are asked in turn, round by round, so that
whatever else the machine does meets both. The naive reference in the same run
is a page by OFFSET with a total count, as list screens are often built.

p95_ms_10k, p95_ms_1m   time below which 95 % of all measured requests stayed, at each size
growth_10k_1m           p95 at 1 M ÷ p95 at 10 k, each request by the median of its rounds: a request of 5 ms that
                        meets another program's burst counts in p95, but says nothing of growth
naive_ms_1m             median of the naive page (count and OFFSET, county desk) at 1 M, straight in SQL
"""

import statistics
import time
from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import UUID

from bench.load import drive, request_bytes
from bench.servers import bench_database, connect, django_over, web_server
from jingwei.kernel.paging import cursor_of

SMALL, LARGE = 10_000, 1_000_000
REPEATS = 6
READERS = ("lin", "wu", "zhao", "sun", "he", "qian")
FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"state": "10"},
    {"state": "70"},
    {"item": "010101"},
    {"item": "03"},
    {"item": "150101", "state": "70"},
    {"channel": "resident"},
    {"is_urgent": "true"},
    {"is_overdue": "true"},
    {"is_slipping": "true", "order": "due"},
    {"since": "2026-01-01T00:00:00+08:00", "until": "2026-02-01T00:00:00+08:00"},
    {"order": "due", "state": "40"},
)
A_YEAR_BACK = datetime(2025, 11, 1, tzinfo=UTC)
"""Where a reader who kept paging would be: the keyset makes it cost what the first page costs."""
NARROWER = {"zhao": "430902001002", "sun": "430902001", "he": "430903"}
BUCKETS = {
    "desk": (
        "to_accept",
        "to_dispatch",
        "waiting_for_units",
        "to_verify",
        "to_close",
        "to_decide",
        "overdue",
    ),
    "handler": ("to_take", "in_hand", "overdue"),
    "officer": ("to_verify",),
}
ROLE = {"lin": "officer", "qian": "handler"}


def run(*, is_full: bool) -> dict[str, float]:
    """The figures. ``--full`` repeats every request four times as often."""
    repeats = REPEATS * (4 if is_full else 1)
    with bench_database("lists") as large:
        tokens = _sign_in(large)
        with bench_database("lists_few") as small:
            _copy_sessions(large, small)
            _fill(small, SMALL)
            _fill(large, LARGE)
            rounds = _measure(small, large, tokens, repeats)
        naive = _naive_ms(large)
    of_few = [statistics.median(times) for times in zip(*(few for few, _ in rounds), strict=True)]
    of_many = [statistics.median(times) for times in zip(*(many for _, many in rounds), strict=True)]
    return {
        "p95_ms_10k": round(_p95_ms([one for of_small, _ in rounds for one in of_small]), 1),
        "p95_ms_1m": round(_p95_ms([one for _, of_large in rounds for one in of_large]), 1),
        "growth_10k_1m": round(_p95_ms(of_many) / _p95_ms(of_few), 2),
        "naive_ms_1m": round(naive, 1),
    }


def _sign_in(database: str) -> dict[str, str]:
    django_over(database)
    from django.db import connection

    from jingwei.foundation.access.services import open_session
    from jingwei.kernel.clock import now
    from tests.cast import CAST

    people = CAST.everybody()
    tokens = {key: open_session(people[key].person_id, at=now()) for key in READERS}
    connection.close()
    return tokens


def _copy_sessions(source: str, target: str) -> None:
    """The same people are signed in at both sizes."""
    with connect(source) as one, connect(target) as other:
        rows = one.execute("select row_to_json(t)::text from access_token t").fetchall()
        for (row,) in rows:
            other.execute(
                "insert into access_token select * from json_populate_record(null::access_token, %s)", [row]
            )


def _paths(reader: str) -> list[str]:
    role = ROLE.get(reader, "desk")
    wanted = [{"bucket": bucket, "order": order} for bucket in BUCKETS[role] for order in ("due", "newest")]
    wanted += [dict(one) for one in FILTERS]
    wanted.append({"cursor": cursor_of(A_YEAR_BACK, UUID(int=0))})
    if reader in NARROWER:
        wanted += [dict(one, area_code=NARROWER[reader]) for one in FILTERS[:5]]
    return ["/api/v1/inbox", *(f"/api/v1/incidents?{urlencode(one)}" for one in wanted)]


def _measure(
    small: str, large: str, tokens: dict[str, str], repeats: int
) -> list[tuple[list[float], list[float]]]:
    """The times of every request at each size, round by round."""
    pairs = [(reader, path) for reader in READERS for path in _paths(reader)]
    requests = [request_bytes("GET", path, token=tokens[reader]) for reader, path in pairs]
    with web_server(small) as of_small, web_server(large) as of_large:
        rounds = []
        for _ in range(repeats + 1):
            taken = []
            for server in (of_small, of_large):
                outcome = drive(server.port, requests, clients=1)
                if set(outcome.statuses) != {200}:
                    raise RuntimeError(f"some lists were refused: {outcome.statuses}")
                taken.append(outcome.times)
            rounds.append((taken[0], taken[1]))
    return rounds[1:]


def _p95_ms(times: list[float]) -> float:
    return 1000 * sorted(times)[int(len(times) * 0.95)]


def _fill(database: str, total: int) -> None:
    """Make up to ``total`` incidents, set by set; the small city of the cast is among the places."""
    with connect(database) as connection:
        row = connection.execute("select count(*) from incidents_incident").fetchone()
        have = int(str(row[0])) if row else 0
        connection.execute(FILL, {"from": have + 1, "to": total})
        connection.execute(FILL_PARTS)
        connection.execute("vacuum analyze incidents_incident")
        connection.execute("vacuum analyze incidents_participant")


def _naive_ms(database: str) -> float:
    times = []
    with connect(database) as connection:
        for _ in range(5):
            began = time.perf_counter()
            connection.execute(
                "select count(*) from incidents_incident where scope_code like '430902%'"
            ).fetchone()
            connection.execute(
                "select * from incidents_incident where scope_code like '430902%'"
                " order by reported_at desc limit 50 offset 1000"
            ).fetchall()
            times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


FILL = """
insert into incidents_incident
 (id, receipt_no, tracking_index, fingerprint, channel, state, version, item_code, item_id, title, words, address,
  position, given_lon, given_lat, datum, accuracy_m, city_code, county_code, township_code, community_code, grid_code,
  scope_code, is_urgent, identity, reporter_id, sight_floor, centre_id, centre_area, handler_unit_id, reported_at,
  received_at, closed_at, stage_started_at, stage_limit, due_at, warn_at, is_due_provisional, is_history,
  external_source, external_id, duplicate_of_external)
select md5('case' || n)::uuid, '2026' || lpad(n::text, 12, '0'), decode(md5('track' || n), 'hex'), '\\x00'::bytea,
       (array['resident', 'officer', 'desk', 'api'])[1 + n %% 4], state, 1 + state / 10, codes[1 + n %% 332], ids[1 + n %% 332],
       '路灯杆倾斜，担心倒下来 ' || n, repeat('小区门口路灯杆明显倾斜，离人行道很近。', 3), '迎春路' || n %% 300 || '号',
       ST_SetSRID(ST_MakePoint(112.3 + (n %% 1000) / 2e4, 28.5 + (n %% 997) / 1e5), 4326), 112.3, 28.5, 'wgs84', 10,
       '4309', left(grid, 6), left(grid, 9), left(grid, 12), grid, grid, n %% 40 = 0, 'named', md5('person' || n %% 50000)::uuid,
       15, coalesce(centre.id, md5('centre' || left(grid, 12))::uuid), coalesce(centre.area_code, left(grid, 12)),
       case when state in (30, 40, 50, 60) then coalesce(urban.id, md5('unit' || left(grid, 6) || n %% 15)::uuid) end,
       at, at, case when state = 70 then at + interval '3 days' end, at, '5d',
       case when state < 70 then at + interval '18 days' end, case when state < 70 then at + interval '14 days' end,
       false, false, '', '', ''
  from (select n, at, grid, case when at > timestamptz '2026-10-26 10:00+08'
                           then (array[10, 20, 30, 40, 50, 60, 70])[1 + n %% 7] else 70 end as state
          from (select n,
               (array['430902', '430903', '430921', '430922', '430923', '430981'])[1 + (hashint4(n) & 1023) %% 6]
               || lpad((1 + (hashint4(n + 7) & 1023) %% 16)::text, 3, '0')
               || lpad((1 + (hashint4(n + 13) & 1023) %% 13)::text, 3, '0')
               || lpad((1 + (hashint4(n + 29) & 1023) %% 4)::text, 3, '0') as grid,
               timestamptz '2026-11-16 10:00+08' - make_interval(secs => (hashint4(n * 3) & 16777215) * 5.6) as at
          from generate_series(%(from)s::int, %(to)s::int) n) placed) made
  left join lateral (select id, area_code from access_unit
                      where kind = 'centre' and area_code = left(made.grid, (array[12, 9, 6])[1 + made.n %% 3])) centre on true
  left join access_unit urban on urban.kind = 'urban_management' and urban.area_code = left(made.grid, 6)
        and made.n %% 4 = 0
  cross join (select array_agg(id order by id) as ids, array_agg(item_code order by id) as codes from routing_item) items
"""
FILL_PARTS = """
insert into incidents_participant (id, incident_id, unit_id, part, since_at, reported_at)
select gen_random_uuid(), i.id, u.id, 'handler', i.reported_at, i.reported_at
  from incidents_incident i
  join access_unit u on u.kind = 'urban_management' and u.area_code = i.county_code
 where hashtext(i.id::text) % 4 = 0 and not exists (select 1 from incidents_participant p where p.incident_id = i.id)
"""
