"""The world's database as its owner sees it: all rows, all tables, all functions that look past the fence."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from django.conf import settings
from psycopg.rows import dict_row

from jingwei.domains.incidents.models import Incident, Participant
from jingwei.domains.incidents.queries import standing_of
from jingwei.domains.incidents.rules.sight import Standing
from jingwei.foundation.scoping import eyes
from tests.databases import owner_connection
from tests.matrix.fences.rules import Facts
from tests.matrix.people import FOUNDER

TABLES = """
select c.relname, c.relrowsecurity and c.relforcerowsecurity or c.relkind = 'v',
       has_table_privilege('jingwei_app', c.oid, 'insert'),
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
           and has_column_privilege('jingwei_app', c.oid, a.attnum, 'update')),
       has_table_privilege('jingwei_app', c.oid, 'delete'),
       (select array_agg(a.attname::text order by k.ord) from pg_constraint p,
               unnest(p.conkey) with ordinality k(attnum, ord), pg_attribute a
         where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid and a.attnum = k.attnum),
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
       c.relrowsecurity
  from pg_class c
 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
   and has_any_column_privilege('jingwei_app', c.oid, 'select')
 order by c.relname
"""
DEFINERS = """
select p.oid::regprocedure::text, p.proname::text, p.proowner::regrole::text,
       has_function_privilege('jingwei_app', p.oid, 'execute')
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
 order by 1
"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view that the application's role may read, and what else it may do there."""

    name: str
    is_fenced: bool
    may_insert: bool
    updates: tuple[str, ...]
    may_delete: bool
    key: tuple[str, ...]
    columns: tuple[str, ...]


@contextmanager
def as_owner() -> Iterator["psycopg.Connection[tuple[object, ...]]"]:
    """The schema's owner in the database that is being tested; every statement is final."""
    connection = owner_connection(settings.DATABASES["default"]["NAME"])
    try:
        yield connection
    finally:
        connection.close()


def tables() -> list[Table]:
    """Everything the application's role may read."""
    with as_owner() as owner:
        return [
            Table(
                name,
                bool(rls),
                bool(insert),
                tuple(update or ()),
                bool(delete),
                tuple(key or ()),
                tuple(columns),
            )  # type: ignore[arg-type]
            for name, _, insert, update, delete, key, columns, rls in owner.execute(TABLES).fetchall()
        ]


def definer_functions() -> dict[str, bool]:
    """By signature, whether the application's role may call it."""
    with as_owner() as owner:
        return {
            str(signature): bool(callable_)
            for signature, _, _, callable_ in owner.execute(DEFINERS).fetchall()
        }


def key_of(table: Table, row: Mapping[str, Any]) -> str:
    """What identifies a row, as text."""
    return "|".join(_as_text(row[column]) for column in table.key)


def _as_text(value: Any) -> str:
    return "\\x" + value.hex() if isinstance(value, bytes) else str(value)


def facts_of(names: list[str]) -> Facts:
    """All rows of these tables, past every fence."""
    with as_owner() as owner:
        cursor = owner.cursor(row_factory=dict_row)
        found = {
            name: cursor.execute(f'select t.*, t::text as __row from "{name}" t').fetchall() for name in names
        }
    return Facts(found, standings())


def standings() -> dict[Any, Standing]:
    """What decides who sees each incident."""
    with eyes(FOUNDER):
        parts: dict[Any, set[Any]] = {}
        for incident_id, unit_id, post_id in Participant.objects.values_list(
            "incident_id", "unit_id", "post_id"
        ):
            parts.setdefault(incident_id, set()).add((unit_id, post_id))
        found = {}
        for incident in Incident.objects.unscoped("the proof reads what was planted"):
            plain = standing_of(incident)
            found[incident.pk] = Standing(
                **{name: getattr(plain, name) for name in Standing.__slots__ if name != "participants"},
                participants=frozenset(parts.get(incident.pk, ())),
            )
        return found
