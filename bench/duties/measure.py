"""Trying a duty matrix on the past: a quarter of 25,000 matters, dispatched once more by the one in force and by a draft.

Through the service that the queue calls, as the application's role, over a database of its own: the standard list of
332 items, a matrix with a line for each of them and some before, and a draft of it in which a class goes to another
unit. Timed from the beginning of the job to its end, reading, choosing, counting and noting progress included. Progress
must be told after every batch, every matter must be counted once, and the draft must move exactly the matters of the
class that it changes. The reference, in the same run, asks the same of the matrix by a plain walk through its lines.

simulate_s     seconds for 25,000 matters; for ten times as many with --full
matters_per_s  matters ÷ simulate_s
"""

import sys
import time
from dataclasses import replace
from datetime import date, datetime, timedelta

from bench.lists.measure import FILL
from bench.servers import bench_database, connect, django_over

ROWS = 25_000
WALKED = 2_000
CHANGED = "01"
DAYS = 91
SETTLE = """
update incidents_incident i set state = 70, reported_at = now() - p.n * interval '91 days' / %s
  from (select id, row_number() over (order by id) as n from incidents_incident) p where i.id = p.id
"""


def run(*, is_full: bool) -> dict[str, float]:
    """The figures. ``--full`` tries ten times as many matters."""
    rows = ROWS * (10 if is_full else 1)
    with bench_database("duties") as database:
        with connect(database) as connection:
            connection.execute(FILL, {"from": 1, "to": rows})
            connection.execute(SETTLE, [rows + 1])
            connection.execute("vacuum analyze incidents_incident")
            changed = connection.execute(
                "select count(*) from incidents_incident where left(item_code, 2) = %s", [CHANGED]
            ).fetchone()
        django_over(database)
        from django.db import connection as served

        try:
            seconds = _simulated(database, rows, changed[0] if changed else 0)
            _walked()
        finally:
            served.close()
    return {"simulate_s": round(seconds, 2), "matters_per_s": round(rows / seconds)}


def _simulated(database: str, rows: int, changed: int) -> float:
    from jingwei.config.demo.duties import load_demo_duties
    from jingwei.domains.incidents.services.simulating import BATCH_ROWS, run_simulation
    from jingwei.domains.routing.contracts import NewLine
    from jingwei.domains.routing.queries.simulations import simulations_of
    from jingwei.domains.routing.services.duties import save_line, start_draft
    from jingwei.domains.routing.services.simulations import begin_simulation
    from jingwei.foundation.scoping import eyes
    from jingwei.kernel.clock import local, now
    from tests.cast import CAST

    load_demo_duties(CAST.machine, begins_on=date(2024, 1, 1), at=now())
    draft = start_draft(CAST.ding, "草稿", at=now())
    save_line(CAST.ding, draft.pk, NewLine(lead="centre@4", item_prefix=CHANGED), before_no=1)
    today = local(now()).date()
    run = begin_simulation(
        CAST.ding, draft.pk, from_on=today - timedelta(days=DAYS), to_on=today, total=rows, at=now()
    )
    told: list[int] = []
    with connect(database) as other:

        def clock() -> datetime:
            """What everybody else sees of the progress, each time the job looks at the clock."""
            row = other.execute("select done from routing_simulation").fetchone()
            told.append(row[0] if row else 0)
            return now()

        began = time.perf_counter()
        run_simulation(run.simulation_id, now=clock)
        seconds = time.perf_counter() - began
    if told != sorted(told) or len(set(told)) < rows // BATCH_ROWS:
        raise RuntimeError(f"progress was not told: {told}")
    with eyes(CAST.ding):
        found = simulations_of(CAST.ding, at=now())[0]
    result = found.result
    counted = result["same"] + result["moved"] + result["gained"] + result["lost"] + result["nobody"]
    if (found.done, counted, result["moved"] + result["gained"]) != (rows, rows, changed):
        raise RuntimeError(
            f"not every matter was counted once: {found.done} {counted} {result['moved']} {changed}"
        )
    return seconds


def _walked() -> None:
    """The reference: the same question by a plain walk through the lines."""
    from jingwei.domains.incidents.queries.duties import case_at
    from jingwei.domains.routing.queries.duties import matrix_in_force
    from jingwei.domains.routing.rules.duties import choose, fits
    from jingwei.kernel.clock import local, now
    from tests.cast import COMMUNITY

    matrix = matrix_in_force(on=local(now()).date())
    if matrix is None:
        raise RuntimeError("no matrix is in force")
    case = case_at("010101", COMMUNITY, centre_area=COMMUNITY, at=now())
    cases = [replace(case, item_code=line.item_prefix) for line in matrix.lines for _ in range(6)][:WALKED]
    began = time.perf_counter()
    plainly = [next(line for line in matrix.lines if fits(line, one)) for one in cases]
    middle = time.perf_counter()
    chosen = [choose(matrix, one) for one in cases]
    ended = time.perf_counter()
    if plainly != chosen:
        raise RuntimeError("choosing by prefix is not choosing by order")
    print(
        f"{len(cases)} choices: {1e6 * (ended - middle) / len(cases):.0f} µs each, "
        f"by a plain walk {1e6 * (middle - began) / len(cases):.0f} µs",
        file=sys.stderr,
    )
