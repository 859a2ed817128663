"""Importing over HTTP: template, upload, mapping, check, writing, the returned file, undo."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Field, File, Form, Query, Router, Schema
from ninja.files import UploadedFile

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.imports import queries
from jingwei.foundation.imports.api.sending import sent
from jingwei.foundation.imports.contracts import Fault, FileFormat, Sheet
from jingwei.foundation.imports.models import Batch
from jingwei.foundation.imports.rules.lifecycle import (
    STATE_WORDS,
    BatchAction,
    BatchState,
    MappingSource,
    allowed_actions,
)
from jingwei.foundation.imports.services.registry import sheets_for
from jingwei.foundation.imports.services.returning import errors_of_batch, template_of
from jingwei.foundation.imports.services.runs import check_batch, start_batch, stop_batch, undo_batch
from jingwei.foundation.imports.services.uploads import map_columns, upload_correction, upload_file
from jingwei.kernel.clock import now
from jingwei.kernel.paging import Page

router = Router(tags=["imports"])
IMPORT = Permission.IMPORT_ROWS
Limit = Annotated[int, Query(ge=1, le=200)]


class ColumnOut(Schema):
    name: str
    label_zh: str
    label_en: str
    required: bool
    example: str
    note_zh: str
    note_en: str


class AnswerColumnOut(Schema):
    name: str
    label_zh: str
    label_en: str


class SheetOut(Schema):
    """``answers`` are the columns that a sheet gives back which only asks; otherwise its rows are written."""

    key: str
    title_zh: str
    title_en: str
    columns: list[ColumnOut]
    options: list[ColumnOut]
    answers: list[AnswerColumnOut]
    can_undo: bool

    @staticmethod
    def resolve_can_undo(sheet: Sheet) -> bool:
        return sheet.undo is not None


class HeaderOut(Schema):
    header: str
    column: str | None


class TroubleOut(Schema):
    code: str
    message: str
    message_en: str


class BatchOut(Schema):
    """Where a batch stands; ``progress`` runs from 0 to 1 while it is being checked, written or undone."""

    id: UUID
    sheet_key: str
    state: BatchState
    state_zh: str
    state_en: str
    actions: list[BatchAction]
    round: int
    file_name: str
    size_bytes: int
    worksheet: str
    encoding: str
    header_row: int
    headers: list[HeaderOut]
    mapping_source: MappingSource
    options: dict[str, str]
    total_rows: int | None
    done_rows: int
    progress: float | None
    written_rows: int
    skipped_rows: int
    bad_rows: int
    undone_rows: int
    kept_rows: int
    trouble: TroubleOut | None
    actor_name: str
    created_at: datetime
    finished_at: datetime | None
    expires_at: datetime
    is_file_kept: bool

    @staticmethod
    def resolve_state_zh(batch: Batch) -> str:
        return STATE_WORDS[BatchState(batch.state)].zh

    @staticmethod
    def resolve_state_en(batch: Batch) -> str:
        return STATE_WORDS[BatchState(batch.state)].en

    @staticmethod
    def resolve_actions(batch: Batch) -> list[BatchAction]:
        return allowed_actions(BatchState(batch.state))

    @staticmethod
    def resolve_headers(batch: Batch) -> list[HeaderOut]:
        pairs = zip(batch.headers, batch.mapping, strict=True)
        return [HeaderOut(header=header, column=column) for header, column in pairs]

    @staticmethod
    def resolve_progress(batch: Batch) -> float | None:
        if batch.total_rows is None:
            return None
        return round(min(1.0, batch.done_rows / batch.total_rows), 4) if batch.total_rows else 1.0


class BatchPageOut(Schema):
    rows: list[BatchOut]
    next_cursor: str | None


class FaultOut(Schema):
    column: str | None
    message_zh: str
    message_en: str


class FaultyRowOut(Schema):
    number: int
    faults: list[FaultOut]


class FaultPageOut(Schema):
    rows: list[FaultyRowOut]
    next_cursor: str | None


class MappingIn(edge.Input):
    """``columns`` says, header by header, under which column it is imported; null leaves it out."""

    columns: list[str | None] = Field(max_length=300)
    options: dict[str, str] = Field(default_factory=dict)
    header_row: int | None = Field(default=None, ge=1, le=1000)


@edge.operation(router, "GET", "/sheets", "listImportSheets", IMPORT, response=list[SheetOut])
def list_sheets(request: HttpRequest) -> list[Sheet]:
    """What the present post may import."""
    return sheets_for(edge.actor(request))


@edge.operation(
    router, "GET", "/sheets/{sheet_key}/template", "downloadImportTemplate", IMPORT, response=None
)
def download_template(request: HttpRequest, sheet_key: str) -> StreamingHttpResponse:
    """An empty .xlsx with the headers, and a page that explains each column."""
    edge.require_storable(sheet_key)
    return sent(template_of(edge.actor(request), sheet_key))


@edge.operation(router, "GET", "", "listImports", IMPORT, response=BatchPageOut)
def list_imports(request: HttpRequest, cursor: str | None = None, limit: Limit = queries.PAGE) -> Page[Batch]:
    """Batches of the present post and its unit, latest first."""
    return queries.list_batches(edge.actor(request), cursor=cursor, limit=limit)


@edge.operation(router, "POST", "", "uploadImport", IMPORT, response={201: BatchOut})
def upload_import(
    request: HttpRequest,
    file: File[UploadedFile],
    sheet_key: Form[str],
    worksheet: Form[str] = "",
) -> Batch:
    """Upload .xlsx, .csv, .csv.gz or points as GeoJSON; nothing is written. The answer proposes a mapping of its headers."""
    for text in (sheet_key, worksheet):
        edge.require_storable(text)
    return upload_file(
        edge.actor(request),
        sheet_key,
        file_name=file.name or "",
        pieces=file.chunks(),
        at=now(),
        worksheet=worksheet,
    )


@edge.operation(router, "GET", "/{batch_id}", "readImport", IMPORT, response=BatchOut, sees="import")
def read_import(request: HttpRequest, batch_id: UUID) -> Batch:
    return queries.batch_of(edge.actor(request), batch_id)


@edge.operation(router, "PUT", "/{batch_id}/mapping", "mapImport", IMPORT, response=BatchOut, sees="import")
def map_import(request: HttpRequest, batch_id: UUID, body: MappingIn) -> Batch:
    """Remembered for the unit's next file with the same headers, once checked."""
    for text in body.options.values():
        edge.require_storable(text)
    return map_columns(
        edge.actor(request),
        batch_id,
        mapping=body.columns,
        options=body.options,
        header_row=body.header_row,
    )


@edge.operation(router, "POST", "/{batch_id}/check", "checkImport", IMPORT, response=BatchOut, sees="import")
def check_import(request: HttpRequest, batch_id: UUID) -> Batch:
    """Check every row without writing any; follow ``progress``."""
    return check_batch(edge.actor(request), batch_id, at=now())


@edge.operation(router, "POST", "/{batch_id}/start", "startImport", IMPORT, response=BatchOut, sees="import")
def start_import(request: HttpRequest, batch_id: UUID) -> Batch:
    """Write the good rows, or go on after a stop; bad rows stay for the returned file."""
    return start_batch(edge.actor(request), batch_id, at=now())


@edge.operation(router, "POST", "/{batch_id}/stop", "stopImport", IMPORT, response=BatchOut, sees="import")
def stop_import(request: HttpRequest, batch_id: UUID) -> Batch:
    """Stop after the rows in hand; what is written stays until undone."""
    return stop_batch(edge.actor(request), batch_id)


@edge.operation(
    router, "GET", "/{batch_id}/faults", "listImportFaults", IMPORT, response=FaultPageOut, sees="import"
)
def list_faults(
    request: HttpRequest, batch_id: UUID, cursor: str | None = None, limit: Limit = queries.PAGE
) -> FaultPageOut:
    """What is wrong, row by row and cell by cell; after an undo, which rows were kept and why."""
    page = queries.list_faults(edge.actor(request), batch_id, cursor=cursor, limit=limit)
    rows = [FaultyRowOut(number=n, faults=[_fault(f) for f in faults]) for n, faults in page.rows]
    return FaultPageOut(rows=rows, next_cursor=page.next_cursor)


@edge.operation(
    router, "GET", "/{batch_id}/errors", "downloadImportErrors", IMPORT, response=None, sees="import"
)
def download_errors(
    request: HttpRequest,
    batch_id: UUID,
    only_bad: bool = True,
    file_format: FileFormat = FileFormat.XLSX,
) -> StreamingHttpResponse:
    """The uploaded rows with a column 错误 and the bad cells marked; correct it and upload it again.

    With ``only_bad`` false a sheet that only asks puts its answers behind each row.
    """
    return sent(errors_of_batch(edge.actor(request), batch_id, only_bad=only_bad, file_format=file_format))


@edge.operation(
    router, "POST", "/{batch_id}/correction", "resumeImport", IMPORT, response=BatchOut, sees="import"
)
def resume_import(
    request: HttpRequest, batch_id: UUID, file: File[UploadedFile], worksheet: Form[str] = ""
) -> Batch:
    """Continue with a corrected file: rows that were written are recognised and skipped."""
    edge.require_storable(worksheet)
    return upload_correction(
        edge.actor(request),
        batch_id,
        file_name=file.name or "",
        pieces=file.chunks(),
        at=now(),
        worksheet=worksheet,
    )


@edge.operation(router, "POST", "/{batch_id}/undo", "undoImport", IMPORT, response=BatchOut, sees="import")
def undo_import(request: HttpRequest, batch_id: UUID) -> Batch:
    """Take the batch's rows back; rows changed since stay, and are listed with the reason."""
    return undo_batch(edge.actor(request), batch_id, at=now())


def _fault(fault: Fault) -> FaultOut:
    return FaultOut(column=fault.column, message_zh=fault.message_zh, message_en=fault.message_en)
