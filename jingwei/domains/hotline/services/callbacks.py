"""Promising to call back, and keeping the promise."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from jingwei.domains.hotline.contracts import Reached
from jingwei.domains.hotline.models import CallBack, CallBackAttempt
from jingwei.domains.hotline.queries.calls import call_named, matter_named
from jingwei.domains.hotline.rules.callbacks import (
    due_again,
    ends_with,
    require_claimable,
    require_due,
    require_mine,
    require_open,
    require_outcome,
)
from jingwei.domains.hotline.rules.personal import CALL_BACK_NUMBER, CALLER_NUMBER
from jingwei.domains.hotline.rules.refusals import NumberMissing, NumberWithheld
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import unit_brief
from jingwei.foundation.live.contracts import Kind, ToUnit
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.privacy.contracts import Purpose, SealedValue
from jingwei.foundation.privacy.services import resealed, reveal_value, seal_value
from jingwei.foundation.work import Work, work
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7


def create_call_back(
    actor: Actor,
    *,
    why: str,
    due_at: datetime,
    at: datetime,
    phone: str = "",
    call_id: UUID | None = None,
    incident_id: UUID | None = None,
) -> CallBack:
    """Promise to call somebody back; the number is the call's own unless another is given.

    Raises: DueInPast, NumberMissing, BadPhone, CallMissing, MatterUnknown.
    """
    require_due(due_at, at)
    with work(actor, Permission.TAKE_CALL) as job:
        assert actor.unit_id is not None
        call = call_named(actor, call_id)
        matter_named(actor, incident_id)
        number = _number(phone, call.number_sealed if call else None)
        codes = ancestor_codes(unit_brief(actor.unit_id).area_code)
        promise = CallBack(
            id=uuid7(),
            unit_id=actor.unit_id,
            number_sealed=number.sealed,
            number_index=number.index,
            number_tail=number.tail_index,
            why=why.strip(),
            due_at=due_at,
            made_at=at,
            made_by=actor.name,
            call=call,
            incident_id=incident_id,
            **codes.columns,
        )
        promise.save(force_insert=True)
        job.record_new(promise, act="promise", due_at=due_at)
        tell(Kind.CALL, ToUnit(actor.unit_id))
    return promise


def take_call_back(actor: Actor, call_back_id: UUID, *, at: datetime) -> CallBack:
    """Take a promise in hand, so that two do not ring at once. Raises: CallBackDone, CallBackClaimed."""
    with _promise(actor, call_back_id) as (promise, job):
        require_claimable(promise.claimed_by_id, actor.post_id, promise.claimed_by_name)
        promise.claimed_by_id, promise.claimed_by_name, promise.claimed_at = actor.post_id, actor.name, at
        job.record(promise, act="claim")
    return promise


def release_call_back(actor: Actor, call_back_id: UUID) -> CallBack:
    """Put it back for a colleague. Raises: CallBackDone, CallBackUnclaimed, CallBackClaimed."""
    with _promise(actor, call_back_id) as (promise, job):
        require_mine(promise.claimed_by_id, actor.post_id, promise.claimed_by_name)
        _put_back(promise)
        job.record(promise, act="release")
    return promise


def note_attempt(
    actor: Actor,
    call_back_id: UUID,
    *,
    reached: Reached,
    remark: str,
    at: datetime,
    later_at: datetime | None = None,
) -> CallBack:
    """Enter how it went: spoken ends it; without an answer it is due again, at the third it is given up.

    Raises: CallBackDone, CallBackUnclaimed, CallBackClaimed, OutcomeMissing, DueInPast.
    """
    require_outcome(reached, remark)
    with _promise(actor, call_back_id) as (promise, job):
        require_mine(promise.claimed_by_id, actor.post_id, promise.claimed_by_name)
        promise.attempts += 1
        CallBackAttempt(
            id=uuid7(),
            call_back=promise,
            at=at,
            by_name=actor.name,
            reached=reached.value,
            remark=remark.strip(),
        ).save(force_insert=True)
        promise.outcome, promise.remark = reached.value, remark.strip()
        if ends_with(reached, promise.attempts):
            promise.done_at = at
        else:
            promise.due_at = due_again(later_at, at)
            _put_back(promise)
        job.record(promise, act="attempt", reached=reached.value, attempts=promise.attempts)
    return promise


def delay_call_back(actor: Actor, call_back_id: UUID, *, later_at: datetime, at: datetime) -> CallBack:
    """Promise another time, as the person wished. Raises: CallBackDone, CallBackClaimed, DueInPast."""
    with _promise(actor, call_back_id) as (promise, job):
        require_claimable(promise.claimed_by_id, actor.post_id, promise.claimed_by_name)
        job.record(promise, act="delay", from_at=promise.due_at, due_at=later_at)
        promise.due_at = due_again(later_at, at)
        _put_back(promise)
    return promise


def reveal_call_back_number(actor: Actor, call_back_id: UUID, *, at: datetime) -> str:
    """The number to dial; the look is recorded. Raises: CallBackUnclaimed, CallBackClaimed, NumberWithheld."""
    with work(actor, Permission.REVEAL_PERSONAL) as job:
        promise = _locked(actor, call_back_id)
        require_mine(promise.claimed_by_id, actor.post_id, promise.claimed_by_name)
        if promise.number_sealed is None:
            raise NumberWithheld
        job.record(promise, act="reveal_number")
        return reveal_value(
            actor,
            CALL_BACK_NUMBER,
            promise.number_sealed,
            target=f"hotline.callback:{promise.pk}",
            subject_id=None,
            purpose=Purpose.FOLLOW_UP,
            remark="回电",
            at=at,
            area_code=promise.scope_code,
        )


@contextmanager
def _promise(actor: Actor, call_back_id: UUID) -> Iterator[tuple[CallBack, Work]]:
    """An open promise, locked; what is changed is saved, and the centre's lists hear of it."""
    with work(actor, Permission.TAKE_CALL) as job:
        promise = _locked(actor, call_back_id)
        require_open(promise.done_at)
        yield promise, job
        promise.save(force_update=True)
        tell(Kind.CALL, ToUnit(promise.unit_id))


def _locked(actor: Actor, call_back_id: UUID) -> CallBack:
    rows = CallBack.objects.visible_to(actor).filter(pk=call_back_id)
    found: CallBack | None = rows.select_for_update().first()
    if found is None:
        raise NotFound
    return found


def _put_back(promise: CallBack) -> None:
    promise.claimed_by_id, promise.claimed_by_name, promise.claimed_at = None, "", None


def _number(phone: str, sealed: bytes | None) -> SealedValue:
    if phone.strip():
        return seal_value(CALL_BACK_NUMBER, phone)
    if sealed is None:
        raise NumberMissing
    return resealed(CALLER_NUMBER, sealed, CALL_BACK_NUMBER)
