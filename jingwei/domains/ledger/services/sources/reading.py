"""Reading the filters of a list as they stand in its address."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.imports.contracts.exports import Wish, WishRefused

ODD = re.compile("[\x00\ud800-\udfff]")
OF_THE_PAGE = frozenset({"cursor", "size", "order", "view", "total"})
Readers = Mapping[str, TypeAdapter[Any]]
Words = tuple[str, str]


def kept_wish(wish: Wish, readers: Readers) -> Wish:
    """What narrows the list, checked. Raises: WishRefused."""
    kept = {
        name: value
        for name, value in wish.items()
        if name not in OF_THE_PAGE and value not in ("", [], "false")
    }
    read_values(kept, readers)
    return kept


def read_values(wish: Wish, readers: Readers) -> dict[str, Any]:
    """Raises: WishRefused."""
    return {name: _parsed(name, value, readers) for name, value in wish.items()}


def _parsed(name: str, value: str | list[str], readers: Readers) -> Any:
    reader = readers.get(name)
    texts = [value] if isinstance(value, str) else list(value)
    if reader is None or any(ODD.search(text) for text in texts):
        raise WishRefused(name=name[:40])
    is_many = "tuple" in str(reader._type)
    try:
        return reader.validate_python(texts if is_many else value)
    except ValidationError:
        raise WishRefused(name=name) from None


def said_area(code: str) -> str:
    return names_of({code}).get(code, code)


def said_unit(unit_id: UUID) -> str:
    return unit_names([unit_id]).get(unit_id, str(unit_id))


def joined(parts: list[str], side: int) -> str:
    return ("；" if side == 0 else "; ").join(parts) or ("不限" if side == 0 else "everything within sight")
