"""A short run of the fault harness: real kills, cut lines, lost answers and a full disk under load."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bench.faults.city import PrivateCity, private_city
from bench.faults.load import Load
from bench.faults.rounds import Rounds
from bench.faults.strikes import order_of, possible

pytestmark = pytest.mark.slow

SEED = 7
ONCE_EACH = ("web worker", "queue worker", "postmaster", "answers lost", "commits lost", "files' disk full")


@pytest.fixture(scope="module")
def city() -> Iterator[PrivateCity]:
    with private_city(is_at_mercy=True) as founded:
        founded.start_web()
        founded.start_worker()
        founded.wait_until_healthy()
        yield founded


def test_whatever_fails_nothing_told_is_lost_or_doubled(city: PrivateCity) -> None:
    able, left_out = possible(city)
    print(f"left out on this machine: {left_out}")
    strikes = [replace(strike, weight=1) for strike in able if strike.name in ONCE_EACH]
    load = Load(city.address, city.plant_photos(1000), walkers=5, seed=SEED, others=("uploader",))
    load.start()
    rounds = Rounds(city, load, seed=SEED, say=print)
    rounds.changes_before, rounds.changes_after = 5, 2
    for strike in order_of(strikes, len(strikes), random.Random(SEED)):
        rounds.strike(strike)
    load.rest()
    found = rounds.look_over()
    load.stop()

    ledger, told = load.ledger, rounds.told
    print(
        f"told {ledger.kinds}, unanswered {ledger.unanswered}, errors {ledger.errors}, struck {told.struck}"
    )
    assert [str(one) for one in found] == []
    assert ledger.refused == []
    assert set(told.struck) == {strike.name for strike in strikes}
    assert {"web worker", "queue worker", "postmaster"} <= set(city.kills)
    assert min(city.swallowed.values()) > 0, "no answer was lost on its way"
    assert ledger.unanswered > 3, "nothing was hit while it was under way"
    assert ledger.told > 40, "too little happened to say anything"
    assert {"report", "accept", "dispatch", "take", "upload"} <= set(ledger.kinds)
