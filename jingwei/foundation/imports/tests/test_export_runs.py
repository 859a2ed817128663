"""An export from asking to the end of its file, slice by slice."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test import override_settings

from jingwei.foundation.access.services import vacate_post
from jingwei.foundation.imports.contracts.exports import TakenPage, WishRefused
from jingwei.foundation.imports.rules import exporting
from jingwei.foundation.imports.rules.export_refusals import (
    AskerChanged,
    ColumnsRefused,
    ExportDamaged,
    ExportGone,
    ExportStepRefused,
    ExportUnknown,
    PurposeMissing,
    SourceUnknown,
    TooManyOpen,
)
from jingwei.foundation.imports.services import export_runs, sources
from jingwei.foundation.imports.services.export_files import book_path, export_folder, rows_path
from jingwei.foundation.imports.services.export_keeping import drop_expired_exports
from jingwei.foundation.imports.services.export_runs import advance_export, make_to_end, revive_silent_exports
from jingwei.foundation.imports.services.exports import stop_export
from jingwei.foundation.imports.tests import export_demonstration
from jingwei.foundation.imports.tests.export_steps import (
    asked,
    audited,
    clock,
    content,
    made,
    read,
    table,
    told,
)
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
UNIT_CODES = ["U1", "U2", "U3"]


def waiting_jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where task_name = 'imports.advance_export'")
        return int(cursor.fetchone()[0])


def test_the_whole_way() -> None:
    export = asked()
    assert (export.state, waiting_jobs()) == ("asked", 1)
    ready = made(export)
    assert (ready.state, ready.done_rows, ready.total_rows) == ("ready", 3, 3)
    head, *rows = table(ready)
    assert head == ("编号", "名称", "在用")
    assert [row[0] for row in rows] == UNIT_CODES
    assert rows[0][2] == "是"
    assert read(export.id).downloads == 1
    assert audited(export) == ["ask", "finish", "download"]
    assert told("imports.export_ready") == [str(CAST.wu.post_id)]
    assert ready.expires_at == MONDAY_10 + timedelta(hours=24)


def test_the_file_is_encrypted_and_only_the_book_stays() -> None:
    ready = made(asked())
    assert ready.run_id is not None
    (only,) = export_folder(ready.id).iterdir()
    assert only == book_path(ready.id, ready.run_id)
    assert only.stat().st_mode & 0o077 == 0
    assert export_folder(ready.id).stat().st_mode & 0o077 == 0
    assert not only.read_bytes()[4:].startswith(b"PK")
    assert content(ready).startswith(b"PK")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"source_key": "test.nothing"}, SourceUnknown),
        ({"source_key": "test.items"}, SourceUnknown),
        ({"columns": ()}, ColumnsRefused),
        ({"columns": ("code", "colour")}, ColumnsRefused),
        ({"columns": ("code", "code")}, ColumnsRefused),
        ({"purpose": " 查  "}, PurposeMissing),
        ({"wish": {"colour": "red"}}, WishRefused),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(changes: dict[str, object], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        asked(**changes)
    assert waiting_jobs() == 0


def test_asking_needs_the_permission() -> None:
    with pytest.raises(Forbidden):
        asked(CAST.lin)


def test_a_person_has_three_exports_on_the_way_at_most() -> None:
    first, *_ = [asked() for _ in range(exporting.MOST_OPEN)]
    with pytest.raises(TooManyOpen):
        asked()
    asked(CAST.zhao)
    stop_export(CAST.wu, first.id, at=MONDAY_10)
    asked()


def test_progress_is_seen_and_a_stop_is_heeded() -> None:
    export = asked()
    assert advance_export(export.id, now=clock, seconds=0.0)
    begun = read(export.id)
    assert (begun.state, begun.done_rows) == ("running", 0)
    with_one_batch(export.id)
    half = read(export.id)
    assert (half.done_rows, half.total_rows) == (2, 3)
    stop_export(CAST.wu, export.id, at=MONDAY_10)
    make_to_end(export.id, now=clock)
    stopped = read(export.id)
    assert (stopped.state, stopped.run_id) == ("stopped", None)
    with pytest.raises(ExportStepRefused):
        content(stopped)
    drop_expired_exports(at=MONDAY_10 + timedelta(days=3650))
    assert not export_folder(export.id).exists()


def with_one_batch(export_id) -> None:  # type: ignore[no-untyped-def]
    """Do one batch and lose the runner."""
    taken = export_runs._take(export_id, at=MONDAY_10)
    assert taken is not None
    export, run_id = taken
    actor, source = export_runs._entitled(export, at=MONDAY_10)
    export_runs._read_batch(actor, source, export_id, run_id, at=MONDAY_10)


def test_a_lost_runner_is_followed_by_one_that_goes_on_at_the_mark() -> None:
    export = asked()
    with_one_batch(export.id)
    with rows_path(export.id).open("ab") as file:
        file.write(b"half a batch of a runner that was killed")
    assert revive_silent_exports(at=MONDAY_10) == 0
    assert revive_silent_exports(at=MONDAY_10 + timedelta(minutes=3)) == 1
    ready = made(export)
    assert [row[0] for row in table(ready)[1:]] == UNIT_CODES


def test_rows_that_the_disk_lost_are_read_again() -> None:
    export = asked()
    with_one_batch(export.id)
    rows_path(export.id).unlink()
    assert [row[0] for row in table(made(export))[1:]] == UNIT_CODES


def test_the_runner_that_lost_the_export_leaves_it_alone() -> None:
    export = asked()
    with_one_batch(export.id)
    mine = export_runs._take(export.id, at=MONDAY_10)
    assert mine is not None
    made(export)
    actor, source = export_runs._entitled(mine[0], at=MONDAY_10)
    with pytest.raises(export_runs.Lost):
        export_runs._read_batch(actor, source, export.id, mine[1], at=MONDAY_10)
    assert read(export.id).state == "ready"


def test_a_batch_that_kills_its_runner_again_and_again_ends_the_export() -> None:
    export = asked()
    for _ in range(export_runs.MOST_STALLS):
        export_runs._take(export.id, at=MONDAY_10)
    failed = made(export)
    assert (failed.state, failed.trouble["code"]) == ("failed", "exports.broken")
    assert told("imports.export_failed") == [str(CAST.wu.post_id)]


def test_too_many_rows_are_refused_with_a_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "MOST_ROWS", 2)
    failed = made(asked())
    assert (failed.state, failed.trouble["code"]) == ("failed", "exports.too_many_rows")
    assert "按时间" in failed.trouble["message"]


def test_rows_that_come_in_meanwhile_cannot_break_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    source = replace(
        export_demonstration.UNIT_SOURCE,
        rows=lambda actor, taking, *, cursor: TakenPage([["U", "x", True]] * 2, "on"),
    )
    sources.register_sources([source])
    monkeypatch.setattr(exporting, "MOST_ROWS", 5)
    failed = made(asked())
    assert failed.trouble["code"] == "exports.too_many_rows"
    assert not export_folder(failed.id).exists()


def lose_the_post() -> None:
    assert CAST.wu.post_id is not None
    with eyes(CAST.machine):
        vacate_post(CAST.wu.post_id, by=None, at=MONDAY_10)


def test_a_post_lost_before_the_run_ends_the_export() -> None:
    export = asked()
    lose_the_post()
    make_to_end(export.id, now=clock)
    failed = read(export.id, actor=CAST.machine)
    assert (failed.state, failed.trouble["code"]) == ("failed", "exports.asker_changed")


def test_a_post_lost_before_the_last_slice_ends_the_export() -> None:
    export = asked()
    while not read(export.id).is_read_to_end:
        with_one_batch(export.id)
    lose_the_post()
    make_to_end(export.id, now=clock)
    assert read(export.id, actor=CAST.machine).state == "failed"


def test_a_post_lost_before_the_download_refuses_it() -> None:
    ready = made(asked())
    lose_the_post()
    with pytest.raises(AskerChanged):
        content(ready)


def test_the_file_belongs_to_the_person_in_the_post() -> None:
    ready = made(asked())
    for other in (CAST.zhao, CAST.lin, CAST.deng, CAST.mao):
        with pytest.raises((ExportUnknown, Forbidden)):
            content(ready, actor=other)
    assert read(ready.id).downloads == 0


@override_settings(EXPORT_KEEP_HOURS=2)
def test_the_file_is_deleted_at_the_end_of_its_time() -> None:
    ready = made(asked())
    assert drop_expired_exports(at=MONDAY_10 + timedelta(minutes=119)) == 0
    with pytest.raises(ExportGone):
        content(ready, at=MONDAY_10 + timedelta(minutes=120))
    assert drop_expired_exports(at=MONDAY_10 + timedelta(minutes=121)) == 1
    assert read(ready.id).state == "expired"
    assert not export_folder(ready.id).exists()
    with pytest.raises(ExportGone):
        content(ready)
    assert audited(ready)[-1] == "expire"


def test_a_folder_that_no_export_owns_goes_too(upload_folder: Path) -> None:
    stray = export_folder(uuid4())
    stray.mkdir(parents=True)
    assert drop_expired_exports(at=MONDAY_10 + timedelta(days=3650)) == 1
    assert not stray.exists()


def test_a_file_that_was_changed_is_withheld() -> None:
    ready = made(asked())
    assert ready.run_id is not None
    path = book_path(ready.id, ready.run_id)
    sealed = bytearray(path.read_bytes())
    sealed[len(sealed) // 2] ^= 1
    path.write_bytes(sealed)
    with pytest.raises(ExportDamaged):
        content(ready)
    path.write_bytes(bytes(sealed[: len(sealed) // 3]))
    with pytest.raises(ExportDamaged):
        content(ready)
