"""The reporter's own way in: editing before acceptance, and the tracking code."""

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Identity, State
from jingwei.domains.incidents.rules.refusals import NotYours, StepRefused, TrackingUnknown, WordsMissing
from jingwei.domains.incidents.tests.walking import Walk, audited, can_see, photo, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.crypto import CROCKFORD
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST

pytestmark = pytest.mark.django_db


def edited(walk: Walk, by: Actor = CAST.li, *, words: str | None = "垃圾在东门，不在南门") -> Walk:
    services.edit_report(by, walk.case, words=words, address=None, at=walk.later())
    return walk


def as_reporter(walk: Walk, by: Actor = CAST.public) -> Actor:
    return services.proved_reporter(by, walk.receipt.tracking_code)[0]


def test_a_report_is_edited_until_it_is_accepted() -> None:
    walk = edited(reported())
    row = walk.row
    assert (row.words, row.title, row.version) == ("垃圾在东门，不在南门", "垃圾在东门，不在南门", 2)
    assert walk.steps[-1].facts == {"words_before": "楼下垃圾堆了三天没人清"}
    walk.accepted()
    with pytest.raises(StepRefused):
        edited(walk)


def test_editing_does_not_give_the_centre_more_time() -> None:
    walk = reported()
    due_at = walk.row.due_at
    assert edited(walk).row.due_at == due_at


def test_what_was_said_before_does_not_reach_the_audit() -> None:
    walk = reported()
    services.edit_report(CAST.li, walk.case, words="更正一下", address="东门", at=walk.later())
    assert walk.steps[-1].facts["address_before"] == "迎春路18号门前"
    (_, _, change) = audited(walk.case)[-1]
    assert set(change) == {"action", "state", "version"}


def test_words_may_go_where_a_photo_stands() -> None:
    with pytest.raises(WordsMissing):
        edited(reported(), words="")
    walk = reported(file_ids=(photo(CAST.li),))
    assert edited(walk, words="").row.words == ""


def test_photos_are_added_later() -> None:
    walk = reported()
    file_id = photo(CAST.li)
    services.edit_report(CAST.li, walk.case, words=None, address=None, file_ids=[file_id], at=walk.later())
    with eyes(CAST.wu):
        course = queries.course_of(CAST.wu, queries.incident_for(CAST.wu, walk.case))
    assert [(one.file_id, one.kind, one.version) for one in course.attachments] == [(file_id, "report", 2)]


def test_nobody_edits_for_the_reporter() -> None:
    walk = reported()
    with pytest.raises(NotFound):
        edited(walk, CAST.wang)
    for staff in (CAST.wu, CAST.lin):
        with pytest.raises(NotYours, match="反映人本人"):
            edited(walk, staff)
    with pytest.raises(Forbidden):
        edited(walk, CAST.cao)


def test_the_code_opens_the_course_without_an_account() -> None:
    walk = reported(CAST.public)
    holder = as_reporter(walk)
    assert can_see(holder, walk.case)
    assert not can_see(CAST.public, walk.case)
    assert not can_see(holder, reported(CAST.public).case)


@pytest.mark.parametrize("change", [str.lower, str.upper, lambda code: f" {code[:5]}-{code[5:]} "])
def test_the_code_is_read_however_it_is_written(change: object) -> None:
    walk = reported()
    assert services.proved_reporter(CAST.public, change(walk.receipt.tracking_code))[1] == walk.case  # type: ignore[operator]


@pytest.mark.parametrize(("printed", "read"), [("0", "O"), ("0", "o"), ("1", "I"), ("1", "l")])
def test_letters_that_people_confuse_are_read_alike(printed: str, read: str) -> None:
    walk = next(one for one in (reported() for _ in range(200)) if printed in one.receipt.tracking_code)
    code = walk.receipt.tracking_code.replace(printed, read)
    assert services.proved_reporter(CAST.public, code)[1] == walk.case


def test_codes_hold_no_letters_that_people_confuse() -> None:
    for _ in range(20):
        assert set(reported().receipt.tracking_code) <= set(CROCKFORD) - set("OIL")


@pytest.mark.parametrize("code", ["", "0000000000", "迎春社区", "x" * 200])
def test_an_unknown_code_opens_nothing(code: str) -> None:
    reported()
    with pytest.raises(TrackingUnknown, match="10位查询码"):
        services.proved_reporter(CAST.public, code)


def test_the_code_is_stored_nowhere() -> None:
    walk = reported()
    row = walk.row
    stored = [bytes(row.tracking_index), bytes(row.fingerprint), row.receipt_no.encode()]
    assert not any(walk.receipt.tracking_code.encode() in one for one in stored)


def test_who_holds_the_code_edits_rates_and_reopens() -> None:
    walk = reported(CAST.public)
    edited(walk, as_reporter(walk))
    walk.accepted().dispatched().taken().handled().passed().closed().rated(as_reporter(walk))
    services.reopen_incident(as_reporter(walk), walk.case, remark="又堆满了", at=walk.later())
    assert walk.row.state == State.ACCEPTED
    by_reporter = [step for step in walk.steps if step.actor_name == "反映人"]
    assert [step.action for step in by_reporter] == ["edit", "rate", "reopen"]


def test_a_code_typed_into_an_account_does_not_tell_whose() -> None:
    walk = reported(CAST.li, identity=Identity.ANONYMOUS)
    edited(walk, as_reporter(walk, CAST.li))
    assert [(step.person_id, step.post_id) for step in walk.steps] == [(None, None)] * 2
    assert [name for _, name, _ in audited(walk.case)] == ["匿名", "反映人"]


def test_the_reporter_cannot_do_what_is_up_to_the_centre() -> None:
    walk = reported(CAST.public)
    with pytest.raises(Forbidden):
        walk.accepted(as_reporter(walk))
