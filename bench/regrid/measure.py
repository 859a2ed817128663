"""Moving borders: a township whose grids are all drawn anew, with 50,000 incidents on them.

Measured through the services, as the application's role, over a database of its own: a draft of the township closes
its three grids and loads thirty others with other codes, so that every single row has to go to another grid; one in
five of them has no position. From the moment of publishing until every row has followed (versions, posts, plan,
batches with their audit entries, progress), and back: the undoing, after which every row must be what it was to the
last column. Progress is read between the slices and must grow. The reference, in the same run, is the loop that is
written otherwise: locate, set, save, one incident at a time.

seconds   the slower of publishing and undoing, until every row has followed
rows_s    rows ÷ seconds
"""

import sys
import time
from typing import Any
from uuid import UUID

import shapely

from bench.lists.measure import FILL
from bench.servers import bench_database, connect, django_over

ROWS = 50_000
NAIVE = 500
COLUMNS, LINES = 10, 3
WHOLE = """
select count(*), md5(string_agg(concat_ws('|', id, city_code, county_code, township_code, community_code, grid_code,
       scope_code, day_code, special_grid_code, centre_id, centre_area), ',' order by id)) from incidents_incident
"""
PLACE = """
update incidents_incident i set
       county_code = left(p.grid, 6), township_code = left(p.grid, 9), community_code = left(p.grid, 12),
       grid_code = p.grid, scope_code = p.grid, centre_area = left(p.grid, 12), centre_id = u.id,
       position = case when p.n %% 5 > 0 then ST_SetSRID(ST_MakePoint(
           112.3 + (p.n %% 3) * 0.01 + 0.0002 + (p.n %% 97) / 97.0 * 0.0096,
           28.5002 + (p.n %% 89) / 89.0 * 0.0096), 4326) end
  from (select id, n, (array['430902001001001', '430902001001002', '430902001002001'])[1 + n %% 3] as grid
          from (select id, (row_number() over (order by id))::int as n from incidents_incident) numbered) p
  join access_unit u on u.kind = 'centre' and u.area_code = left(p.grid, 12)
 where i.id = p.id
"""


def run(*, is_full: bool) -> dict[str, float]:
    """The figures. ``--full`` moves ten times as many rows."""
    rows = ROWS * (10 if is_full else 1)
    with bench_database("regrid") as database:
        with connect(database) as connection:
            connection.execute(FILL, {"from": 1, "to": rows})
            connection.execute(PLACE, {})
            for table in (
                "incidents_incident",
                "territory_move",
                "maps_delta",
            ):  # no vacuum of its own meanwhile
                connection.execute(f"alter table {table} set (autovacuum_enabled = false)")
            connection.execute("vacuum analyze incidents_incident")
        django_over(database)
        from django.db import connection as served

        try:
            there, back = _move(database)
            print(f"published in {there:.1f} s, undone in {back:.1f} s", file=sys.stderr)
            print(f"one incident at a time: {_naive_rows_s():.0f} rows/s", file=sys.stderr)
        finally:
            served.close()
    seconds = max(there, back)
    return {"seconds": round(seconds, 1), "rows_s": round(rows / seconds)}


def _move(database: str) -> tuple[float, float]:
    from jingwei.foundation.territory.services.publishing import publish_draft, undo_publication
    from jingwei.kernel.clock import local, now
    from tests.cast import CAST

    draft = _drawn()
    before = _told(database)
    began = time.perf_counter()
    published = publish_draft(
        CAST.ding,
        draft.pk,
        version=draft.version,
        on=local(now()).date(),
        reason="重新划分",
        at=now(),
    )
    _follow(published.pk)
    there = time.perf_counter() - began
    with connect(database) as connection:
        left = connection.execute(
            "select count(*) from incidents_incident where scope_code in"
            " ('430902001001001', '430902001001002', '430902001002001')"
        ).fetchone()
    if left != (0,):
        raise RuntimeError(f"rows were left behind: {left}")
    began = time.perf_counter()
    undo_publication(CAST.ding, published.pk, reason="恢复", at=now())
    _follow(published.pk)
    back = time.perf_counter() - began
    if _told(database) != before:
        raise RuntimeError("after the undoing the rows are not what they were")
    return there, back


def _told(database: str) -> Any:
    with connect(database) as connection:
        return connection.execute(WHOLE).fetchone()


def _drawn() -> Any:
    """The township's draft with thirty grids instead of three, checked."""
    from jingwei.foundation.areas.contracts import AreaKind, Layer
    from jingwei.foundation.scoping import eyes
    from jingwei.foundation.territory.queries.publications import effects_on_division, posts_in_closed
    from jingwei.foundation.territory.rules.features import GivenFeature, LoadManner
    from jingwei.foundation.territory.services.answers import GivenAnswer, answer_for
    from jingwei.foundation.territory.services.counting import rows_affected
    from jingwei.foundation.territory.services.drafts import open_draft
    from jingwei.foundation.territory.services.loading import load_features
    from jingwei.foundation.territory.services.publishing import check_draft
    from jingwei.kernel.clock import now
    from tests.cast import CAST, SOUTH, STEP, TOWNSHIP, WEST

    draft = open_draft(CAST.ding, area_code=TOWNSHIP, title="重新划分", at=now())
    wide, high = 3 * STEP / COLUMNS, STEP / LINES
    given = []
    for number in range(COLUMNS * LINES):
        column, row = divmod(number, LINES)
        west, south = WEST + column * wide, SOUTH + row * high
        middle = west + wide / 2
        community = TOWNSHIP + ("001" if middle < WEST + 2 * STEP else "002")
        east = west + wide
        box = shapely.box(west, south, east, south + high)
        given.append(
            GivenFeature(
                Layer.SMALL,
                f"{community}{101 + number:03d}",
                f"新网格{number + 1}",
                AreaKind.URBAN,
                community,
                100,
                300,
                shapely.to_wkb(box),
            )
        )
    given = _fitted(given, WEST + 2 * STEP)
    edited = load_features(
        CAST.ding,
        draft.pk,
        given,
        version=draft.version,
        manner=LoadManner.REPLACE,
        note="bench",
        at=now(),
    )
    with eyes(CAST.ding):
        effects = effects_on_division(edited.draft)
    if rows_affected(effects)[0].rows < ROWS:
        raise RuntimeError("the preview counts too few rows")
    closed = [one.before.code for one in effects.closes]
    answers = [GivenAnswer("post", post.post_id, "close") for post in posts_in_closed(closed, at=now())]
    draft = answer_for(CAST.ding, draft.pk, answers, version=edited.draft.version, at=now())
    seen = check_draft(CAST.ding, draft.pk, version=draft.version, at=now())
    if seen.blocking or seen.unanswered:
        raise RuntimeError(f"the draft is not sound: {[one.detail_en for one in seen.faults]}")
    return seen.draft


def _fitted(given: list[Any], border: float) -> list[Any]:
    """Cut at the border of the two communities, so that every grid lies in its own."""
    from dataclasses import replace

    west, east = shapely.box(0, 0, border, 90), shapely.box(border, 0, 180, 90)
    fitted = []
    for one in given:
        shape = shapely.from_wkb(one.outline_wkb)
        parts = [(side, shapely.intersection(shape, half)) for side, half in (("001", west), ("002", east))]
        for side, part in parts:
            if part.area > 1e-9:
                parent = one.parent_code[:9] + side
                code = one.code if parent == one.parent_code else f"{parent}{int(one.code[-3:]) + 100:03d}"
                fitted.append(replace(one, parent_code=parent, code=code, outline_wkb=shapely.to_wkb(part)))
    return fitted


def _follow(publication_id: UUID) -> None:
    """Do what the queue does, slice by slice, and see that progress is told."""
    from jingwei.foundation.scoping import eyes
    from jingwei.foundation.territory.queries.publications import last_run_of
    from jingwei.foundation.territory.services.moving import advance_run
    from jingwei.kernel.clock import now
    from tests.cast import CAST

    def told() -> tuple[UUID, int, int]:
        with eyes(CAST.machine):
            run = last_run_of(publication_id)
        assert run
        return run.pk, sum(one["done"] for one in run.tables), sum(one["total"] for one in run.tables)

    run_id, *_ = told()
    seen = []
    while True:
        wait = advance_run(run_id, now=now, seconds=0)
        _, done, total = told()
        seen.append(done)
        if wait is None or wait.total_seconds() > 0:
            break
    if total < ROWS or done != total or seen != sorted(seen) or len(set(seen)) < 5:
        raise RuntimeError(f"progress was not told: {total} {seen[:5]} … {seen[-5:]}")


def _naive_rows_s() -> float:
    from jingwei.domains.incidents.models import Incident
    from jingwei.foundation.areas.queries import locate
    from jingwei.foundation.scoping import eyes
    from jingwei.kernel.codes import ancestor_codes
    from tests.cast import CAST

    began: float = time.perf_counter()
    for start in range(NAIVE):
        with eyes(CAST.machine):
            row = Incident.objects.unscoped("bench").exclude(position=None).order_by("id")[start]
            codes = ancestor_codes(locate(row.position.x, row.position.y).area_code)
            row.grid_code, row.scope_code = codes.grid, codes.scope
            row.save(force_update=True)
    return NAIVE / (time.perf_counter() - began)
