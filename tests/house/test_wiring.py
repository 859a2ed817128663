"""The wiring names tasks that exist, for events that cannot change, with arguments that they take."""

import inspect
from dataclasses import dataclass

from procrastinate.contrib.django import app

from jingwei.config.wiring import HEARERS
from jingwei.foundation.events.contracts import Event


@dataclass(frozen=True, slots=True)
class StoneMoved(Event):
    stone_id: str


@dataclass
class Restless:
    stone_id: str


def unknown_tasks(table: dict[type[Event], tuple[str, ...]]) -> list[str]:
    return sorted({name for tasks in table.values() for name in tasks} - set(app.tasks))


def events_without_a_freeze(table: dict[type[Event], tuple[str, ...]]) -> list[str]:
    return [event.__name__ for event in table if not event.__dataclass_params__.frozen]  # type: ignore[attr-defined]


def test_every_wired_task_exists_and_every_event_is_frozen() -> None:
    assert unknown_tasks(HEARERS) == []
    assert events_without_a_freeze(HEARERS) == []


def test_the_check_of_the_wiring_can_fail() -> None:
    assert unknown_tasks({StoneMoved: ("test.first", "audit.seal")}) == ["test.first"]
    assert events_without_a_freeze({Restless: ()}) == ["Restless"]  # type: ignore[dict-item]
    assert deaf_tasks({StoneMoved: ("audit.seal",)}) == [("StoneMoved", "audit.seal")]


def deaf_tasks(table: dict[type[Event], tuple[str, ...]]) -> list[tuple[str, str]]:
    """Tasks whose arguments are not what the event carries: a worker would fail only then."""
    return [
        (event.__name__, name)
        for event, tasks in table.items()
        for name in tasks
        if set(event.__dataclass_fields__) != set(inspect.signature(app.tasks[name].func).parameters)
    ]


def test_every_hearer_takes_what_its_event_carries() -> None:
    assert deaf_tasks(HEARERS) == []
