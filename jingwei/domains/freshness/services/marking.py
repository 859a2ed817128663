"""At the door: confirmed unchanged, or nobody at home."""

from collections import defaultdict
from collections.abc import Collection as Some
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.freshness.contracts import ItemState
from jingwei.domains.freshness.models import Collection, Item
from jingwei.domains.freshness.queries.kinds import fresh_kinds, standing_of
from jingwei.domains.freshness.rules.batching import SOME_DAYS
from jingwei.domains.freshness.rules.refusals import CollectionNotFound, NothingMarked
from jingwei.domains.freshness.services.planning import by_kind, is_still_due
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.clock import local

SOURCE = "visit"
"""Where the word came from, in the history of every record: somebody stood at the door."""
MARKABLE = (int(ItemState.OPEN), int(ItemState.ABSENT))


def confirm_items(actor: Actor, collection_id: UUID, item_ids: Some[UUID], *, at: datetime) -> int:
    """They were looked at and nothing has changed: each record says so itself. Returns how many.

    What was confirmed or changed elsewhere meanwhile leaves the task, and is not confirmed again.
    Raises: CollectionNotFound, NothingMarked; and what the records' own confirming raises.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        row, items = _locked(actor, collection_id, item_ids)
        standing = standing_of(actor, by_kind(items))
        on = local(at).date()
        due: dict[str, list[UUID]] = defaultdict(list)
        for item in items:
            is_due = is_still_due(item, row, standing.get((item.kind, item.record_id)), on=on)
            if is_due:
                due[item.kind].append(item.record_id)
            item.state = int(ItemState.CONFIRMED if is_due else ItemState.LEFT)
            item.marked_at, item.again_on, item.post_id = at, None, actor.post_id
        for key, ids in due.items():
            fresh_kinds()[key].confirm(actor, ids, source=SOURCE, at=at)
        Item.objects.bulk_update(items, ["state", "marked_at", "again_on", "post_id"])
        confirmed = sum(len(ids) for ids in due.values())
        job.record(row, act="confirm", confirmed=confirmed)
    return confirmed


def note_absence(actor: Actor, collection_id: UUID, item_ids: Some[UUID], *, at: datetime) -> int:
    """Nobody was at home: they are gone round for again in some days, and nothing counts as confirmed.

    Raises: CollectionNotFound, NothingMarked.
    """
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        row, items = _locked(actor, collection_id, item_ids)
        for item in items:
            item.state = int(ItemState.ABSENT)
            item.marked_at, item.post_id = at, actor.post_id
            item.again_on = local(at).date() + timedelta(days=SOME_DAYS)
        Item.objects.bulk_update(items, ["state", "marked_at", "again_on", "post_id"])
        job.record(row, act="nobody_home", records=len(items))
    return len(items)


def _locked(actor: Actor, collection_id: UUID, item_ids: Some[UUID]) -> tuple[Collection, list[Item]]:
    """Raises: CollectionNotFound, NothingMarked."""
    rows = Collection.objects.visible_to(actor).select_for_update(of=("self",))
    row: Collection | None = rows.filter(pk=collection_id, closed_at=None).first()
    if row is None:
        raise CollectionNotFound
    items = list(
        Item.objects.filter(collection_id=row.pk, pk__in=set(item_ids), state__in=MARKABLE).order_by("pk")
    )
    if not items:
        raise NothingMarked
    return row, items
