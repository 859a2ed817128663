"""Runs of exports: what the queue does, slice by slice. A run killed anywhere goes on at the last committed batch.

Rows are read batch by batch, each in one transaction with the asker's eyes as they are by then, and kept encrypted
beside; the workbook is written when all are read. It is offered only by the transaction that names its run, so that
half a file cannot be handed out: whatever a killed run left is never named.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.access.queries import unit_names
from jingwei.foundation.access.services import require_permission
from jingwei.foundation.imports.contracts.exports import (
    ExportEnded,
    Holds,
    Language,
    Source,
    Taking,
)
from jingwei.foundation.imports.models import Export
from jingwei.foundation.imports.queries import own_export_to_change
from jingwei.foundation.imports.rules.export_refusals import (
    AskerChanged,
    ClearNotForPost,
    ExportBroken,
    TooManyRows,
)
from jingwei.foundation.imports.rules.exporting import (
    IN_QUEUE,
    ExportAction,
    ExportState,
    next_state,
    row_limit,
)
from jingwei.foundation.imports.services.askers import asker_now
from jingwei.foundation.imports.services.export_books import Mark, write_book
from jingwei.foundation.imports.services.export_files import (
    SpoolLost,
    append_rows,
    drop_all_but,
    drop_export,
    export_folder,
    kept_rows,
    seal_book,
)
from jingwei.foundation.imports.services.export_news import show_export
from jingwei.foundation.imports.services.export_packages import write_package
from jingwei.foundation.imports.services.exports import ENDING, defer_export, target_of
from jingwei.foundation.imports.services.sources import may_take_clear, source_for
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import DomainError
from jingwei.kernel.ids import uuid7

SLICE_SECONDS = 10.0
MOST_STALLS = 3
SILENCE = timedelta(minutes=2)
"""After so long without a mark a runner is believed dead; a mark from the future says no more, the clock has jumped."""

MACHINE = system_actor("导出程序")


class Lost(Exception):
    """Somebody else runs this export now, or it was stopped."""


def advance_export(export_id: UUID, *, now: Callable[[], datetime], seconds: float = SLICE_SECONDS) -> bool:
    """Do one slice of the export; say whether more is to do."""
    taken = _take(export_id, at=now())
    if taken is None:
        return False
    export, run_id = taken
    try:
        if export.stalls > MOST_STALLS:
            raise ExportBroken(row=export.done_rows)
        actor, source = _entitled(export, at=now())
        if export.is_read_to_end:
            _finish(actor, source, export, run_id, now)
            return False
        give_up_at = time.monotonic() + seconds
        while time.monotonic() < give_up_at:
            if not _read_batch(actor, source, export_id, run_id, at=now()):
                break
        return True
    except Lost:
        return False
    except SpoolLost:
        _start_over(export_id, run_id)
        return True
    except DomainError as trouble:
        _note_trouble(export_id, run_id, trouble, at=now())
        return False


def make_to_end(export_id: UUID, *, now: Callable[[], datetime]) -> None:
    """Do all slices here and now, for commands that wait."""
    while advance_export(export_id, now=now):
        pass


def revive_silent_exports(*, at: datetime) -> int:
    """Queue again what a killed runner or a lost job left. Returns how many."""
    with eyes(MACHINE):
        rows = Export.objects.filter(state__in=[state.value for state in IN_QUEUE]).exclude(
            beat_at__range=(at - SILENCE, at + SILENCE)
        )
        silent = list(rows.values_list("id", flat=True))
    for export_id in silent:
        with transaction.atomic():
            defer_export(export_id)
    return len(silent)


def _take(export_id: UUID, *, at: datetime) -> tuple[Export, UUID] | None:
    with eyes(MACHINE):
        export = Export.objects.select_for_update().filter(pk=export_id).first()
        if export is None or export.state not in IN_QUEUE:
            return None
        export.state = next_state(ExportState(export.state), ExportAction.BEGIN)
        export.run_id, export.beat_at = uuid7(), at
        export.stalls += 1
        export.save(update_fields=["state", "run_id", "beat_at", "stalls"])
        show_export(export)
        return export, export.run_id


def _entitled(export: Export, *, at: datetime) -> tuple[Actor, Source]:
    """The asker as they are now, and what they may still take. Raises: AskerChanged, Forbidden, SourceUnknown."""
    actor = asker_now(export, at=at)
    if actor is None:
        raise AskerChanged
    require_permission(actor, Permission.EXPORT_ROWS)
    source = source_for(actor, export.source_key)
    if export.is_clear and not may_take_clear(actor, source):
        raise ClearNotForPost(permission=Permission.REVEAL_PERSONAL.value)
    return actor, source


def _held(actor: Actor, export_id: UUID, run_id: UUID) -> Export:
    export = own_export_to_change(actor, export_id)
    if export.run_id != run_id or export.state != ExportState.RUNNING:
        raise Lost
    return export


def _read_batch(actor: Actor, source: Source, export_id: UUID, run_id: UUID, *, at: datetime) -> bool:
    """One batch in one transaction with the asker's eyes; False when it was the last. Raises: TooManyRows."""
    with eyes(actor):
        export = _held(actor, export_id, run_id)
        taking = _taking(export)
        most = row_limit(is_clear=export.is_clear, most=source.most_rows)
        if export.total_rows is None:
            export.total_rows = source.count(actor, taking, most=most + 1)
            if export.total_rows > most:
                raise TooManyRows(most=most)
        page = source.rows(actor, taking, cursor=export.cursor or None)
        export.done_rows += len(page.rows)
        if export.done_rows > most:  # it grew while it was read
            raise TooManyRows(most=most)
        export.done_bytes = append_rows(export_id, export.done_bytes, page.rows)
        export.cursor = page.next_cursor or ""
        export.is_read_to_end = page.next_cursor is None
        export.beat_at, export.stalls = at, 0
        export.save()
        show_export(export)
        return not export.is_read_to_end


def _finish(actor: Actor, source: Source, export: Export, run_id: UUID, now: Callable[[], datetime]) -> None:
    """Write and seal the workbook, then offer it: the one moment at which a file comes to exist for people."""

    def beat() -> None:
        with eyes(actor):
            held = _held(actor, export.id, run_id)
            held.beat_at = now()
            held.save(update_fields=["beat_at"])

    plain = export_folder(export.id) / f"plain-{run_id}.{ENDING[source.holds]}"
    try:
        columns = [column for name in export.columns if (column := source.column(name)) is not None]
        rows = kept_rows(export.id, export.done_bytes)
        mark = _mark(actor, source, export, at=now())
        if source.holds is Holds.FILES:
            count = write_package(plain, rows, mark, beat=beat)
        else:
            count = write_book(plain, columns, rows, mark, beat=beat)
        size, sha256 = seal_book(export.id, run_id, plain)
    finally:
        plain.unlink(missing_ok=True)
    at = now()
    with work(actor, Permission.EXPORT_ROWS) as job:
        held = _held(actor, export.id, run_id)
        _entitled(held, at=at)
        held.state = next_state(ExportState(held.state), ExportAction.FINISH)
        held.size_bytes, held.sha256, held.done_rows = size, sha256, count
        held.total_rows = count
        held.finished_at, held.expires_at = at, at + timedelta(hours=settings.EXPORT_KEEP_HOURS)
        held.save()
        show_export(held)
        job.record_own(target_of(held.id), action="finish", rows=count, sha256=sha256, is_clear=held.is_clear)
        _tell(
            job,
            held,
            title=(f"导出完成：{source.title_zh}", f"Export ready: {source.title_en}"),
            body=(f"共{count}行，请在{_hours()}内下载", f"{count} rows; download within {_hours_en()}"),
            at=at,
        )
    drop_all_but(export.id, run_id)


def _start_over(export_id: UUID, run_id: UUID) -> None:
    with eyes(MACHINE):
        export = Export.objects.select_for_update().get(pk=export_id)
        if export.run_id == run_id and export.state == ExportState.RUNNING:
            export.done_rows, export.done_bytes, export.cursor, export.is_read_to_end = 0, 0, "", False
            export.save()


def _note_trouble(export_id: UUID, run_id: UUID, trouble: DomainError, *, at: datetime) -> None:
    with work(MACHINE, Permission.EXPORT_ROWS) as job:
        export = own_export_to_change(MACHINE, export_id)
        if export.run_id == run_id and export.state == ExportState.RUNNING:
            export.state = next_state(ExportState(export.state), ExportAction.FAIL)
            export.run_id, export.finished_at = None, at
            export.trouble = {"code": trouble.code, "message": trouble.text, "message_en": trouble.text_en}
            export.save()
            show_export(export)
            _tell(
                job,
                export,
                title=("导出未完成", "Your export was not made"),
                body=(trouble.text, trouble.text_en),
                at=at,
            )
        job.record_in_area(target_of(export_id), export.area_code, action="trouble", code=trouble.code)
    drop_export(export_id)


def _tell(job: Work, export: Export, *, title: tuple[str, str], body: tuple[str, str], at: datetime) -> None:
    job.publish(
        ExportEnded(
            post_id=export.post_id,
            person_id=None if export.post_id else export.person_id,
            kind=f"imports.export_{export.state}",
            title_zh=title[0],
            title_en=title[1],
            body_zh=body[0],
            body_en=body[1],
            target=target_of(export.id),
            at=at,
        )
    )


def _taking(export: Export) -> Taking:
    return Taking(
        export_id=export.id,
        wish=export.wish,
        columns=tuple(export.columns),
        language=Language(export.language),
        is_clear=export.is_clear,
        at=export.asked_at,
        purpose=export.purpose,
    )


def _mark(actor: Actor, source: Source, export: Export, *, at: datetime) -> Mark:
    language = Language(export.language)
    unit = unit_names([actor.unit_id]).get(actor.unit_id, "") if actor.unit_id else ""
    consent = ""
    if export.decided_at is not None:
        consent = (
            f"{export.decided_by_name} {local(export.decided_at):%Y-%m-%d %H:%M} {export.decision_remark}"
        )
    return Mark(
        export_id=export.id,
        title=source.title(language),
        who=f"{actor.name} {unit}".strip(),
        at=at,
        purpose=export.purpose,
        wish=source.say(export.wish, language),
        consent=consent.strip(),
        is_clear=export.is_clear,
        language=language,
    )


def _hours() -> str:
    return f"{settings.EXPORT_KEEP_HOURS}小时"


def _hours_en() -> str:
    return f"{settings.EXPORT_KEEP_HOURS} hours"
