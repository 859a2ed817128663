"""Saved views 常用视图 as others may name them: a place in the program and what was narrowed there."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a view is opened: one list of the program each."""

    INCIDENTS = "incidents"
    EXPORTS = "exports"
    IMPORTS = "imports"
    NOTICES = "notices"
    STAFF = "staff"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class ViewContent:
    """What a view keeps: its name and the address's query, as the page wrote it."""

    name: str
    query: str
    is_default: bool = False
    is_shared: bool = False
