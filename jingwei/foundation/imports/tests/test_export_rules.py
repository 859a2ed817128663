"""The life of an export as a table, and who may decide."""

import itertools
from dataclasses import replace

import pytest

from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.imports.rules.export_refusals import ExportStepRefused
from jingwei.foundation.imports.rules.exporting import (
    IN_QUEUE,
    MOST_CLEAR_ROWS,
    MOST_ROWS,
    NEXT_STATE,
    OPEN,
    STATE_WORDS,
    Asker,
    ExportAction,
    ExportState,
    actions_for,
    may_decide,
    next_state,
    row_limit,
)
from tests.cast import CAST, id_of


def asker(actor: Actor) -> Asker:
    return Asker(actor.person_id, actor.post_id, actor.unit_id, actor.role, actor.area_code)


def test_every_pair_either_leads_on_or_says_what_is_possible() -> None:
    for state, action in itertools.product(ExportState, ExportAction):
        if (state, action) in NEXT_STATE:
            assert next_state(state, action) in ExportState
            continue
        with pytest.raises(ExportStepRefused) as refusal:
            next_state(state, action)
        assert STATE_WORDS[state].zh in refusal.value.text, (state, action)
        assert "{" not in refusal.value.text + refusal.value.text_en, (state, action)


def test_what_has_ended_stays_ended_and_only_consent_leads_out_of_waiting() -> None:
    ended = set(ExportState) - OPEN - {ExportState.READY}
    assert not {state for state, _ in NEXT_STATE} & ended
    assert {
        target for (state, _), target in NEXT_STATE.items() if state is ExportState.WAITING
    } & IN_QUEUE == {ExportState.ASKED}
    assert [action for (_, action), target in NEXT_STATE.items() if target is ExportState.ASKED] == [
        ExportAction.APPROVE
    ]


@pytest.mark.parametrize(
    ("decider", "by", "is_up_to_them"),
    [
        ("zhao", "wu", True),  # the township's desk, for a community's
        ("sun", "wu", True),  # any centre above
        ("guo", "wu", True),
        ("wu", "wu", False),
        ("mao", "wu", False),  # a neighbour
        ("zhou", "wu", False),  # above somebody else
        ("wu", "zhao", False),  # from below
        ("guo", "sun", True),  # the commander of the same centre
        ("sun", "guo", False),  # a desk for its commander
        ("he", "guo", True),
        ("xu", "xu", False),
        ("sun", "xu", True),  # a member unit's centre of the same level
        ("tang", "xu", False),
        ("zhao", "xu", False),
        ("lin", "wu", False),  # field staff do not decide
        ("ding", "wu", False),
        ("gao", "wu", False),
    ],
)
def test_who_may_decide(decider: str, by: str, is_up_to_them: bool) -> None:
    assert may_decide(getattr(CAST, decider), asker(getattr(CAST, by))) is is_up_to_them


def test_nobody_decides_on_their_own_in_whatever_post() -> None:
    above = replace(CAST.sun, person_id=CAST.wu.person_id)
    assert not may_decide(above, asker(CAST.wu))
    assert may_decide(replace(CAST.guo, unit_id=CAST.sun.unit_id), asker(CAST.sun))
    assert not may_decide(replace(CAST.machine, role=Role.DESK), asker(CAST.wu))


def test_buttons_belong_to_the_asker_or_the_decider() -> None:
    own = actions_for(CAST.wu, asker(CAST.wu), ExportState.WAITING, can_decide=True)
    theirs = actions_for(CAST.zhao, asker(CAST.wu), ExportState.WAITING, can_decide=True)
    assert (own, theirs) == ([ExportAction.STOP], [ExportAction.APPROVE, ExportAction.REFUSE])
    successor = replace(CAST.wu, person_id=id_of("person mao"))
    assert actions_for(successor, asker(CAST.wu), ExportState.READY, can_decide=True) == []
    assert actions_for(CAST.wu, asker(CAST.wu), ExportState.READY, can_decide=True) == [ExportAction.DOWNLOAD]


def test_less_may_be_taken_in_the_clear() -> None:
    assert row_limit(is_clear=True) == MOST_CLEAR_ROWS < MOST_ROWS == row_limit(is_clear=False)
