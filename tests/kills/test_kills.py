"""Real kills of web, worker and database processes under load: every incident stays whole, nothing told is lost."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from jingwei.config.wiring import HEARERS
from jingwei.domains.incidents.contracts import IncidentMoved, IncidentReported
from jingwei.foundation.events.services import PICK_UP
from tests.kills.invariant import faults
from tests.kills.load import Load
from tests.kills.private_city import PrivateCity, private_city

pytestmark = pytest.mark.slow

SEED = 7
CLIENTS = 3
KILLS = {"web worker": 2, "web server": 1, "queue worker": 2, "backend": 2, "postmaster": 2}
TOLD = {"reported": HEARERS[IncidentReported], "moved": HEARERS[IncidentMoved]}
CHANGES_BETWEEN = 8
WORKS_WITHIN_S = 60
DRAINED_WITHIN_S = 40
WAITING = "select count(*) from procrastinate_jobs where status in ('todo', 'doing') and task_name like 'incidents.tell%'"


@pytest.fixture(scope="module")
def city() -> Iterator[PrivateCity]:
    with private_city() as founded:
        founded.start_web()
        founded.start_worker()
        founded.wait_until_healthy()
        yield founded


def ways_to_kill(city: PrivateCity, dice: random.Random) -> list[tuple[str, Callable[[], None]]]:
    ways: dict[str, Callable[[], None]] = {
        "web worker": lambda: city.kill_web_worker(dice.randrange(100)),
        "web server": city.kill_web,
        "queue worker": city.kill_worker,
        "backend": lambda: city.kill_backend(dice.randrange(100)),
        "postmaster": city.kill_database,
    }
    order = [(name, ways[name]) for name, times in KILLS.items() for _ in range(times)]
    dice.shuffle(order)
    return order


def strike(city: PrivateCity, load: Load, name: str, kill: Callable[[], None], wait_s: float) -> None:
    """Kill in the middle of work: after some changes were acknowledged since the last strike, at any moment."""
    enough, give_up_at = len(load.ledger.acknowledged) + CHANGES_BETWEEN, time.monotonic() + WORKS_WITHIN_S
    while len(load.ledger.acknowledged) < enough:
        assert time.monotonic() < give_up_at, f"nobody is served: {city.kills} {city.tail('web.log')}"
        city.keep_up()
        time.sleep(0.02)
    time.sleep(wait_s)
    before = city.kills.count(name)
    while city.kills.count(name) == before:
        assert time.monotonic() < give_up_at, f"nothing to kill: {name}"
        kill()
        time.sleep(0.02)


def drain(city: PrivateCity) -> int:
    """End whoever works, take up what the killed left, work it off. Returns what still waits."""
    city.kill_worker()
    give_up_at = time.monotonic() + DRAINED_WITHIN_S
    with city.connect() as connection:
        connection.execute(PICK_UP, [timedelta(0)])  # what `events.pick_up_orphans` does after a minute
        while True:
            row = connection.execute(WAITING).fetchone()
            waiting = int(str(row[0])) if row else 0
            if waiting == 0 or time.monotonic() > give_up_at:
                return waiting
            time.sleep(0.3)


def test_whatever_is_killed_incidents_stay_whole(city: PrivateCity) -> None:
    dice = random.Random(SEED)
    load = Load(city.address, city.plant_photos(5000), clients=CLIENTS, seed=SEED)
    load.start()
    for name, kill in ways_to_kill(city, dice):
        strike(city, load, name, kill, dice.uniform(0, 0.3))
    city.wait_until_healthy()
    load.stop()
    ledger = load.ledger
    told = Counter(change.action for change in ledger.acknowledged)
    print(
        f"told {sum(told.values())}, unanswered {ledger.unanswered}, given up {ledger.given_up}, {city.kills}"
    )

    with city.connect() as connection:
        assert faults(connection, ledger.acknowledged, TOLD) == []
    assert drain(city) == 0, city.tail("worker.log")
    with city.connect() as connection:
        assert faults(connection, ledger.acknowledged, TOLD) == []
        failed = "select task_name, count(*) from procrastinate_jobs where status = 'failed' group by 1"
        assert connection.execute(failed).fetchall() == []
    city.manage("audit", "verify")

    assert ledger.refused == []
    assert Counter(city.kills)["queue worker"] == KILLS["queue worker"] + 1
    assert {name: n for name, n in Counter(city.kills).items() if name != "queue worker"} == {
        name: n for name, n in KILLS.items() if name != "queue worker"
    }
    assert len(ledger.acknowledged) > 60, "too little happened to say anything"
    assert ledger.unanswered > 5, "nothing was hit while it was under way"
    assert {"report", "accept", "dispatch", "take", "handle"} <= set(told)
