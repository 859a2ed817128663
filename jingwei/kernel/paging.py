"""Keyset paging: a list goes on behind the last row seen, so that page 1,000 costs what page 1 costs."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from jingwei.kernel.errors import Invalid

Row = TypeVar("Row")
Key = str | int | UUID | datetime
LARGEST_NUMBER = 2**63 - 1


class BadCursor(Invalid):
    code = "paging.bad_cursor"
    message = "翻页标记无效。请从第一页重新查询。"
    message_en = "The paging cursor is not valid. Start again from the first page."


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows, and the cursor that asks for those behind them; None at the end."""

    rows: list[Row]
    next_cursor: str | None


def page_of(found: Sequence[Row], limit: int, key: Callable[[Row], Sequence[Key]]) -> Page[Row]:
    """Cut one row more than the page needs (``limit + 1`` were asked for) into a page and its cursor."""
    rows = list(found[:limit])
    return Page(rows, cursor_of(*key(rows[-1])) if len(found) > limit else None)


def cursor_of(*key: Key) -> str:
    """The sort key of a row as text that travels in an address. Not secret: it holds what the row shows."""
    words = [part.isoformat() if isinstance(part, datetime) else str(part) for part in key]
    packed = json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def key_of(cursor: str, *kinds: type) -> tuple[Any, ...]:
    """The sort key that a cursor holds. Raises: BadCursor if it was made for another list, or by hand."""
    try:
        words = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise BadCursor
        return tuple(_read(kind, word) for kind, word in zip(kinds, words, strict=True))
    except (ValueError, binascii.Error, RecursionError):
        raise BadCursor from None


def _read(kind: type, word: str) -> Key:
    """One part of a key, refused where the database would stumble over it."""
    if kind is int:
        number = int(word)
        if abs(number) > LARGEST_NUMBER:
            raise BadCursor
        return number
    if kind is UUID:
        return UUID(word)
    if kind is datetime:
        moment = datetime.fromisoformat(word)
        if moment.tzinfo is None:
            raise BadCursor
        return moment
    word.encode()  # a lone surrogate has no UTF-8
    if "\x00" in word:
        raise BadCursor
    return word
