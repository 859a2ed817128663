"""The life-cycle table, pair by pair."""

import itertools

import pytest

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.lifecycle import (
    ACTION_LABELS,
    MOVES,
    STAGE_OF,
    STATE_LABELS,
    TABLE,
    WHILE_SUSPENDED,
    Need,
    Shift,
    Stage,
    Who,
    is_open,
    move_for,
    moves_from,
)
from jingwei.domains.incidents.rules.refusals import StepRefused, WhileSuspended
from jingwei.domains.incidents.rules.sight import WHO_LABELS
from jingwei.domains.incidents.services.course import permission_of
from jingwei.foundation.access.contracts import Permission, Role
from jingwei.foundation.access.rules.permissions import PERMISSIONS

PAIRS = list(itertools.product(State, Action))
FINAL = {State.CLOSED, State.VOIDED}
INTAKE_ONLY = {Action.REPORT, Action.TRANSPLANT, Action.FOLD, Action.UNFOLD}

DISPUTES = " correct reroute object uphold refuse_objection"
# Written out by hand, so that a slip in the table is not copied into its own test.
ASSISTS = " ask_assist take_assist report_assist excuse_assist"
ALLOWED = {
    State.REPORTED: "edit accept correct escalate take_up void note hand_over",
    State.ACCEPTED: "correct escalate take_up void dispatch suspend resume split note hand_over" + ASSISTS,
    State.DISPATCHED: "take return assign recall suspend resume split note hand_over" + DISPUTES + ASSISTS,
    State.HANDLING: (
        "return assign recall handle ask_extension grant_extension refuse_extension suspend resume split note "
        "hand_over" + DISPUTES + ASSISTS
    ),
    State.HANDLED: "pass_check fail_check note hand_over",
    State.VERIFIED: "fail_check close note hand_over",
    State.CLOSED: "rate reopen note",
    State.VOIDED: "note",
}
LEADS_ELSEWHERE = {
    (State.REPORTED, Action.ACCEPT): State.ACCEPTED,
    (State.REPORTED, Action.VOID): State.VOIDED,
    (State.ACCEPTED, Action.VOID): State.VOIDED,
    (State.ACCEPTED, Action.DISPATCH): State.DISPATCHED,
    (State.DISPATCHED, Action.TAKE): State.HANDLING,
    (State.DISPATCHED, Action.ASSIGN): State.HANDLING,
    (State.DISPATCHED, Action.RETURN): State.ACCEPTED,
    (State.DISPATCHED, Action.RECALL): State.ACCEPTED,
    (State.HANDLING, Action.RETURN): State.ACCEPTED,
    (State.HANDLING, Action.REROUTE): State.DISPATCHED,
    (State.HANDLING, Action.UPHOLD): State.DISPATCHED,
    (State.HANDLING, Action.RECALL): State.ACCEPTED,
    (State.HANDLING, Action.HANDLE): State.HANDLED,
    (State.HANDLED, Action.PASS_CHECK): State.VERIFIED,
    (State.HANDLED, Action.FAIL_CHECK): State.HANDLING,
    (State.VERIFIED, Action.FAIL_CHECK): State.HANDLING,
    (State.VERIFIED, Action.CLOSE): State.CLOSED,
    (State.CLOSED, Action.REOPEN): State.ACCEPTED,
}


WHILE_OPEN = "ask_reporter answer urge instruct"


def allowed_in(state: State) -> set[Action]:
    beside = "" if state in FINAL else WHILE_OPEN
    return {Action(word) for word in f"{ALLOWED[state]} {beside}".split()}


def test_every_pair_is_allowed_exactly_where_the_table_says() -> None:
    for state, action in PAIRS:
        if action in allowed_in(state):
            _leads_where_the_table_says(state, action)
        else:
            _is_refused_with_what_is_possible(state, action)


def _leads_where_the_table_says(state: State, action: Action) -> None:
    move = move_for(state, action, is_suspended=action is Action.RESUME)
    assert (move.state, move.action) == (state, action)
    assert move.target is LEADS_ELSEWHERE.get((state, action), state), (state, action)


def _is_refused_with_what_is_possible(state: State, action: Action) -> None:
    with pytest.raises(StepRefused) as refused:
        move_for(state, action, is_suspended=False)
    open_now = [move.action for move in moves_from(state, is_suspended=False)]
    for one in Action:
        zh, en = ACTION_LABELS[one]
        named_zh = zh in refused.value.text.partition("可执行：")[2].rstrip("。").split("、")
        named_en = en in refused.value.text_en.partition("Possible: ")[2].rstrip(".").split(", ")
        assert named_zh == named_en == (one in open_now), (state, action, one)


def test_while_suspended_only_what_waits_for_it_goes_on() -> None:
    for state, action in PAIRS:
        if action in WHILE_SUSPENDED & allowed_in(state):
            assert move_for(state, action, is_suspended=True).action is action
            continue
        is_known = action in allowed_in(state)
        with pytest.raises(
            WhileSuspended if is_known else StepRefused, match="请先恢复" if is_known else None
        ):
            move_for(state, action, is_suspended=True)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("is_suspended", [False, True])
def test_what_is_offered_is_what_is_allowed(state: State, is_suspended: bool) -> None:
    offered = {move.action for move in moves_from(state, is_suspended=is_suspended)}
    for action in Action:
        try:
            move_for(state, action, is_suspended=is_suspended)
            is_allowed = True
        except (StepRefused, WhileSuspended):
            is_allowed = False
        assert (action in offered) == is_allowed


def test_resuming_is_not_offered_to_what_is_not_suspended() -> None:
    with pytest.raises(StepRefused):
        move_for(State.HANDLING, Action.RESUME, is_suspended=False)


def test_the_table_has_no_two_rows_for_a_pair() -> None:
    assert len(TABLE) == len(MOVES)


def reachable(start: State, leads_to: dict[State, set[State]]) -> set[State]:
    seen, waiting = {start}, [start]
    while waiting:
        for target in leads_to[waiting.pop()] - seen:
            seen.add(target)
            waiting.append(target)
    return seen


LEADS_TO = {state: {move.target for move in MOVES if move.state is state} for state in State}


@pytest.mark.parametrize("state", State)
def test_every_state_is_reached_from_a_report(state: State) -> None:
    assert state in reachable(State.REPORTED, LEADS_TO)


@pytest.mark.parametrize("state", sorted(set(State) - FINAL))
def test_every_open_state_can_come_to_an_end(state: State) -> None:
    assert reachable(state, LEADS_TO) & FINAL
    assert is_open(state)


def test_finished_states_are_not_open_and_have_no_clock() -> None:
    for state in FINAL:
        assert not is_open(state)
        assert STAGE_OF[state] is Stage.NONE
    assert all(STAGE_OF[state] is not Stage.NONE for state in set(State) - FINAL)


def test_some_post_carries_the_permission_of_every_move() -> None:
    for move in MOVES:
        carriers = {role for role, held in PERMISSIONS.items() if move.permission in held}
        assert carriers - {Role.SYSTEM}, (move.state, move.action)


def test_no_action_changes_its_permission_between_states() -> None:
    for action in Action:
        permissions = {move.permission for move in MOVES if move.action is action}
        assert len(permissions) == (0 if action in INTAKE_ONLY else 1)
        if permissions:
            assert permission_of(action) == permissions.pop()


def test_nothing_but_intake_makes_an_incident() -> None:
    assert {move.action for move in MOVES} == set(Action) - INTAKE_ONLY


def test_levels_shift_only_where_the_field_knows_it() -> None:
    shifts = {move.action: move.shift for move in MOVES if move.shift is not Shift.STAYS}
    assert shifts == {Action.ESCALATE: Shift.UP, Action.TAKE_UP: Shift.TO_ACTOR}


def test_handling_needs_proof_and_every_refusal_of_work_a_reason() -> None:
    assert Need.EVIDENCE in TABLE[State.HANDLING, Action.HANDLE].needs
    for action in (
        Action.RETURN,
        Action.RECALL,
        Action.OBJECT,
        Action.UPHOLD,
        Action.REFUSE_OBJECTION,
        Action.REROUTE,
        Action.VOID,
        Action.REOPEN,
        Action.FAIL_CHECK,
        Action.ESCALATE,
    ):
        assert all(Need.REMARK in move.needs for move in MOVES if move.action is action)


def test_reading_permissions_never_move_anything() -> None:
    assert not {Permission.READ_INCIDENT, Permission.TRACK_INCIDENT} & {move.permission for move in MOVES}


def test_everything_has_a_name_in_both_languages() -> None:
    for labels, kinds in [(STATE_LABELS, State), (ACTION_LABELS, Action), (WHO_LABELS, Who)]:
        assert set(labels) == set(kinds)
        assert all(zh.strip() and en.strip() for zh, en in labels.values())
