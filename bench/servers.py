"""A real web server over a database of its own, and what the processes behind it cost."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.databases import ROOT, clone_database, database_name, drop_database

TICKS = os.sysconf("SC_CLK_TCK")


@contextmanager
def bench_database(purpose: str) -> Iterator[str]:
    """A planted database for one benchmark, dropped afterwards."""
    name = database_name(f"bench_{purpose}")
    clone_database(name)
    try:
        yield name
    finally:
        drop_database(name)


def connect(database: str, *, role: str = "owner") -> "psycopg.Connection[tuple[object, ...]]":
    """A connection to a benchmark's database."""
    return psycopg.connect(
        host=os.environ["JINGWEI_DATABASE_HOST"],
        port=os.environ["JINGWEI_DATABASE_PORT"],
        user=f"jingwei_{role}",
        password=os.environ["JINGWEI_OWNER_PASSWORD" if role == "owner" else "JINGWEI_APP_PASSWORD"],
        dbname=database,
        autocommit=True,
    )


@dataclass
class WebServer:
    """A running server: where it listens and which process leads it."""

    port: int
    process: "subprocess.Popen[bytes]"

    def cpu_seconds(self) -> float:
        """CPU time of the whole process tree so far."""
        return sum(cpu_seconds_of(pid) for pid in tree_of(self.process.pid))


@contextmanager
def web_server(database: str, *, log: Path | None = None) -> Iterator[WebServer]:
    """The web server as `./jw run` starts it, over another database."""
    from tools.serve import web_command

    port = unused_port()
    environment = os.environ | {"JINGWEI_DATABASE_NAME": database, "JINGWEI_DATABASE_ROLE": "app"}
    sink = log.open("wb") if log else subprocess.DEVNULL
    process = subprocess.Popen(
        web_command("127.0.0.1", port),
        cwd=ROOT,
        env=environment,
        stdout=sink,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        _wait_until_healthy(port, process)
        yield WebServer(port=port, process=process)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def database_cpu_seconds(database: str) -> dict[int, float]:
    """CPU time so far of the backends that serve a database, and of the writers they share, by process."""
    with connect(database) as connection:
        rows = connection.execute(
            "select pid from pg_stat_activity where (datname = %s and pid <> pg_backend_pid())"
            " or backend_type in ('walwriter', 'background writer', 'checkpointer')",
            [database],
        ).fetchall()
    return {int(str(row[0])): cpu_seconds_of(int(str(row[0]))) for row in rows}


def cpu_seconds_of(pid: int) -> float:
    """User and system time of a process; 0 where it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return (int(fields[11]) + int(fields[12])) / TICKS


def tree_of(pid: int) -> list[int]:
    """A process and everything it started."""
    found = [pid]
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            found += tree_of(int(child))
    return found


def unused_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_healthy(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(900):
        if process.poll() is not None:
            raise RuntimeError("the web server did not start")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError("the web server does not answer")


def django_over(database: str) -> None:
    """Point this process's Django at a benchmark's database, as the application role."""
    os.environ["JINGWEI_DATABASE_NAME"] = database
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings")
    import django

    django.setup()


if __name__ == "__main__":
    sys.exit("./jw bench NAME")
