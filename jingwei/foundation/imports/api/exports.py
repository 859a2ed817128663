"""Exporting over HTTP: what can be taken, asking, consent, progress, the finished workbook."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, StreamingHttpResponse
from ninja import Field, Query, Router, Schema

from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Actor, Permission, ProofNeeded
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.imports import queries
from jingwei.foundation.imports.api.sending import sent
from jingwei.foundation.imports.contracts.exports import Holds, Language, Wish
from jingwei.foundation.imports.models import Export
from jingwei.foundation.imports.rules.exporting import (
    MOST_CLEAR_ROWS,
    STATE_WORDS,
    ExportAction,
    ExportState,
    actions_for,
    is_own,
    row_limit,
)
from jingwei.foundation.imports.services.export_keeping import KEEPS_FILES
from jingwei.foundation.imports.services.exports import (
    PREVIEW_MOST,
    NewExport,
    approve_export,
    file_name,
    hand_out,
    preview_export,
    refuse_export,
    request_export,
    stop_export,
)
from jingwei.foundation.imports.services.sources import all_sources, may_take, may_take_clear, source_named
from jingwei.kernel.clock import now

router = Router(tags=["exports"])
EXPORT = Permission.EXPORT_ROWS
APPROVE = Permission.APPROVE_EXPORT
Limit = Annotated[int, Query(ge=1, le=200)]
Wished = dict[
    Annotated[str, Field(max_length=40)],
    Annotated[str, Field(max_length=200)]
    | Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=50)],
]


class TakenColumnOut(Schema):
    """A personal column is masked unless somebody else has agreed to the clear text."""

    name: str
    label_zh: str
    label_en: str
    is_personal: bool
    is_usual: bool


class SourceOut(Schema):
    """``may_take_clear`` says whether the post may ask for personal columns in the clear at all.

    Sources with the same ``filters_of`` take the same filters: they are cut from one list.
    """

    key: str
    title_zh: str
    title_en: str
    columns: list[TakenColumnOut]
    may_take_clear: bool
    holds: Holds
    filters_of: str
    most_rows: int
    most_clear_rows: int
    keep_hours: int


class ExportIn(edge.Input):
    """``filter`` is the list's own query, name by name, as it stands in the list's address."""

    source: str = Field(max_length=60)
    filter: Wished = Field(default_factory=dict, max_length=40)
    columns: list[Annotated[str, Field(max_length=60)]] = Field(max_length=100)
    is_clear: bool = False
    purpose: str = Field(max_length=200)
    language: Language = Language.ZH


class PreviewIn(edge.Input):
    source: str = Field(max_length=60)
    filter: Wished = Field(default_factory=dict, max_length=40)


class PreviewOut(Schema):
    """``is_capped`` where there are more rows than were counted."""

    filter_zh: str
    filter_en: str
    rows: int
    is_capped: bool


class DecisionIn(edge.Input):
    remark: str = Field(default="", max_length=500)


class ExportTroubleOut(Schema):
    code: str
    message: str
    message_en: str


class ExportOut(Schema):
    """Where an export stands; ``progress`` runs from 0 to 1 while rows are read, None while their number is unknown."""

    id: UUID
    source: str
    source_zh: str
    source_en: str
    state: ExportState
    state_zh: str
    state_en: str
    actions: list[ExportAction]
    is_own: bool
    filter: dict[str, Any]
    filter_zh: str
    filter_en: str
    columns: list[TakenColumnOut]
    is_clear: bool
    language: Language
    purpose: str
    actor_name: str
    unit_name: str
    asked_at: datetime
    decided_at: datetime | None
    decided_by_name: str
    decision_remark: str
    total_rows: int | None
    done_rows: int
    progress: float | None
    trouble: ExportTroubleOut | None
    file_name: str
    size_bytes: int | None
    sha256: str
    downloads: int
    downloaded_at: datetime | None
    finished_at: datetime | None
    expires_at: datetime | None


class ExportPageOut(Schema):
    rows: list[ExportOut]
    next_cursor: str | None


@edge.operation(router, "GET", "/sources", "listExportSources", EXPORT, response=list[SourceOut])
def list_sources(request: HttpRequest) -> list[SourceOut]:
    """What the present post may export, with the columns that can be chosen."""
    actor = edge.actor(request)
    return [
        SourceOut(
            key=source.key,
            title_zh=source.title_zh,
            title_en=source.title_en,
            columns=[_column(column) for column in source.columns],
            may_take_clear=may_take_clear(actor, source),
            holds=source.holds,
            filters_of=source.filters_of or source.key,
            most_rows=row_limit(is_clear=False, most=source.most_rows),
            most_clear_rows=MOST_CLEAR_ROWS,
            keep_hours=settings.EXPORT_KEEP_HOURS,
        )
        for source in all_sources()
        if may_take(actor, source)
    ]


@edge.operation(router, "GET", "", "listExports", EXPORT, response=ExportPageOut)
def list_exports(
    request: HttpRequest, cursor: str | None = None, limit: Limit = queries.PAGE
) -> ExportPageOut:
    """What one asked for in the present post, latest first."""
    actor = edge.actor(request)
    page = queries.list_exports(actor, cursor=cursor, limit=limit)
    return ExportPageOut(rows=_shown(actor, page.rows), next_cursor=page.next_cursor)


@edge.operation(router, "GET", "/waiting", "listExportsToDecide", APPROVE, response=ExportPageOut)
def list_exports_to_decide(
    request: HttpRequest, cursor: str | None = None, limit: Limit = queries.PAGE
) -> ExportPageOut:
    """What waits for one's consent, longest first."""
    actor = edge.actor(request)
    page = queries.exports_to_decide(actor, cursor=cursor, limit=limit)
    return ExportPageOut(rows=_shown(actor, page.rows), next_cursor=page.next_cursor)


@edge.operation(router, "POST", "/preview", "previewExport", EXPORT, response=PreviewOut)
def look_before_asking(request: HttpRequest, body: PreviewIn) -> PreviewOut:
    """The filter in words, and how many rows it would give."""
    _require_storable(body.filter)
    found = preview_export(edge.actor(request), body.source, body.filter, at=now())
    return PreviewOut(
        filter_zh=found.said_zh,
        filter_en=found.said_en,
        rows=found.rows,
        is_capped=found.rows >= PREVIEW_MOST,
    )


@edge.operation(router, "POST", "", "requestExport", EXPORT, response={201: ExportOut})
def ask_for_export(request: HttpRequest, body: ExportIn) -> ExportOut:
    """Have a list made into an .xlsx in the background; personal columns in the clear wait for consent."""
    _require_storable(body.filter)
    actor = edge.actor(request)
    asked = NewExport(
        source_key=body.source,
        wish=body.filter,
        columns=tuple(body.columns),
        is_clear=body.is_clear,
        purpose=body.purpose,
        language=body.language,
    )
    return _one(actor, request_export(actor, asked, at=now()))


@edge.operation(router, "GET", "/{export_id}", "readExport", EXPORT, response=ExportOut, sees="export")
def read_export(request: HttpRequest, export_id: UUID) -> ExportOut:
    """For whoever asked, and for those who may decide."""
    actor = edge.actor(request)
    return _one(actor, queries.export_of(actor, export_id))


@edge.operation(
    router,
    "POST",
    "/{export_id}/approve",
    "approveExport",
    APPROVE,
    response=ExportOut,
    sees="export",
    proof=ProofNeeded.RECENT,
)
def agree_to_export(request: HttpRequest, export_id: UUID, body: DecisionIn) -> ExportOut:
    """Agree that personal fields may be taken in the clear; the making starts at once."""
    actor = edge.actor(request)
    return _one(actor, approve_export(actor, export_id, remark=body.remark, at=now()))


@edge.operation(
    router, "POST", "/{export_id}/refuse", "refuseExport", APPROVE, response=ExportOut, sees="export"
)
def decline_export(request: HttpRequest, export_id: UUID, body: DecisionIn) -> ExportOut:
    """Refuse with a reason, which whoever asked will read."""
    actor = edge.actor(request)
    return _one(actor, refuse_export(actor, export_id, remark=body.remark, at=now()))


@edge.operation(
    router, "POST", "/{export_id}/stop", "stopExport", EXPORT, response=ExportOut, sees="own export"
)
def give_up_export(request: HttpRequest, export_id: UUID) -> ExportOut:
    """Give up what waits or is being made."""
    actor = edge.actor(request)
    return _one(actor, stop_export(actor, export_id, at=now()))


@edge.operation(
    router, "GET", "/{export_id}/file", "downloadExport", EXPORT, response=None, sees="own export"
)
def download_export(request: HttpRequest, export_id: UUID) -> StreamingHttpResponse:
    """The finished workbook, for whoever asked in the post in which they asked; each download is recorded."""
    out = hand_out(edge.actor(request), export_id, at=now())
    response = sent(out)
    response["Content-Length"] = str(out.size_bytes)
    return response


def _require_storable(wish: Wish) -> None:
    for name, value in wish.items():
        for text in (name, *(value if isinstance(value, list) else [value])):
            edge.require_storable(text)


def _one(actor: Actor, export: Export) -> ExportOut:
    return _shown(actor, [export])[0]


def _shown(actor: Actor, exports: Sequence[Export]) -> list[ExportOut]:
    units = unit_names({export.unit_id for export in exports if export.unit_id})
    can_decide = is_permitted(actor, APPROVE)
    return [
        _out(actor, export, units.get(export.unit_id, "") if export.unit_id else "", can_decide=can_decide)
        for export in exports
    ]


def _out(actor: Actor, export: Export, unit_name: str, *, can_decide: bool) -> ExportOut:
    source = source_named(export.source_key)
    asker, state = queries.asker_of(export), ExportState(export.state)
    chosen = [source.column(name) for name in export.columns] if source else []
    return ExportOut(
        id=export.id,
        source=export.source_key,
        source_zh=source.title_zh if source else export.source_key,
        source_en=source.title_en if source else export.source_key,
        state=state,
        state_zh=STATE_WORDS[state].zh,
        state_en=STATE_WORDS[state].en,
        actions=actions_for(actor, asker, state, can_decide=can_decide and export.is_clear),
        is_own=is_own(actor, asker),
        filter=export.wish,
        filter_zh=source.say(export.wish, Language.ZH) if source else "",
        filter_en=source.say(export.wish, Language.EN) if source else "",
        columns=[_column(column) for column in chosen if column],
        is_clear=export.is_clear,
        language=Language(export.language),
        purpose=export.purpose,
        actor_name=export.actor_name,
        unit_name=unit_name,
        asked_at=export.asked_at,
        decided_at=export.decided_at,
        decided_by_name=export.decided_by_name,
        decision_remark=export.decision_remark,
        total_rows=export.total_rows,
        done_rows=export.done_rows,
        progress=_progress(export, state),
        trouble=ExportTroubleOut(**export.trouble) if export.trouble else None,
        file_name=file_name(export, source) if source and state is ExportState.READY else "",
        size_bytes=export.size_bytes,
        sha256=export.sha256,
        downloads=export.downloads,
        downloaded_at=export.downloaded_at,
        finished_at=export.finished_at,
        expires_at=export.expires_at if state in KEEPS_FILES or state is ExportState.WAITING else None,
    )


def _progress(export: Export, state: ExportState) -> float | None:
    if state is ExportState.READY:
        return 1.0
    if export.total_rows is None:
        return None
    return round(min(1.0, export.done_rows / export.total_rows), 4) if export.total_rows else 1.0


def _column(column: Any) -> TakenColumnOut:
    return TakenColumnOut(
        name=column.name,
        label_zh=column.label_zh,
        label_en=column.label_en,
        is_personal=column.is_personal,
        is_usual=column.is_usual,
    )
