"""Resources to take along. Who is behind them stays here: numbers of people are looked at one by one."""

from typing import Annotated, Literal

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.ledger.contracts import ResourceState
from jingwei.domains.ledger.models import Resource
from jingwei.domains.ledger.queries.components import LARGEST_PAGE
from jingwei.domains.ledger.queries.kinds import resource_kinds
from jingwei.domains.ledger.queries.resources import ResourceFilter, count_resources, list_resources
from jingwei.domains.ledger.rules.map_marks import RESOURCE_MARKS
from jingwei.domains.ledger.rules.resources import STATE_WORDS
from jingwei.domains.ledger.services.sources.reading import (
    COMMON_READERS,
    COMMON_WORDS,
    said,
    side_of,
    taken,
)
from jingwei.foundation.access.contracts import Actor, Permission
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

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
MARK_WORDS = {mark: STATE_WORDS[one] for one, mark in RESOURCE_MARKS.items()} | {
    "retired": STATE_WORDS[ResourceState.RETIRED]
}
READERS = {
    **COMMON_READERS,
    "kind": TypeAdapter(tuple[Key, ...]),
    "state": TypeAdapter(tuple[Literal["ready", "busy", "shut", "retired"], ...]),
}
FILTER_WORDS = {
    **COMMON_WORDS,
    "kind": ("类别", "kind"),
    "state": ("状态", "state"),
    "unit_id": ("管理单位", "unit"),
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
    side, wanted = side_of(language), filter_of(wish)
    kinds = {kind.key: (kind.name_zh, kind.name_en)[side] for kind in resource_kinds()}
    own = {
        "kind": ("、", ", ")[side].join(kinds.get(one, one) for one in wanted.kind),
        "state": ("、", ", ")[side].join(MARK_WORDS[one][side] for one in wanted.state),
    }
    return said(wish, wanted, FILTER_WORDS, own, side)


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_resources(actor, filter_of(taking.wish), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_resources(actor, filter_of(taking.wish), cursor=cursor, size=LARGEST_PAGE)
    return taken(page, taking, _cells)


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
