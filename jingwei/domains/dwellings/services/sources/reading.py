"""Reading the filters of both lists as they stand in an address, and saying them in words."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.dwellings.models import Door
from jingwei.domains.dwellings.rules.map_marks import MARKS
from jingwei.foundation.areas.queries import names_of, path_names
from jingwei.foundation.forms.contracts import CodeTable
from jingwei.foundation.forms.queries.standing import code_table
from jingwei.foundation.imports.contracts.exports import Cell, Language, TakenPage, Taking, Wish
from jingwei.foundation.imports.contracts.wishes import AreaCode, Readers
from jingwei.kernel.paging import Page

D = TypeVar("D", bound=Door)
Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_.-]{1,10}$")]
COMMON_READERS: Readers = {
    "area_code": TypeAdapter(AreaCode),
    "words": TypeAdapter(Annotated[str, StringConstraints(max_length=60)]),
    "use": TypeAdapter(tuple[Literal["home", "trade", "public", "industry", "other"], ...]),
    "is_due": TypeAdapter(bool),
    "is_ended": TypeAdapter(bool),
}
COMMON_WORDS: Mapping[str, tuple[str, str]] = {
    "area_code": ("区划", "area"),
    "words": ("文字", "words"),
    "use": ("用途", "use"),
    "is_due": ("该核实的", "due to be seen again"),
    "is_ended": ("已停用的", "out of use"),
}


def side_of(language: Language) -> int:
    """Chinese stands first in every pair of words."""
    return 0 if language is Language.ZH else 1


def said(
    wish: Wish, wanted: Any, words: Mapping[str, tuple[str, str]], own: Mapping[str, str], side: int
) -> str:
    """What a list was narrowed to, in words; ``own`` are the values that only this list has."""
    values = {
        "area_code": names_of({wanted.area_code}).get(wanted.area_code, "") if wanted.area_code else "",
        "words": wanted.words or "",
        "use": ("、", ", ")[side].join(MARKS[one][side] for one in wanted.use),
    } | dict(own)
    parts = [f"{words[name][side]} {values.get(name, '')}".strip() for name in wish]
    return ("；", "; ")[side].join(parts) or ("不限", "everything within sight")[side]


def code_name(table: CodeTable | None, value: str, side: int) -> str:
    """A code in words; as it is where its table no longer has it."""
    code = table.code(value) if table and value else None
    return value if code is None else (code.name_zh, code.name_en)[side]


def code_names(keys: tuple[str, ...]) -> Mapping[str, CodeTable | None]:
    return {key: code_table(key) for key in keys}


def taken(
    page: Page[D], taking: Taking, cells: Callable[[D, dict[str, str], int], dict[str, Cell]]
) -> TakenPage:
    """The rows of a page as the chosen columns."""
    areas = path_names({row.scope_code for row in page.rows})
    rows = [cells(row, areas, side_of(taking.language)) for row in page.rows]
    return TakenPage([[row[name] for name in taking.columns] for row in rows], page.next_cursor)


def door_cells(row: Door, areas: Mapping[str, str]) -> dict[str, Cell]:
    """What buildings and houses have in common."""
    return {
        "address": row.address,
        "aliases": "、".join(row.aliases),
        "area": areas.get(row.scope_code, ""),
        "scope_code": row.scope_code,
        "lon": round(row.position.x, 7),
        "lat": round(row.position.y, 7),
        "seen_at": row.seen_at,
        "due_on": row.due_on,
        "record_id": str(row.pk),
    }
