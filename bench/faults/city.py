"""A city on processes of its own, which may be killed: database, web, live and queue in one folder."""

import contextlib
import hashlib
import json
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg

from bench.faults.database import NAME, PrivateDatabase, Row
from bench.faults.machine import Clock, SmallDisk, clock_library, sweep_shared_memory
from tools import cluster, serve
from tools.environment import ROOT

STARTS_WITHIN_S = 240
KEEPS_UP_EVERY_S = 0.5
COMPLAINT = re.compile(r"[\w.]+(Error|Exception|Failure|Shutdown|Full|Lost)\b")
NUMBERS = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
FILES_MB = 1600
"""More than the room that an upload wants left over (files.rules.uploads.ROOM_LEFT_BYTES)."""


@dataclass
class PrivateCity:
    """``is_at_mercy``: with lines that can be cut and disks that can be filled; ``has_clocks`` that can be set."""

    folder: Path
    database_port: int
    web_port: int
    is_at_mercy: bool = False
    has_clocks: bool = False
    processes: "dict[str, subprocess.Popen[bytes]]" = field(default_factory=dict)
    kills: list[str] = field(default_factory=list)
    carer: "subprocess.Popen[bytes] | None" = None

    def found(self) -> None:
        """Make the database and the folder that the servers keep things in."""
        self.database = PrivateDatabase(self.folder, self.database_port, self.is_at_mercy, self.has_clocks)
        self.database.found()
        self.var = self.folder / "var"
        self.disk = SmallDisk(self.var, FILES_MB)
        self.var.mkdir()
        self.clock: Clock | None = None
        if self.is_at_mercy:
            self.disk.mount()
            if self.has_clocks and clock_library():
                self.clock = Clock(self.folder / "clock-servers")
            self._lay_lines()

    def connect(self) -> "psycopg.Connection[Row]":
        """As the superuser: sees everything."""
        return self.database.connect()

    def plant_photos(self, count: int) -> list[UUID]:
        """Stored photos of nobody in particular, content and all; whoever knows an id may attach it."""
        ids = [uuid4() for _ in range(count)]
        content = b"\xff\xd8\xff\xe0 a planted photo"
        digest = hashlib.sha256(content).hexdigest()
        for one in ids:
            place = self.var / "files" / one.hex[-2:] / str(one)
            place.mkdir(parents=True)
            (place / digest).write_bytes(content)
        with self.connect() as connection:
            connection.execute(
                "insert into files_file (id, kind, media_type, sha256, size_bytes, has_thumbnails, faces_masked,"
                " plates_masked, drawn_masked, doubtful_spots, publish_blocked, uploaded_at)"
                " select id, 'photo', 'image/jpeg', %s, %s, false, 0, 0, 0, 0, true, now()"
                " from unnest(%s::uuid[]) as f(id)",
                [digest, len(content), ids],
            )
        return ids

    # --- the servers --------------------------------------------------------------------------------------

    @property
    def address(self) -> str:
        """Where people find it: through the line, where there is one."""
        return f"http://127.0.0.1:{self.web_line_port if self.is_at_mercy else self.web_port}"

    @property
    def live_address(self) -> str:
        return f"http://127.0.0.1:{self.live_port}"

    def environment(self, role: str = "app", *, is_past_line: bool = False) -> dict[str, str]:
        """What a server of this city is started with; ``is_past_line`` for those who come to check."""
        host, port = str(self.database.sockets), self.database_port
        if self.is_at_mercy and not is_past_line:
            host, port = "127.0.0.1", self.database_line_port
        clock = self.clock.environment() if self.clock and not is_past_line else {}
        return os.environ | clock | {
            "JINGWEI_DATABASE_HOST": host,
            "JINGWEI_DATABASE_PORT": str(port),
            "JINGWEI_DATABASE_NAME": NAME,
            "JINGWEI_DATABASE_ROLE": role,
            "JINGWEI_VAR": str(self.var),
            "JINGWEI_WEB_WORKERS": "2",
            "DJANGO_SETTINGS_MODULE": "jingwei.config.settings",
        }  # fmt: skip

    def start_web(self) -> None:
        self._start("web", serve.web_command("127.0.0.1", self.web_port))

    def start_worker(self) -> None:
        self._start("worker", serve.worker_command())

    def start_live(self) -> None:
        self.live_port = cluster.free_port(self.web_port + 1, self.web_port + 400)
        self._start("live", serve.live_command("127.0.0.1", self.live_port))

    def keep_up(self) -> None:
        """Start again what ended by itself, as `./jw run` and systemd do: the web server gives up on a worker that
        dies twice within seconds, and a queue worker whose database goes away ends."""
        if not self.database.is_running():
            self.database.start()
        for name, process in list(self.processes.items()):
            if process.poll() is not None:
                self._start(name, list(map(str, process.args)))  # type: ignore[arg-type]

    def wait_until_healthy(self) -> None:
        give_up_at = time.monotonic() + STARTS_WITHIN_S
        while True:
            self.keep_up()
            if serve.is_healthy(self.address):
                return
            if time.monotonic() > give_up_at:
                raise RuntimeError(f"no health within {STARTS_WITHIN_S} s: {self.tail('web.log')}")
            time.sleep(0.1)

    def care(self) -> dict[str, Any]:
        """What the house's own care came to, done now, past every line and by the true clock."""
        if self.carer is None or self.carer.poll() is not None:
            with (self.folder / "care.log").open("ab") as log:
                self.carer = subprocess.Popen(
                    [sys.executable, "-m", "bench.faults.upkeep"],
                    cwd=ROOT,
                    env=self.environment(is_past_line=True),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=log,
                )
        assert self.carer.stdin is not None
        assert self.carer.stdout is not None
        self.carer.stdin.write(b"now\n")
        self.carer.stdin.flush()
        while not select.select([self.carer.stdout], [], [], KEEPS_UP_EVERY_S)[0]:
            self.keep_up()  # a worker may notice only now that its database was away, and end
        told = self.carer.stdout.readline()
        if not told:
            raise RuntimeError(f"the house's care failed: {self.tail('care.log')}")
        return dict(json.loads(told))

    def tail(self, name: str) -> str:
        path = self.folder / name
        return path.read_text(errors="replace")[-3000:] if path.exists() else ""

    def complaints(self) -> Counter[str]:
        """The last lines of all tracebacks that the servers wrote, without what differs from one to the next."""
        found: Counter[str] = Counter()
        for path in self.folder.glob("*.log"):
            for line in path.read_text(errors="replace").splitlines():
                if COMPLAINT.match(line):
                    found[f"{path.stem}: {NUMBERS.sub('#', line)[:160]}"] += 1
        return found

    # --- faults: only what was started here, by its id ----------------------------------------------------

    def kill_web_worker(self, choice: int) -> None:
        """One process that serves; the web server starts another in its place."""
        children = self._children(self.processes["web"])
        if children:
            self._kill(children[choice % len(children)], "web worker")

    def kill_web_leader(self) -> None:
        """The web server's first process alone: those it started must not go on without it."""
        leader = self.processes["web"]
        self._kill(leader.pid, "web leader")
        leader.wait()
        self.start_web()

    def kill_group(self, name: str, what: str) -> None:
        """A server with everything it started; started again at once."""
        process = self.processes[name]
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            self.kills.append(what)
        self._start(name, list(map(str, process.args)))  # type: ignore[arg-type]

    def kill_backend(self, choice: int) -> None:
        """One server process of the application; PostgreSQL then ends all others and recovers by itself."""
        find = "select pid from pg_stat_activity where usename = 'jingwei_app' order by pid"
        with contextlib.suppress(psycopg.OperationalError), self.connect() as connection:
            pids = [int(str(row[0])) for row in connection.execute(find).fetchall()]
            if pids:
                self._kill(pids[choice % len(pids)], "backend")

    def kill_database(self) -> None:
        self._kill(self.database.postmaster(), "postmaster")
        self.database.start()

    def order(self, *words: str) -> None:
        """Tell the lines what to do, and wait until they have heard it."""
        assert self.lines.stdin is not None
        self.lines.stdin.write((" ".join(words) + "\n").encode())
        self.lines.stdin.flush()
        self._hear(f"obeyed {words[0]} {words[1]}")

    def close(self) -> None:
        for process in self.processes.values():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if self.carer is not None:
            _end(self.carer)
        if self.is_at_mercy:
            self.disk.unmount()
            _end(self.lines)
        self.database.close()
        if self.has_clocks:
            sweep_shared_memory()

    def _lay_lines(self) -> None:
        self.web_line_port = cluster.free_port(self.web_port + 500, self.web_port + 700)
        self.database_line_port = cluster.free_port(self.web_port + 701, self.web_port + 900)
        ports = (self.web_line_port, self.web_port, self.database_line_port, self.database_port)
        self.swallowed = {"web": 0, "database": 0}
        self.lines = subprocess.Popen(
            [sys.executable, "-m", "bench.faults.lines", *map(str, ports)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._hear("ready")

    def _hear(self, awaited: str) -> None:
        assert self.lines.stdout is not None
        while line := self.lines.stdout.readline().decode().strip():
            if line == awaited:
                return
            if line.startswith("swallowed "):
                self.swallowed[line.split()[1]] += 1
        raise RuntimeError("the lines have ended")

    def _start(self, name: str, command: list[str]) -> None:
        with (self.folder / f"{name}.log").open("ab") as out:
            self.processes[name] = subprocess.Popen(
                command, cwd=ROOT, env=self.environment(), stdout=out, stderr=out, start_new_session=True
            )

    def _kill(self, pid: int, what: str) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.kills.append(what)

    def _children(self, process: "subprocess.Popen[bytes]") -> list[int]:
        found: list[int] = []
        for path in Path(f"/proc/{process.pid}/task").glob("*/children"):  # respawned by another thread
            with contextlib.suppress(OSError):
                found += map(int, path.read_text().split())
        return [pid for pid in sorted(found) if b"resource_tracker" not in _command(pid)]


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    for end in (process.stdin, process.stdout):
        if end is not None:
            with contextlib.suppress(BrokenPipeError):
                end.close()
    process.wait()


def _command(pid: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


@contextlib.contextmanager
def private_city(*, is_at_mercy: bool = False, has_clocks: bool = False) -> Iterator[PrivateCity]:
    """Found a private city, and take it away again."""
    folder = Path(tempfile.mkdtemp(prefix="jw-city-"))
    folder.chmod(0o755)
    ports = cluster.free_port(16100, 16999), cluster.free_port(17100, 17999)
    city = PrivateCity(folder, *ports, is_at_mercy=is_at_mercy, has_clocks=has_clocks)
    try:
        city.found()
        yield city
    finally:
        city.close()
