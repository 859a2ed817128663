"""What goes back to whoever imports: an empty template, and their own rows with what is wrong with them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import Fault, FileFormat, Sheet
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.queries import answers_to, bad_rows, batch_of
from jingwei.foundation.imports.rules.headers import ERRORS_HEADER, ORIGIN_HEADER
from jingwei.foundation.imports.rules.refusals import NotChecked, TooManyRowsForXlsx
from jingwei.foundation.imports.rules.rows import SourceRow
from jingwei.foundation.imports.services.registry import sheet_for
from jingwei.foundation.imports.services.storage import spool_path, spooled
from jingwei.foundation.imports.services.uploads import own_positions, target_of
from jingwei.foundation.imports.services.workbooks import Line, OutFile, write_file
from jingwei.foundation.work import work

MOST_XLSX_ROWS = 50_000
FAULT_PAGE = 1_000
ANSWER_PAGE = 500


def template_of(actor: Actor, sheet_key: str) -> OutFile:
    """An empty workbook with the sheet's headers, and a second page that explains them. Raises: SheetUnknown."""
    sheet = sheet_for(actor, sheet_key)
    explained = [("列", "必填", "说明", "示例", "Explanation", "Column")]
    explained += [
        (c.label_zh, "是" if c.required else "", c.note_zh, c.example, c.note_en, c.label_en)
        for c in sheet.columns
    ]
    headers = [f"{c.label_zh}*" if c.required else c.label_zh for c in sheet.columns]
    return write_file(
        sheet.title_zh, headers, [], file_format=FileFormat.XLSX, extra_sheets=[("填写说明", explained)]
    )


def errors_of_batch(actor: Actor, batch_id: UUID, *, only_bad: bool, file_format: FileFormat) -> OutFile:
    """The rows of the present round as they were uploaded, with what is wrong with each.

    Two columns are added: 错误, and 原行号, by which the corrected file is recognised when it comes back; before
    them the answers, where the sheet only asks and all rows are wanted.
    Raises: BatchUnknown, NotChecked, TooManyRowsForXlsx.
    """
    with work(actor, Permission.IMPORT_ROWS) as job:
        batch = batch_of(actor, batch_id)
        sheet = sheet_for(actor, batch.sheet_key)
        path = spool_path(batch.id, batch.round)
        if not path.exists():
            raise NotChecked
        rows = batch.bad_rows if only_bad else batch.total_rows or 0
        if file_format is FileFormat.XLSX and rows > MOST_XLSX_ROWS:
            raise TooManyRowsForXlsx(rows=rows, most=MOST_XLSX_ROWS)
        own = own_positions(batch.headers, sheet)
        told = () if only_bad else sheet.answers
        lines = _lines(batch, sheet, own, only_bad=only_bad)
        out = write_file(
            f"{sheet.title_zh}-{'结果' if told else '错误'}",
            [*(batch.headers[i] for i in own), *(one.label_zh for one in told), ERRORS_HEADER, ORIGIN_HEADER],
            _with_answers(batch, len(own), len(told), lines) if told else (line for _, line in lines),
            file_format=file_format,
        )
        job.record_own(target_of(batch_id), action="errors", rows=rows)
    return out


def _with_answers(
    batch: Batch, own: int, width: int, lines: Iterable[tuple[SourceRow, Line]]
) -> Iterator[Line]:
    """The same lines with the answers put in behind the user's own cells, looked up some hundred at a time."""
    lines = iter(lines)
    while part := list(islice(lines, ANSWER_PAGE)):
        answers = answers_to(batch, [row for row, _ in part])
        for row, line in part:
            told = answers.get(row.number, [None] * width)
            notes = {at if at < own else at + width: note for at, note in line.notes.items()}
            yield Line([*line.cells[:own], *told, *line.cells[own:]], notes)


def _lines(batch: Batch, sheet: Sheet, own: list[int], *, only_bad: bool) -> Iterator[tuple[SourceRow, Line]]:
    faulty = _faults_in_order(batch)
    number, faults = next(faulty, (0, []))
    for row, _ in spooled(spool_path(batch.id, batch.round)):
        while number and number < row.number:
            number, faults = next(faulty, (0, []))
        if row.number == number:
            yield row, _line(batch, sheet, own, row, faults)
        elif not only_bad:
            yield row, _line(batch, sheet, own, row, [])
        if only_bad and not number:
            return


def _faults_in_order(batch: Batch) -> Iterator[tuple[int, list[Fault]]]:
    after = 0
    while page := bad_rows(batch, after=after, limit=FAULT_PAGE):
        yield from page
        after = page[-1][0]


def _line(batch: Batch, sheet: Sheet, own: list[int], row: SourceRow, faults: list[Fault]) -> Line:
    places = {batch.mapping[index]: place for place, index in enumerate(own) if batch.mapping[index]}
    notes: dict[int, str] = {}
    for fault in faults:
        place = places.get(fault.column, len(own)) if fault.column else len(own)
        notes[place] = f"{notes[place]}\n{fault.message_zh}" if place in notes else fault.message_zh
    told = "；".join(fault.message_zh for fault in faults)
    cells = [row.cells[index] for index in own]
    return Line([*cells, told, row.number if row.origin is None else row.origin], notes)
