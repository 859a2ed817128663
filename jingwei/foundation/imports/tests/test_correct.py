"""The returned file, its way back, and the undo."""

import csv
import io

import openpyxl
import pytest
from django.db import connection

from jingwei.foundation.imports.contracts import FileFormat, ImportFinished
from jingwei.foundation.imports.queries import list_faults
from jingwei.foundation.imports.rules.lifecycle import BatchState
from jingwei.foundation.imports.rules.refusals import (
    BatchStepRefused,
    MappingRefused,
    NotChecked,
    NothingToUndo,
    TooManyRowsForXlsx,
    UndoUnavailable,
)
from jingwei.foundation.imports.services import returning
from jingwei.foundation.imports.services.returning import errors_of_batch, template_of
from jingwei.foundation.imports.services.runs import check_batch, start_batch, undo_batch
from jingwei.foundation.imports.services.uploads import map_columns
from jingwei.foundation.imports.tests.steps import (
    GOOD,
    checked,
    corrected,
    csv_bytes,
    run,
    started,
    unit_names,
    uploaded,
    xlsx_bytes,
)
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db

BAD = ("T3", "三队", "环卫", "昨天", "8")


def returned(batch_id: object, *, only_bad: bool = True) -> bytes:
    out = errors_of_batch(CAST.wu, batch_id, only_bad=only_bad, file_format=FileFormat.XLSX)  # type: ignore[arg-type]
    return b"".join(out.pieces())


def test_the_returned_file_marks_the_bad_cells() -> None:
    batch = started(checked(uploaded(xlsx_bytes(GOOD[0], BAD, GOOD[1]))))

    sheet = openpyxl.load_workbook(io.BytesIO(returned(batch.id))).active

    assert sheet is not None
    head, row = sheet.iter_rows()
    assert [cell.value for cell in head] == ["单位编号", "名称", "类别", "成立日期", "人数", "错误", "原行号"]
    assert [cell.value for cell in row][:2] == ["T3", "三队"]
    assert "“类别”只能填：城管、供水；“成立日期”日期或时间不正确" in str(row[5].value)
    assert row[6].value == 3
    assert [bool(cell.comment) for cell in row] == [False, False, True, True, False, False, False]
    assert row[2].fill.fgColor.rgb == "00FFD6D6"


def test_the_returned_file_can_hold_all_rows() -> None:
    batch = checked(uploaded(csv_bytes(GOOD[0], BAD, GOOD[1])))
    out = errors_of_batch(CAST.wu, batch.id, only_bad=False, file_format=FileFormat.CSV)
    rows = list(csv.reader(io.StringIO(b"".join(out.pieces()).decode("utf-8-sig"))))
    assert [(r[0], bool(r[5]), r[6]) for r in rows[1:]] == [
        ("T1", False, "2"),
        ("T3", True, "3"),
        ("T2", False, "4"),
    ]


def test_the_returned_file_needs_a_check_and_a_size_that_xlsx_can_take(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batch = uploaded(csv_bytes(*GOOD))
    with pytest.raises(NotChecked):
        returned(batch.id)
    checked(batch)
    monkeypatch.setattr(returning, "MOST_XLSX_ROWS", 1)
    with pytest.raises(TooManyRowsForXlsx):
        returned(batch.id, only_bad=False)


@pytest.mark.parametrize("sheet", ["test.units", "test.nameless"])
def test_a_corrected_returned_file_continues_the_batch(sheet: str) -> None:
    batch = started(checked(uploaded(xlsx_bytes(GOOD[0], BAD, GOOD[1]), sheet=sheet)))
    book = openpyxl.load_workbook(io.BytesIO(returned(batch.id, only_bad=False)))
    assert book.active is not None
    book.active["C3"], book.active["D3"] = "城管", "2024-05-06"
    content = io.BytesIO()
    book.save(content)

    batch = started(checked(corrected(batch.id, content.getvalue())))

    assert (batch.round, batch.written_rows, batch.skipped_rows, batch.bad_rows) == (2, 3, 2, 0)
    assert list(unit_names()) == ["T1", "T2", "T3"]


@pytest.mark.parametrize("sheet", ["test.units", "test.nameless"])
def test_the_first_file_corrected_in_place_continues_the_batch_too(sheet: str) -> None:
    batch = started(checked(uploaded(csv_bytes(GOOD[0], BAD, GOOD[1]), sheet=sheet)))
    mended = (*BAD[:2], "供水", "2024-05-06", "8")

    batch = started(
        checked(corrected(batch.id, csv_bytes(("T4", "新队", "", "", ""), GOOD[0], mended, GOOD[1])))
    )

    assert (batch.written_rows, batch.skipped_rows) == (4, 2)
    assert list(unit_names()) == ["T1", "T2", "T3", "T4"]
    again = started(checked(corrected(batch.id, csv_bytes(GOOD[0], mended, GOOD[1]))))
    assert (again.written_rows, again.skipped_rows) == (4, 3)


def test_rows_alike_are_rows_of_their_own() -> None:
    twins = [("", "双胞胎", "", "", ""), ("", "双胞胎", "", "", "")]
    batch = checked(uploaded(csv_bytes(*twins), sheet="test.nameless"))
    assert batch.bad_rows == 2
    named = [("T1", "双胞胎", "", "", ""), ("T1", "双胞胎", "", "", "")]

    batch = started(checked(corrected(batch.id, csv_bytes(*named))))

    # The database knows the code to be unique: the second twin is told so, not dropped.
    assert (batch.written_rows, batch.bad_rows) == (1, 1)
    again = checked(corrected(batch.id, csv_bytes(*named)))
    assert (again.skipped_rows, again.bad_rows) == (1, 0)


def test_rows_known_by_all_columns_must_be_mapped_alike_again() -> None:
    batch = started(checked(uploaded(csv_bytes(*GOOD), sheet="test.nameless")))
    corrected(batch.id, csv_bytes(*GOOD))
    map_columns(CAST.wu, batch.id, mapping=["code", "name", None, None, None])
    with pytest.raises(MappingRefused, match="类别、成立日期、人数"):
        check_batch(CAST.wu, batch.id, at=MONDAY_10)


def test_a_refused_corrected_file_leaves_the_batch_as_it_was() -> None:
    batch = started(checked(uploaded(csv_bytes(*GOOD))))
    with pytest.raises(Exception, match="空"):
        corrected(batch.id, b"")
    with eyes(CAST.wu):
        batch.refresh_from_db()
    assert (batch.round, batch.state) == (1, BatchState.FINISHED)


def test_undo_takes_back_and_keeps_what_was_changed_since() -> None:
    batch = started(checked(uploaded(csv_bytes(*GOOD))))
    with connection.cursor() as cursor:
        cursor.execute("update access_unit set is_active = false where code = 'T2'")

    undo_batch(CAST.wu, batch.id, at=MONDAY_10)
    batch = run(batch)

    assert (batch.state, batch.undone_rows, batch.kept_rows, batch.written_rows) == (
        BatchState.UNDONE,
        1,
        1,
        1,
    )
    assert list(unit_names()) == ["T2"]
    with eyes(CAST.wu):
        ((number, faults),) = list_faults(CAST.wu, batch.id).rows
    assert (number, faults[0].message_zh) == (3, "导入后已停用，未撤销")
    with connection.cursor() as cursor:
        cursor.execute("update access_unit set is_active = true where code = 'T2'")
    undo_batch(CAST.wu, batch.id, at=MONDAY_10)
    assert (run(batch).kept_rows, unit_names()) == (0, {})
    with pytest.raises(NothingToUndo):
        undo_batch(CAST.wu, batch.id, at=MONDAY_10)


def test_undo_is_recorded() -> None:
    batch = started(checked(uploaded(csv_bytes(*GOOD))))
    undo_batch(CAST.wu, batch.id, at=MONDAY_10)
    run(batch)
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(
            "select change->>'action', person_id from audit_entry where target = %s order by id",
            [f"imports.batch:{batch.id}"],
        )
        entries = cursor.fetchall()
    assert [action for action, _ in entries] == [
        "upload",
        "check",
        "checking",
        "start",
        "writing",
        "undo",
        "undoing",
    ]
    assert {person for _, person in entries} == {CAST.wu.person_id}


def test_undo_is_refused_where_the_sheet_cannot_or_nothing_was_written() -> None:
    batch = started(checked(uploaded(csv_bytes(*GOOD), sheet="test.nameless")))
    with pytest.raises(UndoUnavailable):
        undo_batch(CAST.wu, batch.id, at=MONDAY_10)
    with pytest.raises(NothingToUndo):
        undo_batch(CAST.wu, uploaded(csv_bytes(*GOOD)).id, at=MONDAY_10)


def test_steps_out_of_order_are_refused_with_what_is_possible() -> None:
    batch = uploaded(csv_bytes(*GOOD))
    with pytest.raises(BatchStepRefused) as refusal:
        start_batch(CAST.wu, batch.id, at=MONDAY_10)
    assert "已上传" in refusal.value.text
    assert "检查" in refusal.value.data["allowed"]


def test_the_end_is_told_once_for_all_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr("jingwei.foundation.work.events.publish", told.append)
    batch = started(checked(uploaded(csv_bytes(*((f"T{n}", "队", "", "", "") for n in range(450))))))
    (event,) = told
    assert isinstance(event, ImportFinished)
    assert (event.post_id, event.target) == (CAST.wu.post_id, f"imports.batch:{batch.id}")
    assert event.body_zh == "写入450行，错误0行，已有0行"


def test_a_template_filled_in_is_an_import() -> None:
    book = openpyxl.load_workbook(io.BytesIO(b"".join(template_of(CAST.wu, "test.units").pieces())))
    assert book.sheetnames == ["单位", "填写说明"]
    assert [c.value for c in book["填写说明"][3]][:3] == ["名称", "是", "单位全称"]
    assert book["单位"].max_row == 1
    book["单位"].append(["T1", "一队", "城管", None, 5])
    content = io.BytesIO()
    book.save(content)

    started(checked(uploaded(content.getvalue())))

    assert unit_names() == {"T1": "一队"}
