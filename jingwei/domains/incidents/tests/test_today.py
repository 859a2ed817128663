"""The list of today: whose turn it is, in which order, and nothing of anybody else's."""

from datetime import timedelta

import pytest

from jingwei.domains.clocks.contracts import Colour
from jingwei.domains.incidents import services
from jingwei.domains.incidents.queries.today import Today, today_of
from jingwei.domains.incidents.rules.today import Facts, Why, place_in_order, why_of
from jingwei.domains.incidents.tests.walking import reported, spot
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Position
from tests.cast import CAST, FOREIGN_GRID, GRID_1, GRID_2, MONDAY_10

HOUR = timedelta(hours=1)


def facts(**changes: object) -> Facts:
    values: dict[str, object] = {
        "colour": Colour.RUNNING,
        "is_urgent": False,
        "due_at": MONDAY_10 + timedelta(days=3),
        "distance_m": None,
        "reported_at": MONDAY_10,
    }
    return Facts(**(values | changes))  # type: ignore[arg-type]


def test_the_first_reason_that_applies_is_the_reason() -> None:
    why = {
        Why.WAITING: facts(colour=Colour.WAITING, is_urgent=True),
        Why.OVERDUE: facts(colour=Colour.OVERDUE, is_urgent=True),
        Why.URGENT: facts(colour=Colour.MAY_OVERRUN, is_urgent=True),
        Why.MAY_OVERRUN: facts(colour=Colour.MAY_OVERRUN, due_at=MONDAY_10 + HOUR),
        Why.DUE_TODAY: facts(due_at=MONDAY_10 + 13 * HOUR, distance_m=10.0),
        Why.NEAR: facts(due_at=MONDAY_10 + 15 * HOUR, distance_m=1000.0),
        Why.LATER: facts(distance_m=1001.0),
    }
    assert {expected: why_of(one, at=MONDAY_10) for expected, one in why.items()} == {one: one for one in why}
    assert why_of(facts(due_at=None), at=MONDAY_10) is Why.LATER


def test_what_presses_comes_first_then_what_is_near_then_the_deadline() -> None:
    in_order = [
        facts(colour=Colour.OVERDUE, due_at=MONDAY_10 - 2 * HOUR),
        facts(colour=Colour.OVERDUE, due_at=MONDAY_10 - HOUR, is_urgent=True),
        facts(is_urgent=True),
        facts(colour=Colour.MAY_OVERRUN),
        facts(due_at=MONDAY_10 + HOUR),
        facts(distance_m=50.0, due_at=MONDAY_10 + timedelta(days=9)),
        facts(distance_m=500.0, due_at=MONDAY_10 + timedelta(days=1)),
        facts(due_at=MONDAY_10 + timedelta(days=2)),
        facts(due_at=None),
        facts(colour=Colour.WAITING),
    ]
    assert sorted(in_order, key=lambda one: place_in_order(one, at=MONDAY_10)) == in_order


def todays(actor: Actor, *, here: Position | None = None, after: timedelta = HOUR) -> Today:
    with eyes(actor):
        return today_of(actor, at=MONDAY_10 + after, here=here)


def waiting(actor: Actor, **asked: object) -> list[object]:
    return [row.incident.pk for row in todays(actor, **asked).waiting]  # type: ignore[arg-type]


def watched(actor: Actor, **asked: object) -> list[object]:
    return [row.incident.pk for row in todays(actor, **asked).watched]  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_matter_waits_for_whoever_has_the_turn_and_for_nobody_else() -> None:
    walk = reported()
    turns = []
    for go_on in (walk.accepted, walk.dispatched, walk.taken, walk.handled, walk.passed, walk.closed):
        turns.append({who.name for who in (CAST.lin, CAST.chen, CAST.wu, CAST.qian) if waiting(who)})
        go_on()
    wu, qian, lin = CAST.wu.name, CAST.qian.name, CAST.lin.name
    assert turns == [{wu}, {wu}, {qian}, {qian}, {wu, lin}, {wu}]
    assert not todays(CAST.wu).waiting
    assert not todays(CAST.wu).watched
    assert todays(CAST.lin).done_today == 1


@pytest.mark.django_db
def test_an_officer_watches_the_own_grid_and_the_own_reports_elsewhere() -> None:
    own_grid, elsewhere = reported(), reported(CAST.lin, position=spot(GRID_2))
    reported(position=spot(GRID_2))
    reported(position=spot(FOREIGN_GRID))
    assert set(watched(CAST.lin)) == {own_grid.case, elsewhere.case}
    assert waiting(CAST.lin) == []


@pytest.mark.django_db
def test_what_a_colleague_has_in_hand_is_watched_by_the_head_only() -> None:
    walk = reported().accepted().dispatched().taken()
    assert waiting(CAST.qian) == [walk.case]
    services.ask_extension(CAST.qian, walk.case, remark="等配件", limit="1d", at=walk.later())
    asked = todays(CAST.wu).waiting
    assert [(row.incident.pk, row.is_extension_asked, row.moves) for row in asked] == [(walk.case, True, ())]
    services.grant_extension(CAST.wu, walk.case, at=walk.later())
    assert waiting(CAST.wu) == []
    assert watched(CAST.wu) == [walk.case]


@pytest.mark.django_db
def test_a_question_waits_for_the_officer_who_reported() -> None:
    walk = reported(CAST.lin).accepted().dispatched().taken()
    assert waiting(CAST.lin) == []
    services.ask_reporter(CAST.qian, walk.case, remark="是哪一栋楼？", at=walk.later())
    assert [(row.incident.pk, row.is_question_asked) for row in todays(CAST.lin).waiting] == [
        (walk.case, True)
    ]
    assert not any(row.is_question_asked for row in todays(CAST.wu).watched)


@pytest.mark.django_db
def test_a_suspended_matter_waits_for_nobody_and_stands_last() -> None:
    resting = reported().accepted().suspended()
    due = reported()
    assert waiting(CAST.wu) == [due.case]
    assert watched(CAST.lin) == [due.case, resting.case]
    assert [row.why for row in todays(CAST.lin).watched][-1] is Why.WAITING


@pytest.mark.django_db
def test_where_one_stands_orders_what_does_not_press() -> None:
    far, near = reported(position=spot(GRID_1, east=0.9)), reported(position=spot(GRID_1, east=0.1))
    before = timedelta(days=-1)
    here = spot(GRID_1, east=0.1)
    assert watched(CAST.lin, here=here, after=before) == [near.case, far.case]
    rows = todays(CAST.lin, here=here, after=before).watched
    assert rows[0].distance_m == pytest.approx(0, abs=1)
    assert rows[1].distance_m > 1
