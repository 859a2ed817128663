"""Where assists meet the course: the lead waits for them, they wait with the matter and end with it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import WatchState
from jingwei.domains.clocks.services.watches import pause_watch, resume_watch, stop_watch
from jingwei.domains.incidents.models import Assist, Incident
from jingwei.domains.incidents.queries.assisting import open_assist_of, open_assists
from jingwei.domains.incidents.rules.assisting import AssistEnd, AssistsOpen
from jingwei.foundation.access.queries import unit_names

WATCH = "incidents.assist"


def require_assists_done(incident: Incident) -> None:
    """The lead reports for all: nobody who was asked may still owe something. Raises: AssistsOpen."""
    waiting = [one.unit_id for one in open_assists(incident.pk)]
    if waiting:
        names = unit_names(waiting)
        raise AssistsOpen(units="、".join(names.get(one, "?") for one in waiting))


def turn_lead(incident: Incident, unit_id: UUID, *, at: datetime) -> None:
    """A unit that assisted leads now: its assist is part of what it leads."""
    row = open_assist_of(incident.pk, unit_id)
    if row is not None:
        end_assist(row, AssistEnd.LEADS, result="", at=at)


def end_assists(incident: Incident, *, at: datetime) -> None:
    """The matter itself ends or is folded away: nobody owes anything for it any more."""
    for row in open_assists(incident.pk):
        end_assist(row, AssistEnd.ENDED, result="", at=at)


def pause_assists(incident: Incident, *, at: datetime, reason: str) -> None:
    """The matter waits, and so do those who assist."""
    _follow((row, pause_watch(WATCH, row.pk, at=at, reason=reason)) for row in open_assists(incident.pk))


def resume_assists(incident: Incident, *, at: datetime) -> None:
    """The matter goes on: each has exactly what was left of its own time."""
    _follow((row, resume_watch(WATCH, row.pk, at=at)) for row in open_assists(incident.pk))


def _follow(pairs: Iterable[tuple[Assist, WatchState | None]]) -> None:
    for row, state in pairs:
        row.due_at = state.due_at if state is not None else row.due_at
        row.save(update_fields=["due_at"])


def end_assist(row: Assist, outcome: AssistEnd, *, result: str, at: datetime) -> None:
    """Write down how an assist ended; its clock stops."""
    row.ended_at, row.outcome, row.result = at, outcome.value, result.strip()
    row.save(force_update=True)
    stop_watch(WATCH, row.pk, at=at, outcome=outcome.value)
