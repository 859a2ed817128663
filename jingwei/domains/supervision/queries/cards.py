"""Cards: one, those of a matter, and lists by the time they were raised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, Sum

from jingwei.domains.incidents.queries.overseeing import matters_within, overseen
from jingwei.domains.supervision.contracts import CardKind, CardState
from jingwei.domains.supervision.models import Card, CardEntry, Note
from jingwei.domains.supervision.rules.course import CARD_OWED
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import Page, key_of, page_of

PAGE = 50
OWED = [one.value for one in CARD_OWED]


@dataclass(frozen=True, slots=True)
class CardWish:
    """What the list of cards is narrowed to. ``awaits_me``: those on which it is the actor's unit's turn."""

    kind: CardKind | None = None
    is_open: bool | None = None
    awaits_me: bool = False
    unit_id: UUID | None = None
    area_code: str | None = None


def card_for(actor: Actor, card_id: UUID) -> Card:
    """Raises: NotFound where the actor does not see the matter."""
    found: Card | None = Card.objects.filter(pk=card_id).first()
    if found is None or not overseen(actor, [found.incident_id]):
        raise NotFound
    return found


def list_cards(actor: Actor, wish: CardWish, *, cursor: str | None, size: int) -> Page[Card]:
    """The latest first, by keyset. Raises: BadCursor."""
    rows = Card.objects.filter(incident__in=matters_within(actor, wish.area_code))
    if wish.kind is not None:
        rows = rows.filter(kind=wish.kind.value)
    if wish.is_open is not None:
        rows = rows.filter(ended_at__isnull=wish.is_open)
    if wish.awaits_me:
        answered = CardState.ANSWERED.value
        rows = rows.filter(
            Q(unit_id=actor.unit_id, state__in=OWED) | Q(by_unit_id=actor.unit_id, state=answered)
        )
    if wish.unit_id is not None:
        rows = rows.filter(unit_id=wish.unit_id)
    if cursor:
        raised_at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(raised_at__lt=raised_at) | Q(raised_at=raised_at, id__lt=last_id))
    found = list(rows.order_by("-raised_at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.raised_at, row.pk))


def cards_of(incident_id: UUID) -> list[Card]:
    """The cards of a matter already seen, the latest first."""
    return list(Card.objects.filter(incident_id=incident_id).order_by("-raised_at", "-id"))


def entries_of(card_ids: Iterable[UUID]) -> dict[UUID, list[CardEntry]]:
    """The course of each card."""
    found: dict[UUID, list[CardEntry]] = {}
    for row in CardEntry.objects.filter(card_id__in=set(card_ids)).order_by("at", "id"):
        found.setdefault(row.card_id, []).append(row)
    return found


def open_card(incident_id: UUID) -> Card | None:
    """The card that runs on a matter, if one does."""
    return Card.objects.filter(incident_id=incident_id, ended_at=None).first()


def missed_on(incident_ids: Sequence[UUID]) -> dict[tuple[UUID, UUID], int]:
    """How many answers each unit did not give in time on each matter."""
    rows = Card.objects.filter(incident_id__in=incident_ids).values("incident_id", "unit_id")
    return {
        (row["incident_id"], row["unit_id"]): row["all_missed"]
        for row in rows.annotate(all_missed=Sum("missed"))
    }


def by_rule_on(incident_ids: Sequence[UUID]) -> dict[tuple[UUID, UUID], set[CardKind]]:
    """The kinds that rules have raised before, by matter and unit: each is raised once."""
    found: dict[tuple[UUID, UUID], set[CardKind]] = {}
    rows = Card.objects.filter(incident_id__in=incident_ids, by_rule__isnull=False)
    for incident_id, unit_id, kind in rows.values_list("incident_id", "unit_id", "kind"):
        found.setdefault((incident_id, unit_id), set()).add(CardKind(kind))
    return found


def notes_of(incident_id: UUID) -> list[Note]:
    """The answers that units owe or gave to the leaders' notes on a matter already seen."""
    return list(Note.objects.filter(incident_id=incident_id).order_by("version"))


def open_cards(incident_ids: Iterable[UUID]) -> dict[UUID, CardKind]:
    """The kind of the card that runs on each matter."""
    rows = Card.objects.filter(incident_id__in=set(incident_ids), ended_at=None)
    return {key: CardKind(kind) for key, kind in rows.values_list("incident_id", "kind")}
