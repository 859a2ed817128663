"""Parsers of cells for ``Column.parse``. What they say never repeats the cell: it may be somebody's number."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from jingwei.kernel.clock import BEIJING
from jingwei.kernel.errors import Invalid
from jingwei.kernel.redlines import red_line_of

T = TypeVar("T")

LOST_DIGITS = re.compile(r"\d(\.\d+)?[eE]\+?(1[5-9]|[2-9]\d)")
DAY_SHAPE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
COMPACT_DAY_SHAPE = re.compile(r"(\d{4})(\d{2})(\d{2})")
CLOCK_SHAPE = re.compile(r"(\d{1,2})\s*[:：时点]\s*(\d{1,2})\s*(?:[:：分]\s*(?:(\d{1,2})(?:\.\d+)?\s*秒?)?)?")
SHAPE_MARK = "图形："
"""Stands in the cells of a position where the file has a line or a surface instead of a point."""
YES = {"是", "有", "对", "√", "✓", "y", "yes", "true", "1"}
NO = {"否", "无", "没有", "不", "×", "x", "n", "no", "false", "0"}


class BadCell(Invalid):
    """A cell's text cannot be read as what the column holds."""

    code = "imports.bad_cell"
    message = "{reason_zh}"
    message_en = "{reason_en}"

    def __init__(self, reason_zh: str, reason_en: str) -> None:
        super().__init__(reason_zh=reason_zh, reason_en=reason_en)


def text(max_length: int = 200) -> Callable[[str], str]:
    """Text up to a length in characters; long numbers that a spreadsheet has rounded are refused."""

    def parse(cell: str) -> str:
        if LOST_DIGITS.fullmatch(cell):
            raise BadCell(
                "这个长数字已被表格软件改成科学计数法，末尾数字已丢失。请把该列设为“文本”格式后重新填写",
                "the spreadsheet has rounded this long number; format the column as text and enter it again",
            )
        if len(cell) > max_length:
            raise BadCell(
                f"内容过长：最多{max_length}字，现在{len(cell)}字",
                f"too long: {max_length} characters at most, found {len(cell)}",
            )
        return cell

    return parse


def name_text(max_length: int = 200) -> Callable[[str], str]:
    """Text that will be the name of something: a red line may not be crossed in it (``kernel.redlines``)."""
    read = text(max_length)

    def parse(cell: str) -> str:
        name = read(cell)
        crossed = red_line_of(name)
        if crossed is not None:
            raise BadCell(
                f"不能作为名称：{crossed.reason_zh}", f"not to be used as a name: {crossed.reason_en}"
            )
        return name

    return parse


def whole_number(least: int = 0, most: int = 2_147_483_647) -> Callable[[str], int]:
    """A whole number within bounds; thousands may be separated by commas."""

    def parse(cell: str) -> int:
        clean = cell.replace(",", "").replace("，", "")
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", clean):
            raise BadCell("应填整数，如 12", "give a whole number, such as 12")
        number = int(clean)
        if not least <= number <= most:
            raise BadCell(f"应在{least}到{most}之间", f"must lie between {least} and {most}")
        return number

    return parse


def decimal(least: Decimal | None = None, most: Decimal | None = None) -> Callable[[str], Decimal]:
    """A decimal number, exact; bounds are inclusive."""

    def parse(cell: str) -> Decimal:
        try:
            number = Decimal(cell.replace(",", "").replace("，", ""))
        except InvalidOperation:
            raise BadCell("应填数字，如 3.5", "give a number, such as 3.5") from None
        too_small = least is not None and number.is_finite() and number < least
        too_large = most is not None and number.is_finite() and number > most
        if not number.is_finite() or too_small or too_large:
            raise BadCell(
                f"数字超出范围（{least if least is not None else '不限'}～{most if most is not None else '不限'}）",
                f"out of range ({least if least is not None else 'any'} to {most if most is not None else 'any'})",
            )
        return number

    return parse


def degrees(most: int) -> Callable[[str], Decimal]:
    """Longitude (180) or latitude (90); what is no point says so."""
    read = decimal(Decimal(-most), Decimal(most))

    def parse(cell: str) -> Decimal:
        if cell.startswith(SHAPE_MARK):
            raise BadCell(
                "这里要的是一个点，文件中是线、面或多个点。请改成它所在的一个点",
                "a point is expected; the file has a line, a surface or several points. Give one point of it",
            )
        return read(cell)

    return parse


def yes_no(cell: str) -> bool:
    """是/否 and their usual spellings."""
    clean = cell.strip().lower()
    if clean in YES:
        return True
    if clean in NO:
        return False
    raise BadCell("请填“是”或“否”", "answer 是 (yes) or 否 (no)")


def day(cell: str) -> date:
    """A calendar day: 2026-11-16, 2026/11/16, 2026.11.16, 2026年11月16日, 20261116; a time of day is cut off."""
    found, rest = _leading_day(cell)
    if rest and not CLOCK_SHAPE.fullmatch(rest):
        raise _bad_day()
    return found


def moment(cell: str) -> datetime:
    """A day with an optional time of day, as read in China. Aware; midnight where no time is given."""
    found, rest = _leading_day(cell)
    if not rest:
        return datetime.combine(found, time(0), BEIJING)
    clock = CLOCK_SHAPE.fullmatch(rest)
    if clock is None:
        raise _bad_day()
    hour, minute, second = (int(part or 0) for part in clock.groups())
    try:
        return datetime.combine(found, time(hour, minute, second), BEIJING)
    except ValueError:
        raise _bad_day() from None


def one_of(choices: Mapping[str, T]) -> Callable[[str], T]:
    """One of a few words, upper and lower case alike."""
    by_word = {word.strip().lower(): value for word, value in choices.items()}

    def parse(cell: str) -> T:
        found = by_word.get(cell.strip().lower())
        if found is None:
            listed = "、".join(choices)
            raise BadCell(f"只能填：{listed}", f"must be one of: {listed}")
        return found

    return parse


def _leading_day(cell: str) -> tuple[date, str]:
    shape = DAY_SHAPE.match(cell) or COMPACT_DAY_SHAPE.match(cell)
    if shape is None:
        raise _bad_day()
    try:
        return date(*(int(part) for part in shape.groups())), cell[shape.end() :].lstrip("T ").strip()
    except ValueError:
        raise _bad_day() from None


def _bad_day() -> BadCell:
    return BadCell(
        "日期或时间不正确，应如 2026-11-16 或 2026-11-16 10:00",
        "not a date or time; write 2026-11-16 or 2026-11-16 10:00",
    )
