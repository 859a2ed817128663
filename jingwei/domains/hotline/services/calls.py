"""What the exchange tells of calls, and what a seat does with one: link it, open its recording, see its number."""

from datetime import datetime
from uuid import UUID

from jingwei.domains.hotline.contracts import CallState, Direction, ExchangeEvent
from jingwei.domains.hotline.models import Call, CallBack, CallEvent, CallMatter, Seat
from jingwei.domains.hotline.queries.calls import call_for, matter_named
from jingwei.domains.hotline.rules.callbacks import MISSED_WITHIN
from jingwei.domains.hotline.rules.calls import LOST_AFTER, CallTimes, after, first_known
from jingwei.domains.hotline.rules.personal import CALL_BACK_NUMBER, CALLER_NUMBER
from jingwei.domains.hotline.rules.refusals import NoRecording, NumberWithheld
from jingwei.domains.hotline.services.exchange import recording_address
from jingwei.foundation.access.contracts import Actor, Permission, UnitBrief
from jingwei.foundation.access.queries import centre_for, unit_brief
from jingwei.foundation.areas.queries import city_codes
from jingwei.foundation.live.contracts import Kind, ToPost, ToUnit
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import resealed, reveal_value, seal_value
from jingwei.foundation.work import work
from jingwei.kernel.codes import Level, ancestor_codes
from jingwei.kernel.errors import Invalid, NotFound
from jingwei.kernel.ids import uuid7


def take_event(actor: Actor, event: ExchangeEvent, *, at: datetime) -> UUID:
    """Write down what the exchange tells; the same event again changes nothing. Returns the call.

    A missed call leaves a promise to call back within the hour, once.
    """
    with work(actor, Permission.TELL_OF_CALLS) as job:
        known = CallEvent.objects.filter(pk=event.event_id).first()
        if known is not None:
            job.record_own(f"hotline.call:{known.call_id}", act="told_again")
            return known.call_id
        call = _call_of(actor, event, at)
        before = call.state
        _write_times(call, after(_times_of(call), event))
        if call.seat_post_id is None and event.extension:
            _seat_at(call, event.extension)
        call.told_at = at
        call.save(force_update=True)
        CallEvent(
            event_id=event.event_id, call=call, happening=event.happening.value, at=event.at, told_at=at
        ).save(force_insert=True)
        if call.state == CallState.MISSED and before != CallState.MISSED:
            _promise_call_back(call, at)
        job.record_in_area(
            f"hotline.call:{call.pk}", call.scope_code, act=event.happening.value, state=call.state
        )
        _tell(call)
    return call.pk


def close_lost_calls(actor: Actor, *, at: datetime) -> int:
    """End calls whose end was never told, so that no pop-up stays for ever. Returns how many."""
    with work(actor, Permission.TELL_OF_CALLS) as job:
        rows = Call.objects.unscoped("calls whose end the exchange never told")
        lost = list(
            rows.filter(ended_at=None, rang_at__lt=at - LOST_AFTER).select_for_update(skip_locked=True)
        )
        for call in lost:
            call.ended_at = at
            call.state = _times_of(call).state
            call.save(update_fields=["ended_at", "state"])
        job.record_own("hotline.call:lost", act="close_lost", count=len(lost))
    return len(lost)


def link_call(actor: Actor, call_id: UUID, incident_id: UUID, *, at: datetime) -> None:
    """Note that a call was about a matter that is already there. Raises: NotFound, MatterUnknown."""
    with work(actor, Permission.TAKE_CALL) as job:
        call = call_for(actor, call_id)
        matter_named(actor, incident_id)
        add_matter(actor, call, incident_id, is_taken_in=False, at=at)
        job.record(call, act="link", incident=str(incident_id))


def add_matter(actor: Actor, call: Call, incident_id: UUID, *, is_taken_in: bool, at: datetime) -> None:
    """Append the link, once."""
    row = CallMatter(
        id=uuid7(),
        call_id=call.pk,
        incident_id=incident_id,
        is_taken_in=is_taken_in,
        at=at,
        post_id=actor.post_id,
    )
    CallMatter.objects.bulk_create([row], ignore_conflicts=True)


def open_recording(actor: Actor, call_id: UUID, *, purpose: Purpose, at: datetime) -> str:
    """Where the recording is opened; who opened it is recorded. Raises: NoRecording."""
    with work(actor, Permission.TAKE_CALL) as job:
        call = call_for(actor, call_id)
        address = recording_address(call.recording) if call.recording else None
        if address is None:
            raise NoRecording
        job.record(call, act="open_recording", purpose=purpose.value)
    return address


def reveal_number(actor: Actor, call_id: UUID, *, purpose: Purpose, remark: str, at: datetime) -> str:
    """The caller's number, with the look recorded. Raises: NumberWithheld."""
    with work(actor, Permission.REVEAL_PERSONAL) as job:
        call = call_for(actor, call_id)
        if call.number_sealed is None:
            raise NumberWithheld
        job.record(call, act="reveal_number", purpose=purpose.value)
        return reveal_value(
            actor,
            CALLER_NUMBER,
            call.number_sealed,
            target=f"hotline.call:{call.pk}",
            subject_id=None,
            purpose=purpose,
            remark=remark.strip(),
            at=at,
            area_code=call.scope_code,
        )


def forget_caller(call: Call) -> None:
    """Take number and recording off a call: somebody chose to stay anonymous."""
    call.number_sealed = call.number_index = call.number_tail = None
    call.recording = ""
    call.save(update_fields=["number_sealed", "number_index", "number_tail", "recording"])


def _call_of(actor: Actor, event: ExchangeEvent, at: datetime) -> Call:
    """The call an event is about, locked; made with the first event of it."""
    rows = Call.objects.visible_to(actor).filter(call_key=event.call_key)
    call: Call | None = rows.select_for_update().first()
    if call is not None:
        return call
    seat = _seat(event.extension)
    centre = unit_brief(seat.unit_id) if seat else _city_centre()
    codes = ancestor_codes(centre.area_code)
    call = Call(
        id=uuid7(),
        call_key=event.call_key,
        direction=event.direction.value,
        unit_id=centre.unit_id,
        seat_post_id=seat.post_id if seat else None,
        extension=event.extension,
        **codes.columns,
        told_at=at,
    )
    _write_times(call, first_known(event))
    if event.number and event.direction is Direction.INBOUND:
        _seal_number(call, event.number)
    call.save(force_insert=True)
    return call


def _seal_number(call: Call, number: str) -> None:
    """Numbers that are none (internal lines, “unknown”) are kept as withheld: an event is never lost for one."""
    try:
        value = seal_value(CALLER_NUMBER, number)
    except Invalid:
        return
    call.number_sealed, call.number_index, call.number_tail = value.sealed, value.index, value.tail_index


def _seat(extension: str) -> Seat | None:
    if not extension:
        return None
    rows = Seat.objects.unscoped("the exchange knows extensions, not posts")
    found: Seat | None = rows.filter(extension=extension, is_signed_on=True).first()
    return found


def _seat_at(call: Call, extension: str) -> None:
    """A call that waited in the queue now rings at a table; it belongs to that table's centre only."""
    seat = _seat(extension)
    if seat is None:
        return
    centre = unit_brief(seat.unit_id)
    codes = ancestor_codes(centre.area_code)
    call.seat_post_id, call.extension, call.unit_id = seat.post_id, extension, seat.unit_id
    call.county_code, call.township_code = codes.county, codes.township
    call.community_code, call.grid_code, call.scope_code = codes.community, codes.grid, codes.scope


def _city_centre() -> UnitBrief:
    """Calls that ring at no known table are the city centre's."""
    for code in city_codes():
        centre = centre_for(code, level=Level.CITY)
        if centre is not None:
            return centre
    raise NotFound


def _times_of(call: Call) -> CallTimes:
    return CallTimes(call.rang_at, call.answered_at, call.ended_at, call.recording)


def _write_times(call: Call, times: CallTimes) -> None:
    call.rang_at, call.answered_at, call.ended_at = times.rang_at, times.answered_at, times.ended_at
    call.recording, call.state = times.recording, times.state.value


def _promise_call_back(call: Call, at: datetime) -> None:
    if call.number_sealed is None or call.direction != Direction.INBOUND:
        return
    number = resealed(CALLER_NUMBER, call.number_sealed, CALL_BACK_NUMBER)
    promise = CallBack(
        id=uuid7(),
        unit_id=call.unit_id,
        number_sealed=number.sealed,
        number_index=number.index,
        number_tail=number.tail_index,
        why="未接来电",
        due_at=at + MISSED_WITHIN,
        made_at=at,
        made_by="",
        call=call,
        city_code=call.city_code,
        county_code=call.county_code,
        township_code=call.township_code,
        community_code=call.community_code,
        grid_code=call.grid_code,
        scope_code=call.scope_code,
    )
    CallBack.objects.bulk_create([promise], ignore_conflicts=True)


def _tell(call: Call) -> None:
    """Whose table it rings at hears first; without one, everybody of the centre."""
    audience = ToPost(call.seat_post_id) if call.seat_post_id else ToUnit(call.unit_id)
    tell(Kind.CALL, audience, call.pk)
