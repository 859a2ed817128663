"""Reads of batches and exports. Row-level security shows them to their post, their unit and the system;
an export that asks for consent also to the areas above."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Coalesce

from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.imports.contracts import Fault
from jingwei.foundation.imports.models import Batch, BatchRow, Export, Mapping
from jingwei.foundation.imports.rules.export_refusals import ExportUnknown
from jingwei.foundation.imports.rules.exporting import (
    CENTRE_ABOVE,
    HEADS,
    MEMBERS,
    OPEN,
    Asker,
    ExportState,
    is_own,
    may_decide,
)
from jingwei.foundation.imports.rules.lifecycle import BatchState, RowState
from jingwei.foundation.imports.rules.refusals import BatchUnknown
from jingwei.foundation.imports.rules.rows import SourceRow, answer_from_text, faults_from_text
from jingwei.kernel.crypto import decrypt
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50
FAULTS_FIELD = "imports.faults"
ANSWER_FIELD = "imports.answer"


def list_batches(actor: Actor, *, cursor: str | None = None, limit: int = PAGE) -> Page[Batch]:
    """The batches of the actor's post and unit, latest first. Raises: BadCursor."""
    rows = Batch.objects.order_by("-id")
    if cursor is not None:
        rows = rows.filter(id__lt=key_of(cursor, UUID)[0])
    return page_of(rows[: limit + 1], limit, lambda batch: [batch.id])


def batch_of(actor: Actor, batch_id: UUID) -> Batch:
    """Raises: BatchUnknown."""
    batch = Batch.objects.filter(pk=batch_id).first()
    if batch is None:
        raise BatchUnknown
    return batch


def batch_to_change(actor: Actor, batch_id: UUID) -> Batch:
    """The same, held until the transaction ends. Raises: BatchUnknown."""
    batch = Batch.objects.select_for_update().filter(pk=batch_id).first()
    if batch is None:
        raise BatchUnknown
    return batch


def remembered_mapping(actor: Actor, sheet_key: str, signature: str) -> list[str | None] | None:
    """How the actor's unit mapped this layout last."""
    saved = Mapping.objects.filter(
        sheet_key=sheet_key, signature=signature, keeper_id=keeper_of(actor)
    ).first()
    return list(saved.columns) if saved else None


def bad_rows(batch: Batch, *, after: int = 0, limit: int = PAGE) -> list[tuple[int, list[Fault]]]:
    """Numbers and faults of the present round's bad rows, in the file's order."""
    rows = BatchRow.objects.filter(batch=batch, round=batch.round, state=RowState.BAD, number__gt=after)
    return [
        (number, opened_faults(sealed))
        for number, sealed in rows.order_by("number").values_list("number", "faults_sealed")[:limit]
    ]


def list_faults(
    actor: Actor, batch_id: UUID, *, cursor: str | None = None, limit: int = PAGE
) -> Page[tuple[int, list[Fault]]]:
    """A page of bad rows; after an undo, of the rows that it had to leave. Raises: BatchUnknown, BadCursor."""
    batch = batch_of(actor, batch_id)
    after = key_of(cursor, int)[0] if cursor is not None else 0
    find = kept_rows if batch.state == BatchState.UNDONE else bad_rows
    return page_of(find(batch, after=after, limit=limit + 1), limit, lambda row: [row[0]])


def kept_rows(batch: Batch, *, after: int = 0, limit: int = PAGE) -> list[tuple[int, list[Fault]]]:
    """Rows that an undo had to leave, and why, by their number in the first file (or their own)."""
    rows = BatchRow.objects.filter(batch=batch, state=RowState.KEPT)
    rows = rows.annotate(place=Coalesce("origin", "number")).filter(place__gt=after).order_by("place")
    return [
        (place, opened_faults(sealed)) for place, sealed in rows.values_list("place", "faults_sealed")[:limit]
    ]


def written_before(
    batch: Batch, *, origins: Sequence[int], keys: Sequence[bytes]
) -> tuple[set[int], set[bytes]]:
    """Of some rows, those that an earlier round of the batch has written: by number, and by key."""
    if batch.round == 1:
        return set(), set()
    written = BatchRow.objects.filter(
        batch=batch, round__lt=batch.round, state__in=[RowState.WRITTEN, RowState.KEPT]
    )
    by_origin = set(written.filter(origin__in=origins).values_list("origin", flat=True)) if origins else set()
    by_key = {bytes(k) for k in written.filter(key__in=keys).values_list("key", flat=True)} if keys else set()
    return by_origin, by_key


def answers_to(batch: Batch, rows: Sequence[SourceRow]) -> dict[int, list[str | int | float | None]]:
    """What rows of the present round were answered, in this round or an earlier one, by their number."""
    kept = BatchRow.objects.filter(batch=batch, answer_sealed__isnull=False).order_by("round")
    now = kept.filter(round=batch.round, number__in=[row.number for row in rows])
    found = {number: bytes(sealed) for number, sealed in now.values_list("number", "answer_sealed")}
    before = kept.filter(round__lt=batch.round)
    by_origin = before.filter(origin__in=[row.origin for row in rows if row.origin is not None])
    origins = {origin: bytes(sealed) for origin, sealed in by_origin.values_list("origin", "answer_sealed")}
    by_key = before.filter(key__in=[row.key for row in rows if row.origin is None])
    keys = {bytes(key): bytes(sealed) for key, sealed in by_key.values_list("key", "answer_sealed")}
    for row in rows:
        sealed = origins.get(row.origin) if row.origin is not None else keys.get(row.key)
        if sealed is not None:
            found.setdefault(row.number, sealed)
    return {number: opened_answer(sealed) for number, sealed in found.items()}


def opened_answer(sealed: bytes) -> list[str | int | float | None]:
    return answer_from_text(decrypt(settings.FIELD_KEY, sealed, field=ANSWER_FIELD))


def keeper_of(actor: Actor) -> UUID | None:
    """Who remembers a mapping: the unit whose affairs the actor shares, else the post."""
    return actor.sharing_unit_id or actor.post_id or actor.person_id


def opened_faults(sealed: bytes | memoryview | None) -> list[Fault]:
    if sealed is None:
        return []
    return faults_from_text(decrypt(settings.FIELD_KEY, bytes(sealed), field=FAULTS_FIELD))


# --- exports -----------------------------------------------------------------------------------------------


def asker_of(export: Export) -> Asker:
    """Who asked, as far as decisions depend on it."""
    return Asker(export.person_id, export.post_id, export.unit_id, Role(export.role), export.area_code)


def list_exports(actor: Actor, *, cursor: str | None = None, limit: int = PAGE) -> Page[Export]:
    """What the actor asked for in the present post, latest first. Raises: BadCursor."""
    rows = Export.objects.filter(person_id=actor.person_id, post_id=actor.post_id).order_by("-id")
    if cursor is not None:
        rows = rows.filter(id__lt=key_of(cursor, UUID)[0])
    return page_of(rows[: limit + 1], limit, lambda export: [export.id])


def exports_to_decide(actor: Actor, *, cursor: str | None = None, limit: int = PAGE) -> Page[Export]:
    """What waits for the actor's consent, longest first; the same as ``may_decide``. Raises: BadCursor."""
    mine = Q(pk__in=[])
    if actor.role in HEADS and actor.unit_id is not None:
        mine |= Q(unit_id=actor.unit_id)
    if actor.role in CENTRE_ABOVE and actor.scope:
        below = ~Q(area_code=actor.scope) | Q(role__in=[role.value for role in MEMBERS])
        mine |= Q(area_code__startswith=actor.scope) & below
    rows = Export.objects.filter(mine, state=ExportState.WAITING).exclude(person_id=actor.person_id)
    if cursor is not None:
        rows = rows.filter(id__gt=key_of(cursor, UUID)[0])
    return page_of(rows.order_by("id")[: limit + 1], limit, lambda export: [export.id])


def export_of(actor: Actor, export_id: UUID) -> Export:
    """One's own, or one that the actor may decide on. Raises: ExportUnknown."""
    return _shown(actor, Export.objects.filter(pk=export_id).first())


def export_to_change(actor: Actor, export_id: UUID) -> Export:
    """The same, held until the transaction ends. Raises: ExportUnknown."""
    return _shown(actor, Export.objects.select_for_update().filter(pk=export_id).first())


def own_export_to_change(actor: Actor, export_id: UUID) -> Export:
    """One's own only, held until the transaction ends. Raises: ExportUnknown."""
    export = export_to_change(actor, export_id)
    if actor.role is not Role.SYSTEM and not is_own(actor, asker_of(export)):
        raise ExportUnknown
    return export


def open_exports(actor: Actor) -> int:
    """How many of the person's exports wait or are being made, in whatever post."""
    return Export.objects.filter(person_id=actor.person_id, state__in=[state.value for state in OPEN]).count()


def _shown(actor: Actor, export: Export | None) -> Export:
    if export is None:
        raise ExportUnknown
    asker = asker_of(export)
    may_agree = (
        export.is_clear and is_permitted(actor, Permission.APPROVE_EXPORT) and may_decide(actor, asker)
    )
    if actor.role is Role.SYSTEM or is_own(actor, asker) or may_agree:
        return export
    raise ExportUnknown


def targets_of(batch_id: UUID) -> list[str]:
    """What the rows of a batch became, in the file's order; without what was taken back."""
    rows = BatchRow.objects.filter(batch_id=batch_id, state=RowState.WRITTEN)
    return list(rows.order_by("round", "number").values_list("target", flat=True))
