"""Taking files in: the first upload, corrected files, and the mapping of headers to columns."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.imports.contracts import Sheet
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.models import Mapping as SavedMapping
from jingwei.foundation.imports.queries import batch_to_change, keeper_of, remembered_mapping
from jingwei.foundation.imports.rules.headers import (
    LOOK_FOR_HEADER_IN_ROWS,
    guess_mapping,
    header_row_index,
    our_headers,
    signature,
)
from jingwei.foundation.imports.rules.lifecycle import BatchAction, BatchState, MappingSource, next_state
from jingwei.foundation.imports.rules.refusals import FileGone, FileRefused, ForbiddenColumn
from jingwei.foundation.imports.rules.rows import parsed_options, require_sound_mapping
from jingwei.foundation.imports.services.askers import note_asker
from jingwei.foundation.imports.services.reading import FileFacts, examine, read_rows
from jingwei.foundation.imports.services.registry import sheet_for
from jingwei.foundation.imports.services.storage import KEEP_DAYS, drop_files, keep_source, source_path
from jingwei.foundation.work import work
from jingwei.kernel.ids import uuid7
from jingwei.kernel.redlines import red_line_of, refuse_red_lines

NO_OPTIONS: Mapping[str, str] = {}


def upload_file(
    actor: Actor,
    sheet_key: str,
    *,
    file_name: str,
    pieces: Iterable[bytes],
    at: datetime,
    worksheet: str = "",
) -> Batch:
    """Begin a batch with a file; its mapping is the one remembered for these headers, or a guess.

    Raises: SheetUnknown, FileRefused, ForbiddenColumn; then the file is not kept.
    """
    batch_id = uuid7()
    with work(actor, Permission.IMPORT_ROWS) as job:
        sheet = sheet_for(actor, sheet_key)
        try:
            batch = Batch(id=batch_id, sheet_key=sheet.key, created_at=at)
            _take_file(batch, sheet, actor, file_name, pieces, worksheet, at)
            batch.save(force_insert=True)
            job.record_own(target_of(batch_id), action="upload", sheet=sheet.key, size_bytes=batch.size_bytes)
        except BaseException:
            drop_files(batch_id)
            raise
    return batch


def upload_correction(
    actor: Actor,
    batch_id: UUID,
    *,
    file_name: str,
    pieces: Iterable[bytes],
    at: datetime,
    worksheet: str = "",
) -> Batch:
    """Continue a batch with a corrected file: rows written before are met again and skipped.

    Raises: BatchUnknown, BatchStepRefused, FileRefused, ForbiddenColumn; then the batch is as before.
    """
    with work(actor, Permission.IMPORT_ROWS) as job:
        batch = batch_to_change(actor, batch_id)
        sheet = sheet_for(actor, batch.sheet_key)
        next_state(BatchState(batch.state), BatchAction.CONTINUE)
        batch.round += 1
        try:
            _take_file(batch, sheet, actor, file_name, pieces, worksheet, at)
        except BaseException:
            source_path(batch_id, batch.round).unlink(missing_ok=True)
            raise
        batch.save()
        job.record_own(target_of(batch_id), action="continue", round=batch.round)
    return batch


def map_columns(
    actor: Actor,
    batch_id: UUID,
    *,
    mapping: Sequence[str | None],
    options: Mapping[str, str] = NO_OPTIONS,
    header_row: int | None = None,
) -> Batch:
    """Say under which header each column stands (by position; None = not imported), and the file's options.

    Raises: BatchUnknown, BatchStepRefused, MappingRefused, ForbiddenColumn.
    """
    with work(actor, Permission.IMPORT_ROWS) as job:
        batch = batch_to_change(actor, batch_id)
        sheet = sheet_for(actor, batch.sheet_key)
        batch.state = next_state(BatchState(batch.state), BatchAction.MAP)
        if header_row is not None and header_row != batch.header_row:
            path = source_path(batch.id, batch.round)
            batch.headers = _headers_at(path, facts_of(batch), header_row)
            batch.header_row = header_row
            try:
                refuse_forbidden(batch.headers)
            except ForbiddenColumn:
                path.unlink()
                raise
        require_sound_mapping(batch.headers, mapping, sheet)
        parsed_options(sheet, options)
        batch.mapping, batch.options = list(mapping), dict(options)
        batch.mapping_source = MappingSource.CHOSEN
        batch.save()
        job.record_own(target_of(batch_id), action="map", columns=[name for name in mapping if name])
    return batch


def remember_mapping(actor: Actor, batch: Batch, *, at: datetime) -> None:
    """Keep the mapping for the unit's next file of this layout. Part of the running work."""
    own = own_positions(batch.headers, sheet_for(actor, batch.sheet_key))
    SavedMapping.objects.bulk_create(
        [
            SavedMapping(
                id=uuid7(),
                sheet_key=batch.sheet_key,
                signature=signature([batch.headers[i] for i in own]),
                keeper_id=keeper_of(actor),
                columns=[batch.mapping[i] for i in own],
                used_at=at,
            )
        ],
        update_conflicts=True,
        unique_fields=["sheet_key", "signature", "keeper_id"],
        update_fields=["columns", "used_at"],
    )


def refuse_forbidden(headers: Sequence[str]) -> None:
    """Raises: ForbiddenColumn for the first header that asks for what is never taken."""
    for header in headers:
        line = red_line_of(header)
        if line is not None:
            raise ForbiddenColumn(
                header=header, kind=line.key, reason_zh=line.reason_zh, reason_en=line.reason_en
            )


def facts_of(batch: Batch) -> FileFacts:
    return FileFacts(batch.file_suffix, batch.encoding, (), batch.worksheet)


def own_positions(headers: Sequence[str], sheet: Sheet) -> list[int]:
    """The positions of the user's own headers, without those that we added to a returned file."""
    ours = our_headers(sheet)
    return [index for index, header in enumerate(headers) if header.strip() not in ours]


def target_of(batch_id: UUID) -> str:
    return f"imports.batch:{batch_id}"


def _take_file(
    batch: Batch,
    sheet: Sheet,
    actor: Actor,
    file_name: str,
    pieces: Iterable[bytes],
    worksheet: str,
    at: datetime,
) -> None:
    # A list of people that is named for what may not be collected is one, whatever its columns say.
    refuse_red_lines([file_name], place_zh="文件名", place_en="the name of a file")
    path, size = keep_source(batch.id, batch.round, pieces)
    facts = examine(path, worksheet=worksheet)
    refuse_red_lines([facts.worksheet], place_zh="工作表的名称", place_en="the name of a worksheet")
    first = list(islice(read_rows(path, facts), LOOK_FOR_HEADER_IN_ROWS))
    if not first:
        raise FileRefused("文件里没有任何内容", "the file holds nothing")
    at_row = 0 if facts.is_of_features else header_row_index([cells for _, cells in first], sheet.columns)
    number, headers = first[at_row]
    refuse_forbidden(headers)
    if batch.round == 1:
        note_asker(batch, actor)
        batch.options = {
            option.name: facts.says[option.name] for option in sheet.options if option.name in facts.says
        }
    batch.state = BatchState.UPLOADED
    batch.file_name, batch.size_bytes = file_name[-200:], size
    batch.file_suffix, batch.encoding, batch.worksheet = facts.suffix, facts.encoding, facts.worksheet
    batch.header_row, batch.headers = number, headers
    batch.mapping, batch.mapping_source = _proposed_mapping(actor, sheet, batch)
    batch.total_rows, batch.done_rows, batch.done_bytes = None, 0, 0
    batch.bad_rows, batch.skipped_rows, batch.trouble = 0, 0, None
    batch.expires_at, batch.is_file_kept = at + timedelta(days=KEEP_DAYS), True


def _proposed_mapping(actor: Actor, sheet: Sheet, batch: Batch) -> tuple[list[str | None], MappingSource]:
    own = own_positions(batch.headers, sheet)
    saved = remembered_mapping(actor, sheet.key, signature([batch.headers[i] for i in own]))
    known = {column.name for column in sheet.columns}
    if saved is None or not {name for name in saved if name} <= known:
        return guess_mapping(batch.headers, sheet.columns, ours=our_headers(sheet)), MappingSource.GUESSED
    mapping: list[str | None] = [None] * len(batch.headers)
    for index, name in zip(own, saved, strict=True):
        mapping[index] = name
    return mapping, MappingSource.REMEMBERED


def _headers_at(path: Path, facts: FileFacts, header_row: int) -> list[str]:
    if not path.exists():
        raise FileGone(days=KEEP_DAYS)
    for number, cells in islice(read_rows(path, facts), 1000):
        if number == header_row:
            return cells
    raise FileRefused(f"第{header_row}行没有表头", f"row {header_row} holds no header")
