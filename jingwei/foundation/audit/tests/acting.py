"""Acts and seals for tests of the audit, as other serving processes and the keeper make them."""

from datetime import timedelta

import psycopg
from django.db import connection

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.audit import services
from jingwei.foundation.audit.contracts import Fault
from jingwei.foundation.audit.queries import verify
from jingwei.foundation.audit.services import APPEND, entry_values, seal_entries
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

LATER = MONDAY_10 + timedelta(days=1)


def server(name: str) -> psycopg.Connection:
    """Another serving process: the application's role, on a connection of its own."""
    known = connection.settings_dict
    return psycopg.connect(
        host=known["HOST"], port=known["PORT"], user=known["USER"], password=known["PASSWORD"], dbname=name
    )


def append_on(other: psycopg.Connection, target: str) -> int:
    other.execute(
        APPEND, entry_values(CAST.wu, Permission.READ_INCIDENT, target, CAST.wu.area_code, {"n": 1})
    )
    return other.execute("select currval('audit_entry_id_seq')").fetchone()[0]


def act(*targets: str) -> list[int]:
    """Commit entries one transaction each, and give their ids."""
    ids = []
    for target in targets:
        with eyes(CAST.machine), connection.cursor() as cursor:
            services.append(
                CAST.wu, Permission.READ_INCIDENT, target, CAST.wu.area_code, {"面积": 1.50, "n": [1]}
            )
            cursor.execute("select currval('audit_entry_id_seq')")
            ids.append(cursor.fetchone()[0])
    return ids


def horizon() -> int:
    """Above everything this test has committed (other databases of the cluster hold the true horizon back)."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_current_xact_id()::text::bigint")
        return cursor.fetchone()[0]


def seal_now() -> int:
    return seal_entries(at=LATER, below=horizon())


def faults() -> list[tuple[Fault, int | None]]:
    return [(finding.fault, finding.entry_id) for finding in verify(at=LATER).findings]


def whole_faults() -> list[tuple[Fault, int | None]]:
    """Faults with the seal they stand in."""
    return [(finding.fault, finding.seal_number) for finding in verify(at=LATER).findings]
