"""A runner killed in the middle of a chunk: the next one goes on at the last committed mark, nothing twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections

from jingwei.foundation.imports.services import runs
from jingwei.foundation.imports.services.runs import run_to_end, start_batch
from jingwei.foundation.imports.tests.steps import checked, clock, csv_bytes, uploaded
from tests.cast import CAST, MONDAY_10
from tests.databases import ROOT, owner_connection
from tools.assurance import depth

ROWS = 100

RUN = """
import sys, time
from uuid import UUID
from dataclasses import replace
from jingwei.foundation.imports.services import runs
from jingwei.foundation.imports.tests import demonstration, steps
def slow(actor, rows, context):
    targets = []
    for row in rows:
        targets += demonstration.write_units(actor, [row], context)
        time.sleep(float(sys.argv[2]))
    return targets
from jingwei.foundation.imports.services.registry import register_sheets
register_sheets([replace(demonstration.UNITS, write=slow)])
runs.CHUNK_ROWS = 10
runs.run_to_end(UUID(sys.argv[1]), now=steps.clock)
"""
START = """
import django
django.setup()
from jingwei.foundation.imports.services.registry import register_sheets
from jingwei.foundation.imports.tests.demonstration import SHEETS
register_sheets(SHEETS)
"""


@contextmanager
def in_this_process(blocker: Any) -> Iterator[None]:
    """What needs no process of its own to be killed; it leaves no connection behind."""
    with blocker.unblock():
        yield
        connections["default"].close()


def begin(script: str, *words: str, database: str, var: Path) -> "subprocess.Popen[str]":
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "jingwei.config.settings",
        "JINGWEI_DATABASE_NAME": database,
        "JINGWEI_DATABASE_ROLE": "app",
        "JINGWEI_VAR": str(var),
    }
    return subprocess.Popen(
        [sys.executable, "-c", START + script, *words],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def count(database: str, table: str) -> int:
    with owner_connection(database) as connection:
        row = connection.execute(f"select count(*) from {table}").fetchone()
    assert row is not None
    return int(str(row[0]))


def written(database: str) -> int:
    return count(database, "access_unit where starts_with(code, 'T')")


@pytest.mark.slow
def test_a_killed_runner_leaves_whole_chunks_and_its_successor_finishes(
    own_city: str, tmp_path: Path, django_db_blocker: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = own_city
    with in_this_process(django_db_blocker):
        batch = checked(uploaded(csv_bytes(*((f"T{n:03}", "队", "", "", "") for n in range(ROWS)))))
        start_batch(CAST.wu, batch.id, at=MONDAY_10)
    for deaths in range(1, depth(3, 4)):
        runner = begin(RUN, str(batch.id), "0.02", database=database, var=tmp_path)
        wait_until(lambda least=deaths * 20: written(database) >= least)
        time.sleep(0.1)
        os.kill(runner.pid, signal.SIGKILL)
        runner.communicate()
        wait_until(lambda: count(database, "pg_stat_activity where datname = current_database()") <= 1)
        in_mark = done_rows(database)
        assert written(database) == in_mark == count(database, "imports_batchrow where state = 'written'")
        assert in_mark % 10 == 0
    assert done_rows(database) < ROWS

    monkeypatch.setattr(runs, "CHUNK_ROWS", 10)
    with in_this_process(django_db_blocker):
        run_to_end(batch.id, now=clock)

    assert written(database) == ROWS
    assert count(database, "imports_batch where state = 'finished' and written_rows = 100") == 1
    assert count(database, "imports_batchrow where state = 'written'") == ROWS


def done_rows(database: str) -> int:
    with owner_connection(database) as connection:
        row = connection.execute("select done_rows from imports_batch").fetchone()
    assert row is not None
    return int(str(row[0]))


def wait_until(condition, *, seconds: float = 120) -> None:  # type: ignore[no-untyped-def]
    give_up_at = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > give_up_at:
            raise AssertionError("waited in vain")
        time.sleep(0.05)


def test_the_owner_sees_what_the_test_counts(own_city: str) -> None:
    with pytest.raises(psycopg.errors.UndefinedTable):
        count(own_city, "imports_nothing")
    assert count(own_city, "access_unit") > 0
