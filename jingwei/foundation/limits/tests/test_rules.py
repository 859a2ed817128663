"""Whatever is asked in whatever order, a bucket gives no more than it holds and gains."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from jingwei.foundation.limits.rules import taken

START = datetime(2026, 11, 16, 8, tzinfo=UTC)
RATES = some.sampled_from([1 / 3600, 1 / 60, 0.5, 1.0, 7.5])
BURSTS = some.integers(1, 50)
ASKED = some.lists(some.tuples(some.floats(0, 4000), some.integers(1, 5)), max_size=60)


@settings(max_examples=60, deadline=None)
@given(rate=RATES, burst=BURSTS, asked=ASKED)
def test_never_more_than_burst_and_what_came_back(
    rate: float, burst: int, asked: list[tuple[float, int]]
) -> None:
    full_at, at, granted = None, START, []
    for wait, cost in asked:
        at += timedelta(seconds=wait)
        full_at, told = taken(full_at, cost=cost, rate=rate, burst=burst, at=at)
        if told.is_granted:
            granted.append((at, cost))
    for since, _ in granted:
        for until, _ in granted:
            inside = sum(cost for moment, cost in granted if since <= moment <= until)
            if until >= since:
                assert inside <= burst + (until - since).total_seconds() * rate + 0.01


@settings(max_examples=60, deadline=None)
@given(rate=RATES, burst=BURSTS, asked=ASKED)
def test_who_waits_as_long_as_told_is_served(rate: float, burst: int, asked: list[tuple[float, int]]) -> None:
    full_at, at = None, START
    for wait, cost in asked:
        at += timedelta(seconds=wait)
        full_at, told = taken(full_at, cost=cost, rate=rate, burst=burst, at=at)
        if not told.is_granted and cost <= burst:
            assert told.wait_s >= 1
            _, again = taken(
                full_at, cost=cost, rate=rate, burst=burst, at=at + timedelta(seconds=told.wait_s)
            )
            assert again.is_granted
            if told.wait_s > 1:
                early = at + timedelta(seconds=told.wait_s - 1.1)
                assert not taken(full_at, cost=cost, rate=rate, burst=burst, at=early)[1].is_granted


@given(rate=RATES, burst=BURSTS, jump=some.floats(0, 10**7))
@settings(max_examples=40, deadline=None)
def test_a_clock_that_jumps_back_keeps_nobody_waiting_longer_than_an_empty_bucket(
    rate: float, burst: int, jump: float
) -> None:
    full_at, _ = taken(None, cost=burst, rate=rate, burst=burst, at=START)
    _, told = taken(full_at, cost=1, rate=rate, burst=burst, at=START - timedelta(seconds=jump))
    assert not told.is_granted
    assert told.wait_s <= 1 / rate + 1


def test_an_unused_bucket_is_full_and_a_whole_burst_may_be_taken_at_once() -> None:
    _, told = taken(None, cost=1, rate=1, burst=5, at=START)
    assert (told.is_granted, told.left) == (True, 4)
    _, all_at_once = taken(None, cost=5, rate=1, burst=5, at=START)
    assert (all_at_once.is_granted, all_at_once.left) == (True, 0)
    _, too_many = taken(None, cost=6, rate=1, burst=5, at=START)
    assert not too_many.is_granted
