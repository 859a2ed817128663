"""Who looked at what, as a list that inspectors may take along; taking it along stands in the audit like any export."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import TypeAdapter

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import post_titles, unit_names
from jingwei.foundation.administration.queries.inspecting import looks_inspected
from jingwei.foundation.administration.rules.inspecting import (
    KIND_WORDS,
    SIGN_WORDS,
    ActKind,
    InspectionWish,
    LookedAt,
)
from jingwei.foundation.areas.queries import names_of
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
from jingwei.foundation.privacy.contracts import Purpose

ROWS_AT_ONCE = 500
READERS: Readers = {
    "person_id": TypeAdapter(UUID),
    "subject_id": TypeAdapter(UUID),
    "target": TypeAdapter(str),
    "words": TypeAdapter(str),
    "purpose": TypeAdapter(Purpose),
    "area": TypeAdapter(str),
    "kind": TypeAdapter(tuple[ActKind, ...]),
    "since": TypeAdapter(Moment),
    "until": TypeAdapter(Moment),
}
FILTER_WORDS = {
    "person_id": ("查看人", "viewer"),
    "subject_id": ("被查看人", "person concerned"),
    "target": ("对象", "object"),
    "words": ("查看人姓名含", "viewer's name has"),
    "purpose": ("用途", "purpose"),
    "area": ("区划", "area"),
    "kind": ("方式", "kind"),
    "since": ("自", "from"),
    "until": ("至", "until"),
}
PURPOSE_WORDS = {
    Purpose.CONTACT_REPORTER.value: ("联系反映人核实", "contact the reporter"),
    Purpose.FOLLOW_UP.value: ("回访", "follow up"),
    Purpose.ANSWER_REQUEST.value: ("答复本人查询", "answer the person's request"),
    Purpose.SUPERVISION.value: ("监督检查", "supervision"),
    Purpose.EXPORT.value: ("经审批导出", "approved export"),
    Purpose.MEDIATE.value: ("调解纠纷", "mediation"),
    Purpose.KEEP_RECORD.value: ("登记核对", "keeping the record"),
    Purpose.VISIT_RESIDENT.value: ("上门走访", "visiting the resident"),
    Purpose.SERVE_RESIDENT.value: ("为本人办事", "serving the resident"),
}
COLUMNS = (
    TakenColumn("at", "时间", "Time", width=18),
    TakenColumn("kind", "方式", "Kind"),
    TakenColumn("viewer", "查看人", "Viewer"),
    TakenColumn("post", "岗位", "Post", width=24),
    TakenColumn("unit", "单位", "Unit", width=28),
    TakenColumn("field", "字段", "Field", width=24),
    TakenColumn("target", "对象", "Object", width=48),
    TakenColumn("area", "对象所在区划", "Object's area", width=24),
    TakenColumn("viewer_area", "查看人辖区", "Viewer's area", width=24),
    TakenColumn("purpose", "用途", "Purpose", width=20),
    TakenColumn("remark", "说明", "Remark", width=30),
    TakenColumn("rows", "行数", "Rows"),
    TakenColumn("signs", "值得核实", "Stands out by", width=40),
    TakenColumn("subject", "被查看人编号", "Person concerned", is_usual=False, width=38),
)


def read_wish(wish: Wish) -> Wish:
    """The filters of ``listInspectedLooks``, checked. Raises: WishRefused."""
    return kept_wish(wish, READERS)


def wish_of(wish: Wish) -> InspectionWish:
    """Raises: WishRefused."""
    found = read_values(wish, READERS)
    kinds = found.pop("kind", ())
    purpose = found.pop("purpose", None)
    return InspectionWish(kinds=kinds, purpose=purpose.value if purpose else "", **found)


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side = 0 if language is Language.ZH else 1
    said = [f"{FILTER_WORDS[name][side]} {_said(name, value, side)}" for name, value in wish.items()]
    return ("；" if side == 0 else "; ").join(said) or ("不限" if side == 0 else "everything within sight")


def count_looks(actor: Actor, taking: Taking, *, most: int) -> int:
    wish, cursor, count = wish_of(taking.wish), None, 0
    while count < most:
        page = looks_inspected(wish, limit=ROWS_AT_ONCE, cursor=cursor)
        count, cursor = count + len(page.rows), page.next_cursor
        if cursor is None:
            break
    return min(count, most)


def read_looks(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = looks_inspected(wish_of(taking.wish), limit=ROWS_AT_ONCE, cursor=cursor)
    return TakenPage(_cells(page.rows, taking), page.next_cursor)


def _cells(rows: Sequence[LookedAt], taking: Taking) -> list[list[Cell]]:
    side = 0 if taking.language is Language.ZH else 1
    posts = post_titles({row.post_id for row in rows if row.post_id})
    units = unit_names({row.unit_id for row in rows if row.unit_id})
    areas = names_of({area for row in rows for area in (row.area_code, row.viewer_area) if area})
    cells = []
    for row in rows:
        made: dict[str, Cell] = {
            "at": row.at,
            "kind": KIND_WORDS[row.kind][side],
            "viewer": row.viewer_name,
            "post": posts.get(row.post_id, "") if row.post_id else "",
            "unit": units.get(row.unit_id, "") if row.unit_id else "",
            "field": row.field,
            "target": row.target,
            "area": areas.get(row.area_code, row.area_code),
            "viewer_area": areas.get(row.viewer_area, row.viewer_area),
            "purpose": PURPOSE_WORDS.get(row.purpose, (row.purpose, row.purpose))[side],
            "remark": row.remark,
            "rows": row.rows,
            "signs": "；".join(SIGN_WORDS[sign][side] for sign in row.signs),
            "subject": str(row.subject_id or ""),
        }
        cells.append([made[name] for name in taking.columns])
    return cells


def _said(name: str, value: str | list[str], side: int) -> str:
    if name == "kind":
        kinds = [value] if isinstance(value, str) else value
        return "、".join(KIND_WORDS[ActKind(one)][side] for one in kinds)
    if name == "purpose":
        return PURPOSE_WORDS[str(value)][side]
    return str(value)


LOOKS_SOURCE = Source(
    key="administration.looks",
    title_zh="查阅记录",
    title_en="Who looked at what",
    columns=COLUMNS,
    permission=Permission.READ_AUDIT,
    read=read_wish,
    say=say_wish,
    count=count_looks,
    rows=read_looks,
)
