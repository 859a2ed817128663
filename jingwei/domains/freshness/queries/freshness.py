"""Freshness 鲜活度 by area: from the counts of each grid, never from the records."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, Sum

from jingwei.domains.freshness.models import GridCount
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.areas.queries import children_of, names_of
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.kernel.codes import Level, level_of


@dataclass(frozen=True, slots=True)
class Freshness:
    """How many records have a period, and how many of them are not due."""

    records: int = 0
    fresh: int = 0

    def __add__(self, other: "Freshness") -> "Freshness":
        return Freshness(self.records + other.records, self.fresh + other.fresh)


@dataclass(frozen=True, slots=True)
class AreaFreshness:
    """One area by kind and together; ``has_below`` where one can look further down."""

    area_code: str
    area_name: str
    has_below: bool
    by_kind: dict[str, Freshness]
    total: Freshness


@dataclass(frozen=True, slots=True)
class FreshnessTable:
    """The areas directly below one, by code; ``counted_on`` is the oldest day that any number is of."""

    counted_on: date | None
    total: Freshness
    by_kind: dict[str, Freshness]
    areas: list[AreaFreshness]


def freshness_of(actor: Actor, area_code: str) -> FreshnessTable:
    """One level down from an area within sight; what lies in no area below stands under the area itself."""
    below = next((one for one in Level if one > level_of(area_code)), None)
    column = COLUMN_AT_LEVEL[below] if below is not None else "scope_code"
    rows = GridCount.objects.listed_for(actor, within=area_code)
    cells = rows.values(column, "kind").annotate(all=Sum("records"), new=Sum("fresh"), on=Min("counted_on"))
    table: dict[str | None, dict[str, Freshness]] = defaultdict(dict)
    by_kind: dict[str, Freshness] = defaultdict(Freshness)
    days = []
    for cell in cells.order_by():
        number = Freshness(cell["all"], cell["new"])
        table[cell[column]][cell["kind"]] = number
        by_kind[cell["kind"]] += number
        days.append(cell["on"])
    return FreshnessTable(
        counted_on=min(days, default=None),
        total=_together(by_kind),
        by_kind=dict(by_kind),
        areas=_areas(area_code, table, below),
    )


def _areas(
    area_code: str, table: dict[str | None, dict[str, Freshness]], below: Level | None
) -> list[AreaFreshness]:
    named = {one.code: one.name for one in children_of(area_code)} if below is not None else {}
    named |= names_of({code for code in table if code and code not in named})
    has_below = below is not None and below < Level.GRID
    found = [
        AreaFreshness(code, name, has_below, table.get(code, {}), _together(table.get(code, {})))
        for code, name in sorted(named.items())
    ]
    if None in table:  # lies in no area below
        name = names_of({area_code}).get(area_code, area_code)
        found.append(
            AreaFreshness(area_code, name, has_below=False, by_kind=table[None], total=_together(table[None]))
        )
    return found


def _together(by_kind: dict[str, Freshness]) -> Freshness:
    return sum(by_kind.values(), Freshness())
