"""Tiles: what a scoped tile of incidents costs at every zoom from 6 to 18, and what the naive one would.

Measured: GET /api/v1/map/layers/incidents/tiles/… through HTTP, one client, signed in as city, county, township and
community desk and as a department's handler, all matters and open ones only, as clusters and as heat. The tiles are
those in which positions drawn by lot lie, so crowded ones are asked for most. 1,000,000 points (5,000,000 with
--full), 60 % of them around nine towns, over a city of
110 × 110 km with 1,296 communities and 5,184 grids; after one unmeasured round. By class of item and by day is asked
as well.

The naive reference, in the same run, is what a map server does that knows no roll-ups: ST_AsMVT over the points of a
GiST index, straight in SQL, without any fence: one tile of every zoom.

p95_ms        time below which 95 % of all measured tiles stayed
speedup       time of the naive tiles ÷ time of the same tiles asked for as the city's desk through HTTP
p95_ms_zNN    the same percentile by zoom
not_modified_ms   median of a tile asked for again with its ETag (304)
build_s       seconds to make the counts anew from all rows
points        how many points lay there
naive_ms_z06, naive_ms_z18   two of the naive tiles
"""

import http.client
import random
import statistics
import sys
import time
from collections import defaultdict

from bench.load import drive, request_bytes
from bench.servers import bench_database, connect, django_over, web_server
from jingwei.kernel.squares import DEEPEST, units_of

POINTS, ALL_POINTS = 1_000_000, 5_000_000
AT_A_TIME = 250_000
ZOOMS = range(6, 19)
TILES_A_ZOOM = 4
READERS = ("he", "sun", "zhao", "wu", "qian")
QUESTIONS = (
    "f=state~all",
    "",
    "f=state~all&form=heat",
    "f=state~all&f=item~02",
    "f=state~all&since=2026-11-01&until=2026-11-07&form=heat",
)
ADDRESS = "/api/v1/map/layers/incidents/tiles/{}/{}/{}"
Tile = tuple[int, int, int]


def run(*, is_full: bool) -> dict[str, float]:
    """The figures. ``--full`` takes five million points."""
    with bench_database("tiles") as database:
        tokens = _sign_in(database)
        points = ALL_POINTS if is_full else POINTS
        _fill(database, points)
        build_s = _count()
        tiles = _tiles(database)
        figures = _measure(database, tokens, tiles)
        figures |= _against_naive(database, tokens["he"], tiles)
    return figures | {"build_s": round(build_s, 1), "points": points}


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


def _fill(database: str, points: int) -> None:
    """Points without what only lists need: their indexes, and the triggers, whose counts are made anew afterwards."""
    with connect(database) as connection:
        connection.execute("set synchronous_commit = off")
        for (name,) in connection.execute(LIST_INDEXES).fetchall():
            connection.execute(f"drop index {name}")
        for table in ("incidents_incident", "incidents_participant"):
            connection.execute(f"alter table {table} disable trigger count_on_map")
        for first in range(1, points + 1, AT_A_TIME):
            connection.execute(FILL, {"from": first, "to": min(points, first + AT_A_TIME - 1)})
            _say(f"{min(points, first + AT_A_TIME - 1):,} points")
        connection.execute(
            "create index incidents_map_key on incidents_incident (state, map_key) where map_key is not null"
        )
        connection.execute("create index incidents_community_newest on incidents_incident (community_code)")
        connection.execute(FILL_PARTS)
        connection.execute("vacuum analyze incidents_incident")
        connection.execute("vacuum analyze incidents_participant")
        for table in ("incidents_incident", "incidents_participant"):
            connection.execute(f"alter table {table} enable trigger count_on_map")


def _count() -> float:
    from django.db import connection

    from jingwei.domains.incidents.queries.map_layer import INCIDENT_LAYER
    from jingwei.foundation.maps.services import rebuild

    began = time.perf_counter()
    rebuild(INCIDENT_LAYER)
    seconds = time.perf_counter() - began
    connection.close()
    _say(f"counted in {seconds:.0f} s")
    return seconds


def _tiles(database: str) -> dict[int, list[Tile]]:
    """By zoom, the tiles in which points drawn by lot lie."""
    with connect(database) as connection:
        connection.execute("analyze maps_cell")
        rows = connection.execute(SAMPLE, [TILES_A_ZOOM * 4]).fetchall()
    lots = random.Random(43)
    found: dict[int, list[Tile]] = {}
    for zoom in ZOOMS:
        seen = {_tile_at(float(str(lon)), float(str(lat)), zoom) for lon, lat in rows}
        found[zoom] = lots.sample(sorted(seen), min(TILES_A_ZOOM, len(seen)))
    return found


def _tile_at(lon: float, lat: float, zoom: int) -> Tile:
    x, y = units_of(lon, lat)
    return zoom, int(x) >> (DEEPEST - zoom), int(y) >> (DEEPEST - zoom)


def _measure(database: str, tokens: dict[str, str], tiles: dict[int, list[Tile]]) -> dict[str, float]:
    asked = [
        (zoom, request_bytes("GET", f"{ADDRESS.format(*tile)}?{question}", token=tokens[reader]))
        for zoom in ZOOMS
        for tile in tiles[zoom]
        for reader in READERS
        for question in QUESTIONS
    ]
    with web_server(database) as server:
        times: dict[int, list[float]] = defaultdict(list)
        for is_measured in (False, True):
            for zoom, request in asked:
                outcome = drive(server.port, [request], clients=1)
                if not set(outcome.statuses) <= {200, 204}:
                    raise RuntimeError(f"some tiles were refused: {outcome.statuses}")
                if is_measured:
                    times[zoom].append(1000 * outcome.times[0])
        again = _again_ms(server.port, tokens["he"], tiles)
    everything = sorted(one for some in times.values() for one in some)
    figures = {"p95_ms": round(_p95(everything), 1), "not_modified_ms": round(again, 1)}
    return figures | {f"p95_ms_z{zoom:02}": round(_p95(sorted(times[zoom])), 1) for zoom in ZOOMS}


def _again_ms(port: int, token: str, tiles: dict[int, list[Tile]]) -> float:
    """A tile that a browser keeps, asked for again."""
    times = []
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for zoom in ZOOMS:
        path = f"{ADDRESS.format(*tiles[zoom][0])}?f=state~all"
        headers = {"Authorization": f"Bearer {token}"}
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        began = time.perf_counter()
        connection.request("GET", path, headers=headers | {"If-None-Match": answer.headers["ETag"]})
        answer = connection.getresponse()
        answer.read()
        times.append(1000 * (time.perf_counter() - began))
        if answer.status != 304:
            raise RuntimeError(f"a tile that nobody changed was sent again: {answer.status}")
    return statistics.median(times)


def _against_naive(database: str, token: str, tiles: dict[int, list[Tile]]) -> dict[str, float]:
    """One tile of every zoom both ways."""
    with connect(database) as connection:
        connection.execute("create index bench_position on incidents_incident using gist (position)")
        connection.execute("analyze incidents_incident")
        naive: dict[int, float] = {}
        for zoom in ZOOMS:
            began = time.perf_counter()
            connection.execute(NAIVE, dict(zip("zxy", tiles[zoom][0], strict=True))).fetchone()
            naive[zoom] = 1000 * (time.perf_counter() - began)
            _say(f"naive z{zoom}: {naive[zoom]:.0f} ms")
        connection.execute("drop index bench_position")
    with web_server(database) as server:
        own = 0.0
        for zoom in ZOOMS:
            request = request_bytes("GET", f"{ADDRESS.format(*tiles[zoom][0])}?f=state~all", token=token)
            drive(server.port, [request], clients=1)
            own += 1000 * min(drive(server.port, [request] * 3, clients=1).times)
    return {
        "speedup": round(sum(naive.values()) / own, 1),
        "naive_ms_z06": round(naive[6], 1),
        "naive_ms_z18": round(naive[18], 1),
    }


def _p95(ordered: list[float]) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


LIST_INDEXES = """
select indexrelid::regclass::text from pg_index
 where indrelid = 'incidents_incident'::regclass and not indisprimary
   and not exists (select 1 from pg_constraint where conindid = indexrelid)
"""
SAMPLE = """
select st_x(position), st_y(position) from incidents_incident where receipt_no like 'T%%'
 order by md5(receipt_no || 'lot') limit %s
"""
NAIVE = """
select ST_AsMVT(t, 'incidents', 4096, 'geom') from (
  select id::text as id, state, title,
         ST_AsMVTGeom(ST_Transform(position, 3857), ST_TileEnvelope(%(z)s, %(x)s, %(y)s), 4096, 0) as geom
    from incidents_incident
   where position && ST_Transform(ST_TileEnvelope(%(z)s, %(x)s, %(y)s), 4326) and head_id is null) t
"""
FILL = """
insert into incidents_incident
 (id, receipt_no, tracking_index, fingerprint, channel, state, version, item_code, title, words, address, position, datum,
  city_code, county_code, township_code, community_code, grid_code, scope_code, is_urgent, identity, sight_floor,
  centre_id, centre_area, handler_unit_id, reported_at, received_at, stage_started_at, stage_limit, due_at, warn_at,
  is_due_provisional, is_history, external_source, external_id, duplicate_of_external)
select md5('tile' || n)::uuid, 'T' || lpad(n::text, 12, '0'), decode(md5('tile' || n), 'hex'), '\\x00'::bytea, 'resident',
       case when n %% 100 < 2 then (array[10, 20, 30, 40, 50, 60])[1 + n %% 6] else 70 end, 1,
       '0' || 1 + n %% 7 || '0101', '路灯不亮第' || n || '件', '', '', ST_SetSRID(ST_MakePoint(lon, lat), 4326), 'wgs84',
       '4309', left(grid, 6), left(grid, 9), left(grid, 12), grid, grid, n %% 40 = 0, 'named', 15,
       '00000000-0000-4000-8000-000000000001', left(grid, 12), null, at, at, at, '', at + interval '5 days',
       at + interval '4 days', false, false, '', '', ''
  from (select n, at, lon, lat,
               '4309' || lpad((2 + floor((lat - 28.0) / 0.33334)::int * 3 + floor((lon - 111.8) / 0.36668)::int)::text, 2, '0')
               || lpad((1 + floor((lat - 28.0) / 0.083335)::int %% 4 * 4 + floor((lon - 111.8) / 0.09167)::int %% 4)::text, 3, '0')
               || lpad((1 + floor((lat - 28.0) / 0.0277783)::int %% 3 * 3 + floor((lon - 111.8) / 0.0305567)::int %% 3)::text, 3, '0')
               || lpad((1 + floor((lat - 28.0) / 0.01388917)::int %% 2 * 2 + floor((lon - 111.8) / 0.01527833)::int %% 2)::text, 3, '0')
                  as grid
          from (select n, timestamptz '2026-11-16 10:00+08' - make_interval(secs => (hashint4(n * 3) & 16777215) * 5.6) as at,
                       case when n %% 5 < 3 then 111.98 + 0.3668 * ((hashint4(n + 5) & 1023) %% 3) + (sqrt(-2 * ln(u + 1e-9)) * cos(6.2832 * v)) * 0.02
                            else 111.81 + 1.08 * u end as lon,
                       case when n %% 5 < 3 then 28.16 + 0.3334 * ((hashint4(n + 9) & 1023) %% 3) + (sqrt(-2 * ln(u + 1e-9)) * sin(6.2832 * v)) * 0.018
                            else 28.01 + 0.98 * v end as lat
                  from (select n, (hashint4(n * 7 + 1) & 16777215) / 16777216.0 as u,
                               (hashint4(n * 11 + 3) & 16777215) / 16777216.0 as v
                          from generate_series(%(from)s::int, %(to)s::int) n) drawn) placed) made
"""
FILL_PARTS = """
insert into incidents_participant (id, incident_id, unit_id, part, since_at, reported_at)
select gen_random_uuid(), i.id, u.id, 'handler', i.reported_at, i.reported_at
  from incidents_incident i join access_unit u on u.kind = 'urban_management' and u.area_code = i.county_code
 where i.receipt_no like 'T%' and right(i.receipt_no, 1) in ('2', '7')
"""
