"""A city on a PostgreSQL cluster of its own, which may be killed: data, web server and queue worker in one folder."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import psycopg

from tests.databases import template_database
from tools import cluster, serve
from tools.environment import ROOT

NAME = "jingwei"
STARTS_WITHIN_S = 40
Row = tuple[object, ...]


@dataclass
class PrivateCity:
    """Durability is that of a real installation: nothing is switched off to be quicker."""

    folder: Path
    database_port: int
    web_port: int
    web: "subprocess.Popen[bytes] | None" = None
    worker: "subprocess.Popen[bytes] | None" = None
    kills: list[str] = field(default_factory=list)

    # --- the database -------------------------------------------------------------------------------------

    def found(self) -> None:
        """Make the cluster and its roles, and bring the city in that the other tests are cloned from."""
        self.user = cluster.cluster_user(self.data)
        cluster.own(self.folder, self.user)
        cluster.own(self.data, self.user)
        self._as_user("initdb", "-D", str(self.data), "-U", cluster.SUPERUSER, "--auth=trust", "--encoding=UTF8",
                      "--locale=C.UTF-8")  # fmt: skip
        cluster.own(self.sockets, self.user)
        settings = cluster.configuration(self.database_port, self.sockets) + "shared_buffers = 128MB\n"
        for name, text in {"conf.jingwei": settings, "pg_hba.conf": "local all all trust\n"}.items():
            cluster.expect(cluster.run_as(self.user, "tee", str(self.data / name), stdin=text), name)
        include = "include = 'conf.jingwei'\n"
        main = str(self.data / "postgresql.conf")
        cluster.expect(cluster.run_as(self.user, "tee", "-a", main, stdin=include), main)
        self.start_database()
        self._psql(cluster.roles_and_template(dict(os.environ)))
        self._psql(f"create database {NAME} template template0 owner jingwei_owner")
        self._psql(_planted_city(self.user), NAME)
        self._psql("truncate audit_entry", NAME)  # it speaks of transactions of the cluster it was written in
        self._psql("checkpoint")  # or every recovery would replay the founding

    @property
    def data(self) -> Path:
        return self.folder / "pg"

    @property
    def sockets(self) -> Path:
        return self.folder / "run"

    def start_database(self) -> None:
        """Start it; after a kill, as soon as the killed server's children have gone."""
        give_up_at = time.monotonic() + STARTS_WITHIN_S
        while True:
            command = [cluster.program("pg_ctl", self.data), "-D", str(self.data), "start", "-w", "-s"]
            command += ["-t", "30", "-l", str(self.data / "server.log")]
            started = cluster.run_as(self.user, *command)
            if started.returncode == 0:
                return
            if time.monotonic() > give_up_at:
                log = (self.data / "server.log").read_text()[-2000:]
                raise RuntimeError(f"the private database does not start: {started.stderr}\n{log}")
            time.sleep(0.2)

    def postmaster(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def connect(self) -> "psycopg.Connection[Row]":
        """As the superuser: sees everything."""
        return psycopg.connect(
            host=str(self.sockets),
            port=self.database_port,
            user=cluster.SUPERUSER,
            dbname=NAME,
            autocommit=True,
        )

    def plant_photos(self, count: int) -> list[UUID]:
        """Stored photos of nobody in particular; whoever knows an id may attach it."""
        ids = [uuid4() for _ in range(count)]
        with self.connect() as connection:
            connection.execute(
                "insert into files_file (id, kind, media_type, sha256, size_bytes, has_thumbnails, faces_masked,"
                " plates_masked, drawn_masked, doubtful_spots, publish_blocked, uploaded_at)"
                " select id, 'photo', 'image/jpeg', repeat('0', 64), 1, false, 0, 0, 0, 0, true, now()"
                " from unnest(%s::uuid[]) as f(id)",
                [ids],
            )
        return ids

    # --- the servers --------------------------------------------------------------------------------------

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.web_port}"

    def environment(self, role: str = "app") -> dict[str, str]:
        return os.environ | {
            "JINGWEI_DATABASE_HOST": str(self.sockets),
            "JINGWEI_DATABASE_PORT": str(self.database_port),
            "JINGWEI_DATABASE_NAME": NAME,
            "JINGWEI_DATABASE_ROLE": role,
            "JINGWEI_VAR": str(self.folder),
            "JINGWEI_WEB_WORKERS": "2",
            "DJANGO_SETTINGS_MODULE": "jingwei.config.settings",
        }

    def start_web(self) -> None:
        self.web = self._spawn(serve.web_command("127.0.0.1", self.web_port), "web.log")

    def start_worker(self) -> None:
        self.worker = self._spawn(serve.worker_command(), "worker.log")

    def keep_up(self) -> None:
        """Start again what ended by itself, as `./jw run` and systemd do: the web server gives up on a worker that
        dies twice within seconds."""
        if self.web is not None and self.web.poll() is not None:
            self.start_web()
        if self.worker is not None and self.worker.poll() is not None:
            self.start_worker()

    def wait_until_healthy(self) -> None:
        give_up_at = time.monotonic() + STARTS_WITHIN_S
        while True:
            self.keep_up()
            if serve.is_healthy(self.address):
                return
            if time.monotonic() > give_up_at:
                raise RuntimeError(f"no health within {STARTS_WITHIN_S} s: {self.tail('web.log')}")
            time.sleep(0.1)

    def manage(self, *words: str, role: str = "app") -> None:
        command = [sys.executable, "-m", "jingwei", *words]
        done = subprocess.run(
            command, cwd=ROOT, env=self.environment(role), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"{words[0]} failed on the private city:\n{done.stdout}\n{done.stderr}")

    def tail(self, name: str) -> str:
        path = self.folder / name
        return path.read_text(errors="replace")[-3000:] if path.exists() else ""

    # --- killing: only what was started here, by its id ---------------------------------------------------

    def kill_web_worker(self, choice: int) -> None:
        """One process that serves; the web server starts another in its place."""
        children = self._children(self.web)
        if children:
            self._kill(children[choice % len(children)], "web worker")

    def kill_web(self) -> None:
        """The web server with everything it started."""
        self._kill_group(self.web, "web server")
        self.start_web()

    def kill_worker(self) -> None:
        self._kill_group(self.worker, "queue worker")
        self.start_worker()

    def kill_backend(self, choice: int) -> None:
        """One server process of the application; PostgreSQL then ends all others and recovers by itself."""
        find = "select pid from pg_stat_activity where usename = 'jingwei_app' order by pid"
        with contextlib.suppress(psycopg.OperationalError), self.connect() as connection:
            pids = [int(str(row[0])) for row in connection.execute(find).fetchall()]
            if pids:
                self._kill(pids[choice % len(pids)], "backend")

    def kill_database(self) -> None:
        self._kill(self.postmaster(), "postmaster")
        self.start_database()

    def close(self) -> None:
        for process in (self.web, self.worker):
            if process is not None and process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        cluster.run_as(
            self.user, cluster.program("pg_ctl", self.data), "-D", str(self.data), "stop", "-m", "immediate"
        )
        shutil.rmtree(self.folder, ignore_errors=True)

    def _kill(self, pid: int, what: str) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            self.kills.append(what)

    def _kill_group(self, process: "subprocess.Popen[bytes] | None", what: str) -> None:
        if process is not None and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            self.kills.append(what)

    def _children(self, process: "subprocess.Popen[bytes] | None") -> list[int]:
        if process is None:
            return []
        found: list[int] = []
        for path in Path(f"/proc/{process.pid}/task").glob(
            "*/children"
        ):  # respawned by another thread than started
            with contextlib.suppress(OSError):
                found += map(int, path.read_text().split())
        return [pid for pid in sorted(found) if b"resource_tracker" not in _command(pid)]

    def _spawn(self, command: list[str], log: str) -> "subprocess.Popen[bytes]":
        with (self.folder / log).open("ab") as out:
            return subprocess.Popen(
                command, cwd=ROOT, env=self.environment(), stdout=out, stderr=out, start_new_session=True
            )

    def _as_user(self, program: str, *arguments: str) -> None:
        cluster.expect(cluster.run_as(self.user, cluster.program(program), *arguments), program)

    def _psql(self, sql: str, database: str = "postgres") -> None:
        command = [cluster.program("psql"), "-h", str(self.sockets), "-p", str(self.database_port)]
        command += ["-U", cluster.SUPERUSER, "-d", database, "-X", "-q", "-v", "ON_ERROR_STOP=1"]
        quiet = f"set client_min_messages = warning;\n{sql}"
        cluster.expect(cluster.run_as(self.user, *command, stdin=quiet), "psql")


def _planted_city(user: pwd.struct_passwd) -> str:
    """The migrated and planted template as SQL, from the usual cluster."""
    name = template_database()
    command = [cluster.program("pg_dump"), "-h", os.environ["JINGWEI_DATABASE_HOST"]]
    command += ["-p", os.environ["JINGWEI_DATABASE_PORT"], "-U", cluster.SUPERUSER, "-d", name]
    return cluster.expect(cluster.run_as(user, *command), "pg_dump")


def _command(pid: int) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


@contextlib.contextmanager
def private_city() -> Iterator[PrivateCity]:
    """Found a private city, and take it away again."""
    folder = Path(tempfile.mkdtemp(prefix="jw-kill-"))
    folder.chmod(0o755)
    city = PrivateCity(folder, cluster.free_port(16100, 16999), cluster.free_port(17100, 17999))
    try:
        city.found()
        yield city
    finally:
        city.close()
