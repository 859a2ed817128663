"""How watches stand. The table is the machine's alone: callers have shown before that their subject may be seen."""

from collections.abc import Iterable
from uuid import UUID

from jingwei.domains.clocks.contracts import Owed, WatchState
from jingwei.domains.clocks.models import Watch
from jingwei.foundation.access.contracts import system_actor
from jingwei.foundation.scoping import eyes

WATCH_KEEPER = system_actor("时限程序")


def watch_of(kind: str, subject_id: UUID) -> WatchState | None:
    """The latest watch of a subject, ended or not."""
    return watches_of(kind, [subject_id]).get(subject_id)


def watches_of(kind: str, subject_ids: Iterable[UUID]) -> dict[UUID, WatchState]:
    """The latest watch of each subject, in one statement."""
    with eyes(WATCH_KEEPER):
        rows = Watch.objects.filter(kind=kind, subject_id__in=list(subject_ids)).order_by("started_at", "id")
        return {row.subject_id: state_of(row) for row in rows}


def state_of(row: Watch) -> WatchState:
    """A watch as others see it."""
    is_late = row.is_overdue or (
        row.ended_at is not None and row.due_at is not None and row.ended_at > row.due_at
    )
    return WatchState(
        kind=row.kind,
        subject_id=row.subject_id,
        owed=Owed(unit_id=row.unit_id, post_id=row.post_id),
        started_at=row.started_at,
        limit=row.limit,
        due_at=row.due_at,
        warn_at=row.warn_at,
        is_provisional=row.is_provisional,
        paused_at=row.paused_at,
        ended_at=row.ended_at,
        outcome=row.outcome,
        is_late=is_late,
    )
