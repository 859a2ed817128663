"""Assisting units: asked by the centre, each with its own time and proof; the lead closes for all of them."""

from datetime import timedelta
from uuid import UUID

import pytest

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Assist, Attachment
from jingwei.domains.incidents.queries import Bucket, actions_for, inbox_counts, incident_for
from jingwei.domains.incidents.rules.assisting import AssistsOpen, AssistUnfit, NothingToAssist
from jingwei.domains.incidents.rules.refusals import NotYours, RemarkMissing
from jingwei.domains.incidents.services import Proof
from jingwei.domains.incidents.services.assisting import (
    WATCH,
    ask_assist,
    excuse_assist,
    report_assist,
    take_assist,
)
from jingwei.domains.incidents.services.dispatching import dispatch_with_assists
from jingwei.domains.incidents.services.merging import merge_incidents
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.walking import Walk, can_see, photo, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from tests.calling import Call
from tests.calling import call as call
from tests.cast import CAST, COMMUNITY, FOREIGN_URBAN, URBAN, WATER, centre, id_of

pytestmark = pytest.mark.django_db


def ask(walk: Walk, unit_id: UUID = WATER, by: Actor = CAST.wu) -> None:
    ask_assist(by, walk.case, unit_id=unit_id, limit="1d", remark="请配合关阀断水", at=walk.later())


def assists(walk: Walk) -> list[Assist]:
    with eyes(CAST.machine):
        return list(Assist.objects.filter(incident_id=walk.case).order_by("asked_at"))


def offered(actor: Actor, walk: Walk) -> set[Action]:
    with eyes(actor):
        return {move.action for move in actions_for(actor, incident_for(actor, walk.case), at=walk.at)}


def test_who_is_asked_sees_the_matter_and_has_a_clock_of_its_own() -> None:
    walk = reported().accepted().dispatched().taken()
    due_at = walk.row.due_at
    assert not can_see(CAST.feng, walk.case)
    ask(walk)
    (one,) = assists(walk)
    assert can_see(CAST.feng, walk.case)
    assert one.due_at == walk.at + timedelta(days=1)
    assert (walk.row.state, walk.row.due_at, walk.row.handler_unit_id) == (State.HANDLING, due_at, URBAN)
    with eyes(CAST.machine):
        watch = watch_of(WATCH, one.pk)
    assert watch is not None
    assert (watch.owed.unit_id, watch.due_at) == (WATER, one.due_at)


def test_the_reporter_reads_that_somebody_assists_and_not_what_they_are_told(call: Call) -> None:
    walk = reported().accepted().dispatched().taken()
    ask(walk)
    told = [call(who, "GET", f"/incidents/{walk.case}").json() for who in (CAST.wu, CAST.li)]
    remarks = [
        [one["remark"] for one in shown["steps"] if one["action"] == Action.ASK_ASSIST.value]
        for shown in told
    ]
    assert remarks == [["请配合关阀断水"], [""]]


def test_the_lead_reports_only_when_everybody_is_done_or_excused() -> None:
    walk = reported().accepted().dispatched().taken()
    ask(walk)
    ask(walk, centre("430902"))
    with pytest.raises(AssistsOpen, match=r"自来水.*综治中心"):
        walk.handled()
    take_assist(CAST.feng, walk.case, at=walk.later())
    proof = Proof(photo(CAST.feng), "photo_after")
    report_assist(CAST.feng, walk.case, remark="已关阀", proofs=[proof], at=walk.later())
    with pytest.raises(AssistsOpen, match=r"^((?!自来水).)*$"):
        walk.handled()
    excuse_assist(CAST.wu, walk.case, unit_id=centre("430902"), remark="现场已不需要", at=walk.later())
    walk.handled()
    done, excused = assists(walk)
    assert (done.outcome, done.result, excused.outcome) == ("done", "已关阀", "excused")
    with eyes(CAST.feng):
        shown = Attachment.objects.filter(incident_id=walk.case, version=done.done_version)
        assert [one.file_id for one in shown] == [proof.file_id]


def test_only_the_centre_asks_and_only_who_was_asked_answers() -> None:
    walk = reported().accepted().dispatched().taken()
    with pytest.raises(NotYours, match="综治中心"):
        ask(walk, by=CAST.zhao)
    ask(walk)
    assert {Action.TAKE_ASSIST, Action.REPORT_ASSIST} <= offered(CAST.feng, walk)
    assert not {Action.TAKE, Action.HANDLE, Action.RETURN} & offered(CAST.feng, walk)
    assert not {Action.TAKE_ASSIST, Action.REPORT_ASSIST} & offered(CAST.qian, walk)
    assert {Action.ASK_ASSIST, Action.EXCUSE_ASSIST} <= offered(CAST.wu, walk)
    with pytest.raises(NotYours, match="协办单位"):
        report_assist(CAST.qian, walk.case, remark="替他们反馈", at=walk.later())
    take_assist(CAST.feng, walk.case, at=walk.later())
    with pytest.raises(NothingToAssist):
        take_assist(CAST.feng, walk.case, at=walk.later())
    with pytest.raises(RemarkMissing):
        excuse_assist(CAST.wu, walk.case, unit_id=WATER, remark="", at=walk.later())


@pytest.mark.parametrize(
    ("unit_id", "why"),
    [
        (URBAN, "主办单位"),
        (centre(COMMUNITY), "主办单位"),
        (FOREIGN_URBAN, "不负责事发地"),
        (id_of("no such unit"), "不存在"),
        (WATER, "不用重复"),
    ],
)
def test_not_every_unit_can_be_asked(unit_id: UUID, why: str) -> None:
    walk = reported().accepted().dispatched()
    ask(walk)
    with pytest.raises(AssistUnfit, match=why):
        ask(walk, unit_id)


def test_an_assist_outlives_the_lead_and_ends_when_its_unit_leads() -> None:
    walk = reported().accepted().dispatched()
    ask(walk)
    services.return_task(CAST.qian, walk.case, remark="不是我们的职责", at=walk.later())
    assert [one.outcome for one in assists(walk)] == [""]
    walk.dispatched(unit_id=WATER)
    assert [one.outcome for one in assists(walk)] == ["leads"]


def test_while_the_matter_waits_so_do_those_who_assist() -> None:
    walk = reported().accepted().dispatched().taken()
    ask(walk)
    before = assists(walk)[0].due_at
    assert before is not None
    walk.suspended(days=7)
    assert assists(walk)[0].due_at is None
    services.resume_incident(CAST.wu, walk.case, at=walk.later(days=5))
    after = assists(walk)[0].due_at
    assert after is not None
    assert after > before


def test_a_void_matter_asks_for_nothing() -> None:
    walk = reported().accepted()
    ask(walk)
    services.void_incident(CAST.wu, walk.case, remark="与另一件相同", at=walk.later())
    assert [one.outcome for one in assists(walk)] == ["ended"]


def test_it_lies_in_a_tray_of_its_own_and_is_told() -> None:
    walk = reported().accepted().dispatched()
    ask(walk)
    with eyes(CAST.feng):
        assert inbox_counts(CAST.feng, at=walk.at)[Bucket.TO_ASSIST] == 1
    with eyes(CAST.qian):
        assert inbox_counts(CAST.qian, at=walk.at)[Bucket.TO_ASSIST] == 0
    tell_of(walk.case, Action.ASK_ASSIST, unit_id=URBAN, version=walk.row.version, at=walk.at)
    with eyes(CAST.machine):
        told = Notice.objects.filter(title_zh="有事项请您单位协办").values_list("post_id", flat=True)
        assert set(told) == {CAST.feng.post_id}


def test_the_units_that_the_line_names_are_asked_with_the_dispatch_or_nobody_is() -> None:
    walk = reported().accepted()
    given = {"unit_id": URBAN, "at": walk.later()}
    with pytest.raises(AssistUnfit):
        dispatch_with_assists(CAST.wu, walk.case, assist_ids=[WATER, FOREIGN_URBAN], **given)  # type: ignore[arg-type]
    assert (walk.row.state, assists(walk)) == (State.ACCEPTED, [])
    dispatch_with_assists(CAST.wu, walk.case, assist_ids=[WATER, WATER], **given)  # type: ignore[arg-type]
    (one,) = assists(walk)
    assert (one.unit_id, one.limit) == (WATER, walk.row.stage_limit)
    assert [step.action for step in walk.steps[-2:]] == ["dispatch", "ask_assist"]
    services.recall_incident(CAST.wu, walk.case, remark="再派一次", at=walk.later())
    dispatch_with_assists(CAST.wu, walk.case, assist_ids=[WATER], unit_id=URBAN, at=walk.later())
    assert len(assists(walk)) == 1, "who assists already is not asked twice"


def test_what_is_merged_away_is_waited_for_nowhere() -> None:
    head, walk = reported().accepted(), reported().accepted()
    ask(walk)
    merge_incidents(CAST.wu, head.case, [walk.case], at=walk.later())
    (one,) = assists(walk)
    with eyes(CAST.machine):
        watch = watch_of(WATCH, one.pk)
    assert watch is not None
    assert (one.outcome, watch.ended_at) == ("ended", walk.at)
