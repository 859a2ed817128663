"""What every city starts from: kinds of unit, component and resource, topics of concerns, the standard item list, the calendars.

``load_standard(at)`` may be called from any seed or command once the areas stand; it writes as a named system
actor and changes nothing that is there already, so calling it again is harmless::

    from jingwei.config.standard import load_standard
    summary = load_standard(now())
    summary.items, summary.years
"""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from jingwei.domains.clocks.contracts import SpecialDay
from jingwei.domains.clocks.queries import year_brief
from jingwei.domains.clocks.services import enter_year
from jingwei.domains.concerns.queries.topics import TopicRow, topics
from jingwei.domains.concerns.services import load_topics
from jingwei.domains.ledger.queries.kinds import (
    KindRow,
    ResourceKindRow,
    component_kinds,
    resource_kinds,
)
from jingwei.domains.ledger.services.kinds import load_component_kinds, save_resource_kind
from jingwei.domains.routing.queries import list_briefs, unit_kinds
from jingwei.domains.routing.rules.items import NewItem
from jingwei.domains.routing.services.lists import load_item_list, save_unit_kind
from jingwei.foundation.access.contracts import system_actor

FOLDER = Path(__file__).parent
LOADER = system_actor("标准数据")
LIST_NAME = "标准事项清单"
VALID_FROM_ON = date(2024, 1, 1)
"""So early that the history a city brings along finds its items."""


@dataclass(frozen=True, slots=True)
class StandardLoaded:
    """What was added; zero and empty where everything was there."""

    unit_kinds: int
    items: int
    years: tuple[int, ...]
    component_kinds: int = 0
    resource_kinds: int = 0
    concern_topics: int = 0


@transaction.atomic
def load_standard(at: datetime) -> StandardLoaded:
    """Add the kinds of unit, the item list and the calendars that are missing.

    A city that has a list of its own in force keeps it; a year that was entered keeps its days.
    """
    return StandardLoaded(
        unit_kinds=_load_unit_kinds(),
        items=_load_items(at),
        years=tuple(year for year in standard_years() if _load_year(year, at)),
        component_kinds=_load_component_kinds(),
        resource_kinds=_load_resource_kinds(),
        concern_topics=_load_concern_topics(),
    )


def standard_items() -> list[NewItem]:
    """The rows of ``items.csv``."""
    return [
        NewItem(**row | {name: row[name] == "1" for name in ("is_urgent", "is_published")})
        for row in _rows("items.csv")
    ]  # type: ignore[arg-type]


def standard_years() -> list[int]:
    """The years whose official arrangement is shipped."""
    return sorted(int(path.stem.removeprefix("calendar_")) for path in FOLDER.glob("calendar_*.csv"))


def standard_days(year: int) -> list[SpecialDay]:
    """The rows of a year's calendar."""
    return [
        SpecialDay(date.fromisoformat(row["date"]), row["kind"] == "workday", row["name"])
        for row in _rows(f"calendar_{year}.csv")
    ]


def _load_unit_kinds() -> int:
    present = {kind.key for kind in unit_kinds()}
    missing = [row for row in _rows("unit_kinds.csv") if row["key"] not in present]
    for row in missing:
        save_unit_kind(LOADER, row["key"], name_zh=row["name_zh"], name_en=row["name_en"])
    return len(missing)


def _load_component_kinds() -> int:
    """A city that has a code table of its own keeps it whole."""
    if component_kinds():
        return 0
    rows = _rows("component_kinds.csv")
    return load_component_kinds(
        LOADER,
        [KindRow(r["code"], r["class_name"], r["type_name"], int(r["inspect_days"]), True) for r in rows],
    )


def _load_resource_kinds() -> int:
    present = {kind.key for kind in resource_kinds()}
    missing = [row for row in _rows("resource_kinds.csv") if row["key"] not in present]
    for row in missing:
        save_resource_kind(LOADER, ResourceKindRow(**row, is_active=True))  # type: ignore[arg-type]
    return len(missing)


def _load_concern_topics() -> int:
    """A city that has topics of its own keeps them whole."""
    if topics():
        return 0
    rows = _rows("concern_topics.csv")
    return load_topics(
        LOADER, [TopicRow(row["code"], row["name"], row["hint"], is_active=True) for row in rows]
    )


def _load_items(at: datetime) -> int:
    if list_briefs():
        return 0
    items = standard_items()
    load_item_list(LOADER, LIST_NAME, items, VALID_FROM_ON, at=at)
    return len(items)


def _load_year(year: int, at: datetime) -> bool:
    if year_brief(year).is_entered:
        return False
    enter_year(LOADER, year, standard_days(year), at=at)
    return True


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
