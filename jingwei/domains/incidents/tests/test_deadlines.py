"""The board and the calendar of deadlines: what is open in one's scope, by stage, colour and day."""

from datetime import date, timedelta
from typing import Any

import pytest

from jingwei.domains.clocks.contracts import Colour
from jingwei.domains.incidents.queries import deadlines
from jingwei.domains.incidents.queries.deadlines import Deadlines, Window, deadlines_of
from jingwei.domains.incidents.queries.filters import Filter
from jingwei.domains.incidents.rules.deadlines import BadWindow
from jingwei.domains.incidents.rules.lifecycle import Stage
from jingwei.domains.incidents.tests.walking import reported, spot
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, GRID_2, MONDAY_10

pytestmark = pytest.mark.django_db
SOON = MONDAY_10 + timedelta(minutes=40)


def board(actor: Actor, *, at: Any = SOON, window: Window | None = None, **wanted: Any) -> Deadlines:
    with eyes(actor):
        return deadlines_of(actor, Filter(**wanted), window or Window(), at=at)


def test_the_board_counts_by_stage_and_colour() -> None:
    reported()
    reported().accepted().dispatched().taken()
    reported().accepted().suspended()
    reported().accepted().dispatched().taken().handled().passed().closed()
    found = board(CAST.wu)
    assert found.stages == {
        (Stage.ACCEPT, Colour.RUNNING): 1,
        (Stage.HANDLE, Colour.RUNNING): 1,
        (Stage.DISPATCH, Colour.WAITING): 1,
    }
    assert (found.total, found.is_capped) == (3, False)
    late = board(CAST.wu, at=MONDAY_10 + timedelta(days=5))
    assert late.stages[Stage.ACCEPT, Colour.OVERDUE] == 1


def test_the_calendar_says_what_is_due_on_which_day_and_what_waits_is_due_on_none() -> None:
    due_today = reported()
    reported().accepted().suspended()
    due_tomorrow = reported().accepted().dispatched().taken()
    found = board(CAST.wu)
    assert found.days == {
        (date(2026, 11, 16), Colour.RUNNING): 1,
        (date(2026, 11, 17), Colour.RUNNING): 1,
    }
    monday = Window(date(2026, 11, 16), date(2026, 11, 16))
    assert [row.pk for row in board(CAST.wu, window=monday).cards] == [due_today.case]
    tuesday = Window(date(2026, 11, 17), date(2026, 11, 17))
    assert [row.pk for row in board(CAST.wu, window=tuesday).cards] == [due_tomorrow.case]


def test_a_cell_shows_its_own_cards_and_the_counts_stay() -> None:
    reported()
    second = reported().accepted().dispatched()
    found = board(CAST.wu, window=Window(stage=Stage.HANDLE, colour=Colour.RUNNING))
    assert [row.pk for row in found.cards] == [second.case]
    assert found.total == 2
    assert board(CAST.wu, window=Window(stage=Stage.CLOSE)).cards == []


def test_everybody_counts_what_they_see_and_no_more() -> None:
    walk = reported().accepted().dispatched()
    reported(position=spot(GRID_2))
    assert board(CAST.wu).total == 2
    assert [row.pk for row in board(CAST.qian).cards] == [walk.case]
    assert board(CAST.lin).total == 1
    assert board(CAST.zhou).total == 0
    assert board(CAST.wu, is_urgent=True).total == 0


def test_what_is_due_first_is_counted_where_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "MOST_COUNTED", 2)
    first = [reported(), reported()]
    reported().accepted().dispatched().taken()
    found = board(CAST.wu)
    assert (found.total, found.is_capped) == (2, True)
    assert {row.pk for row in found.cards} == {walk.case for walk in first}


@pytest.mark.parametrize("to", [date(2026, 11, 15), date(2027, 11, 16), date.max])
def test_a_range_of_days_goes_forward_and_not_too_far(to: date) -> None:
    with pytest.raises(BadWindow):
        board(CAST.wu, window=Window(date(2026, 11, 16), to))
