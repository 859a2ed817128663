"""Cards 督办单 by hand: raise, answer, decide."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from jingwei.domains.incidents.queries.overseeing import Overseen, overseen
from jingwei.domains.supervision.contracts import (
    CardKind,
    CardState,
    Happening,
    Supervised,
    Verdict,
)
from jingwei.domains.supervision.models import Card, CardEntry
from jingwei.domains.supervision.queries.cards import card_for, open_card
from jingwei.domains.supervision.queries.policy import policy_at
from jingwei.domains.supervision.rules.course import (
    CardStanding,
    decided,
    is_over,
    is_receiver,
    require_kind,
    require_owed,
    stands_above,
)
from jingwei.domains.supervision.rules.ladder import is_graver
from jingwei.domains.supervision.rules.refusals import (
    NothingOwed,
    NotTheReceiver,
    NotYoursToSupervise,
    SupervisedAlready,
)
from jingwei.domains.supervision.services.watching import stop_card, watch_card
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import Work, work
from jingwei.kernel.errors import NotFound
from jingwei.kernel.ids import uuid7

TOLD = {
    Verdict.ACCEPT: Happening.CARD_ENDED,
    Verdict.LIFT: Happening.CARD_ENDED,
    Verdict.SEND_BACK: Happening.CARD_SENT_BACK,
}


@dataclass(frozen=True, slots=True)
class Raised:
    """A card to be put on a matter, and who puts it there."""

    kind: CardKind
    unit_id: UUID
    by_unit_id: UUID
    by_area: str
    by_name: str
    reason: str
    by_rule: dict[str, Any] | None = None
    by_post_id: UUID | None = None


def raise_card(actor: Actor, incident_id: UUID, *, kind: CardKind, reason: str, at: datetime) -> Card:
    """Raise a card by hand on whoever owes the matter, with the reason.

    Raises: NotFound, KindForLeaders, NothingOwed, NotYoursToSupervise, SupervisedAlready.
    """
    with work(actor, Permission.SUPERVISE_MATTER) as job:
        require_kind(actor, kind)
        matter = overseen(actor, [incident_id]).get(incident_id)
        if matter is None:
            raise NotFound
        unit_id = receiver_for(actor, matter)
        assert actor.unit_id is not None
        raised = Raised(
            kind,
            unit_id,
            actor.unit_id,
            actor.area_code,
            actor.name,
            reason.strip(),
            by_post_id=actor.post_id,
        )
        return put_card(job, incident_id, raised, at=at)


def receiver_for(actor: Actor, matter: Overseen) -> UUID:
    """Whom the actor can supervise on a matter. Raises: NothingOwed, NotYoursToSupervise."""
    if matter.ower_id is None:
        raise NothingOwed
    in_charge = actor.unit_id == matter.centre_id
    may = stands_above(actor, matter.centre_area) or (in_charge and matter.ower_id != matter.centre_id)
    if not may or actor.unit_id is None or actor.unit_id == matter.ower_id:
        raise NotYoursToSupervise
    return matter.ower_id


def put_card(job: Work, incident_id: UUID, raised: Raised, *, at: datetime) -> Card:
    """Put a card on a matter in the place of a lighter one. Raises: SupervisedAlready."""
    running = open_card(incident_id)
    if running is not None and not is_graver(raised.kind, CardKind(running.kind)):
        raise SupervisedAlready
    if running is not None:
        _end(running, CardState.REPLACED, at=at)
        _note(running, "replaced", raised.by_name, raised.by_unit_id, raised.by_post_id, "", at=at)
    card = Card(
        id=uuid7(),
        incident_id=incident_id,
        kind=raised.kind.value,
        state=CardState.RAISED.value,
        unit_id=raised.unit_id,
        by_unit_id=raised.by_unit_id,
        by_area=raised.by_area,
        by_name=raised.by_name,
        by_rule=raised.by_rule,
        reason=raised.reason,
        raised_at=at,
    )
    card.save(force_insert=True)
    _note(card, "raised", raised.by_name, raised.by_unit_id, raised.by_post_id, raised.reason, at=at)
    watch_card(card, policy_at(at), at=at)
    job.record_own(_target(card), act="raise", incident=str(incident_id), kind=card.kind)
    job.publish(Supervised(Happening.CARD_RAISED, card.pk, at))
    return card


def answer_card(actor: Actor, card_id: UUID, *, words: str, at: datetime) -> Card:
    """Answer a card for one's unit. Raises: NotFound, NotTheReceiver, CardNotWaiting."""
    with work(actor, Permission.ANSWER_SUPERVISION) as job:
        card = _locked(actor, card_id)
        if not is_receiver(actor, card.unit_id):
            raise NotTheReceiver
        require_owed(CardState(card.state))
        card.state = CardState.ANSWERED.value
        card.save(update_fields=["state"])
        _note(card, "answered", actor.name, actor.unit_id, actor.post_id, words, at=at)
        stop_card(card.pk, at=at, outcome="answered")
        job.record_own(_target(card), act="answer", incident=str(card.incident_id))
        job.publish(Supervised(Happening.CARD_ANSWERED, card.pk, at))
    return card


def decide_card(actor: Actor, card_id: UUID, *, verdict: Verdict, words: str, at: datetime) -> Card:
    """Accept an answer, send it back for another, or lift the card with the reason.

    Raises: NotFound, NotYoursToSupervise, CardNotWaiting.
    """
    with work(actor, Permission.SUPERVISE_MATTER) as job:
        card = _locked(actor, card_id)
        if not is_over(actor, standing_of(card)):
            raise NotYoursToSupervise
        state = decided(standing_of(card), verdict)
        _note(card, state.value, actor.name, actor.unit_id, actor.post_id, words, at=at)
        if state is CardState.SENT_BACK:
            card.state = state.value
            card.save(update_fields=["state"])
            watch_card(card, policy_at(at), at=at)
        else:
            _end(card, state, at=at)
        job.record_own(_target(card), act=verdict.value, incident=str(card.incident_id))
        job.publish(Supervised(TOLD[verdict], card.pk, at))
    return card


def end_with_matter(incident_id: UUID, by_name: str, *, at: datetime) -> bool:
    """End the card of a matter that is over; returns whether one ran. Inside a machine's work."""
    card = open_card(incident_id)
    if card is None:
        return False
    _end(card, CardState.OVER, at=at)
    _note(card, "over", by_name, None, None, "", at=at)
    return True


def miss_card(card: Card, by_name: str, *, due_at: datetime, at: datetime) -> bool:
    """Count a deadline for an answer that passed, once. Inside a machine's work, on a locked card."""
    if card.ended_at is not None or card.missed_due_at == due_at:
        return False
    card.missed, card.missed_due_at = card.missed + 1, due_at
    card.save(update_fields=["missed", "missed_due_at"])
    _note(card, "missed", by_name, None, None, "", at=at)
    return True


def standing_of(card: Card) -> CardStanding:
    """The facts of a card on which acting depends."""
    return CardStanding(CardState(card.state), card.unit_id, card.by_unit_id, card.by_area)


def _locked(actor: Actor, card_id: UUID) -> Card:
    """The card, held until the transaction ends. Raises: NotFound."""
    card_for(actor, card_id)
    return Card.objects.filter(pk=card_id).select_for_update().get()


def _end(card: Card, state: CardState, *, at: datetime) -> None:
    card.state, card.ended_at = state.value, at
    card.save(update_fields=["state", "ended_at"])
    stop_card(card.pk, at=at, outcome=state.value)


def _note(
    card: Card,
    act: str,
    name: str,
    unit_id: UUID | None,
    post_id: UUID | None,
    words: str,
    *,
    at: datetime,
) -> None:
    CardEntry(
        id=uuid7(),
        incident_id=card.incident_id,
        card_id=card.pk,
        act=act,
        at=at,
        unit_id=unit_id,
        post_id=post_id,
        by_name=name,
        words=words.strip(),
    ).save(force_insert=True)


def _target(card: Card) -> str:
    return f"supervision.card:{card.pk}"
