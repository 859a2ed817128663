"""Reads of batches. Row-level security shows a batch to its post, its unit and the system."""

from collections.abc import Sequence
from uuid import UUID

from django.conf import settings
from django.db.models.functions import Coalesce

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.imports.contracts import Fault
from jingwei.foundation.imports.models import Batch, BatchRow, Mapping
from jingwei.foundation.imports.rules.lifecycle import BatchState, RowState
from jingwei.foundation.imports.rules.refusals import BatchUnknown
from jingwei.foundation.imports.rules.rows import faults_from_text
from jingwei.kernel.crypto import decrypt
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50
FAULTS_FIELD = "imports.faults"


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


def keeper_of(actor: Actor) -> UUID | None:
    """Who remembers a mapping: the unit whose affairs the actor shares, else the post."""
    return actor.sharing_unit_id or actor.post_id or actor.person_id


def opened_faults(sealed: bytes | memoryview | None) -> list[Fault]:
    if sealed is None:
        return []
    return faults_from_text(decrypt(settings.FIELD_KEY, bytes(sealed), field=FAULTS_FIELD))


def targets_of(batch_id: UUID) -> list[str]:
    """What the rows of a batch became, in the file's order; without what was taken back."""
    rows = BatchRow.objects.filter(batch_id=batch_id, state=RowState.WRITTEN)
    return list(rows.order_by("round", "number").values_list("target", flat=True))
