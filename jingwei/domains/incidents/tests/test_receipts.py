"""Receipt numbers: unique, and two of them do not tell how many reports lie between."""

import itertools

import pytest
from django.db import connection

from jingwei.domains.incidents.tests.walking import reported

pytestmark = pytest.mark.django_db


def numbers(key: bytes, first: int, count: int) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select jw_receipt(n, %s) from generate_series(%s, %s) n", [key, first, first + count - 1]
        )
        return [row[0] for row in cursor.fetchall()]


def test_every_number_comes_once_and_has_eight_digits() -> None:
    found = numbers(b"key", 0, 20_000) + numbers(b"key", 99_990_000, 10_000)
    assert len(set(found)) == len(found) == 30_000
    assert all(len(one) == 8 and one.isdigit() for one in found)


def test_the_order_needs_the_key() -> None:
    mine, other = numbers(b"key", 1, 200), numbers(b"another", 1, 200)
    assert sum(a == b for a, b in zip(mine, other, strict=True)) <= 2
    steps = {int(b) - int(a) for a, b in itertools.pairwise(mine)}
    assert len(steps) > 190


def test_neighbours_do_not_follow_upon_each_other() -> None:
    one, other = (reported().receipt.receipt_no for _ in range(2))
    assert (len(one), len(other), one[:8]) == (16, 16, other[:8])
    assert abs(int(one) - int(other)) > 1
