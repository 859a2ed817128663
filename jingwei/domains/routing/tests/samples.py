"""Items for tests, and the standard list as the city was planted with it."""

import csv
from dataclasses import replace
from pathlib import Path

from jingwei.domains.routing.rules.items import NewItem

STANDARD = Path(__file__).resolve().parents[3] / "config" / "standard"

RUBBISH = NewItem(
    item_code="010101",
    class_name="市容环境",
    subclass_name="环境卫生",
    item_name="暴露垃圾",
    definition="道路、街巷的生活垃圾未清走",
    unit_kind="sanitation",
    accept_limit="2h",
    handle_limit="1d",
    verify_limit="4h",
    evidence="photo_before+photo_after",
    handling_standard="派车清运并冲洗点位",
    closing_standard="现场无残留垃圾",
    is_urgent=False,
    legal_basis="",
)
ROAD = replace(RUBBISH, item_code="010102", item_name="道路不洁", definition="路面有积尘、泥土、落叶")
LEAK = replace(
    RUBBISH,
    item_code="020101",
    class_name="公用设施",
    subclass_name="供水",
    item_name="水管爆裂",
    definition="供水管道破损冒水",
    unit_kind="water_company",
    accept_limit="1H",
    handle_limit="12H",
    verify_limit="4H",
    evidence="none",
    is_urgent=True,
)
SAMPLE = [RUBBISH, ROAD, LEAK]
KINDS = ("sanitation", "water_company")


def standard_items() -> list[NewItem]:
    with (STANDARD / "items.csv").open(encoding="utf-8", newline="") as file:
        return [
            NewItem(**row | {name: row[name] == "1" for name in ("is_urgent", "is_published")})  # type: ignore[arg-type]
            for row in csv.DictReader(file)
        ]


def standard_kinds() -> list[str]:
    with (STANDARD / "unit_kinds.csv").open(encoding="utf-8", newline="") as file:
        return [row["key"] for row in csv.DictReader(file)]
