"""What runs side by side is told apart by addresses that exist, and no two tests share one."""

from collections import Counter

import pytest

from tests.house.walls import ROOT
from tests.order import BEGUN, TOGETHER


def test_every_place_that_is_begun_early_is_there() -> None:
    assert [place for place in TOGETHER if not (ROOT / place).exists()] == []
    assert sorted(BEGUN) == list(range(len(TOGETHER)))


def test_a_narrower_place_stands_before_the_one_it_lies_in() -> None:
    late = [(one, other) for n, one in enumerate(TOGETHER) for other in TOGETHER[:n] if one.startswith(other)]
    assert late == [], "The first that an address begins with is its own."


def test_no_two_tests_have_one_address(request: pytest.FixtureRequest) -> None:
    """Side by side only the first of them would ever run, and nobody would miss the others."""
    counted = Counter(item.nodeid for item in request.session.items)
    assert [address for address, times in counted.items() if times > 1] == []
