"""Urging whoever owes the next step, and a leader's instruction."""

from datetime import timedelta
from uuid import uuid4

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.api.shaping import incident_out
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.rules.refusals import NotYours, RemarkMissing, UrgedAlready, WhileSuspended
from jingwei.domains.incidents.services.batch import Chosen, Given, act_together
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.walking import SIGNBOARD, Walk, reported, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.queries import list_notices
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound, StaleVersion
from tests.cast import CAST, COMMUNITY, centre

pytestmark = pytest.mark.django_db
URGED, INSTRUCTED = "有事项被催办，请尽快办理", "领导有批示，请查看"


def in_hand(item: str | None = None) -> Walk:
    walk = reported()
    return (walk.accepted(item_code=item) if item else walk.accepted()).dispatched().taken()


def urged(walk: Walk, by: Actor = CAST.wu, remark: str = "") -> Walk:
    services.urge_incident(by, walk.case, remark=remark, at=walk.later())
    return walk


def instructed(walk: Walk, by: Actor = CAST.luo, remark: str = "今天办结，向居民说明") -> Walk:
    services.instruct_incident(by, walk.case, remark=remark, at=walk.later())
    return walk


def offered(actor: Actor, walk: Walk) -> set[Action]:
    with eyes(actor):
        return {m.action for m in queries.actions_for(actor, walk.row, at=walk.at)}


def told(walk: Walk, action: Action) -> set[str]:
    """Who has the news of the last step, by name."""
    row = walk.row
    tell_of(walk.case, action, unit_id=row.handler_unit_id, version=row.version, at=walk.at)
    title = URGED if action is Action.URGE else INSTRUCTED
    heard = set()
    for name, actor in CAST.everybody().items():
        with eyes(actor):
            if actor.post_id and title in [one.title_zh for one in list_notices(actor).rows]:
                heard.add(name)
    return heard


def test_urging_needs_no_words_and_leaves_state_and_clock() -> None:
    walk = in_hand()
    before = walk.row
    urged(walk)
    after, last = walk.row, walk.steps[-1]
    assert (after.state, after.due_at, after.version) == (before.state, before.due_at, before.version + 1)
    assert (last.action, last.remark, last.is_internal) == (Action.URGE, "", False)


@pytest.mark.parametrize(("item", "hours"), [(None, 4), (SIGNBOARD, 1)])
def test_it_is_urged_again_only_after_a_while_whoever_does_it(item: str | None, hours: int) -> None:
    walk = urged(in_hand(item))
    again_at = walk.at + timedelta(hours=hours)
    walk.at = again_at - timedelta(seconds=1)
    assert Action.URGE not in offered(CAST.xu, walk)
    with pytest.raises(UrgedAlready, match="之后可以再催"):
        services.urge_incident(CAST.xu, walk.case, at=walk.at)
    walk.at = again_at
    assert Action.URGE in offered(CAST.xu, walk)
    services.urge_incident(CAST.xu, walk.case, at=walk.at)


@pytest.mark.parametrize("by", ["wu", "luo", "zhao", "guo", "xu"])
def test_givers_of_the_task_urge_the_unit(by: str) -> None:
    walk = in_hand()
    assert Action.URGE in offered(CAST.everybody()[by], walk)
    urged(walk, CAST.everybody()[by])


def test_others_do_not_urge() -> None:
    walk = in_hand()
    for stranger, refusal in ((CAST.qian, Forbidden), (CAST.lin, Forbidden), (CAST.mao, NotFound)):
        with pytest.raises(refusal):
            urged(walk, stranger)


def test_a_desk_does_not_urge_itself_but_its_leaders_and_the_centre_above_do() -> None:
    walk = reported()
    with pytest.raises(NotYours, match="负责中心的领导或上级"):
        urged(walk)
    urged(walk, CAST.luo)
    walk.later(hours=4)
    assert told(urged(walk, CAST.zhao), Action.URGE) == {"wu"}


def test_the_unit_hears_its_head_and_whoever_has_the_task() -> None:
    assert told(urged(in_hand()), Action.URGE) == {"qian", "xu"}
    assert told(urged(reported().accepted().dispatched()), Action.URGE) == {"qian", "xu"}


def test_a_task_of_the_centre_itself_is_urged_at_its_assignee() -> None:
    walk = reported().accepted().dispatched(unit_id=centre(COMMUNITY))
    services.assign_task(CAST.wu, walk.case, post_id=CAST.chen.post_id, at=walk.later())
    assert told(urged(walk, CAST.zhao), Action.URGE) == {"chen"}


def test_a_check_is_urged_at_the_grid_and_the_desk() -> None:
    walk = in_hand().handled()
    assert told(urged(walk, CAST.luo), Action.URGE) == {"lin", "wu"}


def test_nobody_is_urged_while_it_is_suspended() -> None:
    walk = in_hand().suspended()
    with pytest.raises(WhileSuspended):
        urged(walk)


def test_many_are_urged_at_once_and_the_rest_say_why_not() -> None:
    fresh, done = in_hand(), urged(in_hand())
    at = max(fresh.at, done.at) + timedelta(minutes=1)
    chosen = [Chosen(one.case, one.row.version) for one in (fresh, done)]
    first, second = act_together(CAST.wu, uuid4(), Action.URGE, chosen, Given(), at=at)
    assert first.refusal is None
    assert isinstance(second.refusal, UrgedAlready)


def test_an_instruction_needs_words_and_is_not_for_the_reporter() -> None:
    walk = in_hand()
    with pytest.raises(RemarkMissing):
        instructed(walk, remark=" ")
    instructed(walk)
    assert walk.steps[-1].is_internal
    with eyes(CAST.li):
        course = queries.course_of(CAST.li, queries.incident_for(CAST.li, walk.case))
    assert Action.INSTRUCT not in {step.action for step in course.steps}


def test_centre_and_unit_hear_of_an_instruction_and_read_it_before_they_go_on() -> None:
    walk = in_hand()
    seen = walk.row.version
    assert told(instructed(walk), Action.INSTRUCT) == {"wu", "qian", "xu"}
    with pytest.raises(StaleVersion):
        services.return_task(CAST.qian, walk.case, remark="非职责", at=walk.later(), version=seen)


def test_a_leader_above_stands_at_their_own_level_in_the_course() -> None:
    walk = instructed(urged(in_hand(), CAST.luo), CAST.guo)
    with eyes(CAST.wu):
        shown = incident_out(CAST.wu, queries.incident_for(CAST.wu, walk.case), at=walk.at)
    assert [one.lane for one in shown.steps[-2:]] == ["grid", "county"]
    assert not any("by_area" in one.facts for one in shown.steps)


def test_leaders_instruct_and_nobody_else() -> None:
    walk = in_hand()
    instructed(walk, CAST.guo)
    instructed(walk.suspended(), CAST.luo)
    for stranger in (CAST.wu, CAST.xu, CAST.sun):
        with pytest.raises(Forbidden):
            instructed(walk, stranger)


def test_a_confidential_tip_is_neither_urged_nor_instructed_by_who_does_not_see_it() -> None:
    walk = tipped()
    for leader in (CAST.luo, CAST.guo):
        with pytest.raises(NotFound):
            instructed(walk, leader)


def test_urging_after_the_deadline_is_not_itself_late() -> None:
    walk = in_hand()
    walk.later(days=9)
    urged(walk).handled()
    with eyes(CAST.wu):
        shown = incident_out(CAST.wu, queries.incident_for(CAST.wu, walk.case), at=walk.at)
    assert [(one.action, one.is_late) for one in shown.steps[-2:]] == [
        (Action.URGE, False),
        (Action.HANDLE, True),
    ]
    assert shown.urged is not None
    assert (shown.urged.times, shown.urged.again_at) == (1, shown.urged.last_at + timedelta(hours=4))
