"""Open warnings: those that nobody has answered, of clocks that still run; what is due first before the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from jingwei.domains.clocks.contracts import Answerer, WarningColour
from jingwei.domains.clocks.queries.answerers import Matter, answering_posts
from jingwei.domains.clocks.queries.policy import policy_at
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import ClockWarning, Incident
from jingwei.domains.incidents.queries.clocks import matter_of, running_clocks, steps_by_incident
from jingwei.domains.incidents.rules.clocks import ClockName
from jingwei.domains.incidents.rules.lifecycle import WITH_UNIT
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.paging import Page, cursor_of, key_of

ROUNDS = 4
"""A page is looked for in so many stretches; one in which most warnings lapsed is shorter, and goes on behind them."""
WITH_UNIT_NUMBERS = [int(one) for one in WITH_UNIT]


@dataclass(frozen=True, slots=True)
class WarningWish:
    """What the page of warnings is narrowed to."""

    colour: WarningColour | None = None
    area_code: str | None = None
    unit_id: UUID | None = None
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class OpenWarning:
    """The present colour of one clock of a matter, and who owes it. ``is_mine``: it waits for the actor's answer."""

    incident: Incident
    clock: ClockName
    colour: WarningColour
    due_at: datetime
    warned_at: datetime
    answered_by: Answerer
    unit_id: UUID | None
    post_id: UUID | None
    is_mine: bool


def open_warnings(
    actor: Actor, wish: WarningWish, *, cursor: str | None, size: int, at: datetime
) -> Page[OpenWarning]:
    """The warnings within the actor's lists, each clock with its present colour alone. Raises: BadCursor."""
    rows = _unanswered(actor, wish)
    behind = key_of(cursor, datetime, UUID) if cursor else None
    posts = cache(answering_posts)
    found: list[OpenWarning] = []
    for _ in range(ROUNDS):
        part = _stretch(rows, behind, size)
        running = _running(part, at)
        for row in part:
            behind = (row.due_at, row.pk)
            if (row.clock, row.due_at) not in running[row.incident_id]:
                continue
            shown = _shown(actor, row, posts(matter_of(row.incident), Answerer(row.answered_by)))
            if shown.is_mine or not wish.is_mine:
                found.append(shown)
            if len(found) == size:
                return Page(found, cursor_of(*behind))
        if len(part) < size:
            return Page(found, None)
    return Page(found, cursor_of(*behind) if behind else None)


def _unanswered(actor: Actor, wish: WarningWish) -> QuerySet[ClockWarning]:
    later = ClockWarning.objects.filter(
        incident_id=OuterRef("incident_id"),
        clock=OuterRef("clock"),
        due_at=OuterRef("due_at"),
        warned_at__gt=OuterRef("warned_at"),
    )
    mine = Incident.objects.listed_for(actor, within=wish.area_code)
    rows = ClockWarning.objects.filter(
        ~Exists(later),
        answered_at=None,
        incident__in=mine.values("pk"),
        incident__state__lt=int(State.CLOSED),
        incident__head_id=None,
    )
    if wish.colour is not None:
        rows = rows.filter(colour=wish.colour.value)
    if wish.unit_id is not None:
        with_unit = Q(incident__state__in=WITH_UNIT_NUMBERS)
        rows = rows.filter(
            (with_unit & Q(incident__handler_unit_id=wish.unit_id))
            | (~with_unit & Q(incident__centre_id=wish.unit_id))
        )
    # A stage's deadline stands on the matter: another one means that the stage is over.
    rows = rows.filter(~Q(clock=ClockName.STAGE.value) | Q(due_at=F("incident__due_at")))
    return rows.select_related("incident").order_by("due_at", "id")


def _stretch(
    rows: QuerySet[ClockWarning], behind: tuple[datetime, UUID] | None, size: int
) -> list[ClockWarning]:
    if behind is not None:
        due_at, last_id = behind
        rows = rows.filter(Q(due_at__gt=due_at) | Q(due_at=due_at, id__gt=last_id))
    return list(rows[:size])


def _running(part: Sequence[ClockWarning], at: datetime) -> dict[UUID, set[tuple[str, datetime]]]:
    """The deadlines that still count, by matter."""
    matters = {row.incident_id: row.incident for row in part}
    policy, steps = policy_at(at), steps_by_incident(matters)
    return {
        key: {(one.name.value, one.due_at) for one in running_clocks(incident, steps.get(key, []), policy)}
        for key, incident in matters.items()
    }


def _shown(actor: Actor, row: ClockWarning, posts: Sequence[UUID]) -> OpenWarning:
    owed: Matter = matter_of(row.incident)
    return OpenWarning(
        incident=row.incident,
        clock=ClockName(row.clock),
        colour=WarningColour(row.colour),
        due_at=row.due_at,
        warned_at=row.warned_at,
        answered_by=Answerer(row.answered_by),
        unit_id=owed.unit_id,
        post_id=owed.post_id,
        is_mine=actor.post_id is not None and actor.post_id in posts,
    )
