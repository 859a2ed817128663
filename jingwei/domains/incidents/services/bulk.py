"""Storing many rows with few statements, for what arrives in files."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model
from psycopg import sql

from jingwei.domains.incidents.contracts import State

RECEIPTS = "select nextval('incidents_receipt') from generate_series(1, %s)"
ONE_AT_A_TIME = "select pg_advisory_xact_lock(43090003, hashtext(%s))"
BROUGHT_IN_BEFORE = """
select external_id, centre_id, state, receipt_no, fingerprint from incidents_incident
 where external_source = %s and external_id = any(%s) and external_id <> ''
"""


@dataclass(frozen=True, slots=True)
class Present:
    """A row of a source that is here already: who has it, how far it is, and what its receipt is made of."""

    centre_id: UUID
    state: State
    receipt_no: str
    fingerprint: bytes


def store_many(rows: Sequence[Model]) -> None:
    """Insert rows of one table in the running transaction.

    COPY goes into a passing table of the same shape and INSERT … SELECT from there: COPY straight into a table
    with row-level security is refused. Every constraint and policy of the real table applies.
    """
    if not rows:
        return
    model = type(rows[0])
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    table, passing = sql.Identifier(model._meta.db_table), sql.Identifier(f"incoming_{model._meta.db_table}")
    columns = sql.SQL(", ").join(sql.Identifier(field.column) for field in fields)
    names = [field.attname for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("create temp table {} (like {}) on commit drop").format(passing, table))
        with cursor.copy(sql.SQL("copy {} ({}) from stdin").format(passing, columns)) as copy:
            for row in rows:
                copy.write_row([_plain(row.__dict__[name]) for name in names])
        cursor.execute(sql.SQL("insert into {0} ({1}) select {1} from {2}").format(table, columns, passing))
        cursor.execute(sql.SQL("drop table {}").format(passing))


def next_receipts(count: int) -> list[int]:
    """Numbers for receipts, in order."""
    with connection.cursor() as cursor:
        cursor.execute(RECEIPTS, [count])
        return [row[0] for row in cursor.fetchall()]


def hold_sources(sources: Iterable[str]) -> None:
    """Until the transaction ends nobody else brings in rows of these sources: what is looked up stays true."""
    with connection.cursor() as cursor:
        for source in sorted(set(sources)):
            cursor.execute(ONE_AT_A_TIME, [source])


def brought_in_before(source: str, external_ids: Sequence[str]) -> dict[str, Present]:
    """Of these, the ones already here."""
    with connection.cursor() as cursor:
        cursor.execute(BROUGHT_IN_BEFORE, [source, list(external_ids)])
        return {row[0]: Present(row[1], State(row[2]), row[3], bytes(row[4])) for row in cursor.fetchall()}


def _plain(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value
