"""Whose turn it is on a card and on a case: pure statements of what may be done."""

from dataclasses import dataclass
from uuid import UUID

from jingwei.domains.supervision.contracts import CardKind, CardState, CaseState, Verdict
from jingwei.domains.supervision.rules.refusals import CardNotWaiting, CaseNotWaiting, KindForLeaders
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.kernel.codes import lies_within

CARD_OPEN = (CardState.RAISED, CardState.ANSWERED, CardState.SENT_BACK)
CARD_OWED = (CardState.RAISED, CardState.SENT_BACK)
"""The receiver owes an answer."""
CASE_OWED = (CaseState.RAISED, CaseState.PLANNED, CaseState.FAILED)
"""The area owes a plan or its rectification."""
CASE_REPORTING = (CaseState.PLANNED, CaseState.FAILED)

AFTER = {
    Verdict.ACCEPT: CardState.ACCEPTED,
    Verdict.SEND_BACK: CardState.SENT_BACK,
    Verdict.LIFT: CardState.LIFTED,
}


@dataclass(frozen=True, slots=True)
class CardStanding:
    """The facts of a card on which acting depends."""

    state: CardState
    unit_id: UUID
    by_unit_id: UUID
    by_area: str


def is_receiver(actor: Actor, unit_id: UUID) -> bool:
    """Whether the actor answers for the unit."""
    return actor.unit_id is not None and actor.unit_id == unit_id


def is_over(actor: Actor, card: CardStanding) -> bool:
    """Whether the actor decides about the card: the centre that raised it, or one above; never who owes the answer."""
    if is_receiver(actor, card.unit_id):
        return False
    return actor.unit_id == card.by_unit_id or stands_above(actor, card.by_area)


def stands_above(actor: Actor, area_code: str) -> bool:
    """Whether the actor's area contains the other and more."""
    return bool(actor.scope) and len(actor.scope) < len(area_code) and lies_within(area_code, actor.scope)


def kinds_for(actor: Actor, running: CardKind | None) -> tuple[CardKind, ...]:
    """The kinds that the actor can raise by hand, beside the one that runs."""
    order = tuple(CardKind)
    open_to = order if actor.role is Role.COMMANDER else (CardKind.ORDINARY,)
    return tuple(one for one in open_to if running is None or order.index(one) > order.index(running))


def require_kind(actor: Actor, kind: CardKind) -> None:
    """Raises: KindForLeaders."""
    if kind not in kinds_for(actor, None):
        raise KindForLeaders


def decided(card: CardStanding, verdict: Verdict) -> CardState:
    """The state after a verdict. Raises: CardNotWaiting."""
    fits = card.state in CARD_OPEN if verdict is Verdict.LIFT else card.state is CardState.ANSWERED
    if not fits:
        raise CardNotWaiting
    return AFTER[verdict]


def require_owed(state: CardState) -> None:
    """Raises: CardNotWaiting."""
    if state not in CARD_OWED:
        raise CardNotWaiting


def require_case(state: CaseState, *fitting: CaseState) -> None:
    """Raises: CaseNotWaiting."""
    if state not in fitting:
        raise CaseNotWaiting
