"""What a domain says to have a sheet of rows imported, and what importing tells the others."""

from jingwei.foundation.imports.contracts.cells import (
    BadCell,
    day,
    decimal,
    degrees,
    moment,
    name_text,
    one_of,
    text,
    whole_number,
    yes_no,
)
from jingwei.foundation.imports.contracts.positions import DATUM_OPTION, LAT_COLUMN, LON_COLUMN
from jingwei.foundation.imports.contracts.sheets import (
    Answer,
    AnswerColumn,
    Column,
    Context,
    Fault,
    FileFormat,
    ImportFinished,
    Row,
    Sheet,
)

__all__ = [
    "DATUM_OPTION",
    "LAT_COLUMN",
    "LON_COLUMN",
    "Answer",
    "AnswerColumn",
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
    "degrees",
    "moment",
    "name_text",
    "one_of",
    "text",
    "whole_number",
    "yes_no",
]
