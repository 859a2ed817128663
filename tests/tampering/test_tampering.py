"""Every kind of tampering, planted by the database's superuser in a scratch database, is found where it was planted.

Once each every day; ``./jw assurance audit`` plants each many times in a longer chain, and again in a database that
came out of a backup.
"""

import os
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.audit import services
from jingwei.foundation.audit.queries import anchors_file, plug_witnesses, proofs_file, verify, witnesses
from jingwei.foundation.audit.tests.acting import LATER, horizon
from jingwei.foundation.scoping import eyes
from jingwei.integrations.timestamp.client import TimestampWitness
from jingwei.integrations.timestamp.fake import FakeTsa
from tests.cast import CAST
from tests.databases import database_name, drop_database
from tests.tampering.plants import PLANTS, Ground, is_located
from tools.assurance import depth, is_deep, keep
from tools.cluster import SUPERUSER, program

pytestmark = pytest.mark.slow
SEED = 20261116
SEALS, ENTRIES, TIMES = depth((5, 3, 1), (30, 40, 12))
TABLES = ("audit_entry", "audit_seal", "audit_check", "audit_era", "audit_walk")


def superuser(name: str) -> "psycopg.Connection[tuple[object, ...]]":
    host, port = os.environ["JINGWEI_DATABASE_HOST"], os.environ["JINGWEI_DATABASE_PORT"]
    return psycopg.connect(host=host, port=port, user=SUPERUSER, dbname=name, autocommit=True)


def test_every_kind_of_tampering_is_found_where_it_was_planted(own_city: str, tmp_path: Path) -> None:
    started, usual_folder, usual = time.monotonic(), settings.VAR_FOLDER, witnesses()
    settings.VAR_FOLDER = tmp_path
    authority = FakeTsa()
    plug_witnesses([TimestampWitness("https://tsa.example/", [authority.root], authority)])
    hand = random.Random(SEED)
    try:
        with superuser(own_city) as boss:
            _fill(boss)
            missed = _plant_all(Ground(boss, hand), TIMES)
        planted, restored = len(PLANTS) * TIMES, 0
        if is_deep():
            with _restored(own_city, tmp_path) as copy, superuser(copy) as boss:
                assert verify(at=LATER).is_intact
                missed += _plant_all(Ground(boss, hand), 1)
                restored = len(PLANTS)
    finally:
        settings.VAR_FOLDER = usual_folder
        plug_witnesses(usual)
    assert missed == []
    keep(
        "audit",
        {
            "kinds": len(PLANTS),
            "planted": planted + restored,
            "found": planted + restored - len(missed),
            "planted_after_restore": restored,
            "seals": SEALS,
            "entries": SEALS * ENTRIES,
        },
        seed=SEED,
        seconds=time.monotonic() - started,
        command="./jw assurance audit",
    )


def test_a_verification_that_sees_nothing_would_be_noticed(own_city: str, tmp_path: Path) -> None:
    """The harness itself: what is not named, or named elsewhere, does not count as found."""
    assert not is_located([], ())
    usual, settings.VAR_FOLDER = settings.VAR_FOLDER, tmp_path
    try:
        with superuser(own_city) as boss:
            _fill(boss)
            wanted = PLANTS[0](Ground(boss, random.Random(1)))
            findings = verify(at=LATER).findings
            assert is_located(wanted, findings)
            ((fault, seal, entry),) = wanted
            assert entry
            assert not is_located([(fault, seal, entry + 1)], findings)
    finally:
        settings.VAR_FOLDER = usual


def _fill(boss: "psycopg.Connection[tuple[object, ...]]") -> None:
    """A chain of seals, each anchored; every third seen by the witness, and the last."""
    boss.execute(f"truncate {', '.join(TABLES)}")
    for seal in range(SEALS):
        for entry in range(ENTRIES):
            with eyes(CAST.machine):
                change = {"n": entry, "purpose": "contact_reporter"}
                services.append(
                    CAST.wu, Permission.READ_INCIDENT, f"x:{seal}.{entry}", CAST.wu.area_code, change
                )
        services.seal_entries(at=LATER, below=horizon())
        if seal % 3 == 0 or seal == SEALS - 1:
            services.call_witnesses(at=LATER)
    result = verify(at=LATER)
    assert result.is_intact
    assert (result.seal_count, result.entry_count) == (SEALS, SEALS * ENTRIES)


def _plant_all(ground: Ground, times: int) -> list[str]:
    """Plant each kind so many times, one at a time, and take each away again. Returns those that were not found."""
    missed = []
    for table in TABLES[:2]:
        ground.run(f"create table kept_{table} as select * from {table}")
    files = {path: path.read_bytes() for path in (anchors_file(), proofs_file())}
    for plant in PLANTS:
        for number in range(times):
            wanted = plant(ground)
            if not is_located(wanted, verify(at=LATER).findings):
                missed.append(f"{plant.__name__} {number + 1}")
            for table in TABLES[:2]:
                ground.run(f"truncate {table}")
                ground.run(f"insert into {table} select * from kept_{table}")
            for path, content in files.items():
                path.write_bytes(content)
    assert verify(at=LATER).is_intact, "what was planted was not taken away again"
    for table in TABLES[:2]:
        ground.run(f"drop table kept_{table}")
    return missed


@contextmanager
def _restored(name: str, folder: Path) -> Iterator[str]:
    """The whole database through pg_dump and pg_restore into another one, with copies of what stands outside."""
    copy, dump = database_name("restored"), folder / "city.dump"
    outside = [(path.name.replace(name, copy), path.read_bytes()) for path in (anchors_file(), proofs_file())]
    at = [
        "-h",
        os.environ["JINGWEI_DATABASE_HOST"],
        "-p",
        os.environ["JINGWEI_DATABASE_PORT"],
        "-U",
        SUPERUSER,
    ]
    subprocess.run([program("pg_dump"), *at, "-Fc", "-f", str(dump), name], check=True)
    subprocess.run([program("createdb"), *at, "-T", "template0", "-O", "jingwei_owner", copy], check=True)
    subprocess.run([program("pg_restore"), *at, "-d", copy, str(dump)], check=True)
    for file, content in outside:
        (anchors_file().parent / file).write_bytes(content)
    _move_to(copy)
    try:
        yield copy
    finally:
        _move_to(name)
        drop_database(copy)


def _move_to(database: str) -> None:
    connection.close()
    settings.DATABASES["default"]["NAME"] = database
    connections["default"].settings_dict["NAME"] = database
