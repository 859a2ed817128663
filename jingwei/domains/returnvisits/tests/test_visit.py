"""A closing is drawn or asked for, called, answered; “not solved” takes the matter up again."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import ProgrammingError

from jingwei.domains.clocks.queries.watches import watch_of
from jingwei.domains.clocks.services.watches import sweep_watches
from jingwei.domains.incidents.contracts import Action, Identity, State
from jingwei.domains.incidents.queries import receivers_for
from jingwei.domains.incidents.services import Verdict, rate_incident, reopen_incident
from jingwei.domains.incidents.tests.walking import reported, stored, tipped
from jingwei.domains.returnvisits.contracts import PolicyLine, VisitState, VisitWay
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.returnvisits.queries.file_section import file_section
from jingwei.domains.returnvisits.queries.rates import visit_rates
from jingwei.domains.returnvisits.queries.visits import VisitFilter, list_visits
from jingwei.domains.returnvisits.rules.answering import VisitAnswer
from jingwei.domains.returnvisits.rules.refusals import (
    NobodyToVisit,
    NotYourVisit,
    VisitOver,
    VisitUnknown,
)
from jingwei.domains.returnvisits.services import ask_visit, mark_late, record_visit
from jingwei.domains.returnvisits.services.keeping import VISIT
from jingwei.domains.returnvisits.tests.visiting import (
    after,
    closed,
    counted_again,
    everybody_is_visited,
    has_visit,
    hear,
    sums,
    visit_of,
)
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.documents.contracts import Asked, Language
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, COMMUNITY, COUNTY, MONDAY_10, TOWNSHIP, URBAN, WATER, centre

pytestmark = pytest.mark.django_db
NO_ANSWER = VisitAnswer(False, remark="无人接听")
GOOD = VisitAnswer(True, is_solved=True, stars=5, remark="很快")
BAD = VisitAnswer(True, is_solved=False, stars=1, remark="又堆起来了")


def sees(actor: Actor, visit: Visit) -> bool:
    """Both fences, which must agree."""
    with eyes(actor):
        by_query = Visit.objects.visible_to(actor).filter(pk=visit.pk).exists()
        by_database = Visit.objects.unscoped("the test compares the fences").filter(pk=visit.pk).exists()
    assert by_query == by_database, actor.name
    return by_database


def test_without_a_policy_only_whoever_asked_is_visited() -> None:
    assert not has_visit(closed())
    open_one = reported(CAST.public).accepted()
    with eyes(CAST.wu):
        wish = ask_visit(CAST.wu, open_one.case, reason="反映人要求办完后告知", at=open_one.at)
        again = ask_visit(CAST.wu, open_one.case, reason="又要求一次", at=open_one.at)
    assert (wish.state, wish.pk, wish.closed_at) == (VisitState.WISHED, again.pk, None)
    assert watch_of(VISIT, wish.pk) is None
    open_one.dispatched().taken().handled().passed().closed()
    hear(open_one, Action.CLOSE)
    row = visit_of(open_one)
    assert (row.pk, row.state, row.why, row.asked_by_name) == (wish.pk, "waiting", "asked", "吴芳")
    assert (row.unit_id, row.handler_unit_id) == (centre(COMMUNITY), URBAN)
    watch = watch_of(VISIT, row.pk)
    assert watch is not None
    assert watch.due_at == row.due_at
    late = closed()
    with eyes(CAST.zhao):
        assert ask_visit(CAST.zhao, late.case, reason="来电要求", at=late.at).state == VisitState.WAITING


def test_nobody_is_visited_who_cannot_be_or_must_not_be() -> None:
    everybody_is_visited()
    silent = closed(reporter_phone="")
    anonymous = closed(identity=Identity.ANONYMOUS, reporter_phone="")
    assert not has_visit(silent)
    assert not has_visit(anonymous)
    tip = tipped(CAST.public)
    with eyes(CAST.machine):
        receiver = stored(tip.case)
    assert receiver.receiving_post_id is not None
    with pytest.raises(NobodyToVisit), eyes(CAST.wu):
        ask_visit(CAST.wu, silent.case, reason="核对", at=silent.at)


def test_a_share_of_none_draws_nobody_and_the_line_of_the_place_decides() -> None:
    everybody_is_visited(lines=(PolicyLine("", TOWNSHIP, 0), PolicyLine("", "", 100)))
    assert not has_visit(closed())


def test_a_call_is_tried_again_and_then_given_up() -> None:
    everybody_is_visited()
    visit = visit_of(walk := closed())
    for tries, state in ((1, "waiting"), (2, "unreached")):
        with eyes(CAST.wu):
            row = record_visit(CAST.wu, visit.pk, NO_ANSWER, at=after(walk, hours=tries))
        assert (row.tries, row.state) == (tries, state)
    watch = watch_of(VISIT, visit.pk)
    assert watch is not None
    assert (watch.ended_at, watch.outcome) == (after(walk, hours=2), "unreached")
    with pytest.raises(VisitOver), eyes(CAST.wu):
        record_visit(CAST.wu, visit.pk, GOOD, at=after(walk, hours=3))
    assert sums() == counted_again()
    assert (sums()["planned"], sums()["unreached"]) == (1, 1)


def test_not_solved_takes_the_matter_up_again_with_its_course() -> None:
    everybody_is_visited()
    visit = visit_of(walk := closed())
    steps = len(walk.steps)
    with eyes(CAST.wu):
        row = record_visit(CAST.wu, visit.pk, BAD, at=after(walk))
    assert (row.state, row.is_solved, row.way, row.by_name) == ("reached", False, VisitWay.PHONE, "吴芳")
    assert row.reopened_at == after(walk)
    matter = walk.row
    assert (matter.state, matter.closed_at, matter.stage_started_at) == (State.ACCEPTED, None, after(walk))
    last = walk.steps[-1]
    assert (len(walk.steps), last.action, last.remark) == (
        steps + 1,
        "reopen",
        "回访：反映人表示没有解决。又堆起来了",
    )
    hear(walk, Action.REOPEN)
    assert visit_of(walk).state == "reached"
    walk.at = after(walk, hours=2)
    walk.dispatched().taken().handled().passed().closed()
    hear(walk, Action.CLOSE)
    assert visit_of(walk).state == "waiting"  # another closing, another visit
    assert sums() == counted_again() | {"planned": 2}


def test_the_unit_that_had_it_is_proposed_first_again() -> None:
    everybody_is_visited()
    walk = reported(CAST.public).accepted().dispatched(unit_id=WATER).taken(CAST.feng).handled(CAST.feng)
    walk.passed().closed()
    hear(walk, Action.CLOSE)
    with eyes(CAST.wu):
        record_visit(CAST.wu, visit_of(walk).pk, BAD, at=after(walk))
        first, *others = receivers_for(walk.row, words="", at=after(walk))
    assert (first.unit.unit_id, first.is_former, first.is_responsible) == (WATER, True, False)
    assert others
    assert not any(one.is_former for one in others)


def test_an_answer_stands_also_when_it_is_too_late_to_reopen() -> None:
    everybody_is_visited()
    visit = visit_of(walk := closed())
    with eyes(CAST.wu):
        row = record_visit(CAST.wu, visit.pk, BAD, at=after(walk, days=40))
    assert (row.state, row.reopened_at, walk.row.state) == ("reached", None, State.CLOSED)


def test_who_rates_by_themselves_is_not_called_and_not_solved_counts_there_too() -> None:
    everybody_is_visited()
    happy, unhappy = closed(CAST.li), closed(CAST.li)
    for walk, stars, is_solved in ((happy, 5, True), (unhappy, 2, False)):
        rate_incident(CAST.li, walk.case, Verdict(stars=stars, is_solved=is_solved), at=walk.later())
        hear(walk, Action.RATE)
    assert (visit_of(happy).way, visit_of(happy).stars) == (VisitWay.APP, 5)
    assert (visit_of(unhappy).is_solved, unhappy.row.state) == (False, State.ACCEPTED)
    assert sums() == counted_again()
    with eyes(CAST.machine):
        told = Notice.objects.filter(kind="returnvisits.reporter", person_id=CAST.li.person_id)
        assert told.count() == 2


def test_a_matter_that_was_taken_up_again_meanwhile_is_not_asked_about() -> None:
    everybody_is_visited()
    walk = closed(CAST.li)
    reopen_incident(CAST.li, walk.case, remark="第二天又有了", at=walk.later())
    hear(walk, Action.REOPEN)
    assert visit_of(walk).state == "withdrawn"
    assert sums() == dict.fromkeys(sums(), 0)


def test_the_centre_that_asks_writes_it_down_and_nobody_else() -> None:
    everybody_is_visited()
    visit = visit_of(walk := closed())
    for who in (CAST.wu, CAST.zhao, CAST.sun, CAST.guo, CAST.qian, CAST.xu, CAST.lin, CAST.gao):
        assert sees(who, visit), who.name
    for who in (CAST.mao, CAST.zhou, CAST.tang, CAST.feng, CAST.chen, CAST.li, CAST.public):
        assert not sees(who, visit), who.name
    with pytest.raises(NotYourVisit), eyes(CAST.zhao):
        record_visit(CAST.zhao, visit.pk, GOOD, at=after(walk))
    with pytest.raises(VisitUnknown), eyes(CAST.mao):
        record_visit(CAST.mao, visit.pk, GOOD, at=after(walk))
    with pytest.raises(Forbidden):
        record_visit(CAST.qian, visit.pk, GOOD, at=after(walk))
    copy = {one.attname: getattr(visit, one.attname) for one in Visit._meta.fields}
    with pytest.raises(ProgrammingError, match="row-level security"), eyes(CAST.wu):
        Visit(**(copy | {"id": uuid4(), "closed_at": MONDAY_10, "link_index": None})).save(force_insert=True)


def test_the_unit_a_matter_is_about_never_learns_what_was_said() -> None:
    everybody_is_visited()
    walk = reported(CAST.public, about_unit_id=URBAN, identity=Identity.CONFIDENTIAL)
    walk.accepted(CAST.he).dispatched(CAST.he, unit_id=centre(COUNTY)).taken(CAST.sun)
    walk.handled(CAST.sun).passed(CAST.he).closed(CAST.he)
    hear(walk, Action.CLOSE)
    visit = visit_of(walk)
    assert (visit.about_unit_id, visit.unit_id) == (URBAN, walk.row.centre_id)
    for who in (CAST.qian, CAST.xu, CAST.wu, CAST.zhao):
        assert not sees(who, visit), who.name
    with eyes(CAST.xu):
        assert list_visits(CAST.xu, VisitFilter(), cursor=None, size=10).rows == []


def test_a_visit_that_is_not_made_in_time_is_late_and_nobody_without_a_phone_is_called() -> None:
    everybody_is_visited()
    late, quiet = closed(), closed(CAST.li, reporter_phone="")
    visit, other = visit_of(late), visit_of(quiet)
    assert (visit.has_phone, other.has_phone) == (True, False)
    assert visit.due_at is not None
    mark_late(visit.pk, at=visit.due_at - timedelta(minutes=1))
    assert visit_of(late).is_late is False
    over = max(visit.due_at, other.due_at or visit.due_at) + timedelta(minutes=1)
    assert sweep_watches(at=over) >= 2
    for one in (visit, other):
        mark_late(one.pk, at=over)
        mark_late(one.pk, at=over)
    assert (visit_of(late).is_late, visit_of(late).state) == (True, "waiting")
    assert visit_of(quiet).state == "unreached"
    assert sums() == counted_again()


def rates(actor: Actor, **changes: Any) -> Any:
    day = local(MONDAY_10).date()
    values = {"area_code": None, "unit_id": None, "from_on": day, "until_on": day + timedelta(days=1)}
    with eyes(actor):
        return visit_rates(actor, **(values | changes))


def test_the_rates_are_those_of_ones_own_sight_by_area_and_unit() -> None:
    everybody_is_visited()
    answered = ((GOOD, CAST.wu), (BAD, CAST.wu), (VisitAnswer(True, is_solved=True, stars=3), CAST.wu))
    for answer, who in answered:
        visit = visit_of(walk := closed())
        with eyes(who):
            record_visit(who, visit.pk, answer, at=after(walk))
    closed()
    assert sums() == counted_again()
    found = rates(CAST.sun)
    assert (found.total.planned, found.total.reached, found.total.waiting) == (4, 3, 1)
    assert (found.total.contact_share, found.total.solved_share) == (1.0, pytest.approx(2 / 3))
    assert found.total.satisfied_share == pytest.approx(1 / 3)
    by_area = {one.area_code: one.rates.planned for one in found.areas}
    assert by_area[TOWNSHIP] == 4
    assert sum(by_area.values()) == 4
    assert [(one.unit_id, one.rates.planned) for one in found.units] == [(URBAN, 4)]
    assert rates(CAST.xu).total.planned == 4  # its own work
    assert rates(CAST.tang).total.planned == 0
    assert rates(CAST.sun, unit_id=centre(COUNTY)).total.planned == 0
    assert rates(CAST.sun, area_code=COMMUNITY).total.planned == 4
    assert rates(CAST.sun, from_on=date.max, until_on=date.max).total.planned == 0


def test_the_list_is_narrowed_and_paged() -> None:
    everybody_is_visited()
    walks = [closed() for _ in range(3)]
    with eyes(CAST.wu):
        record_visit(CAST.wu, visit_of(walks[0]).pk, GOOD, at=after(walks[0]))
        waiting = VisitFilter(state=VisitState.WAITING, is_mine=True)
        first = list_visits(CAST.wu, waiting, cursor=None, size=1)
        rest = list_visits(CAST.wu, waiting, cursor=first.next_cursor, size=5)
        assert {one.incident_id for one in (*first.rows, *rest.rows)} == {walks[1].case, walks[2].case}
        assert rest.next_cursor is None
        every = list_visits(CAST.wu, VisitFilter(), cursor=None, size=2)
        last = list_visits(CAST.wu, VisitFilter(), cursor=every.next_cursor, size=2)
        assert len({one.pk for one in (*every.rows, *last.rows)}) == 3
        for narrowed, count in (
            (VisitFilter(is_solved=True), 1),
            (VisitFilter(is_satisfied=False), 0),
            (VisitFilter(handler_unit_id=URBAN, area_code=TOWNSHIP, item_code="01"), 3),
            (VisitFilter(from_on=local(MONDAY_10).date() + timedelta(days=1)), 0),
            (VisitFilter(until_on=local(MONDAY_10).date()), 3),
            (VisitFilter(incident_id=walks[1].case), 1),
        ):
            assert len(list_visits(CAST.wu, narrowed, cursor=None, size=9).rows) == count, narrowed


def test_it_stands_in_the_file_of_the_matter_but_not_for_outsiders() -> None:
    everybody_is_visited()
    visit = visit_of(walk := closed())
    with eyes(CAST.wu):
        record_visit(CAST.wu, visit.pk, GOOD, at=after(walk))
        (table,) = file_section(CAST.wu, walk.case, Asked(Language.ZH, is_outside=False, at=after(walk)))
        assert {"已回访", "电话", "已解决", "很满意", "很快", "吴芳"} <= set(table.rows[0])
        assert file_section(CAST.wu, walk.case, Asked(Language.ZH, is_outside=True, at=after(walk))) == ()
