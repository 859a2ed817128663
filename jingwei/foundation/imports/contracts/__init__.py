"""What a domain says to have a sheet of rows imported, and what importing tells the others."""

from jingwei.foundation.imports.contracts.cells import (
    BadCell,
    day,
    decimal,
    moment,
    name_text,
    one_of,
    text,
    whole_number,
    yes_no,
)
from jingwei.foundation.imports.contracts.sheets import (
    Column,
    Context,
    Fault,
    FileFormat,
    ImportFinished,
    Row,
    Sheet,
)

__all__ = [
    "BadCell",
    "Column",
    "Context",
    "Fault",
    "FileFormat",
    "ImportFinished",
    "Row",
    "Sheet",
    "day",
    "decimal",
    "moment",
    "name_text",
    "one_of",
    "text",
    "whole_number",
    "yes_no",
]
