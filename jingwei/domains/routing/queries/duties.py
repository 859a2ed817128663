"""The duty matrix 权责清单: versions, lines, who handles what, and what is wrong with a matrix."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from jingwei.domains.routing.contracts import Case, Choice, DutyLine, DutyListBrief, NewLine
from jingwei.domains.routing.models import DutyList, DutyRow
from jingwei.domains.routing.queries.items import items_in_force, unit_kinds
from jingwei.domains.routing.rules import duties as rules
from jingwei.domains.routing.rules.duties import LINE_FIELDS, Matrix, matrix_of
from jingwei.domains.routing.rules.duty_faults import (
    Conflict,
    Gap,
    Missing,
    conflicts_in,
    gaps_in,
    missing_in,
)
from jingwei.domains.routing.rules.refusals import DutyListUnknown
from jingwei.foundation.access.contracts import UnitBrief
from jingwei.foundation.access.queries import units_serving, units_within
from jingwei.foundation.areas.queries import children_of, city_codes
from jingwei.foundation.memory.services import Kept
from jingwei.kernel.codes import Level
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50
MOST_UNITS = 1000


@dataclass(frozen=True, slots=True)
class Faults:
    """What is wrong with a matrix, and what of the version before it is different."""

    lines: int
    conflicts: list[Conflict]
    gaps: list[Gap]
    missing: list[Missing]
    against: DutyListBrief | None
    added: list[DutyLine]
    removed: list[DutyLine]


def matrix_in_force(*, on: date) -> Matrix | None:
    """The matrix in force on a day."""
    for from_on, to_on, matrix in MATRICES.get():
        if from_on <= on and (to_on is None or on < to_on):
            return matrix
    return None


def matrix_of_list(list_id: int) -> Matrix:
    """Any version as it stands now, drafts too. Raises: DutyListUnknown."""
    row = duty_list(list_id, with_drafts=True)
    return matrix_of(row.pk, row.name, lines_of(list_id))


def who_handles(case: Case, *, item_kind: str, on: date) -> Choice:
    """The choice of the matrix in force on a day, among the units that serve the place now."""
    return rules.choice_of(matrix_in_force(on=on), case, units_serving(case.area_code), item_kind=item_kind)


def who_would_handle(
    matrix: Matrix | None, case: Case, serving: Sequence[UnitBrief], *, item_kind: str
) -> Choice:
    """The same for any matrix and units given: what simulations ask many thousands of times."""
    return rules.choice_of(matrix, case, serving, item_kind=item_kind)


def is_relieved(choice: Choice, unit: UnitBrief) -> bool:
    """Whether a village or community is not to be given this work: its three lists."""
    return rules.is_relieved(choice, unit)


def duty_list(list_id: int, *, with_drafts: bool) -> DutyList:
    """A version. Raises: DutyListUnknown, also for drafts where the asker may not see them."""
    found = DutyList.objects.filter(pk=list_id).first()
    if found is None or (found.valid_from_on is None and not with_drafts):
        raise DutyListUnknown
    return found


def duty_briefs(*, with_drafts: bool) -> list[DutyListBrief]:
    """The versions, drafts first where they may be seen, then the latest first."""
    rows = _briefs(DutyList.objects.filter(valid_from_on__isnull=False).order_by("-valid_from_on"))
    if with_drafts:
        rows = _briefs(DutyList.objects.filter(valid_from_on=None).order_by("-id")) + rows
    return rows


def duty_brief(list_id: int) -> DutyListBrief:
    """Raises: DutyListUnknown."""
    for brief in _briefs(DutyList.objects.filter(pk=list_id)):
        return brief
    raise DutyListUnknown


def lines_of(list_id: int) -> list[DutyLine]:
    """Every line of a version, in order, numbered."""
    rows = DutyRow.objects.filter(duty_list_id=list_id).order_by("place", "id")
    return [line_of(row, no) for no, row in enumerate(rows, 1)]


def lines_page(
    list_id: int, *, item_code: str, village: str, words: str, cursor: str | None, limit: int
) -> Page[DutyLine]:
    """Lines of a version in order: those that may decide an item, of one of the village's lists, or with some words."""
    rows = [
        line
        for line in lines_of(list_id)
        if item_code.startswith(line.item_prefix[: len(item_code)])
        and line.item_prefix.startswith(item_code[: len(line.item_prefix)])
        and village in ("", line.village)
        and (not words or any(words in text for text in (line.basis, line.note, line.lead, *line.assists)))
    ]
    if cursor is not None:
        after = key_of(cursor, int)[0]
        rows = [line for line in rows if line.no > after]
    return page_of(rows[: limit + 1], limit, lambda line: [line.no])


def faults_of(list_id: int, *, on: date) -> Faults:
    """Conflicts, gaps and missing units of a version, and what it changes against the one before it.

    Gaps are looked for among the items in force on a day.
    """
    row = duty_list(list_id, with_drafts=True)
    matrix = matrix_of(row.pk, row.name, lines_of(list_id))
    tops = city_codes()
    counties = [area.code for top in tops for area in children_of(top)]
    before = _before(row, on=on)
    earlier = lines_of(before.pk) if before else []
    return Faults(
        lines=len(matrix.lines),
        conflicts=conflicts_in(matrix),
        gaps=[
            gap
            for top in tops
            for gap in gaps_in(
                matrix,
                items_in_force(on=on),
                top=top,
                parts_of=lambda code: (
                    [one.code for one in children_of(code)] if len(code) < Level.GRID else []
                ),
            )
        ],
        missing=missing_in(matrix, _units_of(counties)),
        against=duty_brief(before.pk) if before else None,
        added=_only_in(matrix.lines, earlier),
        removed=_only_in(earlier, matrix.lines),
    )


def known_parties() -> tuple[set[str], set[str]]:
    """The kinds of unit, and the codes of active units, that a line may name."""
    return {kind.key for kind in unit_kinds()}, {unit.code for unit in every_unit() if unit.code}


def every_unit() -> list[UnitBrief]:
    """All active units of the city."""
    found: list[UnitBrief] = []
    cursor: str | None = None
    while True:
        page = units_within(None, kind=None, limit=MOST_UNITS, cursor=cursor)
        found += page.rows
        cursor = page.next_cursor
        if cursor is None:
            return found


def line_of(row: DutyRow, no: int) -> DutyLine:
    """A stored line in its place."""
    values = {name: getattr(row, name) for name in LINE_FIELDS}
    values["assists"] = tuple(row.assists.split("+")) if row.assists else ()
    return DutyLine(**values, line_id=row.pk, list_id=row.duty_list_id, no=no)


def _units_of(counties: Iterable[str]) -> dict[str, list[UnitBrief]]:
    """For each county the units that serve it or stand somewhere in it, nearest level first."""
    units = every_unit()
    return {
        code: rules.nearest_first(
            unit for unit in units if code.startswith(unit.area_code) or unit.area_code.startswith(code)
        )
        for code in counties
    }


def _before(row: DutyList, *, on: date) -> DutyList | None:
    """The version a matrix followed; for a draft the one in force on a day."""
    if row.valid_from_on is not None:
        return DutyList.objects.filter(valid_to_on=row.valid_from_on).first()
    rows = DutyList.objects.filter(valid_from_on__lte=on)
    return rows.filter(Q(valid_to_on=None) | Q(valid_to_on__gt=on)).first()


def _only_in(lines: Iterable[DutyLine], others: Iterable[DutyLine]) -> list[DutyLine]:
    present = {_said(line) for line in others}
    return [line for line in lines if _said(line) not in present]


def _said(line: NewLine) -> tuple[object, ...]:
    return tuple(getattr(line, name) for name in LINE_FIELDS)


def _briefs(rows: QuerySet[DutyList]) -> list[DutyListBrief]:
    found = list(rows)
    counted = DutyRow.objects.filter(duty_list_id__in=[row.pk for row in found]).values_list("duty_list_id")
    lines = dict(counted.annotate(Count("id")))
    return [
        DutyListBrief(row.pk, row.name, row.valid_from_on, row.valid_to_on, lines.get(row.pk, 0))
        for row in found
    ]


def _read() -> tuple[tuple[date, date | None, Matrix], ...]:
    rows = DutyList.objects.filter(valid_from_on__isnull=False).order_by("-valid_from_on")
    return tuple(
        (row.valid_from_on, row.valid_to_on, matrix_of(row.pk, row.name, lines_of(row.pk))) for row in rows
    )


MATRICES = Kept("routing.duties", _read)
"""Whoever opens or withdraws a version forgets it."""
