"""Who did what, as a list that inspectors may take along; taking it along stands in the audit like any export."""

import json
from collections.abc import Sequence
from uuid import UUID

from pydantic import TypeAdapter

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.audit.contracts import AuditEntry
from jingwei.foundation.audit.queries import entries_seen
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
)
from jingwei.foundation.imports.contracts.wishes import Moment, Readers, kept_wish, read_values
from jingwei.kernel.paging import Page

ROWS_AT_ONCE = 500
READERS: Readers = {
    "target": TypeAdapter(str),
    "person_id": TypeAdapter(UUID),
    "since": TypeAdapter(Moment),
    "until": TypeAdapter(Moment),
}
FILTER_WORDS = {
    "target": ("对象", "object"),
    "person_id": ("操作人", "person"),
    "since": ("自", "from"),
    "until": ("至", "until"),
}
COLUMNS = (
    TakenColumn("number", "编号", "Number"),
    TakenColumn("at", "时间", "Time", width=18),
    TakenColumn("actor", "操作人", "Who"),
    TakenColumn("role", "角色", "Role"),
    TakenColumn("permission", "凭什么权限", "By which permission", width=24),
    TakenColumn("target", "对象", "Object", width=48),
    TakenColumn("area", "区划", "Area", width=24),
    TakenColumn("change", "改了什么", "What changed", width=60),
    TakenColumn("person", "操作人编号", "Person", is_usual=False, width=38),
    TakenColumn("acting_for", "代理谁（编号）", "In whose stead", is_usual=False, width=38),
)


def read_wish(wish: Wish) -> Wish:
    """The filters of ``listAuditEntries``, checked. Raises: WishRefused."""
    return kept_wish(wish, READERS)


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side = 0 if language is Language.ZH else 1
    said = [f"{FILTER_WORDS[name][side]} {value}" for name, value in wish.items()]
    return ("；" if side == 0 else "; ").join(said) or ("不限" if side == 0 else "everything within sight")


def count_entries(actor: Actor, taking: Taking, *, most: int) -> int:
    cursor, count = None, 0
    while count < most:
        page = _page(taking.wish, cursor)
        count, cursor = count + len(page.rows), page.next_cursor
        if cursor is None:
            break
    return min(count, most)


def read_entries(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = _page(taking.wish, cursor)
    return TakenPage(_cells(page.rows, taking), page.next_cursor)


def _page(wish: Wish, cursor: str | None) -> Page[AuditEntry]:
    asked = dict.fromkeys(READERS) | read_values(wish, READERS)
    return entries_seen(limit=ROWS_AT_ONCE, cursor=cursor, **asked)


def _cells(rows: Sequence[AuditEntry], taking: Taking) -> list[list[Cell]]:
    areas = names_of({row.area_code for row in rows if row.area_code})
    cells = []
    for row in rows:
        made: dict[str, Cell] = {
            "number": row.entry_id,
            "at": row.at,
            "actor": row.actor_name,
            "role": row.role,
            "permission": row.permission,
            "target": row.target,
            "area": areas.get(row.area_code, row.area_code),
            "change": json.dumps(row.change, ensure_ascii=False, sort_keys=True),
            "person": str(row.person_id or ""),
            "acting_for": str(row.acting_for_id or ""),
        }
        cells.append([made[name] for name in taking.columns])
    return cells


ENTRIES_SOURCE = Source(
    key="administration.entries",
    title_zh="操作记录",
    title_en="Who did what",
    columns=COLUMNS,
    permission=Permission.READ_AUDIT,
    read=read_wish,
    say=say_wish,
    count=count_entries,
    rows=read_entries,
)
