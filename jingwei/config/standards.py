"""What every new city starts from: the official calendars of the years that are known. See `standard/README.md`."""

import csv
import re
from datetime import date, datetime
from importlib import resources

from jingwei.domains.clocks.contracts import SpecialDay
from jingwei.domains.clocks.queries import year_brief
from jingwei.domains.clocks.services import enter_year
from jingwei.foundation.access.contracts import Actor

CALENDAR_FILE = re.compile(r"calendar_(\d{4})\.csv")


def enter_standard_calendars(actor: Actor, *, at: datetime) -> list[int]:
    """Enter the calendars that come with the program, except years that are entered already. Returns the years."""
    entered = []
    for year, days in standard_calendars().items():
        if not year_brief(year).is_entered:
            enter_year(actor, year, days, at=at)
            entered.append(year)
    return entered


def standard_calendars() -> dict[int, list[SpecialDay]]:
    """Holidays and make-up working days by year, from the files."""
    calendars = {}
    folder = resources.files("jingwei.config") / "standard"
    for file in folder.iterdir():
        named = CALENDAR_FILE.fullmatch(file.name)
        if named is None:
            continue
        with file.open(encoding="utf-8", newline="") as lines:
            calendars[int(named.group(1))] = [
                SpecialDay(date.fromisoformat(row["date"]), row["kind"] == "workday", row["name"])
                for row in csv.DictReader(lines)
            ]
    return dict(sorted(calendars.items()))
