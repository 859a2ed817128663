"""What people ask of exports: to be made, agreed to or refused, stopped, handed out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from jingwei.foundation.access.contracts import Actor, Permission, ProofNeeded
from jingwei.foundation.access.services import require_proof
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.foundation.imports.contracts.exports import (
    ExportDecided,
    ExportWaits,
    Holds,
    Language,
    Source,
    Taking,
    Wish,
    plain,
)
from jingwei.foundation.imports.models import Export
from jingwei.foundation.imports.queries import (
    asker_of,
    export_to_change,
    open_exports,
    own_export_to_change,
)
from jingwei.foundation.imports.rules.export_refusals import (
    AskerChanged,
    ClearNotForPost,
    ColumnsRefused,
    ExportDamaged,
    ExportGone,
    ExportUnknown,
    NobodyDecides,
    NotByOneself,
    PurposeMissing,
    ReasonMissing,
    TooManyOpen,
)
from jingwei.foundation.imports.rules.exporting import (
    LEAST_PURPOSE,
    MOST_OPEN,
    ExportAction,
    ExportState,
    is_own,
    may_decide,
    next_state,
    waits_until,
)
from jingwei.foundation.imports.services.askers import asker_now, note_asker
from jingwei.foundation.imports.services.deciders import posts_to_ask
from jingwei.foundation.imports.services.export_files import OpenedBook, book_path, is_as_made
from jingwei.foundation.imports.services.export_news import show_export
from jingwei.foundation.imports.services.sources import may_take_clear, source_for
from jingwei.foundation.imports.services.workbooks import MEDIA_TYPES
from jingwei.foundation.live.contracts import Kind, ToPost
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7

ADVANCE_EXPORT = "imports.advance_export"
PREVIEW_MOST = 10_000
NOT_ASKED_YET = UUID(int=0)
ENDING = {Holds.ROWS: "xlsx", Holds.FILES: "zip"}
MEDIA_TYPE_OF = {Holds.ROWS: MEDIA_TYPES[FileFormat.XLSX], Holds.FILES: "application/zip"}
ONE_ASKER = "select pg_advisory_xact_lock(hashtextextended(%s, 4310))"


@dataclass(frozen=True, slots=True)
class NewExport:
    """What somebody wants to take along, and what for."""

    source_key: str
    wish: Wish
    columns: tuple[str, ...]
    is_clear: bool
    purpose: str
    language: Language = Language.ZH


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A finished workbook on its way to whoever asked."""

    name: str
    media_type: str
    size_bytes: int
    content: Iterable[bytes]

    def pieces(self) -> Iterable[bytes]:
        return self.content


@dataclass(frozen=True, slots=True)
class Preview:
    """What an export would hold: the filter in words, and how many rows, counted up to ``PREVIEW_MOST``."""

    said_zh: str
    said_en: str
    rows: int


def preview_export(actor: Actor, source_key: str, wish: Wish, *, at: datetime) -> Preview:
    """Look before asking. Raises: SourceUnknown, WishRefused."""
    source = source_for(actor, source_key)
    read = source.read(wish)
    taking = Taking(NOT_ASKED_YET, read, (), Language.ZH, is_clear=False, at=at)
    return Preview(
        source.say(read, Language.ZH),
        source.say(read, Language.EN),
        source.count(actor, taking, most=PREVIEW_MOST),
    )


def request_export(actor: Actor, asked: NewExport, *, at: datetime) -> Export:
    """Have a list made into a workbook; personal columns in the clear wait for somebody else's consent.

    Raises: SourceUnknown, ColumnsRefused, WishRefused, PurposeMissing, ClearNotForPost, NobodyDecides, TooManyOpen.
    """
    with work(actor, Permission.EXPORT_ROWS) as job:
        source = source_for(actor, asked.source_key)
        _require_columns(source, asked.columns)
        purpose = " ".join(asked.purpose.split())
        if len(purpose) < LEAST_PURPOSE:
            raise PurposeMissing(least=LEAST_PURPOSE)
        wish = source.read(asked.wish)
        is_clear = asked.is_clear and any(
            column.is_personal for column in source.columns if column.name in asked.columns
        )
        if is_clear and not may_take_clear(actor, source):
            raise ClearNotForPost(permission=Permission.REVEAL_PERSONAL.value)
        _require_room(actor)
        export = Export(
            id=uuid7(),
            source_key=source.key,
            state=ExportState.WAITING if is_clear else ExportState.ASKED,
            wish=plain(wish),
            columns=list(asked.columns),
            is_clear=is_clear,
            language=asked.language.value,
            purpose=purpose[:200],
            asked_at=at,
            beat_at=at,
            expires_at=waits_until(at) if is_clear else None,
        )
        note_asker(export, actor)
        export.save(force_insert=True)
        if is_clear:
            _ask_for_consent(job, actor, source, export, at)
        else:
            defer_export(export.id)
        job.record_own(
            target_of(export.id),
            action="ask",
            source=source.key,
            wish=plain(wish),
            columns=list(asked.columns),
            is_clear=is_clear,
            purpose=export.purpose,
        )
    return export


def approve_export(actor: Actor, export_id: UUID, *, remark: str, at: datetime) -> Export:
    """Agree that personal fields may be taken in the clear. Raises: ExportUnknown, NotByOneself, ExportStepRefused."""
    with work(actor, Permission.APPROVE_EXPORT) as job:
        export = _decided(job, actor, export_id, ExportAction.APPROVE, remark, at)
        export.beat_at, export.expires_at = at, None
        export.save()
        show_export(export)
        defer_export(export.id)
    return export


def refuse_export(actor: Actor, export_id: UUID, *, remark: str, at: datetime) -> Export:
    """Refuse, with the reason. Raises: ReasonMissing, ExportUnknown, NotByOneself, ExportStepRefused."""
    if not remark.strip():
        raise ReasonMissing
    with work(actor, Permission.APPROVE_EXPORT) as job:
        export = _decided(job, actor, export_id, ExportAction.REFUSE, remark, at)
        export.finished_at = at
        export.save()
        show_export(export)
    return export


def stop_export(actor: Actor, export_id: UUID, *, at: datetime) -> Export:
    """Give up what waits or is being made; nothing of it is offered. Raises: ExportUnknown, ExportStepRefused."""
    with work(actor, Permission.EXPORT_ROWS) as job:
        export = own_export_to_change(actor, export_id)
        export.state = next_state(ExportState(export.state), ExportAction.STOP)
        export.run_id, export.finished_at = None, at
        export.save()
        show_export(export)
        job.record_own(target_of(export_id), action="stop", done_rows=export.done_rows)
    return export


def hand_out(actor: Actor, export_id: UUID, *, at: datetime) -> HandedOut:
    """The finished workbook, counted and recorded.

    Raises: ExportUnknown, ExportGone, AskerChanged, ExportDamaged; StepUpNeeded for personal fields in the clear.
    """
    with work(actor, Permission.EXPORT_ROWS) as job:
        export = own_export_to_change(actor, export_id)
        if export.is_clear:
            require_proof(actor, ProofNeeded.RECENT, at=at)
        if export.state == ExportState.EXPIRED or (export.expires_at is not None and export.expires_at <= at):
            raise ExportGone
        next_state(ExportState(export.state), ExportAction.DOWNLOAD)
        if asker_now(export, at=at) is None or export.run_id is None:
            raise AskerChanged
        source = source_for(actor, export.source_key)
        path = book_path(export.id, export.run_id)
        if not path.exists():
            raise ExportGone
        if not is_as_made(path, export.id, export.sha256):
            raise ExportDamaged(export_id=str(export.id))
        Export.objects.filter(pk=export.id).update(downloads=F("downloads") + 1, downloaded_at=at)
        job.record_own(target_of(export_id), action="download", rows=export.done_rows, sha256=export.sha256)
        return HandedOut(
            file_name(export, source),
            MEDIA_TYPE_OF[source.holds],
            export.size_bytes or 0,
            OpenedBook(path, export.id),
        )


def defer_export(export_id: UUID) -> None:
    """Queue the next slice inside the running transaction; one waiting job per export is enough."""
    try:
        with transaction.atomic():
            app.configure_task(ADVANCE_EXPORT, queueing_lock=f"export:{export_id}").defer(
                export_id=str(export_id)
            )
    except AlreadyEnqueued:
        pass


def target_of(export_id: UUID) -> str:
    return f"imports.export:{export_id}"


def file_name(export: Export, source: Source) -> str:
    made_at = local(export.finished_at or export.asked_at)
    return f"{source.title(Language(export.language))}-{made_at:%Y%m%d-%H%M}.{ENDING[source.holds]}"


def _require_columns(source: Source, columns: tuple[str, ...]) -> None:
    unknown = [name for name in columns if source.column(name) is None]
    if unknown:
        listed = "、".join(name[:40] for name in unknown[:5])
        raise ColumnsRefused(reason_zh=f"没有“{listed}”这样的列", reason_en=f"there is no column “{listed}”")
    if not columns:
        raise ColumnsRefused(reason_zh="至少选择一列", reason_en="choose one column at least")
    if len(set(columns)) != len(columns):
        raise ColumnsRefused(reason_zh="同一列选了两次", reason_en="a column is chosen twice")


def _require_room(actor: Actor) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ONE_ASKER, [str(actor.person_id)])
    if open_exports(actor) >= MOST_OPEN:
        raise TooManyOpen(most=MOST_OPEN)


def _ask_for_consent(job: Work, actor: Actor, source: Source, export: Export, at: datetime) -> None:
    posts = posts_to_ask(actor, at=at)
    if not posts:
        raise NobodyDecides
    for post_id in posts:
        tell(Kind.EXPORT, ToPost(post_id), export.id)
        job.publish(
            ExportWaits(
                post_id=post_id,
                person_id=None,
                kind="imports.export_waits",
                title_zh="导出个人信息，等您审批",
                title_en="An export of personal data waits for your consent",
                body_zh=f"{actor.name}申请导出“{source.title_zh}”",
                body_en=f"{actor.name} asks to export “{source.title_en}”",
                target=target_of(export.id),
                at=at,
            )
        )


DECISIONS: Mapping[ExportAction, tuple[str, str]] = {
    ExportAction.APPROVE: ("导出已获同意，正在生成", "Your export was agreed to and is being made"),
    ExportAction.REFUSE: ("导出未获同意", "Your export was refused"),
}


def _decided(
    job: Work, actor: Actor, export_id: UUID, action: ExportAction, remark: str, at: datetime
) -> Export:
    export = export_to_change(actor, export_id)
    asker = asker_of(export)
    if not may_decide(actor, asker):
        raise (
            NotByOneself(permission=Permission.APPROVE_EXPORT.value)
            if is_own(actor, asker)
            else ExportUnknown
        )
    export.state = next_state(ExportState(export.state), action)
    export.decided_at, export.decision_remark = at, remark.strip()[:500]
    export.decided_by_id, export.decided_by_name = actor.person_id, actor.name
    export.decided_by_post_id = actor.post_id
    title_zh, title_en = DECISIONS[action]
    job.publish(
        ExportDecided(
            post_id=export.post_id,
            person_id=None if export.post_id else export.person_id,
            kind="imports.export_decided",
            title_zh=title_zh,
            title_en=title_en,
            body_zh=actor.name,
            body_en=actor.name,
            target=target_of(export.id),
            at=at,
        )
    )
    job.record_own(
        target_of(export_id), action=action.value, asked_by=export.actor_name, remark=remark.strip()
    )
    return export
