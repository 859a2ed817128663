"""Taking through PostgreSQL: as the rules say, by many at once, and without a name in it."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from jingwei.foundation.limits import services as limits
from jingwei.foundation.limits.models import Bucket
from jingwei.foundation.limits.rules import taken

AT = datetime(2026, 11, 16, 8, tzinfo=UTC)


@pytest.mark.django_db
def test_the_statement_does_what_the_rules_say() -> None:
    dice = random.Random(5)
    full_at, at = None, AT
    for _ in range(200):
        at += timedelta(seconds=dice.choice([0, 0, 0.4, 3, 60, -30]))
        cost = dice.choice([1, 1, 2, 12])
        full_at, told = taken(full_at, cost=cost, rate=0.5, burst=10, at=at)
        assert limits.peek("test", "a", cost, rate=0.5, burst=10, at=at) == told
        assert limits.take("test", "a", cost, rate=0.5, burst=10, at=at) == told


@pytest.mark.django_db
def test_several_at_once_are_as_each_by_itself() -> None:
    dice = random.Random(7)
    kinds = [("one", 0.5, 3), ("two", 2.0, 5), ("three", 0.01, 1)]
    full = dict.fromkeys(range(3))
    at = AT
    for _ in range(120):
        at += timedelta(seconds=dice.choice([0, 0, 0.4, 3, 60, -30]))
        chosen = dice.sample(range(3), dice.randint(1, 3))
        told = limits.take_each([(kinds[one][0], "a", kinds[one][1], kinds[one][2]) for one in chosen], at=at)
        for one, answered in zip(chosen, told, strict=True):
            _, rate, burst = kinds[one]
            full[one], expected = taken(full[one], cost=1, rate=rate, burst=burst, at=at)
            assert answered == expected
    assert limits.take_each([], at=at) == []


@pytest.mark.django_db
def test_buckets_do_not_touch_each_other() -> None:
    for key in ("a", "b"):
        for name in ("one", "two"):
            assert limits.take(name, key, rate=1, burst=1, at=AT).is_granted
            assert limits.take(name, key, rate=1, burst=1, at=AT).wait_s == 1


@pytest.mark.django_db
def test_neither_address_nor_name_stands_in_the_table() -> None:
    limits.take("address", "203.0.113.7", rate=1, burst=3, at=AT)
    with connection.cursor() as cursor:
        cursor.execute("select b::text from limits_bucket b")
        (row,) = cursor.fetchone()
    assert "203" not in row
    assert b"203.0.113.7".hex() not in row


@pytest.mark.django_db
def test_a_refilled_bucket_is_full_and_full_ones_are_forgotten() -> None:
    assert limits.take("test", "a", 3, rate=1, burst=3, at=AT).left == 0
    limits.refill("test", "a")
    assert limits.take("test", "a", 3, rate=1, burst=3, at=AT).is_granted
    limits.take("test", "b", 2, rate=1, burst=3, at=AT)
    assert limits.forget_full(at=AT + timedelta(seconds=1)) == 0
    assert limits.forget_full(at=AT + timedelta(seconds=2)) == 1
    assert limits.forget_full(at=AT + timedelta(seconds=3)) == 1
    assert Bucket.objects.count() == 0


@pytest.mark.django_db
def test_what_counts_once_counts_again_only_for_the_same() -> None:
    until = AT + timedelta(days=1)
    assert limits.spend_once("proof", "seed", "one report", until=until)
    assert limits.spend_once("proof", "seed", "one report", until=until)
    assert not limits.spend_once("proof", "seed", "another", until=until)
    assert limits.forget_spent(at=AT) == 0
    assert limits.forget_spent(at=until) == 1
    assert limits.spend_once("proof", "seed", "another", until=until)


def test_many_at_once_get_no_token_too_many(own_city: str, django_db_blocker: pytest.FixtureRequest) -> None:
    def ask(_: int) -> bool:
        with django_db_blocker.unblock():  # type: ignore[attr-defined]
            try:
                return limits.take("crowd", "a", rate=1 / 3600, burst=20, at=AT).is_granted
            finally:
                connection.close()

    with ThreadPoolExecutor(6) as crowd:
        granted = list(crowd.map(ask, range(60)))
    assert granted.count(True) == 20
    # Another process, after all of them are gone, finds it empty still.
    assert not limits.take("crowd", "a", rate=1 / 3600, burst=20, at=AT).is_granted
