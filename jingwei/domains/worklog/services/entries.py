"""Recording what was settled, growing it to a work order, striking out what was a mistake."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.gis.geos import Point
from django.db import IntegrityError, transaction

from jingwei.domains.incidents.contracts import Channel
from jingwei.domains.incidents.services import NewReport, report_incident
from jingwei.domains.routing.queries import item_in_force
from jingwei.domains.worklog.models import LogEntry
from jingwei.domains.worklog.rules.entries import STRUCK_WITHIN, may_strike, require_time, words_of_order
from jingwei.domains.worklog.rules.refusals import (
    LogAreaNeeded,
    LogEntryGrown,
    LogEntryNotFound,
    LogEntryStruck,
    LogIdTaken,
    NotYourLogEntry,
)
from jingwei.domains.worklog.services.counting import count_entry
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.contracts import Place
from jingwei.foundation.areas.queries import area_by_code, locate
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, ancestor_codes
from jingwei.kernel.geo import Datum, Position


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What was settled. ``entry_id`` is made by the client, so that sending it twice records it once.

    Without a position it lies in ``area_code``, and without that in the recorder's own area.
    """

    entry_id: UUID
    item_code: str
    happened_at: datetime
    position: Position | None = None
    area_code: str = ""
    address: str = ""
    words: str = ""
    file_ids: tuple[UUID, ...] = ()
    origin: str = ""


def record_entry(actor: Actor, new: NewEntry, *, at: datetime) -> LogEntry:
    """Record 记一笔. Raises: ItemUnknown, LogTimeOdd, LogAreaNeeded, OutsideCity, NotAttachable, LogIdTaken."""
    with work(actor, Permission.RECORD_WORK) as job:
        known: LogEntry | None = LogEntry.objects.visible_to(actor).filter(pk=new.entry_id).first()
        if known is not None:
            if known.person_id != actor.person_id:
                raise LogIdTaken
            job.recorded_elsewhere()  # by the first of the two
            return known
        require_time(new.happened_at, at=at)
        item = item_in_force(new.item_code, on=local(new.happened_at).date())
        row = LogEntry(
            id=new.entry_id,
            item_code=item.item_code,
            item_name=item.item_name,
            class_name=item.class_name,
            words=new.words.strip(),
            address=new.address.strip(),
            happened_at=new.happened_at,
            recorded_at=at,
            person_id=actor.person_id,
            post_id=actor.post_id,
            unit_id=actor.unit_id,
            recorder_name=actor.name,
            file_ids=list(dict.fromkeys(new.file_ids)),
            origin=new.origin,
        )
        _stand(row, actor, new)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:  # of somebody who is out of sight
            raise LogIdTaken from None
        count_entry(row, entries=1)
        claim(actor, new.file_ids, at=at, target=row.pk)
        job.record_new(row, act="record", item=row.item_code)
    return row


def grow_entry(actor: Actor, entry_id: UUID, *, words: str, is_urgent: bool, at: datetime) -> LogEntry:
    """Let an entry become a work order 转工单: an incident under the entry's own id, with its place, item and photos.

    Photos go along where their owner grows it; they stay with the entry in any case. Growing it again changes nothing.
    Raises: LogEntryNotFound, LogEntryStruck, and whatever a report may refuse.
    """
    with work(actor, Permission.RECORD_WORK) as job:
        row = _locked(actor, entry_id)
        if row.incident_id is not None:
            job.recorded_elsewhere()
            return row
        if row.struck_at is not None:
            raise LogEntryStruck
        is_own = actor.person_id is not None and actor.person_id == row.person_id
        receipt = report_incident(
            actor,
            NewReport(
                incident_id=row.pk,
                title=row.item_name,
                words=words_of_order(row.item_name, row.words, words),
                reported_at=at,
                position=_position(row),
                area_code=row.scope_code,
                address=row.address,
                item_code=row.item_code,
                is_urgent=is_urgent,
                file_ids=tuple(row.file_ids) if is_own else (),
                channel=Channel.WORK_LOG,
            ),
            at=at,
        )
        row.incident_id, row.receipt_no = receipt.incident_id, receipt.receipt_no
        row.grown_at, row.grown_by_name = at, actor.name
        row.save(update_fields=["incident", "receipt_no", "grown_at", "grown_by_name"])
        count_entry(row, grown=1)
        job.record(row, act="grow", receipt_no=receipt.receipt_no)
    return row


def strike_entry(actor: Actor, entry_id: UUID, *, reason: str, at: datetime) -> LogEntry:
    """Strike out 划掉 what was recorded by mistake: by whoever recorded it, within a week; it counts no more.

    Raises: LogEntryNotFound, NotYourLogEntry, LogEntryGrown.
    """
    with work(actor, Permission.RECORD_WORK) as job:
        row = _locked(actor, entry_id)
        is_recorder = actor.person_id is not None and actor.person_id == row.person_id
        if not may_strike(is_recorder=is_recorder, recorded_at=row.recorded_at, at=at):
            raise NotYourLogEntry(days=STRUCK_WITHIN.days)
        if row.incident_id is not None:
            raise LogEntryGrown(receipt_no=row.receipt_no)
        if row.struck_at is None:
            row.struck_at, row.struck_reason = at, reason.strip()
            row.save(update_fields=["struck_at", "struck_reason"])
            count_entry(row, entries=-1)
        job.record(row, act="strike", reason=reason)
    return row


def _locked(actor: Actor, entry_id: UUID) -> LogEntry:
    rows = LogEntry.objects.visible_to(actor).select_for_update(of=("self",))
    row: LogEntry | None = rows.filter(pk=entry_id).first()
    if row is None:
        raise LogEntryNotFound
    return row


def _stand(row: LogEntry, actor: Actor, new: NewEntry) -> None:
    """Raises: OutsideCity, LogAreaNeeded; NotFound for an area that is not there."""
    given = new.position
    if given is not None:
        place = locate(given.lon, given.lat)
        row.position = Point(given.lon, given.lat, srid=4326)
        row.given_lon, row.given_lat = given.given_lon, given.given_lat
        row.datum, row.accuracy_m = given.datum.value, given.accuracy_m
    else:
        code = new.area_code or actor.area_code
        if len(code) < Level.COUNTY:
            raise LogAreaNeeded
        place = Place(area_code=area_by_code(code).code, special_grid_code=None)
    row.lie_in(ancestor_codes(place.area_code))
    row.special_grid_code = place.special_grid_code


def _position(row: LogEntry) -> Position | None:
    """As it was measured; converted once, when it was recorded."""
    if row.position is None or row.given_lon is None or row.given_lat is None:
        return None
    return Position(
        row.position.x, row.position.y, row.given_lon, row.given_lat, Datum(row.datum), row.accuracy_m
    )
