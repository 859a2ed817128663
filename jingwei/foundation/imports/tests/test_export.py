"""Rows that leave are written in constant memory, harmless, and recorded."""

import csv
import io
import tracemalloc
from collections.abc import Iterator
from datetime import date

import openpyxl
import pytest
from django.db import connection
from openpyxl.worksheet._writer import ALL_TEMP_FILES

from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.services.exporting import export_rows
from jingwei.foundation.imports.services.workbooks import OutFile
from jingwei.foundation.imports.tests.demonstration import COLUMNS
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
ROWS = [["T1", "=cmd|'/c calc'!A1", None, date(2026, 1, 2), 7], ["T2", "-2+3", True, MONDAY_10, 2.5]]


def exported(file_format: FileFormat, rows: object = ROWS) -> OutFile:
    return export_rows(CAST.wu, "单位", COLUMNS, rows, file_format=file_format, target="access.unit:list")  # type: ignore[arg-type]


def test_a_text_table_opens_in_a_spreadsheet() -> None:
    out = exported(FileFormat.CSV)
    content = b"".join(out.pieces())
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))[1:] == [
        ["T1", "'=cmd|'/c calc'!A1", "", "2026-01-02", "7"],
        ["T2", "'-2+3", "是", "2026-11-16 10:00:00", "2.5"],
    ]
    assert (out.name, out.media_type) == ("单位.csv", "text/csv; charset=utf-8")


def test_a_workbook_holds_no_formula() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(exported(FileFormat.XLSX).pieces()))).active
    assert sheet is not None
    head, first, second = sheet.iter_rows()
    assert [c.value for c in head] == ["编号", "名称", "类别", "成立日期", "人数"]
    assert (first[1].value, first[1].data_type) == ("'=cmd|'/c calc'!A1", "s")
    assert (first[4].value, second[3].value) == (7, MONDAY_10.replace(tzinfo=None))


def test_taking_rows_needs_permission_and_is_recorded() -> None:
    with pytest.raises(Forbidden):
        export_rows(CAST.lin, "单位", ["编号"], [], file_format=FileFormat.CSV, target="access.unit:list")
    b"".join(exported(FileFormat.CSV).pieces())
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute("select person_id, change from audit_entry where target = 'access.unit:list'")
        ((person_id, change),) = cursor.fetchall()
    assert person_id == CAST.wu.person_id
    assert '"rows": 2' in str(change).replace("'", '"')


def test_a_refusal_half_way_leaves_no_record() -> None:
    def rows() -> Iterator[list[object]]:
        yield ["T1"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        exported(FileFormat.XLSX, rows())
    assert ALL_TEMP_FILES == []
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute("select count(*) from audit_entry where target = 'access.unit:list'")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize(("file_format", "count"), [(FileFormat.CSV, 25_000), (FileFormat.XLSX, 4_000)])
def test_memory_does_not_grow_with_the_rows(file_format: FileFormat, count: int) -> None:
    b"".join(exported(file_format).pieces())  # what the first use of a library keeps is not counted
    tracemalloc.start()
    try:
        out = exported(file_format, (["T1", "名称" * 20, None, None, n] for n in range(count)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert out.content.seek(0, io.SEEK_END) > (3_000_000 if file_format is FileFormat.CSV else 50_000)
    assert peak < 1_500_000
    out.content.close()
