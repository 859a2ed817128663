"""The discipline view: lapses of a period by unit and by area, and the matters behind each number."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from jingwei.domains.incidents.queries.overseeing import matters_within
from jingwei.domains.supervision.contracts import CardKind, LapseKind
from jingwei.domains.supervision.models import Card, LapseFound
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.scoping import COLUMN_AT_LEVEL
from jingwei.kernel.codes import Level, level_of
from jingwei.kernel.paging import Page, key_of, page_of

HANDED = (LapseKind.RETURNED.value, LapseKind.REWORK.value)


@dataclass(frozen=True, slots=True)
class LapseWish:
    """A period, half open, and what it is narrowed to."""

    since: datetime
    until: datetime
    area_code: str | None = None
    unit_id: UUID | None = None
    lapse: LapseKind | None = None


@dataclass
class Figures:
    """The lapses of one unit or area. ``repeated``: matters that came back as often as the policy calls repeatedly."""

    slow: int = 0
    returned: int = 0
    rework: int = 0
    repeated: int = 0
    against_word: int = 0
    ordinary: int = 0
    yellow: int = 0
    red: int = 0

    @property
    def total(self) -> int:
        return self.slow + self.returned + self.rework + self.against_word


def figures_by_unit(actor: Actor, wish: LapseWish, *, repeated_times: int) -> dict[UUID, Figures]:
    """The figures of each unit that has any."""
    return _figures(actor, wish, "unit_id", repeated_times)


def figures_by_area(actor: Actor, wish: LapseWish, *, repeated_times: int) -> dict[str, Figures]:
    """The figures of each area one level below the one that is looked at; its own code for what lies nowhere below."""
    top = wish.area_code or ("" if actor.scope == ANYWHERE else actor.scope)
    below = _below(level_of(top)) if top else Level.CITY
    found = _figures(actor, wish, f"incident__{COLUMN_AT_LEVEL[below]}", repeated_times)
    return {code or top: one for code, one in found.items()}


def list_lapses(actor: Actor, wish: LapseWish, *, cursor: str | None, size: int) -> Page[LapseFound]:
    """The lapses behind the figures, the latest first, by keyset. Raises: BadCursor."""
    rows = _lapses(actor, wish)
    if cursor:
        at, last_id = key_of(cursor, datetime, UUID)
        rows = rows.filter(Q(at__lt=at) | Q(at=at, id__lt=last_id))
    found = list(rows.order_by("-at", "-id")[: size + 1])
    return page_of(found, size, lambda row: (row.at, row.pk))


def count_lapses(actor: Actor, wish: LapseWish, *, most: int) -> int:
    """How many, up to a cap."""
    return int(_lapses(actor, wish)[:most].count())


def _lapses(actor: Actor, wish: LapseWish) -> Any:
    rows = LapseFound.objects.filter(
        at__gte=wish.since,
        at__lt=wish.until,
        ended_at=None,
        incident__in=matters_within(actor, wish.area_code),
    )
    if wish.unit_id is not None:
        rows = rows.filter(unit_id=wish.unit_id)
    if wish.lapse is not None:
        rows = rows.filter(lapse=wish.lapse.value)
    return rows


def _figures(actor: Actor, wish: LapseWish, column: str, repeated_times: int) -> dict[Any, Figures]:
    found: dict[Any, Figures] = defaultdict(Figures)
    rows = _lapses(actor, wish)
    for key, lapse, count in (
        rows.values(column, "lapse").annotate(n=Count("id")).values_list(column, "lapse", "n")
    ):
        setattr(found[key], lapse, count)
    again = rows.filter(lapse__in=HANDED).values(column, "incident_id").annotate(n=Count("id"))
    for key in again.filter(n__gte=repeated_times).values_list(column, flat=True):
        found[key].repeated += 1
    cards = Card.objects.filter(
        raised_at__gte=wish.since,
        raised_at__lt=wish.until,
        incident__in=matters_within(actor, wish.area_code),
    )
    if wish.unit_id is not None:
        cards = cards.filter(unit_id=wish.unit_id)
    for key, kind, count in (
        cards.values(column, "kind").annotate(n=Count("id")).values_list(column, "kind", "n")
    ):
        setattr(found[key], CardKind(kind).value, count)
    return dict(found)


def _below(level: Level) -> Level:
    order = list(Level)
    return order[min(order.index(level) + 1, len(order) - 1)]
