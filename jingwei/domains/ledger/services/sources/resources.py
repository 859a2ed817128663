"""Resources to take along. Who is behind them stays here: numbers of people are looked at one by one."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.ledger.contracts import ResourceState
from jingwei.domains.ledger.models import Resource
from jingwei.domains.ledger.queries.components import LARGEST_PAGE
from jingwei.domains.ledger.queries.kinds import resource_kinds
from jingwei.domains.ledger.queries.resources import ResourceFilter, count_resources, list_resources
from jingwei.domains.ledger.rules.map_marks import RESOURCE_MARKS
from jingwei.domains.ledger.rules.resources import STATE_WORDS
from jingwei.domains.ledger.services.sources.components import AreaCode, Shape
from jingwei.domains.ledger.services.sources.reading import (
    joined,
    kept_wish,
    read_values,
    said_area,
    said_unit,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import path_names
from jingwei.foundation.imports.contracts.exports import (
    Cell,
    Language,
    Source,
    TakenColumn,
    TakenPage,
    Taking,
    Wish,
)

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
MARK_WORDS = {mark: STATE_WORDS[one] for one, mark in RESOURCE_MARKS.items()} | {
    "retired": STATE_WORDS[ResourceState.RETIRED]
}
READERS = {
    "area_code": TypeAdapter(AreaCode),
    "kind": TypeAdapter(tuple[Key, ...]),
    "state": TypeAdapter(tuple[Literal["ready", "busy", "shut", "retired"], ...]),
    "shape": TypeAdapter(Shape),
    "unit_id": TypeAdapter(UUID),
    "words": TypeAdapter(Annotated[str, StringConstraints(max_length=60)]),
}
FILTER_WORDS = {
    "area_code": ("区划", "area"),
    "kind": ("类别", "kind"),
    "state": ("状态", "state"),
    "unit_id": ("管理单位", "unit"),
    "words": ("文字", "words"),
    "shape": ("地图上画的范围", "drawn on the map"),
}
COLUMNS = (
    TakenColumn("name", "名称", "Name", width=28),
    TakenColumn("kind", "类别", "Kind"),
    TakenColumn("state", "状态", "State"),
    TakenColumn("address", "地址", "Address", width=32),
    TakenColumn("area", "所在区划", "Area", width=32),
    TakenColumn("lon", "经度", "Longitude"),
    TakenColumn("lat", "纬度", "Latitude"),
    TakenColumn("unit", "管理单位", "Run by", width=24),
    TakenColumn("capacity", "容量", "Capacity"),
    TakenColumn("hours", "开放时间", "Hours", width=32),
    TakenColumn("phone", "公开电话", "Public phone"),
)


def filter_of(wish: Wish) -> ResourceFilter:
    """Raises: WishRefused."""
    return ResourceFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = 0 if language is Language.ZH else 1, filter_of(wish)
    kinds = {kind.key: (kind.name_zh, kind.name_en)[side] for kind in resource_kinds()}
    said = {
        "area_code": lambda: said_area(wanted.area_code or ""),
        "kind": lambda: ("、", ", ")[side].join(kinds.get(one, one) for one in wanted.kind),
        "state": lambda: ("、", ", ")[side].join(MARK_WORDS[one][side] for one in wanted.state),
        "shape": lambda: "",
        "unit_id": lambda: said_unit(wanted.unit_id) if wanted.unit_id else "",
        "words": lambda: wanted.words or "",
    }
    return joined([f"{FILTER_WORDS[name][side]} {said[name]()}".strip() for name in wish], side)


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_resources(actor, filter_of(taking.wish), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_resources(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE)
    side = 0 if taking.language is Language.ZH else 1
    areas = path_names({row.scope_code for row in page.rows})
    rows = [_cells(row, areas, side) for row in page.rows]
    return TakenPage([[cells[name] for name in taking.columns] for cells in rows], page.next_cursor)


def _cells(row: Resource, areas: dict[str, str], side: int) -> dict[str, Cell]:
    return {
        "name": row.name,
        "kind": (row.kind.name_zh, row.kind.name_en)[side],
        "state": STATE_WORDS[ResourceState(row.state)][side],
        "address": row.address,
        "area": areas.get(row.scope_code, ""),
        "lon": round(row.position.x, 7),
        "lat": round(row.position.y, 7),
        "unit": row.unit_name,
        "capacity": row.capacity,
        "hours": row.hours,
        "phone": row.phone,
    }


RESOURCE_SOURCE = Source(
    key="ledger.resources",
    title_zh="资源清单",
    title_en="Resources",
    columns=COLUMNS,
    permission=Permission.READ_LEDGER,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
