"""Functions that look past the fence: each with hostile arguments, by everybody."""

import json
import time

import pytest
from django.db import connection

from jingwei.kernel.clock import now
from tests.matrix import tally
from tests.matrix.fences.asking import Findings, lookers
from tests.matrix.fences.database import as_owner, definer_functions
from tests.matrix.fences.definers import DEFINERS, MISSING, Ground, ask
from tests.matrix.fences.rules import Facts
from tests.matrix.world import World
from tools.assurance import is_deep

pytestmark = pytest.mark.slow


def without_case() -> set[str]:
    return {function for function, is_open in definer_functions().items() if is_open} - set(DEFINERS)


def test_every_function_that_looks_past_the_fence_has_a_case(world: World) -> None:
    missing = without_case()
    assert not missing, MISSING.format(functions=", ".join(sorted(missing)))
    gone = set(DEFINERS) - set(definer_functions())
    assert not gone, f"{sorted(gone)} stand in tests/matrix/fences/definers.py and are no functions any more."


def test_what_comes_with_an_extension_is_closed(world: World) -> None:
    """PostGIS brings functions that tell the extent of a whole table, hidden rows included."""
    others = {name: is_open for name, is_open in definer_functions().items() if not name.startswith("jw_")}
    assert others
    assert not any(others.values()), f"{[name for name, is_open in others.items() if is_open]} may be called."


@pytest.mark.parametrize("function", DEFINERS)
def test_hostile_arguments_get_nothing_out_of_it(function: str, world: World, facts: Facts) -> None:
    began, findings = time.perf_counter(), Findings()
    people = lookers(world, is_whole=is_deep())
    chosen = people if is_deep() else dict(list(people.items())[::6])
    ask(function, DEFINERS[function], chosen, Ground(world, facts, now()), findings)
    assert findings.cells
    assert not findings.wrong, f"{len(findings.wrong)} of {findings.cells}:\n" + "\n".join(
        findings.wrong[:10]
    )
    tally.add("sql", functions=1, hostile_calls=findings.cells)
    print(f"{findings.cells} calls, {time.perf_counter() - began:.1f} s")


def test_what_is_told_to_the_live_process_holds_no_words(world: World) -> None:
    case = world.cases["tip"]
    with as_owner() as owner:
        owner.execute("listen jw_live")
        with connection.cursor() as cursor:
            cursor.execute("select jw_tell_incident('incident', %s, null)", [case.incident_id])
        (told,) = [json.loads(one.payload) for one in owner.notifies(timeout=60, stop_after=1)]
    assert set(told) == {"kind", "id", "version", "to"}
    assert set(told["to"]) == {"scope", "floor", "about", "units", "posts", "persons", "whole"}
