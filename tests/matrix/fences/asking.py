"""The same questions in SQL, as the role that serves: what does each actor see, add, change and remove?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from django.db import connection, transaction
from django.db.utils import Error, IntegrityError
from psycopg.errors import InsufficientPrivilege

from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST
from tests.matrix.fences.database import Table, key_of
from tests.matrix.fences.rules import Facts, Row
from tests.matrix.fences.tables import FENCED, Fence
from tests.matrix.world import World

NOBODY = replace(PUBLIC_ACTOR, name="a connection without eyes")


@dataclass
class Findings:
    """What was asked and what came out otherwise than the rules say."""

    cells: int = 0
    statements: int = 0
    wrong: list[str] = field(default_factory=list)
    allowed: dict[str, int] = field(default_factory=dict)
    denied: dict[str, int] = field(default_factory=dict)

    def note(self, table: str, is_allowed: bool) -> None:
        self.cells += 1
        tally = self.allowed if is_allowed else self.denied
        tally[table] = tally.get(table, 0) + 1


def lookers(world: World, *, is_whole: bool) -> dict[str, Actor]:
    """Everybody of the matrix, reporters who proved their code, a machine, and a connection that says nothing."""
    seats = world.seats if is_whole else _some(world)
    found = {seat.name: seat.actor for seat in seats}
    for name in ("tip", "handling"):
        found[f"reporter of “{name}”"] = replace(PUBLIC_ACTOR, case_id=world.cases[name].incident_id)
    return found | {"a machine": CAST.machine, NOBODY.name: NOBODY}


def _some(world: World) -> list:  # type: ignore[type-arg]
    """Every fifth seat, and everybody who stands outside the rows of areas and units."""
    named = [seat for seat in world.seats if " @ " not in seat.name]
    return [*[seat for seat in world.seats if " @ " in seat.name][::5], *named]


@contextmanager
def looking(actor: Actor) -> Iterator[None]:
    """A transaction with these eyes, undone at its end; ``NOBODY`` opens none."""
    if actor is NOBODY:
        with transaction.atomic():
            yield
            transaction.set_rollback(True)
    else:
        with eyes(actor):
            yield
            transaction.set_rollback(True)


def ask_reads(everybody: dict[str, Actor], tables: list[Table], facts: Facts, findings: Findings) -> None:
    """Every row of every fenced table: seen by exactly those who may see it."""
    fenced = [table for table in tables if table.is_fenced and table.name in FENCED]
    query = " union all ".join(_keys_of(table) for table in fenced)
    for name, actor in everybody.items():
        with looking(actor), connection.cursor() as cursor:
            cursor.execute(query)
            shown: dict[str, set[str]] = {}
            for table_name, key in cursor.fetchall():
                shown.setdefault(table_name, set()).add(key)
        findings.statements += 1
        for table in fenced:
            rule, found = FENCED[table.name].sees, shown.get(table.name, set())
            for row in facts.tables[table.name]:
                key, may = key_of(table, row), rule(actor, row, facts)
                findings.note(table.name, may)
                if (key in found) is not may:
                    should = "should see" if may else "sees, and must not,"
                    findings.wrong.append(f"{name} {should} {table.name} {key}")


def _keys_of(table: Table) -> str:
    key = " || '|' || ".join(f'"{column}"::text' for column in table.key)
    return f"select '{table.name}', {key} from \"{table.name}\""


def ask_writes(everybody: dict[str, Actor], tables: list[Table], facts: Facts, findings: Findings) -> None:
    """What each actor adds, changes and removes; all of it is undone."""
    for name, actor in everybody.items():
        for table in tables:
            if table.name in FENCED:
                fence, rows = FENCED[table.name], facts.tables[table.name]
                findings.wrong += [
                    f"{name} {fault}"
                    for fault in (
                        *_rows_touched(actor, table, fence, rows, facts, findings),
                        *_copies_added(actor, table, fence, rows, facts, findings),
                    )
                ]


def _rows_touched(
    actor: Actor, table: Table, fence: Fence, rows: list[Row], facts: Facts, findings: Findings
) -> Iterator[str]:
    """Change and remove all that can be reached without looking at it: then only the fence of writing stands there."""
    verbs = (
        ("changes", fence.changes, _change(table)),
        ("removes", fence.removes, f'delete from "{table.name}"' if table.may_delete else ""),
    )
    for verb, rule, statement in verbs:
        if not statement or rule is None:
            if statement or rule is not None:
                yield f"{verb} {table.name}: the case and the grants of the role disagree"
            continue
        may = [row for row in rows if rule(actor, row, facts)]
        for row in rows:
            findings.note(f"{table.name} {verb}", row in may)
        touched = _run(actor, statement, findings)
        if touched > len(may):
            yield f"{verb} {touched} rows of {table.name}, and may {len(may)}"


def _change(table: Table) -> str:
    """A new value that is computed from nothing that stands in the row."""
    if not table.updates:
        return ""
    column = next((one for one in table.updates if one not in table.key), table.updates[0])
    value = f'(select w."{column}" from (select null::"{table.name}") n(r), lateral (select (n.r).*) w)'
    return f'update "{table.name}" set "{column}" = {value}'


def _run(actor: Actor, statement: str, findings: Findings) -> int:
    """How many rows a statement touched; none where the database refused it, one where a row did not like it."""
    findings.statements += 1
    try:
        with looking(actor), connection.cursor() as cursor:
            cursor.execute(statement)
            return int(cursor.rowcount)
    except IntegrityError:
        return 1
    except Error as error:
        if isinstance(error.__cause__, InsufficientPrivilege):
            return 0
        raise


def _copies_added(
    actor: Actor, table: Table, fence: Fence, rows: list[Row], facts: Facts, findings: Findings
) -> Iterator[str]:
    """Write one row that the actor might write and one that is not theirs; what exists twice was let through."""
    if not table.may_insert or fence.adds is None:
        if table.may_insert or fence.adds is not None:
            yield f"adds to {table.name}: the case and the grants of the role disagree"
        return
    mays = {may: row for row in rows if (may := fence.adds(actor, row, facts)) in {True, False}}
    for may, row in mays.items():
        findings.note(f"{table.name} adds", may)
        if _is_let_in(actor, table, row, findings) is not may:
            should = "should be able to add" if may else "adds, and must not,"
            yield f"{should} to {table.name} what is in {key_of(table, row)}"


def _is_let_in(actor: Actor, table: Table, row: Row, findings: Findings) -> bool:
    """The fence is asked before uniqueness: a second row of the same key means that the fence stood open."""
    columns = ", ".join(f'"{column}"' for column in table.columns)
    values = ", ".join(f'(r)."{column}"' for column in table.columns)
    statement = f'insert into "{table.name}" ({columns}) overriding system value select {values} from (select %s::"{table.name}" r) w'
    findings.statements += 1
    try:
        with looking(actor), connection.cursor() as cursor:
            cursor.execute(statement, [row["__row"]])
    except Error as error:
        return not isinstance(error.__cause__, InsufficientPrivilege)
    return True
