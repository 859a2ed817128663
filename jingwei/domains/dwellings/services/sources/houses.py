"""Houses to take along. Who lives in them is no part of it."""

from uuid import UUID

from pydantic import TypeAdapter

from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.dwellings.models import House
from jingwei.domains.dwellings.queries.houses import LARGEST_PAGE, HouseFilter, count_houses, list_houses
from jingwei.domains.dwellings.services.sources.reading import (
    COMMON_READERS,
    COMMON_WORDS,
    Code,
    code_name,
    code_names,
    door_cells,
    said,
    side_of,
    taken,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.services.using import note_used
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
)
from jingwei.foundation.imports.contracts.wishes import kept_wish, read_values
from jingwei.kernel.clock import local

READERS = {
    **COMMON_READERS,
    "building_id": TypeAdapter(UUID),
    "tenure": TypeAdapter(tuple[Code, ...]),
}
FILTER_WORDS = {
    **COMMON_WORDS,
    "building_id": ("一栋楼", "of one building"),
    "tenure": ("使用情况", "how it is used"),
}
COLUMNS = (
    TakenColumn("address", "地址", "Address", width=40),
    TakenColumn("unit", "单元", "Unit"),
    TakenColumn("room", "室", "Room"),
    TakenColumn("aliases", "别名", "Other names", is_usual=False, width=30),
    TakenColumn("area", "所在区划", "Area", width=32),
    TakenColumn("scope_code", "区划代码", "Area code", is_usual=False, width=18),
    TakenColumn("lon", "经度", "Longitude", is_usual=False),
    TakenColumn("lat", "纬度", "Latitude", is_usual=False),
    TakenColumn("use", "用途", "Use"),
    TakenColumn("tenure", "使用情况", "How it is used"),
    TakenColumn("area_m2", "建筑面积（平方米）", "Floor area (m²)"),
    TakenColumn("seen_at", "最近核实", "Last seen", width=18),
    TakenColumn("due_on", "下次核实", "Due on"),
    TakenColumn("record_id", "记录编号", "Record id", is_usual=False, width=38),
)


def filter_of(wish: Wish) -> HouseFilter:
    """Raises: WishRefused."""
    return HouseFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = side_of(language), filter_of(wish)
    tables = code_names(("house_tenure",))
    tenures = [code_name(tables["house_tenure"], one, side) for one in wanted.tenure]
    return said(wish, wanted, FILTER_WORDS, {"tenure": ("、", ", ")[side].join(tenures)}, side)


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_houses(actor, filter_of(taking.wish), on=local(taking.at).date(), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_houses(
        actor, filter_of(taking.wish), on=local(taking.at).date(), cursor=cursor, size=LARGEST_PAGE
    )
    note_used(HOUSE, taking.columns, on=local(taking.at).date())
    tables = code_names(("house_use", "house_tenure"))

    def cells(row: House, areas: dict[str, str], side: int) -> dict[str, Cell]:
        return door_cells(row, areas) | {
            "unit": row.unit,
            "room": row.room,
            "use": code_name(tables["house_use"], row.use, side),
            "tenure": code_name(tables["house_tenure"], row.tenure, side),
            "area_m2": float(row.area_m2) if row.area_m2 is not None else None,
        }

    return taken(page, taking, cells)


HOUSE_SOURCE = Source(
    key=f"{HOUSE}s",
    title_zh="房屋台账",
    title_en="Houses",
    columns=COLUMNS,
    permission=Permission.READ_LEDGER,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
