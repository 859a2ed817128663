"""How many rows a draft concerns, before anything moves."""

from dataclasses import dataclass

from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.rules.effects import Effects
from jingwei.foundation.territory.services.ground import count_rows, ground_tables

COUNTER = system_actor("区划影响统计")
"""Only numbers leave, and only of rows whose number may be told."""


@dataclass(frozen=True, slots=True)
class RowsAffected:
    """How many rows of a table stand in areas whose ground changes, and how many of them are open work."""

    table: str
    label_zh: str
    label_en: str
    rows: int
    open_rows: int | None


def rows_affected(effects: Effects) -> list[RowsAffected]:
    """The rows that stand in what changes or closes: at most so many move."""
    codes = {one.before.code for one in effects.changes if one.has_new_ground}
    codes |= {one.before.code for one in effects.closes}
    found = []
    with eyes(COUNTER):
        for table in ground_tables():
            rows, is_open = count_rows(table, codes)
            open_rows = is_open if table.is_open else None
            found.append(RowsAffected(table.table, table.label_zh, table.label_en, rows, open_rows))
    return found
