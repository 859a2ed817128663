"""Reading the filters of a list as they stand in its address."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import AfterValidator, StringConstraints, TypeAdapter

from jingwei.domains.ledger.models import Placed
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.areas.queries import names_of, path_names
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    TakenPage,
    Taking,
    Wish,
)
from jingwei.foundation.imports.contracts.wishes import AreaCode, Readers
from jingwei.kernel.paging import Page
from jingwei.kernel.shapes import read_shape

Words = tuple[str, str]
P = TypeVar("P", bound=Placed)


def _shape(text: str) -> str:
    read_shape(text)
    return text


COMMON_READERS: Readers = {
    "area_code": TypeAdapter(AreaCode),
    "unit_id": TypeAdapter(UUID),
    "words": TypeAdapter(Annotated[str, StringConstraints(max_length=60)]),
    "shape": TypeAdapter(Annotated[str, StringConstraints(max_length=2000), AfterValidator(_shape)]),
}
"""What every list of the ledger can be narrowed to."""
COMMON_WORDS: Mapping[str, Words] = {
    "area_code": ("区划", "area"),
    "words": ("文字", "words"),
    "shape": ("地图上画的范围", "drawn on the map"),
}


def said(wish: Wish, wanted: Any, words: Mapping[str, Words], own: Mapping[str, str], side: int) -> str:
    """What a list was narrowed to, in words; ``own`` are the values that only this list has."""
    values = {
        "area_code": _area_name(wanted.area_code),
        "unit_id": _unit_name(wanted.unit_id),
        "words": wanted.words or "",
        "shape": "",
    } | dict(own)
    parts = [f"{words[name][side]} {values[name]}".strip() for name in wish]
    return ("；" if side == 0 else "; ").join(parts) or ("不限" if side == 0 else "everything within sight")


def side_of(language: Language) -> int:
    """Chinese stands first in every pair of words."""
    return 0 if language is Language.ZH else 1


def taken(
    page: Page[P], taking: Taking, cells: Callable[[P, dict[str, str], int], dict[str, Cell]]
) -> TakenPage:
    """The rows of a page as the chosen columns."""
    areas = path_names({row.scope_code for row in page.rows})
    rows = [cells(row, areas, side_of(taking.language)) for row in page.rows]
    return TakenPage([[row[name] for name in taking.columns] for row in rows], page.next_cursor)


def _area_name(code: str | None) -> str:
    return names_of({code}).get(code, code) if code else ""


def _unit_name(unit_id: UUID | None) -> str:
    return unit_names([unit_id]).get(unit_id, str(unit_id)) if unit_id else ""
