"""Buildings to take along."""

from typing import Annotated

from pydantic import StringConstraints, TypeAdapter

from jingwei.domains.dwellings.contracts import BUILDING
from jingwei.domains.dwellings.models import Building
from jingwei.domains.dwellings.queries.buildings import (
    BuildingFilter,
    count_buildings,
    house_counts,
    list_buildings,
)
from jingwei.domains.dwellings.queries.houses import LARGEST_PAGE
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
    "structure": TypeAdapter(tuple[Code, ...]),
    "shape": TypeAdapter(Annotated[str, StringConstraints(max_length=2000)]),
}
FILTER_WORDS = {
    **COMMON_WORDS,
    "structure": ("结构", "structure"),
    "shape": ("地图上画的范围", "drawn on the map"),
}
COLUMNS = (
    TakenColumn("address", "地址", "Address", width=40),
    TakenColumn("name", "楼名", "Name", width=20),
    TakenColumn("aliases", "别名", "Other names", is_usual=False, width=30),
    TakenColumn("area", "所在区划", "Area", width=32),
    TakenColumn("scope_code", "区划代码", "Area code", is_usual=False, width=18),
    TakenColumn("lon", "经度", "Longitude"),
    TakenColumn("lat", "纬度", "Latitude"),
    TakenColumn("structure", "建筑结构", "Structure"),
    TakenColumn("use", "主要用途", "Main use"),
    TakenColumn("floors_above", "地上层数", "Floors above ground"),
    TakenColumn("floors_below", "地下层数", "Floors below ground", is_usual=False),
    TakenColumn("built_year", "建成年份", "Year of completion"),
    TakenColumn("houses", "房屋套数", "Houses"),
    TakenColumn("seen_at", "最近核实", "Last seen", width=18),
    TakenColumn("due_on", "下次核实", "Due on"),
    TakenColumn("record_id", "记录编号", "Record id", is_usual=False, width=38),
)


def filter_of(wish: Wish) -> BuildingFilter:
    """Raises: WishRefused."""
    return BuildingFilter(**read_values(wish, READERS))


def say_wish(wish: Wish, language: Language) -> str:
    """What the list was narrowed to, in words."""
    side, wanted = side_of(language), filter_of(wish)
    tables = code_names(("building_structure",))
    structures = [code_name(tables["building_structure"], one, side) for one in wanted.structure]
    return said(wish, wanted, FILTER_WORDS, {"structure": ("、", ", ")[side].join(structures)}, side)


def count_rows(actor: Actor, taking: Taking, *, most: int) -> int:
    return count_buildings(actor, filter_of(taking.wish), on=local(taking.at).date(), most=most)


def read_rows(actor: Actor, taking: Taking, *, cursor: str | None) -> TakenPage:
    page = list_buildings(
        actor, filter_of(taking.wish), on=local(taking.at).date(), cursor=cursor, size=LARGEST_PAGE
    )
    note_used(BUILDING, taking.columns, on=local(taking.at).date())
    tables = code_names(("building_structure", "house_use"))
    counts = house_counts([row.pk for row in page.rows])

    def cells(row: Building, areas: dict[str, str], side: int) -> dict[str, Cell]:
        return door_cells(row, areas) | {
            "name": row.name,
            "structure": code_name(tables["building_structure"], row.structure, side),
            "use": code_name(tables["house_use"], row.use, side),
            "floors_above": row.floors_above,
            "floors_below": row.floors_below,
            "built_year": row.built_year,
            "houses": counts.get(row.pk, 0),
        }

    return taken(page, taking, cells)


BUILDING_SOURCE = Source(
    key=f"{BUILDING}s",
    title_zh="楼栋台账",
    title_en="Buildings",
    columns=COLUMNS,
    permission=Permission.READ_LEDGER,
    read=lambda wish: kept_wish(wish, READERS),
    say=say_wish,
    count=count_rows,
    rows=read_rows,
)
