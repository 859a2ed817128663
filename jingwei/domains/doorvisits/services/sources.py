"""Visits to take along."""

from datetime import date
from uuid import UUID

from pydantic import TypeAdapter

from jingwei.domains.doorvisits.models import DoorVisit
from jingwei.domains.doorvisits.queries.visits import LARGEST_PAGE, VisitFilter, count_visits, list_visits
from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.houses import house_cards
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
from jingwei.foundation.imports.contracts.wishes import AreaCode, Readers, kept_wish, read_values
from jingwei.kernel.clock import local

READERS: Readers = {
    "area_code": TypeAdapter(AreaCode),
    "from_on": TypeAdapter(date),
    "until_on": TypeAdapter(date),
    "officer_id": TypeAdapter(UUID),
    "house_id": TypeAdapter(UUID),
    "is_mine": TypeAdapter(bool),
}
FILTER_WORDS = {
    "area_code": ("区划", "area"),
    "from_on": ("从", "from"),
    "until_on": ("到", "until"),
    "officer_id": ("走访人", "officer"),
    "house_id": ("一处房屋", "one house"),
    "is_mine": ("只看自己的", "own only"),
}
COLUMNS = (
    TakenColumn("visited_at", "走访时间", "Visited", width=18),
    TakenColumn("address", "房屋", "House", width=36),
    TakenColumn("area", "所在区划", "Area", width=28),
    TakenColumn("officer", "走访人", "Officer"),
    TakenColumn("form_version", "走访表版本", "Form version"),
    TakenColumn("changed", "变更", "Changed"),
    TakenColumn("confirmed", "核实无变化", "Confirmed"),
    TakenColumn("notes", "民情", "Concerns noted"),
)


def filter_of(wish: Wish) -> VisitFilter:
    """Raises: WishRefused."""
    return VisitFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    area = wanted.area_code or ""
    said = {
        "area_code": names_of({area}).get(area, area) if area else "",
        "from_on": wanted.from_on.isoformat() if wanted.from_on else "",
        "until_on": wanted.until_on.isoformat() if wanted.until_on else "",
        "officer_id": "",
        "house_id": "",
        "is_mine": (("是", "否"), ("yes", "no"))[side][not wanted.is_mine],
    }
    parts = [f"{FILTER_WORDS[name][side]} {said[name]}".strip() for name in wish]
    return ("；" if side == 0 else "; ").join(parts) or ("不限" if side == 0 else "everything within sight")


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_visits(actor, filter_of(taking.wish), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_visits(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE)
    areas = path_names({row.scope_code for row in page.rows})
    cards = house_cards(actor, {row.house_id for row in page.rows})
    rows = [_cells(row, areas, cards.get(row.house_id)) for row in page.rows]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _cells(row: DoorVisit, areas: dict[str, str], card: HouseCard | None) -> dict[str, Cell]:
    return {
        "visited_at": local(row.visited_at),
        "address": card.address if card else "",
        "area": areas.get(row.scope_code, ""),
        "officer": row.officer_name,
        "form_version": row.form_version,
        "changed": row.changed,
        "confirmed": row.confirmed,
        "notes": row.notes,
    }


DOOR_VISIT_SOURCE = Source(
    key="doorvisits.visits",
    title_zh="入户走访",
    title_en="Door visits",
    columns=COLUMNS,
    permission=Permission.READ_LEDGER,
    read=lambda wish: kept_wish(wish, READERS, unsaid=("", [])),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
