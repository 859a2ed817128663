"""Workbooks and text tables that go out: templates, returned files, exports. All stream through a private temp file."""

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.rules.texts import written_text

BAD_FILL = PatternFill("solid", fgColor="FFD6D6")
HEAD_FILL = PatternFill("solid", fgColor="DCE6F1")
BOLD = Font(bold=True)
MEDIA_TYPES = {
    FileFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileFormat.CSV: "text/csv; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class OutFile:
    """A finished file, to be read from its start; the temp file vanishes when it is closed."""

    name: str
    media_type: str
    content: IO[bytes]

    def pieces(self) -> "Pieces":
        return Pieces(self.content)


class Pieces:
    """What a file holds, piece by piece; it is closed at the end, or by whoever stops before the first."""

    SIZE_BYTES = 1 << 16

    def __init__(self, content: IO[bytes]) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        with self._content as content:
            while piece := content.read(self.SIZE_BYTES):
                yield piece

    def close(self) -> None:
        self._content.close()


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file: its cells, and what to say at some of them (by position)."""

    cells: Sequence[object]
    notes: Mapping[int, str]


NO_NOTES: Mapping[int, str] = {}


def write_file(
    name: str,
    headers: Sequence[str],
    lines: Iterable[Line],
    *,
    file_format: FileFormat,
    header_notes: Mapping[int, str] = NO_NOTES,
    extra_sheets: Sequence[tuple[str, Sequence[Sequence[str]]]] = (),
) -> OutFile:
    """Write a table; text that looks like a formula is escaped in both formats.

    .csv begins with a byte order mark, so that spreadsheets read it as UTF-8.
    """
    content = tempfile.TemporaryFile()  # noqa: SIM115 - handed to whoever sends it
    try:
        if file_format is FileFormat.CSV:
            _write_csv(content, headers, lines)
        else:
            _write_xlsx(content, name, headers, lines, header_notes, extra_sheets)
    except BaseException:
        content.close()
        raise
    content.seek(0)
    return OutFile(f"{name}.{file_format.value}", MEDIA_TYPES[file_format], content)


def _write_csv(content: IO[bytes], headers: Sequence[str], lines: Iterable[Line]) -> None:
    text = io.TextIOWrapper(content, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text)
    writer.writerow([written_text(header) for header in headers])
    for line in lines:
        writer.writerow([_csv_text(cell) for cell in line.cells])
    text.flush()
    text.detach()


def _csv_text(cell: object) -> object:
    value = written_text(cell)
    if isinstance(value, bool):
        return "是" if value else "否"
    return value


def _write_xlsx(
    content: IO[bytes],
    title: str,
    headers: Sequence[str],
    lines: Iterable[Line],
    header_notes: Mapping[int, str],
    extra_sheets: Sequence[tuple[str, Sequence[Sequence[str]]]],
) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_title(title))
    sheet.freeze_panes = "A2"
    for index, header in enumerate(headers):
        sheet.column_dimensions[get_column_letter(index + 1)].width = min(40, max(10, 2 * len(header) + 4))
    sheet.append([_head_cell(sheet, header, header_notes.get(i)) for i, header in enumerate(headers)])
    try:
        for line in lines:
            sheet.append([_cell(sheet, cell, line.notes.get(index)) for index, cell in enumerate(line.cells)])
    except BaseException:
        # openpyxl would leave the rows written so far in a temp file of its own until the process ends.
        sheet.close()
        sheet._writer.cleanup()
        raise
    for name, rows in extra_sheets:
        extra = book.create_sheet(_sheet_title(name))
        for index, width in enumerate((24, 10, 60, 40, 60, 40)):
            extra.column_dimensions[get_column_letter(index + 1)].width = width
        for number, row in enumerate(rows):
            extra.append([_head_cell(extra, c, None) if number == 0 else _cell(extra, c, None) for c in row])
    book.save(content)


def _head_cell(sheet: WriteOnlyWorksheet, header: str, note: str | None) -> Any:
    cell = _cell(sheet, header, note)
    cell.font, cell.fill = BOLD, HEAD_FILL
    return cell


def _cell(sheet: WriteOnlyWorksheet, content: object, note: str | None) -> Any:
    value = written_text(content)
    if note is None and not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(vertical="top", wrap_text="\n" in value)
    if note is not None:
        cell.fill = BAD_FILL
        cell.comment = Comment(note, "Jingwei", height=120, width=320)
    return cell


def _sheet_title(name: str) -> str:
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in name)[:31] or "1"
