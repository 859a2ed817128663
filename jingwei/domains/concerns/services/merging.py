"""The same, noted twice: merged into one that counts how often it was heard, and separated again."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.concerns.models import Concern
from jingwei.domains.concerns.queries.topics import CLASS_DIGITS
from jingwei.domains.concerns.rules.refusals import (
    ConcernHoldsOthers,
    ConcernMerged,
    ConcernNotFound,
    ConcernNotMerged,
    ConcernsNotAlike,
    ConcernTakenUp,
    ConcernTargetUnknown,
    ConcernWithdrawn,
)
from jingwei.domains.concerns.services.counting import count_note
from jingwei.domains.concerns.services.noting import locked, seen
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work


def merge_concern(actor: Actor, concern_id: UUID, *, into_id: UUID, at: datetime) -> Concern:
    """Merge a note into another of the same class of topics; both must be in sight. Done twice it is done once.

    Raises: ConcernNotFound, ConcernTargetUnknown, ConcernsNotAlike, ConcernMerged, ConcernHoldsOthers, ConcernTakenUp,
    ConcernWithdrawn.
    """
    with work(actor, Permission.NOTE_CONCERN) as job:
        row, head = _both(actor, concern_id, into_id)
        if row.head_id == head.pk:
            job.recorded_elsewhere()
            return row
        if row.head_id is not None or head.head_id is not None:
            raise ConcernMerged
        if row.withdrawn_at is not None or head.withdrawn_at is not None:
            raise ConcernWithdrawn
        if row.is_taken_up:
            raise ConcernTakenUp(act_zh="并入别的", act_en="merge it")
        if row.times_all > row.times:
            raise ConcernHoldsOthers
        row.head = head
        row.save(update_fields=["head"])
        head.times_all += row.times
        head.last_heard_at = max(head.last_heard_at, row.last_heard_at)
        head.save(update_fields=["times_all", "last_heard_at"])
        count_note(row, notes=-1)
        job.record(row, act="merge", into=str(head.pk))
    return row


def separate_concern(actor: Actor, concern_id: UUID, *, at: datetime) -> Concern:
    """Separate 拆开 a note that was merged by mistake. Raises: ConcernNotFound, ConcernNotMerged."""
    with work(actor, Permission.NOTE_CONCERN) as job:
        row = locked(actor, concern_id)
        if row.head_id is None:
            raise ConcernNotMerged
        row, head = _both(actor, concern_id, row.head_id)
        row.head = None
        row.save(update_fields=["head"])
        head.times_all -= row.times
        head.save(update_fields=["times_all"])
        count_note(row, notes=1)
        job.record(row, act="separate", out_of=str(head.pk))
    return row


def _both(actor: Actor, concern_id: UUID, other_id: UUID) -> tuple[Concern, Concern]:
    """Locked in one order, whoever merges which way round. Raises: ConcernNotFound, ConcernTargetUnknown, ConcernsNotAlike."""
    found = {one.pk: one for one in seen(actor, [concern_id, other_id])}
    row, other = found.get(concern_id), found.get(other_id)
    if row is None:
        raise ConcernNotFound
    if other is None:
        raise ConcernTargetUnknown
    if row.pk == other.pk or row.topic_id[:CLASS_DIGITS] != other.topic_id[:CLASS_DIGITS]:
        raise ConcernsNotAlike
    return row, other
