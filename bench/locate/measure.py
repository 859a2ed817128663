"""Position → grid: one at a time as a report comes in, and many at once as files and moved borders need it.

Measured in process, over a database of its own with 10,000 grids (100 × 100, borders of some 40 corners that
neighbours share, in communities, townships and counties with outlines): `locate` for 2,000 random positions, and
`locate_many` for 100,000, 500 in a call. The reference, in the same run, is what is written otherwise: one ORM query
per point, `Area.objects.filter(valid_to_on=None, outline__intersects=point)`, the deepest first, with its spatial
index, over a warm connection of the application's role. All three must give the same grids, or the run fails. Each is
told by its median, so that another program's burst meets none of them alone.

single_us       median time of one `locate`
batch_us        median time of a call of `locate_many` ÷ its positions
speedup_batch   median time of the ORM query ÷ batch_us
"""

import random
import statistics
import sys
import time

import numpy as np
import shapely

from bench.servers import bench_database, connect, django_over

SIDE = 100
WEST, SOUTH, STEP = 113.0, 27.0, 0.004
CORNERS = 9
SINGLES, BATCH, CHUNK, ASKED = 2_000, 100_000, 500, 300
PUT = """
insert into areas_area (code, name, level, parent_code, kind, outline, is_outline_generated, valid_from_on)
select code, code, length(code), parent, 'urban', ST_Multi(ST_SetSRID(wkb::geometry, 4326)), true, date '2024-01-01'
  from unnest(%s::text[], %s::text[], %s::bytea[]) as t (code, parent, wkb)
"""


def run(*, is_full: bool) -> dict[str, float]:
    """The figures. ``--full`` asks ten times as often."""
    more = 10 if is_full else 1
    with bench_database("locate") as database:
        _fill(database)
        django_over(database)
        from django.db import connection

        try:
            return _measure(SINGLES * more, BATCH * more, ASKED * more)
        finally:
            connection.close()


def _measure(singles: int, batch: int, asked: int) -> dict[str, float]:
    from jingwei.foundation.areas.queries import locate, locate_many

    dice = random.Random(4309)
    spots = [(WEST + dice.random() * SIDE * STEP, SOUTH + dice.random() * SIDE * STEP) for _ in range(batch)]
    locate(*spots[0])  # loads the division
    single = []
    found = []
    for spot in spots[:singles]:
        began = time.perf_counter()
        place = locate(*spot)
        single.append(time.perf_counter() - began)
        found.append(place.area_code)
    rounds, many = [], []
    for start in range(0, batch, CHUNK):
        began = time.perf_counter()
        places = locate_many(spots[start : start + CHUNK])
        rounds.append(time.perf_counter() - began)
        many += [place.area_code if place else None for place in places]
    orm, asked_codes = _ask(spots[:asked])
    if many[:singles] != found or many[:asked] != asked_codes:
        raise RuntimeError("the three ways do not find the same grids")
    batch_us = 1e6 * statistics.median(rounds) / CHUNK
    orm_us = 1e6 * statistics.median(orm)
    print(f"one ORM query per point: {orm_us:.0f} µs", file=sys.stderr)
    return {
        "single_us": round(1e6 * statistics.median(single), 1),
        "batch_us": round(batch_us, 2),
        "speedup_batch": round(orm_us / batch_us, 1),
    }


def _ask(spots: list[tuple[float, float]]) -> tuple[list[float], list[str | None]]:
    """What is written otherwise: a query each. The first hundred warm the connection and are asked again."""
    from django.contrib.gis.geos import Point

    from jingwei.foundation.areas.models import Area

    def ask(lon: float, lat: float) -> str | None:
        rows = Area.objects.filter(valid_to_on=None, outline__intersects=Point(lon, lat, srid=4326))
        code: str | None = rows.order_by("-level", "code").values_list("code", flat=True).first()
        return code

    for lon, lat in spots[:100]:
        ask(lon, lat)
    times, codes = [], []
    for lon, lat in spots:
        began = time.perf_counter()
        codes.append(ask(lon, lat))
        times.append(time.perf_counter() - began)
    return times, codes


def _fill(database: str) -> None:
    grids = _grids()
    areas: dict[str, list[shapely.Polygon]] = {}
    for code, polygon in grids.items():
        for length in (4, 6, 9, 12):
            areas.setdefault(code[:length], []).append(polygon)
    whole = {code: shapely.coverage_union_all(np.asarray(parts)) for code, parts in areas.items()}
    rows = [(code, code[: _above(code)], shapely.to_wkb(shape)) for code, shape in (whole | grids).items()]
    with connect(database) as connection:
        connection.execute(PUT, [list(column) for column in zip(*rows, strict=True)])
        connection.execute("vacuum analyze areas_area")


def _above(code: str) -> int:
    return {4: 0, 6: 4, 9: 6, 12: 9, 15: 12}[len(code)]


def _grids() -> dict[str, shapely.Polygon]:
    """A coverage: every edge of the lattice is one crooked line that both neighbours have."""
    dice = np.random.default_rng(4309)
    nodes = np.stack(np.meshgrid(np.arange(SIDE + 1), np.arange(SIDE + 1), indexing="ij"), axis=-1).astype(
        float
    )
    nodes[1:-1, 1:-1] += dice.uniform(-0.2, 0.2, (SIDE - 1, SIDE - 1, 2))

    def edge(start: np.ndarray, end: np.ndarray, is_inner: bool) -> np.ndarray:
        share = np.linspace(0, 1, CORNERS + 2)[:, None]
        line = start + (end - start) * share
        if is_inner:
            line[1:-1] += dice.uniform(-0.03, 0.03, (CORNERS, 2))
        return line

    across = [
        [edge(nodes[x, y], nodes[x + 1, y], 0 < y < SIDE) for y in range(SIDE + 1)] for x in range(SIDE)
    ]
    up = [[edge(nodes[x, y], nodes[x, y + 1], 0 < x < SIDE) for y in range(SIDE)] for x in range(SIDE + 1)]
    grids = {}
    for x in range(SIDE):
        for y in range(SIDE):
            ring = np.concatenate(
                [across[x][y][:-1], up[x + 1][y][:-1], across[x][y + 1][::-1][:-1], up[x][y][::-1]]
            )
            corners = np.round(ring * STEP + (WEST, SOUTH), 7)
            serial = x * SIDE + y
            code = f"4388{serial // 1000 + 1:02d}{serial // 100 % 10 + 1:03d}{serial // 10 % 10 + 1:03d}{serial % 10 + 1:03d}"
            grids[code] = shapely.Polygon(corners)
    return grids
