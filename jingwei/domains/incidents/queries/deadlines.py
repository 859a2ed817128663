"""The board 看板 and the calendar of deadlines: the open matters of a scope, nearest deadline first, up to a limit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q

from jingwei.domains.clocks.contracts import Colour
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.filters import Filter, condition_of, listed
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS, walk_indexes
from jingwei.domains.incidents.rules.deadlines import (
    MOST_COUNTED,
    OpenMatter,
    by_day,
    by_stage,
    require_window,
)
from jingwei.domains.incidents.rules.lifecycle import Stage
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.clock import day_begins, day_ends
from jingwei.kernel.codes import Level

CARDS_IN_A_STAGE = 20
CARDS_IN_A_CELL = 100


@dataclass(frozen=True, slots=True)
class Window:
    """Which days of deadline are asked for, both included, and which cell is opened."""

    due_from: date | None = None
    due_to: date | None = None
    stage: Stage | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Counts by stage and by day, and the first matters of each stage, or of the cell that was opened."""

    stages: dict[tuple[Stage, Colour], int]
    days: dict[tuple[date, Colour], int]
    total: int
    is_capped: bool
    cards: list[Incident]


def deadlines_of(actor: Actor, wanted: Filter, window: Window, *, at: datetime) -> Deadlines:
    """The open matters of the actor's lists by their deadline. Costs what is open in the scope, and no more than
    ``MOST_COUNTED`` narrow rows. Raises: BadWindow, SearchTooWide.
    """
    require_window(window.due_from, window.due_to)
    rows = listed(actor, wanted).filter(condition_of(actor, wanted, at), state__lt=int(State.CLOSED))
    if (
        not actor.scope and actor.sharing_unit_id is not None
    ):  # a unit's open tasks have an index of their own
        rows = rows.filter(handler_unit_id=actor.unit_id)
    rows = rows.filter(_due(window)).order_by(F("due_at").asc(nulls_last=True), "id")
    if len(max(actor.scope or "", wanted.area_code or "", key=len)) <= Level.TOWNSHIP and actor.scope:
        walk_indexes()
    columns = ("pk", "state", "due_at", "warn_at", "suspended_at")
    found = [OpenMatter(*row) for row in rows.values_list(*columns)[: MOST_COUNTED + 1]]
    is_capped = len(found) > MOST_COUNTED
    found = found[:MOST_COUNTED]
    return Deadlines(
        stages=by_stage(found, at),
        days=by_day(found, at),
        total=len(found),
        is_capped=is_capped,
        cards=_cards(actor, _chosen(found, window, at)),
    )


def _due(window: Window) -> Q:
    condition = Q()
    if window.due_from is not None:
        condition &= Q(due_at__gte=day_begins(window.due_from))
    if window.due_to is not None:
        condition &= Q(due_at__lte=day_ends(window.due_to))
    return condition


def _chosen(found: Sequence[OpenMatter], window: Window, at: datetime) -> list[object]:
    """The matters whose cards are shown, nearest deadline first."""
    is_cell = window.stage is not None or window.colour is not None
    most = CARDS_IN_A_CELL if is_cell else CARDS_IN_A_STAGE
    taken: dict[Stage, int] = {}
    chosen = []
    for row in found:
        if window.stage not in {None, row.stage} or window.colour not in {None, row.colour(at)}:
            continue
        if taken.get(row.stage, 0) < most:
            taken[row.stage] = taken.get(row.stage, 0) + 1
            chosen.append(row.pk)
    return chosen


def _cards(actor: Actor, keys: list[object]) -> list[Incident]:
    rows = Incident.objects.visible_to(actor).filter(pk__in=keys).only(*LIST_COLUMNS)
    found = {row.pk: row for row in rows}
    return [found[key] for key in keys if key in found]
