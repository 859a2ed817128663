"""A flood about one matter folds into it; each report keeps its own code and rating, and comes out again."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.models import Fold, Incident
from jingwei.domains.incidents.queries import Filter
from jingwei.domains.incidents.queries.beside import folded_into
from jingwei.domains.incidents.rules.folding import FLOOD_FROM, CannotFold, FoldedAway, NotFolded, NotInCharge
from jingwei.domains.incidents.rules.lifecycle import TABLE
from jingwei.domains.incidents.services import Receipt, Verdict, folding
from jingwei.domains.incidents.services.guarding import Sender
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.walking import RUBBISH, Walk, new_report, reported, spot
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def one(number: int, **changes: Any) -> Receipt:
    at = MONDAY_10 + MINUTE * number
    values: dict[str, Any] = {
        "words": f"小区门口水管爆裂，水漫到马路上了（{number}）",
        "identity": Identity.ANONYMOUS,
        "reporter_phone": "",
        "address": "",
        "reported_at": at,
    }
    receipt = services.report_incident(
        CAST.public, new_report(**(values | changes)), at=at, sender=Sender(device=f"{number:032}")
    )
    folding.fold_flood(receipt.incident_id, at=at)
    return receipt


def flood(count: int = FLOOD_FROM) -> list[Receipt]:
    return [one(number) for number in range(count)]


def row(incident_id: UUID) -> Incident:
    with eyes(folding.FOLDER):
        found = Incident.objects.visible_to(folding.FOLDER).get(pk=incident_id)
    return found


def listed(actor: Actor = CAST.wu, **wanted: Any) -> list[UUID]:
    with eyes(actor):
        page = queries.list_incidents(actor, Filter(**wanted), at=MONDAY_10, cursor=None, size=100)
    return [found.pk for found in page.rows]


def step_taken(walk: Walk, action: Action) -> None:
    """What the queue does after a step."""
    tell_of(walk.case, action, unit_id=None, at=walk.at, version=walk.row.version)
    folding.lead_folded(walk.case, action, at=walk.at)


def test_below_the_threshold_everything_stands_alone() -> None:
    receipts = flood(FLOOD_FROM - 1)
    assert set(listed()) == {each.incident_id for each in receipts}


def test_from_the_threshold_on_the_desk_sees_one_row_with_a_count() -> None:
    receipts = flood(FLOOD_FROM + 2)
    head, *members = (each.incident_id for each in receipts)
    assert listed() == [head]
    assert row(head).fold_count == FLOOD_FROM + 1
    with eyes(CAST.wu):
        assert [each.pk for each in folded_into(CAST.wu, head)] == members
        assert sum(queries.inbox_counts(CAST.wu, at=MONDAY_10).values()) == 1
    assert listed(receipt_no=receipts[3].receipt_no) == [members[2]], "asked by number it is found"


def test_words_place_hour_and_danger_keep_apart() -> None:
    heads = flood()
    other_words = one(20, words="路灯不亮，晚上很黑").incident_id
    other_place = one(21, position=spot(east=0.9)).incident_id
    danger = one(22, words="小区门口水管爆裂，水漫到马路上了，有人触电").incident_id
    urgent = one(23, is_urgent=True).incident_id
    about = one(24, about_unit_id=CAST.qian.unit_id).incident_id
    head = heads[0].incident_id
    assert row(one(25).incident_id).head_id == head
    next_hour = one(95).incident_id
    for apart in (other_words, other_place, danger, urgent, about, next_hour):
        assert row(apart).head_id is None


def test_staff_reports_and_tips_never_fold() -> None:
    flood()
    at = MONDAY_10 + MINUTE
    told = {"words": "小区门口水管爆裂，水漫到马路上了", "reported_at": at}
    somewhere = Sender(device="s" * 32)
    by_officer = services.report_incident(CAST.lin, new_report(**told), at=at, sender=somewhere)
    tip = services.report_tip(CAST.public, new_report(**told), at=at, sender=somewhere)
    by_program = services.report_incident(CAST.public, new_report(**told), at=at, sender=Sender())
    for each in (by_officer, tip, by_program):
        assert folding.fold_flood(each.incident_id, at=at) == 0


def test_folding_twice_and_again_changes_nothing() -> None:
    receipts = flood()
    before = [(row(each.incident_id).version, row(each.incident_id).fold_count) for each in receipts]
    for each in receipts:
        assert folding.fold_flood(each.incident_id, at=MONDAY_10 + MINUTE * 9) == 0
    assert [(row(each.incident_id).version, row(each.incident_id).fold_count) for each in receipts] == before


def test_members_follow_the_course_and_each_is_rated_by_its_own_reporter() -> None:
    receipts = flood()
    walk = Walk(receipts[0], MONDAY_10 + timedelta(hours=1))
    for action, take in (
        (Action.ACCEPT, walk.accepted),
        (Action.DISPATCH, walk.dispatched),
        (Action.TAKE, walk.taken),
        (Action.HANDLE, walk.handled),
        (Action.PASS_CHECK, walk.passed),
        (Action.CLOSE, walk.closed),
    ):
        take()
        step_taken(walk, action)
        step_taken(walk, action)  # at least once: again does nothing
    late = Walk(receipts[-1], walk.at)
    assert (late.row.state, late.row.item_code) == (State.CLOSED, RUBBISH)
    course = [(step.action, step.from_state, step.to_state) for step in late.steps]
    assert [name for name, _, _ in course] == [
        *("report", "fold", "accept", "dispatch", "take", "handle", "pass_check", "close"),
    ]
    for name, before, after in course[2:]:
        assert TABLE[State(before), Action(name)].target == after
    reporter, _ = services.proved_reporter(CAST.public, receipts[-1].tracking_code)
    with eyes(reporter):
        services.rate_incident(reporter, late.case, Verdict(stars=2, is_solved=False), at=late.later())
    assert row(receipts[0].incident_id).version == walk.row.version
    assert [step.action for step in walk.steps].count("rate") == 0


def test_who_reported_a_member_hears_of_it_and_the_unit_hears_once() -> None:
    receipts = [one(number) for number in range(FLOOD_FROM - 1)]
    named = new_report(
        words="小区门口水管爆裂，水漫到马路上了", reported_at=MONDAY_10 + MINUTE, address="迎春路"
    )
    mine = services.report_incident(CAST.li, named, at=MONDAY_10 + MINUTE * 8, sender=Sender(device="l" * 32))
    assert folding.fold_flood(mine.incident_id, at=MONDAY_10 + MINUTE * 8) == FLOOD_FROM - 1
    walk = Walk(receipts[0], MONDAY_10 + timedelta(hours=1)).accepted()
    step_taken(walk, Action.ACCEPT)
    member = row(mine.incident_id)
    tell_of(member.pk, Action.ACCEPT, unit_id=None, at=walk.at, version=member.version)
    assert (
        tell_of(member.pk, Action.DISPATCH, unit_id=CAST.qian.unit_id, at=walk.at, version=member.version)
        == 0
    )
    with eyes(folding.FOLDER):
        told = Notice.objects.filter(person_id=CAST.li.person_id).values_list("title_zh", flat=True)
        assert list(told) == ["您反映的事项已受理"]


def test_one_that_comes_later_catches_up() -> None:
    receipts = flood()
    walk = Walk(receipts[0], MONDAY_10 + MINUTE * 10).accepted()
    step_taken(walk, Action.ACCEPT)
    late = Walk(one(30), walk.at)
    assert late.row.head_id == walk.case
    assert (late.row.state, [step.action for step in late.steps]) == (
        State.ACCEPTED,
        ["report", "fold", "accept"],
    )


def test_one_is_taken_out_and_put_back() -> None:
    receipts = flood()
    head, member = receipts[0].incident_id, receipts[3].incident_id
    walk = Walk(receipts[0], MONDAY_10 + MINUTE * 10).accepted()
    step_taken(walk, Action.ACCEPT)
    with pytest.raises(FoldedAway):
        services.accept_incident(CAST.wu, member, item_code=RUBBISH, at=walk.later())
    with pytest.raises(NotInCharge):
        folding.take_out(CAST.zhao, member, at=walk.later())
    folding.take_out(CAST.wu, member, at=walk.later())
    assert set(listed()) == {head, member}
    assert (row(member).state, row(head).fold_count) == (State.REPORTED, FLOOD_FROM - 2)
    with pytest.raises(NotFolded):
        folding.take_out(CAST.wu, member, at=walk.later())
    folding.fold_incident(CAST.wu, member, head_id=head, at=walk.later())
    assert listed() == [head]
    assert (row(member).state, row(head).fold_count) == (State.ACCEPTED, FLOOD_FROM - 1)
    with eyes(folding.FOLDER):
        assert Fold.objects.filter(incident_id=member).count() == 2


def test_what_does_not_belong_together_is_not_folded_by_hand() -> None:
    first, second = reported(), reported()
    done = reported().accepted()
    tip = services.report_tip(CAST.public, new_report(), at=MONDAY_10)
    for member, head in (
        (first.case, first.case),
        (done.case, first.case),
        (first.case, tip.incident_id),
    ):
        with pytest.raises(CannotFold):
            folding.fold_incident(CAST.wu, member, head_id=head, at=MONDAY_10)
    folding.fold_incident(CAST.wu, first.case, head_id=second.case, at=MONDAY_10)
    with pytest.raises(CannotFold):
        folding.fold_incident(CAST.wu, second.case, head_id=done.case, at=MONDAY_10)


def test_who_has_it_reopened_leaves_the_others() -> None:
    receipts = flood()
    walk = Walk(receipts[0], MONDAY_10 + timedelta(hours=1))
    walk.accepted().dispatched().taken().handled().passed().closed()
    step_taken(walk, Action.CLOSE)
    member = receipts[2]
    reporter, _ = services.proved_reporter(CAST.public, member.tracking_code)
    with eyes(reporter):
        services.reopen_incident(reporter, member.incident_id, remark="我家门口还在漏", at=walk.later())
    folding.lead_folded(member.incident_id, Action.REOPEN, at=walk.at)
    assert row(member.incident_id).state == State.ACCEPTED
    assert member.incident_id in listed()
    assert row(receipts[0].incident_id).fold_count == FLOOD_FROM - 2
    folding.lead_folded(member.incident_id, Action.REOPEN, at=walk.at)
    assert row(receipts[0].incident_id).fold_count == FLOOD_FROM - 2
