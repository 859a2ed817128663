"""Components to take along."""

from typing import Annotated, Literal

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.ledger.contracts import Condition, Life
from jingwei.domains.ledger.models import Component
from jingwei.domains.ledger.queries.components import (
    LARGEST_PAGE,
    ComponentFilter,
    count_components,
    list_components,
)
from jingwei.domains.ledger.queries.kinds import component_kinds
from jingwei.domains.ledger.rules.components import CONDITION_WORDS, LIFE_WORDS
from jingwei.domains.ledger.rules.map_marks import COMPONENT_MARKS
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
from jingwei.kernel.clock import local

STATE_WORDS = {mark: CONDITION_WORDS[one] for one, mark in COMPONENT_MARKS.items()} | {
    "out": LIFE_WORDS[Life.OUT_OF_USE],
    "retired": LIFE_WORDS[Life.RETIRED],
}
READERS = {
    **COMMON_READERS,
    "kind": TypeAdapter(Annotated[str, StringConstraints(pattern=r"^(\d{2}|\d{4})$")]),
    "state": TypeAdapter(tuple[Literal["good", "worn", "damaged", "missing", "out", "retired"], ...]),
    "is_due": TypeAdapter(bool),
}
FILTER_WORDS = {
    **COMMON_WORDS,
    "kind": ("类别", "kind"),
    "state": ("状况", "condition"),
    "unit_id": ("责任单位", "unit"),
    "is_due": ("该巡检的", "inspection due"),
}
COLUMNS = (
    TakenColumn("code", "部件编码", "Component code", width=20),
    TakenColumn("class_name", "大类", "Class"),
    TakenColumn("kind", "小类", "Type"),
    TakenColumn("name", "名称", "Name", width=24),
    TakenColumn("address", "位置描述", "Address", width=32),
    TakenColumn("area", "所在区划", "Area", width=32),
    TakenColumn("scope_code", "区划代码", "Area code", is_usual=False, width=18),
    TakenColumn("lon", "经度", "Longitude"),
    TakenColumn("lat", "纬度", "Latitude"),
    TakenColumn("given", "原始坐标", "Original coordinates", is_usual=False, width=30),
    TakenColumn("condition", "状况", "Condition"),
    TakenColumn("life", "使用状态", "Life"),
    TakenColumn("owner", "权属单位", "Owner", width=24),
    TakenColumn("keeper", "养护单位", "Keeper", width=24),
    TakenColumn("inspected_at", "最近巡检", "Inspected", width=18),
    TakenColumn("inspect_due_on", "下次巡检", "Due on"),
    TakenColumn("installed_on", "安装日期", "Installed on"),
    TakenColumn("value_yuan", "资产价值（元）", "Value (yuan)", is_usual=False),
    TakenColumn("acquired_on", "取得日期", "Acquired on", is_usual=False),
    TakenColumn("warranty_until_on", "质保至", "Warranty until", is_usual=False),
    TakenColumn("maker", "生产厂家", "Maker", is_usual=False),
    TakenColumn("asset_no", "资产编号", "Asset number", is_usual=False),
)


def filter_of(wish: Wish) -> ComponentFilter:
    """Raises: WishRefused."""
    return ComponentFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = side_of(language), filter_of(wish)
    own = {
        "kind": _said_kind(wanted.kind) if wanted.kind else "",
        "state": ("、", ", ")[side].join(STATE_WORDS[one][side] for one in wanted.state),
        "is_due": "",
    }
    return said(wish, wanted, FILTER_WORDS, own, side)


def _said_kind(code: str) -> str:
    found = next((kind for kind in component_kinds() if kind.code.startswith(code)), None)
    if found is None:
        return code
    return found.type_name if len(code) == 4 else found.class_name


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_components(actor, filter_of(taking.wish), on=local(taking.at).date(), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_components(
        actor, filter_of(taking.wish), on=local(taking.at).date(), cursor=cursor, size=LARGEST_PAGE
    )
    return taken(page, taking, _cells)


def _cells(row: Component, areas: dict[str, str], side: int) -> dict[str, Cell]:
    return {
        "code": row.code,
        "class_name": row.kind.class_name,
        "kind": row.kind.type_name,
        "name": row.name,
        "address": row.address,
        "area": areas.get(row.scope_code, ""),
        "scope_code": row.scope_code,
        "lon": round(row.position.x, 7),
        "lat": round(row.position.y, 7),
        "given": f"{row.given_lon}, {row.given_lat} ({row.datum})",
        "condition": CONDITION_WORDS[Condition(row.condition)][side],
        "life": LIFE_WORDS[Life(row.life)][side],
        "owner": row.owner_name,
        "keeper": row.keeper_name,
        "inspected_at": row.inspected_at,
        "inspect_due_on": row.inspect_due_on,
        "installed_on": row.installed_on,
        "value_yuan": float(row.value_yuan) if row.value_yuan is not None else None,
        "acquired_on": row.acquired_on,
        "warranty_until_on": row.warranty_until_on,
        "maker": row.maker,
        "asset_no": row.asset_no,
    }


COMPONENT_SOURCE = Source(
    key="ledger.components",
    title_zh="部件台账",
    title_en="Components",
    columns=COLUMNS,
    permission=Permission.READ_LEDGER,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
