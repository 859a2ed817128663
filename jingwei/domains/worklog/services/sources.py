"""The work log to take along."""

from datetime import date
from typing import Annotated

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.worklog.models import LogEntry
from jingwei.domains.worklog.queries.entries import LARGEST_PAGE, LogFilter, count_entries, list_entries
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import names_of, path_names
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
)
from jingwei.foundation.imports.contracts.wishes import AreaCode, Readers, Words, kept_wish, read_values
from jingwei.kernel.clock import local

READERS: Readers = {
    "area_code": TypeAdapter(AreaCode),
    "item_code": TypeAdapter(Annotated[str, StringConstraints(pattern=r"^(\d{2}|\d{4}|\d{6})$")]),
    "from_on": TypeAdapter(date),
    "until_on": TypeAdapter(date),
    "is_mine": TypeAdapter(bool),
    "is_grown": TypeAdapter(bool),
    "words": TypeAdapter(Words),
}
FILTER_WORDS = {
    "area_code": ("区划", "area"),
    "item_code": ("事项", "item"),
    "from_on": ("从", "from"),
    "until_on": ("到", "until"),
    "is_mine": ("只看自己的", "own only"),
    "is_grown": ("是否转工单", "grown"),
    "words": ("文字", "words"),
}
COLUMNS = (
    TakenColumn("happened_at", "办理时间", "When", width=18),
    TakenColumn("item", "事项", "Item", width=24),
    TakenColumn("class_name", "大类", "Class", width=18),
    TakenColumn("words", "内容", "Words", width=48),
    TakenColumn("address", "地点", "Address", width=28),
    TakenColumn("area", "所在区划", "Area", width=28),
    TakenColumn("recorder", "记录人", "Recorded by"),
    TakenColumn("photos", "照片数", "Photos"),
    TakenColumn("receipt_no", "转成的工单", "Work order", width=20),
)


def filter_of(wish: Wish) -> LogFilter:
    """Raises: WishRefused."""
    return LogFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    yes_no = (("是", "否"), ("yes", "no"))[side]
    area = wanted.area_code or ""
    said = {
        "area_code": names_of({area}).get(area, area) if area else "",
        "item_code": wanted.item_code or "",
        "from_on": wanted.from_on.isoformat() if wanted.from_on else "",
        "until_on": wanted.until_on.isoformat() if wanted.until_on else "",
        "is_mine": yes_no[not wanted.is_mine],
        "is_grown": yes_no[not wanted.is_grown],
        "words": wanted.words or "",
    }
    parts = [f"{FILTER_WORDS[name][side]} {said[name]}".strip() for name in wish]
    return ("；" if side == 0 else "; ").join(parts) or ("不限" if side == 0 else "everything within sight")


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_entries(actor, filter_of(taking.wish), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_entries(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE)
    areas = path_names({row.scope_code for row in page.rows})
    rows = [_cells(row, areas) for row in page.rows]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _cells(row: LogEntry, areas: dict[str, str]) -> dict[str, Cell]:
    return {
        "happened_at": local(row.happened_at),
        "item": row.item_name,
        "class_name": row.class_name,
        "words": row.words,
        "address": row.address,
        "area": areas.get(row.scope_code, ""),
        "recorder": row.recorder_name,
        "photos": len(row.file_ids),
        "receipt_no": row.receipt_no,
    }


LOG_SOURCE = Source(
    key="worklog.entries",
    title_zh="工作日志",
    title_en="Work log",
    columns=COLUMNS,
    permission=Permission.READ_WORK_LOG,
    read=lambda wish: kept_wish(wish, READERS, unsaid=("", [])),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
