"""Making the calls: one request, its outcome, and everything it did rolled back."""

import os
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from zlib import crc32

from django.db import transaction
from django.test import Client

from jingwei.config.api import document
from jingwei.config.documentation.matrix import UNPLACED, UNRELATED, WITHOUT_POST, Relation, cells_of
from jingwei.foundation.access.contracts import Permission, Role
from jingwei.foundation.access.rules.permissions import PERMISSIONS
from tests.api.requests import Operation, operations, request_for
from tests.matrix import tally
from tests.matrix.expectations import KINDS, expected, samples_for
from tests.matrix.kept import placed
from tests.matrix.of_incidents import ALWAYS
from tests.matrix.outcomes import Outcome, outcome_of
from tests.matrix.people import Seat
from tests.matrix.targets import Target, relation_to
from tests.matrix.world import World
from tools.assurance import is_deep

FURTHER_CELLS = int(os.environ.get("JINGWEI_CELLS", "150"))
"""How many cells of the whole product a run at depth draws for each operation, besides those of every run."""
REFUSED_SHARE = 1 / 8
"""How many of the cells that the permission table refuses an everyday run asks."""
TURNS = 3
"""How many operations on things of one kind share the cells of those who are let in, in an everyday run."""
TAKING_TURNS = {"incident": ALWAYS}
"""Things that every operation of a kind is tried on, whether it can be done to them or not."""
OTHER_CELLS, OF_EACH = 4, 1
"""How many of the calls by those who do not stand for their role an everyday run draws for each operation, if possible,
and of each of its targets at least, of those who are let in and of those who are not."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One call of the matrix."""

    operation: Operation
    seat: Seat
    target: Target

    def __str__(self) -> str:
        return f"{self.operation.operation_id} · {self.seat.name} · {self.target.name or 'no target'}"


Standing = dict[tuple[Role, Relation], tuple[Seat, Target]]


@dataclass(frozen=True, slots=True)
class Answer:
    outcome: Outcome
    status: int
    text: str


def cells(world: World, operation: Operation) -> Iterator[Cell]:
    """The question of every role on every target, one for every cell of the product, and what others ask.

    Without an object in the address nothing could relate to it: everybody reads, and for writing one post stands for
    its role. The others are everybody who carries the permission, on every target: in everyday runs a draw of them.
    """
    yield from filter(_has_turn, _of_roles(world, operation))
    yield from _others(world, operation) if is_deep() else _drawn(world, operation)
    if operation.sees != "nothing":
        yield from product_cells(world, operation)
    if is_deep():
        yield from further_cells(world, operation)


def undrawn_cells(world: World, operation: Operation) -> Iterator[Cell]:
    """Every role's and everybody's question, with nothing left to the draw: for finding somebody who is let in."""
    yield from everybodys_cells(world, operation)
    yield from cells(world, operation)


def everybodys_cells(world: World, operation: Operation) -> Iterator[Cell]:
    """Every role's and everybody's question about the operation's own targets."""
    yield from _of_roles(world, operation)
    yield from _others(world, operation)


def _has_turn(cell: Cell) -> bool:
    """Whether a role's question is asked in this run: of what is only there to be hidden each verb asks a part, each
    role another one."""
    role, targets = cell.seat.actor.role, TAKING_TURNS.get(cell.operation.sees, ())
    if is_deep() or cell.target.name not in targets or not _may(cell.seat, cell.operation):
        return True
    at = _alike(cell.operation.sees, role).index(cell.operation.operation_id)
    return at == 0 or (at + list(Role).index(role) + targets.index(cell.target.name)) % len(targets) == 0


def _of_roles(world: World, operation: Operation) -> Iterator[Cell]:
    targets = list(KINDS[operation.sees].targets(world, operation))
    for seat in (seat for seat in world.seats if seat.is_typical):
        for target in targets if _may(seat, operation) else targets[:1]:
            yield Cell(operation, seat, target)


def _others(world: World, operation: Operation) -> Iterator[Cell]:
    kind = KINDS[operation.sees]
    if kind.every_seat or operation.is_safe:
        targets = list(kind.targets(world, operation))
        for seat in (seat for seat in world.seats if not seat.is_typical and _may(seat, operation)):
            for target in targets:
                yield Cell(operation, seat, target)


def _drawn(world: World, operation: Operation) -> Iterator[Cell]:
    """Of what the others ask a few questions about each target: by some who are let in, and by some who are not."""
    others = list(_others(world, operation))
    draw = random.Random(f"{tally.SEED} {operation.operation_id} others")
    drawn: dict[tuple[int, bool], int] = {}
    targets = len({id(cell.target) for cell in others})
    for cell in draw.sample(others, len(others)):
        kind = id(cell.target), expected(cell.seat, operation, cell.target) is Outcome.IN
        drawn[kind] = drawn.get(kind, 0) + 1
        if drawn[kind] <= max(OF_EACH, OTHER_CELLS // 2 // targets):
            yield cell


def further_cells(world: World, operation: Operation) -> Iterator[Cell]:
    """At depth also a draw from the whole product: every seat × every target, whatever the role may."""
    targets = [*KINDS[operation.sees].targets(world, operation)]
    if operation.sees not in UNPLACED:
        targets += placed(world, operation.sees)
    draw = random.Random(f"{tally.SEED} {operation.operation_id}")
    for _ in range(FURTHER_CELLS):
        yield Cell(operation, draw.choice(world.seats), draw.choice(targets))


def product_cells(world: World, operation: Operation) -> Iterator[Cell]:
    """For each role and relation one seat and one target that stand so to each other, as far as this run asks it."""
    for key, (seat, target) in _standing(world, operation.sees).items():
        if is_asked(operation, *key):
            yield Cell(operation, seat, target)


def _standing(world: World, sees: str) -> Standing:
    """The first seat and the first thing of a kind for each role and relation: the same for all operations on it."""
    if sees not in world.standing:
        found: Standing = {}
        things = placed(world, sees)
        for seat in world.seats:
            for target in things:
                found.setdefault((seat.actor.role, relation_to(seat.actor, target.place)), (seat, target))
        world.standing[sees] = found
    return world.standing[sees]


def is_asked(operation: Operation, role: Role, relation: Relation) -> bool:
    """Whether a cell of the product is asked in this run.

    Whoever lacks the permission is refused before anything is looked for, however they stand to it: of those cells
    an everyday run draws every eighth, the same each time, besides the one that every role asks. How somebody stands
    to a thing counts the same whatever they do with it: the first of the operations on a kind of thing is asked all
    about it, the others take turns, so that each cell is asked of every third.
    """
    if is_deep():
        return True
    if _role_may(role, operation):
        at = _alike(operation.sees, role).index(operation.operation_id)
        return at == 0 or (at + crc32(f"{role} {relation}".encode())) % TURNS == 0
    return random.Random(f"{tally.SEED} {operation.operation_id} {role} {relation}").random() < REFUSED_SHARE


@cache
def _everything() -> list[Operation]:
    return operations(document())


@cache
def _alike(sees: str, role: Role) -> list[str]:
    """What the role may do to things of one kind: what only reads first, then in the document's order."""
    found = [one for one in _everything() if one.sees == sees and _role_may(role, one)]
    return [one.operation_id for one in sorted(found, key=lambda one: not one.is_safe)]


def left_out(operation: Operation, asked: Iterable[Cell]) -> list[str]:
    """Cells of the product that nobody asked, and ones that were asked although they are said to be impossible."""
    called = {(cell.seat.actor.role, relation_to(cell.seat.actor, cell.target.place)) for cell in asked}
    if operation.sees not in UNPLACED:
        called = {one for one in called if one[1] != UNRELATED or one[0] in WITHOUT_POST}
    should = set(cells_of(operation.sees))
    drawn = {one for one in should if is_asked(operation, *one)}
    missing = [f"{role.value}: {relation} was never asked" for role, relation in drawn - called]
    return sorted(missing + [f"{role.value}: {relation} cannot be" for role, relation in called - should])


def _may(seat: Seat, operation: Operation) -> bool:
    return _role_may(seat.actor.role, operation)


def _role_may(role: Role, operation: Operation) -> bool:
    return operation.permission is None or Permission(operation.permission) in PERMISSIONS[role]


Asking = Callable[[World, Operation], Iterator[Cell]]


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


def mismatches(
    client: Client, world: World, operation: Operation, asking: Asking = cells
) -> tuple[list[Cell], list[str]]:
    """The calls that were made, and those that came out otherwise than the rules say."""
    found, asked = [], []
    for cell in asking(world, operation):
        asked.append(cell)
        should, did = expected(cell.seat, cell.operation, cell.target), answer(client, cell, world)
        if did.outcome is not should:
            found.append(
                f"{cell}\n    should be {should.value}, was {did.outcome.value}: {did.status} {did.text}"
            )
    return asked, found


def require_right_answers(world: World, operation: Operation) -> None:
    """Ask all about one operation: nothing left out, nothing answered otherwise than the rules say."""
    asked, wrong = mismatches(Client(raise_request_exception=False), world, operation)
    assert not wrong, f"{len(wrong)} of {len(asked)} calls came out wrong:\n" + "\n".join(wrong[:20])
    missing = left_out(operation, asked)
    assert not missing, f"{operation.operation_id} has cells that were not asked:\n" + "\n".join(missing)
    tally.add("matrix", operations=1, cells=len(asked), wrong=len(wrong))
    print(f"{operation.operation_id}: {len(asked)} calls")
