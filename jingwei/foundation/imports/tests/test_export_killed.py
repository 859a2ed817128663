"""A runner killed anywhere leaves nothing half offered; the next one goes on and finishes."""

import os
import signal
from pathlib import Path

import pytest
from django.db import connection

from jingwei.foundation.imports.services.export_runs import make_to_end
from jingwei.foundation.imports.tests.export_steps import asked, book, clock, read
from jingwei.foundation.imports.tests.test_killed import begin, count, in_this_process, wait_until
from jingwei.foundation.scoping import eyes
from tests.cast import CAST
from tests.databases import owner_connection
from tools.assurance import depth

ROWS = 120

UNIT = """
insert into access_unit (id, code, name, kind, area_code, is_government, is_active, public_phone)
values (gen_random_uuid(), %s, 'x', 'other', '430902', true, true, '')
"""
RUN = """
import sys, time
from dataclasses import replace
from uuid import UUID
from jingwei.foundation.imports.services import export_books, export_runs
from jingwei.foundation.imports.services.sources import register_sources
from jingwei.foundation.imports.tests import export_demonstration, export_steps
pause = float(sys.argv[2])
def slow(actor, taking, *, cursor):
    time.sleep(pause)
    return export_demonstration.read_units(actor, taking, cursor=cursor)
register_sources([replace(export_demonstration.UNIT_SOURCE, rows=slow)])
write_cell = export_books._write_cell
def slow_cell(*words):
    time.sleep(pause / 20)
    write_cell(*words)
export_books._write_cell = slow_cell
export_runs.make_to_end(UUID(sys.argv[1]), now=export_steps.clock)
"""


def facts(database: str) -> tuple[str, int, bool, str]:
    with owner_connection(database) as connection:
        row = connection.execute(
            "select state, done_rows, is_read_to_end, sha256 from imports_export"
        ).fetchone()
    assert row is not None
    return str(row[0]), int(str(row[1])), bool(row[2]), str(row[3])


def is_writing_the_book(var: Path) -> bool:
    return any(path.stat().st_size > 2000 for path in (var / "exports").glob("*/*") if path.name != "rows")


@pytest.mark.slow
def test_a_killed_runner_offers_nothing_and_its_successor_finishes(
    own_city: str, tmp_path: Path, django_db_blocker: object
) -> None:
    database = own_city
    with in_this_process(django_db_blocker):
        with eyes(CAST.machine), connection.cursor() as cursor:
            cursor.executemany(UNIT, [(f"K{n:03}",) for n in range(ROWS)])
        export_id = asked(wish={"begins": "K"}).id

    def killed_when(reached) -> None:  # type: ignore[no-untyped-def]
        runner = begin(RUN, str(export_id), "0.03", database=database, var=tmp_path)
        wait_until(reached)
        os.kill(runner.pid, signal.SIGKILL)
        runner.communicate()
        wait_until(lambda: count(database, "pg_stat_activity where datname = current_database()") <= 1)
        state, rows, _, sha256 = facts(database)
        assert (state, sha256) == ("running", "")
        assert rows % 2 == 0
        assert count(database, "imports_export where state = 'ready' or expires_at is not null") == 0

    for rows in depth((40,), (20, 60)):
        killed_when(lambda least=rows: facts(database)[1] >= least)
    killed_when(lambda: facts(database)[2] and is_writing_the_book(tmp_path))

    with in_this_process(django_db_blocker):
        make_to_end(export_id, now=clock)
        assert facts(database)[:2] == ("ready", ROWS)
        assert len(list((tmp_path / "exports" / str(export_id)).iterdir())) == 1
        sheet = book(read(export_id)).worksheets[0]
    assert [row[0] for row in sheet.iter_rows(min_row=3, values_only=True)] == [
        f"K{n:03}" for n in range(ROWS)
    ]
