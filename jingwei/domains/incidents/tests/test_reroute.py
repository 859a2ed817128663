"""Item or place set right while a unit has the matter: it stays or goes on, and loses neither time nor sight."""

from datetime import timedelta

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import CorrectionMovesAway, UnitUnfit
from jingwei.domains.incidents.services import Correction
from jingwei.domains.incidents.services.correcting import reroute_incident
from jingwei.domains.incidents.tests.walking import SIGNBOARD, can_see, reported, spot
from tests.cast import CAST, FAR_GRID, FOREIGN_GRID, GRID_2, OTHER_TOWNSHIP, URBAN, WATER, centre

pytestmark = pytest.mark.django_db


def test_another_item_measures_the_clock_that_runs_by_its_own_limit() -> None:
    walk = reported().accepted().dispatched().taken()
    before = walk.row
    right = Correction(item_code=SIGNBOARD)
    services.correct_incident(CAST.wu, walk.case, right, remark="是广告牌", at=walk.later())
    row = walk.row
    assert (row.state, row.handler_unit_id, row.item_code) == (State.HANDLING, URBAN, SIGNBOARD)
    assert row.stage_started_at == before.stage_started_at
    assert row.due_at == before.stage_started_at + timedelta(hours=6)
    assert walk.tasks[-1].due_at == row.due_at


def test_a_place_the_unit_serves_keeps_unit_and_clock_and_moves_the_centre() -> None:
    walk = reported().accepted().dispatched().taken()
    due_at = walk.row.due_at
    right = Correction(position=spot(FAR_GRID))
    services.correct_incident(CAST.wu, walk.case, right, remark="在三益社区", at=walk.later())
    row = walk.row
    assert (row.state, row.handler_unit_id, row.due_at) == (State.HANDLING, URBAN, due_at)
    assert row.centre_id == centre("430902002001")
    for one in (CAST.wu, CAST.qian, CAST.zhou, CAST.li):
        assert can_see(one, walk.case)
    assert not can_see(CAST.mao, walk.case)


def test_a_place_the_unit_does_not_serve_asks_for_another_unit() -> None:
    walk = reported().accepted().dispatched()
    right = Correction(position=spot(FOREIGN_GRID))
    with pytest.raises(CorrectionMovesAway):
        services.correct_incident(CAST.wu, walk.case, right, remark="在赫山区", at=walk.later())
    foreign = CAST.shen.unit_id
    assert foreign is not None
    reroute_incident(
        CAST.wu, walk.case, unit_id=foreign, correction=right, remark="在赫山区", at=walk.later()
    )
    row = walk.row
    assert (row.state, row.handler_unit_id, row.scope_code) == (State.DISPATCHED, foreign, FOREIGN_GRID)
    assert [(task.unit_id, task.outcome) for task in walk.tasks] == [(URBAN, "rerouted"), (foreign, "")]
    for one in (CAST.wu, CAST.qian, CAST.shen, CAST.tang):
        assert can_see(one, walk.case)
    walk.taken(CAST.shen)


def test_a_matter_goes_straight_to_another_unit_with_a_whole_limit() -> None:
    walk = reported().accepted().dispatched().taken()
    reroute_incident(CAST.wu, walk.case, unit_id=WATER, remark="水管渗漏", at=walk.later(hours=2))
    row = walk.row
    assert (row.state, row.handler_unit_id, row.assignee_post_id) == (State.DISPATCHED, WATER, None)
    assert row.stage_started_at == walk.at
    assert [step.action for step in walk.steps][-1] == "reroute"
    assert can_see(CAST.qian, walk.case)
    with pytest.raises(UnitUnfit):
        reroute_incident(CAST.wu, walk.case, unit_id=WATER, remark="还是它", at=walk.later())


def test_inside_the_community_nothing_but_the_grid_changes() -> None:
    walk = reported().accepted().dispatched().taken()
    services.correct_incident(
        CAST.wu, walk.case, Correction(position=spot(GRID_2)), remark="在隔壁网格", at=walk.later()
    )
    row = walk.row
    assert (row.scope_code, row.centre_id) == (GRID_2, centre("430902001001"))
    assert not can_see(CAST.zhou, walk.case), OTHER_TOWNSHIP
