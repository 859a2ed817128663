"""Killed in the middle, an import leaves whole incidents only, and the same command finishes it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command

from jingwei.domains.incidents.tests.bringing import matter, matters, message, messages
from tests.cast import COMMUNITY, COUNTY
from tests.databases import ROOT, owner_connection
from tools.assurance import depth

pytestmark = pytest.mark.slow
ROWS = depth(2000, 4000)
AT_ONCE = depth(1100, 3000)
PATIENCE_SECONDS = 120

HALF_DONE = """
select count(*) from incidents_incident i
 where i.external_id <> ''
   and (i.version <> (select count(*) from incidents_step s where s.incident_id = i.id)
        or i.version <> (select max(version) from incidents_step s where s.incident_id = i.id)
        or (not i.is_history and not exists (select 1 from incidents_participant p where p.incident_id = i.id)))
"""
AUDITED = """
select coalesce(sum((change::jsonb ->> 'count')::int), 0) from audit_entry
 where target like 'incidents.batch:%' and change::jsonb ? 'count'
"""


@pytest.fixture
def owner(own_city: str) -> Iterator["psycopg.Connection[tuple[int]]"]:
    with owner_connection(own_city) as connected:
        yield connected  # type: ignore[misc]


def started(city: str, path: Path, area: str, var: Path) -> "subprocess.Popen[str]":
    environment = os.environ | {"JINGWEI_DATABASE_NAME": city, "JINGWEI_VAR": str(var)}
    return subprocess.Popen(
        [sys.executable, "-m", "jingwei", "import_messages", str(path), "--area", area],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def number(owner: "psycopg.Connection[tuple[int]]", sql: str) -> int:
    row = owner.execute(sql).fetchone()
    assert row is not None
    return int(row[0])


def stored(owner: "psycopg.Connection[tuple[int]]", source: str) -> int:
    return number(owner, f"select count(*) from incidents_incident where external_source = '{source}'")


@pytest.mark.parametrize(
    ("source", "area"), [("tipdm2020", COMMUNITY), ("nyc311", COUNTY)], ids=["messages", "history"]
)
def test_a_killed_import_leaves_whole_incidents_and_goes_on(
    own_city: str,
    owner: "psycopg.Connection[tuple[int]]",
    tmp_path: Path,
    django_db_blocker: pytest.FixtureRequest,
    source: str,
    area: str,
) -> None:
    is_live = source == "tipdm2020"
    before = number(owner, AUDITED)
    if is_live:
        path = messages(tmp_path, *(message(n) for n in range(ROWS)))
    else:
        path = matters(tmp_path, *(matter(n, closed_at="" if n % 3 else "2019-01-01") for n in range(ROWS)))
    first = started(own_city, path, area, tmp_path)
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while not stored(owner, source):
        assert first.poll() is None, first.communicate()[0]
        assert time.monotonic() < give_up_at
        time.sleep(0.01)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    done = stored(owner, source)
    assert 0 < done < ROWS
    assert done % 1000 == 0
    assert number(owner, HALF_DONE) == 0
    assert number(owner, AUDITED) - before == done

    said = StringIO()
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        call_command("import_messages", str(path), area=area, stdout=said)
    assert f"读取 {ROWS} 行：已导入 {ROWS - done}，此前已在库中 {done}" in said.getvalue()
    assert stored(owner, source) == ROWS
    assert number(owner, HALF_DONE) == 0
    assert number(owner, AUDITED) - before == ROWS


def test_two_at_once_bring_each_row_once(
    own_city: str, owner: "psycopg.Connection[tuple[int]]", tmp_path: Path
) -> None:
    path = matters(tmp_path, *(matter(n, dataset="sfpd", lat="37.75", lon="-122.45") for n in range(AT_ONCE)))
    both = [started(own_city, path, COUNTY, tmp_path) for _ in range(2)]
    said = [one.communicate(timeout=PATIENCE_SECONDS)[0] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert stored(owner, "sfpd") == AT_ONCE
    assert number(owner, HALF_DONE) == 0
