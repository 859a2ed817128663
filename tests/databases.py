"""Databases for tests: one planted template per state of the schema, cloned in a fraction of a second.

The owner creates and migrates; whatever is tested runs as the application role.
"""

import hashlib
import os
import subprocess
import sys
import threading
import time
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE_PREFIX = "jingwei_test_template_"


def owner_connection(name: str = "postgres") -> "psycopg.Connection[tuple[object, ...]]":
    """A connection as the schema's owner; autocommit, for creating and dropping databases."""
    return psycopg.connect(
        host=os.environ["JINGWEI_DATABASE_HOST"],
        port=os.environ["JINGWEI_DATABASE_PORT"],
        user="jingwei_owner",
        password=os.environ["JINGWEI_OWNER_PASSWORD"],
        dbname=name,
        autocommit=True,
    )


def template_database() -> str:
    """The name of the planted template, made if this schema has none yet."""
    name = TEMPLATE_PREFIX + _schema_mark()
    with owner_connection() as connection:
        connection.execute("select pg_advisory_lock(43090001)")
        if not _exists(connection, name):
            _drop_old_templates(connection)
            building = f"{name}_new"
            drop_database(building)
            connection.execute(
                sql.SQL("create database {} template jingwei_template").format(sql.Identifier(building))
            )
            _as_owner(building, "migrate", "--verbosity", "0")
            _as_owner(building, "shell", "--no-imports", "-c", "from tests.cast import plant; plant()")
            connection.execute(
                sql.SQL("alter database {} rename to {}").format(
                    sql.Identifier(building), sql.Identifier(name)
                )
            )
        connection.execute("select pg_advisory_unlock(43090001)")
    return name


def clone_database(name: str) -> None:
    """A fresh copy of the planted template under ``name``."""
    template = template_database()
    drop_database(name)
    with owner_connection() as connection:
        connection.execute("select pg_advisory_lock(43090001)")
        connection.execute(
            sql.SQL("create database {} template {}").format(sql.Identifier(name), sql.Identifier(template))
        )
        # Nobody waits for a disk on behalf of a database that is dropped within minutes; whatever proves that what
        # was told survives a killed database has a cluster of its own (bench/faults).
        connection.execute(
            sql.SQL("alter database {} set synchronous_commit = off").format(sql.Identifier(name))
        )


def drop_database(name: str) -> None:
    """Drop a test database, whoever is still connected.

    The owner may not end an autovacuum worker that is busy in it, so that one is waited for.
    """
    drop = sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name))
    with owner_connection() as connection:
        for _ in range(40):
            try:
                connection.execute(drop)
                return
            except psycopg.errors.InsufficientPrivilege:
                time.sleep(0.25)
        connection.execute(drop)


_numbers = count(1)
_leaving: list[threading.Thread] = []


def drop_meanwhile(name: str) -> None:
    """Drop a test database while the next tests run: the server writes down everything else first, which takes a second."""
    thread = threading.Thread(target=drop_database, args=(name,), name=f"drop {name}")
    thread.start()
    _leaving.append(thread)


def wait_for_drops() -> None:
    """Until all that was to be dropped is gone."""
    while _leaving:
        _leaving.pop().join()


def database_name(purpose: str) -> str:
    """A name that nobody else has, and this process has not had before."""
    return f"jingwei_test_{purpose}_{os.getpid()}_{int(time.time()) % 100000}_{next(_numbers)}"


def _schema_mark() -> str:
    digest = hashlib.sha256()
    standard = (ROOT / "jingwei/config/standard").glob("*.*")
    for path in sorted([*(ROOT / "jingwei").rglob("migrations/*.py"), *standard, ROOT / "tests" / "cast.py"]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _exists(connection: "psycopg.Connection[tuple[object, ...]]", name: str) -> bool:
    return connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone() is not None


def _drop_old_templates(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    rows = connection.execute(
        "select datname from pg_database where datname like %s order by oid desc offset 2",
        [TEMPLATE_PREFIX + "%"],
    ).fetchall()
    for (name,) in rows:
        connection.execute(sql.SQL("drop database if exists {}").format(sql.Identifier(str(name))))


def _as_owner(database: str, *command: str) -> None:
    environment = os.environ | {"JINGWEI_DATABASE_ROLE": "owner", "JINGWEI_DATABASE_NAME": database}
    done = subprocess.run(
        [sys.executable, "-m", "jingwei", *command], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed on {database}:\n{done.stdout}\n{done.stderr}")
