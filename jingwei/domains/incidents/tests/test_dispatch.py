"""Dispatching to a unit, and taking it back."""

from datetime import timedelta
from uuid import uuid4

import pytest

from jingwei.domains.clocks.contracts import BadLimit
from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import NotYours, RemarkMissing, StepRefused, UnitUnfit
from jingwei.domains.incidents.tests.walking import can_see, reported
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, COMMUNITY, FOREIGN_URBAN, OTHER_COMMUNITY, TOWNSHIP, URBAN, WATER, centre

pytestmark = pytest.mark.django_db


def test_dispatching_gives_the_unit_a_task_with_the_items_limit() -> None:
    walk = reported().accepted().dispatched()
    row, (task,) = walk.row, walk.tasks
    assert (row.state, row.handler_unit_id, row.assignee_post_id) == (State.DISPATCHED, URBAN, None)
    assert (task.unit_id, task.by_post_id, task.dispatched_at) == (URBAN, CAST.wu.post_id, walk.at)
    assert row.due_at == task.due_at == walk.at + timedelta(days=1)  # one working day
    assert row.warn_at < row.due_at


def test_the_step_remembers_the_deadline_it_met() -> None:
    walk = reported().accepted()
    met = walk.row.due_at
    walk.dispatched()
    assert walk.steps[-1].due_at == met
    assert walk.steps[-1].facts["unit_name"] == "资阳区城市管理和综合执法局"


def test_the_unit_sees_it_from_now_on_and_its_neighbours_do_not() -> None:
    walk = reported().accepted()
    assert not can_see(CAST.qian, walk.case)
    walk.dispatched()
    assert can_see(CAST.qian, walk.case)
    assert can_see(CAST.xu, walk.case)
    assert not can_see(CAST.feng, walk.case)
    assert not can_see(CAST.shen, walk.case)


def test_the_centre_itself_or_one_below_may_be_the_unit() -> None:
    walk = reported().accepted().dispatched(unit_id=centre(COMMUNITY))
    assert walk.taken(CAST.wu).row.state == State.HANDLING
    below = reported().escalated().accepted(CAST.zhao).dispatched(CAST.zhao, centre(COMMUNITY))
    assert below.taken(CAST.wu).row.assignee_post_id == CAST.wu.post_id


@pytest.mark.parametrize(
    "unit_id",
    [FOREIGN_URBAN, centre(OTHER_COMMUNITY), centre(TOWNSHIP), uuid4()],
    ids=["another county's", "another community's", "the centre above", "nobody's"],
)
def test_a_unit_that_does_not_serve_the_place_is_refused(unit_id: object) -> None:
    walk = reported().accepted()
    with pytest.raises(UnitUnfit):
        walk.dispatched(unit_id=unit_id)  # type: ignore[arg-type]
    assert (walk.row.state, walk.tasks) == (State.ACCEPTED, [])


def test_the_unit_reported_about_is_refused() -> None:
    walk = reported(about_unit_id=URBAN).accepted(CAST.he)
    with pytest.raises(UnitUnfit, match="反映的就是该单位"):
        walk.dispatched(CAST.he)
    assert walk.dispatched(CAST.he, WATER).row.handler_unit_id == WATER


def test_another_limit_needs_a_reason() -> None:
    walk = reported().accepted()
    with pytest.raises(RemarkMissing):
        services.dispatch_incident(CAST.wu, walk.case, unit_id=URBAN, handle_limit="3d", at=walk.later())
    row = services.dispatch_incident(
        CAST.wu, walk.case, unit_id=URBAN, handle_limit="3d", remark="需要夜间施工", at=walk.later()
    )
    assert row.stage_limit == "3d"
    assert row.due_at == walk.tasks[0].due_at == walk.at + timedelta(days=3)


@pytest.mark.parametrize("limit", ["soon", "0d", "9999d"])
def test_a_limit_that_is_none_is_refused(limit: str) -> None:
    walk = reported().accepted()
    with pytest.raises(BadLimit):
        services.dispatch_incident(
            CAST.wu, walk.case, unit_id=URBAN, handle_limit=limit, remark="另定时限", at=walk.later()
        )


def test_only_the_centre_in_charge_dispatches() -> None:
    walk = reported().accepted()
    with pytest.raises(NotYours):
        walk.dispatched(CAST.zhao)
    with pytest.raises(Forbidden):
        walk.dispatched(CAST.lin)
    with pytest.raises(StepRefused):
        reported().dispatched()


@pytest.mark.parametrize("is_taken", [False, True])
def test_a_task_is_recalled_and_the_unit_keeps_sight(is_taken: bool) -> None:
    walk = reported().accepted().dispatched()
    if is_taken:
        walk.taken()
    services.recall_incident(CAST.wu, walk.case, remark="改由社区处理", at=walk.later())
    row, (task,) = walk.row, walk.tasks
    assert (row.state, row.handler_unit_id, row.assignee_post_id) == (State.ACCEPTED, None, None)
    assert (task.outcome, task.ended_at) == ("recalled", walk.at)
    assert can_see(CAST.qian, walk.case)
    with pytest.raises(StepRefused):
        walk.taken()


def test_a_recalled_task_can_be_dispatched_again() -> None:
    walk = reported().accepted().dispatched()
    services.recall_incident(CAST.wu, walk.case, remark="改派供水公司", at=walk.later())
    walk.dispatched(unit_id=WATER).taken(CAST.feng)
    assert [(task.unit_id, task.outcome) for task in walk.tasks] == [(URBAN, "recalled"), (WATER, "")]


def test_recalling_needs_a_reason_and_a_task() -> None:
    walk = reported().accepted()
    with pytest.raises(StepRefused):
        services.recall_incident(CAST.wu, walk.case, remark="改派", at=walk.later())
    walk.dispatched()
    with pytest.raises(RemarkMissing):
        services.recall_incident(CAST.wu, walk.case, remark="", at=walk.later())
    with pytest.raises(NotYours):
        services.recall_incident(CAST.sun, walk.case, remark="改派", at=walk.later())
