"""An event commits or vanishes with the change it tells of: the outbox is the queue itself."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction

from jingwei.foundation.events import services as events
from jingwei.foundation.events.contracts import Event
from jingwei.foundation.events.services import OutsideTransaction, payload_of, publish
from tests.databases import owner_connection


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class StoneMoved(Event):
    stone_id: UUID
    moved_at: datetime
    colour: Colour
    by: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class NobodyHears(Event):
    number: int


STONE = UUID("6f0d7f0e-43a1-4b8e-9a35-3d1c1c6f4309")
MOVED = StoneMoved(STONE, datetime(2026, 11, 16, 2, tzinfo=UTC), Colour.RED, (STONE,))
PAYLOAD = {
    "stone_id": str(STONE),
    "moved_at": "2026-11-16T02:00:00+00:00",
    "colour": "red",
    "by": [str(STONE)],
}


@pytest.fixture(autouse=True)
def _two_hearers(own_city: str) -> Iterator[None]:
    usual = events.wiring()
    events.wire({StoneMoved: ("test.first", "test.second")})
    with owner_connection(own_city) as owner:
        owner.execute("truncate procrastinate_jobs cascade")
    yield
    events.wire(usual)
    connection.close()


def jobs() -> list[tuple[str, dict[str, Any]]]:
    with connection.cursor() as cursor:
        cursor.execute("select task_name, args from procrastinate_jobs order by id")
        return [(name, json.loads(args)) for name, args in cursor.fetchall()]


def test_a_job_vanishes_with_a_rolled_back_transaction() -> None:
    with pytest.raises(KeyError), transaction.atomic():
        publish(MOVED)
        assert len(jobs()) == 2
        raise KeyError
    assert jobs() == []


def test_a_job_vanishes_with_its_savepoint() -> None:
    with transaction.atomic(), pytest.raises(KeyError), transaction.atomic():
        publish(MOVED)
        raise KeyError
    assert jobs() == []


def test_a_job_vanishes_with_a_connection_that_dies() -> None:
    transaction.set_autocommit(False)
    try:
        publish_in_open_transaction()
        assert len(jobs()) == 2
    finally:
        connection.close()
    assert jobs() == []


def publish_in_open_transaction() -> None:
    connection.in_atomic_block = True
    try:
        publish(MOVED)
    finally:
        connection.in_atomic_block = False


def test_a_committed_event_is_one_job_for_each_hearer() -> None:
    with transaction.atomic():
        publish(MOVED)
    assert jobs() == [("test.first", PAYLOAD), ("test.second", PAYLOAD)]


def test_publishing_outside_a_transaction_is_refused() -> None:
    with pytest.raises(OutsideTransaction, match="StoneMoved"):
        publish(MOVED)
    assert jobs() == []


def test_an_event_that_nobody_hears_leaves_no_job() -> None:
    with transaction.atomic():
        publish(NobodyHears(1))
    assert jobs() == []


def test_the_payload_is_plain() -> None:
    assert payload_of(MOVED) == PAYLOAD
