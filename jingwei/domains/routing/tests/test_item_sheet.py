"""The list out as a file and in again, through the importer's own services."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from jingwei.domains.routing import queries
from jingwei.domains.routing.rules.refusals import ItemListUnknown
from jingwei.domains.routing.services.lists import open_item_list
from jingwei.domains.routing.services.sheets import COLUMNS, ITEM_SHEET, export_item_list
from jingwei.domains.routing.tests.samples import SAMPLE
from jingwei.domains.routing.tests.test_item_lists import NEW_YEAR, TODAY, drafted
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.queries import bad_rows, batch_of
from jingwei.foundation.imports.services.registry import all_sheets, register_sheets
from jingwei.foundation.imports.services.runs import check_batch, run_to_end, start_batch, undo_batch
from jingwei.foundation.imports.services.uploads import map_columns, upload_correction, upload_file
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
Cells = list[list[str]]


@pytest.fixture(autouse=True)
def _folder_and_sheets(settings: object, tmp_path: Path) -> None:
    settings.VAR_FOLDER = tmp_path  # type: ignore[attr-defined]
    if ITEM_SHEET not in all_sheets():
        register_sheets([ITEM_SHEET])


def exported(list_id: int, file_format: FileFormat) -> bytes:
    return b"".join(export_item_list(CAST.ding, list_id, file_format=file_format).pieces())


def standard_list() -> int:
    found = queries.list_in_force(on=TODAY)
    assert found is not None
    return int(found.id)


def cells_of(content: bytes) -> Cells:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def csv_of(cells: Cells) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(cells)
    return text.getvalue().encode("utf-8-sig")


def edited(change: Callable[[Cells], None]) -> bytes:
    cells = cells_of(exported(standard_list(), FileFormat.XLSX))
    change(cells)
    return csv_of(cells)


def run(batch_id: UUID) -> Any:
    run_to_end(batch_id, now=lambda: MONDAY_10)
    with eyes(CAST.ding):
        return batch_of(CAST.ding, batch_id)


def checked(content: bytes, name: str = "清单.xlsx") -> Any:
    batch = upload_file(CAST.ding, ITEM_SHEET.key, file_name=name, pieces=[content], at=MONDAY_10)
    map_columns(CAST.ding, batch.id, mapping=batch.mapping, options={"list_name": "2027年版"})
    check_batch(CAST.ding, batch.id, at=MONDAY_10)
    return run(batch.id)


def imported(content: bytes, name: str = "清单.xlsx") -> Any:
    batch = checked(content, name)
    start_batch(CAST.ding, batch.id, at=MONDAY_10)
    return run(batch.id)


@pytest.mark.parametrize("file_format", list(FileFormat))
def test_all_332_items_come_back_unchanged(file_format: FileFormat) -> None:
    batch = imported(exported(standard_list(), file_format), f"清单.{file_format.value}")
    assert (batch.state, batch.written_rows, batch.bad_rows) == ("finished", 332, 0)
    (draft,) = queries.draft_briefs()
    assert (draft.name, draft.items) == ("2027年版", 332)
    before = queries.as_new(queries.items_of(standard_list()))
    assert queries.as_new(queries.items_of(draft.list_id)) == before
    row = queries.item_list(draft.list_id, with_drafts=True)
    changes = queries.list_changes(row, on=TODAY)
    assert (changes.added, changes.removed, changes.changed) == ((), (), ())


def test_the_file_is_written_for_people() -> None:
    cells = cells_of(exported(standard_list(), FileFormat.XLSX))
    assert cells[0] == [column.label_zh for column in COLUMNS]
    first = dict(zip(cells[0], cells[1], strict=True))
    assert first["事项代码"] == "010101"
    assert first["责任单位类型"] == "环境卫生"
    assert (first["受理时限"], first["处置时限"]) == ("2工作小时", "1工作日")
    assert first["办结佐证"] == "处置前照片+处置后照片"
    assert first["是否紧急"] == "否"


def test_an_edited_file_becomes_the_next_version() -> None:
    def shorten(cells: Cells) -> None:
        cells[1][cells[0].index("处置时限")] = "4 工作小时"
        del cells[-1]

    imported(edited(shorten), "改.csv")
    (draft,) = queries.draft_briefs()
    changes = queries.list_changes(queries.item_list(draft.list_id, with_drafts=True), on=TODAY)
    assert [(c.item_code, c.columns) for c in changes.changed] == [("010101", ("handle_limit",))]
    assert (len(changes.added), len(changes.removed)) == (0, 1)
    open_item_list(CAST.ding, draft.list_id, valid_from_on=NEW_YEAR, items_seen=331, at=MONDAY_10)
    assert queries.item_in_force("010101", on=NEW_YEAR).handle_limit == "4h"
    assert queries.item_in_force("010101", on=TODAY).handle_limit == "1d"


def test_faults_are_told_by_row_and_cell_and_the_corrected_file_completes_the_draft() -> None:
    def spoil(cells: Cells) -> None:
        head = cells[0].index
        cells[1][head("处置时限")] = "尽快"
        cells[2][head("责任单位类型")] = "月球管理"
        cells[3][head("办结佐证")] = "录像"
        cells[4][head("事项名称")] = ""
        cells[5][head("是否紧急")] = "是"
        cells[6][head("事项代码")] = cells[1][head("事项代码")]

    batch = checked(edited(spoil), "错.csv")
    assert batch.bad_rows == 6
    with eyes(CAST.ding):
        faults = {number: {fault.column for fault in found} for number, found in bad_rows(batch)}
    assert faults[2] == {"handle_limit"}
    assert faults[3] == {"unit_kind"}
    assert faults[4] == {"evidence"}
    assert faults[5] == {"item_name"}
    assert faults[6] == {"accept_limit", "handle_limit", "verify_limit"}
    assert faults[7] == {"item_code"}
    start_batch(CAST.ding, batch.id, at=MONDAY_10)
    run(batch.id)
    assert [draft.items for draft in queries.draft_briefs()] == [326]
    whole = edited(lambda cells: None)
    upload_correction(CAST.ding, batch.id, file_name="改正.csv", pieces=[whole], at=MONDAY_10)
    map_columns(CAST.ding, batch.id, mapping=batch.mapping, options={"list_name": "2027年版"})
    check_batch(CAST.ding, batch.id, at=MONDAY_10)
    run(batch.id)
    start_batch(CAST.ding, batch.id, at=MONDAY_10)
    run(batch.id)
    (draft,) = queries.draft_briefs()
    row = queries.item_list(draft.list_id, with_drafts=True)
    changes = queries.list_changes(row, on=TODAY)
    assert (draft.items, changes.added, changes.removed, changes.changed) == (332, (), (), ())


def test_an_import_can_be_undone_until_its_list_is_opened() -> None:
    batch = imported(exported(standard_list(), FileFormat.XLSX))
    undo_batch(CAST.ding, batch.id, at=MONDAY_10)
    assert run(batch.id).undone_rows == 332
    assert queries.draft_briefs() == []

    batch = imported(exported(standard_list(), FileFormat.XLSX))
    (draft,) = queries.draft_briefs()
    open_item_list(CAST.ding, draft.list_id, valid_from_on=NEW_YEAR, items_seen=332, at=MONDAY_10)
    undo_batch(CAST.ding, batch.id, at=MONDAY_10)
    done = run(batch.id)
    assert (done.undone_rows, done.kept_rows) == (0, 332)
    assert queries.list_brief(draft.list_id).items == 332


def test_drafts_are_exported_only_by_those_who_manage_items() -> None:
    draft = drafted(SAMPLE)
    assert len(cells_of(exported(draft.id, FileFormat.XLSX))) == 4
    with pytest.raises(ItemListUnknown):
        export_item_list(CAST.sun, draft.id, file_format=FileFormat.CSV)
    export_item_list(CAST.sun, standard_list(), file_format=FileFormat.CSV).content.close()
    with pytest.raises(Forbidden):
        export_item_list(CAST.lin, standard_list(), file_format=FileFormat.CSV)
