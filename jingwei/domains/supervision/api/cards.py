"""Cards 督办单 and the answers to leaders' notes 批示."""

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query

from jingwei.domains.incidents.queries.overseeing import overseen
from jingwei.domains.supervision.api import schemas as io
from jingwei.domains.supervision.api.routes import router
from jingwei.domains.supervision.api.shaping import cards_out, supervision_out
from jingwei.domains.supervision.models import Card
from jingwei.domains.supervision.queries.cards import CardWish, list_cards
from jingwei.domains.supervision.services import cards as services
from jingwei.domains.supervision.services import notes
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.edge import actor, operation
from jingwei.kernel.clock import now
from jingwei.kernel.errors import NotFound

P = Permission
StepNumber = Annotated[int, Field(ge=1, le=100_000)]


@operation(
    router,
    "GET",
    "/cards",
    "listSupervisionCards",
    P.READ_SUPERVISION,
    response=io.SupervisionCardPageOut,
)
def list_supervision_cards(request: HttpRequest, wanted: Query[io.CardsIn]) -> io.SupervisionCardPageOut:
    """Cards on matters within one's lists, the latest first."""
    wish = CardWish(wanted.kind, wanted.is_open, wanted.awaits_me, wanted.unit_id, wanted.area_code)
    page = list_cards(actor(request), wish, cursor=wanted.cursor, size=wanted.size)
    return io.SupervisionCardPageOut(
        rows=cards_out(actor(request), page.rows, at=now()), next_cursor=page.next_cursor
    )


@operation(
    router,
    "GET",
    "/incidents/{incident_id}",
    "getSupervision",
    P.READ_SUPERVISION,
    response=io.MatterSupervisionOut,
    sees="incident",
)
def get_supervision(request: HttpRequest, incident_id: UUID) -> io.MatterSupervisionOut:
    """Cards, leaders' notes with their answers, and urging of one matter; never shown to who reported it."""
    return _supervision(request, incident_id)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/cards",
    "raiseSupervisionCard",
    P.SUPERVISE_MATTER,
    response={201: io.SupervisionCardOut},
    sees="incident",
)
def raise_supervision_card(
    request: HttpRequest, incident_id: UUID, body: io.NewCardIn
) -> io.SupervisionCardOut:
    """Raise a card by hand on whoever owes the matter, with the reason; a graver one takes a lighter one's place."""
    card = services.raise_card(actor(request), incident_id, kind=body.kind, reason=body.reason, at=now())
    return _out(request, card)


@operation(
    router,
    "POST",
    "/cards/{card_id}/answer",
    "answerSupervisionCard",
    P.ANSWER_SUPERVISION,
    response=io.SupervisionCardOut,
    sees="supervision_card",
)
def answer_supervision_card(
    request: HttpRequest, card_id: UUID, body: io.CardAnswerIn
) -> io.SupervisionCardOut:
    """Answer a card, for the unit that was given it."""
    return _out(request, services.answer_card(actor(request), card_id, words=body.words, at=now()))


@operation(
    router,
    "POST",
    "/cards/{card_id}/decision",
    "decideSupervisionCard",
    P.SUPERVISE_MATTER,
    response=io.SupervisionCardOut,
    sees="supervision_card",
)
def decide_supervision_card(
    request: HttpRequest, card_id: UUID, body: io.CardDecisionIn
) -> io.SupervisionCardOut:
    """Accept the answer, send it back, or lift the card, with the reason."""
    card = services.decide_card(actor(request), card_id, verdict=body.verdict, words=body.words, at=now())
    return _out(request, card)


@operation(
    router,
    "POST",
    "/incidents/{incident_id}/notes/{version}/reply",
    "answerInstruction",
    P.ANSWER_SUPERVISION,
    response=io.MatterSupervisionOut,
    sees="incident",
)
def answer_instruction(
    request: HttpRequest, incident_id: UUID, version: StepNumber, body: io.CardAnswerIn
) -> io.MatterSupervisionOut:
    """Answer a leader's note, for the unit that had the matter when it was written."""
    notes.answer_note(actor(request), incident_id, version, words=body.words, at=now())
    return _supervision(request, incident_id)


def _supervision(request: HttpRequest, incident_id: UUID) -> io.MatterSupervisionOut:
    matter = overseen(actor(request), [incident_id]).get(incident_id)
    if matter is None:
        raise NotFound
    return supervision_out(actor(request), matter, at=now())


def _out(request: HttpRequest, card: Card) -> io.SupervisionCardOut:
    return cards_out(actor(request), [card], at=now())[0]
