"""The faults: how each begins, how long it lasts, and how it ends. At random moments, seeded."""

import contextlib
import random
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

from bench.faults.city import PrivateCity
from bench.faults.migrating import interrupted_migration

FELT_WITHIN_S = 15
LAST_S = (0.5, 2.5)
HOUR = 3600
JUMPS_S = (-2 * HOUR, -10 * 60, -30, 45, 10 * 60, 2 * HOUR)
Struck = Callable[[PrivateCity, random.Random], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Strike:
    """One kind of fault. ``weight`` is its share of the rounds; ``needs`` what the machine must allow."""

    name: str
    struck: Struck
    weight: int = 1
    needs: str = ""


def at_once(kill: Callable[[PrivateCity, random.Random], None]) -> Struck:
    """A kill: over as soon as it has happened. Tried again until there was something to kill."""

    @contextlib.contextmanager
    def struck(city: PrivateCity, dice: random.Random) -> Iterator[None]:
        before, give_up_at = len(city.kills), time.monotonic() + FELT_WITHIN_S
        while len(city.kills) == before:
            if time.monotonic() > give_up_at:
                raise RuntimeError(f"there is nothing to kill: {city.tail('web.log')}")
            kill(city, dice)
            time.sleep(0.02)
        yield

    return struck


@contextlib.contextmanager
def cut(city: PrivateCity, dice: random.Random, line: str) -> Iterator[None]:
    """Every connection of a line ends, and none begins for a while."""
    city.order(line, "cut")
    time.sleep(dice.uniform(*LAST_S))
    city.order(line, "open")
    yield


@contextlib.contextmanager
def swallowed(city: PrivateCity, dice: random.Random, line: str) -> Iterator[None]:
    """Some answers get lost on their way back: what was asked for has happened, and nobody learns of it."""
    wanted = dice.randint(2, 6)
    before, give_up_at = city.swallowed[line], time.monotonic() + FELT_WITHIN_S
    city.order(line, "swallow", str(wanted))
    while city.swallowed[line] < before + wanted and time.monotonic() < give_up_at:
        time.sleep(0.1)
        city.order(line, "hear")  # its answer brings along what was swallowed since
    city.order(line, "open")
    yield


@contextlib.contextmanager
def jumped(city: PrivateCity, dice: random.Random, whose: str) -> Iterator[None]:
    """A clock is set wrong, and later right again: two jumps."""
    clock = city.clock if whose == "servers" else city.database.clock
    assert clock is not None
    clock.set(dice.choice(JUMPS_S))
    try:
        yield
    finally:
        clock.set(0)
        time.sleep(1.2)  # until everybody has looked at it again


@contextlib.contextmanager
def full_files(city: PrivateCity, dice: random.Random) -> Iterator[None]:
    """The disk that files go to has no byte left."""
    city.disk.fill()
    time.sleep(dice.uniform(*LAST_S))
    city.disk.free()
    yield


@contextlib.contextmanager
def full_log(city: PrivateCity, dice: random.Random) -> Iterator[None]:
    """The database cannot write its log any more, ends, and recovers when there is room."""
    city.database.disk.fill()
    was_felt = city.database.use_up_log(time.monotonic() + FELT_WITHIN_S)
    time.sleep(dice.uniform(*LAST_S) / 2)
    city.database.disk.free()
    if not was_felt:
        raise RuntimeError("the full disk was not felt by the database")
    yield


STRIKES: tuple[Strike, ...] = (
    Strike("web worker", at_once(lambda city, dice: city.kill_web_worker(dice.randrange(100))), weight=2),
    Strike("web leader", at_once(lambda city, dice: city.kill_web_leader())),
    Strike("web server", at_once(lambda city, dice: city.kill_group("web", "web server"))),
    Strike("queue worker", at_once(lambda city, dice: city.kill_group("worker", "queue worker")), weight=3),
    Strike("live process", at_once(lambda city, dice: city.kill_group("live", "live process"))),
    Strike("backend", at_once(lambda city, dice: city.kill_backend(dice.randrange(100))), weight=2),
    Strike("postmaster", at_once(lambda city, dice: city.kill_database()), weight=2),
    Strike("line to people cut", lambda city, dice: cut(city, dice, "web"), needs="lines"),
    Strike("line to database cut", lambda city, dice: cut(city, dice, "database"), weight=2, needs="lines"),
    Strike("answers lost", lambda city, dice: swallowed(city, dice, "web"), weight=3, needs="lines"),
    Strike("commits lost", lambda city, dice: swallowed(city, dice, "database"), weight=3, needs="lines"),
    Strike("servers' clock jumps", lambda city, dice: jumped(city, dice, "servers"), needs="clock"),
    Strike("database's clock jumps", lambda city, dice: jumped(city, dice, "database"), needs="clock"),
    Strike("files' disk full", full_files, needs="files disk"),
    Strike("database's disk full", full_log, needs="log disk"),
    Strike("migration interrupted", interrupted_migration),
)


def possible(city: PrivateCity) -> tuple[list[Strike], list[str]]:
    """What this machine allows, and the names of what it does not."""
    allowed = {""}
    if city.is_at_mercy:
        allowed.add("lines")
        allowed |= {"files disk"} if city.disk.is_mounted else set()
        allowed |= {"log disk"} if city.database.disk.is_mounted else set()
        allowed |= {"clock"} if city.clock and city.database.clock else set()
    able = [strike for strike in STRIKES if strike.needs in allowed]
    return able, [strike.name for strike in STRIKES if strike.needs not in allowed]


def order_of(strikes: list[Strike], rounds: int, dice: random.Random) -> list[Strike]:
    """A seeded order in which every kind comes, the frequent ones more often."""
    bag = [strike for strike in strikes for _ in range(strike.weight)]
    order: list[Strike] = []
    while len(order) < rounds:
        once = list(strikes) if not order else list(bag)
        dice.shuffle(once)
        order += once
    return order[:rounds]
