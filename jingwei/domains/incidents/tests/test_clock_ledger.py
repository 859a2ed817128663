"""The clock ledger: every moment of a matter's life belongs to whoever owed it then."""

import itertools
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.clocks.queries.policy import limits_for
from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.queries.clocks import ledger_for
from jingwei.domains.incidents.rules.clock_ledger import OwnerKind, ledger_of
from jingwei.domains.incidents.rules.clocks import ClockName, clock_facts, pauses_of
from jingwei.domains.incidents.rules.lifecycle import MOVES
from jingwei.domains.incidents.tests.walking import Walk, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, COMMUNITY, MONDAY_10, URBAN

MINUTE = timedelta(minutes=1)
POST = uuid4()


@dataclass(frozen=True)
class Taken:
    """A step as clocks read it."""

    action: str
    to_state: int
    at: datetime
    centre_area: str = COMMUNITY
    post_id: UUID | None = POST
    facts: dict[str, Any] = field(default_factory=dict)


@st.composite
def courses(draw: st.DrawFn) -> list[Taken]:
    """A course that the life-cycle table allows, with whatever time between its steps."""
    steps = [Taken("report", State.REPORTED, MONDAY_10)]
    state, is_suspended, at = State.REPORTED, False, MONDAY_10
    for _ in range(draw(st.integers(0, 14))):
        at += draw(st.integers(0, 5000)) * MINUTE
        possible = [
            one
            for one in MOVES
            if one.state is state
            and (one.action is Action.RESUME) <= is_suspended
            and (not is_suspended or one.action in {Action.RESUME, Action.NOTE, Action.ASK_REPORTER})
        ]
        move = draw(st.sampled_from(possible))
        facts = (
            {"unit_id": str(draw(st.sampled_from([URBAN, POST])))} if move.action is Action.DISPATCH else {}
        )
        is_suspended = {Action.SUSPEND: True, Action.RESUME: False}.get(move.action, is_suspended)
        state = move.target
        steps.append(Taken(move.action.value, state, at, facts=facts))
    return steps


@given(courses(), st.integers(0, 9000))
def test_the_hours_add_up_to_the_life_without_gap_or_overlap(steps: list[Taken], later: int) -> None:
    until = steps[-1].at + later * MINUTE
    found = ledger_of(steps, until=until)
    end = until
    for one in reversed(steps):
        if one.to_state < State.CLOSED:
            break
        end = one.at
    assert sum((one.lasted for one in found), timedelta(0)) == end - steps[0].at
    assert all(one.lasted > timedelta(0) for one in found)
    assert all(one.until_at == other.from_at for one, other in itertools.pairwise(found))
    if found:
        assert (found[0].from_at, found[-1].until_at) == (steps[0].at, end)


@given(courses(), st.integers(0, 9000), st.integers(0, 9000))
def test_a_look_later_only_adds(steps: list[Taken], one: int, more: int) -> None:
    """What was written down of the past stays, however often and however late it is asked for."""
    early = ledger_of(steps, until=steps[-1].at + one * MINUTE)
    late = ledger_of(steps, until=steps[-1].at + (one + more) * MINUTE)
    assert early[:-1] == late[: len(early) - 1] if early else True


@given(courses())
def test_what_is_suspended_belongs_to_nobody(steps: list[Taken]) -> None:
    until = steps[-1].at + 60 * MINUTE
    found = ledger_of(steps, until=until)
    for pause in pauses_of(steps):
        inside = [one for one in found if one.from_at < (pause.until_at or until) and one.until_at > pause.at]
        assert {one.owner.kind for one in inside} <= {OwnerKind.NOBODY}


@given(courses())
def test_clocks_never_begin_before_the_report_nor_end_before_they_began(steps: list[Taken]) -> None:
    from jingwei.domains.clocks.contracts import LimitLine

    line = LimitLine("", False, "4h", "5d", "15d")
    for facts in clock_facts(steps, line, received_at=MONDAY_10).values():
        assert facts.started_at >= MONDAY_10
        assert facts.stopped_at is None or facts.stopped_at >= facts.started_at


def owners(walk: Walk, actor: Actor = CAST.wu, *, at: datetime | None = None) -> list[tuple[str, str, int]]:
    """Kind, name and minutes of every line."""
    with eyes(actor):
        ledger = ledger_for(actor, walk.row, at=at or walk.at)
    return [(one.stretch.owner.kind.value, one.owner_name, one.seconds // 60) for one in ledger.entries]


@pytest.mark.django_db
def test_each_hour_belongs_to_whoever_owed_it() -> None:
    walk = reported().accepted().dispatched().taken().handled().passed()
    walk.later(minutes=50)
    walk.closed()
    found = owners(walk, at=walk.at + timedelta(days=3))
    assert [(kind, minutes) for kind, _, minutes in found] == [
        ("centre", 10),
        ("centre", 10),
        ("unit", 10),
        ("post", 10),
        ("centre", 10),
        ("centre", 60),
    ]
    assert found[0][1]
    assert found[2][1]
    assert found[3][1]


@pytest.mark.django_db
def test_a_returned_task_is_the_centres_again_and_the_next_units_after_it() -> None:
    walk = reported().accepted().dispatched()
    services.return_task(CAST.qian, walk.case, remark="不属于我单位", at=walk.later())
    walk.later(minutes=30)
    walk.dispatched()
    found = owners(walk, at=walk.later())
    assert [one[0] for one in found] == ["centre", "centre", "unit", "centre", "unit"]
    assert found[3][2] == 40


@pytest.mark.django_db
def test_the_reporter_owes_an_answer_for_three_days_at_most() -> None:
    walk = reported().accepted()
    services.ask_reporter(CAST.wu, walk.case, remark="请问是哪一栋楼", at=walk.later())
    found = owners(walk, at=walk.at + timedelta(days=4))
    assert [(kind, minutes) for kind, _, minutes in found[-2:]] == [("reporter", 3 * 1440), ("centre", 1440)]
    services.answer_question(CAST.li, walk.case, words="三栋", at=walk.later(days=1))
    found = owners(walk, at=walk.later(minutes=5))
    assert [(kind, minutes) for kind, _, minutes in found[-2:]] == [("reporter", 1440), ("centre", 5)]


@pytest.mark.django_db
def test_a_pause_stops_solution_and_progress_but_belongs_to_nobody() -> None:
    walk = reported().accepted().dispatched().taken()
    with eyes(CAST.wu):
        before = {one.clock: one for one in ledger_for(CAST.wu, walk.row, at=walk.at).clocks}
    walk.suspended(days=10)
    with eyes(CAST.wu):
        paused = {one.clock: one for one in ledger_for(CAST.wu, walk.row, at=walk.at).clocks}
    services.resume_incident(CAST.wu, walk.case, at=walk.later(days=7))
    with eyes(CAST.wu):
        ledger = ledger_for(CAST.wu, walk.row, at=walk.at)
    after = {one.clock: one for one in ledger.clocks}
    assert paused[ClockName.SOLUTION].due_at is None
    assert before[ClockName.SOLUTION].due_at is not None
    assert after[ClockName.SOLUTION].due_at is not None
    assert after[ClockName.SOLUTION].due_at > before[ClockName.SOLUTION].due_at + timedelta(days=6)
    assert before[ClockName.FIRST].stopped_at == MONDAY_10 + timedelta(minutes=10)
    assert next(one.owner.kind for one in ledger.totals) is OwnerKind.NOBODY
    assert ledger.seconds == sum(one.seconds for one in ledger.totals) == 7 * 86400 + 40 * 60


@pytest.mark.django_db
def test_time_granted_moves_the_solution_clock() -> None:
    walk = reported().accepted().dispatched().taken()
    services.ask_extension(CAST.qian, walk.case, remark="需要采购配件", limit="2d", at=walk.later())
    services.grant_extension(CAST.wu, walk.case, at=walk.later())
    limits = limits_for(walk.row.item_code, is_urgent=False, at=MONDAY_10)
    facts = clock_facts(walk.steps, limits, received_at=MONDAY_10)
    assert [one.at for one in facts[ClockName.SOLUTION].grants] == [walk.at]


@pytest.mark.django_db
def test_whoever_reported_sees_units_but_no_posts() -> None:
    walk = reported().accepted().dispatched().taken()
    found = owners(walk, CAST.li, at=walk.later())
    assert [(kind, bool(name)) for kind, name, _ in found] == [
        ("centre", True),
        ("centre", True),
        ("unit", True),
        ("post", False),
    ]


@pytest.mark.django_db
def test_a_folded_report_keeps_its_time_with_the_other() -> None:
    head, member = reported(), reported(CAST.wang)
    from jingwei.domains.incidents.services.folding import fold_incident

    fold_incident(CAST.wu, member.case, head_id=head.case, at=member.later())
    found = owners(member, at=member.later(minutes=30))
    assert found == [("centre", found[0][1], 10), ("head", head.receipt.receipt_no, 30)]


def reopened(**facts: str) -> OwnerKind:
    """Whose turn it is after the reopening of what was closed together with another matter."""
    together = {"with": "H"}
    course = [
        Taken("report", State.REPORTED, MONDAY_10),
        Taken("fold", State.REPORTED, MONDAY_10 + MINUTE, facts={"head": "H"}),
        Taken("accept", State.ACCEPTED, MONDAY_10 + 2 * MINUTE, facts=together),
        Taken("close", State.CLOSED, MONDAY_10 + 3 * MINUTE, facts=together),
        Taken("reopen", State.ACCEPTED, MONDAY_10 + 4 * MINUTE, facts=facts),
    ]
    return ledger_of(course, until=MONDAY_10 + 10 * MINUTE)[-1].owner.kind


def test_what_is_reopened_with_its_head_stays_with_it_and_by_itself_stands_by_itself() -> None:
    assert reopened(**{"with": "H"}) is OwnerKind.HEAD
    assert reopened() is OwnerKind.CENTRE
