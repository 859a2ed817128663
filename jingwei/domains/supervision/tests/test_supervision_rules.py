"""The ladder of cards and whose turn it is, without a database."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from jingwei.domains.supervision.contracts import CardKind, CardState, Measures, Verdict
from jingwei.domains.supervision.rules.course import (
    CARD_OPEN,
    CardStanding,
    decided,
    is_over,
    kinds_for,
    require_owed,
)
from jingwei.domains.supervision.rules.ladder import (
    DEFAULT_POLICY,
    ORDER,
    earned,
    is_graver,
    refuse_faulty_policy,
)
from jingwei.domains.supervision.rules.refusals import CardNotWaiting, SupervisionPolicyRefused
from jingwei.kernel.errors import Invalid
from tests.cast import CAST, COMMUNITY, URBAN, centre

TODAY = date(2026, 11, 16)
POLICY = replace(DEFAULT_POLICY, from_on=TODAY)


@pytest.mark.parametrize(
    ("overdue", "returned", "missed", "kind"),
    [
        (0, 0, 0, None),
        (0, 1, 0, None),
        (1, 0, 0, CardKind.ORDINARY),
        (0, 2, 0, CardKind.ORDINARY),
        (1, 0, 1, CardKind.YELLOW),
        (2, 0, 0, CardKind.YELLOW),
        (2, 4, 0, CardKind.RED),
        (0, 0, 2, CardKind.RED),
        (9, 9, 9, CardKind.RED),
    ],
)
def test_any_one_measure_is_enough(overdue: int, returned: int, missed: int, kind: CardKind | None) -> None:
    assert earned(DEFAULT_POLICY, Measures(overdue, returned, missed)) is kind


def test_more_never_earns_less() -> None:
    times = range(5)
    for found in product(times, times, times):
        before = earned(DEFAULT_POLICY, Measures(*found))
        for place in range(3):
            more = list(found)
            more[place] += 1
            after = earned(DEFAULT_POLICY, Measures(*more))
            assert before is None or (after is not None and not is_graver(before, after))


def test_a_faulty_policy_is_refused() -> None:
    refuse_faulty_policy(POLICY, today=TODAY)
    rungs = POLICY.rungs
    faulty = [
        replace(POLICY, from_on=date(2026, 11, 15)),
        replace(POLICY, rungs=tuple(reversed(rungs))),
        replace(POLICY, rungs=(rungs[0], replace(rungs[1], overdue=1), rungs[2])),
    ]
    for one in faulty:
        with pytest.raises(SupervisionPolicyRefused):
            refuse_faulty_policy(one, today=TODAY)
    with pytest.raises(Invalid):
        refuse_faulty_policy(replace(POLICY, note_limit="soon"), today=TODAY)


def test_an_answer_is_decided_once_it_is_there_and_a_card_lifted_while_it_runs() -> None:
    for state, verdict in product(CardState, Verdict):
        card = CardStanding(state, URBAN, centre(COMMUNITY), COMMUNITY)
        fits = state in CARD_OPEN if verdict is Verdict.LIFT else state is CardState.ANSWERED
        if fits:
            assert decided(card, verdict) is not state
        else:
            with pytest.raises(CardNotWaiting):
                decided(card, verdict)
    require_owed(CardState.SENT_BACK)
    with pytest.raises(CardNotWaiting):
        require_owed(CardState.ANSWERED)


def test_whoever_owes_the_answer_never_decides_about_it() -> None:
    card = CardStanding(CardState.ANSWERED, URBAN, centre(COMMUNITY), COMMUNITY)
    assert is_over(CAST.wu, card)
    assert is_over(CAST.zhao, card)
    for who in (CAST.qian, CAST.mao, CAST.zhou, CAST.tang):
        assert not is_over(who, card), who.name
    of_the_centre = replace(card, unit_id=centre(COMMUNITY))
    assert not is_over(CAST.wu, of_the_centre)


def test_grave_cards_are_for_commanders() -> None:
    assert kinds_for(CAST.wu, None) == (CardKind.ORDINARY,)
    assert kinds_for(CAST.guo, None) == ORDER
    assert kinds_for(CAST.guo, CardKind.YELLOW) == (CardKind.RED,)
    assert kinds_for(CAST.wu, CardKind.ORDINARY) == ()
