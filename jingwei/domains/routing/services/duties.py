"""The duty matrix 权责清单: drafts are written line by line or by import, proposals collect in one, then it is opened."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import F, Max

from jingwei.domains.routing.contracts import Case, DutyLine, NewLine
from jingwei.domains.routing.models import DutyList, DutyRow
from jingwei.domains.routing.queries.duties import (
    MATRICES,
    known_parties,
    line_of,
    lines_of,
    matrix_in_force,
)
from jingwei.domains.routing.rules.duties import LINE_FIELDS, choose, clock_minutes, matrix_of
from jingwei.domains.routing.rules.duty_faults import refuse_faulty_line
from jingwei.domains.routing.rules.refusals import (
    CountChanged,
    DutyLineUnknown,
    DutyListFull,
    DutyListUnknown,
    DutyOutsideArea,
    NotADraft,
)
from jingwei.domains.routing.services.dated import begin_version, withdraw_version
from jingwei.foundation.access.contracts import ANYWHERE, Actor, Permission
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, lies_within
from jingwei.kernel.redlines import refuse_red_lines

PROPOSED_NAME = "拟订稿"
MOST_LINES = 5_000
STEP = 10
"""Places are left between lines, so that one more seldom moves the others."""


def load_duties(
    actor: Actor, name: str, lines: Sequence[NewLine], valid_from_on: date, *, at: datetime
) -> DutyList:
    """Take a whole matrix and bring it into force on a day. All or nothing.

    Raises: DutyLineRefused, RedLineCrossed, StartRefused, NotFound for administrators of a part of the city.
    """
    refuse_red_lines([name], place_zh="清单的名称", place_en="the name of a list")
    kinds, codes = known_parties()
    for line in lines:
        refuse_faulty_line(line, kinds=kinds, codes=codes)
    with work(actor, Permission.MANAGE_ITEMS) as job:
        opened = DutyList(name=name, loaded_at=at)
        begin_version(opened, valid_from_on, at=at)
        add_lines(opened.pk, lines)
        record_duties(job, opened, opened=valid_from_on.isoformat(), lines=len(lines))
        MATRICES.forget_when_committed()
    return opened


def start_draft(actor: Actor, name: str, *, at: datetime) -> DutyList:
    """Begin a draft as a copy of the matrix in force, or empty where there is none. Raises: RedLineCrossed, NotFound."""
    refuse_red_lines([name], place_zh="清单的名称", place_en="the name of a list")
    with work(actor, Permission.MANAGE_ITEMS) as job:
        draft = _copied(name, at=at)
        record_duties(job, draft, drafted=DutyRow.objects.filter(duty_list=draft).count())
    return draft


def save_line(
    actor: Actor, list_id: int, line: NewLine, *, line_id: int | None = None, before_no: int | None = None
) -> DutyLine:
    """Write a line of a draft, or change one in its place; a new one stands before a number, else last.

    Whoever writes it has its area in their jurisdiction; one for the whole city is the city's.
    Raises: DutyListUnknown, DutyLineUnknown, NotADraft, DutyLineRefused, DutyListFull, DutyOutsideArea.
    """
    _refuse_faulty(line)
    with work(actor, Permission.PROPOSE_DUTY) as job:
        draft = _draft(list_id)
        if line_id is None:
            row = _inserted(draft, line, before_no)
            _record_line(job, row, line.area_code, added=_cells(line))
        else:
            row = _row(draft, line_id)
            _record_line(job, row, row.area_code, before=_cells(line_of(row, 0)))
            _record_line(job, row, line.area_code, after=_cells(line))
            fill_row(row, line)
            row.save()
        found = _found(draft.pk, row.pk)
    return found


def drop_line(actor: Actor, list_id: int, line_id: int) -> None:
    """Take a line out of a draft. Raises: DutyListUnknown, DutyLineUnknown, NotADraft, DutyOutsideArea."""
    with work(actor, Permission.PROPOSE_DUTY) as job:
        row = _row(_draft(list_id), line_id)
        _record_line(job, row, row.area_code, dropped=_cells(line_of(row, 0)))
        row.delete()


def propose_line(actor: Actor, line: NewLine, *, at: datetime) -> DutyLine:
    """Put a line into the draft that collects proposals, before the line that decides its cases now.

    The draft is begun as a copy of the matrix in force where there is none. Nothing is in force before somebody who
    manages the list has opened it. Raises: DutyLineRefused, DutyListFull, DutyOutsideArea.
    """
    _refuse_faulty(line)
    with work(actor, Permission.PROPOSE_DUTY) as job:
        drafts = DutyList.objects.select_for_update().filter(valid_from_on=None, is_proposed=True)
        draft = drafts.first() or _copied(PROPOSED_NAME, at=at, is_proposed=True)
        present = matrix_of(draft.pk, draft.name, lines_of(draft.pk))
        decides = choose(present, _typical_case(line))
        row = _inserted(draft, line, decides.no if decides else None)
        _record_line(job, row, line.area_code, proposed=_cells(line))
        found = _found(draft.pk, row.pk)
    return found


def open_duties(
    actor: Actor, list_id: int, *, valid_from_on: date, lines_seen: int, at: datetime
) -> DutyList:
    """Bring a draft into force on a day. ``lines_seen`` is how many it had when the actor looked it over.

    Raises: DutyListUnknown, NotADraft, CountChanged, DutyLineRefused, StartRefused, NotFound.
    """
    with work(actor, Permission.MANAGE_ITEMS) as job:
        draft = _draft(list_id)
        record_duties(job, draft, opened=valid_from_on.isoformat(), lines=lines_seen)
        lines = lines_of(list_id)
        if len(lines) != lines_seen or not lines:
            raise CountChanged(current=len(lines), seen=lines_seen)
        kinds, codes = known_parties()
        for line in lines:
            refuse_faulty_line(line, kinds=kinds, codes=codes)
        draft.is_proposed = False
        begin_version(draft, valid_from_on, at=at)
        MATRICES.forget_when_committed()
    return draft


def withdraw_duties(actor: Actor, list_id: int, *, at: datetime) -> DutyList:
    """Make a matrix that is not in force yet a draft again. Raises: DutyListUnknown, CannotWithdraw, NotFound."""
    with work(actor, Permission.MANAGE_ITEMS) as job:
        coming = _locked(list_id)
        began = withdraw_version(coming, at=at)
        record_duties(job, coming, withdrawn=began.isoformat())
        MATRICES.forget_when_committed()
    return coming


def delete_duties(actor: Actor, list_id: int) -> None:
    """Throw a draft away. Raises: DutyListUnknown, NotADraft, NotFound."""
    with work(actor, Permission.MANAGE_ITEMS) as job:
        draft = _draft(list_id)
        record_duties(job, draft, deleted=draft.name)
        DutyRow.objects.filter(duty_list=draft).delete()
        draft.delete()


def add_lines(list_id: int, lines: Sequence[NewLine]) -> list[DutyRow]:
    """Store lines behind those that stand there. Raises: DutyListFull."""
    rows = DutyRow.objects.filter(duty_list_id=list_id)
    if rows.count() + len(lines) > MOST_LINES:
        raise DutyListFull(most=MOST_LINES)
    last = rows.aggregate(last=Max("place"))["last"] or 0
    stored = [
        fill_row(DutyRow(duty_list_id=list_id, place=last + STEP * no), line)
        for no, line in enumerate(lines, 1)
    ]
    DutyRow.objects.bulk_create(stored)
    return stored


def record_duties(job: Work, row: DutyList, **change: object) -> None:
    """The matrix is the city's: whoever changes it as a whole has the whole city in their jurisdiction."""
    job.record_in_city(f"routing.dutylist:{row.pk}", **change)


def _copied(name: str, *, at: datetime, is_proposed: bool = False) -> DutyList:
    draft = DutyList(name=name, loaded_at=at, is_proposed=is_proposed)
    draft.save(force_insert=True)
    present = matrix_in_force(on=local(at).date())
    if present is not None:
        add_lines(draft.pk, present.lines)
    return draft


def _refuse_faulty(line: NewLine) -> None:
    kinds, codes = known_parties()
    refuse_faulty_line(line, kinds=kinds, codes=codes)


def _typical_case(line: NewLine) -> Case:
    """A case that a line speaks of, as special as the line is: what decides it now is what the line has to precede."""
    is_clock = ":" in line.hours
    return Case(
        item_code=line.item_prefix.ljust(6, "0"),
        area_code=line.area_code,
        level=line.level or len(line.area_code) or Level.CITY,
        is_working=line.hours != "off",
        minute=clock_minutes(line.hours)[0] if is_clock else 0,
    )


def _inserted(draft: DutyList, line: NewLine, before_no: int | None) -> DutyRow:
    rows = DutyRow.objects.filter(duty_list=draft).order_by("place", "id")
    if before_no is None or before_no > rows.count():
        return add_lines(draft.pk, [line])[0]
    if rows.count() >= MOST_LINES:
        raise DutyListFull(most=MOST_LINES)
    place = rows[before_no - 1].place
    rows.filter(place__gte=place).update(place=F("place") + STEP)
    row = fill_row(DutyRow(duty_list_id=draft.pk, place=place), line)
    row.save(force_insert=True)
    return row


def fill_row(row: DutyRow, line: NewLine) -> DutyRow:
    """Write what a line says into a row, which is not saved yet."""
    for name in LINE_FIELDS:
        setattr(row, name, getattr(line, name))
    row.assists = "+".join(line.assists)
    return row


def _found(list_id: int, line_id: int) -> DutyLine:
    return next(line for line in lines_of(list_id) if line.line_id == line_id)


def _row(draft: DutyList, line_id: int) -> DutyRow:
    found = DutyRow.objects.filter(duty_list=draft, pk=line_id).first()
    if found is None:
        raise DutyLineUnknown
    return found


def _locked(list_id: int) -> DutyList:
    found = DutyList.objects.select_for_update().filter(pk=list_id).first()
    if found is None:
        raise DutyListUnknown
    return found


def _draft(list_id: int) -> DutyList:
    found = _locked(list_id)
    if found.valid_from_on is not None:
        raise NotADraft(name=found.name, valid_from_on=found.valid_from_on.isoformat())
    return found


def _cells(line: NewLine) -> dict[str, object]:
    """What a line says, for the audit; what it leaves open is left out."""
    return {name: getattr(line, name) for name in LINE_FIELDS if getattr(line, name)}


def _record_line(job: Work, row: DutyRow, area_code: str, **change: object) -> None:
    """Areas are no secret, so whoever writes beyond their own is told so. Raises: DutyOutsideArea."""
    codes = [area_code] if area_code else city_codes() or [""]
    scope = job.actor.scope
    if scope != ANYWHERE and not all(lies_within(code, scope) for code in codes):
        raise DutyOutsideArea
    for code in codes:
        job.record_in_area(f"routing.dutyrow:{row.pk}", code, **change)
