"""One matter in several parts, and what came back at the same place."""

from dataclasses import replace
from datetime import timedelta

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.queries.disputes import Ties, ties_of
from jingwei.domains.incidents.rules.objecting import FIRST_POLICY
from jingwei.domains.incidents.rules.ties import CannotSplit, ChildrenOpen
from jingwei.domains.incidents.services import Correction
from jingwei.domains.incidents.services.merging import merge_incidents
from jingwei.domains.incidents.services.precedents import set_policy
from jingwei.domains.incidents.services.recurring import tie_recurrence
from jingwei.domains.incidents.services.splitting import split_incident
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.test_merge import demand
from jingwei.domains.incidents.tests.walking import SIGNBOARD, Walk, can_see, reported, spot, stored
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10, WATER, centre

pytestmark = pytest.mark.django_db
COMMUNITY_CENTRE = centre("430902001001")


def ties(walk: Walk, actor: Actor = CAST.wu) -> Ties:
    with eyes(actor):
        return ties_of(actor, queries.incident_for(actor, walk.case))


def parted() -> tuple[Walk, Walk]:
    parent = reported().accepted().dispatched()
    split_incident(CAST.wu, parent.case, unit_id=WATER, words="先把渗水的管子修好", at=parent.later())
    (child,) = ties(parent).children
    return parent, Walk(replace(parent.receipt, incident_id=child.incident.pk), parent.at)


def test_a_child_task_is_a_matter_of_its_own_with_its_own_unit_and_clock() -> None:
    parent, child = parted()
    row = child.row
    assert (row.state, row.handler_unit_id, row.centre_id) == (State.DISPATCHED, WATER, COMMUNITY_CENTRE)
    assert (row.reporter_id, row.item_code, row.scope_code) == (None, "010101", parent.row.scope_code)
    assert (parent.row.state, parent.row.handler_unit_id) == (State.DISPATCHED, CAST.qian.unit_id)
    assert ties(child).parent.incident.pk == parent.case  # type: ignore[union-attr]
    assert demand().demand == 1
    assert demand().children == 1
    assert demand().work == 2


def test_the_desk_is_not_asked_to_accept_what_it_made_itself() -> None:
    parent, child = parted()
    assert tell_of(child.case, Action.REPORT, unit_id=None, at=child.at) == 0
    assert tell_of(parent.case, Action.REPORT, unit_id=None, at=parent.at) > 0


def test_nobody_sees_a_part_for_having_the_whole() -> None:
    parent, child = parted()
    assert can_see(CAST.feng, child.case)
    assert not can_see(CAST.feng, parent.case)
    assert not can_see(CAST.qian, child.case)
    assert not can_see(CAST.li, child.case)
    assert ties(parent, CAST.qian).children == []


def test_the_whole_is_closed_after_its_parts() -> None:
    parent, child = parted()
    parent.taken().handled().passed()
    with pytest.raises(ChildrenOpen, match=child.row.receipt_no):
        parent.closed()
    with eyes(CAST.wu):
        offered = queries.actions_for(CAST.wu, queries.incident_for(CAST.wu, parent.case), at=parent.at)
    assert Action.CLOSE not in {move.action for move in offered}
    child.taken(CAST.feng).handled(CAST.feng).passed().closed()
    parent.closed()
    assert parent.row.state == State.CLOSED


def test_what_cannot_be_parted() -> None:
    _, child = parted()
    with pytest.raises(CannotSplit):
        split_incident(CAST.wu, child.case, unit_id=WATER, words="再拆一件", at=child.later())
    about = reported(about_unit_id=WATER).accepted(CAST.he)
    with pytest.raises(CannotSplit):
        split_incident(CAST.he, about.case, unit_id=CAST.qian.unit_id, words="拆一件", at=about.later())  # type: ignore[arg-type]


def closed_before(days: int, **changes: object) -> Walk:
    walk = reported(
        at=MONDAY_10 - timedelta(days=days), reported_at=MONDAY_10 - timedelta(days=days), **changes
    )
    return walk.accepted().dispatched().taken().handled().passed().closed()


def recurred(walk: Walk, action: Action = Action.ACCEPT) -> int:
    return tie_recurrence(walk.case, action, at=walk.at)


def test_what_comes_back_is_tied_to_the_last_time_and_counted() -> None:
    first, second = closed_before(40), closed_before(20, position=spot(east=0.502))
    closed_before(30, position=spot(east=0.9))
    third = reported().accepted()
    assert recurred(third) == 2
    assert recurred(third) == 2, "told again nothing changes"
    found = ties(third)
    assert found.earlier is not None
    assert (found.earlier.incident.pk, found.times, found.earlier.days) == (second.case, 2, 19)
    assert [one.incident.pk for one in ties(second).later] == [third.case]
    assert ties(first).later == []
    assert demand().recurred == 1


def test_another_item_another_place_or_too_long_ago_is_no_return() -> None:
    closed_before(100)
    other = reported().accepted()
    assert recurred(other) == 0
    closed_before(10)
    services.correct_incident(
        CAST.wu, other.case, Correction(item_code=SIGNBOARD), remark="是广告牌", at=other.later()
    )
    assert recurred(other, Action.CORRECT) == 0
    services.correct_incident(
        CAST.wu, other.case, Correction(item_code="010101"), remark="还是垃圾", at=other.later()
    )
    assert recurred(other, Action.CORRECT) == 1
    assert recurred(other, Action.TAKE) == 0
    services.correct_incident(
        CAST.wu, other.case, Correction(position=spot(east=0.9)), remark="在东头", at=other.later()
    )
    assert recurred(other, Action.CORRECT) == 0
    assert ties(other).times == 0


def test_how_near_and_how_long_is_the_citys_to_decide() -> None:
    closed_before(100)
    at = MONDAY_10 - timedelta(days=200)
    set_policy(
        CAST.ding, replace(FIRST_POLICY, from_on=at.date() + timedelta(days=1), recurrence_days=120), at=at
    )
    assert recurred(reported().accepted()) == 1


def test_a_merged_report_is_no_return_of_its_own() -> None:
    closed_before(10)
    head, member = reported(), reported()
    merge_incidents(CAST.wu, head.case, [member.case], at=head.later())
    head.accepted()
    assert (recurred(head), recurred(member)) == (1, 0)
    assert stored(member.case).head_id == head.case
