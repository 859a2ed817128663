"""Runs: what the queue does for a batch, slice by slice. A run killed anywhere goes on at the last committed mark.

Each chunk is one transaction that holds the rows' writes, their record, the mark and the audit entry. A runner
first takes the batch (``run_id``); one that lost it, because it was believed dead, finds out at its next chunk
and leaves, so no row is written twice.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.imports.contracts import Context, ImportFinished, Sheet
from jingwei.foundation.imports.models import Batch, BatchRow
from jingwei.foundation.imports.queries import batch_to_change
from jingwei.foundation.imports.rules.lifecycle import (
    AFTER_RUN,
    AFTER_TROUBLE,
    RUNNING,
    BatchAction,
    BatchState,
    RowState,
    next_state,
)
from jingwei.foundation.imports.rules.refusals import (
    ActorChanged,
    FileGone,
    NothingToUndo,
    TooManyFaults,
    UndoUnavailable,
)
from jingwei.foundation.imports.rules.rows import (
    MOST_BAD_ROWS,
    key_names,
    parsed_options,
    require_sound_mapping,
)
from jingwei.foundation.imports.services.askers import asker_now, note_asker
from jingwei.foundation.imports.services.chunks import Chunk, check_chunk, undo_chunk, write_chunk
from jingwei.foundation.imports.services.registry import sheet_for
from jingwei.foundation.imports.services.spooling import spool_round
from jingwei.foundation.imports.services.storage import KEEP_DAYS, source_path, spool_path, spooled
from jingwei.foundation.imports.services.uploads import remember_mapping, target_of
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.errors import DomainError
from jingwei.kernel.ids import uuid7

CHUNK_ROWS = 500
SLICE_SECONDS = 15.0
MOST_STALLS = 3
SILENCE = timedelta(minutes=2)
"""After so long without a mark a runner is believed dead; a mark from the future says no more, the clock has jumped."""
ADVANCE = "imports.advance"

MACHINE = system_actor("导入程序")


class Broken(DomainError):
    """The same chunk ended its runner several times."""

    code = "imports.broken"
    message = "处理第{row}行之后的数据时程序多次中断，已停止。请联系系统管理员，并说明批次编号。"
    message_en = (
        "The program broke off repeatedly after row {row} and has stopped. "
        "Tell the administrator the batch number."
    )


class Lost(Exception):
    """Somebody else runs this batch now, or it was stopped."""


# --- what people ask --------------------------------------------------------------------------------------


def check_batch(actor: Actor, batch_id: UUID, *, at: datetime) -> Batch:
    """Have every row checked without writing any. Raises: BatchStepRefused, MappingRefused, FileGone."""
    with work(actor, Permission.IMPORT_ROWS) as job:
        batch, sheet = _asked(actor, batch_id, BatchAction.CHECK, at)
        require_sound_mapping(batch.headers, batch.mapping, sheet)
        parsed_options(sheet, batch.options)
        _require_file(batch)
        batch.key_names = key_names(
            sheet, batch.mapping, batch.key_names if batch.round > 1 and batch.written_rows else None
        )
        batch.total_rows, batch.bad_rows, batch.skipped_rows = None, 0, 0
        BatchRow.objects.filter(batch=batch, round=batch.round, state=RowState.BAD).delete()
        remember_mapping(actor, batch, at=at)
        batch.save()
        job.record_own(target_of(batch_id), action="check", round=batch.round)
    return batch


def start_batch(actor: Actor, batch_id: UUID, *, at: datetime) -> Batch:
    """Have the good rows written, or go on where a stop or trouble ended it. Raises: BatchStepRefused, FileGone."""
    with work(actor, Permission.IMPORT_ROWS) as job:
        is_new = Batch.objects.filter(pk=batch_id, state=BatchState.CHECKED).exists()
        batch, _ = _asked(actor, batch_id, BatchAction.START, at, from_the_top=is_new)
        _require_file(batch)
        if is_new:
            batch.bad_rows, batch.skipped_rows = 0, 0
            BatchRow.objects.filter(batch=batch, round=batch.round, state=RowState.BAD).delete()
        batch.save()
        job.record_own(target_of(batch_id), action="start", round=batch.round, rows=batch.total_rows)
    return batch


def stop_batch(actor: Actor, batch_id: UUID) -> Batch:
    """End a run after its present chunk; what is written stays. Raises: BatchStepRefused."""
    with work(actor, Permission.IMPORT_ROWS) as job:
        batch = batch_to_change(actor, batch_id)
        sheet_for(actor, batch.sheet_key)
        batch.state = next_state(BatchState(batch.state), BatchAction.STOP)
        batch.run_id = None
        batch.save()
        job.record_own(target_of(batch_id), action="stop", done_rows=batch.done_rows)
    return batch


def undo_batch(actor: Actor, batch_id: UUID, *, at: datetime) -> Batch:
    """Take the batch's rows back, except those changed since, which are listed with the reason.

    Raises: BatchStepRefused, UndoUnavailable, NothingToUndo.
    """
    with work(actor, Permission.IMPORT_ROWS) as job:
        batch, sheet = _asked(actor, batch_id, BatchAction.UNDO, at)
        if sheet.undo is None:
            raise UndoUnavailable(sheet=sheet.title_zh, sheet_en=sheet.title_en)
        rows = BatchRow.objects.filter(batch=batch)
        rows.filter(state=RowState.KEPT).update(state=RowState.WRITTEN, faults_sealed=None)
        batch.total_rows = rows.filter(state=RowState.WRITTEN).count()
        if not batch.total_rows:
            raise NothingToUndo
        batch.kept_rows = 0
        batch.save()
        job.record_own(target_of(batch_id), action="undo", rows=batch.total_rows)
    return batch


def _asked(
    actor: Actor, batch_id: UUID, action: BatchAction, at: datetime, *, from_the_top: bool = True
) -> tuple[Batch, Sheet]:
    batch = batch_to_change(actor, batch_id)
    sheet = sheet_for(actor, batch.sheet_key)
    batch.state = next_state(BatchState(batch.state), action)
    note_asker(batch, actor)
    if from_the_top:
        batch.done_rows, batch.done_bytes = 0, 0
    batch.run_id, batch.beat_at, batch.stalls = None, at, 0
    batch.trouble, batch.finished_at = None, None
    defer_advance(batch_id)
    return batch, sheet


def defer_advance(batch_id: UUID) -> None:
    """Queue the next slice inside the running transaction; one waiting job per batch is enough."""
    try:
        with transaction.atomic():
            app.configure_task(ADVANCE, queueing_lock=f"import:{batch_id}").defer(batch_id=str(batch_id))
    except AlreadyEnqueued:
        pass


# --- what the queue does ----------------------------------------------------------------------------------


def run_to_end(batch_id: UUID, *, now: Callable[[], datetime]) -> None:
    """Do all slices here and now, for commands that wait."""
    while advance_batch(batch_id, now=now):
        pass


def advance_batch(batch_id: UUID, *, now: Callable[[], datetime], seconds: float = SLICE_SECONDS) -> bool:
    """Do one slice of the batch's run; say whether more is to do."""
    taken = _take(batch_id, at=now())
    if taken is None:
        return False
    batch, run_id = taken
    try:
        actor = _acting(batch, at=now())
        sheet = sheet_for(actor, batch.sheet_key)
        if batch.stalls > MOST_STALLS:
            raise Broken(row=batch.done_rows)
        if batch.state == BatchState.CHECKING and batch.total_rows is None:
            _spool(actor, batch, sheet, run_id, now)
        give_up_at = time.monotonic() + seconds
        while True:
            if not _do_chunk(actor, sheet, batch_id, run_id, at=now()):
                return False
            if time.monotonic() > give_up_at:
                return True
    except Lost:
        return False
    except DomainError as trouble:
        _note_trouble(batch_id, run_id, trouble, at=now())
        return False


def silent_batches(*, at: datetime) -> list[UUID]:
    """Running batches whose runner has said nothing for long: it was killed, or its job was lost."""
    with eyes(MACHINE):
        rows = Batch.objects.filter(state__in=list(RUNNING)).exclude(
            beat_at__range=(at - SILENCE, at + SILENCE)
        )
        return list(rows.values_list("id", flat=True))


def revive_silent_batches(*, at: datetime) -> int:
    """Queue silent batches again. Returns how many."""
    silent = silent_batches(at=at)
    for batch_id in silent:
        with transaction.atomic():
            defer_advance(batch_id)
    return len(silent)


def _take(batch_id: UUID, *, at: datetime) -> tuple[Batch, UUID] | None:
    with eyes(MACHINE):
        batch = Batch.objects.select_for_update().filter(pk=batch_id).first()
        if batch is None or batch.state not in RUNNING:
            return None
        batch.run_id, batch.beat_at = uuid7(), at
        batch.stalls += 1
        batch.save(update_fields=["run_id", "beat_at", "stalls"])
        return batch, batch.run_id


def _acting(batch: Batch, *, at: datetime) -> Actor:
    """Whoever asked, as they are now. Raises: ActorChanged if the post is no longer theirs."""
    actor = asker_now(batch, at=at)
    if actor is None:
        raise ActorChanged
    return actor


def _held(actor: Actor, batch_id: UUID, run_id: UUID) -> Batch:
    batch = batch_to_change(actor, batch_id)
    if batch.run_id != run_id or batch.state not in RUNNING:
        raise Lost
    return batch


def _spool(actor: Actor, batch: Batch, sheet: Sheet, run_id: UUID, now: Callable[[], datetime]) -> None:
    """Read the source once, so that every later chunk starts with a seek."""
    _require_file(batch)

    def beat() -> None:
        with eyes(actor):
            held = _held(actor, batch.id, run_id)
            held.beat_at = now()
            held.save(update_fields=["beat_at"])

    total = spool_round(batch, sheet, beat=beat)
    with eyes(actor):
        held = _held(actor, batch.id, run_id)
        held.total_rows, held.beat_at, held.stalls = total, now(), 0
        held.save(update_fields=["total_rows", "beat_at", "stalls"])


def _do_chunk(actor: Actor, sheet: Sheet, batch_id: UUID, run_id: UUID, *, at: datetime) -> bool:
    """One chunk in one transaction; False when it was the last."""
    with work(actor, Permission.IMPORT_ROWS) as job:
        batch = _held(actor, batch_id, run_id)
        state = BatchState(batch.state)
        if state is BatchState.UNDOING:
            done = undo_chunk(actor, sheet, batch, most=CHUNK_ROWS, at=at)
        else:
            chunk = _next_chunk(batch, sheet, at)
            act = check_chunk if state is BatchState.CHECKING else write_chunk
            act(actor, sheet, batch, chunk)
            batch.done_bytes = chunk.end_byte
            done = len(chunk.rows)
        batch.done_rows += done
        batch.beat_at, batch.stalls = at, 0
        is_last = done < CHUNK_ROWS
        if is_last:
            _finish(job, batch, sheet, AFTER_RUN[state], at)
        batch.save()
        job.record_own(target_of(batch_id), action=state.value, rows=done, done_rows=batch.done_rows)
        too_many = not is_last and state is BatchState.CHECKING and batch.bad_rows > MOST_BAD_ROWS
    if too_many:
        raise TooManyFaults(most=MOST_BAD_ROWS)
    return not is_last


def _next_chunk(batch: Batch, sheet: Sheet, at: datetime) -> Chunk:
    path = spool_path(batch.id, batch.round)
    if not path.exists():
        raise FileGone(days=KEEP_DAYS)
    marked = list(spooled(path, from_byte=batch.done_bytes, most=CHUNK_ROWS))
    return Chunk(
        rows=[row for row, _ in marked],
        end_byte=marked[-1][1] if marked else batch.done_bytes,
        context=Context(batch.id, at, parsed_options(sheet, batch.options)),
    )


def _finish(job: Work, batch: Batch, sheet: Sheet, state: BatchState, at: datetime) -> None:
    batch.state, batch.run_id, batch.finished_at = state, None, at
    if state is BatchState.CHECKED:
        return
    if state is BatchState.FINISHED:
        word_zh, word_en = ("查询完成", "Answers ready") if sheet.answer else ("导入完成", "Import finished")
        did_zh, did_en = ("查到", "answered") if sheet.answer else ("写入", "written")
        zh = f"{did_zh}{batch.written_rows}行，错误{batch.bad_rows}行，已有{batch.skipped_rows}行"
        en = f"{batch.written_rows} rows {did_en}, {batch.bad_rows} with errors, {batch.skipped_rows} met again"
    else:
        zh = f"撤销{batch.undone_rows}行，保留{batch.kept_rows}行"
        en = f"{batch.undone_rows} rows undone, {batch.kept_rows} kept"
        word_zh, word_en = "导入已撤销", "Import undone"
    job.publish(
        ImportFinished(
            post_id=batch.post_id,
            person_id=None if batch.post_id else batch.person_id,
            kind=f"imports.{state.value}",
            title_zh=f"{word_zh}：{sheet.title_zh}",
            title_en=f"{word_en}: {sheet.title_en}",
            body_zh=zh,
            body_en=en,
            target=target_of(batch.id),
            at=at,
        )
    )


def _note_trouble(batch_id: UUID, run_id: UUID, trouble: DomainError, *, at: datetime) -> None:
    with work(MACHINE, Permission.IMPORT_ROWS) as job:
        batch = batch_to_change(MACHINE, batch_id)
        if batch.run_id == run_id:
            batch.state = AFTER_TROUBLE[BatchState(batch.state)]
            batch.run_id, batch.finished_at = None, at
            batch.trouble = {"code": trouble.code, "message": trouble.text, "message_en": trouble.text_en}
            batch.save()
        job.record_in_area(target_of(batch_id), batch.area_code, action="trouble", code=trouble.code)


def _require_file(batch: Batch) -> None:
    if not source_path(batch.id, batch.round).exists():
        raise FileGone(days=KEEP_DAYS)
