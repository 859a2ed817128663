"""Files as they come: encodings, separators, odd cells, and files made to hurt."""

import codecs
import csv
import gzip
import io
import struct
import zipfile
import zlib
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.rules.refusals import FileRefused
from jingwei.foundation.imports.rules.texts import text_of
from jingwei.foundation.imports.services import reading
from jingwei.foundation.imports.services.reading import examine, read_rows
from jingwei.foundation.imports.services.workbooks import Line, write_file
from jingwei.foundation.imports.tests.steps import xlsx_bytes

CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff")
    | st.sampled_from("\n=+-@'\",;\t宗啊"),
    max_size=12,
).map(str.strip)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=6)


def read(path: Path, content: bytes) -> list[list[str]]:
    path.write_bytes(content)
    return [cells for _, cells in read_rows(path, examine(path))]


def outcome(path: Path, content: bytes) -> object:
    """What came of reading; anything but rows or a refusal is a crash."""
    try:
        return [read(path, content)]
    except FileRefused as refusal:
        return refusal.text and refusal.text_en


def trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Rows as reading gives them: without empty cells at the end, and without empty rows."""
    kept = []
    for row in rows:
        cells = list(row)
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            kept.append(cells)
    return kept


@settings(max_examples=120, deadline=None)
@given(rows=ROWS, file_format=st.sampled_from(FileFormat))
def test_what_we_write_we_read_back(
    rows: list[list[str]], file_format: FileFormat, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = write_file("往返", ["头", "二"], [Line(row, {}) for row in rows], file_format=file_format)
    path = tmp_path_factory.mktemp("trip") / "file"

    found = read(path, b"".join(out.pieces()))

    assert found == [["头", "二"], *trimmed(rows)]


@settings(max_examples=80, deadline=None)
@given(rows=ROWS, encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]), packed=st.booleans())
def test_every_usual_encoding_is_recognised(
    rows: list[list[str]], encoding: str, packed: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["编号", "名称，中文表头"], *rows])
    content = text.getvalue().encode(encoding)
    path = tmp_path_factory.mktemp("encoding") / "file"

    found = read(path, gzip.compress(content) if packed else content)

    expected = [[text_of(cell) for cell in row] for row in rows]
    assert found == [["编号", "名称，中文表头"], *trimmed(expected)]


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400))
@pytest.mark.parametrize("start", [b"", b"PK\x03\x04", b"\x1f\x8b", codecs.BOM_UTF8, b"a,b\n"])
def test_any_bytes_are_read_or_refused(
    start: bytes, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("noise") / "file"
    assert outcome(path, start + content)


@settings(max_examples=60, deadline=None)
@given(where=st.integers(0, 6000), value=st.integers(0, 255))
def test_a_workbook_with_one_broken_byte_is_read_or_refused(
    where: int, value: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    content = bytearray(xlsx_bytes(("T1", "一队", "", "", "")))
    content[where % len(content)] = value
    assert outcome(tmp_path_factory.mktemp("broken") / "file", bytes(content))


def test_cells_of_every_kind_become_the_text_people_would_type(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    row = [
        1.0,
        2.5,
        datetime(2026, 1, 2, 3, 4, 5),
        date(2026, 1, 2),
        time(3, 4),
        True,
        "  甲\n乙 ",
        430902199001011234,
    ]
    sheet.append(row)
    book.save(tmp_path / "cells.xlsx")

    (cells,) = read(tmp_path / "file", (tmp_path / "cells.xlsx").read_bytes())

    assert cells == [
        "1", "2.5", "2026-01-02 03:04:05", "2026-01-02", "03:04:00", "是", "甲\n乙", "4.30902199001011E+17",
    ]  # fmt: skip


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_separators_are_recognised(mark: str, tmp_path: Path) -> None:
    assert read(tmp_path / "file", f"编号{mark}名称\nT1{mark}一队\n".encode()) == [
        ["编号", "名称"],
        ["T1", "一队"],
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str, tmp_path: Path) -> None:
    text = end.join(["a,b", f'"1{end}2",3', "x\u2028y,z"])
    assert read(tmp_path / "file", text.encode()) == [["a", "b"], ["1\n2", "3"], ["x\u2028y", "z"]]


def test_row_numbers_are_those_of_the_spreadsheet(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"a,b\n\n,,\n1,2\n")
    rows = list(read_rows(tmp_path / "file", examine(tmp_path / "file")))
    assert [number for number, _ in rows] == [1, 4]


def test_the_first_visible_filled_worksheet_is_read_or_the_one_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, state, text in (
        ("隐藏", "hidden", "h"),
        ("空", "visible", None),
        ("数据", "visible", "d"),
        ("二", "visible", "e"),
    ):
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        if text:
            sheet["A1"] = text
    path = tmp_path / "many.xlsx"
    book.save(path)

    assert [cells for _, cells in read_rows(path, examine(path))] == [["d"]]
    assert [cells for _, cells in read_rows(path, examine(path, worksheet="二"))] == [["e"]]
    with pytest.raises(FileRefused, match="空、数据、二"):
        examine(path, worksheet="三")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "空"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, r"\.xls "),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "文本"),
        (b"PK\x03\x04broken", "损坏"),
        (b"\x1f\x8bbroken", "损坏"),
        (gzip.compress(b"a,b\n" * 1000)[:-9], "损坏"),
    ],
    ids=["empty", "old excel", "picture", "broken zip", "broken gzip", "cut gzip"],
)
def test_what_is_no_table_is_refused(content: bytes, word: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=word):
        read(tmp_path / "file", content)


def test_a_packed_text_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES_UNPACKED", 1_000_000)
    with pytest.raises(FileRefused, match="解压"):
        read(tmp_path / "file", gzip.compress(b"a,b\n" * 1_000_000))


def test_a_workbook_that_lies_about_its_size_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The archive claims a few bytes; only unpacking shows what is behind it."""
    monkeypatch.setattr(reading, "MOST_BYTES_UNPACKED", 1_000_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", b" " * 5_000_000)
    content = packed.getvalue().replace(struct.pack("<I", 5_000_000), struct.pack("<I", 10))
    content = content.replace(
        struct.pack("<I", zlib.crc32(b" " * 5_000_000)), struct.pack("<I", zlib.crc32(b" " * 10))
    )
    with pytest.raises(FileRefused, match="解压"):
        read(tmp_path / "file", content)


@pytest.mark.parametrize("reference", ['r="XFD1048576"', "r='XFD1048576'", 'r = "XFD1048576"'])
def test_a_far_off_cell_is_refused_before_it_is_laid_out(reference: str, tmp_path: Path) -> None:
    source = io.BytesIO(xlsx_bytes(("T1", "一队", "", "", "")))
    target = io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for member in before.infolist():
            text = before.read(member)
            if member.filename.startswith("xl/worksheets/"):
                far = f'<row r="1048576"><c {reference}><v>1</v></c></row></sheetData>'.encode()
                text = text.replace(b"</sheetData>", far)
            after.writestr(member, text)
    with pytest.raises(FileRefused, match="范围过大"):
        read(tmp_path / "file", target.getvalue())


def test_too_many_rows_or_columns_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileRefused, match="301列"):
        read(tmp_path / "file", ",".join("x" * 301).encode())
    monkeypatch.setattr(reading, "MOST_ROWS", 10)
    with pytest.raises(FileRefused, match="分成"):
        read(tmp_path / "file", b"a\n" * 31)
