"""Cells as text: the same from every kind of file, and harmless when written back into one."""

import re
from datetime import date, datetime, time, timedelta

from jingwei.kernel.clock import local

DANGEROUS = re.compile(r"'*[\s\u200b-\u200f\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
ESCAPED = re.compile(r"'+[\s\u200b-\u200f\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What spreadsheets take for the beginning of a formula, also in full width, and behind what nobody sees."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST_CELL = 32_767
"""What a spreadsheet cell can hold."""


def text_of(cell: object) -> str:
    """A cell as people would type it: whole numbers without .0, days as 2026-11-16, 是/否, trimmed.

    Integers from 15 digits on arrive rounded in a spreadsheet; they are given back in the scientific
    notation that people see there, which parsers refuse.
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        if cell.is_integer():
            return str(int(cell)) if abs(cell) < 1e15 else f"{cell:.14E}"
        return repr(cell)
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d") if cell.time() == time(0) else cell.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M:%S")
    if isinstance(cell, timedelta):
        return str(cell)
    typed = unescaped(CONTROL.sub("", str(cell)).strip())
    return typed.replace("\r\n", "\n").replace("\r", "\n")


def escaped(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front; ``unescaped`` undoes it."""
    return f"'{text}" if DANGEROUS.match(text) else text


def unescaped(text: str) -> str:
    return text[1:] if ESCAPED.match(text) else text


def written_text(value: object) -> str | int | float | bool | datetime | date | time | None:
    """A value as it is put into a file: moments as read in China, long numbers and all else as escaped text."""
    if isinstance(value, datetime):
        return local(value).replace(tzinfo=None) if value.tzinfo else value
    if isinstance(value, int) and abs(value) >= 10**15:
        return str(value)
    if value is None or isinstance(value, bool | int | float | date | time):
        return value
    return escaped(CONTROL.sub("", str(value))[:LONGEST_CELL])
