"""Return visits to take along."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.returnvisits.contracts import VisitState, VisitWay, VisitWhy
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.returnvisits.queries.visits import LARGEST_PAGE, VisitFilter, count_visits, list_visits
from jingwei.domains.returnvisits.queries.words import (
    STARS_WORDS,
    STATE_WORDS,
    WAY_WORDS,
    WHY_WORDS,
    solved_word,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import unit_names
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
from jingwei.foundation.imports.contracts.wishes import AreaCode, Readers, kept_wish, read_values
from jingwei.kernel.clock import local

READERS: Readers = {
    "state": TypeAdapter(VisitState),
    "area_code": TypeAdapter(AreaCode),
    "item_code": TypeAdapter(Annotated[str, StringConstraints(pattern=r"^(\d{2}|\d{4}|\d{6})$")]),
    "handler_unit_id": TypeAdapter(UUID),
    "from_on": TypeAdapter(date),
    "until_on": TypeAdapter(date),
    "is_late": TypeAdapter(bool),
    "is_solved": TypeAdapter(bool),
    "is_satisfied": TypeAdapter(bool),
    "is_mine": TypeAdapter(bool),
}
FILTER_WORDS = {
    "state": ("状态", "state"),
    "area_code": ("区划", "area"),
    "item_code": ("事项", "item"),
    "handler_unit_id": ("承办单位", "handled by"),
    "from_on": ("结案从", "closed from"),
    "until_on": ("到", "until"),
    "is_late": ("是否超时", "late"),
    "is_solved": ("是否解决", "solved"),
    "is_satisfied": ("是否满意", "satisfied"),
    "is_mine": ("由本单位回访", "made by my unit"),
}
UNSAID: tuple[str | list[str], ...] = ("", [])
"""“No” narrows this list as well: not solved, not satisfied."""
COLUMNS = (
    TakenColumn("receipt_no", "受理编号", "Receipt", width=20),
    TakenColumn("item", "事项", "Item", width=24),
    TakenColumn("area", "所在区划", "Area", width=28),
    TakenColumn("handler", "承办单位", "Handled by", width=24),
    TakenColumn("closed_at", "结案时间", "Closed", width=18),
    TakenColumn("why", "回访原因", "Why", width=14),
    TakenColumn("state", "状态", "State"),
    TakenColumn("due_at", "回访期限", "Due", width=18),
    TakenColumn("is_late", "是否超时", "Late"),
    TakenColumn("tries", "联系次数", "Tries"),
    TakenColumn("way", "方式", "By"),
    TakenColumn("is_solved", "是否解决", "Solved"),
    TakenColumn("stars", "满意程度", "Satisfied"),
    TakenColumn("remark", "说明", "Remark", width=48),
    TakenColumn("by_name", "回访人", "Asked by"),
    TakenColumn("ended_at", "回访时间", "When", width=18),
    TakenColumn("is_reopened", "是否重新办理", "Reopened"),
)


def filter_of(wish: Wish) -> VisitFilter:
    """Raises: WishRefused."""
    return VisitFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    yes_no = (("是", "否"), ("yes", "no"))[side]

    def said(name: str) -> str:
        value = getattr(wanted, name)
        if isinstance(value, VisitState):
            return STATE_WORDS[value][side]
        if isinstance(value, bool):
            return yes_no[not value]
        if isinstance(value, UUID):
            return unit_names({value}).get(value, "")
        if name == "area_code":
            return names_of({value}).get(value, value)
        return value.isoformat() if isinstance(value, date) else str(value)

    parts = [f"{FILTER_WORDS[name][side]} {said(name)}".strip() for name in wish]
    return ("；" if side == 0 else "; ").join(parts) or ("不限" if side == 0 else "everything within sight")


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_visits(actor, filter_of(taking.wish), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_visits(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE)
    side = 0 if taking.language is Language.ZH else 1
    areas = path_names({row.scope_code for row in page.rows})
    units = unit_names({row.handler_unit_id for row in page.rows} - {None})
    rows = [_cells(row, areas, units, side) for row in page.rows]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _cells(row: Visit, areas: dict[str, str], units: dict[UUID, str], side: int) -> dict[str, Cell]:
    yes_no = (("是", "否"), ("yes", "no"))[side]
    return {
        "receipt_no": row.receipt_no,
        "item": row.item_name,
        "area": areas.get(row.scope_code, ""),
        "handler": units.get(row.handler_unit_id, "") if row.handler_unit_id else "",
        "closed_at": local(row.closed_at) if row.closed_at else None,
        "why": WHY_WORDS[VisitWhy(row.why)][side],
        "state": STATE_WORDS[VisitState(row.state)][side],
        "due_at": local(row.due_at) if row.due_at else None,
        "is_late": yes_no[not row.is_late],
        "tries": row.tries,
        "way": WAY_WORDS[VisitWay(row.way)][side] if row.way else "",
        "is_solved": solved_word(row.is_solved)[side],
        "stars": STARS_WORDS[row.stars][side] if row.stars else "",
        "remark": row.remark,
        "by_name": row.by_name,
        "ended_at": local(row.ended_at) if row.ended_at else None,
        "is_reopened": yes_no[row.reopened_at is None],
    }


VISIT_SOURCE = Source(
    key="returnvisits.visits",
    title_zh="回访",
    title_en="Return visits",
    columns=COLUMNS,
    permission=Permission.READ_VISITS,
    read=lambda wish: kept_wish(wish, READERS, unsaid=UNSAID),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
