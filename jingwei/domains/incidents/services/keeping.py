"""The end of what closed matters keep of people: numbers, names, voices, pictures; not while records are preserved."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from jingwei.domains.incidents.models import Attachment, Incident, Preservation
from jingwei.domains.incidents.queries.matter import incident_for
from jingwei.domains.incidents.rules.keeping import (
    KEPT_BY_KIND,
    REPORTER_KEPT,
    AlreadyPreserved,
    NotPreserved,
    require_end,
)
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.files.contracts import FileKind
from jingwei.foundation.files.services.removing import of_kinds, remove_content
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7

KEEPER = system_actor("办结资料到期清理")
AT_ONCE = 500
NOTHING = {
    "reporter_name_sealed": None,
    "reporter_phone_sealed": None,
    "reporter_phone_index": None,
    "reporter_phone_tail": None,
}
HAS_CONTACT = Q(reporter_phone_sealed__isnull=False) | Q(reporter_name_sealed__isnull=False)


def preserve_records(
    actor: Actor, incident_id: UUID, *, reason: str, until: datetime, at: datetime
) -> Preservation:
    """Keep everything of a matter until a day, whatever its periods say. Raises: NotFound, AlreadyPreserved, PreservationTooLong."""
    require_end(until, at=at)
    with work(actor, Permission.PRESERVE_RECORDS) as job:
        incident = incident_for(actor, incident_id)
        _end_lapsed(incident_id, at=at)
        present = Preservation.objects.filter(incident_id=incident_id, ended_at=None).first()
        if present is not None:
            raise AlreadyPreserved(by_name=present.by_name, until=local(present.until_at).date().isoformat())
        kept = Preservation(
            id=uuid7(),
            incident_id=incident_id,
            since_at=at,
            by_name=actor.name,
            by_post_id=actor.post_id,
            reason=reason.strip(),
            until_at=until,
        )
        kept.save(force_insert=True)
        job.record(incident, act="preserve", until=until.isoformat(), reason=kept.reason)
    return kept


def end_preservation(actor: Actor, incident_id: UUID, *, reason: str, at: datetime) -> None:
    """Let the periods count again. Raises: NotFound, NotPreserved."""
    with work(actor, Permission.PRESERVE_RECORDS) as job:
        incident = incident_for(actor, incident_id)
        ended = Preservation.objects.filter(incident_id=incident_id, ended_at=None, until_at__gt=at).update(
            ended_at=at, ended_by_name=actor.name, end_reason=reason.strip()
        )
        if not ended:
            raise NotPreserved
        job.record(incident, act="end_preservation", reason=reason.strip())


def forget_reporters(*, at: datetime) -> int:
    """Erase names and numbers of who reported, two years after closing, with what they were found by. Returns how many."""
    gone = 0
    while True:
        with work(KEEPER, Permission.SWEEP_CLOCKS) as job:
            due = _reporters_due(at).select_for_update(of=("self",), skip_locked=True)
            ids = list(due.order_by("closed_at").values_list("pk", flat=True)[:AT_ONCE])
            Incident.objects.unscoped("what closed matters keep past its period").filter(pk__in=ids).update(
                **NOTHING
            )
            if ids:
                job.record_own("incidents.incident:old", act="forget_reporters", count=len(ids))
            else:
                job.recorded_elsewhere()
        gone += len(ids)
        if len(ids) < AT_ONCE:
            return gone


def overdue_reporters(*, at: datetime) -> int:
    return _reporters_due(at).count()


def remove_voices(*, at: datetime) -> int:
    """Remove recorded voices half a year after closing. Returns how many."""
    return _remove([FileKind.VOICE], at=at)


def overdue_voices(*, at: datetime) -> int:
    return sum(len(some) for some in _files_due([FileKind.VOICE], at=at))


def remove_pictures(*, at: datetime) -> int:
    """Remove photos and videos three years after closing. Returns how many."""
    return _remove([FileKind.PHOTO, FileKind.VIDEO], at=at)


def overdue_pictures(*, at: datetime) -> int:
    return sum(len(some) for some in _files_due([FileKind.PHOTO, FileKind.VIDEO], at=at))


def _closed_before(moment: datetime, *, at: datetime) -> "QuerySet[Incident]":
    """Matters closed so long ago whose records nobody preserves."""
    preserved = Preservation.objects.filter(incident_id=OuterRef("pk"), ended_at=None, until_at__gt=at)
    closed = Incident.objects.unscoped("what closed matters keep past its period").filter(
        closed_at__lt=moment
    )
    return closed.filter(~Exists(preserved))  # type: ignore[no-any-return]


def _reporters_due(at: datetime) -> "QuerySet[Incident]":
    return _closed_before(at - REPORTER_KEPT, at=at).filter(HAS_CONTACT)


def _remove(kinds: Sequence[FileKind], *, at: datetime) -> int:
    return sum(remove_content(KEEPER, some, at=at) for some in list(_files_due(kinds, at=at)))


def _files_due(kinds: Sequence[FileKind], *, at: datetime) -> Iterator[list[UUID]]:
    """Files of some kinds, of one period, past it; at most so many at once."""
    (period,) = {KEPT_BY_KIND[kind] for kind in kinds}
    last = UUID(int=0)
    while True:
        with eyes(KEEPER):
            due = _closed_before(at - period, at=at).filter(pk=OuterRef("incident_id"))
            rows = Attachment.objects.filter(Exists(due), file_id__gt=last).order_by("file_id")
            some = list(rows.values_list("file_id", flat=True)[:AT_ONCE])
        if not some:
            return
        last = some[-1]
        wanted = of_kinds(KEEPER, some, kinds)
        if wanted:
            yield wanted


def _end_lapsed(incident_id: UUID, *, at: datetime) -> None:
    """One whose day has come makes room for another."""
    Preservation.objects.filter(incident_id=incident_id, ended_at=None, until_at__lte=at).update(
        ended_at=at, end_reason="到期"
    )
