"""A task goes down five levels and comes back up: given, acknowledged, split, reported, accepted."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.tasking.contracts import ShareState, Side, TaskAct
from jingwei.domains.tasking.models import Share, ShareEntry
from jingwei.domains.tasking.queries import tasks as queries
from jingwei.domains.tasking.queries.receivers import receivers_below
from jingwei.domains.tasking.queries.tasks import ShareFilter
from jingwei.domains.tasking.rules import refusals
from jingwei.domains.tasking.services import NewShare, NewTask, give_task, pass_task_down, steer_task
from jingwei.domains.tasking.services.telling import tell_of_tasks
from jingwei.domains.tasking.tests.giving import TO_COMMUNITY, WEEK, answered, counted, given, share_of
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.queries import list_notices
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, StaleVersion
from jingwei.kernel.ids import uuid7
from tests.cast import (
    CAST,
    COMMUNITY,
    COUNTY,
    MONDAY_10,
    OTHER_COUNTY,
    OTHER_TOWNSHIP,
    TOWNSHIP,
    URBAN,
    centre,
)

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY_10 + timedelta(days=1)
TO_LIN = NewShare(post_id=CAST.lin.post_id)


def steer(actor: Actor, share: Share, act: TaskAct, **said: object) -> Share:
    facts = {"version": None, "remark": "", "due_at": None, "at": TUESDAY} | said
    return steer_task(actor, share.pk, act, **facts)  # type: ignore[arg-type]


def listed(actor: Actor, side: Side, **wanted: object) -> list[str]:
    with eyes(actor):
        found = ShareFilter(side=side, **wanted)  # type: ignore[arg-type]
        page = queries.list_shares(actor, found, cursor=None, size=50, at=TUESDAY)
        return [row.receiver_name for row in page.rows]


def test_it_goes_from_the_county_to_a_grid_and_comes_back_as_a_sum() -> None:
    task = counted(NewShare(unit_id=centre(TOWNSHIP), target=30), actor=CAST.sun)
    top = answered(task, CAST.zhao, TaskAct.ACKNOWLEDGE)
    for giver, share, to in [
        (CAST.zhao, top, NewShare(unit_id=centre(COMMUNITY), target=25)),
        (CAST.wu, None, NewShare(post_id=CAST.lin.post_id, target=20)),
    ]:
        from_share = share or answered(task, giver, TaskAct.ACKNOWLEDGE)
        pass_task_down(
            giver, task.pk, from_share_id=from_share.pk, shares=[to], due_at=None, remark="", at=MONDAY_10
        )
    answered(task, CAST.lin, TaskAct.ACKNOWLEDGE, TaskAct.COMPLETE, done=20)
    with pytest.raises(refusals.PartsOpen):
        answered(task, CAST.wu, TaskAct.COMPLETE, done=5)
    steer(CAST.wu, share_of(task, CAST.lin), TaskAct.ACCEPT)
    answered(task, CAST.wu, TaskAct.COMPLETE, done=5)
    steer(CAST.zhao, share_of(task, CAST.wu), TaskAct.ACCEPT)
    with pytest.raises(refusals.ShortOfTarget):
        answered(task, CAST.zhao, TaskAct.COMPLETE, done=3)
    answered(task, CAST.zhao, TaskAct.COMPLETE, done=3, remark="两处为违建，另案处理")
    steer(CAST.sun, share_of(task, CAST.zhao), TaskAct.ACCEPT)
    with eyes(CAST.sun):
        whole = queries.progress_of_tasks(CAST.sun, [task], at=TUESDAY)[task.pk]
    assert (whole.target, whole.done, whole.shares, whole.shares_done) == (30, 28, 3, 3)


def test_everybody_on_the_way_sees_what_is_theirs_and_nobody_else_anything() -> None:
    task = given(TO_COMMUNITY, NewShare(unit_id=centre(OTHER_TOWNSHIP)), actor=CAST.sun)
    share = answered(task, CAST.wu, TaskAct.ACKNOWLEDGE)
    pass_task_down(
        CAST.wu, task.pk, from_share_id=share.pk, shares=[TO_LIN], due_at=None, remark="", at=MONDAY_10
    )
    seen = {}
    for name, actor in CAST.everybody().items():
        with eyes(actor):
            seen[name] = len(queries.shares_of_task(actor, task.pk))
    everything = {"sun", "guo", "gao", "he", "cao", "ding"}
    below = {"zhao", "wu", "deng", "luo"}  # by area: the township's and the community's
    assert {name for name, count in seen.items() if count == 3} == everything
    assert {name for name, count in seen.items() if count == 2} == below
    assert {name for name, count in seen.items() if count == 1} == {"zhou", "lin"}
    with eyes(CAST.chen), pytest.raises(refusals.TaskNotFound):
        queries.task_for(CAST.chen, task.pk)
    with eyes(CAST.lin):
        assert queries.task_for(CAST.lin, task.pk).title == task.title


def test_a_department_gives_to_townships_and_follows_all_that_is_passed_down() -> None:
    task = given(NewShare(unit_id=centre(TOWNSHIP)), actor=CAST.xu)
    share = answered(task, CAST.zhao, TaskAct.ACKNOWLEDGE)
    pass_task_down(
        CAST.zhao, task.pk, from_share_id=share.pk, shares=[TO_LIN], due_at=None, remark="", at=MONDAY_10
    )
    assert len(listed(CAST.xu, Side.SEEN)) == 2
    assert listed(CAST.qian, Side.GIVEN) == ["大码头街道综治中心"]
    assert listed(CAST.feng, Side.SEEN) == []
    steer(CAST.xu, share_of(task, CAST.lin), TaskAct.URGE)  # above, though not the giver of this share
    with pytest.raises(refusals.NotYourShare):
        steer(CAST.xu, share_of(task, CAST.lin), TaskAct.WITHDRAW, remark="不需要了")


def test_returned_sent_back_extended_and_withdrawn_with_all_below() -> None:
    task = given()
    returned = answered(task, CAST.wu, TaskAct.RETURN, remark="不在本社区范围")
    assert returned.state == ShareState.RETURNED
    assert returned.ended_at == MONDAY_10
    pass_task_down(
        CAST.zhao, task.pk, from_share_id=None, shares=[TO_COMMUNITY], due_at=None, remark="", at=TUESDAY
    )
    again = answered(task, CAST.wu, TaskAct.ACKNOWLEDGE, TaskAct.COMPLETE)
    with pytest.raises(StaleVersion):
        steer(CAST.zhao, again, TaskAct.SEND_BACK, remark="照片不清楚", version=again.version - 1)
    back = steer(CAST.zhao, again, TaskAct.SEND_BACK, remark="照片不清楚", version=again.version)
    assert (back.state, back.reported_at) == (ShareState.DOING, None)
    later = steer(CAST.zhao, back, TaskAct.EXTEND, due_at=MONDAY_10 + 2 * WEEK)
    assert later.due_at == MONDAY_10 + 2 * WEEK
    pass_task_down(
        CAST.wu, task.pk, from_share_id=back.pk, shares=[TO_LIN], due_at=None, remark="", at=TUESDAY
    )
    steer(CAST.zhao, back, TaskAct.WITHDRAW, remark="已由别处完成")
    assert share_of(task, CAST.lin).state == ShareState.WITHDRAWN
    assert listed(CAST.lin, Side.MINE) == []


def test_the_deadline_is_watched_while_it_is_the_receivers_turn() -> None:
    task = given(due_at=MONDAY_10 + timedelta(days=2, minutes=17))
    with eyes(CAST.machine):
        share = share_of(task, CAST.wu)
        watch = watch_of("tasking.share", share.pk)
        assert watch is not None
        assert (watch.owed.unit_id, watch.due_at) == (centre(COMMUNITY), task.due_at)
    later = steer(CAST.zhao, share, TaskAct.EXTEND, due_at=MONDAY_10 + timedelta(days=9, minutes=3))
    with eyes(CAST.machine):
        moved = watch_of("tasking.share", share.pk)
        assert moved is not None
        assert moved.due_at == later.due_at
    answered(task, CAST.wu, TaskAct.ACKNOWLEDGE, TaskAct.COMPLETE)
    with eyes(CAST.machine):
        ended = watch_of("tasking.share", share.pk)
        assert ended is not None
        assert ended.ended_at == MONDAY_10


def test_receiver_and_giver_are_told_once_each() -> None:
    task = given(TO_COMMUNITY, TO_LIN)
    shares = [share_of(task, one).pk for one in (CAST.wu, CAST.lin)]
    for _ in range(2):  # delivery is at least once; notices fold
        tell_of_tasks(task.pk, shares, TaskAct.GIVE, at=MONDAY_10)
    tell_of_tasks(task.pk, shares[:1], TaskAct.RETURN, at=MONDAY_10)
    for actor, title in [(CAST.wu, "收到任务"), (CAST.lin, "收到任务"), (CAST.zhao, "任务被退回")]:
        with eyes(actor):
            titles = [notice.title_zh for notice in list_notices(actor).rows]
        assert [one for one in titles if one.startswith(title)] == [f"{title}：楼道堆物清理"], actor.name


def test_giving_is_refused_beyond_ones_area_to_oneself_to_nobody_and_without_the_right() -> None:
    for actor, shares, refusal in [
        (CAST.zhao, (NewShare(unit_id=centre(OTHER_TOWNSHIP)),), refusals.ReceiverNotBelow),
        (CAST.sun, (NewShare(unit_id=centre(OTHER_COUNTY)),), refusals.ReceiverNotBelow),
        (CAST.wu, (NewShare(unit_id=centre(TOWNSHIP)),), refusals.ReceiverNotBelow),
        (CAST.sun, (NewShare(unit_id=centre(COUNTY)),), refusals.ReceiverIsGiver),
        (CAST.zhao, (TO_COMMUNITY, TO_COMMUNITY), refusals.ReceiverMissing),
        (CAST.zhao, (NewShare(),), refusals.ReceiverMissing),
        (CAST.lin, (TO_COMMUNITY,), Forbidden),
        (CAST.qian, (TO_COMMUNITY,), Forbidden),
    ]:
        with pytest.raises(refusal):
            given(*shares, actor=actor)
    with pytest.raises(refusals.ReceiverMissing):
        give_task(CAST.zhao, NewTask(uuid7(), "无人接收", MONDAY_10 + WEEK, ()), at=MONDAY_10)


def test_sent_twice_it_is_one_task_and_somebody_elses_id_is_refused() -> None:
    task_id = uuid7()
    for _ in range(2):
        given(task_id=task_id)
    with eyes(CAST.machine):
        assert Share.objects.visible_to(CAST.machine).filter(task_id=task_id).count() == 1
    assert ProcrastinateJob.objects.filter(task_name="tasking.tell_of_tasks").count() == 1
    for actor in (CAST.sun, CAST.tang):  # one sees it, the other does not
        with pytest.raises(refusals.TaskIdTaken):
            given(NewShare(unit_id=centre(actor.area_code + "001")), actor=actor, task_id=task_id)


def test_the_course_is_kept_line_by_line() -> None:
    task = counted(NewShare(unit_id=centre(COMMUNITY), target=3))
    share = answered(task, CAST.wu, TaskAct.ACKNOWLEDGE, TaskAct.PROGRESS, done=1, remark="先清一楼")
    with eyes(CAST.wu):
        lines = ShareEntry.objects.filter(share_id=share.pk).order_by("at", "id")
        assert [(one.act, one.actor_name, one.done) for one in lines] == [
            ("give", CAST.zhao.name, None),
            ("acknowledge", CAST.wu.name, None),
            ("progress", CAST.wu.name, 1),
        ]


def test_lists_are_by_side_and_narrowed() -> None:
    given(TO_COMMUNITY, TO_LIN, NewShare(unit_id=centre(TOWNSHIP)), actor=CAST.sun)
    assert listed(CAST.wu, Side.MINE) == ["迎春社区综治中心"]
    assert len(listed(CAST.sun, Side.GIVEN)) == 3
    assert listed(CAST.sun, Side.SEEN, area_code=COMMUNITY, words="网格") != []
    assert listed(CAST.sun, Side.SEEN, is_overdue=True) == []
    assert listed(CAST.wu, Side.MINE, state=(ShareState.DONE,)) == []
    with eyes(CAST.sun):
        assert [
            row.title
            for row in queries.list_tasks(CAST.sun, side=Side.GIVEN, words="堆物", cursor=None, size=5).rows
        ] == ["楼道堆物清理"]


def test_receivers_are_those_below_beside_and_ones_own_people() -> None:
    with eyes(CAST.sun):
        found = {one.name: one.group for one in receivers_below(CAST.sun, words="", at=MONDAY_10)}
    assert found["大码头街道综治中心"] == "below"
    assert found["资阳区城市管理和综合执法局"] == "beside"
    assert "赫山区综治中心" not in found
    with eyes(CAST.wu):
        own = {one.post_id for one in receivers_below(CAST.wu, words="", at=MONDAY_10) if one.group == "own"}
    assert {CAST.lin.post_id, CAST.chen.post_id} <= own
    assert CAST.wu.post_id not in own
    assert URBAN not in {one.unit_id for one in receivers_below(CAST.wu, words="", at=MONDAY_10)}
