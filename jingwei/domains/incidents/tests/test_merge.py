"""Staff merge what is one matter: everybody who reported it is told and rates it, and it is done once."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.queries import Filter
from jingwei.domains.incidents.queries.demand import Demand, demand_of
from jingwei.domains.incidents.queries.merging import merge_suggestions
from jingwei.domains.incidents.rules.folding import CannotFold, FoldedAway, NotInCharge
from jingwei.domains.incidents.rules.merging import Reason, Standing, merge_hindrance
from jingwei.domains.incidents.rules.nearby import MOST_SHOWN
from jingwei.domains.incidents.services import Verdict, folding
from jingwei.domains.incidents.services.merging import merge_incidents
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.walking import Walk, can_see, reported, spot
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, GRID_1, MONDAY_10

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def follow(walk: Walk, action: Action) -> None:
    """What the queue does after a step."""
    tell_of(walk.case, action, unit_id=None, at=walk.at, version=walk.row.version)
    folding.lead_folded(walk.case, action, at=walk.at)


def listed() -> list[UUID]:
    with eyes(CAST.wu):
        page = queries.list_incidents(CAST.wu, Filter(), at=MONDAY_10, cursor=None, size=100)
        return [row.pk for row in page.rows]


def demand() -> Demand:
    with eyes(CAST.wu):
        return demand_of(CAST.wu, area_code=None, since=MONDAY_10 - HOUR, until=MONDAY_10 + HOUR)


def test_several_become_one_piece_of_work_and_stay_as_many_demands() -> None:
    head, waiting, accepted = reported().accepted(), reported(CAST.wang), reported().accepted()
    merge_incidents(CAST.wu, head.case, [waiting.case, accepted.case], at=head.later())
    assert listed() == [head.case]
    assert (head.row.fold_count, demand()) == (2, Demand(demand=3, work=1, merged=2, children=0, recurred=0))
    for member in (waiting, accepted):
        assert (member.row.head_id, member.row.state) == (head.case, State.ACCEPTED)
        with pytest.raises(FoldedAway):
            services.dispatch_incident(CAST.wu, member.case, unit_id=CAST.qian.unit_id, at=head.later())  # type: ignore[arg-type]
    merge_incidents(CAST.wu, head.case, [waiting.case, accepted.case], at=head.later())
    assert head.row.fold_count == 2, "sent again, nothing happens"


def test_every_member_has_an_unbroken_course_of_its_own() -> None:
    head, accepted = reported().accepted().dispatched(), reported(CAST.wang).accepted()
    merge_incidents(CAST.wu, head.case, [accepted.case], at=head.later())
    head.taken()
    follow(head, Action.TAKE)
    course = [(step.action, step.from_state, step.to_state) for step in accepted.steps]
    assert [name for name, _, _ in course] == ["report", "accept", "fold", "dispatch", "take"]
    assert all(before[2] == after[1] for before, after in pairwise(course))


def test_everybody_is_told_and_rates_for_themselves() -> None:
    head, member = reported(CAST.li), reported(CAST.wang)
    merge_incidents(CAST.wu, head.case, [member.case], at=head.later())
    tell_of(member.case, Action.FOLD, unit_id=None, at=head.at, version=member.row.version)
    for action, take in (
        (Action.ACCEPT, head.accepted),
        (Action.DISPATCH, head.dispatched),
        (Action.TAKE, head.taken),
        (Action.HANDLE, head.handled),
        (Action.PASS_CHECK, head.passed),
        (Action.CLOSE, head.closed),
    ):
        take()
        follow(head, action)
        tell_of(member.case, action, unit_id=None, at=head.at, version=member.row.version)
    with eyes(CAST.machine):
        told = {
            who: list(Notice.objects.filter(person_id=who.person_id).values_list("title_zh", flat=True))
            for who in (CAST.li, CAST.wang)
        }
    assert "您反映的事项与同一件事合并办理" in told[CAST.wang]
    assert "您反映的事项与同一件事合并办理" not in told[CAST.li]
    for who, walk in ((CAST.li, head), (CAST.wang, member)):
        assert "您反映的事项已办结，请评价" in told[who]
        services.rate_incident(who, walk.case, Verdict(stars=4, is_solved=True), at=head.later())


def test_taken_out_again_it_stands_by_itself_and_its_reporter_is_told() -> None:
    head, member = reported(), reported(CAST.wang)
    merge_incidents(CAST.wu, head.case, [member.case], at=head.later())
    folding.take_out(CAST.wu, member.case, at=head.later())
    assert (member.row.head_id, head.row.fold_count, demand().work) == (None, 0, 2)
    tell_of(member.case, Action.UNFOLD, unit_id=None, at=head.at, version=member.row.version)
    with eyes(CAST.machine):
        assert Notice.objects.filter(person_id=CAST.wang.person_id, title_zh__contains="单独办理").exists()


def test_all_are_merged_or_none() -> None:
    head, fits, dispatched = reported(), reported(), reported().accepted().dispatched()
    with pytest.raises(CannotFold, match="已派遣"):
        merge_incidents(CAST.wu, head.case, [fits.case, dispatched.case], at=head.later())
    assert (fits.row.head_id, head.row.fold_count) == (None, 0)
    with pytest.raises(NotInCharge):
        merge_incidents(CAST.zhao, head.case, [fits.case], at=head.later())


def test_nobody_gains_sight_but_those_who_have_a_part_in_the_one_it_became() -> None:
    head, member = reported().accepted().dispatched(), reported(CAST.wang)
    assert not can_see(CAST.qian, member.case)
    merge_incidents(CAST.wu, head.case, [member.case], at=head.later())
    assert can_see(CAST.qian, member.case)
    assert not can_see(CAST.feng, member.case)
    assert not can_see(CAST.li, member.case)
    assert not can_see(CAST.wang, head.case)


def test_suggestions_say_why_and_what_stands_in_the_way() -> None:
    head = reported(item_code="010101").accepted()
    same = reported(CAST.wang, words="楼下垃圾堆了好几天没人清运", position=spot(east=0.502))
    elsewhere = reported(words="路灯不亮，晚上很黑", position=spot(GRID_1, east=0.501))
    dispatched = reported().accepted().dispatched()
    with eyes(CAST.wu):
        incident = queries.incident_for(CAST.wu, head.case)
        found = merge_suggestions(CAST.wu, incident, at=head.at)
    assert [one.incident.pk for one in found] == [dispatched.case, same.case]
    reasons = {because.reason for because in found[1].reasons}
    assert reasons == {Reason.LIKE_WORDS, Reason.SAME_PLACE, Reason.SAME_TIME}
    assert elsewhere.case not in {one.incident.pk for one in found}


def test_at_a_crowded_place_the_one_that_reads_the_same_is_found_behind_the_others() -> None:
    words = "幼儿园围墙外面的枯树快倒了"
    head = reported(words=words, position=spot(east=0.5))
    for number in range(MOST_SHOWN):
        reported(words=f"路灯坏了第{number}盏", position=spot(east=0.5))
    same = reported(CAST.wang, words=f"{words}，请快来", position=spot(east=0.503))
    with eyes(CAST.wu):
        incident = queries.incident_for(CAST.wu, head.case)
        found = merge_suggestions(CAST.wu, incident, at=head.at)
    assert same.case in {one.incident.pk for one in found}


def test_what_does_not_fit_is_refused_with_the_reason() -> None:
    plain = Standing(
        state=State.REPORTED,
        centre="one",
        is_member=False,
        is_head=False,
        is_apart=True,
        is_suspended=False,
        has_children=False,
    )
    assert merge_hindrance(plain, plain) is None
    for member, head in (
        (replace(plain, state=State.ACCEPTED), plain),
        (replace(plain, state=State.HANDLING), replace(plain, state=State.HANDLING)),
        (replace(plain, is_member=True), plain),
        (replace(plain, is_head=True), plain),
        (replace(plain, is_apart=False), plain),
        (replace(plain, is_suspended=True), plain),
        (replace(plain, has_children=True), plain),
        (replace(plain, centre="other"), plain),
        (plain, replace(plain, state=State.CLOSED)),
        (plain, replace(plain, is_member=True)),
        (plain, replace(plain, is_apart=False)),
    ):
        hindrance = merge_hindrance(member, head)
        assert hindrance is not None
        assert all(hindrance)


def test_whoever_rated_a_merged_report_is_not_asked_to_rate_it_again() -> None:
    head, member = reported(CAST.wang).accepted(), reported(CAST.li).accepted()
    merge_incidents(CAST.wu, head.case, [member.case], at=head.later())
    head.dispatched().taken().handled().passed().closed()
    follow(head, Action.CLOSE)
    member.at = head.at

    def offered() -> set[Action]:
        with eyes(CAST.li):
            row = queries.incident_for(CAST.li, member.case)
            return {move.action for move in queries.actions_for(CAST.li, row, at=member.later())}

    assert offered() == {Action.RATE, Action.REOPEN}
    services.rate_incident(
        CAST.li, member.case, Verdict(stars=3, is_solved=True, remark=""), at=member.later()
    )
    assert offered() == {Action.REOPEN}
