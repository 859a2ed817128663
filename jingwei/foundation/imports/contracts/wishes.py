"""Reading what a list was narrowed to, from its address: the same for every list that can be taken along."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    StringConstraints,
    TypeAdapter,
    ValidationError,
)

from jingwei.foundation.imports.contracts.exports import Wish, WishRefused

ODD = re.compile("[\x00\ud800-\udfff]")
OF_THE_PAGE = frozenset({"cursor", "size", "limit", "order", "view", "total"})
"""What an address says of the page and not of the rows."""
UNSAID: tuple[str | list[str], ...] = ("", [], "false")
Readers = Mapping[str, TypeAdapter[Any]]
"""How each filter is read; what takes several values is a tuple."""
AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
Words = Annotated[str, StringConstraints(max_length=60)]
FIRST_YEAR, LAST_YEAR = 1900, 2999


def _written(text: object) -> object:
    """A bare number would be read as seconds since 1970."""
    if not isinstance(text, str) or text.strip("+-. ").isdigit():
        raise ValueError("a moment is a date and a time")
    return text


def _usual(moment: datetime) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError("a moment of our time")
    return moment


Moment = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_usual)]


def kept_wish(wish: Wish, readers: Readers, *, unsaid: tuple[str | list[str], ...] = UNSAID) -> Wish:
    """What narrows the list, checked; ``unsaid`` are values that narrow nothing. Raises: WishRefused."""
    kept = {name: value for name, value in wish.items() if name not in OF_THE_PAGE and value not in unsaid}
    read_values(kept, readers)
    return kept


def read_values(wish: Wish, readers: Readers) -> dict[str, Any]:
    """The values as the list's filter takes them. Raises: WishRefused."""
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
