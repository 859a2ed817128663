"""Closed, struck off, moved away, opened again; moved to another place of the city, out of one's area too."""

from datetime import date, datetime
from uuid import UUID

from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.domains.organisations.models import Key, Organisation
from jingwei.domains.organisations.rules.refusals import (
    DayBefore,
    DayInFuture,
    OrganisationMerged,
    SameStatus,
    StatusReasonNeeded,
)
from jingwei.domains.organisations.rules.words import STATUS_WORDS
from jingwei.domains.organisations.services.changing import locked
from jingwei.domains.organisations.services.codes import REGISTRAR, require_free
from jingwei.domains.organisations.services.placing import PLACE_COLUMNS, PlaceGiven, placed, put
from jingwei.domains.organisations.services.registering import line, rekey
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.services.recording import see_again
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local

LEAST_REASON = 2
STATUS_COLUMNS = (
    *("status", "status_on", "ended_at", "end_reason"),
    *("seen_at", "due_on", "version", "changed_at", "source"),
)


def set_status(
    actor: Actor,
    organisation_id: UUID,
    status: OrganisationStatus,
    *,
    on: date,
    reason: str,
    version: int,
    source: str = "desk",
    at: datetime,
) -> Organisation:
    """How it stands from a day on. Whatever is not open is found no more by words, and opens again with all it had.

    Raises: OrganisationNotFound, StaleVersion, SameStatus, OrganisationMerged, StatusReasonNeeded, DayInFuture,
    DayBefore, CodeHere, CodeElsewhere.
    """
    is_open, today = status is OrganisationStatus.OPEN, local(at).date()
    with work(actor, Permission.KEEP_ORGANISATIONS) as job:
        row = locked(actor, organisation_id, version=version, is_open=False)
        if row.merged_into_id is not None:
            raise OrganisationMerged(name=row.name)
        if row.status == status:
            raise SameStatus(
                name=row.name, status=STATUS_WORDS[status][0], status_en=STATUS_WORDS[status][1].lower()
            )
        if not is_open and len(reason.strip()) < LEAST_REASON:
            raise StatusReasonNeeded
        if on > today:
            raise DayInFuture(today=today)
        if row.status_on is not None and on < row.status_on:
            raise DayBefore(status_on=row.status_on)
        told: dict[str, list[object]] = {"status": [row.status, status.value]}
        row.source = source
        row.version, row.changed_at = row.version + 1, at
        row.status, row.status_on, row.end_reason = status.value, on, "" if is_open else reason.strip()[:200]
        row.ended_at = None if is_open else at
        if is_open:
            require_free(actor, row.credit_code, but=row.pk)
            see_again(row, OrganisationKind(row.kind).form_kind, at=at)
        else:
            row.due_on = None
        row.save(update_fields=list(STATUS_COLUMNS))
        if is_open:
            rekey(row)
        else:
            Key.objects.filter(organisation_id=row.pk).delete()
        deed = RecordDeed.RESTORED if is_open else RecordDeed.ENDED
        line(actor, row, deed, at=at, remark=reason, facts=told).save(force_insert=True)
        job.record(row, act="restore" if is_open else "end", to=status.value)
    return row


def move_organisation(
    actor: Actor,
    organisation_id: UUID,
    place: PlaceGiven,
    *,
    version: int,
    remark: str,
    source: str = "desk",
    at: datetime,
) -> Organisation:
    """It is somewhere else in the city now; outside one's area it leaves one's sight, with its history.

    Raises: OrganisationNotFound, StaleVersion, NotOpen, PlaceMissing, OutsideCity.
    """
    with work(actor, Permission.KEEP_ORGANISATIONS) as job:
        row = locked(actor, organisation_id, version=version)
        there = placed(actor, place, is_anywhere=True)
        told: dict[str, list[object]] = {"address": [row.address, there.address]}
        job.record(row, act="move", to=there.codes.scope)
        with eyes(REGISTRAR):  # where it goes may be out of the actor's sight, and the row with it
            put(row, there)
            row.version, row.changed_at, row.source = row.version + 1, at, source
            see_again(row, OrganisationKind(row.kind).form_kind, at=at)
            row.save(update_fields=[*PLACE_COLUMNS, "version", "changed_at", "source", "seen_at", "due_on"])
            rekey(row)
            line(actor, row, RecordDeed.MOVED, at=at, remark=remark, facts=told).save(force_insert=True)
    return row
