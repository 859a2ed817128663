"""A PostgreSQL cluster of a city's own, which may be killed, starved of room, and told a wrong time."""

import contextlib
import os
import pwd
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.faults.machine import Clock, SmallDisk, clock_library
from tests.databases import template_database
from tools import cluster

NAME = "jingwei"
STARTS_WITHIN_S = 120
WAL_MB = 192
Row = tuple[object, ...]

# The log of changes stays small, so that a full disk is felt at once.
SMALL_WAL = "max_wal_size = 64MB\nmin_wal_size = 32MB\nwal_recycle = off\nwal_init_zero = on\n"


@dataclass
class PrivateDatabase:
    """Durability is that of a real installation: nothing is switched off to be quicker."""

    folder: Path
    port: int
    is_at_mercy: bool = False  # with a log disk that can be filled
    has_clocks: bool = False

    def found(self) -> None:
        """Make the cluster and its roles, and bring the city in that the other tests are cloned from."""
        self.user = cluster.cluster_user(self.data)
        cluster.own(self.folder, self.user)
        self.folder.chmod(0o711)
        cluster.own(self.data, self.user)
        self.disk = SmallDisk(self.folder / "wal", WAL_MB)
        self.clock = Clock(self.folder / "clock-database") if self._may_set_clock() else None
        words = ["-D", str(self.data), "-U", cluster.SUPERUSER, "--auth=trust", "--encoding=UTF8"]
        words += ["--locale=C.UTF-8"]
        if self.is_at_mercy and self.disk.mount(self.user):
            words += ["--waldir", str(self._log_folder())]
        self._as_user("initdb", *words)
        cluster.own(self.sockets, self.user)
        self._configure()
        self.start()
        self.psql(cluster.roles_and_template(dict(os.environ)))
        self.psql(f"create database {NAME} template template0 owner jingwei_owner")
        self.psql(planted_city(self.user), NAME)
        self.psql("truncate audit_entry", NAME)  # it speaks of transactions of the cluster it was written in
        self.psql("checkpoint")  # or every recovery would replay the founding

    @property
    def data(self) -> Path:
        return self.folder / "pg"

    @property
    def sockets(self) -> Path:
        return self.folder / "run"

    @property
    def log(self) -> Path:
        return self.data / "server.log"

    def start(self) -> None:
        """Start it; after a kill, as soon as the killed server's children have gone."""
        give_up_at = time.monotonic() + STARTS_WITHIN_S
        while True:
            command = [cluster.program("pg_ctl", self.data), "-D", str(self.data), "start", "-w", "-s"]
            command += ["-t", "30", "-l", str(self.log)]
            started = cluster.run_as(self.user, *self._by_its_clock(), *command)
            if started.returncode == 0:
                return
            if time.monotonic() > give_up_at:
                log = self.log.read_text(errors="replace")[-2000:]
                raise RuntimeError(f"the private database does not start: {started.stderr}\n{log}")
            time.sleep(0.2)

    def postmaster(self) -> int:
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def is_running(self) -> bool:
        """Whether its first process lives."""
        try:
            os.kill(self.postmaster(), 0)
        except (OSError, ValueError, IndexError):
            return False
        return True

    def connect(self, name: str = NAME) -> "psycopg.Connection[Row]":
        """As the superuser: sees everything, past every line that may be cut."""
        return psycopg.connect(
            host=str(self.sockets), port=self.port, user=cluster.SUPERUSER, dbname=name, autocommit=True
        )

    def use_up_log(self, give_up_at: float) -> bool:
        """Write until the full disk is felt; whether it was."""
        mark = len(self.log.read_bytes())
        while time.monotonic() < give_up_at:
            with contextlib.suppress(psycopg.Error), self.connect() as connection:
                connection.execute("select pg_switch_wal() from pg_create_restore_point('full')")
            if b"No space left" in self.log.read_bytes()[mark:]:
                return True
        return False

    def psql(self, sql: str, database: str = "postgres") -> str:
        command = [cluster.program("psql"), "-h", str(self.sockets), "-p", str(self.port)]
        command += ["-U", cluster.SUPERUSER, "-d", database, "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1"]
        quiet = f"set client_min_messages = warning;\n{sql}"
        return cluster.expect(cluster.run_as(self.user, *command, stdin=quiet), "psql")

    def close(self) -> None:
        """Stop it, and leave nothing behind."""
        stop = ["-D", str(self.data), "stop", "-m", "immediate"]
        cluster.run_as(self.user, cluster.program("pg_ctl", self.data), *stop)
        self.disk.unmount()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _configure(self) -> None:
        settings = cluster.configuration(self.port, self.sockets) + "shared_buffers = 128MB\n"
        if self.disk.is_mounted:
            settings += SMALL_WAL
        entrance = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
        for name, text in {"conf.jingwei": settings, "pg_hba.conf": entrance}.items():
            cluster.expect(cluster.run_as(self.user, "tee", str(self.data / name), stdin=text), name)
        main = str(self.data / "postgresql.conf")
        include = "include = 'conf.jingwei'\n"
        cluster.expect(cluster.run_as(self.user, "tee", "-a", main, stdin=include), main)

    def _may_set_clock(self) -> bool:
        return self.has_clocks and bool(clock_library())

    def _by_its_clock(self) -> list[str]:
        if self.clock is None:
            return []
        return ["env", *(f"{name}={value}" for name, value in self.clock.environment().items())]

    def _log_folder(self) -> Path:
        inside = self.disk.place / "log"
        cluster.own(inside, self.user)
        return inside

    def _as_user(self, program: str, *arguments: str) -> None:
        cluster.expect(cluster.run_as(self.user, cluster.program(program), *arguments), program)


def planted_city(user: pwd.struct_passwd) -> str:
    """The migrated and planted template as SQL, from the usual cluster."""
    name = template_database()
    command = [cluster.program("pg_dump"), "-h", os.environ["JINGWEI_DATABASE_HOST"]]
    command += ["-p", os.environ["JINGWEI_DATABASE_PORT"], "-U", cluster.SUPERUSER, "-d", name]
    return cluster.expect(cluster.run_as(user, *command), "pg_dump")
