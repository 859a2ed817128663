"""Supervision in the matrix: a card on matters of every standing, and a case of each keeper's area."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from jingwei.domains.incidents.rules.sight import sees
from jingwei.domains.supervision.contracts import CardKind, CardState, CaseState
from jingwei.domains.supervision.models import Card, Case, Note
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes, lies_within
from jingwei.kernel.ids import uuid7
from tests.api.requests import Operation
from tests.cast import CITY, SPACE, WATER, centre
from tests.matrix.outcomes import Outcome
from tests.matrix.people import FOUNDER, Seat
from tests.matrix.targets import Place, Target
from tests.matrix.world import CROSSINGS, World

Keep = tuple[dict[str, Any], Any]
SUPERVISED = ("tip", "about a unit", *CROSSINGS)
"""Matters with a card: one that few see, one that a unit must not see, and where relations meet."""
NOTED = "reported"
"""A matter without a card yet, whose centre owes an answer to a leader's note."""


def plant_cards(world: World, at: datetime) -> None:
    """One card on each of them, raised by the city's centre on the unit that has it; one note to answer."""
    with eyes(FOUNDER):
        for name in SUPERVISED:
            case = world.cases[name]
            Card(
                id=_card_id(case.incident_id),
                incident_id=case.incident_id,
                kind=CardKind.ORDINARY.value,
                state=CardState.RAISED.value,
                unit_id=case.standing.unit_id or case.standing.centre_id,
                by_unit_id=centre(CITY),
                by_area=CITY,
                by_name="矩阵",
                reason="矩阵核对",
                raised_at=at,
            ).save(force_insert=True)
        noted = world.cases[NOTED]
        Note(
            id=uuid7(),
            incident_id=noted.incident_id,
            version=1,
            unit_id=noted.standing.centre_id,
            noted_at=at,
        ).save(force_insert=True)


def card_targets(world: World, operation: Operation) -> Iterable[Target]:
    """The card on each matter."""
    for name in SUPERVISED:
        yield _of_card(world, name)


def cards_placed(world: World) -> Iterable[Target]:
    """Those on matters in which every relation to a place meets."""
    for name in CROSSINGS:
        standing = world.cases[name].standing
        place = Place(standing.scope_code, frozenset({standing.centre_id, standing.unit_id}))
        found = _of_card(world, name)
        yield Target(found.name, found.samples, found.facts, place)


def card_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """Whoever of the staff sees the matter sees the card."""
    return Outcome.IN if sees(seat.actor, target.facts.standing) else Outcome.HIDDEN


def case_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """What one's unit raised or has to answer, and what lies in one's area."""
    area_code, units = target.facts
    shared = seat.actor.sharing_unit_id
    takes_part = shared is not None and shared in units
    return Outcome.IN if takes_part or lies_within(area_code, seat.actor.scope) else Outcome.HIDDEN


def plant_case(keeper: Seat, at: datetime) -> Keep:
    codes = ancestor_codes(keeper.actor.area_code)
    row = Case(
        id=uuid7(),
        unit_id=keeper.actor.unit_id,
        receiver_unit_id=WATER,
        title="矩阵督导",
        finding="核对",
        state=CaseState.RAISED.value,
        raised_at=at,
        by_name=keeper.name,
        city_code=codes.city,
        county_code=codes.county,
        township_code=codes.township,
        community_code=codes.community,
        grid_code=codes.grid,
        scope_code=codes.scope,
    )
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return {"case_id": str(row.pk)}, (row.scope_code, {row.unit_id, row.receiver_unit_id})


SUPERVISION: dict[str, Callable[[Seat, datetime], Keep]] = {"supervision_case": plant_case}


def _of_card(world: World, name: str) -> Target:
    case = world.cases[name]
    return Target(f"card on “{name}”", {"card_id": str(_card_id(case.incident_id))}, case)


def _card_id(incident_id: UUID) -> UUID:
    return uuid5(SPACE, f"card {incident_id}")
