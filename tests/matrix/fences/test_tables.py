"""The relations of the matrix once more, in SQL and as the role that serves: every table × everybody."""

import time

import pytest

from tests.matrix import tally
from tests.matrix.fences import asking
from tests.matrix.fences.asking import Findings, lookers
from tests.matrix.fences.database import Table
from tests.matrix.fences.rules import Facts, everybody, machine
from tests.matrix.fences.tables import FENCED, MISSING, OPEN
from tests.matrix.world import World
from tools.assurance import depth, is_deep

pytestmark = pytest.mark.slow


def without_case(tables: list[Table]) -> set[str]:
    return {table.name for table in tables} - set(FENCED) - set(OPEN)


def test_every_table_has_a_case(every_table: list[Table]) -> None:
    missing = without_case(every_table)
    assert not missing, MISSING.format(tables=", ".join(sorted(missing)))
    gone = (set(FENCED) | set(OPEN)) - {table.name for table in every_table}
    assert not gone, f"{sorted(gone)} stand in tests/matrix/fences/tables.py and are no tables any more."


def test_the_fences_stand_where_the_cases_say(every_table: list[Table]) -> None:
    fenced = {table.name for table in every_table if table.is_fenced}
    assert fenced == set(FENCED)


def test_every_fenced_table_holds_something(facts: Facts) -> None:
    empty = [name for name in FENCED if not facts.tables[name]]
    assert not empty, (
        f"{empty} are empty: plant a row in tests/matrix/fences/planting.py, or nothing is proved."
    )


def test_rules_and_fences_say_the_same(world: World, facts: Facts, every_table: list[Table]) -> None:
    began, findings = time.perf_counter(), Findings()
    people = lookers(world, is_whole=is_deep())
    asking.ask_reads(people, every_table, facts, findings)
    assert not findings.wrong, f"{len(findings.wrong)} of {findings.cells}:\n" + "\n".join(
        findings.wrong[:20]
    )
    for name, fence in FENCED.items():
        if fence.sees not in (everybody, machine):
            assert findings.allowed.get(name), f"Nobody sees a row of {name}: the rule proves nothing."
        if fence.sees is not everybody:
            assert findings.denied.get(name), f"Everybody sees every row of {name}: plant one that is hidden."
    tally.add(
        "sql",
        tables=len(FENCED),
        people=len(people),
        read_cells=findings.cells,
        statements=findings.statements,
    )
    print(f"{findings.cells} cells, {findings.statements} statements, {time.perf_counter() - began:.1f} s")


def test_nobody_writes_what_is_not_theirs(world: World, facts: Facts, every_table: list[Table]) -> None:
    began, findings = time.perf_counter(), Findings()
    people = lookers(world, is_whole=is_deep())
    chosen = depth(dict(list(people.items())[::8]) | {asking.NOBODY.name: asking.NOBODY}, people)
    asking.ask_writes(chosen, every_table, facts, findings)
    assert not findings.wrong, f"{len(findings.wrong)} of {findings.cells}:\n" + "\n".join(
        findings.wrong[:20]
    )
    tally.add("sql", write_cells=findings.cells, statements=findings.statements)
    print(f"{findings.cells} cells, {findings.statements} statements, {time.perf_counter() - began:.1f} s")
