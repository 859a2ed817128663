"""Nothing of a person is found from outside: not by search, number, count, house plan, map, export, or by the work it takes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from urllib.parse import quote

import pytest
from django.db import transaction

from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.dwellings.tests.things import building, flat, planned
from jingwei.domains.residents.services.households import HouseholdFacts, save_household
from jingwei.domains.residents.tests.people import YEAR_AGO, number, resident
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.rules.permissions import PERMISSIONS
from jingwei.kernel.clock import now
from jingwei.kernel.codes import lies_within
from tests.api.requests import Request
from tests.cast import CAST, FOREIGN_GRID, GRID_1
from tests.matrix import tally
from tests.matrix.hidden.comparing import Before, ask_everybody, tales_of
from tests.matrix.hidden.questions import questions
from tests.matrix.hidden.recording import Asked, Recorder, standing_clock
from tests.matrix.hidden.secrets import MayKnow, Secret, _of_other_county
from tests.matrix.people import Seat
from tests.matrix.world import World
from tools.assurance import is_deep

pytestmark = pytest.mark.slow
NAME, SOUND, INITIALS = "欧阳暗访", "ouyanganfang", "oyaf"
PHONE, TAIL = "13987654329", "4329"
ORDER = 707
ABROAD = "桃花仑暗访里7号"
PER_ROLE = 8 if is_deep() else 1
ABOUT_PEOPLE = ("Resident", "Household", "House", "Building", "Dwelling", "Map", "searchEverything")
"""Operations whose every question is asked, by what is in their names."""


@dataclass(frozen=True)
class Home:
    """A building with a plan and a house in it, in sight of many who may not see who lives there."""

    building: Building
    house: House


@pytest.fixture(scope="module")
def moment() -> datetime:
    return now() + timedelta(seconds=5)


@pytest.fixture(scope="module")
def home(world: World) -> Iterator[Home]:
    with transaction.atomic():
        block = building("暗访路12号暗访园3栋")
        planned(block)
        yield Home(block, flat(block, "9", "901"))
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def before(world: World, home: Home, moment: datetime) -> Before:
    """What everybody is told who could come near: of each role some posts, and whoever has none."""
    found = Before(Recorder())
    with standing_clock(moment):
        for seat in _seats(world):
            found.taken |= ask_everybody(
                found.recorder, [seat], world, is_whole=False, only="residents."
            ).taken
            found.taken |= ask_everybody(
                found.recorder, [seat], world, is_whole=False, only="dwellings."
            ).taken
            for asked in (*_of_people(seat, world), *_about(seat, home)):
                found.told[asked] = found.recorder.ask(asked)
    return found


def _seats(world: World) -> list[Seat]:
    of_role: dict[str, list[Seat]] = {}
    for seat in world.seats:
        of_role.setdefault(f"{seat.actor.role} {seat.is_known} {seat.is_program}", []).append(seat)
    return [seat for seats in of_role.values() for seat in seats[:PER_ROLE]] + [
        world.seat(name) for name in ("desk wu", "handler qian")
    ]


def _of_people(seat: Seat, world: World) -> Iterator[Asked]:
    for asked in questions(seat, world, is_whole=False):
        if any(one in asked.name for one in ABOUT_PEOPLE):
            yield asked


def _about(seat: Seat, home: Home) -> Iterator[Asked]:
    """What somebody asks who knows, or guesses, all that there is to know."""
    lists = (
        *(
            f"residents/people?words={quote(words)}"
            for words in (NAME, NAME[2:], SOUND, INITIALS, "暗访园", ABROAD)
        ),
        *(f"residents/people?words={quote(NAME)}&area_code={area}" for area in (FOREIGN_GRID, GRID_1)),
        f"residents/people?house_id={home.house.pk}",
        "residents/people?band=18-59&is_due=true",
        f"residents/doubles?area_code={FOREIGN_GRID}",
        f"dwellings/addresses?words={quote('暗访')}",
        f"dwellings/houses?words={quote('暗访园')}",
        f"dwellings/houses?building_id={home.building.pk}",
        f"dwellings/houses/{home.house.pk}",
        f"dwellings/buildings/{home.building.pk}",
        f"dwellings/buildings/{home.building.pk}/plan",
    )
    for address in lists:
        yield Asked(seat, Request("GET", f"/api/v1/{address}", "", "application/json"))
    for known in (number(ORDER), PHONE, TAIL):
        body = json.dumps({"number": known, "remark": ""})
        yield Asked(
            seat, Request("POST", "/api/v1/residents/people/find", body, "application/json"), name=known
        )


def _abroad(world: World, at: datetime) -> MayKnow:
    """A household of two in another county; one of them looks like a double of a third."""
    facts = {"phone": PHONE}
    one = resident(NAME, ORDER, actor=CAST.tang, grid=FOREIGN_GRID, at=at, facts=facts, address=ABROAD)
    other = resident(NAME, ORDER + 1, actor=CAST.tang, grid=FOREIGN_GRID, at=at, facts=facts, address=ABROAD)
    members = [(one.pk, "02"), (other.pk, "10")]
    save_household(CAST.tang, one.pk, HouseholdFacts(members, YEAR_AGO, "004099999"), version=0, at=at)
    return _of_other_county


def _next_door(home: Home) -> Secret:
    """Somebody who lives in the house that everybody in the matter sees: for those who may see houses, not people."""

    def plant(world: World, at: datetime) -> MayKnow:
        resident(NAME, ORDER, at=at, facts={"phone": PHONE}, house_id=home.house.pk)
        return _sees_people_of_the_grid

    return Secret("somebody in the house", plant)


def _sees_people_of_the_grid(actor: Actor) -> bool:
    scope = actor.scope
    return Permission.VIEW_RESIDENTS in PERMISSIONS[actor.role] and lies_within(GRID_1, scope)


@pytest.mark.parametrize("name", ["somebody abroad", "somebody in the house"])
def test_a_person_changes_no_answer_for_those_outside(
    name: str, world: World, home: Home, before: Before, moment: datetime
) -> None:
    secret = Secret(name, _abroad) if name == "somebody abroad" else _next_door(home)
    with standing_clock(moment):
        told = tales_of([secret], before, world, moment)
    wrong = list(filter(None, told))
    tally.add("matrix", secrets=1, answers_compared=len(told))
    assert len(told) > 100
    assert not wrong, f"{len(wrong)} of {len(told)}:\n" + "\n".join(wrong[:30])


def test_those_inside_are_told(world: World, home: Home, before: Before, moment: datetime) -> None:
    """Otherwise nothing would be proved: the same questions find the person where somebody may know."""
    wu = [asked for asked in before.told if asked.seat.name == "desk wu"]
    with standing_clock(moment), transaction.atomic():
        _next_door(home).plant(world, moment - timedelta(minutes=30))
        found = [asked for asked in wu if before.recorder.ask(asked).body != before.told[asked].body]
        transaction.set_rollback(True)
    told = {one for asked in found for one in _WAYS if one in str(asked.request.address) or one == asked.name}
    assert told == set(_WAYS), set(_WAYS) - told
    assert len(list(islice(found, 8))) == 8


_WAYS = (quote(NAME), SOUND, INITIALS, "house_id=", "building_id=", "/plan", number(ORDER), PHONE, TAIL)
