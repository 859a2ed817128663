"""The first receiver stays responsible: it objects, a referee above decides, and the ruling is shown to others."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Objection, Precedent
from jingwei.domains.incidents.queries import Bucket, Filter
from jingwei.domains.incidents.queries.disputes import policy_on, precedents_for
from jingwei.domains.incidents.rules.objecting import (
    FIRST_POLICY,
    ObjectionRefused,
    PolicyInPast,
    ReturnRefused,
    Returns,
    WhileDisputed,
    return_hindrance,
)
from jingwei.domains.incidents.rules.refusals import NotYours, StepRefused, UnitUnfit
from jingwei.domains.incidents.services.objecting import object_dispatch, refuse_objection, uphold_objection
from jingwei.domains.incidents.services.precedents import set_policy
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.walking import Walk, can_see, reported, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import NotFound
from tests.cast import CAST, CITY, MONDAY_10, TOWNSHIP, URBAN, WATER, centre, in_post

pytestmark = pytest.mark.django_db
NOT_OURS = "积水来自供水管，应由供水单位抢修"


def objected(walk: Walk | None = None) -> Walk:
    walk = walk or reported().accepted().dispatched().taken()
    object_dispatch(CAST.qian, walk.case, unit_id=WATER, remark=NOT_OURS, at=walk.later())
    return walk


def upheld(walk: Walk) -> Walk:
    uphold_objection(CAST.zhao, walk.case, unit_id=WATER, remark="供水管渗漏，归供水单位", at=walk.later())
    return walk


def objections(walk: Walk) -> list[Objection]:
    with eyes(CAST.machine):
        return list(Objection.objects.filter(incident_id=walk.case).order_by("asked_at"))


def offered(actor: Actor, walk: Walk) -> set[str]:
    with eyes(actor):
        incident = queries.incident_for(actor, walk.case)
        return {move.action.value for move in queries.actions_for(actor, incident, at=walk.at)}


def in_tray(actor: Actor, walk: Walk) -> bool:
    with eyes(actor):
        page = queries.list_incidents(actor, Filter(bucket=Bucket.DISPUTED), at=walk.at, cursor=None, size=50)
        return walk.case in [row.pk for row in page.rows]


def shown(actor: Actor, walk: Walk) -> list[Precedent]:
    with eyes(actor):
        return precedents_for(actor, queries.incident_for(actor, walk.case))


def test_until_it_is_decided_the_unit_keeps_the_matter_and_its_clock() -> None:
    walk = reported().accepted().dispatched().taken()
    before = walk.row
    objected(walk)
    row = walk.row
    assert (row.state, row.handler_unit_id, row.due_at) == (State.HANDLING, URBAN, before.due_at)
    assert row.referee_id == centre(TOWNSHIP)
    (asked,) = objections(walk)
    assert (asked.unit_id, asked.named_unit_id, asked.reason) == (URBAN, WATER, NOT_OURS)
    assert asked.due_at is not None
    assert asked.due_at > walk.at
    assert {"handle", "assign"} & offered(CAST.xu, walk)
    assert not {"return", "object", "ask_extension"} & offered(CAST.qian, walk)
    assert not {"suspend", "correct", "reroute"} & offered(CAST.wu, walk)
    for refused in (
        lambda: services.return_task(CAST.qian, walk.case, remark="不是我们的", at=walk.later()),
        lambda: services.suspend_incident(
            CAST.wu, walk.case, remark="等等", until=walk.at + timedelta(days=2), at=walk.later()
        ),
    ):
        with pytest.raises(WhileDisputed):
            refused()


def test_the_centre_above_decides_and_nobody_else() -> None:
    walk = objected()
    assert {"uphold", "refuse_objection"} <= offered(CAST.zhao, walk)
    assert in_tray(CAST.zhao, walk)
    for other in (CAST.wu, CAST.sun):
        assert not {"uphold", "refuse_objection"} & offered(other, walk)
        assert not in_tray(other, walk)
        with pytest.raises(NotYours):
            refuse_objection(other, walk.case, remark="仍由你们办", at=walk.later())
    with pytest.raises(NotFound):
        refuse_objection(CAST.zhou, walk.case, remark="仍由你们办", at=walk.later())


def test_upheld_the_other_unit_has_it_at_once_with_a_whole_limit_and_the_first_keeps_sight() -> None:
    walk = upheld(objected())
    row = walk.row
    assert (row.state, row.handler_unit_id, row.referee_id) == (State.DISPATCHED, WATER, None)
    assert row.stage_started_at == walk.at
    assert [(task.unit_id, task.outcome) for task in walk.tasks] == [(URBAN, "upheld"), (WATER, "")]
    assert walk.tasks[1].due_at == row.due_at
    assert can_see(CAST.qian, walk.case)
    assert can_see(CAST.feng, walk.case)
    assert "take" in offered(CAST.feng, walk)
    assert not {"take", "handle", "object"} & offered(CAST.qian, walk)
    walk.taken(CAST.feng)


def test_refused_it_stays_and_can_be_neither_disputed_nor_returned_again() -> None:
    walk = objected()
    due_at = walk.row.due_at
    refuse_objection(CAST.zhao, walk.case, remark="路面积水由城管先处置", at=walk.later())
    row = walk.row
    assert (row.state, row.handler_unit_id, row.due_at, row.referee_id) == (
        State.HANDLING,
        URBAN,
        due_at,
        None,
    )
    assert not {"object", "return"} & offered(CAST.qian, walk)
    with pytest.raises(ObjectionRefused):
        object_dispatch(CAST.qian, walk.case, unit_id=WATER, remark=NOT_OURS, at=walk.later())
    with pytest.raises(ReturnRefused):
        services.return_task(CAST.qian, walk.case, remark="还是退回", at=walk.later())
    assert {"handle", "ask_extension"} <= offered(CAST.qian, walk)


def test_handling_it_or_the_centre_taking_it_back_ends_the_objection() -> None:
    for ends, outcome in (
        (lambda w: w.handled(), "withdrawn"),
        (lambda w: services.recall_incident(CAST.wu, w.case, remark="派错了", at=w.later()), "recalled"),
    ):
        walk = objected()
        ends(walk)
        assert walk.row.referee_id is None
        assert [one.outcome for one in objections(walk)] == [outcome]
        with pytest.raises((StepRefused, NotYours)):
            refuse_objection(CAST.zhao, walk.case, remark="不成立", at=walk.later())


def test_an_objection_names_another_unit_that_could_have_it() -> None:
    walk = reported().accepted().dispatched().taken()
    with pytest.raises(ObjectionRefused):
        object_dispatch(CAST.qian, walk.case, unit_id=URBAN, remark=NOT_OURS, at=walk.later())
    foreign = CAST.shen.unit_id
    assert foreign is not None
    with pytest.raises(UnitUnfit):
        object_dispatch(CAST.qian, walk.case, unit_id=foreign, remark=NOT_OURS, at=walk.later())


def test_a_tip_goes_to_no_third_party_and_can_always_be_returned() -> None:
    walk = tipped().accepted(CAST.sun).dispatched(CAST.sun).taken()
    with pytest.raises(ObjectionRefused):
        object_dispatch(CAST.qian, walk.case, unit_id=WATER, remark=NOT_OURS, at=walk.later())
    assert "object" not in offered(CAST.qian, walk)
    assert "return" in offered(CAST.qian, walk)


def test_at_the_top_the_leaders_of_the_centre_decide() -> None:
    walk = reported().accepted()
    services.take_up_incident(CAST.he, walk.case, remark="全市统一办理", at=walk.later())
    objected(walk.dispatched(CAST.he).taken())
    assert walk.row.referee_id == CAST.he.unit_id
    assert "refuse_objection" not in offered(CAST.he, walk)
    with pytest.raises(NotYours):
        refuse_objection(CAST.he, walk.case, remark="仍由城管办", at=walk.later())
    leader = in_post(CAST.guo, area_code=CITY, scope=CITY, unit_id=centre(CITY))
    refuse_objection(leader, walk.case, remark="仍由城管办", at=walk.later())
    assert walk.row.referee_id is None


def test_a_ruling_is_shown_at_the_next_like_case_in_the_referees_area_only() -> None:
    upheld(objected())
    like = reported().accepted()
    (found,) = shown(CAST.wu, like)
    assert (found.from_unit_id, found.to_unit_id, found.is_upheld) == (URBAN, WATER, True)
    other_item = reported().accepted(item_code="010303")
    assert shown(CAST.wu, other_item) == []
    with eyes(CAST.zhou):
        assert not Precedent.objects.exists(), "another township is not bound by it and does not read it"
    for reader in (CAST.sun, CAST.lin, CAST.feng, CAST.qian):
        with eyes(reader):
            assert Precedent.objects.count() == 1
    with eyes(CAST.li):
        assert not Precedent.objects.exists()
        assert not Objection.objects.exists()


def test_what_is_about_a_unit_is_not_given_to_it_by_an_objection() -> None:
    walk = reported(about_unit_id=WATER).accepted(CAST.he).dispatched(CAST.he).taken()
    with pytest.raises(UnitUnfit):
        object_dispatch(CAST.qian, walk.case, unit_id=WATER, remark=NOT_OURS, at=walk.later())


def test_those_concerned_are_told() -> None:
    walk = objected()
    tell_of(walk.case, Action.OBJECT, unit_id=URBAN, at=walk.at, version=walk.row.version)
    with eyes(CAST.machine):
        assert Notice.objects.filter(post_id=CAST.zhao.post_id, title_zh__contains="异议").count() == 1
        assert Notice.objects.filter(post_id=CAST.wu.post_id, title_zh__contains="异议").count() == 1
    upheld(walk)
    tell_of(walk.case, Action.UPHOLD, unit_id=WATER, at=walk.at, version=walk.row.version)
    with eyes(CAST.machine):
        told = Notice.objects.filter(post_id=CAST.feng.post_id)
        assert [one.title_zh for one in told] == ["有新的任务待接收"]
        assert Notice.objects.filter(post_id=CAST.qian.post_id, title_zh__contains="裁决").count() == 1


def test_the_reporter_reads_the_course_but_not_the_dispute() -> None:
    walk = upheld(objected())
    with eyes(CAST.li):
        course = queries.course_of(CAST.li, queries.incident_for(CAST.li, walk.case))
    assert [step.action for step in course.steps] == ["report", "accept", "dispatch", "take", "uphold"]


def test_a_city_decides_from_a_day_on_when_tasks_may_simply_be_returned() -> None:
    walk = reported().accepted().dispatched().taken()
    tomorrow = (MONDAY_10 + timedelta(days=1)).date()
    strict = replace(FIRST_POLICY, from_on=tomorrow, returns=Returns.BEFORE_TAKING, objection_limit="4h")
    with pytest.raises(PolicyInPast):
        set_policy(CAST.ding, replace(strict, from_on=MONDAY_10.date()), at=MONDAY_10)
    set_policy(CAST.ding, strict, at=MONDAY_10)
    set_policy(CAST.ding, replace(strict, objection_limit="6h"), at=MONDAY_10)
    assert policy_on(MONDAY_10.date()) == FIRST_POLICY
    assert policy_on(date(2027, 1, 1)).objection_limit == "6h"
    walk.later(days=1)
    assert "return" not in offered(CAST.qian, walk)
    assert "object" in offered(CAST.qian, walk)
    with pytest.raises(ReturnRefused):
        services.return_task(CAST.qian, walk.case, remark="不是我们的", at=walk.later())
    fresh = reported(at=walk.at, reported_at=walk.at).accepted().dispatched()
    services.return_task(CAST.qian, fresh.case, remark="不是我们的", at=fresh.later())
    assert fresh.row.state == State.ACCEPTED


def test_there_is_always_a_way_out_of_a_task() -> None:
    never = replace(FIRST_POLICY, returns=Returns.NEVER)
    for may_object in (True, False):
        for was_refused in (True, False):
            hindrance = return_hindrance(never, is_taken=True, was_refused=was_refused, may_object=may_object)
            assert (hindrance is None) == (not may_object)
