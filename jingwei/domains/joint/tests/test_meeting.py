"""Joint meetings: called, held, and what was decided followed up to its end."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.queries import incident_for
from jingwei.domains.incidents.services.assisting import report_assist
from jingwei.domains.incidents.tests.walking import can_see, reported
from jingwei.domains.joint.api.schemas import MeetingOut
from jingwei.domains.joint.api.shaping import meetings_out
from jingwei.domains.joint.contracts import DecisionKind, Happening, MeetingState
from jingwei.domains.joint.models import Meeting
from jingwei.domains.joint.queries import meeting_for
from jingwei.domains.joint.rules.meeting import Attendance, NewDecision
from jingwei.domains.joint.rules.refusals import (
    DecisionDone,
    DecisionWrong,
    MeetingAhead,
    MeetingOver,
    MeetingTimeWrong,
    NotCalled,
    NotTheCaller,
)
from jingwei.domains.joint.services import (
    Minutes,
    NewMeeting,
    call_meeting,
    cancel_meeting,
    finish_decision,
    record_minutes,
)
from jingwei.domains.joint.services.meetings import DECISION
from jingwei.domains.joint.services.telling import tell_of
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, FOREIGN_URBAN, MONDAY_10, URBAN, WATER, centre

pytestmark = pytest.mark.django_db
BEGINS = MONDAY_10 + timedelta(days=1)
HELD = BEGINS + timedelta(hours=2)
PLAIN, ASSIST, INCIDENT = DecisionKind.PLAIN, DecisionKind.ASSIST, DecisionKind.INCIDENT


def called(by: Actor = CAST.wu, **changes: Any) -> Meeting:
    values: dict[str, Any] = {
        "title": "地下管线联席会议",
        "agenda": "施工挖断水管的责任和修复",
        "place": "街道二楼会议室",
        "starts_at": BEGINS,
        "unit_ids": [URBAN, WATER],
    }
    return call_meeting(by, NewMeeting(**(values | changes)), at=MONDAY_10)


def written(*decisions: NewDecision) -> Minutes:
    return Minutes("吴芳", "各单位达成一致。", [Attendance(WATER, "冯军")], decisions)


def shown(meeting: Meeting, actor: Actor = CAST.wu, at: Any = HELD) -> MeetingOut:
    with eyes(actor):
        (one,) = meetings_out(actor, [meeting_for(actor, meeting.pk)], at=at)
    return one


def sees(actor: Actor, meeting: Meeting) -> bool:
    with eyes(actor):
        by_query = Meeting.objects.visible_to(actor).filter(pk=meeting.pk).exists()
        by_database = Meeting.objects.unscoped("the test compares the fences").filter(pk=meeting.pk).exists()
    assert by_query == by_database
    return by_database


def test_who_is_asked_sees_it_and_is_told() -> None:
    meeting = called()
    assert [sees(who, meeting) for who in (CAST.wu, CAST.feng, CAST.qian, CAST.sun)] == [True] * 4
    assert [sees(who, meeting) for who in (CAST.mao, CAST.shen, CAST.zhou)] == [False] * 3
    tell_of(Happening.MEETING_CALLED, meeting.pk, at=MONDAY_10)
    with eyes(CAST.machine):
        told = set(Notice.objects.filter(title_zh="邀请参加联席会议").values_list("post_id", flat=True))
    assert told == {CAST.qian.post_id, CAST.xu.post_id, CAST.feng.post_id}


def test_what_was_decided_becomes_a_task_an_assist_and_a_matter() -> None:
    walk = reported().accepted().dispatched()
    meeting = called(incident_id=walk.case)
    decisions = [
        NewDecision(PLAIN, "城管局公示施工审批流程", URBAN, "3d"),
        NewDecision(ASSIST, "自来水公司修复水管", WATER, "1d"),
        NewDecision(INCIDENT, "排查同路段其他隐患", None, ""),
    ]
    record_minutes(CAST.wu, meeting.pk, written(*decisions), at=HELD)
    one = shown(meeting)
    assert (one.state, one.minutes) == (MeetingState.HELD, "各单位达成一致。")
    assert {unit.unit_id: unit.came for unit in one.units} == {URBAN: False, WATER: True}
    plain, assist, opened = one.decisions
    assert [row.is_done for row in one.decisions] == [False] * 3
    with eyes(CAST.machine):
        watch = watch_of(DECISION, plain.id)
    assert watch is not None
    assert (watch.owed.unit_id, watch.due_at) == (URBAN, plain.due_at)

    finish_decision(CAST.qian, meeting.pk, number=1, result="已公示", at=HELD)
    report_assist(CAST.feng, walk.case, remark="已修复", at=HELD)
    after = shown(meeting)
    assert [row.is_done for row in after.decisions] == [True, True, False]
    assert opened.matter is not None
    with eyes(CAST.wu):
        row = incident_for(CAST.wu, opened.matter.id)
        assert (row.state, row.channel, row.scope_code[:12]) == (State.REPORTED, "desk", COMMUNITY)
    assert assist.matter is not None
    assert can_see(CAST.feng, assist.matter.id)


def test_a_decision_that_its_matter_refuses_takes_the_minutes_with_it() -> None:
    walk = reported().accepted().dispatched()
    meeting = called(incident_id=walk.case)
    with pytest.raises(DecisionWrong, match="参会单位"):
        record_minutes(CAST.wu, meeting.pk, written(NewDecision(PLAIN, "请来", FOREIGN_URBAN, "1d")), at=HELD)
    with pytest.raises(Exception, match="主办单位"):
        record_minutes(CAST.wu, meeting.pk, written(NewDecision(ASSIST, "配合", URBAN, "1d")), at=HELD)
    assert shown(meeting).state is MeetingState.CALLED
    plain = called()
    with pytest.raises(DecisionWrong, match="没有关联事件"):
        record_minutes(CAST.wu, plain.pk, written(NewDecision(ASSIST, "配合", WATER, "1d")), at=HELD)
    with pytest.raises(DecisionWrong, match="时限"):
        record_minutes(CAST.wu, plain.pk, written(NewDecision(PLAIN, "配合", WATER, "")), at=HELD)


@pytest.mark.parametrize(
    ("who", "refusal"), [(CAST.zhao, NotCalled), (CAST.feng, NotCalled), (CAST.qian, None), (CAST.wu, None)]
)
def test_a_decision_is_finished_by_who_owes_it_or_who_called(who: Actor, refusal: Any) -> None:
    meeting = called()
    record_minutes(CAST.wu, meeting.pk, written(NewDecision(PLAIN, "公示流程", URBAN, "3d")), at=HELD)
    if refusal is not None:
        with pytest.raises(refusal):
            finish_decision(who, meeting.pk, number=1, result="已公示", at=HELD)
        return
    finish_decision(who, meeting.pk, number=1, result="已公示", at=HELD)
    for number in (1, 2):
        with pytest.raises(DecisionDone):
            finish_decision(who, meeting.pk, number=number, result="再说一次", at=HELD)


def test_minutes_are_written_once_by_who_called_and_not_before() -> None:
    meeting = called()
    with pytest.raises(MeetingAhead):
        record_minutes(CAST.wu, meeting.pk, written(), at=MONDAY_10)
    with pytest.raises(NotTheCaller):
        record_minutes(CAST.zhao, meeting.pk, written(), at=HELD)
    record_minutes(CAST.wu, meeting.pk, written(), at=HELD)
    with pytest.raises(MeetingOver):
        record_minutes(CAST.wu, meeting.pk, written(), at=HELD)
    other = called(unit_ids=[centre("430902001")])
    cancel_meeting(CAST.wu, other.pk, remark="改为现场办公", at=MONDAY_10)
    assert shown(other).state is MeetingState.CANCELLED
    with pytest.raises(MeetingOver):
        record_minutes(CAST.wu, other.pk, written(), at=HELD)
    with pytest.raises(MeetingTimeWrong):
        called(starts_at=MONDAY_10 + timedelta(days=90))


def test_what_is_late_says_so() -> None:
    meeting = called()
    record_minutes(CAST.wu, meeting.pk, written(NewDecision(PLAIN, "公示流程", URBAN, "3d")), at=HELD)
    (one,) = shown(meeting, at=HELD + timedelta(days=30)).decisions
    assert (one.is_overdue, one.is_done) == (True, False)
    assert isinstance(one.unit_id, UUID)
