"""Messages that leave the house: written down with the change they tell of, sent by the queue, tried again."""

import dataclasses
import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from procrastinate.contrib.django import app

from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.notices.contracts import (
    AddressRefused,
    Audience,
    Channel,
    Message,
    OutletDown,
    Receipt,
)
from jingwei.foundation.notices.models import Outgoing
from jingwei.foundation.notices.rules import (
    LONGEST_TEXT,
    MESSAGE_KEEP_DAYS,
    STUCK_AFTER,
    MessageState,
    retry_at,
    send_at,
)
from jingwei.foundation.notices.services.outlets import outlet_for
from jingwei.foundation.privacy.contracts import Mask, PersonalField, Purpose
from jingwei.foundation.privacy.services import reveal_value
from jingwei.foundation.work import work
from jingwei.kernel.crypto import decrypt, encrypt
from jingwei.kernel.ids import uuid7

log = logging.getLogger(__name__)

SENDER = system_actor("消息发送程序")
DELIVER = "notices.deliver"
TEXT_FIELD = "notices.text"
END_STATES = (MessageState.SENT, MessageState.REFUSED, MessageState.FAILED)


def write_message(
    actor: Actor,
    *,
    channel: Channel,
    audience: Audience,
    field: PersonalField,
    sealed: bytes,
    text: str,
    once: str,
    target: str,
    at: datetime,
    subject_id: UUID | None = None,
    is_urgent: bool = False,
) -> UUID | None:
    """Have a text sent to a sealed address; it leaves if the running transaction commits, and not at night.

    ``once`` names the occasion (``closed:UUID``): a second message for it is not written (None is returned), so
    hearers may be told twice. Raises: Forbidden for anybody but the system.
    """
    with work(actor, Permission.SEND_NOTICES) as job:
        if Outgoing.objects.filter(once=once).exists():
            job.record_own(f"notices.outgoing:{once}", act="already_written")
            return None
        due_at = send_at(at, audience=audience, is_urgent=is_urgent)
        message = Outgoing(
            id=uuid7(),
            channel=channel,
            audience=audience,
            is_urgent=is_urgent,
            once=once,
            target=target,
            subject_id=subject_id,
            address_field=dataclasses.asdict(field),
            address_sealed=sealed,
            text_sealed=encrypt(settings.FIELD_KEY, text[:LONGEST_TEXT], field=TEXT_FIELD),
            state=MessageState.WAITING,
            created_at=at,
            due_at=due_at,
        )
        message.save(force_insert=True)
        _defer(message.id, due_at)
        job.record_own(f"notices.outgoing:{message.id}", act="write", channel=channel.value, about=target)
    return message.id


def deliver_message(message_id: UUID, *, at: datetime) -> MessageState | None:
    """Hand one message to its outlet. Called by the queue, perhaps twice: only one sender takes it.

    The outlet is called between two transactions: first the message is taken, then its end is noted. A sender
    killed between them leaves it ``sending``; ``release_stuck_messages`` hands it out again under the same id.
    """
    taken = _take(message_id, at)
    if taken is None:
        return None
    message, outgoing = taken
    try:
        receipt = outlet_for(message.channel).send(message)
    except OutletDown as down:
        log.warning("message %s: outlet down (try %s)", message.id, outgoing.tries)
        return _put_back(outgoing, down, at)
    except AddressRefused as refusal:
        return _end(outgoing, MessageState.REFUSED, at, trouble=refusal.code)
    return _end(outgoing, MessageState.SENT, at, receipt=receipt)


def release_stuck_messages(*, at: datetime) -> int:
    """Hand out again what lost its sender or its job. Returns how many."""
    with work(SENDER, Permission.SEND_NOTICES) as job:
        sending = Outgoing.objects.select_for_update(skip_locked=True).filter(
            state=MessageState.SENDING, begun_at__lt=at - STUCK_AFTER
        )
        waiting = Outgoing.objects.select_for_update(skip_locked=True).filter(
            state=MessageState.WAITING, due_at__lt=at - STUCK_AFTER
        )
        stuck = [*sending, *waiting]
        for outgoing in stuck:
            outgoing.state, outgoing.due_at = MessageState.WAITING, at
            outgoing.save(update_fields=["state", "due_at"])
            _defer(outgoing.id, at)
        job.record_own("notices.outgoing:stuck", act="release", count=len(stuck))
    return len(stuck)


def erase_old_messages(*, at: datetime) -> int:
    """Erase address and text of messages that ended long ago; that they were sent stays. Returns how many."""
    with work(SENDER, Permission.SEND_NOTICES) as job:
        old = Outgoing.objects.filter(
            state__in=END_STATES, ended_at__lt=at - timedelta(days=MESSAGE_KEEP_DAYS)
        )
        erased = old.exclude(text_sealed=None).update(address_sealed=None, text_sealed=None)
        job.record_own("notices.outgoing:old", act="erase", count=erased)
    return erased


def _take(message_id: UUID, at: datetime) -> tuple[Message, Outgoing] | None:
    with work(SENDER, Permission.SEND_NOTICES) as job:
        outgoing = Outgoing.objects.select_for_update().filter(pk=message_id).first()
        if outgoing is None or outgoing.state != MessageState.WAITING:
            job.record_own(f"notices.outgoing:{message_id}", act="not_waiting")
            return None
        due_at = send_at(
            max(at, outgoing.due_at), audience=Audience(outgoing.audience), is_urgent=outgoing.is_urgent
        )
        if due_at > at:
            outgoing.due_at = due_at
            outgoing.save(update_fields=["due_at"])
            _defer(outgoing.id, due_at)
            job.record_own(f"notices.outgoing:{message_id}", act="wait", until=due_at)
            return None
        outgoing.state, outgoing.begun_at = MessageState.SENDING, at
        outgoing.tries += 1
        outgoing.save(update_fields=["state", "begun_at", "tries"])
        job.record_own(f"notices.outgoing:{message_id}", act="take", tries=outgoing.tries)
        address = reveal_value(
            SENDER,
            _field_of(outgoing),
            outgoing.address_sealed,
            target=outgoing.target,
            subject_id=outgoing.subject_id,
            purpose=Purpose.FOLLOW_UP,
            remark="系统发送消息",
            at=at,
        )
        text = decrypt(settings.FIELD_KEY, bytes(outgoing.text_sealed), field=TEXT_FIELD)
    return Message(outgoing.id, Channel(outgoing.channel), address, text), outgoing


def _put_back(outgoing: Outgoing, down: OutletDown, at: datetime) -> MessageState:
    again_at = retry_at(outgoing.tries, at)
    if again_at is None:
        return _end(outgoing, MessageState.FAILED, at, trouble=down.code)
    again_at = send_at(again_at, audience=Audience(outgoing.audience), is_urgent=outgoing.is_urgent)
    with work(SENDER, Permission.SEND_NOTICES) as job:
        outgoing.state, outgoing.due_at = MessageState.WAITING, again_at
        outgoing.save(update_fields=["state", "due_at"])
        _defer(outgoing.id, again_at)
        job.record_own(f"notices.outgoing:{outgoing.id}", act="put_back", again_at=again_at)
    return MessageState.WAITING


def _end(
    outgoing: Outgoing,
    state: MessageState,
    at: datetime,
    *,
    receipt: Receipt | None = None,
    trouble: str = "",
) -> MessageState:
    with work(SENDER, Permission.SEND_NOTICES) as job:
        outgoing.state, outgoing.ended_at, outgoing.trouble = state, at, trouble
        if receipt is not None:
            outgoing.outlet, outgoing.reference = receipt.outlet[:40], receipt.reference[:120]
        outgoing.save(update_fields=["state", "ended_at", "trouble", "outlet", "reference"])
        job.record_own(f"notices.outgoing:{outgoing.id}", act=state.value, trouble=trouble)
    return state


def _field_of(outgoing: Outgoing) -> PersonalField:
    kept = dict(outgoing.address_field)
    return PersonalField(**kept | {"mask": Mask(kept["mask"])})


def _defer(message_id: UUID, due_at: datetime) -> None:
    app.configure_task(DELIVER, schedule_at=due_at).defer(message_id=str(message_id))
