"""The audit goes through ``pg_dump`` and ``pg_restore`` into another database, and is as strict there."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from jingwei.foundation.audit import services
from jingwei.foundation.audit.contracts import Fault
from jingwei.foundation.audit.queries import anchors_file, verify
from jingwei.foundation.audit.tests.acting import LATER, act, faults, seal_now, whole_faults
from tests.databases import database_name, drop_database, owner_connection
from tools.cluster import SUPERUSER, program

pytestmark = pytest.mark.slow


@pytest.fixture
def restored(own_city: str, tmp_path: Path) -> Iterator[str]:
    """A backup of a city with two seals, loaded into another database, whose third act came after the backup."""
    act("a:1", "a:2")
    seal_now()
    act("a:3")
    seal_now()
    name = database_name("restored")
    dump = tmp_path / "city.dump"
    at = [
        "-h",
        os.environ["JINGWEI_DATABASE_HOST"],
        "-p",
        os.environ["JINGWEI_DATABASE_PORT"],
        "-U",
        SUPERUSER,
    ]
    subprocess.run([program("pg_dump"), *at, "-Fc", "-f", str(dump), "-t", "audit_*", own_city], check=True)
    act("a:4")
    seal_now()
    anchors = anchors_file()
    connections["default"].close()
    with owner_connection() as owner:
        owner.execute(f'create database "{name}" template "{own_city}"')
    with owner_connection(name) as owner:
        owner.execute("truncate audit_entry, audit_seal, audit_check, audit_era")
    load = ["--data-only", "-t", "audit_entry", "-t", "audit_seal", "-t", "audit_check", "-t", "audit_era"]
    subprocess.run([program("pg_restore"), *at, *load, "-d", name, str(dump)], check=True)
    _move_to(name)
    anchors_file().write_text(anchors.read_text())
    yield name
    _move_to(own_city)
    drop_database(name)


def _move_to(database: str) -> None:
    connections["default"].close()
    settings.DATABASES["default"]["NAME"] = database
    connections["default"].settings_dict["NAME"] = database


def test_a_restored_audit_is_whole_once_the_restore_is_recorded_and_as_strict_as_before(
    restored: str,
) -> None:
    assert whole_faults() == [(Fault.ANCHOR_DIFFERS, 3)]
    assert services.record_restore("换服务器，经办人丁宁", at=LATER) == 2
    result = verify(at=LATER)
    assert result.is_intact
    assert (result.seal_count, result.entry_count) == (2, 3)

    act("a:5")
    assert seal_now() == 2
    assert faults() == []
    with owner_connection(restored) as owner:
        owner.execute("update audit_entry set actor_name = '别人' where target = 'a:2'")
        owner.execute("delete from audit_entry where target = 'a:3'")
    assert [fault for fault, _ in faults()] == [Fault.ENTRY_CHANGED, Fault.ENTRY_DELETED]
