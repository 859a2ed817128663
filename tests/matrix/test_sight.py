"""Sight said twice: the pure rule, and row-level security in the database, agree for everybody about everything."""

from collections.abc import Iterable
from uuid import UUID

import pytest

from jingwei.domains.incidents.models import Assignment, Incident, Step
from jingwei.domains.incidents.rules.sight import sees
from jingwei.domains.incidents.services import proved_reporter
from jingwei.foundation.access.contracts import PUBLIC_ACTOR, Actor, system_actor
from jingwei.foundation.scoping import eyes
from tests.matrix.people import Seat
from tests.matrix.world import World

pytestmark = pytest.mark.slow


def lookers(world: World) -> list[Seat]:
    """Everybody, whoever proves a tracking code, and a machine."""
    proved = [
        Seat(f"code of {case.name}", proved_reporter(PUBLIC_ACTOR, case.tracking_code)[0], None)
        for case in world.cases.values()
    ]
    return [*world.seats, *proved, Seat("a machine", system_actor("矩阵核对"), None)]


def seen_by_rule(actor: Actor, world: World) -> set[str]:
    return {case.name for case in world.cases.values() if sees(actor, case.standing)}


def planted(ids: Iterable[UUID], names: dict[UUID, str]) -> set[str]:
    """Of what the world knows by name; other tests of the same world report what must be committed to be heard."""
    return {names[pk] for pk in ids if pk in names}


def seen_by_database(actor: Actor, names: dict[UUID, str]) -> set[str]:
    """What row-level security leaves when the query asks for all rows."""
    with eyes(actor):
        found = Incident.objects.unscoped("sight is compared without the query's own narrowing")
        return planted(found.values_list("pk", flat=True), names)


def seen_by_query(actor: Actor, names: dict[UUID, str]) -> set[str]:
    """What both fences together leave."""
    with eyes(actor):
        return planted(Incident.objects.visible_to(actor).values_list("pk", flat=True), names)


@pytest.fixture(scope="module")
def names(world: World) -> dict[UUID, str]:
    return {case.incident_id: case.name for case in world.cases.values()}


def test_rule_and_row_level_security_agree(world: World, names: dict[UUID, str]) -> None:
    wrong, pairs = [], 0
    for seat in lookers(world):
        pairs += len(world.cases)
        rule, database = seen_by_rule(seat.actor, world), seen_by_database(seat.actor, names)
        if rule != database:
            wrong.append(f"{seat.name}: rule alone {rule - database}, database alone {database - rule}")
    assert not wrong, "\n".join(wrong)
    assert pairs > 1500


def test_the_query_narrows_to_exactly_what_is_seen(world: World, names: dict[UUID, str]) -> None:
    for seat in lookers(world):
        assert seen_by_query(seat.actor, names) == seen_by_rule(seat.actor, world), seat.name


def test_lists_never_show_more_than_sight(world: World, names: dict[UUID, str]) -> None:
    for seat in lookers(world):
        with eyes(seat.actor):
            listed = Incident.objects.listed_for(seat.actor).values_list("pk", flat=True)
            assert planted(listed, names) <= seen_by_rule(seat.actor, world), seat.name


def test_steps_and_tasks_follow_their_incident(world: World, names: dict[UUID, str]) -> None:
    for seat in lookers(world):
        seen = seen_by_rule(seat.actor, world)
        with eyes(seat.actor):
            steps = Step.objects.values_list("incident_id", flat=True)
            assert planted(steps, names) == seen, seat.name
            tasks = Assignment.objects.values_list("incident_id", flat=True)
            assert planted(tasks, names) <= seen, seat.name


def test_without_eyes_nothing_is_seen(world: World) -> None:
    assert not Incident.objects.unscoped("a connection that was told nothing sees nothing").exists()


def test_every_relation_of_sight_occurs(world: World) -> None:
    """A comparison of two empty sets would prove nothing."""
    seen = {seat.name: seen_by_rule(seat.actor, world) for seat in lookers(world)}
    assert seen["desk @ 益阳市"] >= {"reported", "about a unit", "about the centre"}
    assert "about a unit" not in seen["handler @ handling unit"]
    assert "about a unit" in seen["handler @ other unit"]
    assert seen["officer @ 迎春社区第二网格"] == set()
    assert seen["desk @ 赫山区"] == set()
    assert "moved away" in seen["desk wu"]
    assert "returned" in seen["handler qian"]
    assert [name for name, what in seen.items() if what == {"tip"}] == ["code of tip"]
    assert sum("tip" in what for what in seen.values()) == 3  # its code, the receiving post, the system
