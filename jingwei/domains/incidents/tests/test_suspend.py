"""Suspending and resuming: the clock keeps exactly what was left."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jingwei.domains.clocks.contracts import WorkingTime
from jingwei.domains.clocks.queries import left_of
from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import (
    NotYours,
    RemarkMissing,
    StepRefused,
    SuspensionTooLong,
    WhileSuspended,
)
from jingwei.domains.incidents.services import Verdict
from jingwei.domains.incidents.services.deadlines import SUSPENSION_OVER, resume_due
from jingwei.domains.incidents.tests.walking import SIGNBOARD, Walk, reported, rows
from jingwei.kernel.clock import BEIJING
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST

pytestmark = pytest.mark.django_db


def in_hand(item_code: str | None = None) -> Walk:
    walk = reported()
    walk = walk.accepted(item_code=item_code) if item_code else walk.accepted()
    return walk.dispatched().taken()


def resumed(walk: Walk, at: datetime) -> Walk:
    services.resume_incident(CAST.wu, walk.case, at=at)
    walk.at = at
    return walk


def test_while_it_waits_no_clock_runs() -> None:
    walk = in_hand()
    met = walk.row.due_at
    row = walk.suspended().row
    assert (row.state, row.suspended_at) == (State.HANDLING, walk.at)
    assert (row.due_at, row.warn_at) == (None, None)
    assert walk.steps[-1].due_at == met


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, 20 * 60),
    st.datetimes(datetime(2026, 11, 18), datetime(2026, 12, 20)),
)
def test_working_time_goes_on_with_exactly_what_was_left(after_minutes: int, resumed_on: datetime) -> None:
    walk = in_hand()
    due_at = walk.row.due_at
    at = walk.later(minutes=after_minutes)
    left = left_of(at, due_at, WorkingTime(1))
    services.suspend_incident(CAST.wu, walk.case, remark="等待管线改迁", until=at + timedelta(days=60), at=at)
    back_at = max(resumed_on.replace(second=0, microsecond=0, tzinfo=BEIJING), at)
    resumed(walk, back_at)
    assert left_of(back_at, walk.row.due_at, WorkingTime(1)) == left


@pytest.mark.parametrize("minutes", [0, 1, 59, 300])
def test_natural_time_goes_on_with_exactly_what_was_left(minutes: int) -> None:
    walk = in_hand(SIGNBOARD)
    due_at = walk.row.due_at
    walk.later(minutes=minutes)
    left = due_at - walk.suspended().at
    row = resumed(walk, datetime(2026, 11, 21, 3, 0, tzinfo=UTC)).row
    assert row.due_at - walk.at == left


def test_the_warning_stands_where_it_would_have_stood() -> None:
    walk = in_hand(SIGNBOARD)
    ahead = walk.row.due_at - walk.row.warn_at
    walk.later(hours=3)
    walk.suspended()
    row = resumed(walk, walk.at + timedelta(days=3)).row
    assert row.due_at - row.warn_at == ahead


def test_the_task_carries_the_new_deadline() -> None:
    walk = in_hand().suspended()
    row = resumed(walk, walk.at + timedelta(days=3)).row
    assert walk.tasks[0].due_at == row.due_at


def test_what_was_overrun_stays_overrun() -> None:
    walk = in_hand(SIGNBOARD)
    late_by = timedelta(hours=2)
    at = walk.row.due_at + late_by
    services.suspend_incident(CAST.wu, walk.case, remark="等待审批", until=at + timedelta(days=5), at=at)
    row = resumed(walk, at + timedelta(days=2)).row
    assert row.due_at == walk.at - late_by


@pytest.mark.parametrize("after_dispatch", [False, True])
def test_it_can_wait_before_and_after_dispatch(after_dispatch: bool) -> None:
    walk = reported().accepted()
    if after_dispatch:
        walk.dispatched()
    state = walk.row.state
    row = resumed(walk.suspended(), walk.at + timedelta(days=1)).row
    assert (row.state, row.suspended_at) == (state, None)
    assert row.due_at is not None


def test_only_notes_and_resuming_go_on_meanwhile() -> None:
    walk = in_hand().suspended()
    with pytest.raises(WhileSuspended, match="请先恢复"):
        walk.handled()
    with pytest.raises(WhileSuspended):
        services.return_task(CAST.qian, walk.case, remark="属于环卫职责", at=walk.later())
    with pytest.raises(WhileSuspended):
        walk.suspended()
    services.note_incident(CAST.qian, walk.case, remark="材料已备齐", at=walk.later())
    assert walk.row.due_at is None
    resumed(walk, walk.later()).handled()


def test_what_does_not_wait_cannot_be_resumed() -> None:
    walk = in_hand()
    with pytest.raises(StepRefused):
        resumed(walk, walk.later())
    resumed(walk.suspended(), walk.later())
    with pytest.raises(StepRefused):
        resumed(walk, walk.later())


@pytest.mark.parametrize("days", [-1, 0, 91])
def test_a_pause_ends_later_than_now_and_within_ninety_days(days: int) -> None:
    walk = in_hand()
    with pytest.raises(SuspensionTooLong, match="不超过90天"):
        walk.suspended(days=days)
    assert walk.row.suspended_at is None
    walk.suspended(days=90)


def test_suspending_needs_a_reason_and_the_centre_in_charge() -> None:
    walk = in_hand()
    until = walk.at + timedelta(days=3)
    with pytest.raises(RemarkMissing):
        services.suspend_incident(CAST.wu, walk.case, remark="", until=until, at=walk.later())
    with pytest.raises(NotYours):
        walk.suspended(CAST.sun)
    with pytest.raises(Forbidden):
        walk.suspended(CAST.qian)
    with pytest.raises(StepRefused):
        reported().suspended()


def test_every_pause_stays_on_record() -> None:
    walk = in_hand().suspended()
    resumed(walk, walk.later(days=1))
    resumed(walk.suspended(), walk.later(days=1))
    found = rows(
        "select reason, ended_at is not null from incidents_suspension where incident_id = %s", walk.case
    )
    assert found == [("等待管线改迁", True), ("等待管线改迁", True)]


def test_a_pause_whose_day_has_come_ends_by_itself() -> None:
    due, waiting = in_hand().suspended(days=3), in_hand().suspended(days=9)
    at = due.later(days=4)
    assert resume_due(CAST.machine, at=at) == 1
    assert (due.row.suspended_at, waiting.row.suspended_at is None) == (None, False)
    last = due.steps[-1]
    assert (last.action, last.actor_name, last.remark) == ("resume", CAST.machine.name, SUSPENSION_OVER)
    assert resume_due(CAST.machine, at=at) == 0


def test_a_refusal_names_what_the_asker_can_do() -> None:
    walk = reported()
    with pytest.raises(StepRefused) as refused:
        services.rate_incident(CAST.li, walk.case, Verdict(stars=5, is_solved=True), at=walk.later())
    assert refused.value.data["allowed"] == "修改上报"
