"""Keyset paging: cursors hold the last key, and nothing made by hand reaches the database."""

import base64
import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.paging import BadCursor, cursor_of, key_of, page_of

texts = st.text(max_size=20).filter(lambda t: "\x00" not in t and t.isprintable())
moments = st.datetimes(timezones=st.just(UTC))


@given(texts, st.integers(-(2**63) + 1, 2**63 - 1), st.uuids(), moments)
def test_a_key_travels_in_a_cursor(text: str, number: int, one_id: UUID, moment: datetime) -> None:
    key = (text, number, one_id, moment)
    cursor = cursor_of(*key)
    assert key_of(cursor, str, int, UUID, datetime) == key
    assert cursor.isascii()
    assert not set(cursor) & set("+/=&?# ")


@given(st.lists(st.integers(0, 10**6), unique=True), st.integers(1, 7))
def test_walking_the_pages_meets_every_row_once(numbers: list[int], limit: int) -> None:
    rows, seen, cursor = sorted(numbers), [], None
    while True:
        after = key_of(cursor, int)[0] if cursor else -1
        page = page_of([n for n in rows if n > after][: limit + 1], limit, lambda n: (n,))
        assert len(page.rows) <= limit
        seen += page.rows
        cursor = page.next_cursor
        if cursor is None:
            break
    assert seen == rows


def packed(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("cursor", "kinds"),
    [
        ("", (str,)),
        ("!!!", (str,)),
        ("中文", (str,)),
        ("AAAA", (str,)),
        (packed({"a": 1}), (str,)),
        (packed("a"), (str,)),
        (packed([1]), (int,)),
        (packed(["1"]), (int, str)),
        (packed(["1", "2"]), (int,)),
        (packed(["x"]), (int,)),
        (packed([str(2**63)]), (int,)),
        (packed(["9" * 5000]), (int,)),
        (packed(["not-a-uuid"]), (UUID,)),
        (packed(["2026-11-16T10:00:00"]), (datetime,)),
        (packed(["yesterday"]), (datetime,)),
        (packed(["a\x00b"]), (str,)),
        (packed(["\ud800"]), (str,)),
        ("W" * 4001, (str,)),
    ],
)
def test_a_cursor_made_by_hand_is_refused(cursor: str, kinds: tuple[type, ...]) -> None:
    with pytest.raises(BadCursor):
        key_of(cursor, *kinds)


@given(st.text(max_size=80))
def test_no_text_whatever_does_anything_but_be_refused(text: str) -> None:
    try:
        key_of(text, int, UUID)
    except BadCursor:
        return
    pytest.fail("a random text is no cursor")
