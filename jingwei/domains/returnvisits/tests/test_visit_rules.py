"""Who is drawn, what an answer must hold, how rates are made, how samples are drawn: no database."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.domains.clocks.contracts import BadLimit
from jingwei.domains.returnvisits.contracts import PolicyLine, VisitPolicy
from jingwei.domains.returnvisits.rules.answering import VisitAnswer, require_answer, words_of_reopening
from jingwei.domains.returnvisits.rules.policy import (
    DEFAULT_POLICY,
    is_drawn,
    policy_on,
    refuse_faulty_policy,
    share_of,
)
from jingwei.domains.returnvisits.rules.rates import Rates
from jingwei.domains.returnvisits.rules.refusals import (
    AnswerMissing,
    AnswerWithoutContact,
    SampleRefused,
    VisitPolicyRefused,
)
from jingwei.domains.returnvisits.rules.sampling import (
    LONGEST_PERIOD,
    drawn,
    is_on_the_spot,
    require_period,
    turn_of,
)

TODAY = date(2026, 11, 16)
IDS = st.lists(st.uuids(), unique=True, max_size=60)


def policy(*lines: PolicyLine, **changes: object) -> VisitPolicy:
    values = {"from_on": TODAY, "limit": "3d", "tries": 3, "sends_link": True, "link_days": 7} | changes
    return VisitPolicy(lines=lines, **values)  # type: ignore[arg-type]


def test_the_first_line_that_fits_decides_and_without_one_nobody_is_drawn() -> None:
    rules = policy(PolicyLine("01", "430902001", 100), PolicyLine("01", "", 20), PolicyLine("02", "", 0))
    assert share_of(rules, item_code="010101", area_code="430902001001001") == 100
    assert share_of(rules, item_code="010101", area_code="430903001001001") == 20
    assert share_of(rules, item_code="020101", area_code="430902001001001") == 0
    assert share_of(rules, item_code="", area_code="430902001001001") == 0
    assert share_of(DEFAULT_POLICY, item_code="010101", area_code="4309") == 0


def test_the_version_of_the_day_holds() -> None:
    now_on, later = policy(), policy(from_on=TODAY + timedelta(days=5))
    assert policy_on([now_on, later], TODAY - timedelta(days=1)) is DEFAULT_POLICY
    assert policy_on([now_on, later], TODAY + timedelta(days=4)) is now_on
    assert policy_on([now_on, later], TODAY + timedelta(days=5)) is later


def test_a_policy_that_cannot_hold_is_refused() -> None:
    with pytest.raises(VisitPolicyRefused, match="早于今天"):
        refuse_faulty_policy(policy(from_on=TODAY - timedelta(days=1)), today=TODAY)
    with pytest.raises(VisitPolicyRefused, match="第2行永远轮不到"):
        refuse_faulty_policy(policy(PolicyLine("01", "", 5), PolicyLine("0101", "4309", 50)), today=TODAY)
    with pytest.raises(BadLimit):
        refuse_faulty_policy(policy(limit="3x"), today=TODAY)
    refuse_faulty_policy(policy(PolicyLine("0101", "", 5), PolicyLine("01", "", 50)), today=TODAY)


@given(st.lists(st.binary(min_size=16, max_size=16), min_size=1, max_size=50), st.integers(0, 99))
def test_a_larger_share_draws_whoever_a_smaller_one_does(digests: list[bytes], share: int) -> None:
    assert not any(is_drawn(one, 0) for one in digests)
    assert all(is_drawn(one, 100) for one in digests)
    assert all(is_drawn(one, share + 1) for one in digests if is_drawn(one, share))


def test_about_as_many_are_drawn_as_the_share_says() -> None:
    digests = [number.to_bytes(8, "big") * 2 for number in range(10_000)]
    assert sum(is_drawn(one, 30) for one in digests) == 3_000


def test_an_answer_is_whole_or_there_is_none() -> None:
    require_answer(VisitAnswer(True, is_solved=False, stars=1))
    require_answer(VisitAnswer(False, remark="无人接听"))
    for half in (VisitAnswer(True), VisitAnswer(True, is_solved=True), VisitAnswer(True, stars=5)):
        with pytest.raises(AnswerMissing):
            require_answer(half)
    with pytest.raises(AnswerWithoutContact):
        require_answer(VisitAnswer(False, is_solved=True))
    assert words_of_reopening(" 又堆了 ") == "回访：反映人表示没有解决。又堆了"


def test_the_three_rates_worked_by_hand() -> None:
    """Ten visits: six reached, two not, two wait. Of the six, four solved and three with four stars or more."""
    rates = Rates(planned=10, reached=6, unreached=2, solved=4, satisfied=3)
    assert rates.waiting == 2
    assert rates.contact_share == 0.75
    assert rates.solved_share == pytest.approx(4 / 6)
    assert rates.satisfied_share == 0.5
    empty = Rates(planned=3)
    assert (empty.contact_share, empty.solved_share, empty.satisfied_share) == (None, None, None)


@given(IDS, st.integers(0, 80), st.randoms())
def test_a_sample_can_be_drawn_again_whatever_the_order(ids: list[UUID], count: int, chance: object) -> None:
    first = drawn("seed", ids, count)
    shuffled = list(ids)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert drawn("seed", shuffled, count) == first
    assert len(first) == min(count, len(ids))
    assert set(first) <= set(ids)
    assert drawn("seed", ids, count + 1)[:count] == first  # one more leaves the others as they were


@given(IDS.filter(len), st.integers(1, 5))
def test_each_gets_one_of_the_officers(ids: list[UUID], among: int) -> None:
    assert all(0 <= turn_of("seed", one, among) < among for one in ids)


def test_another_seed_draws_others() -> None:
    ids = [UUID(int=number) for number in range(500)]
    assert drawn("a", ids, 20) != drawn("b", ids, 20)


def test_a_period_has_an_end_and_lies_behind() -> None:
    require_period(TODAY, TODAY, today=TODAY)
    require_period(TODAY - LONGEST_PERIOD + timedelta(days=1), TODAY, today=TODAY)
    for from_on, until_on in (
        (TODAY, TODAY - timedelta(days=1)),
        (TODAY - LONGEST_PERIOD, TODAY),
        (TODAY, TODAY + timedelta(days=1)),
    ):
        with pytest.raises(SampleRefused):
            require_period(from_on, until_on, today=TODAY)


def test_the_phones_own_uncertainty_excuses_a_little() -> None:
    assert is_on_the_spot(300, None) is True
    assert is_on_the_spot(301, None) is False
    assert is_on_the_spot(499, 5_000) is True
    assert is_on_the_spot(501, 5_000) is False
    assert is_on_the_spot(None, 10) is None
