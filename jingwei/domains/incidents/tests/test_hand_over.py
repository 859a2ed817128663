"""Handing open work over between posts of a unit: each matter gets a step, the receiver one notice, the clock goes on."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID, uuid4

import pytest
from django.db import connection

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.refusals import (
    AssigneeUnfit,
    HandOverToItself,
    NotInHands,
    ReceiverVacant,
    RemarkMissing,
)
from jingwei.domains.incidents.services import HandedOver
from jingwei.domains.incidents.services.telling import tell_of_hand_over
from jingwei.domains.incidents.tests.test_http import Person
from jingwei.domains.incidents.tests.walking import Walk, reported, rows, tipped
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.notices.queries import list_notices
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, MONDAY_10, NAMES, URBAN, centre

pytestmark = pytest.mark.usefixtures("own_city")
JOBS = "select count(*) from procrastinate_jobs where task_name = 'incidents.tell_of_hand_over'"


def post_of(actor: Actor) -> UUID:
    assert actor.post_id is not None
    return actor.post_id


def in_hand() -> Walk:
    return reported().accepted().dispatched().taken()


def hand_over(
    by: Actor, giver: Actor | UUID, to: UUID, cases: list[UUID] | None, *, at: datetime = MONDAY_10
) -> HandedOver:
    from_post = giver if isinstance(giver, UUID) else post_of(giver)
    return services.hand_over_work(by, from_post, to_post_id=to, incident_ids=cases, remark="本周休假", at=at)


def a_desk_beside(actor: Actor, *, is_held: bool = True) -> UUID:
    """Another desk post of the same centre."""
    with eyes(CAST.machine):
        assert actor.unit_id is not None
        post_id = access.create_post(
            title=f"{NAMES[actor.area_code]}desk{uuid4().hex[:6]}",
            role=Role.DESK,
            area_code=actor.area_code,
            unit_id=actor.unit_id,
        )
        if is_held:
            person_id, _ = access.register_person(
                name="新坐席", username=f"desk-{uuid4().hex[:8]}", at=MONDAY_10
            )
            access.fill_post(post_id, person_id, by=None, on=local(MONDAY_10).date())
    return post_id


def receiver_of(walk: Walk) -> Actor:
    return next(one for one in (CAST.sun, CAST.he) if one.post_id == walk.row.receiving_post_id)


def test_the_head_hands_a_handlers_work_to_another_post() -> None:
    one, other = in_hand(), in_hand()
    due = one.row.due_at
    before = rows(JOBS)[0][0]
    done = hand_over(CAST.xu, CAST.qian, post_of(CAST.xu), [one.case, other.case])
    assert (done.moved, done.unseen) == (2, 0)
    assert one.row.assignee_post_id == other.row.assignee_post_id == CAST.xu.post_id
    assert (one.row.state, one.row.due_at) == (State.HANDLING, due)
    assert one.tasks[-1].assignee_post_id == CAST.xu.post_id
    last = one.steps[-1]
    assert (last.action, last.remark, last.actor_name) == (Action.HAND_OVER, "本周休假", "徐兰")
    assert last.is_internal
    assert last.facts["post_id"] == str(CAST.xu.post_id)
    assert rows(JOBS)[0][0] == before + 1


def test_the_receiver_is_told_once_for_all_of_it() -> None:
    tell_of_hand_over(post_of(CAST.qian), post_of(CAST.xu), 7, at=MONDAY_10)
    with eyes(CAST.xu):
        titles = [one.title_zh for one in list_notices(CAST.xu).rows]
    assert titles.count("有 7 件工作移交给您") == 1


def test_a_handler_hands_over_what_is_their_own_and_sees_only_that() -> None:
    walk = in_hand()
    with eyes(CAST.qian):
        mine = queries.open_work(CAST.qian, post_of(CAST.qian), at=MONDAY_10)
        assert walk.case in [row.pk for row in mine.rows]
        assert mine.hidden == 0
        with pytest.raises(NotFound):
            queries.open_work(CAST.qian, post_of(CAST.xu), at=MONDAY_10)
    with pytest.raises(NotFound):
        hand_over(CAST.qian, CAST.xu, post_of(CAST.qian), None)
    hand_over(CAST.qian, CAST.qian, post_of(CAST.xu), [walk.case])
    assert walk.row.assignee_post_id == CAST.xu.post_id


def test_suspended_and_handled_work_goes_over_too() -> None:
    waiting, handled = in_hand().suspended(), in_hand().handled()
    hand_over(CAST.xu, CAST.qian, post_of(CAST.xu), [waiting.case, handled.case])
    assert waiting.row.suspended_at is not None
    assert handled.row.state == State.HANDLED
    assert handled.row.assignee_post_id == CAST.xu.post_id


def test_all_or_none() -> None:
    mine, strange = in_hand(), reported()
    with pytest.raises(NotFound):
        hand_over(CAST.xu, CAST.qian, post_of(CAST.xu), [mine.case, strange.case])
    assert mine.row.assignee_post_id == CAST.qian.post_id


def test_what_lies_in_other_hands_is_refused_by_name() -> None:
    walk = in_hand()
    hand_over(CAST.xu, CAST.qian, post_of(CAST.xu), [walk.case])
    with pytest.raises(NotInHands, match="楼下垃圾"):
        hand_over(CAST.xu, CAST.qian, post_of(CAST.xu), [walk.case])


def test_only_a_held_post_of_the_same_unit_takes_over() -> None:
    walk = in_hand()
    for to, refusal in [
        (post_of(CAST.feng), AssigneeUnfit),
        (uuid4(), AssigneeUnfit),
        (post_of(CAST.qian), HandOverToItself),
    ]:
        with pytest.raises(refusal):
            hand_over(CAST.xu, CAST.qian, to, [walk.case])
    with eyes(CAST.machine):
        vacant = access.create_post(title="空缺岗", role=Role.HANDLER, area_code="430902", unit_id=URBAN)
    with pytest.raises(ReceiverVacant, match="空缺岗"):
        hand_over(CAST.xu, CAST.qian, vacant, [walk.case])
    with pytest.raises(RemarkMissing):
        services.hand_over_work(
            CAST.xu,
            post_of(CAST.qian),
            to_post_id=post_of(CAST.xu),
            incident_ids=[walk.case],
            remark=" ",
            at=MONDAY_10,
        )


def test_an_administrator_hands_a_leavers_work_over_without_reading_it() -> None:
    walk = in_hand()
    done = hand_over(CAST.ding, CAST.qian, post_of(CAST.xu), None)
    assert done.moved >= 1
    assert done.left == 0
    assert walk.row.assignee_post_id == CAST.xu.post_id
    assert walk.steps[-1].actor_name == "丁宁"


def test_a_tip_goes_to_another_desk_and_nowhere_else() -> None:
    walk = tipped()
    desk = receiver_of(walk)
    beside = a_desk_beside(desk)
    hand_over(desk, desk, beside, [walk.case])
    assert walk.row.receiving_post_id == beside
    commander = CAST.guo
    again = tipped()
    if receiver_of(again).unit_id == commander.unit_id:
        with pytest.raises((AssigneeUnfit, NotFound)):
            hand_over(receiver_of(again), receiver_of(again), post_of(commander), [again.case])


def test_tips_of_a_leaver_are_counted_and_carried_unseen_by_the_administrator_only() -> None:
    walk = tipped()
    desk = receiver_of(walk)
    beside = a_desk_beside(desk)
    with eyes(CAST.ding):
        left = queries.open_work(CAST.ding, post_of(desk), at=MONDAY_10)
        assert walk.case not in [row.pk for row in left.rows]
        assert left.hidden >= 1
    colleague = Actor(
        role=Role.DESK,
        name="新坐席",
        person_id=uuid4(),
        post_id=beside,
        unit_id=desk.unit_id,
        area_code=desk.area_code,
        scope=desk.scope,
    )
    assert hand_over(colleague, desk, beside, None).moved == 0
    assert walk.row.receiving_post_id == desk.post_id
    done = hand_over(CAST.ding, desk, beside, None)
    assert done.unseen >= 1
    assert walk.row.receiving_post_id == beside
    assert "丁宁" in walk.steps[-1].remark
    assert walk.steps[-1].actor_name == "工作移交"


def test_who_does_not_lead_or_administer_is_refused() -> None:
    with pytest.raises(Forbidden):
        hand_over(CAST.lin, CAST.qian, post_of(CAST.xu), None)
    with pytest.raises(NotFound):
        hand_over(CAST.feng, CAST.qian, post_of(CAST.xu), None)
    assert centre("430902") == CAST.sun.unit_id


@pytest.fixture(scope="module")
def people(own_city: str) -> Iterator[dict[str, Person]]:
    yield {key: Person(CAST.everybody()[key]) for key in ("xu", "qian", "ding", "wu")}
    connection.close()


def test_over_http(people: dict[str, Person]) -> None:
    walk = in_hand()
    path = f"/posts/{CAST.qian.post_id}/open-work"
    status, work = people["xu"].get(path)
    assert (status, work["holder_name"]) == (200, "钱伟")
    assert [one["person_name"] for one in work["takers"]] == ["徐兰"]
    assert str(walk.case) in [row["id"] for row in work["rows"]]
    status, blind = people["ding"].get(path)
    assert status == 200
    assert {row["title"] for row in blind["rows"]} == {""}  # an administrator moves work but does not read it
    assert people["wu"].get(path)[0] == 404
    status, done = people["xu"].post(path, to_post_id=str(CAST.xu.post_id), remark="换岗")
    assert (status, done["left"]) == (200, 0)
    status, shown = people["xu"].get(f"/incidents/{walk.case}")
    assert shown["tasks"][-1]["assignee_name"] == "徐兰"
    assert shown["steps"][-1]["facts"]["post_title"]


def test_a_handler_is_offered_hand_over_and_a_head_assigns_instead(people: dict[str, Person]) -> None:
    walk = in_hand()
    offered = {
        who: [one["action"] for one in people[who].get(f"/incidents/{walk.case}")[1]["actions"]]
        for who in ("qian", "xu")
    }
    assert "hand_over" in offered["qian"]
    assert "assign" not in offered["qian"]
    assert "assign" in offered["xu"]
    assert "hand_over" not in offered["xu"]
