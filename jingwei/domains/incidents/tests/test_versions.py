"""The version somebody saw: a step by somebody else since then refuses theirs."""

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import StepRefused
from jingwei.domains.incidents.services import Correction
from jingwei.domains.incidents.tests.walking import RUBBISH, reported
from jingwei.kernel.errors import StaleVersion
from tests.cast import CAST, URBAN

pytestmark = pytest.mark.django_db


def test_a_step_on_what_one_saw_goes_through() -> None:
    walk = reported()
    row = services.accept_incident(CAST.wu, walk.case, item_code=RUBBISH, version=1, at=walk.later())
    row = services.dispatch_incident(CAST.wu, walk.case, unit_id=URBAN, version=row.version, at=walk.later())
    assert services.take_task(CAST.qian, walk.case, version=row.version, at=walk.later()).version == 4


def test_a_step_on_what_others_changed_is_refused_and_nothing_moves() -> None:
    walk = reported()
    services.correct_incident(
        CAST.wu, walk.case, Correction(item_code=RUBBISH), remark="补事项", at=walk.later()
    )
    with pytest.raises(StaleVersion, match="您看到的是第1版，现在是第2版") as refused:
        services.accept_incident(CAST.luo, walk.case, version=1, at=walk.later())
    assert (refused.value.status, walk.row.state, walk.row.version) == (409, State.REPORTED, 2)


def test_a_note_does_not_make_what_one_saw_stale() -> None:
    walk = reported()
    services.note_incident(CAST.lin, walk.case, remark="已到现场", at=walk.later())
    row = services.accept_incident(CAST.wu, walk.case, item_code=RUBBISH, version=1, at=walk.later())
    assert (row.state, row.version) == (State.ACCEPTED, 3)


def test_a_note_after_a_change_does_not_hide_it() -> None:
    walk = reported().accepted()
    services.note_incident(CAST.lin, walk.case, remark="已到现场", at=walk.later())
    with pytest.raises(StaleVersion):
        services.dispatch_incident(CAST.wu, walk.case, unit_id=URBAN, version=1, at=walk.later())


def test_a_version_that_never_was_is_refused() -> None:
    walk = reported()
    with pytest.raises(StaleVersion):
        services.accept_incident(CAST.wu, walk.case, item_code=RUBBISH, version=7, at=walk.later())


def test_without_a_version_the_state_decides() -> None:
    walk = reported().accepted()
    with pytest.raises(StepRefused):
        services.accept_incident(CAST.wu, walk.case, item_code=RUBBISH, at=walk.later())


def test_the_reporter_is_refused_too() -> None:
    walk = reported()
    services.correct_incident(
        CAST.wu, walk.case, Correction(address="东门"), remark="补地址", at=walk.later()
    )
    with pytest.raises(StaleVersion):
        services.edit_report(CAST.li, walk.case, words="在南门", address=None, version=1, at=walk.later())
    services.edit_report(CAST.li, walk.case, words="在南门", address=None, version=2, at=walk.later())
