"""Who handles what: the first line of the duty matrix 权责清单 that fits a case, and the units its parties mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from jingwei.domains.routing.contracts import Case, Choice, DutyLine, NewLine, Village
from jingwei.foundation.access.contracts import CENTRE, UnitBrief
from jingwei.kernel.codes import Level

WORKING, OFF = "working", "off"
"""Hours by the city's calendar; everything else is a stretch of the clock."""
CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")
PARTY = re.compile(r"(?P<kind>[a-z0-9_]{1,40})(?:@(?P<level>4|6|9|12))?|=(?P<code>[^\s+]{1,40})")
DAY_MINUTES = 24 * 60
PREFIXES = (6, 4, 2, 0)
LINE_FIELDS = tuple(field.name for field in fields(NewLine))


@dataclass(frozen=True, slots=True)
class Party:
    """Who is meant: the nearest unit of a kind (of one level, where given), or exactly one unit."""

    kind: str = ""
    level: int = 0
    unit_code: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The lines of one version, in order, and where those of each prefix stand."""

    list_id: int
    name: str
    lines: tuple[DutyLine, ...]
    by_prefix: dict[str, tuple[DutyLine, ...]]


def matrix_of(list_id: int, name: str, lines: Iterable[DutyLine]) -> Matrix:
    """Make a matrix ready to choose from."""
    ordered = tuple(sorted(lines, key=lambda line: line.no))
    by_prefix: dict[str, list[DutyLine]] = {}
    for line in ordered:
        by_prefix.setdefault(line.item_prefix, []).append(line)
    return Matrix(list_id, name, ordered, {prefix: tuple(found) for prefix, found in by_prefix.items()})


def choose(matrix: Matrix, case: Case) -> DutyLine | None:
    """The line that decides a case: the first in order that fits. None: a gap."""
    best: DutyLine | None = None
    for length in PREFIXES:
        for line in matrix.by_prefix.get(case.item_code[:length], ()):
            if best is not None and line.no > best.no:
                break
            if fits(line, case):
                best = line
                break
    return best


def fits(line: NewLine, case: Case) -> bool:
    """Whether a line speaks of a case."""
    return (
        case.item_code.startswith(line.item_prefix)
        and case.area_code.startswith(line.area_code)
        and line.level in (0, case.level)
        and is_within_hours(line.hours, minute=case.minute, is_working=case.is_working)
    )


def is_within_hours(hours: str, *, minute: int, is_working: bool) -> bool:
    """Whether a moment lies in the hours of a line; a stretch such as 22:00-06:00 goes over midnight."""
    if not hours:
        return True
    if hours in (WORKING, OFF):
        return is_working == (hours == WORKING)
    begins, ends = clock_minutes(hours)
    return begins <= minute < ends if begins < ends else minute >= begins or minute < ends


def clock_minutes(hours: str) -> tuple[int, int]:
    """``22:00-06:00`` in minutes after midnight. Raises: ValueError."""
    found = CLOCK.fullmatch(hours)
    if found is None:
        raise ValueError(hours)
    first, first_minute, last, last_minute = (int(part) for part in found.groups())
    return 60 * first + first_minute, 60 * last + last_minute


def party_of(written: str) -> Party:
    """Read ``kind``, ``kind@6`` or ``=CODE``. Raises: ValueError."""
    found = PARTY.fullmatch(written)
    if found is None:
        raise ValueError(written)
    if found["code"]:
        return Party(unit_code=found["code"])
    return Party(kind=found["kind"], level=int(found["level"] or 0))


def resolve(party: Party, serving: Sequence[UnitBrief]) -> UnitBrief | None:
    """The unit that a party means at a place; ``serving`` are the units that serve it, nearest level first."""
    for unit in serving:
        if party.unit_code:
            if unit.code == party.unit_code:
                return unit
        elif unit.kind == party.kind and party.level in (0, len(unit.area_code)):
            return unit
    return None


def choice_of(matrix: Matrix | None, case: Case, serving: Sequence[UnitBrief], *, item_kind: str) -> Choice:
    """Who handles a case: by the matrix, and where it says nothing by the kind of unit that the item names."""
    line = choose(matrix, case) if matrix is not None else None
    if matrix is None or line is None:
        lead = resolve(Party(kind=item_kind), serving) if item_kind else None
        return Choice(None, matrix.name if matrix else "", lead, ())
    lead = resolve(party_of(line.lead), serving)
    assists = [resolve(party_of(one), serving) for one in line.assists]
    found = dict.fromkeys(unit for unit in assists if unit is not None and unit != lead)
    return Choice(
        line=line,
        list_name=matrix.name,
        lead=lead,
        assists=tuple(found),
        handle_limit=line.handle_limit,
        assist_limit=line.assist_limit,
        village=line.village,
    )


def is_of_village(unit: UnitBrief) -> bool:
    """Whether a unit is a village's or community's own, which the three lists protect."""
    return unit.kind == CENTRE and len(unit.area_code) >= Level.COMMUNITY


def is_relieved(choice: Choice, unit: UnitBrief) -> bool:
    """Whether the three lists keep this work away from a village: it assists at most, or owes nothing at all."""
    return choice.village in (Village.ASSIST, Village.RELIEVED) and is_of_village(unit)


def nearest_first(units: Iterable[UnitBrief]) -> list[UnitBrief]:
    """In the order in which the directory answers for a place."""
    return sorted(units, key=lambda unit: (-len(unit.area_code), unit.name))
