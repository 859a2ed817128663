"""Making the calls: one request, its outcome, and everything it did rolled back."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.test import Client

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.access.rules import PERMISSIONS
from tests.api.requests import Operation, request_for
from tests.matrix.expectations import KINDS, Outcome, Target, expected, outcome_of, samples_for
from tests.matrix.people import Seat
from tests.matrix.world import World


@dataclass(frozen=True, slots=True)
class Cell:
    """One call of the matrix."""

    operation: Operation
    seat: Seat
    target: Target

    def __str__(self) -> str:
        return f"{self.operation.operation_id} · {self.seat.name} · {self.target.name or 'no target'}"


@dataclass(frozen=True, slots=True)
class Answer:
    outcome: Outcome
    status: int
    text: str


def cells(world: World, operation: Operation) -> Iterator[Cell]:
    """Everybody on every target. Who lacks the permission is asked on one target only, because none is looked at;
    and, where it is not about an incident, once per role."""
    kind = KINDS[operation.sees]
    targets = list(kind.targets(world, operation))
    for seat in world.seats if operation.permission else world.seats[:2]:
        may = _may(seat, operation)
        if seat.is_typical or (kind.every_seat and (may or operation.sees in ABOUT_INCIDENTS)):
            for target in targets if may else targets[:1]:
                yield Cell(operation, seat, target)


ABOUT_INCIDENTS = {"incident", "file"}


def _may(seat: Seat, operation: Operation) -> bool:
    return operation.permission is None or Permission(operation.permission) in PERMISSIONS[seat.actor.role]


def answer(client: Client, cell: Cell, world: World) -> Answer:
    """Over HTTP, then rolled back."""
    request = request_for(cell.operation, samples_for(cell.seat, world) | cell.target.samples)
    with transaction.atomic():
        response = client.generic(
            request.method,
            request.address,
            request.content,
            content_type=request.content_type,
            **cell.seat.headers,
        )
        content = b"".join(response.streaming_content) if response.streaming else response.content
        transaction.set_rollback(True)
    is_json = response.get("Content-Type", "").startswith("application/json")
    code = response.json().get("code", "") if is_json and response.status_code >= 400 else ""
    return Answer(
        outcome_of(response.status_code, code), response.status_code, content[:300].decode("utf-8", "replace")
    )


def mismatches(client: Client, world: World, operation: Operation) -> tuple[int, list[str]]:
    """How many calls were made, and those that came out otherwise than the rules say."""
    found, count = [], 0
    for cell in cells(world, operation):
        count += 1
        should, did = expected(cell.seat, cell.operation, cell.target), answer(client, cell, world)
        if did.outcome is not should:
            found.append(
                f"{cell}\n    should be {should.value}, was {did.outcome.value}: {did.status} {did.text}"
            )
    return count, found
