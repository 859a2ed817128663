"""The page of open warnings: what nobody has answered, of clocks that still run."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from jingwei.domains.clocks.contracts import WarningColour
from jingwei.domains.incidents.queries.warned import OpenWarning, WarningWish, open_warnings
from jingwei.domains.incidents.rules.clocks import ClockName
from jingwei.domains.incidents.services.clock_warning import answer_warnings, sweep_clocks
from jingwei.domains.incidents.tests.walking import Walk, reported
from jingwei.domains.supervision.api.shaping import warnings_out
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, COMMUNITY, FAR_GRID, OTHER_COMMUNITY, URBAN, centre, inside

pytestmark = pytest.mark.django_db


def warned(walk: Walk, share: float = 1.1) -> datetime:
    row = walk.row
    assert row.due_at is not None
    at = row.stage_started_at + (row.due_at - row.stage_started_at) * share
    sweep_clocks(CAST.machine, at=at)
    return at


def listed(actor: Actor, at: datetime, **wish: Any) -> list[OpenWarning]:
    with eyes(actor):
        return open_warnings(actor, WarningWish(**wish), cursor=None, size=20, at=at).rows


def stages(rows: list[OpenWarning]) -> list[tuple[Any, WarningColour]]:
    return [(one.incident.pk, one.colour) for one in rows if one.clock is ClockName.STAGE]


def test_each_clock_stands_there_once_with_its_present_colour() -> None:
    walk = reported().accepted().dispatched().taken()
    warned(walk, 0.8)
    at = warned(walk)
    assert stages(listed(CAST.wu, at)) == [(walk.case, WarningColour.OVERDUE)]
    assert stages(listed(CAST.wu, at, colour=WarningColour.YELLOW)) == []
    assert stages(listed(CAST.wu, at, colour=WarningColour.OVERDUE, unit_id=URBAN)) != []
    assert stages(listed(CAST.wu, at, unit_id=centre(COMMUNITY))) == []


def test_what_was_answered_or_done_is_not_open() -> None:
    walk = reported().accepted().dispatched().taken()
    at = warned(walk)
    with eyes(CAST.luo):
        waiting = warnings_out(CAST.luo, listed(CAST.luo, at, is_mine=True))
    assert {one.matter.id for one in waiting} == {walk.case}
    assert all(one.may_answer for one in waiting)
    assert listed(CAST.wu, at, is_mine=True) == []
    answer_warnings(CAST.luo, walk.case, words="今天完成", at=at)
    assert stages(listed(CAST.wu, at)) == []
    other = reported().accepted().dispatched().taken()
    at = warned(other)
    assert stages(listed(CAST.wu, at)) != []
    other.at = at
    other.handled()
    assert (other.case, WarningColour.OVERDUE) not in stages(listed(CAST.wu, at))


def test_one_sees_those_of_ones_own_lists() -> None:
    walk = reported().accepted().dispatched().taken()
    far = reported(position=position(*inside(FAR_GRID), datum=Datum.WGS84))
    at = max(warned(walk), warned(far))
    sweep_clocks(CAST.machine, at=at)
    for who, sees_near, sees_far in (
        (CAST.zhao, True, False),
        (CAST.qian, True, False),
        (CAST.zhou, False, True),
        (CAST.sun, True, True),
        (CAST.feng, False, False),
        (CAST.tang, False, False),
    ):
        found = {one.incident.pk for one in listed(who, at)}
        assert ((walk.case in found), (far.case in found)) == (sees_near, sees_far), who.name
    assert {one.incident.pk for one in listed(CAST.sun, at, area_code=COMMUNITY)} == {walk.case}
    assert listed(CAST.sun, at, area_code=OTHER_COMMUNITY) == []


def test_pages_go_on_behind_the_last_one() -> None:
    walks = [reported().accepted() for _ in range(3)]
    at = max(warned(walk) for walk in walks) + timedelta(minutes=1)
    whole = listed(CAST.sun, at)
    seen, cursor = [], None
    with eyes(CAST.sun):
        while True:
            page = open_warnings(CAST.sun, WarningWish(), cursor=cursor, size=2, at=at)
            seen += [(one.incident.pk, one.clock) for one in page.rows]
            cursor = page.next_cursor
            if cursor is None:
                break
    assert seen == [(one.incident.pk, one.clock) for one in whole]
    assert len(seen) >= 3
