"""The table of a share's course, the form and the sums: without a database."""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.tasking.contracts import FieldKind, Measure, ShareState, TaskAct
from jingwei.domains.tasking.rules import course, refusals
from jingwei.domains.tasking.rules.course import MOVES, Parties, Who, acts_open_to, require_move
from jingwei.domains.tasking.rules.forms import FormField, checked_values, require_form
from jingwei.domains.tasking.rules.progress import LEFT_OUT, Node, progress_of, whole_of
from jingwei.foundation.access.contracts import Permission
from jingwei.kernel.ids import uuid7
from jingwei.kernel.redlines import RedLineCrossed
from tests.cast import CAST, COMMUNITY, MONDAY_10, TOWNSHIP, centre

BETWEEN = Parties(
    receiver_unit_id=centre(COMMUNITY),
    receiver_post_id=None,
    giver_unit_id=centre(TOWNSHIP),
    giver_post_id=CAST.zhao.post_id,
    above_units=(CAST.sun.unit_id, centre(TOWNSHIP)),  # type: ignore[arg-type]
)
PEOPLE = {Who.RECEIVER: CAST.wu, Who.GIVER: CAST.zhao, Who.ABOVE: CAST.sun}
FORM = [
    FormField("households", "走访户数", FieldKind.NUMBER, is_required=True),
    FormField("kind", "处理方式", FieldKind.CHOICE, options=("清运", "劝导")),
    FormField("on", "完成日期", FieldKind.DATE),
    FormField("words", "说明", FieldKind.TEXT),
    FormField("safe", "通道畅通", FieldKind.YES_NO),
]


def test_every_act_in_every_state_by_everybody_is_what_the_table_says() -> None:
    tried = 0
    for act, state, (side, actor) in product(MOVES, ShareState, PEOPLE.items()):
        move = MOVES[act]
        is_party = side is move.who or (move.who is Who.ABOVE and side is Who.GIVER)
        is_open = is_party and state in move.states
        offered = acts_open_to(actor, state, BETWEEN, permitted=list(Permission))
        assert (act in offered) is is_open, (act, state, side)
        if is_open:
            assert require_move(actor, act, state, BETWEEN, remark="说明原因") is move
        else:
            wanted = refusals.ShareStepRefused if is_party else refusals.NotYourShare
            with pytest.raises(wanted):
                require_move(actor, act, state, BETWEEN, remark="说明原因")
        tried += 1
    assert tried == len(MOVES) * len(ShareState) * 3


def test_a_share_of_a_post_is_nobody_elses_and_what_is_not_permitted_is_not_offered() -> None:
    of_lin = Parties(centre(COMMUNITY), CAST.lin.post_id, centre(COMMUNITY), None, ())
    everything = list(Permission)
    assert TaskAct.ACKNOWLEDGE in acts_open_to(CAST.lin, ShareState.GIVEN, of_lin, permitted=everything)
    assert TaskAct.ACKNOWLEDGE not in acts_open_to(CAST.wu, ShareState.GIVEN, of_lin, permitted=everything)
    assert TaskAct.URGE in acts_open_to(CAST.wu, ShareState.GIVEN, of_lin, permitted=everything)
    assert acts_open_to(CAST.wu, ShareState.GIVEN, of_lin, permitted=[]) == []


def test_returning_sending_back_and_withdrawing_need_a_reason() -> None:
    for act in (one for one, move in MOVES.items() if move.needs_remark):
        move = MOVES[act]
        with pytest.raises(refusals.RemarkNeeded):
            require_move(PEOPLE[move.who], act, min(move.states), BETWEEN, remark=" 无 ")


def test_deadlines_lie_ahead_and_never_behind_ones_own() -> None:
    own = MONDAY_10 + timedelta(days=3)
    course.require_due(own, at=MONDAY_10, own_due_at=own)
    for due_at, limit, refusal in [
        (MONDAY_10, None, refusals.DueTooSoon),
        (MONDAY_10 + timedelta(days=367), None, refusals.DueTooSoon),
        (own + timedelta(minutes=1), own, refusals.DueAfterOwn),
    ]:
        with pytest.raises(refusal):
            course.require_due(due_at, at=MONDAY_10, own_due_at=limit)


def test_numbers_to_reach_belong_to_what_is_counted() -> None:
    course.require_targets(Measure.COUNT, [1, 20])
    course.require_targets(Measure.YES_NO, [None])
    with pytest.raises(refusals.TargetNeeded):
        course.require_targets(Measure.COUNT, [5, None])
    with pytest.raises(refusals.TargetNotCounted):
        course.require_targets(Measure.YES_NO, [5])


def test_a_form_is_checked_when_it_is_made() -> None:
    require_form(FORM)
    for bad in [
        FormField("a", " ", FieldKind.TEXT),
        FormField("a", "说明", FieldKind.DATE),
        FormField("a", "方式", FieldKind.CHOICE, options=("同一", "同一")),
        FormField("a", "数", FieldKind.NUMBER, options=("一", "二")),
    ]:
        with pytest.raises(refusals.BadForm):
            require_form([*FORM, bad])
    with pytest.raises(refusals.BadForm):
        require_form([FormField(f"f{n}", f"第{n}项", FieldKind.TEXT) for n in range(13)])
    for label in ("宗教信仰", "民族"):
        with pytest.raises(RedLineCrossed):
            require_form([FormField("a", label, FieldKind.TEXT)])
        with pytest.raises(RedLineCrossed):
            require_form([FormField("a", "类别", FieldKind.CHOICE, options=("其他", label))])


def test_a_form_is_checked_when_it_is_filled_in() -> None:
    good = {"households": 12, "kind": "清运", "on": "2026-11-18", "words": " 已清 ", "safe": True}
    assert checked_values(FORM, good, is_final=True) == good | {"words": "已清"}
    assert checked_values(FORM, {"words": ""}, is_final=False) == {}
    for bad in [
        {"households": "12"},
        {"households": float("nan")},
        {"households": True},
        {"kind": "烧掉"},
        {"on": "18.11.2026"},
        {"on": "20261118"},
        {"words": "长" * 501},
        {"safe": "是"},
        {"stray": 1},
    ]:
        with pytest.raises(refusals.BadValue):
            checked_values(FORM, bad, is_final=False)
    with pytest.raises(refusals.BadValue):
        checked_values(FORM, {"kind": "清运"}, is_final=True)


@st.composite
def trees(draw: st.DrawFn) -> list[Node]:
    nodes: list[Node] = []
    for _ in range(draw(st.integers(1, 12))):
        above = draw(st.sampled_from([None, *nodes]))
        nodes.append(
            Node(
                share_id=uuid7(),
                parent_id=above.share_id if above else None,
                state=draw(st.sampled_from(list(ShareState))),
                target=draw(st.integers(1, 50)),
                done=draw(st.integers(0, 60)),
            )
        )
    return nodes


@given(trees())
def test_the_sums_hold_whatever_was_passed_down(nodes: list[Node]) -> None:
    """What is done is the sum over all who count up to the top; nothing counts twice, in whatever order rows come."""
    by_id = {node.share_id: node for node in nodes}

    def counts(node: Node | None) -> bool:
        return node is None or (
            node.state not in LEFT_OUT and counts(by_id.get(node.parent_id) if node.parent_id else None)
        )

    whole = whole_of(nodes)
    assert whole.done == sum(node.done for node in nodes if counts(node))
    assert whole.target == sum(
        node.target or 0 for node in nodes if node.parent_id is None and node.state not in LEFT_OUT
    )
    assert 0 <= whole.shares_done <= whole.shares <= len(nodes)
    assert whole_of(nodes[::-1]) == whole
    assert progress_of(nodes).keys() == by_id.keys()
