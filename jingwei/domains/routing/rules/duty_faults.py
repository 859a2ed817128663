"""What is wrong with a duty matrix: lines that cannot be taken, lines that contradict each other, and gaps."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from jingwei.domains.routing.contracts import DutyLine, ItemBrief, NewLine, Village
from jingwei.domains.routing.rules.duties import (
    DAY_MINUTES,
    OFF,
    WORKING,
    Matrix,
    clock_minutes,
    is_within_hours,
    party_of,
    resolve,
)
from jingwei.domains.routing.rules.items import limit_cell
from jingwei.domains.routing.rules.refusals import DutyLineRefused
from jingwei.foundation.access.contracts import CENTRE, UnitBrief
from jingwei.foundation.imports.contracts import BadCell
from jingwei.kernel.codes import LEVEL_LABELS, BadCode, Level, level_of, lies_within

ITEM_PREFIX = re.compile(r"(?:[0-9]{2}){0,3}")
LEVELS = (Level.COMMUNITY, Level.TOWNSHIP, Level.COUNTY, Level.CITY)
MOST_ASSISTS = 6
LONGEST_BASIS, LONGEST_NOTE = 300, 300
SAME_RESULT = ("lead", "assists", "handle_limit", "assist_limit", "village")


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong with one column of a line."""

    column: str
    message_zh: str
    message_en: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two lines that speak of the same cases and say something else; ``is_dead``: the later one never decides."""

    no: int
    other_no: int
    is_dead: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Cases of an item that no line decides: from which areas, levels and hours."""

    item_code: str
    item_name: str
    areas: tuple[str, ...]
    levels: tuple[int, ...]
    hours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A line names a unit that is not there for parts of its area."""

    no: int
    party: str
    areas: tuple[str, ...]


def line_faults(line: NewLine, *, kinds: Collection[str], codes: Collection[str]) -> list[LineFault]:
    """What is wrong with a line taken alone; ``kinds`` and ``codes`` are those of units that exist."""
    faults: list[LineFault] = []

    def say(column: str, message_zh: str, message_en: str) -> None:
        faults.append(LineFault(column, message_zh, message_en))

    if not ITEM_PREFIX.fullmatch(line.item_prefix):
        say("item_prefix", "应为2、4或6位数字，或留空表示全部", "two, four or six digits, or empty for all")
    if line.area_code:
        try:
            level_of(line.area_code)
        except BadCode:
            say("area_code", "应为区划代码，或留空表示全市", "an area's code, or empty for the whole city")
    if line.level not in (0, *map(int, LEVELS)):
        say("level", "应为市、区县、乡镇街道、村社区之一，或留空", "city, county, township or community")
    elif line.level and len(line.area_code) > line.level:
        label = LEVEL_LABELS[Level(line.level)]
        say("level", f"区域比“{label}”还小，永远用不上", "the area lies below that level: it would never fit")
    if not _are_hours(line.hours):
        say(
            "hours",
            "应为工作时间、非工作时间，或如22:00-06:00",
            "working, off, or a stretch such as 22:00-06:00",
        )
    if len(line.assists) > MOST_ASSISTS:
        say("assists", f"最多{MOST_ASSISTS}个协办单位", f"{MOST_ASSISTS} assisting units at most")
    for column, written in [("lead", line.lead), *(("assists", one) for one in line.assists)]:
        reason = _party_fault(written, kinds, codes)
        if reason:
            say(column, *reason)
    if line.lead in line.assists:
        say("assists", "主办单位不能同时协办", "the lead does not assist itself")
    for column in ("handle_limit", "assist_limit"):
        written = getattr(line, column)
        try:
            if written and limit_cell(written) != written:
                say(column, "应写作 4h、5d、2H、3D 的形式", "write it like 4h, 5d, 2H, 3D")
        except BadCell as bad:
            say(column, bad.text, bad.text_en)
    if line.village not in ("", *Village):
        say("village", "应为自治、协助、不承担之一，或留空", "self, assist or relieved, or empty")
    elif line.village in (Village.ASSIST, Village.RELIEVED) and _leads_to_village(line.lead):
        say("lead", "村社区不承担的事，不能由村社区主办", "a village cannot lead what it does not owe")
    for column, most in (("basis", LONGEST_BASIS), ("note", LONGEST_NOTE)):
        if len(getattr(line, column)) > most:
            say(column, f"最多{most}字", f"{most} characters at most")
    return faults


def refuse_faulty_line(line: NewLine, *, kinds: Collection[str], codes: Collection[str]) -> None:
    """Raises: DutyLineRefused."""
    faults = line_faults(line, kinds=kinds, codes=codes)
    if faults:
        first = faults[0]
        refusal = DutyLineRefused(
            column=first.column, reason=first.message_zh, reason_en=first.message_en, count=len(faults)
        )
        refusal.data["faults"] = [
            {"column": one.column, "message": one.message_zh, "message_en": one.message_en} for one in faults
        ]
        raise refusal


def conflicts_in(matrix: Matrix) -> list[Conflict]:
    """Lines that an earlier one hides, and pairs that overlap with another result where neither is the exception.

    A special line before a general one is how a matrix is written and is no conflict.
    """
    found: list[Conflict] = []
    for later in matrix.lines:
        for earlier in _earlier_related(matrix, later):
            if _holds(earlier, later):
                found.append(Conflict(later.no, earlier.no, is_dead=True))
                break
        else:
            found += [
                Conflict(later.no, earlier.no, is_dead=False)
                for earlier in _earlier_related(matrix, later)
                if _meet(earlier, later) and not _holds(later, earlier) and _differ(earlier, later)
            ]
    return found


def gaps_in(
    matrix: Matrix, items: Iterable[ItemBrief], *, top: str, parts_of: Callable[[str], Sequence[str]]
) -> list[Gap]:
    """The items of a list that are left to nobody somewhere, at some level, at some hour.

    ``top`` is the whole city's code; ``parts_of`` gives the areas directly below one.
    """
    found = []
    for item in items:
        lines = [line for line in matrix.lines if item.item_code.startswith(line.item_prefix)]
        open_cells: dict[str, tuple[set[int], set[str]]] = {}
        for hours, minute, is_working in _moments(lines):
            timely = [
                line for line in lines if is_within_hours(line.hours, minute=minute, is_working=is_working)
            ]
            for level in LEVELS:
                areas = {line.area_code for line in timely if line.level in (0, level)}
                for area in _uncovered(top, areas, parts_of):
                    levels, at_hours = open_cells.setdefault(area, (set(), set()))
                    levels.add(int(level))
                    at_hours.add(hours)
        if open_cells:
            all_levels = {level for levels, _ in open_cells.values() for level in levels}
            all_hours = {hours for _, at_hours in open_cells.values() for hours in at_hours}
            found.append(
                Gap(
                    item.item_code,
                    item.item_name,
                    tuple(sorted(open_cells)),
                    tuple(sorted(all_levels)),
                    tuple(sorted(all_hours)),
                )
            )
    return found


def missing_in(matrix: Matrix, units: Mapping[str, Sequence[UnitBrief]]) -> list[Missing]:
    """Parties that mean nobody in some county of their line; ``units`` are those serving each county or standing in it."""
    found = []
    for line in matrix.lines:
        counties = [code for code in units if lies_within(code, line.area_code) or not line.area_code] or [
            code for code in units if lies_within(line.area_code, code)
        ]
        for written in (line.lead, *line.assists):
            party = party_of(written)
            if party.level > Level.COUNTY or party.kind == CENTRE:
                continue  # below the counties it is the place that decides; every area has a centre above it
            below = [code for code in counties if resolve(party, units[code]) is None]
            if below:
                found.append(Missing(line.no, written, tuple(sorted(below))))
    return found


def _are_hours(hours: str) -> bool:
    if hours in ("", WORKING, OFF):
        return True
    try:
        begins, ends = clock_minutes(hours)
    except ValueError:
        return False
    return begins != ends


def _party_fault(written: str, kinds: Collection[str], codes: Collection[str]) -> tuple[str, str] | None:
    try:
        party = party_of(written)
    except ValueError:
        return "应为单位类型，或“=单位代码”", "a kind of unit, or =CODE of a unit"
    if party.unit_code:
        if party.unit_code not in codes:
            return f"没有代码为“{party.unit_code}”的在用单位", f"there is no active unit {party.unit_code}"
    elif party.kind != CENTRE and party.kind not in kinds:
        return f"没有“{party.kind}”这种单位类型", f"there is no kind of unit “{party.kind}”"
    return None


def _leads_to_village(lead: str) -> bool:
    return lead in (CENTRE, f"{CENTRE}@{int(Level.COMMUNITY)}")


def _earlier_related(matrix: Matrix, later: DutyLine) -> Iterator[DutyLine]:
    for earlier in matrix.lines:
        if earlier.no >= later.no:
            return
        if earlier.item_prefix.startswith(later.item_prefix) or later.item_prefix.startswith(
            earlier.item_prefix
        ):
            yield earlier


def _holds(wide: NewLine, narrow: NewLine) -> bool:
    """Whether every case of one line is a case of another."""
    return (
        narrow.item_prefix.startswith(wide.item_prefix)
        and narrow.area_code.startswith(wide.area_code)
        and wide.level in (0, narrow.level)
        and (not wide.hours or _cells(narrow.hours) <= _cells(wide.hours))
    )


def _meet(one: NewLine, other: NewLine) -> bool:
    """Whether two lines with related prefixes have a case in common."""
    return (
        (one.area_code.startswith(other.area_code) or other.area_code.startswith(one.area_code))
        and (one.level in (0, other.level) or other.level == 0)
        and bool(_cells(one.hours) & _cells(other.hours))
    )


def _differ(one: NewLine, other: NewLine) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in SAME_RESULT)


@lru_cache(maxsize=256)
def _cells(hours: str) -> frozenset[tuple[int, bool]]:
    """Hours as the minutes of a day in which they hold, by working time or not."""
    return frozenset(
        (minute, is_working)
        for minute in range(DAY_MINUTES)
        for is_working in (True, False)
        if is_within_hours(hours, minute=minute, is_working=is_working)
    )


def _moments(lines: Iterable[NewLine]) -> Iterator[tuple[str, int, bool]]:
    """One moment of each stretch that the hours of some lines cut a day into, with what it is called."""
    cuts = {0}
    for hours in {line.hours for line in lines} - {"", WORKING, OFF}:
        cuts |= set(clock_minutes(hours))
    ordered = sorted(cuts)
    for place, begins in enumerate(ordered):
        ends = ordered[place + 1] if place + 1 < len(ordered) else DAY_MINUTES
        stretch = (
            "" if len(ordered) == 1 else f"{begins // 60:02}:{begins % 60:02}-{ends // 60:02}:{ends % 60:02}"
        )
        for is_working in (True, False):
            name = WORKING if is_working else OFF
            yield (f"{stretch} {name}".strip(), begins, is_working)


def _uncovered(
    area: str, covered: Collection[str], parts_of: Callable[[str], Sequence[str]]
) -> Iterator[str]:
    """The widest areas that no line speaks of."""
    if any(area.startswith(one) for one in covered):
        return
    if not any(one.startswith(area) for one in covered):
        yield area
        return
    parts = parts_of(area)
    if not parts:
        yield area
    for part in parts:
        yield from _uncovered(part, covered, parts_of)
