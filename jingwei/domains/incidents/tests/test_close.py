"""The end of the course: close, rate, reopen, void."""

from datetime import timedelta

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.intake import REOPEN_DAYS
from jingwei.domains.incidents.rules.refusals import (
    AlreadyRated,
    NotYours,
    RemarkMissing,
    ReopenTooLate,
    StepRefused,
)
from jingwei.domains.incidents.services import Verdict
from jingwei.domains.incidents.tests.walking import Walk, reported, rows
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, URBAN, WATER

pytestmark = pytest.mark.django_db


def verified() -> Walk:
    return reported().accepted().dispatched().taken().handled().passed()


def closed() -> Walk:
    return verified().closed()


def reopened(walk: Walk, by: Actor = CAST.li) -> Walk:
    services.reopen_incident(by, walk.case, remark="第二天又堆满了", at=walk.later())
    return walk


def test_closing_stops_every_clock() -> None:
    walk = closed()
    row = walk.row
    assert (row.state, row.closed_at) == (State.CLOSED, walk.at)
    assert (row.due_at, row.warn_at, row.stage_limit) == (None, None, "")
    assert row.handler_unit_id == URBAN


def test_closing_needs_a_word_to_the_reporter_and_the_centre_in_charge() -> None:
    walk = verified()
    with pytest.raises(RemarkMissing, match="结案"):
        services.close_incident(CAST.wu, walk.case, remark="", at=walk.later())
    with pytest.raises(NotYours):
        walk.closed(CAST.zhao)
    for without in (CAST.lin, CAST.qian, CAST.li):
        with pytest.raises(Forbidden):
            walk.closed(without)
    with pytest.raises(StepRefused, match=r"可执行：核查通过"):
        reported().accepted().dispatched().taken().handled().closed()


def test_the_reporter_rates_once_for_each_closing() -> None:
    walk = closed().rated()
    assert rows(
        "select stars, is_solved, remark from incidents_rating where incident_id = %s", walk.case
    ) == [(5, True, "很快")]
    with pytest.raises(AlreadyRated, match="申请重开"):
        walk.rated()
    reopened(walk).dispatched().taken().handled().passed().closed().rated()
    assert len(rows("select 1 from incidents_rating where incident_id = %s", walk.case)) == 2


def test_nobody_but_the_reporter_rates() -> None:
    walk = closed()
    with pytest.raises(NotFound):
        walk.rated(CAST.wang)
    for staff in (CAST.wu, CAST.lin, CAST.qian):
        with pytest.raises(Forbidden):
            walk.rated(staff)


def test_what_is_not_closed_cannot_be_rated() -> None:
    with pytest.raises(StepRefused):
        verified().rated()


def test_dissatisfaction_is_recorded_as_it_is() -> None:
    walk = closed()
    verdict = Verdict(stars=1, is_solved=False)
    services.rate_incident(CAST.li, walk.case, verdict, at=walk.later())
    assert walk.row.state == State.CLOSED
    assert walk.steps[-1].facts == {"stars": 1, "is_solved": False}


@pytest.mark.parametrize("by", [CAST.li, CAST.wu], ids=lambda by: by.name)
def test_the_reporter_or_the_centre_reopens(by: Actor) -> None:
    walk = closed()
    closed_at = walk.row.closed_at
    row = reopened(walk, by).row
    assert (row.state, row.closed_at, row.handler_unit_id) == (State.ACCEPTED, None, None)
    assert row.due_at is not None
    assert walk.steps[-1].facts == {"closed_at": closed_at.isoformat()}
    assert len(walk.tasks) == 1


def test_after_reopening_another_unit_can_have_it() -> None:
    walk = reopened(closed()).dispatched(unit_id=WATER)
    assert [(task.unit_id, task.outcome) for task in walk.tasks] == [(URBAN, "handled"), (WATER, "")]


def test_reopening_is_possible_for_thirty_days() -> None:
    walk = closed()
    last = walk.at + timedelta(days=REOPEN_DAYS)
    with pytest.raises(ReopenTooLate, match=walk.receipt.receipt_no):
        services.reopen_incident(CAST.li, walk.case, remark="又堆满了", at=last + timedelta(seconds=1))
    services.reopen_incident(CAST.li, walk.case, remark="又堆满了", at=last)


def test_reopening_needs_a_reason_and_the_right_person() -> None:
    walk = closed()
    with pytest.raises(RemarkMissing):
        services.reopen_incident(CAST.li, walk.case, remark="", at=walk.later())
    with pytest.raises(NotFound):
        reopened(walk, CAST.wang)
    with pytest.raises(NotYours, match="反映人或负责的综治中心"):
        reopened(walk, CAST.zhao)
    with pytest.raises(Forbidden):
        reopened(walk, CAST.qian)


@pytest.mark.parametrize("is_accepted", [False, True])
def test_voiding_ends_it_with_a_reason_the_reporter_reads(is_accepted: bool) -> None:
    walk = reported()
    if is_accepted:
        walk.accepted()
    with pytest.raises(RemarkMissing):
        services.void_incident(CAST.wu, walk.case, remark="", at=walk.later())
    row = services.void_incident(CAST.wu, walk.case, remark="与上周同一事项重复", at=walk.later())
    assert (row.state, row.closed_at, row.due_at) == (State.VOIDED, walk.at, None)


def test_void_is_final() -> None:
    walk = reported()
    services.void_incident(CAST.wu, walk.case, remark="重复上报", at=walk.later())
    with pytest.raises(StepRefused):
        reopened(walk)
    with pytest.raises(StepRefused):
        walk.accepted()
    with pytest.raises(StepRefused):
        walk.rated()


def test_what_is_with_a_unit_is_not_voided() -> None:
    walk = reported().accepted().dispatched()
    with pytest.raises(StepRefused):
        services.void_incident(CAST.wu, walk.case, remark="重复上报", at=walk.later())
    with pytest.raises(NotYours):
        services.void_incident(CAST.zhao, reported().case, remark="重复上报", at=walk.later())
