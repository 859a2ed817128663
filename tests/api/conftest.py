"""One planted world for generated requests, and a way in for each operation."""

from collections.abc import Iterator

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from jingwei.config.api import document
from tests.api.requests import operations
from tests.matrix.calls import Cell, cells, undrawn_cells
from tests.matrix.city import planted_world
from tests.matrix.expectations import expected
from tests.matrix.outcomes import Outcome
from tests.matrix.world import World

SIGNED = {"reportCallEvent"}
"""Nobody signed in may call these, only a machine with a key: what stands behind the signature is tried beside it."""

OPERATIONS = {one.operation_id: one for one in operations(document())}


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[World]:
    with django_db_blocker.unblock(), planted_world() as planted:  # type: ignore[attr-defined]
        yield planted


@pytest.fixture(autouse=True)
def _connections_stay() -> Iterator[None]:
    """Between requests the server closes connections that are in the middle of something; here each request runs
    inside a transaction that is rolled back, so that must not happen. Django's own test client does the same, and
    puts the closing back after each of its calls: therefore anew for every test.
    """
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="package")
def doors(world: World) -> dict[str, Cell]:
    """For each operation somebody who is let in, on something they see."""
    return {name: next(_let_in(world, name)) for name in OPERATIONS.keys() - SIGNED} | {
        name: next(iter(cells(world, OPERATIONS[name]))) for name in SIGNED
    }


def _let_in(world: World, operation_id: str) -> Iterator[Cell]:
    for cell in undrawn_cells(world, OPERATIONS[operation_id]):
        is_in = expected(cell.seat, cell.operation, cell.target) is Outcome.IN
        if is_in and (cell.seat.is_known or cell.operation.permission is None):
            yield cell
