"""The real arrangement of 2024 to 2026, read from the standard data, for tests without a database."""

import csv
from datetime import date, datetime
from pathlib import Path

from jingwei.domains.clocks.contracts import SpecialDay
from jingwei.domains.clocks.rules import WorkCalendar
from jingwei.kernel.clock import BEIJING

STANDARD = Path(__file__).resolve().parents[3] / "config" / "standard"
YEARS = (2024, 2025, 2026)
HOURS = ((8 * 60 + 30, 12 * 60), (14 * 60, 17 * 60 + 30))


def official_days(year: int) -> list[SpecialDay]:
    with (STANDARD / f"calendar_{year}.csv").open(encoding="utf-8") as file:
        return [
            SpecialDay(date.fromisoformat(row["date"]), row["kind"] == "workday", row["name"])
            for row in csv.DictReader(file)
        ]


CALENDAR = WorkCalendar(
    hours=HOURS,
    days={one.day_on: one.is_working for year in YEARS for one in official_days(year)},
    years=frozenset(YEARS),
)


def beijing(written: str) -> datetime:
    """``2026-10-01 09:00`` as people in China read it."""
    return datetime.fromisoformat(written).replace(tzinfo=BEIJING)
