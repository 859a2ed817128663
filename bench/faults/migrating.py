"""A migration that is killed in its middle, run again, and must end as if nothing had been."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

from bench.faults.city import PrivateCity
from bench.faults.database import NAME
from tools import cluster
from tools.environment import ROOT

HALF, AGAIN = "half", "half_again"
KILLS = 2
EARLIEST_S, LATEST_S = 1.5, 9.0


@contextlib.contextmanager
def interrupted_migration(city: PrivateCity, dice: random.Random) -> Iterator[None]:
    """An empty database beside the one that serves is migrated from the beginning, killed, and begun again."""
    database = city.database
    database.psql(f"drop database if exists {HALF}")
    database.psql(f"create database {HALF} template template0 owner jingwei_owner")
    database.psql(cluster.template_content(), HALF)
    for _ in range(KILLS):
        process = _migrating(city)
        until = time.monotonic() + dice.uniform(EARLIEST_S, LATEST_S)
        while process.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    yield
    process = _migrating(city)
    if process.wait():
        raise RuntimeError(f"an interrupted migration does not go on: {city.tail('migrate.log')}")
    if (left := _schema(city, _restored(city, HALF))) != (whole := _schema(city, NAME)):
        differing = sorted(set(left) ^ set(whole))[:10]
        raise RuntimeError(f"an interrupted migration ended otherwise: {differing}")
    for name in (HALF, AGAIN):
        database.psql(f"drop database {name}")


def _migrating(city: PrivateCity) -> "subprocess.Popen[bytes]":
    environment = city.environment("owner", is_past_line=True) | {"JINGWEI_DATABASE_NAME": HALF}
    with (city.folder / "migrate.log").open("ab") as out:
        return subprocess.Popen(
            [sys.executable, "-m", "jingwei", "migrate", "--verbosity", "0"],
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )


def _restored(city: PrivateCity, name: str) -> str:
    """A database dumped and restored, as the city was: conditions are written otherwise after that."""
    city.database.psql(f"drop database if exists {AGAIN}")
    city.database.psql(f"create database {AGAIN} template template0 owner jingwei_owner")
    city.database.psql(_dumped(city, name), AGAIN)
    return AGAIN


def _schema(city: PrivateCity, name: str) -> list[str]:
    """Everything that migrations made, line by line, in an order of its own."""
    dumped = _dumped(city, name)
    return sorted(line for line in dumped.splitlines() if line and not line.startswith(("--", "\\")))


def _dumped(city: PrivateCity, name: str) -> str:
    command = [cluster.program("pg_dump"), "-h", str(city.database.sockets), "-p", str(city.database.port)]
    command += ["-U", cluster.SUPERUSER, "-d", name, "--schema-only"]
    return cluster.expect(cluster.run_as(city.database.user, *command), "pg_dump")
