"""Lapses to take along: what rules found in a period, of which unit, on which matter."""

from uuid import UUID

from pydantic import TypeAdapter

from jingwei.domains.incidents.queries.known import matters_by_id
from jingwei.domains.supervision.contracts import LapseKind
from jingwei.domains.supervision.queries.lapses import LapseWish, count_lapses, list_lapses
from jingwei.domains.supervision.rules.period import LAPSE_LABELS, require_period
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
    WishRefused,
)
from jingwei.foundation.imports.contracts.wishes import AreaCode, Moment, Readers, kept_wish, read_values
from jingwei.kernel.clock import local

READERS: Readers = {
    "since": TypeAdapter(Moment),
    "until": TypeAdapter(Moment),
    "area_code": TypeAdapter(AreaCode),
    "unit_id": TypeAdapter(UUID),
    "lapse": TypeAdapter(LapseKind),
}
GROUPED = "by"
"""How the page adds up; it narrows nothing."""
PAGE = 500
COLUMNS = (
    TakenColumn("at", "时间", "When", width=18),
    TakenColumn("lapse", "问题", "LapseKind"),
    TakenColumn("unit", "单位", "Unit", width=28),
    TakenColumn("receipt_no", "编号", "Number", width=18),
    TakenColumn("title", "事件", "Matter", width=32),
    TakenColumn("area", "所在区划", "Area", width=28),
    TakenColumn("state", "现在的状态", "State now"),
)


def wish_of(wish: Wish) -> LapseWish:
    """Raises: WishRefused, PeriodWrong."""
    read = read_values(wish, READERS)
    for name in ("since", "until"):
        if name not in read:
            raise WishRefused(name=name)
    require_period(read["since"], read["until"])
    return LapseWish(**read)


def kept(wish: Wish) -> Wish:
    """What narrows the list, checked. Raises: WishRefused, PeriodWrong."""
    left = kept_wish({name: value for name, value in wish.items() if name != GROUPED}, READERS)
    wish_of(left)
    return left


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, wish_of(wish)
    said = [f"{local(wanted.since):%Y-%m-%d} – {local(wanted.until):%Y-%m-%d}"]
    if wanted.area_code:
        said.append(names_of({wanted.area_code}).get(wanted.area_code, ""))
    if wanted.unit_id:
        said.append(unit_names([wanted.unit_id]).get(wanted.unit_id, ""))
    if wanted.lapse:
        said.append(LAPSE_LABELS[wanted.lapse][side])
    return ("；", "; ")[side].join(one for one in said if one)


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_lapses(actor, wish_of(taking.wish), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_lapses(actor, wish_of(taking.wish), cursor=cursor, size=PAGE)
    side = 0 if taking.language is Language.ZH else 1
    matters = matters_by_id(actor, [row.incident_id for row in page.rows])
    units = unit_names({row.unit_id for row in page.rows})
    rows: list[list[Cell]] = []
    for row in page.rows:
        matter = matters.get(row.incident_id)
        cells: dict[str, Cell] = {
            "at": local(row.at),
            "lapse": LAPSE_LABELS[LapseKind(row.lapse)][side],
            "unit": units.get(row.unit_id, ""),
            "receipt_no": matter.receipt_no if matter else "",
            "title": matter.title if matter else "",
            "area": matter.area_name if matter else "",
            "state": matter.state_label if matter else "",
        }
        rows.append([cells[name] for name in taking.columns])
    return TakenPage(rows, page.next_cursor)


LAPSE_SOURCE = Source(
    key="supervision.lapses",
    title_zh="纪检视角",
    title_en="Discipline view",
    columns=COLUMNS,
    permission=Permission.READ_DISCIPLINE,
    read=kept,
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
