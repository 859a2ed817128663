"""Tables that are filled at once: their indexes and foreign keys go away meanwhile and come back as they were."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from bench.servers import connect

NAMES = (
    "residents_key",
    "residents_resident",
    "dwellings_house",
    "residents_residence",
    "residents_residentchange",
    "dwellings_housechange",
    "dwellings_building",
    "dwellings_buildingchange",
)
"""The largest first: what takes longest is begun first."""


@contextmanager
def without_indexes(database: str, *, processes: int) -> Iterator[None]:
    """Foreign keys come back for rows written later: those that were laid are not checked again."""
    with connect(database) as connection:
        links = connection.execute(FOREIGN_KEYS, [list(NAMES)]).fetchall()
        indexes = connection.execute(INDEXES, [list(NAMES)]).fetchall()
        keys = connection.execute(KEYS, [list(NAMES)]).fetchall()
        for table, name, _ in (*links, *keys):
            connection.execute(f"alter table {table} drop constraint {name} cascade")
        for name, _ in indexes:
            connection.execute(f"drop index {name}")
        for table in NAMES:
            connection.execute(f"alter table {table} set (autovacuum_enabled = false)")
            connection.execute(f"alter table {table} no force row level security")  # COPY knows no policies
    yield
    made = [f"alter table {table} add constraint {name} {said}" for table, name, said in keys]
    made += [str(said) for _, said in indexes]
    made.sort(key=lambda sql: next((at for at, table in enumerate(NAMES) if f"{table} " in sql), 0))
    with ThreadPoolExecutor(processes) as pool:
        list(pool.map(lambda sql: _do(database, sql), made))
    with ThreadPoolExecutor(processes) as pool:
        list(pool.map(lambda table: _do(database, f"vacuum analyze {table}"), NAMES))
    for table in NAMES:
        _do(database, f"alter table {table} force row level security")
    for table, name, said in links:
        _do(database, f"alter table {table} add constraint {name} {said} not valid")


def _do(database: str, sql: str) -> None:
    with connect(database) as connection:
        connection.execute("set maintenance_work_mem = '600MB'")
        connection.execute("set max_parallel_maintenance_workers = 0")
        connection.execute(sql)


FOREIGN_KEYS = """
select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
 where contype = 'f' and %s::text[] && array[conrelid::regclass::text, confrelid::regclass::text] order by 1, 2
"""
KEYS = """
select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
 where contype in ('p', 'u') and conrelid::regclass::text = any(%s) order by 1, 2
"""
INDEXES = """
select indexname::text, indexdef from pg_indexes
 where tablename = any(%s) and indexname not in (select conname from pg_constraint where contype in ('p', 'u'))
 order by 1
"""
