"""Jingwei as `./jw run` starts it, all three servers, over a database and a var folder of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psycopg

from tests.databases import ROOT, owner_connection
from tools.serve import is_healthy, live_command, live_environment, web_command, worker_command

HEALTHY_WITHIN_S = 180
STOP_WITHIN_S = 60
QUIET_WITHIN_S = 120
COMMAND_WITHIN_S = 300


@dataclass(frozen=True)
class House:
    """Running servers: where they listen, what they wrote down, and their database as its owner sees it."""

    address: str
    database: str
    folder: Path
    owner: "psycopg.Connection[tuple[object, ...]]"
    settings: dict[str, str]
    commands: dict[str, list[str]] = field(default_factory=dict)
    processes: "dict[str, subprocess.Popen[bytes]]" = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        return (
            os.environ
            | {
                "JINGWEI_DATABASE_NAME": self.database,
                "JINGWEI_DATABASE_ROLE": "app",
                "JINGWEI_VAR": str(self.folder / "var"),
                "JINGWEI_PROOF_MINUTES": "600",  # a slow machine must not be asked in the middle of a journey
                "JINGWEI_LOG": "INFO",  # more than an installation writes, so that looking for names there says more
            }
            | self.settings
        )

    def command(self, *words: str) -> str:
        """What ``./jw WORDS`` prints, over this database. Raises where it ends with anything but 0."""
        done = subprocess.run(
            [sys.executable, "-m", "jingwei", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=COMMAND_WITHIN_S,
            check=False,
        )
        assert done.returncode == 0, (
            f"./jw {' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        )
        return done.stdout

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """What a statement finds as the owner of the tables."""
        return self.owner.execute(sql, values).fetchall()

    def number(self, sql: str, *values: object) -> int:
        return int(str(self.rows(sql, *values)[0][0]))

    def log(self, name: str) -> str:
        """What one of the servers wrote so far."""
        return (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")

    def start(self, name: str) -> None:
        """Start ``web``, ``live`` or ``worker``; what it writes is appended to its log."""
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(
                self.commands[name],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def stop(self, name: str) -> None:
        """Stop one of the servers, gently and then not."""
        process = self.processes.pop(name, None)
        if process is None:
            return
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def wait_until_healthy(self) -> None:
        give_up_at = time.monotonic() + HEALTHY_WITHIN_S
        while not is_healthy(self.address):
            assert self.processes["web"].poll() is None, f"the web server did not start:\n{self.log('web')}"
            assert time.monotonic() < give_up_at, "the web server does not answer"
            time.sleep(0.1)

    def wait_until_told(self) -> None:
        """Until the worker has done every job that was deferred."""
        waiting = "select count(*) from procrastinate_jobs where status in ('todo', 'doing')"
        waiting += " and (scheduled_at is null or scheduled_at <= now())"
        give_up_at = time.monotonic() + QUIET_WITHIN_S
        while (left := self.number(waiting)) > 0:
            assert time.monotonic() < give_up_at, f"{left} jobs wait still; see {self.folder / 'worker.log'}"
            time.sleep(0.2)


@contextmanager
def running(database: str, folder: Path) -> Iterator[House]:
    """Web server, live server and worker, healthy; stopped at the end, whatever happened."""
    (folder / "var").mkdir()
    with owner_connection(database) as owner:
        port, live_port = _free_port(), _free_port()
        house = House(f"http://127.0.0.1:{port}", database, folder, owner, live_environment(port, live_port))
        house.commands.update(
            web=web_command("127.0.0.1", port),
            live=live_command("127.0.0.1", live_port),
            worker=worker_command(),
        )
        try:
            for name in house.commands:
                house.start(name)
            house.wait_until_healthy()
            yield house
        finally:
            for name in reversed(house.commands):
                house.stop(name)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def database_role(house: House) -> str:
    """As which role the web server reaches its database."""
    return str(httpx.get(f"{house.address}/healthz", trust_env=False).json()["database_role"])
