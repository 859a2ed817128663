"""Operations about incidents: every one × every role × area and unit relation, over HTTP."""

import pytest
from django.test import Client

from jingwei.config.api import document
from tests.api.requests import Operation, operations
from tests.matrix import expectations
from tests.matrix.calls import answer, require_right_answers, undrawn_cells
from tests.matrix.outcomes import Outcome
from tests.matrix.world import World

pytestmark = pytest.mark.slow
VERBS = [one for one in operations(document()) if one.sees in {"incident", "tracked"}]


@pytest.mark.parametrize("operation", VERBS, ids=lambda one: one.operation_id)
def test_the_answer_is_what_the_rules_say(operation: Operation, world: World) -> None:
    require_right_answers(world, operation)


@pytest.mark.parametrize("operation", VERBS, ids=lambda one: one.operation_id)
def test_somebody_really_gets_it_done(operation: Operation, world: World) -> None:
    """“Let in” would hold no water if every call broke off later: each verb succeeds for somebody."""
    client = Client(raise_request_exception=False)
    doors = (
        cell
        for cell in undrawn_cells(world, operation)
        if cell.target.facts and expectations.expected(cell.seat, operation, cell.target) is Outcome.IN
    )
    assert any(answer(client, cell, world).status in {200, 201, 204} for cell in doors)
