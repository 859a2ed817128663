"""Taking a note, hearing the same again, withdrawing what was a mistake."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.gis.geos import Point
from django.db import IntegrityError, transaction

from jingwei.domains.concerns.contracts import ConcernNoted, ConcernOccasion
from jingwei.domains.concerns.models import Concern, Hearing
from jingwei.domains.concerns.queries.topics import topic_in_use
from jingwei.domains.concerns.rules.concerns import WITHDRAWN_WITHIN, may_withdraw, require_time
from jingwei.domains.concerns.rules.refusals import (
    ConcernAreaNeeded,
    ConcernIdTaken,
    ConcernMerged,
    ConcernNotFound,
    ConcernTakenUp,
    ConcernWithdrawn,
    NotYourConcern,
)
from jingwei.domains.concerns.rules.words import require_nobody
from jingwei.domains.concerns.services.counting import count_hearing, count_note
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.contracts import Place
from jingwei.foundation.areas.queries import area_by_code, locate
from jingwei.foundation.work import work
from jingwei.kernel.codes import Level, ancestor_codes
from jingwei.kernel.geo import Position


@dataclass(frozen=True, slots=True)
class NewConcern:
    """What was heard. ``concern_id`` is made by the client, so that sending it twice notes it once.

    Without a position it lies in ``area_code``, and without that in the area of whoever notes it.
    """

    concern_id: UUID
    topic_code: str
    occasion: ConcernOccasion
    heard_at: datetime
    position: Position | None = None
    area_code: str = ""
    address: str = ""
    words: str = ""


def note_concern(actor: Actor, new: NewConcern, *, at: datetime) -> Concern:
    """Note 记民情: a topic, a place, an occasion, and what it is about in words that name nobody.

    Raises: TopicUnknown, ConcernNamesSomebody, ConcernTimeOdd, ConcernAreaNeeded, OutsideCity, ConcernIdTaken.
    """
    with work(actor, Permission.NOTE_CONCERN) as job:
        known: Concern | None = Concern.objects.visible_to(actor).filter(pk=new.concern_id).first()
        if known is not None:
            if known.post_id != actor.post_id:
                raise ConcernIdTaken
            job.recorded_elsewhere()  # by the first of the two
            return known
        require_time(new.heard_at, at=at)
        require_nobody(new.words, place_zh="内容", place_en="What it is about")
        require_nobody(new.address, place_zh="地点说明", place_en="The place in words")
        topic = topic_in_use(new.topic_code)
        row = Concern(
            id=new.concern_id,
            topic_id=topic.code,
            words=new.words.strip(),
            address=new.address.strip(),
            occasion=new.occasion.value,
            heard_at=new.heard_at,
            noted_at=at,
            last_heard_at=new.heard_at,
            post_id=actor.post_id,
            unit_id=actor.unit_id,
        )
        _stand(row, actor, new)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:  # of a post that is out of sight
            raise ConcernIdTaken from None
        _hear(row, new.concern_id, actor, new.occasion, new.heard_at)
        count_note(row, notes=1)
        job.record_new(row, act="note", topic=topic.code)
        job.publish(ConcernNoted(row.pk, topic.code, row.scope_code, new.heard_at))
    return row


def hear_again(
    actor: Actor, concern_id: UUID, *, hearing_id: UUID, occasion: ConcernOccasion, at: datetime
) -> Concern:
    """Say that the same was heard again 也听到; sent twice it counts once. A merged note passes it to its head.

    Raises: ConcernNotFound, ConcernWithdrawn, ConcernIdTaken.
    """
    with work(actor, Permission.NOTE_CONCERN) as job:
        row = locked(actor, concern_id)
        if row.head_id is not None:
            raise ConcernMerged
        if row.withdrawn_at is not None:
            raise ConcernWithdrawn
        known = Hearing.objects.filter(pk=hearing_id).first()
        if known is not None:
            if known.concern_id != row.pk:
                raise ConcernIdTaken
            job.recorded_elsewhere()
            return row
        _hear(row, hearing_id, actor, occasion, at)
        row.times, row.times_all = row.times + 1, row.times_all + 1
        row.last_heard_at = max(row.last_heard_at, at)
        row.save(update_fields=["times", "times_all", "last_heard_at"])
        job.record(row, act="hear_again", times=row.times_all)
    return row


def withdraw_concern(actor: Actor, concern_id: UUID, *, reason: str, at: datetime) -> Concern:
    """Withdraw 撤回 what one's post noted by mistake, within a week; it counts no more.

    Raises: ConcernNotFound, NotYourConcern, ConcernTakenUp, ConcernMerged, ConcernNamesSomebody.
    """
    with work(actor, Permission.NOTE_CONCERN) as job:
        row = locked(actor, concern_id)
        require_nobody(reason, place_zh="原因", place_en="The reason")
        if row.is_taken_up:
            raise ConcernTakenUp(act_zh="撤回", act_en="withdraw it")
        if row.head_id is not None:
            raise ConcernMerged
        is_own = actor.post_id is not None and actor.post_id == row.post_id
        if not may_withdraw(is_own=is_own, noted_at=row.noted_at, times=row.times_all, at=at):
            raise NotYourConcern(days=WITHDRAWN_WITHIN.days)
        if row.withdrawn_at is None:
            row.withdrawn_at, row.withdrawn_reason = at, reason.strip()
            row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
            count_note(row, notes=-1)
            count_hearing(row, row.heard_at, heard=-1)
        job.record(row, act="withdraw")
    return row


def locked(actor: Actor, concern_id: UUID) -> Concern:
    """A note in sight, for changing it. Raises: ConcernNotFound."""
    for row in seen(actor, [concern_id]):
        return row
    raise ConcernNotFound


def seen(actor: Actor, concern_ids: Sequence[UUID]) -> list[Concern]:
    """Those that are in sight, locked in one order whoever asks which way round."""
    rows = Concern.objects.visible_to(actor).select_for_update(of=("self",))
    return list(rows.filter(pk__in=concern_ids).order_by("pk"))


def _hear(
    row: Concern, hearing_id: UUID, actor: Actor, occasion: ConcernOccasion, heard_at: datetime
) -> None:
    hearing = Hearing(
        id=hearing_id,
        concern=row,
        heard_at=heard_at,
        occasion=occasion.value,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
    )
    try:
        with transaction.atomic():
            hearing.save(force_insert=True)
    except IntegrityError:
        raise ConcernIdTaken from None
    count_hearing(row, heard_at, heard=1)


def _stand(row: Concern, actor: Actor, new: NewConcern) -> None:
    """Raises: OutsideCity, ConcernAreaNeeded; NotFound for an area that is not there."""
    given = new.position
    if given is not None:
        place = locate(given.lon, given.lat)
        row.position = Point(given.lon, given.lat, srid=4326)
        row.given_lon, row.given_lat = given.given_lon, given.given_lat
        row.datum, row.accuracy_m = given.datum.value, given.accuracy_m
    else:
        code = new.area_code or actor.area_code
        if len(code) < Level.COUNTY:
            raise ConcernAreaNeeded
        place = Place(area_code=area_by_code(code).code, special_grid_code=None)
    row.lie_in(ancestor_codes(place.area_code))
    row.special_grid_code = place.special_grid_code
