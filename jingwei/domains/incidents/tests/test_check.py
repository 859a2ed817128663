"""Verifying on the spot, and notes."""

from uuid import uuid4

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import EvidenceMissing, NotYours, RemarkMissing, StepRefused
from jingwei.domains.incidents.services import Proof
from jingwei.domains.incidents.tests.walking import Walk, photo, proofs, reported, rows
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, URBAN

pytestmark = pytest.mark.django_db


def handled() -> Walk:
    return reported().accepted().dispatched().taken().handled()


def failed(walk: Walk, by: Actor = CAST.lin) -> Walk:
    services.fail_check(by, walk.case, remark="路边仍有残留", at=walk.later())
    return walk


@pytest.mark.parametrize("by", [CAST.lin, CAST.deng, CAST.luo, CAST.wu], ids=lambda by: by.name)
def test_the_grids_own_people_and_the_centre_verify(by: Actor) -> None:
    walk = handled().passed(by)
    assert walk.row.state == State.VERIFIED
    assert walk.steps[-1].facts == {"checked_by": by.role.value}


def test_nobody_else_verifies() -> None:
    walk = handled()
    with pytest.raises(NotYours, match="本网格人员"):
        walk.passed(CAST.zhao)
    with pytest.raises(NotFound):
        walk.passed(CAST.chen)
    with pytest.raises(Forbidden):
        walk.passed(CAST.qian)


def test_verifying_needs_a_word() -> None:
    walk = handled()
    with pytest.raises(RemarkMissing):
        services.pass_check(CAST.lin, walk.case, remark="", at=walk.later())


def test_a_photo_of_the_check_is_kept() -> None:
    walk = handled()
    seen = Proof(photo(CAST.lin), "photo_after")
    services.pass_check(CAST.lin, walk.case, remark="现场已干净", proofs=[seen], at=walk.later())
    attached = "select version from incidents_attachment where incident_id = %s and file_id = %s"
    assert rows(attached, walk.case, seen.file_id) == [(6,)]


@pytest.mark.parametrize("is_verified", [False, True])
def test_what_failed_goes_back_to_the_same_hands_with_a_clock_of_its_own(is_verified: bool) -> None:
    walk = handled()
    if is_verified:
        failed(walk.passed(), CAST.wu)
    else:
        failed(walk)
    row, (first, second) = walk.row, walk.tasks
    assert (row.state, row.handler_unit_id, row.assignee_post_id) == (
        State.HANDLING,
        URBAN,
        CAST.qian.post_id,
    )
    assert (first.outcome, second.outcome) == ("handled", "")
    assert (second.dispatched_at, second.due_at, row.stage_limit) == (walk.at, row.due_at, "1d")
    assert second.assignee_post_id == CAST.qian.post_id


def test_the_failed_check_remembers_the_deadline_it_met() -> None:
    walk = handled()
    met = walk.row.due_at
    assert failed(walk).steps[-1].due_at == met


def test_an_officer_undoes_what_was_verified_only_for_their_own_centre() -> None:
    assert failed(handled().passed()).row.state == State.HANDLING
    walk = reported().escalated().accepted(CAST.zhao).dispatched(CAST.zhao).taken().handled().passed()
    with pytest.raises(NotYours, match="综治中心"):
        failed(walk)


def test_the_second_handling_needs_a_new_photo_from_after() -> None:
    walk = failed(handled())
    with pytest.raises(EvidenceMissing, match="处置后照片。"):
        services.handle_task(CAST.qian, walk.case, remark="再次清运", at=walk.later())
    services.handle_task(
        CAST.qian, walk.case, remark="再次清运", proofs=proofs(CAST.qian)[1:], at=walk.later()
    )
    assert walk.passed().closed().row.state == State.CLOSED


def test_what_was_not_handled_cannot_be_verified() -> None:
    with pytest.raises(StepRefused):
        reported().accepted().dispatched().taken().passed()


def test_everybody_in_sight_may_note_and_nothing_else_changes() -> None:
    walk = reported().accepted().dispatched()
    before = walk.row
    for by in (CAST.lin, CAST.wu, CAST.zhao, CAST.he, CAST.qian):
        services.note_incident(by, walk.case, remark="已电话沟通", at=walk.later())
    row = walk.row
    assert row.version == before.version + 5
    assert (row.state, row.due_at, row.warn_at) == (before.state, before.due_at, before.warn_at)


def test_a_note_sent_again_is_one_note_and_another_is_another() -> None:
    walk, note_id = reported(), uuid4()
    sent = {"remark": "已电话沟通", "note_id": note_id}
    for _ in range(2):
        left = services.note_incident(CAST.wu, walk.case, at=walk.later(), **sent)
        assert left.version == 2
    services.note_incident(CAST.wu, walk.case, at=walk.later(), **sent | {"remark": "又打了一次"})
    services.note_incident(CAST.zhao, walk.case, at=walk.later(), **sent)
    assert walk.row.version == 4


def test_nobody_out_of_sight_notes() -> None:
    walk = reported()
    for outside in (CAST.chen, CAST.zhou, CAST.qian):
        with pytest.raises(NotFound):
            services.note_incident(outside, walk.case, remark="路过看到", at=walk.later())
    with pytest.raises(Forbidden):
        services.note_incident(CAST.li, walk.case, remark="请快一点", at=walk.later())
    with pytest.raises(RemarkMissing):
        services.note_incident(CAST.lin, walk.case, remark=" ", at=walk.later())


def test_internal_notes_are_not_shown_to_the_reporter() -> None:
    walk = reported()
    services.note_incident(CAST.wu, walk.case, remark="反映人情绪激动", at=walk.later())
    services.note_incident(CAST.wu, walk.case, remark="明早上门", is_internal=False, at=walk.later())

    def remarks(actor: Actor) -> list[str]:
        with eyes(actor):
            course = queries.course_of(actor, queries.incident_for(actor, walk.case))
            return [step.remark for step in course.steps if step.remark]

    assert remarks(CAST.li) == ["明早上门"]
    assert remarks(CAST.wu) == ["反映人情绪激动", "明早上门"]
    tracking, _ = services.proved_reporter(CAST.public, walk.receipt.tracking_code)
    assert remarks(tracking) == ["明早上门"]


@pytest.mark.parametrize("state", range(8))
def test_a_note_is_possible_in_every_state(state: int) -> None:
    walk = reported()
    course = [walk.accepted, walk.dispatched, walk.taken, walk.handled, walk.passed, walk.closed]
    if state == 7:
        services.void_incident(CAST.wu, walk.case, remark="重复上报", at=walk.later())
    for go_on in course[:state] if state < 7 else []:
        go_on()
    before = walk.row.state
    services.note_incident(CAST.wu, walk.case, remark="补充说明", at=walk.later())
    assert walk.row.state == before
