"""What the unit does: take, assign, return, report handled with proof."""

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import (
    AssigneeUnfit,
    EvidenceMissing,
    NotYours,
    RemarkMissing,
    StepRefused,
)
from jingwei.domains.incidents.services import Proof
from jingwei.domains.incidents.tests.walking import can_see, photo, proofs, reported, rows
from jingwei.foundation.files.rules.refusals import NotAttachable
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, COMMUNITY, WATER, centre

pytestmark = pytest.mark.django_db


def test_who_takes_the_task_has_it() -> None:
    walk = reported().accepted().dispatched()
    due_at = walk.row.due_at
    row = services.take_task(CAST.qian, walk.case, at=walk.later())
    assert (row.state, row.assignee_post_id, row.due_at) == (State.HANDLING, CAST.qian.post_id, due_at)
    assert (walk.tasks[0].taken_at, walk.tasks[0].assignee_post_id) == (walk.at, CAST.qian.post_id)


def test_another_unit_cannot_take_it() -> None:
    walk = reported().accepted().dispatched()
    with pytest.raises(NotFound):
        walk.taken(CAST.feng)
    with pytest.raises(NotYours, match="承办单位"):
        walk.taken(CAST.wu)
    with pytest.raises(Forbidden):
        walk.taken(CAST.lin)


def test_the_head_assigns_to_a_post_of_the_unit() -> None:
    walk = reported().accepted().dispatched()
    row = services.assign_task(CAST.xu, walk.case, post_id=CAST.qian.post_id, at=walk.later())
    assert (row.state, row.assignee_post_id) == (State.HANDLING, CAST.qian.post_id)
    assert walk.tasks[0].taken_at == walk.at
    row = services.assign_task(CAST.xu, walk.case, post_id=CAST.xu.post_id, at=walk.later())
    assert row.assignee_post_id == CAST.xu.post_id
    assert walk.tasks[0].taken_at != walk.at


def test_nobody_is_assigned_who_is_not_of_the_unit() -> None:
    walk = reported().accepted().dispatched()
    for post_id in (CAST.feng.post_id, CAST.wu.post_id, CAST.li.person_id):
        with pytest.raises(AssigneeUnfit, match="本单位在岗人员"):
            services.assign_task(CAST.xu, walk.case, post_id=post_id, at=walk.later())
    with pytest.raises(Forbidden):
        services.assign_task(CAST.qian, walk.case, post_id=CAST.qian.post_id, at=walk.later())
    assert walk.row.state == State.DISPATCHED


def test_a_community_assigns_a_grid_officer_who_sees_and_handles_it() -> None:
    walk = reported().accepted().dispatched(unit_id=centre(COMMUNITY))
    assert not can_see(CAST.chen, walk.case)
    services.assign_task(CAST.wu, walk.case, post_id=CAST.chen.post_id, at=walk.later())
    assert can_see(CAST.chen, walk.case)
    assert walk.handled(CAST.chen).row.state == State.HANDLED


@pytest.mark.parametrize("is_taken", [False, True])
def test_a_returned_task_goes_back_and_the_unit_keeps_sight(is_taken: bool) -> None:
    walk = reported().accepted().dispatched()
    if is_taken:
        walk.taken()
    row = services.return_task(CAST.qian, walk.case, remark="属于环卫职责", at=walk.later())
    assert (row.state, row.handler_unit_id, row.assignee_post_id) == (State.ACCEPTED, None, None)
    assert (walk.tasks[0].outcome, walk.tasks[0].ended_at) == ("returned", walk.at)
    assert can_see(CAST.qian, walk.case)
    with pytest.raises(StepRefused):
        walk.handled()
    assert walk.dispatched(unit_id=WATER).row.handler_unit_id == WATER


def test_returning_needs_a_reason() -> None:
    walk = reported().accepted().dispatched()
    with pytest.raises(RemarkMissing, match="退回"):
        services.return_task(CAST.qian, walk.case, remark="", at=walk.later())


def test_a_task_that_went_back_and_elsewhere_is_not_ours_to_handle() -> None:
    walk = reported().accepted().dispatched().taken()
    services.return_task(CAST.qian, walk.case, remark="属于环卫职责", at=walk.later())
    walk.dispatched(unit_id=WATER)
    with pytest.raises(NotYours):
        walk.taken()


def test_handling_starts_the_check_and_ends_the_task() -> None:
    walk = reported().accepted().dispatched().taken()
    met = walk.row.due_at
    walk.handled()
    row = walk.row
    assert (row.state, row.stage_limit) == (State.HANDLED, "4h")
    assert (walk.tasks[0].outcome, walk.tasks[0].ended_at) == ("handled", walk.at)
    assert walk.steps[-1].due_at == met
    attached = "select kind, version from incidents_attachment where incident_id = %s order by kind"
    assert rows(attached, walk.case) == [("photo_after", 5), ("photo_before", 5)]


def test_missing_proof_is_named_and_nothing_is_kept() -> None:
    walk = reported().accepted().dispatched().taken()
    after = photo(CAST.qian)
    with pytest.raises(EvidenceMissing, match="“暴露垃圾”要求提供：处置前照片。") as refused:
        services.handle_task(
            CAST.qian, walk.case, remark="已清运", proofs=[Proof(after, "photo_after")], at=walk.later()
        )
    assert refused.value.data["kinds"] == ["photo_before"]
    assert (walk.row.state, walk.row.version, walk.tasks[0].ended_at) == (State.HANDLING, 4, None)
    assert rows("select claimed_for from files_file where id = %s", after) == [(None,)]
    services.handle_task(
        CAST.qian,
        walk.case,
        remark="已清运",
        proofs=[Proof(after, "photo_after"), Proof(photo(CAST.qian), "photo_before")],
        at=walk.later(),
    )


def test_the_reporters_photo_is_the_one_from_before() -> None:
    walk = reported(file_ids=(photo(CAST.li),)).accepted().dispatched().taken()
    row = services.handle_task(
        CAST.qian,
        walk.case,
        remark="已清运",
        proofs=[Proof(photo(CAST.qian), "photo_after")],
        at=walk.later(),
    )
    assert row.state == State.HANDLED


def test_a_strangers_photo_proves_nothing() -> None:
    walk = reported().accepted().dispatched().taken()
    with pytest.raises(NotAttachable):
        services.handle_task(CAST.qian, walk.case, remark="已清运", proofs=proofs(CAST.feng), at=walk.later())
    assert walk.row.state == State.HANDLING


def test_handling_needs_a_report_of_what_was_done() -> None:
    walk = reported().accepted().dispatched().taken()
    with pytest.raises(RemarkMissing):
        services.handle_task(CAST.qian, walk.case, remark=" ", proofs=proofs(CAST.qian), at=walk.later())


def test_what_was_not_taken_cannot_be_handled() -> None:
    with pytest.raises(StepRefused, match=r"“待接收”.*可执行：接收"):
        reported().accepted().dispatched().handled()
