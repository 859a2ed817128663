"""A file of addresses is sent, and comes back with where each lies, by row; what was not found is corrected and asked again."""

import csv
import io
from typing import Any
from uuid import UUID

import pytest

from jingwei.foundation.gazetteer.rules.kinds import PlaceKind
from jingwei.foundation.gazetteer.services.lookups import LOOKUP_SHEET
from jingwei.foundation.gazetteer.tests.planting import added, spot
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.models import Batch, BatchRow
from jingwei.foundation.imports.queries import batch_of
from jingwei.foundation.imports.rules.refusals import UndoUnavailable
from jingwei.foundation.imports.services import runs
from jingwei.foundation.imports.services.keeping import drop_expired_files
from jingwei.foundation.imports.services.registry import all_sheets, register_sheets
from jingwei.foundation.imports.services.returning import errors_of_batch
from jingwei.foundation.imports.services.uploads import map_columns, upload_correction, upload_file
from jingwei.foundation.imports.tests.steps import csv_bytes
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, GRID_1, GRID_2, MONDAY_10, inside

pytestmark = pytest.mark.django_db
HEADERS = ("门店", "地址", "经度", "纬度")
LON, LAT = inside(GRID_2)


@pytest.fixture(autouse=True)
def _folder_and_sheets(settings: Any, tmp_path: Any) -> None:
    settings.VAR_FOLDER = tmp_path
    if LOOKUP_SHEET not in all_sheets():
        register_sheets([LOOKUP_SHEET])


def asked(*rows: tuple[object, ...]) -> Batch:
    content = csv_bytes(*rows, headers=HEADERS)
    batch = upload_file(CAST.wu, LOOKUP_SHEET.key, file_name="门店.csv", pieces=[content], at=MONDAY_10)
    return answered(batch.id)


def answered(batch_id: UUID) -> Batch:
    runs.check_batch(CAST.wu, batch_id, at=MONDAY_10)
    runs.run_to_end(batch_id, now=lambda: MONDAY_10)
    runs.start_batch(CAST.wu, batch_id, at=MONDAY_10)
    runs.run_to_end(batch_id, now=lambda: MONDAY_10)
    with eyes(CAST.wu):
        return batch_of(CAST.wu, batch_id)


def returned(batch: Batch) -> bytes:
    out = errors_of_batch(CAST.wu, batch.id, only_bad=False, file_format=FileFormat.CSV)
    return b"".join(out.pieces())


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_each_row_comes_back_with_its_place_and_what_was_not_found_is_asked_again() -> None:
    added("东风路")
    added("东风路小学", where=spot(GRID_2), kind=PlaceKind.SCHOOL)
    batch = asked(
        ("一店", "东风路", "", ""),
        ("二店", "没有人知道的地方", "", ""),
        ("三店", "", LON, LAT),
        ("四店", "", "", ""),
        ("五店", "", 150.0, 20.0),
    )
    assert (batch.written_rows, batch.bad_rows) == (2, 3)
    first, unknown, third, empty, far = read(returned(batch))
    assert (first["门店"], first["查得地点"], first["查得网格编码"]) == ("一店", "东风路", GRID_1)
    assert (float(first["查得经度"]), float(first["查得纬度"])) == pytest.approx(inside(GRID_1), abs=1e-5)
    assert (first["怎样查到"], first["需人核对"], first["错误"]) == ("名称一致", "否", "")
    assert int(first["把握（%）"]) >= 80
    assert first["其他可能"].startswith("东风路小学（")
    assert (third["查得地点"], third["查得网格编码"], third["怎样查到"]) == ("东风路小学", GRID_2, "按坐标")
    assert ("没有找到" in unknown["错误"], unknown["查得网格编码"]) == (True, "")
    assert "没有地址" in empty["错误"]
    assert "不在本市" in far["错误"]

    mended = returned(batch).decode("utf-8-sig").replace("没有人知道的地方", "东风路小学")
    upload_correction(CAST.wu, batch.id, file_name="门店.csv", pieces=[mended.encode()], at=MONDAY_10)
    batch = answered(batch.id)
    assert (batch.written_rows, batch.skipped_rows, batch.bad_rows) == (3, 2, 2)
    again = read(returned(batch))
    assert list(again[0]) == list(first), "what was added to the file is not taken for the user's own columns"
    assert [row["查得地点"] for row in again] == ["东风路", "东风路小学", "东风路小学", "", ""]


def test_a_run_that_is_broken_off_goes_on_where_it_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    added("东风路")
    monkeypatch.setattr(runs, "CHUNK_ROWS", 2)
    content = csv_bytes(*[(f"{n}店", "东风路", "", "") for n in range(5)], headers=HEADERS)
    batch = upload_file(CAST.wu, LOOKUP_SHEET.key, file_name="门店.csv", pieces=[content], at=MONDAY_10)
    runs.check_batch(CAST.wu, batch.id, at=MONDAY_10)
    runs.run_to_end(batch.id, now=lambda: MONDAY_10)
    runs.start_batch(CAST.wu, batch.id, at=MONDAY_10)
    assert runs.advance_batch(batch.id, now=lambda: MONDAY_10, seconds=0)
    with eyes(CAST.wu):
        assert BatchRow.objects.filter(batch=batch).count() == 2
    runs.run_to_end(batch.id, now=lambda: MONDAY_10)
    assert [row["查得网格编码"] for row in read(returned(batch))] == [GRID_1] * 5


def test_the_area_narrows_it_and_nothing_is_there_to_undo() -> None:
    added("东风路")
    content = csv_bytes(("一店", "东风路", "", ""), headers=HEADERS)
    batch = upload_file(CAST.wu, LOOKUP_SHEET.key, file_name="门店.csv", pieces=[content], at=MONDAY_10)
    map_columns(CAST.wu, batch.id, mapping=[None, "address", "lon", "lat"], options={"within": GRID_2})
    elsewhere = answered(batch.id)
    assert (elsewhere.written_rows, elsewhere.bad_rows) == (0, 1)
    with pytest.raises(UndoUnavailable):
        runs.undo_batch(CAST.wu, batch.id, at=MONDAY_10)


def test_answers_are_kept_as_long_as_the_file() -> None:
    added("东风路")
    batch = asked(("一店", "东风路", "", ""))
    with eyes(CAST.wu):
        sealed = BatchRow.objects.get(batch=batch).answer_sealed
    assert sealed is not None
    assert "东风路".encode() not in bytes(sealed)
    drop_expired_files(at=batch.expires_at)
    with eyes(CAST.wu):
        assert BatchRow.objects.get(batch=batch).answer_sealed is None
