"""Marked sources and what is held because of them: marking, lifting, and the second person's look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import F
from psycopg import RawCursor

from jingwei.domains.incidents.contracts import Channel, IncidentReported
from jingwei.domains.incidents.models import Hold, Incident, Mark, Source
from jingwei.domains.incidents.rules.holding import (
    MARKS_KEPT,
    SOURCES_KEPT,
    CannotDismiss,
    MarkEnded,
    NoSource,
    NotHeld,
    Outcome,
    SourceKind,
    held_until,
    require_length,
    require_reason,
    require_second,
)
from jingwei.domains.incidents.services.callers import telephone_index_of_sealed
from jingwei.domains.incidents.services.centre import void_incident
from jingwei.domains.incidents.services.course import add_participant, locked, start_stage
from jingwei.domains.incidents.services.guarding import Sender
from jingwei.domains.incidents.services.showing import show_live
from jingwei.foundation.access.contracts import Actor, Permission, Role, system_actor
from jingwei.foundation.access.queries import centre_for, is_permitted, phone_of_resident
from jingwei.foundation.administration.contracts import RESIDENT_PHONE
from jingwei.foundation.live.contracts import Kind, ToArea
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.codes import level_of
from jingwei.kernel.crypto import blind_index
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7

GUARD = system_actor("来源复核")
MARK_ON = "select mark_id, marked_by, are_phones_marked from jw_mark_on($1::bytea[], $2::timestamptz)"
NO_SOURCE: dict[str, Any] = {"source_id": None, "source_device": None, "source_address": None}
"""What ``INTAKE`` is given for a report that nothing is known of, or that is a tip."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The mark that a report's source carries, as far as intake needs it."""

    mark_id: UUID
    marked_by_id: UUID | None


def mark_on(actor: Actor, sender: Sender, phone_index: bytes | None, *, at: datetime) -> Marked | None:
    """The mark on any source of this report: device, address (of people without an account), telephone."""
    keys = [digest_of(SourceKind.DEVICE, sender.device)] if sender.device else []
    if sender.address and actor.person_id is None:
        keys.append(digest_of(SourceKind.ADDRESS, sender.address))
    if phone_index is not None:
        keys.append(phone_index)
    if not keys and actor.person_id is None:
        return None
    found, are_phones_marked = _marked(keys, at)
    if found is None and are_phones_marked and actor.role is Role.RESIDENT:
        with eyes(GUARD):
            sealed = phone_of_resident(actor.person_id)
        if sealed is not None:
            found, _ = _marked([telephone_index_of_sealed(RESIDENT_PHONE, sealed)], at)
    return found


def _marked(keys: list[bytes], at: datetime) -> tuple[Marked | None, bool]:
    """The oldest running mark on any of them, and whether anybody's telephone is marked at all.

    One look by a definer function, outside any transaction: nearly no report has a marked source.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors, RawCursor(connection.connection) as cursor:
        cursor.execute(MARK_ON, [keys, at], prepare=True)
        row = cursor.fetchone()
    assert row is not None
    mark_id, marked_by, are_phones_marked = row
    return (Marked(mark_id, marked_by) if mark_id else None), are_phones_marked


def source_row(sender: Sender, *, is_anonymous: bool) -> dict[str, Any]:
    """Digests of where a report came from, stored with it and kept for a week, so that it could be marked.

    Of an anonymous report the device alone, a random number: an address could be found again by trying them all.
    """
    device = digest_of(SourceKind.DEVICE, sender.device) if sender.device else None
    address = digest_of(SourceKind.ADDRESS, sender.address) if sender.address and not is_anonymous else None
    if device is None and address is None:
        return NO_SOURCE
    return {"source_id": uuid7(), "source_device": device, "source_address": address}


def hold(
    job: Work,
    incident_id: UUID,
    marked: Marked,
    *,
    centre_area: str,
    floor: int,
    is_danger: bool,
    reported_at: datetime,
    at: datetime,
) -> None:
    """Write beside a report that it is held, or that it was passed on because it speaks of danger.

    The centre above gets a part in it, so that there is a second person where the first centre has one.
    """
    row = Hold(
        id=uuid7(),
        incident_id=incident_id,
        mark_id=marked.mark_id,
        marked_by_id=marked.marked_by_id,
        floor=floor,
        held_at=at,
        until_at=held_until(at),
        ended_at=at if is_danger else None,
        outcome=Outcome.PASSED.value if is_danger else "",
    )
    Hold.objects.bulk_create([row])
    level = level_of(centre_area).above
    above = centre_for(centre_area, level=level) if level and not is_danger else None
    if above is not None:
        stub = Incident(id=incident_id, reported_at=reported_at)
        add_participant(stub, "reviewer", unit_id=above.unit_id, at=at)
    if not is_danger:
        with eyes(GUARD):
            Mark.objects.filter(pk=marked.mark_id).update(held_count=F("held_count") + 1)
    job.record_own(
        f"incidents.incident:{incident_id}",
        act="pass_on" if is_danger else "hold",
        mark=str(marked.mark_id),
    )


def mark_source(
    actor: Actor,
    incident_id: UUID,
    *,
    kinds: Sequence[SourceKind],
    lasts: timedelta,
    reason: str,
    at: datetime,
) -> list[Mark]:
    """Mark 标记 where a report came from: its next reports wait for a second person's look.

    Whose device or address it is stays unknown, also to who marks it.
    Raises: NotFound, NoSource, MarkTooLong, MarkReasonMissing.
    """
    with work(actor, Permission.MARK_SOURCE) as job:
        incident = locked(actor, incident_id)
        reason = require_reason(reason)
        for kind in kinds:
            require_length(kind, lasts)
        keys = _sources_of(incident)
        if incident.channel == Channel.TIP.value or not set(kinds) <= keys.keys():
            raise NoSource(days=SOURCES_KEPT.days)
        marks = [
            Mark(
                id=uuid7(),
                kind=kind.value,
                key=keys[kind],
                area_code=actor.scope,
                incident_id=incident_id,
                receipt_no=incident.receipt_no,
                reason=reason,
                marked_at=at,
                expires_at=at + lasts,
                person_id=actor.person_id,
                post_id=actor.post_id,
                marked_by=actor.name,
            )
            for kind in dict.fromkeys(kinds)
        ]
        Mark.objects.bulk_create(marks)
        job.record(
            incident,
            act="mark_source",
            kinds=[one.kind for one in marks],
            hours=lasts.total_seconds() / 3600,
            reason=reason,
        )
    return marks


def markable(incident: Incident) -> list[SourceKind]:
    """Which kinds of source are known of a report; never of a tip. Needs eyes that see it."""
    return [] if incident.channel == Channel.TIP.value else list(_sources_of(incident))


def lift_mark(actor: Actor, mark_id: UUID, *, reason: str, at: datetime) -> Mark:
    """Lift 解除 a mark before its end. Raises: NotFound, MarkEnded, MarkReasonMissing."""
    with work(actor, Permission.MARK_SOURCE) as job:
        row = Mark.objects.filter(pk=mark_id, area_code__startswith=actor.scope).first()
        if row is None or not actor.scope:
            raise NotFound
        reason = require_reason(reason)
        if row.lifted_at is not None or row.expires_at <= at:
            raise MarkEnded
        row.lifted_at, row.lifted_by, row.lifted_why = at, actor.name, reason
        row.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
        job.record_in_area(f"incidents.mark:{mark_id}", row.area_code, act="lift_mark", reason=reason)
    return row


def release_held(actor: Actor, incident_id: UUID, *, at: datetime) -> Incident:
    """Release 转坐席: the desk gets it as if it had come just now. Raises: NotFound, NotHeld, SecondPersonNeeded."""
    with work(actor, Permission.REVIEW_HELD) as job:
        incident, row = _reviewed(actor, incident_id)
        _end(job, incident, row, Outcome.RELEASED, actor, at)
    return incident


def dismiss_held(actor: Actor, incident_id: UUID, *, remark: str, at: datetime) -> Incident:
    """Dismiss 作废 after the second look, with the reason that its reporter reads.

    Raises: NotFound, NotHeld, SecondPersonNeeded, CannotDismiss, RemarkMissing.
    """
    with eyes(actor):
        with work(actor, Permission.REVIEW_HELD) as job:
            incident, row = _reviewed(actor, incident_id)
            if not may_dismiss(actor, incident):
                raise CannotDismiss
            _end(job, incident, row, Outcome.DISMISSED, actor, at)
        return void_incident(actor, incident_id, remark=remark, at=at)


def may_dismiss(actor: Actor, incident: Incident) -> bool:
    """Whether it is up to the actor to void it: the desk of the centre in charge."""
    return incident.centre_id == actor.unit_id and is_permitted(actor, Permission.VOID_INCIDENT)


def release_forgotten(*, at: datetime) -> int:
    """Give to the desk what nobody has looked at within a day; returns how many."""
    with eyes(GUARD):
        late = list(
            Hold.objects.filter(ended_at=None, until_at__lte=at).values_list("incident_id", flat=True)
        )
    for incident_id in late:
        with work(GUARD, Permission.REVIEW_HELD) as job:
            incident = locked(GUARD, incident_id)
            row = Hold.objects.filter(incident_id=incident_id, ended_at=None).first()
            if row is not None:
                _end(job, incident, row, Outcome.EXPIRED, GUARD, at)
            else:
                job.record(incident, act="held_no_more")
    return len(late)


def forget_sources(*, at: datetime) -> int:
    """Delete digests of sources after a week, and marks a year after their end. Returns how many."""
    with eyes(GUARD):
        gone = Source.objects.filter(at__lt=at - SOURCES_KEPT).delete()[0]
        return int(gone + Mark.objects.filter(expires_at__lt=at - MARKS_KEPT).delete()[0])


def digest_of(kind: SourceKind, value: str) -> bytes:
    """What is kept of a device or an address."""
    return blind_index(settings.INDEX_KEY, value, field=f"incidents.source.{kind.value}")


def _sources_of(incident: Incident) -> dict[SourceKind, bytes]:
    with eyes(GUARD):
        row = Source.objects.filter(incident_id=incident.pk).first()
    known = {
        SourceKind.DEVICE: row.device if row else None,
        SourceKind.ADDRESS: row.address if row else None,
        SourceKind.PHONE: incident.reporter_phone_index,
    }
    return {kind: bytes(key) for kind, key in known.items() if key is not None}


def _reviewed(actor: Actor, incident_id: UUID) -> tuple[Incident, Hold]:
    incident = locked(actor, incident_id)
    row = Hold.objects.filter(incident_id=incident_id, ended_at=None).first()
    if row is None:
        raise NotHeld
    require_second(actor.person_id, row.marked_by_id)
    return incident, row


def _end(job: Work, incident: Incident, row: Hold, outcome: Outcome, actor: Actor, at: datetime) -> None:
    row.ended_at, row.outcome = at, outcome.value
    row.person_id, row.post_id, row.ended_by = actor.person_id, actor.post_id, actor.name
    row.save(update_fields=["ended_at", "outcome", "person_id", "post_id", "ended_by"])
    incident.sight_floor = row.floor
    start_stage(incident, at=at)
    incident.save(force_update=True)
    job.record(incident, act="review_held", outcome=outcome.value)
    if outcome is Outcome.DISMISSED:
        return
    job.publish(
        IncidentReported(
            incident_id=incident.pk,
            centre_id=incident.centre_id,
            scope_code=incident.scope_code,
            is_urgent=incident.is_urgent,
        )
    )
    show_live(incident.pk)
    tell(Kind.INBOX, ToArea(incident.scope_code, incident.sight_floor))
