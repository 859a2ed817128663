"""Asking whoever reported, and the answer: without learning who they are, and without stopping the clock."""

from datetime import timedelta
from pathlib import Path

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, Identity
from jingwei.domains.incidents.models import Question
from jingwei.domains.incidents.rules.asking import can_hear
from jingwei.domains.incidents.rules.refusals import (
    NobodyToAsk,
    NothingToAnswer,
    NotYours,
    QuestionWaits,
    WordsMissing,
)
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.bringing import bring, matter, matters, stored
from jingwei.domains.incidents.tests.walking import Walk, photo, reported, rows
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.queries import list_notices, messages_about
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound, StaleVersion
from tests.cast import CAST, COMMUNITY, MONDAY_10, URBAN

pytestmark = pytest.mark.django_db


def in_hand(by: Actor = CAST.li, **changes: object) -> Walk:
    return reported(by, **changes).accepted().dispatched().taken()


def asked(walk: Walk, by: Actor = CAST.qian, words: str = "垃圾在几号楼门前？") -> Walk:
    services.ask_reporter(by, walk.case, remark=words, at=walk.later())
    return walk


def answered(walk: Walk, by: Actor = CAST.li, words: str = "三号楼东侧") -> Walk:
    services.answer_question(by, walk.case, words=words, at=walk.later())
    return walk


def questions(walk: Walk) -> list[Question]:
    with eyes(CAST.machine):
        return list(Question.objects.filter(incident_id=walk.case).order_by("asked_at"))


def offered(actor: Actor, walk: Walk) -> set[Action]:
    with eyes(actor):
        return {m.action for m in queries.actions_for(actor, walk.row, at=walk.at)}


def titles(actor: Actor) -> list[str]:
    with eyes(actor):
        return [notice.title_zh for notice in list_notices(actor).rows]


def test_a_question_and_its_answer_stand_beside_the_state() -> None:
    walk = in_hand()
    before = walk.row
    answered(asked(walk))
    (one,) = questions(walk)
    assert (one.words, one.answer, one.answered_version) == (
        "垃圾在几号楼门前？",
        "三号楼东侧",
        before.version + 2,
    )
    assert (one.asked_by_post_id, one.asked_by_unit_id) == (CAST.qian.post_id, URBAN)
    assert one.ended_at == one.answered_at == walk.at
    assert [step.action for step in walk.steps[-2:]] == [Action.ASK_REPORTER, Action.ANSWER]
    after = walk.row
    assert (after.state, after.due_at, after.stage_started_at) == (
        before.state,
        before.due_at,
        before.stage_started_at,
    )


def test_the_reporter_reads_the_question_and_is_offered_to_answer_it() -> None:
    walk = in_hand(CAST.public)
    holder = services.proved_reporter(CAST.public, walk.receipt.tracking_code)[0]
    assert Action.ANSWER not in offered(holder, walk)
    asked(walk)
    assert Action.ANSWER in offered(holder, walk)
    with eyes(holder):
        course = queries.course_of(holder, queries.incident_for(holder, walk.case))
    assert [one.words for one in course.questions] == ["垃圾在几号楼门前？"]
    answered(walk, holder)
    assert Action.ANSWER not in offered(holder, walk)


def test_an_answer_may_be_a_photo_and_must_be_something() -> None:
    walk = asked(in_hand())
    with pytest.raises(WordsMissing):
        answered(walk, words=" ")
    file_id = photo(CAST.li)
    services.answer_question(CAST.li, walk.case, words="", file_ids=[file_id], at=walk.later())
    found = rows("select version from incidents_attachment where file_id = %s", file_id)
    assert found == [(walk.row.version,)]


def test_one_question_at_a_time_until_it_has_waited_three_days() -> None:
    walk = asked(in_hand())
    assert Action.ASK_REPORTER not in offered(CAST.wu, walk)
    with pytest.raises(QuestionWaits, match="3天"):
        asked(walk, CAST.wu)
    walk.later(days=3)
    assert Action.ASK_REPORTER in offered(CAST.wu, walk)
    asked(walk, CAST.wu, "方便的话请补一张照片")
    first, second = questions(walk)
    assert (first.answered_at, first.ended_at, second.ended_at) == (None, walk.at, None)


def test_who_may_ask_and_who_may_answer() -> None:
    walk = in_hand()
    for stranger, refusal in ((CAST.zhao, NotYours), (CAST.feng, NotFound), (CAST.lin, Forbidden)):
        with pytest.raises(refusal):
            asked(walk, stranger)
    asked(walk)
    for stranger, refusal in ((CAST.wu, NotYours), (CAST.wang, NotFound)):
        with pytest.raises(refusal):
            answered(walk, stranger)
    answered(walk)
    with pytest.raises(NothingToAnswer):
        answered(walk)


def test_asking_goes_on_while_suspended_and_ends_with_the_matter() -> None:
    walk = in_hand().suspended()
    answered(asked(walk))
    asked(walk, words="还有别的楼吗？")
    services.resume_incident(CAST.wu, walk.case, at=walk.later())
    walk.handled().passed().closed()
    last = questions(walk)[-1]
    assert (last.answered_at, last.ended_at) == (None, walk.at)
    assert Action.ANSWER not in offered(CAST.li, walk)


def test_an_answer_is_read_before_the_next_step_a_question_need_not_be() -> None:
    walk = in_hand()
    seen = walk.row.version
    asked(walk, CAST.wu)
    services.note_incident(CAST.qian, walk.case, remark="到场了", at=walk.later())
    services.assign_task(CAST.xu, walk.case, post_id=CAST.qian.post_id, at=walk.later(), version=seen)
    seen = walk.row.version
    answered(walk)
    with pytest.raises(StaleVersion):
        services.return_task(CAST.qian, walk.case, remark="非职责", at=walk.later(), version=seen)


def test_the_reporter_hears_by_message_and_notice_and_the_asker_of_the_answer() -> None:
    walk = asked(in_hand())
    version = walk.row.version
    for _ in range(2):  # at least once, so perhaps twice
        tell_of(walk.case, Action.ASK_REPORTER, unit_id=URBAN, version=version, at=walk.at)
    assert titles(CAST.li) == ["有问题请您回答"]
    with eyes(CAST.machine):
        assert len(messages_about(f"incidents.incident:{walk.case}")) == 1
    answered(walk)
    tell_of(walk.case, Action.ANSWER, unit_id=URBAN, version=walk.row.version, at=walk.at)
    assert titles(CAST.qian) == ["反映人回答了您的征询"]
    assert titles(CAST.xu) == []


@pytest.mark.parametrize("identity", [Identity.ANONYMOUS, Identity.CONFIDENTIAL])
def test_a_number_left_in_confidence_is_written_to_and_an_anonymous_one_never(identity: Identity) -> None:
    phone = "" if identity is Identity.ANONYMOUS else "13873712345"
    walk = asked(in_hand(CAST.public, identity=identity, reporter_phone=phone))
    told = tell_of(walk.case, Action.ASK_REPORTER, unit_id=URBAN, version=walk.row.version, at=walk.at)
    assert told == (0 if identity is Identity.ANONYMOUS else 1)


def test_a_question_about_history_would_reach_nobody(tmp_path: Path) -> None:
    bring(matters(tmp_path, matter(1, closed_at="", status="Open")), COMMUNITY)
    case = stored()["1"].pk
    services.take_up_incident(CAST.sun, case, remark="仍有反映，由区里办理", at=MONDAY_10)
    with eyes(CAST.sun):
        row = queries.incident_for(CAST.sun, case)
        assert Action.ASK_REPORTER not in {m.action for m in queries.actions_for(CAST.sun, row, at=MONDAY_10)}
    with pytest.raises(NobodyToAsk):
        services.ask_reporter(CAST.sun, case, remark="现在还有吗？", at=MONDAY_10)


@pytest.mark.parametrize(
    ("is_history", "identity", "has_account", "has_phone", "hears"),
    [
        (False, Identity.ANONYMOUS, False, False, True),
        (True, Identity.NAMED, False, True, True),
        (True, Identity.ANONYMOUS, False, True, False),
        (True, Identity.NAMED, False, False, False),
        (True, Identity.ANONYMOUS, True, False, True),
    ],
)
def test_who_hears(
    is_history: bool, identity: Identity, has_account: bool, has_phone: bool, hears: bool
) -> None:
    can = can_hear(identity=identity, is_history=is_history, has_account=has_account, has_phone=has_phone)
    assert can is hears


def test_the_wait_of_a_question_is_counted_from_when_it_was_asked() -> None:
    walk = asked(in_hand())
    walk.at = questions(walk)[0].asked_at + timedelta(days=3, seconds=-1)
    assert Action.ASK_REPORTER not in offered(CAST.qian, walk)
