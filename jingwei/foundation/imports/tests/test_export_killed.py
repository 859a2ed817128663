"""A runner killed anywhere leaves nothing half offered; the next one goes on and finishes."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from jingwei.foundation.imports.tests.test_killed import begin, count, wait_until
from tests.databases import clone_database, database_name, drop_database, owner_connection

ROWS = 120

PREPARE = """
from django.db import connection
from jingwei.foundation.scoping import eyes
from jingwei.foundation.imports.services.sources import register_sources
from jingwei.foundation.imports.tests.export_demonstration import SOURCES
from jingwei.foundation.imports.tests.export_steps import *
register_sources(SOURCES)
with eyes(CAST.machine), connection.cursor() as cursor:
    for n in range(%d):
        cursor.execute("insert into access_unit (id, code, name, kind, area_code, is_government, is_active, public_phone) "
                       "values (gen_random_uuid(), %%s, 'x', 'other', '430902', true, true, '')", [f"K{n:03}"])
print(asked(wish={"begins": "K"}).id)
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
TAKE = """
import sys
from uuid import UUID
from jingwei.foundation.imports.services.sources import register_sources
from jingwei.foundation.imports.tests.export_demonstration import SOURCES
from jingwei.foundation.imports.tests.export_steps import *
register_sources(SOURCES)
open(sys.argv[2], "wb").write(content(read(UUID(sys.argv[1]))))
"""


@pytest.fixture
def database() -> Iterator[str]:
    name = database_name("kill")
    clone_database(name)
    yield name
    drop_database(name)


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
def test_a_killed_runner_offers_nothing_and_its_successor_finishes(database: str, tmp_path: Path) -> None:
    prepared = begin(PREPARE % ROWS, database=database, var=tmp_path)
    export_id = prepared.communicate(timeout=300)[0].strip()

    def killed_when(reached) -> None:  # type: ignore[no-untyped-def]
        runner = begin(RUN, export_id, "0.03", database=database, var=tmp_path)
        wait_until(reached)
        os.kill(runner.pid, signal.SIGKILL)
        runner.communicate()
        wait_until(lambda: count(database, "pg_stat_activity where datname = current_database()") <= 1)
        state, rows, _, sha256 = facts(database)
        assert (state, sha256) == ("running", "")
        assert rows % 2 == 0
        assert count(database, "imports_export where state = 'ready' or expires_at is not null") == 0

    killed_when(lambda: facts(database)[1] >= 20)
    killed_when(lambda: facts(database)[1] >= 60)
    killed_when(lambda: facts(database)[2] and is_writing_the_book(tmp_path))

    begin(RUN, export_id, "0", database=database, var=tmp_path).communicate(timeout=300)

    assert facts(database)[:2] == ("ready", ROWS)
    assert len(list((tmp_path / "exports" / export_id).iterdir())) == 1
    begin(TAKE, export_id, str(tmp_path / "taken.xlsx"), database=database, var=tmp_path).communicate(
        timeout=300
    )
    sheet = openpyxl.load_workbook(tmp_path / "taken.xlsx").worksheets[0]
    assert [row[0] for row in sheet.iter_rows(min_row=3, values_only=True)] == [
        f"K{n:03}" for n in range(ROWS)
    ]
