"""The whistle 吹哨报到: a centre calls, units come, what came of it is written down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.gis.geos import Point

from jingwei.domains.clocks.contracts import CalendarTime, NewWatch, Owed
from jingwei.domains.clocks.services.watches import start_watch, stop_watch
from jingwei.domains.joint.contracts import Happening, JointHappened, WhistleEnd
from jingwei.domains.joint.models import Summons, Whistle
from jingwei.domains.joint.queries.whistles import whistle_for
from jingwei.domains.joint.rules.arriving import require_meet_time, require_there
from jingwei.domains.joint.rules.refusals import ArrivedAlready, NotCalled, PlaceElsewhere, WhistleOver
from jingwei.domains.joint.services.calling import columns_of, matter_named, require_caller, units_called
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import locate
from jingwei.foundation.work import Work, work
from jingwei.kernel.codes import lies_within
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7

ARRIVAL = "joint.arrival"
"""The watch on each unit that was called: it is warned before the time to meet, and told of when it is over."""


@dataclass(frozen=True, slots=True)
class NewWhistle:
    """Whom a centre calls, where to, by when and what for."""

    words: str
    place: str
    position: Position
    radius_m: int
    meet_at: datetime
    unit_ids: Sequence[UUID]
    incident_id: UUID | None = None


def call_whistle(actor: Actor, new: NewWhistle, *, at: datetime) -> Whistle:
    """Call 吹哨 units to a place of one's own area.

    Raises: MeetTimeWrong, PlaceElsewhere, OutsideCity, UnitsWrong, MatterHidden.
    """
    require_meet_time(new.meet_at, at=at)
    with work(actor, Permission.CALL_JOINT) as job:
        place = locate(new.position.lon, new.position.lat)
        if not lies_within(place.area_code, actor.area_code):
            raise PlaceElsewhere
        units = units_called(actor, new.unit_ids)
        matter = matter_named(actor, new.incident_id)
        whistle = Whistle(
            **columns_of(actor, place.area_code, [one.unit_id for one in units], at=at),
            incident_id=matter.incident_id if matter else None,
            words=new.words.strip(),
            place=new.place.strip(),
            position=Point(new.position.lon, new.position.lat, srid=4326),
            radius_m=new.radius_m,
            meet_at=new.meet_at,
        )
        whistle.save(force_insert=True)
        called = [Summons(id=uuid7(), whistle_id=whistle.pk, unit_id=one.unit_id) for one in units]
        Summons.objects.bulk_create(called)
        for one in called:
            _watch(whistle, one, at=at)
        job.record_new(whistle, act="whistle", units=[str(one.unit_id) for one in units], meet_at=new.meet_at)
        job.publish(JointHappened(Happening.WHISTLED, whistle.pk, at))
    return whistle


def _watch(whistle: Whistle, summons: Summons, *, at: datetime) -> None:
    minutes = -((at - whistle.meet_at) // timedelta(minutes=1))
    start_watch(
        NewWatch(
            kind=ARRIVAL,
            subject_id=summons.pk,
            owed=Owed(unit_id=summons.unit_id),
            area_code="",
            limit=CalendarTime(minutes),
            title_zh="吹哨待报到",
            title_en="Your unit is called to a place",
            target=f"joint.whistle:{whistle.pk}",
            incident_id=whistle.incident_id,
            is_urgent=True,
        ),
        at=at,
    )


def arrive_at_whistle(
    actor: Actor, whistle_id: UUID, given: Position, *, remark: str, at: datetime
) -> Whistle:
    """Report 报到 at the place, for one's unit. Raises: NotFound, WhistleOver, NotCalled, ArrivedAlready, NotThere."""
    with work(actor, Permission.JOIN_JOINT) as job:
        whistle = whistle_for(actor, whistle_id)
        summons = _waiting(whistle, actor.unit_id)
        found = require_there(whistle.position.x, whistle.position.y, given, radius_m=whistle.radius_m)
        summons.distance_m, summons.accuracy_m = found.distance_m, found.accuracy_m
        _arrive(job, actor, whistle, summons, remark=remark, at=at)
    return whistle


def confirm_arrival(actor: Actor, whistle_id: UUID, *, unit_id: UUID, remark: str, at: datetime) -> Whistle:
    """Confirm 代为确认, as the one who called, that a unit has come although its phone cannot show it.

    Raises: NotFound, NotTheCaller, WhistleOver, NotCalled, ArrivedAlready.
    """
    with work(actor, Permission.CALL_JOINT) as job:
        whistle = whistle_for(actor, whistle_id)
        require_caller(actor, whistle)
        summons = _waiting(whistle, unit_id)
        summons.is_confirmed = True
        _arrive(job, actor, whistle, summons, remark=remark, at=at)
    return whistle


def end_whistle(actor: Actor, whistle_id: UUID, *, outcome: WhistleEnd, result: str, at: datetime) -> Whistle:
    """Write down what came of it, or call it off. Raises: NotFound, NotTheCaller, WhistleOver."""
    with work(actor, Permission.CALL_JOINT) as job:
        whistle = whistle_for(actor, whistle_id)
        require_caller(actor, whistle)
        _require_running(whistle)
        whistle.ended_at, whistle.outcome, whistle.result = at, outcome.value, result.strip()
        whistle.save(update_fields=["ended_at", "outcome", "result"])
        for summons in Summons.objects.filter(whistle_id=whistle.pk, arrived_at=None):
            stop_watch(ARRIVAL, summons.pk, at=at, outcome="ended")
        job.record(whistle, act="end_whistle", outcome=outcome.value)
        job.publish(JointHappened(Happening.WHISTLE_ENDED, whistle.pk, at))
    return whistle


def _arrive(
    job: Work, actor: Actor, whistle: Whistle, summons: Summons, *, remark: str, at: datetime
) -> None:
    summons.arrived_at, summons.remark = at, remark.strip()
    summons.by_name, summons.by_post_id = actor.name, actor.post_id
    summons.save(force_update=True)
    stop_watch(ARRIVAL, summons.pk, at=at, outcome="done")
    job.record(
        whistle,
        act="arrive",
        unit=str(summons.unit_id),
        distance_m=summons.distance_m,
        by_hand=summons.is_confirmed,
    )


def _waiting(whistle: Whistle, unit_id: UUID | None) -> Summons:
    """Raises: WhistleOver, NotCalled, ArrivedAlready."""
    _require_running(whistle)
    found = Summons.objects.filter(whistle_id=whistle.pk, unit_id=unit_id).select_for_update().first()
    if found is None:
        raise NotCalled
    if found.arrived_at is not None:
        raise ArrivedAlready
    return found


def _require_running(whistle: Whistle) -> None:
    if whistle.ended_at is not None:
        raise WhistleOver
