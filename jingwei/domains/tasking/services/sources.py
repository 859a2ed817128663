"""Shares of tasks to take along: who owes what, how far, by when."""

from typing import Literal
from uuid import UUID

from pydantic import TypeAdapter

from jingwei.domains.tasking.contracts import ShareState, Side
from jingwei.domains.tasking.models import Share
from jingwei.domains.tasking.queries.tasks import (
    LARGEST_PAGE,
    ShareFilter,
    count_shares,
    is_overdue,
    list_shares,
)
from jingwei.domains.tasking.rules.course import STATE_WORDS
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

STATES = tuple(one.name.lower() for one in ShareState)
StateName = Literal["given", "doing", "reported", "done", "returned", "withdrawn"]
READERS: Readers = {
    "side": TypeAdapter(Side),
    "state": TypeAdapter(tuple[StateName, ...]),
    "task_id": TypeAdapter(UUID),
    "area_code": TypeAdapter(AreaCode),
    "is_overdue": TypeAdapter(bool),
    "words": TypeAdapter(Words),
}
FILTER_WORDS = {
    "side": ("哪一边", "side"),
    "state": ("状态", "state"),
    "task_id": ("一项任务", "one task"),
    "area_code": ("区划", "area"),
    "is_overdue": ("只看超期", "overdue only"),
    "words": ("文字", "words"),
}
SIDE_WORDS = {
    Side.MINE: ("我收到的", "mine"),
    Side.GIVEN: ("我下达的", "given by me"),
    Side.SEEN: ("看得到的", "within sight"),
}
COLUMNS = (
    TakenColumn("title", "任务", "Task", width=32),
    TakenColumn("receiver", "接收方", "Receiver", width=28),
    TakenColumn("area", "所在区划", "Area", width=28),
    TakenColumn("state", "状态", "State"),
    TakenColumn("target", "目标数", "Target"),
    TakenColumn("done", "自报完成数", "Done by itself"),
    TakenColumn("unit", "计量单位", "Counted in"),
    TakenColumn("due_at", "期限", "Due", width=18),
    TakenColumn("is_overdue", "是否超期", "Overdue"),
    TakenColumn("given_at", "下达时间", "Given", width=18),
    TakenColumn("ended_at", "结束时间", "Ended", width=18),
)


def filter_of(wish: Wish) -> ShareFilter:
    """Raises: WishRefused."""
    read = read_values(wish, READERS)
    if "state" in read:
        read["state"] = tuple(ShareState[one.upper()] for one in read["state"])
    return ShareFilter(**read)


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    said = {
        "side": lambda: SIDE_WORDS[wanted.side][side],
        "state": lambda: ("、", ", ")[side].join(STATE_WORDS[one][side] for one in wanted.state),
        "task_id": lambda: "",
        "area_code": lambda: names_of({wanted.area_code or ""}).get(wanted.area_code or "", ""),
        "is_overdue": lambda: "",
        "words": lambda: wanted.words or "",
    }
    parts = [f"{FILTER_WORDS[name][side]} {said[name]()}".strip() for name in wish]
    return ("；" if side == 0 else "; ").join(parts) or (
        "我收到的未结任务" if side == 0 else "open tasks of mine"
    )


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_shares(actor, filter_of(taking.wish), at=taking.at, most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_shares(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE, at=taking.at)
    side = 0 if taking.language is Language.ZH else 1
    areas = path_names({row.scope_code for row in page.rows})
    rows = [_cells(row, areas, side, taking) for row in page.rows]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _cells(row: Share, areas: dict[str, str], side: int, taking: Taking) -> dict[str, Cell]:
    return {
        "title": row.task.title,
        "receiver": row.receiver_name,
        "area": areas.get(row.scope_code, ""),
        "state": STATE_WORDS[ShareState(row.state)][side],
        "target": row.target,
        "done": row.done,
        "unit": row.task.target_unit,
        "due_at": local(row.due_at),
        "is_overdue": (("是", "否"), ("yes", "no"))[side][not is_overdue(row, at=taking.at)],
        "given_at": local(row.given_at),
        "ended_at": local(row.ended_at) if row.ended_at else None,
    }


SHARE_SOURCE = Source(
    key="tasking.shares",
    title_zh="任务分件",
    title_en="Shares of tasks",
    columns=COLUMNS,
    permission=Permission.READ_TASKS,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
