"""The matrix itself: nothing escapes it, and it fails when the product and the rules disagree."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client

from jingwei.config.api import document
from jingwei.config.documentation.matrix import (
    POST_ROLES,
    UNPLACED,
    UNRELATED,
    WITHOUT_POST,
    AreaRelation,
    UnitRelation,
    size_of,
)
from jingwei.config.documentation.permissions import SEES
from jingwei.domains.incidents.rules.sight import Standing, sees
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.rules.permissions import PERMISSIONS, SEES_BY_AREA
from tests.api.requests import Operation, operations
from tests.cast import COMMUNITY, COUNTY, FOREIGN_GRID, GRID_1, GRID_2, GRID_3, OTHER_COUNTY
from tests.matrix import expectations, of_incidents
from tests.matrix.calls import Cell, cells, left_out, mismatches, undrawn_cells
from tests.matrix.expectations import KINDS
from tests.matrix.kept import OTHERS, PLANTERS, NothingPlanted, placed
from tests.matrix.people import AREAS, UNITS
from tests.matrix.targets import area_relation, relation_to
from tests.matrix.world import World

OPERATIONS = operations(document())
NOT_OVER_HTTP_YET: set[str] = set()
"""Held by somebody and used by commands only."""


def test_every_kind_of_sight_has_an_expectation_and_something_to_point_at() -> None:
    """An operation that points at something the matrix does not know fails here, before it can be forgotten."""
    assert unexpected_kinds(OPERATIONS) == set(), FIRST_STEP
    assert {operation.sees for operation in OPERATIONS} <= {"nothing", *PLANTERS, *OTHERS}, FIRST_STEP
    assert {operation.sees for operation in OPERATIONS} <= set(SEES), "Say in SEES what is seen."


FIRST_STEP = "A new kind of x-sees needs its rule in KINDS of tests/matrix/expectations.py and a planter in tests/matrix/kept.py."


def test_an_operation_outside_the_matrix_is_noticed() -> None:
    stranger = replace(OPERATIONS[0], operation_id="openDrawer", sees="drawer")
    assert unexpected_kinds([*OPERATIONS, stranger]) - unexpected_kinds(OPERATIONS) == {"drawer"}


@pytest.mark.slow
def test_a_kind_that_nobody_planted_is_named(world: World) -> None:
    with pytest.raises(NothingPlanted, match="“drawer”"):
        placed(world, "drawer")


@pytest.mark.slow
def test_a_cell_that_was_not_asked_is_named(world: World) -> None:
    operation = by_id("getIncident")
    asked = list(cells(world, operation))
    assert left_out(operation, asked) == []
    fewer = [
        cell
        for cell in asked
        if cell.seat.actor.role is not Role.DESK
        or relation_to(cell.seat.actor, cell.target.place).area is not AreaRelation.PARENT
    ]
    assert left_out(operation, fewer) == [
        "desk: parent area, other unit was never asked",
        "desk: parent area, own unit was never asked",
    ]


def test_relations_are_told_apart() -> None:
    assert area_relation(COMMUNITY, COMMUNITY) is AreaRelation.OWN
    assert area_relation(COMMUNITY, GRID_1) is AreaRelation.CHILD
    assert area_relation(GRID_1, COMMUNITY) is AreaRelation.PARENT
    assert area_relation(GRID_1, GRID_2) is AreaRelation.SIBLING
    assert area_relation(GRID_1, GRID_3) is AreaRelation.FOREIGN
    assert area_relation(COUNTY, OTHER_COUNTY) is AreaRelation.SIBLING
    assert area_relation(COUNTY, FOREIGN_GRID) is AreaRelation.FOREIGN


def test_the_size_is_the_number_of_cells() -> None:
    """What the generated page states is what the matrix asks: the plain product without what cannot be."""
    described = ((path, one) for path, item in document()["paths"].items() for one in item.values())
    size = size_of(described)
    related = [one for one in OPERATIONS if one.sees not in UNPLACED]
    plain = len(related) * len(POST_ROLES) * len(AreaRelation) * len(UnitRelation)
    assert size.related == plain - size.cannot_be
    assert size.by_relation[UNRELATED] == len(OPERATIONS) * len(WITHOUT_POST) + (
        len(OPERATIONS) - len(related)
    ) * len(POST_ROLES)


def test_every_permission_that_people_hold_is_asked_for() -> None:
    """A permission nobody asks for over HTTP is either dead or kept for machines: then it is listed here."""
    asked = {operation.permission for operation in OPERATIONS}
    held = {p.value for role, granted in PERMISSIONS.items() if role is not Role.SYSTEM for p in granted}
    assert held - asked <= NOT_OVER_HTTP_YET


@pytest.mark.slow
def test_every_role_and_relation_takes_part(world: World) -> None:
    roles = {seat.actor.role for seat in world.seats}
    assert roles == set(Role) - {Role.SYSTEM}
    areas = {(seat.actor.role, seat.actor.area_code) for seat in world.seats}
    assert {(role, area) for role in SEES_BY_AREA for area in AREAS} <= areas
    assert {seat.actor.unit_id for seat in world.seats if seat.actor.role is Role.HANDLER} == {
        unit for unit, _ in UNITS.values()
    }


@pytest.mark.slow
def test_the_matrix_fails_when_a_permission_is_granted_by_mistake(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The expectation is tampered with, not the product: the same disagreement seen from the other side."""
    granted = {**PERMISSIONS, Role.GRID_HEAD: PERMISSIONS[Role.GRID_HEAD] | {Permission.CLOSE_INCIDENT}}
    monkeypatch.setattr(expectations, "PERMISSIONS", granted)
    _, wrong = mismatches(Client(), world, by_id("closeIncident"))
    assert wrong
    assert all("grid_head" in line for line in wrong)


@pytest.mark.slow
def test_the_matrix_fails_when_sight_is_wider_than_the_rule(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blind_to_tips(actor: Actor, standing: Standing) -> bool:
        return standing.sight_floor > 0 and sees(actor, standing)

    def tips_and_a_tenth(world: World, operation: Operation) -> Iterator[Cell]:
        for n, cell in enumerate(undrawn_cells(world, operation)):
            if n % 10 == 0 or "tip" in cell.target.name:
                yield cell

    monkeypatch.setattr(of_incidents, "sees", blind_to_tips)
    _, wrong = mismatches(Client(), world, by_id("getIncident"), tips_and_a_tenth)
    assert wrong
    assert all("· tip" in line for line in wrong)


@pytest.mark.slow
def test_the_matrix_fails_when_it_is_nobodys_turn_any_more(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_incidents, "may_act", lambda *facts: False)
    _, wrong = mismatches(Client(), world, by_id("takeTask"))
    assert wrong
    assert all("was let in: 200" in line for line in wrong)


def unexpected_kinds(found: list[Operation]) -> set[str]:
    return {operation.sees for operation in found} - set(KINDS)


def by_id(operation_id: str) -> Operation:
    return next(one for one in OPERATIONS if one.operation_id == operation_id)
