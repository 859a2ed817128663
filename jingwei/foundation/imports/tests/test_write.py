"""From upload to written rows, through the services."""

import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from jingwei.foundation.imports.models import Batch, BatchRow
from jingwei.foundation.imports.queries import bad_rows, list_batches
from jingwei.foundation.imports.rules.lifecycle import BatchState, MappingSource
from jingwei.foundation.imports.rules.refusals import (
    BatchStepRefused,
    BatchUnknown,
    FileGone,
    ForbiddenColumn,
    MappingRefused,
    SheetUnknown,
)
from jingwei.foundation.imports.services import runs
from jingwei.foundation.imports.services.keeping import drop_expired_files
from jingwei.foundation.imports.services.runs import advance_batch, check_batch, start_batch, stop_batch
from jingwei.foundation.imports.services.storage import source_path
from jingwei.foundation.imports.services.uploads import map_columns
from jingwei.foundation.imports.tests.steps import (
    GOOD,
    HEADERS,
    checked,
    clock,
    csv_bytes,
    run,
    started,
    unit_names,
    uploaded,
    xlsx_bytes,
)
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, MONDAY_10, in_post

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "content", [csv_bytes(*GOOD), csv_bytes(*GOOD, encoding="gb18030"), xlsx_bytes(*GOOD)]
)
def test_good_rows_are_written(content: bytes) -> None:
    batch = started(checked(uploaded(content)))

    assert batch.state == BatchState.FINISHED
    assert (batch.total_rows, batch.written_rows, batch.bad_rows) == (2, 2, 0)
    assert unit_names() == {"T1": "一队", "T2": "二队"}


def test_a_check_writes_nothing_and_names_row_and_cell() -> None:
    rows = [*GOOD, ("T3", "", "环卫", "明天", "1001"), ("T1", "又一队", "", "", "")]

    batch = checked(uploaded(csv_bytes(*rows)))

    assert (batch.state, batch.total_rows, batch.bad_rows) == (BatchState.CHECKED, 4, 2)
    assert unit_names() == {}
    with eyes(CAST.wu):
        (third, faults), (fourth, double) = bad_rows(batch)
    assert (third, [f.column for f in faults]) == (4, ["name", "kind", "opened_on", "people"])
    assert (fourth, [f.message_zh for f in double]) == (5, ["与第2行重复"])


def test_bad_rows_stay_behind_and_good_ones_are_written() -> None:
    batch = started(checked(uploaded(csv_bytes(GOOD[0], ("T9", "", "", "", ""), GOOD[1]))))

    assert (batch.written_rows, batch.bad_rows) == (2, 1)
    assert list(unit_names()) == ["T1", "T2"]


def test_a_row_refused_while_writing_is_named_and_the_others_of_its_chunk_are_written() -> None:
    batch = started(checked(uploaded(csv_bytes(GOOD[0], ("T9", "不可写", "", "", ""), GOOD[1]))))

    assert (batch.written_rows, batch.bad_rows, list(unit_names())) == (2, 1, ["T1", "T2"])
    with eyes(CAST.wu):
        assert [(n, [f.column for f in faults]) for n, faults in bad_rows(batch)] == [(3, ["name"])]


def test_a_row_the_database_refuses_does_not_stop_the_others() -> None:
    rows = [GOOD[0], ("C430902", "占用", "", "", "")]

    batch = started(checked(uploaded(csv_bytes(*rows), sheet="test.nameless")))

    assert (batch.written_rows, batch.bad_rows, list(unit_names())) == (1, 1, ["T1"])


def test_what_stands_in_cells_is_not_in_the_tables() -> None:
    started(checked(uploaded(csv_bytes(("T1", "张三丰", "", "", ""), ("T2", "李四光", "错", "", "")))))

    with eyes(CAST.machine), connection.cursor() as cursor:
        for table in (
            "imports_batch",
            "imports_batchrow",
            "imports_mapping",
            "audit_entry",
            "procrastinate_jobs",
        ):
            cursor.execute(f"select count(*) from {table} t where t::text ~ '张三丰|李四光'")
            assert cursor.fetchone() == (0,), table


def test_uploads_can_be_read_by_nobody_else(upload_folder: Path) -> None:
    batch = checked(uploaded(csv_bytes(*GOOD)))

    place = upload_folder / "imports" / str(batch.id)
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert {stat.S_IMODE(f.stat().st_mode) for f in place.iterdir()} == {0o600}


def test_a_mapping_is_remembered_for_the_unit() -> None:
    odd = ("甲", "乙", "丙", "丁", "戊")
    batch = uploaded(csv_bytes(*GOOD, headers=odd))
    with pytest.raises(MappingRefused, match="编号、名称"):
        check_batch(CAST.wu, batch.id, at=MONDAY_10)

    map_columns(CAST.wu, batch.id, mapping=["code", "name", None, None, "people"], options={"area": "430902"})
    started(checked(batch))
    again = uploaded(csv_bytes(("T5", "五队", "", "", ""), headers=odd))
    elsewhere = uploaded(csv_bytes(*GOOD, headers=odd), actor=CAST.zhou)

    assert again.mapping == ["code", "name", None, None, "people"]
    assert again.mapping_source == MappingSource.REMEMBERED
    assert elsewhere.mapping_source == MappingSource.GUESSED
    with connection.cursor() as cursor:
        cursor.execute("select area_code from access_unit where code = 'T1'")
        assert cursor.fetchone() == ("430902",)


@pytest.mark.parametrize(
    ("mapping", "word"),
    [
        (["code", "name"], "5列"),
        (["code", "name", None, None, "weight"], "weight"),
        (["code", "name", "name", None, None], "名称"),
        (["code", None, None, None, None], "名称"),
    ],
)
def test_an_unsound_mapping_is_refused(mapping: list[str | None], word: str) -> None:
    batch = uploaded(csv_bytes(*GOOD))
    with pytest.raises(MappingRefused, match=word):
        map_columns(CAST.wu, batch.id, mapping=mapping)


def test_an_unknown_option_is_refused() -> None:
    batch = uploaded(csv_bytes(*GOOD))
    with pytest.raises(MappingRefused, match="colour"):
        map_columns(CAST.wu, batch.id, mapping=batch.mapping, options={"colour": "red"})


@pytest.mark.parametrize(
    "header", ["宗教信仰", "民 族", "Political opinion", "上访次数", "指纹", "性取向", "病史"]
)
def test_forbidden_columns_are_refused_for_every_sheet_and_the_file_is_not_kept(
    header: str, upload_folder: Path
) -> None:
    content = csv_bytes(("T1", "一队", "汉"), headers=("编号", "名称", header))
    for sheet in ("test.units", "test.nameless"):
        with pytest.raises(ForbiddenColumn) as refusal:
            uploaded(content, sheet=sheet)
        assert header in refusal.value.text
        assert "不" in refusal.value.data["reason_zh"]
    assert list((upload_folder / "imports").iterdir()) == []
    with eyes(CAST.machine):
        assert Batch.objects.count() == 0


def test_a_forbidden_column_under_a_header_chosen_later_is_refused_too() -> None:
    lines = "宗教情况表,,\n编号,名称,信仰\nT1,一队,无\n".encode()
    with pytest.raises(ForbiddenColumn):
        uploaded(lines)
    hidden = "编号,名称,\n编号,名称,信仰\nT1,一队,无\n".encode()
    batch = uploaded(hidden)
    with pytest.raises(ForbiddenColumn):
        map_columns(CAST.wu, batch.id, mapping=["code", "name", None], header_row=2)
    with pytest.raises(FileGone):
        check_batch(CAST.wu, batch.id, at=MONDAY_10)


def test_a_title_above_the_header_is_passed_over() -> None:
    content = "2026年单位情况表,,\n,,\n编号,名称,人数\nT1,一队,3\n".encode()

    batch = started(checked(uploaded(content)))

    assert (batch.header_row, batch.total_rows, unit_names()) == (3, 1, {"T1": "一队"})


def test_the_sheets_own_permission_is_needed() -> None:
    with pytest.raises(SheetUnknown):
        uploaded(csv_bytes(*GOOD), sheet="test.items")
    with pytest.raises(Forbidden):
        uploaded(csv_bytes(*GOOD), actor=CAST.lin)
    batch = uploaded(csv_bytes(*GOOD), sheet="test.items", actor=CAST.ding)
    assert started(checked(batch, actor=CAST.ding), actor=CAST.ding).written_rows == 2
    assert uploaded(csv_bytes(*GOOD), sheet="test.items", actor=CAST.ding).mapping_source == "remembered"


def test_a_batch_is_seen_by_its_post_and_unit_only() -> None:
    batch = uploaded(csv_bytes(*GOOD))
    colleague = in_post(CAST.zhao, unit_id=CAST.wu.unit_id)
    for actor, sees in (
        (CAST.wu, 1),
        (colleague, 1),
        (CAST.machine, 1),
        (CAST.zhao, 0),
        (CAST.sun, 0),
        (CAST.he, 0),
    ):
        with eyes(actor):
            assert len(list_batches(actor).rows) == sees
    with pytest.raises(BatchUnknown):
        check_batch(CAST.zhao, batch.id, at=MONDAY_10)
    started(checked(batch))
    with eyes(CAST.zhao):
        assert not BatchRow.objects.exists()


def test_a_second_runner_takes_over_and_the_first_writes_nothing_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(runs, "CHUNK_ROWS", 2)
    batch = checked(uploaded(csv_bytes(*((f"T{n}", f"第{n}队", "", "", "") for n in range(5)))))
    start_batch(CAST.wu, batch.id, at=MONDAY_10)
    assert advance_batch(batch.id, now=clock, seconds=-1)
    taken = runs._take(batch.id, at=MONDAY_10)
    assert taken is not None
    _, old_run = taken

    batch = run(batch)

    assert (batch.state, batch.written_rows, len(unit_names())) == (BatchState.FINISHED, 5, 5)
    with pytest.raises(runs.Lost):
        runs._do_chunk(CAST.wu, runs.sheet_for(CAST.wu, "test.units"), batch.id, old_run, at=MONDAY_10)
    assert not advance_batch(batch.id, now=clock)


def test_a_run_can_be_stopped_and_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "CHUNK_ROWS", 2)
    batch = checked(uploaded(csv_bytes(*((f"T{n}", f"第{n}队", "", "", "") for n in range(5)))))
    start_batch(CAST.wu, batch.id, at=MONDAY_10)
    advance_batch(batch.id, now=clock, seconds=-1)

    stopped = stop_batch(CAST.wu, batch.id)
    assert not advance_batch(batch.id, now=clock)

    assert (stopped.state, stopped.done_rows, len(unit_names())) == (BatchState.STOPPED, 2, 2)
    batch = started(batch)
    assert (batch.state, batch.written_rows, len(unit_names())) == (BatchState.FINISHED, 5, 5)


def test_whoever_lost_the_post_does_not_go_on_importing() -> None:
    batch = checked(uploaded(csv_bytes(*GOOD)))
    start_batch(in_post(CAST.wu, person_id=CAST.chen.person_id), batch.id, at=MONDAY_10)

    batch = run(batch)

    assert (batch.state, unit_names()) == (BatchState.STOPPED, {})
    assert batch.trouble["code"] == "imports.actor_changed"


def test_a_chunk_that_keeps_killing_its_runner_is_given_up() -> None:
    batch = checked(uploaded(csv_bytes(*GOOD)))
    start_batch(CAST.wu, batch.id, at=MONDAY_10)
    for _ in range(runs.MOST_STALLS):
        runs._take(batch.id, at=MONDAY_10)

    batch = run(batch)

    assert (batch.state, batch.trouble["code"]) == (BatchState.STOPPED, "imports.broken")


def test_a_silent_batch_is_queued_again() -> None:
    batch = checked(uploaded(csv_bytes(*GOOD)))
    start_batch(CAST.wu, batch.id, at=MONDAY_10)
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")

    assert runs.revive_silent_batches(at=MONDAY_10 + timedelta(minutes=1)) == 0
    assert runs.revive_silent_batches(at=MONDAY_10 + timedelta(minutes=3)) == 1
    assert runs.revive_silent_batches(at=MONDAY_10 + timedelta(minutes=3)) == 1

    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where task_name = 'imports.advance'")
        assert cursor.fetchone() == (1,)


def test_too_many_faults_end_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "CHUNK_ROWS", 2)
    monkeypatch.setattr(runs, "MOST_BAD_ROWS", 3)

    batch = checked(uploaded(csv_bytes(*((f"T{n}", "", "", "", "") for n in range(9)))))

    assert (batch.state, batch.trouble["code"]) == (BatchState.UPLOADED, "imports.too_many_faults")
    with pytest.raises(BatchStepRefused):
        start_batch(CAST.wu, batch.id, at=MONDAY_10)


def test_a_damaged_end_of_a_file_is_reported() -> None:
    many = [(f"T{n}", "队", "", "", "") for n in range(30)]

    batch = checked(uploaded(csv_bytes(*many) + b'T99,"' + b"x" * 200_000))

    assert batch.state == BatchState.UPLOADED
    assert "引号" in batch.trouble["message"]


def test_files_vanish_at_the_end_of_their_retention(upload_folder: Path) -> None:
    batch = checked(uploaded(csv_bytes(*GOOD)))
    young = upload_folder / "imports" / "00000000-0000-7000-8000-000000000001"
    young.mkdir()
    young_at = (MONDAY_10 + timedelta(days=31)).timestamp()
    os.utime(young, (young_at, young_at))

    assert drop_expired_files(at=MONDAY_10 + timedelta(days=29)) == 0
    assert drop_expired_files(at=MONDAY_10 + timedelta(days=31)) == 1

    assert not source_path(batch.id, 1).exists()
    assert young.exists()
    with pytest.raises(FileGone):
        start_batch(CAST.wu, batch.id, at=MONDAY_10)


def test_headers_are_those_of_the_demonstration() -> None:
    assert uploaded(csv_bytes(*GOOD)).mapping == ["code", "name", "kind", "opened_on", "people"]
    assert len(HEADERS) == 5
