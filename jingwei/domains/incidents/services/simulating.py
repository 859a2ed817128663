"""A duty matrix tried on past matters, before it is switched on: what would go from whom to whom."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from procrastinate.contrib.django import app

from jingwei.domains.clocks.contracts import parse_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.duties import case_at
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.incidents.rules.simulating import Past, Tally
from jingwei.domains.routing.contracts import SimulationBrief
from jingwei.domains.routing.queries import item_by_id
from jingwei.domains.routing.queries.duties import (
    every_unit,
    matrix_in_force,
    matrix_of_list,
    who_would_handle,
)
from jingwei.domains.routing.queries.simulations import simulation_to_run
from jingwei.domains.routing.services.simulations import begin_simulation, end_simulation, note_progress
from jingwei.foundation.access.contracts import Actor, UnitBrief, system_actor
from jingwei.foundation.scoping import COLUMN_AT_LEVEL, eyes
from jingwei.kernel.clock import BEIJING, day_ends, local
from jingwei.kernel.codes import Level, level_of

SIMULATOR = system_actor("权责试算")
SIMULATE = "incidents.simulate_duties"
BATCH_ROWS = 2_000
COLUMNS = (
    *("id", "item_id", "item_code", "scope_code", "centre_area", "accepted_at", "reported_at"),
    "handler_unit_id",
)
HOUR = timedelta(hours=1)


def simulate_duties(
    actor: Actor, duty_list_id: int, *, from_on: date, to_on: date, at: datetime
) -> SimulationBrief:
    """Have a version tried on the matters of the actor's area that were reported on some days, as a job.

    Raises: DutyListUnknown, PeriodRefused, SimulationRunning.
    """
    with eyes(SIMULATOR):
        total = _past(actor.area_code, from_on, to_on).count()
    with eyes(actor):
        run = begin_simulation(actor, duty_list_id, from_on=from_on, to_on=to_on, total=total, at=at)
        app.configure_task(SIMULATE).defer(run_id=str(run.simulation_id))
    return run


def run_simulation(run_id: UUID, *, now: Callable[[], datetime]) -> None:
    """Try it from beginning to end, saying after every batch how far it has come; what has ended is left alone."""
    with eyes(SIMULATOR):
        run = simulation_to_run(run_id, at=now())
        if run is None:
            return
        draft, present = matrix_of_list(run.duty_list_id), matrix_in_force(on=local(now()).date())
        serving = _Serving(every_unit())
    tally, done = Tally(), 0
    for rows in _batches(run):
        for row in rows:
            incident_id, item_id, item_code, scope_code, centre_area, accepted_at, reported_at, handler_id = (
                row
            )
            moment = accepted_at or reported_at
            case = case_at(item_code, scope_code, centre_area=centre_area, at=moment)
            item = item_by_id(item_id)
            units = serving.at(scope_code)
            before = who_would_handle(present, case, units, item_kind=item.unit_kind)
            after = who_would_handle(draft, case, units, item_kind=item.unit_kind)
            tally.count(
                Past(incident_id, item_code, scope_code, local(reported_at).date().isoformat(), handler_id),
                before,
                after,
            )
            was, would = (one.handle_limit or item.handle_limit for one in (before, after))
            if was != would:
                first, second = (deadline_for(moment, parse_limit(one)).due_at for one in (was, would))
                tally.shift(was, would, (second - first) / HOUR)
        done += len(rows)
        with eyes(SIMULATOR):
            note_progress(run_id, done=done, at=now())
    with eyes(SIMULATOR):
        end_simulation(run_id, tally.result(), done=done, at=now())


class _Serving:
    """Which units serve a place, nearest level first: asked of many thousands of places."""

    def __init__(self, units: Sequence[UnitBrief]) -> None:
        self.by_area: dict[str, list[UnitBrief]] = {}
        for unit in sorted(units, key=lambda one: one.name):
            self.by_area.setdefault(unit.area_code, []).append(unit)
        self.known: dict[str, list[UnitBrief]] = {}

    def at(self, area_code: str) -> list[UnitBrief]:
        found = self.known.get(area_code)
        if found is None:
            above = [area_code[: int(level)] for level in reversed(Level) if int(level) <= len(area_code)]
            found = [unit for code in above for unit in self.by_area.get(code, [])]
            self.known[area_code] = found
        return found


def _past(area_code: str, from_on: date, to_on: date) -> QuerySet[Incident]:
    """Ordinary matters with an item: what is folded counts with its head, tips and what is about a unit go their own way."""
    begins = datetime.combine(from_on, time(0), BEIJING)
    ends = day_ends(to_on)
    rows = Incident.objects.unscoped("the asker's own area, counted by unit")
    rows = rows.filter(reported_at__gte=begins, reported_at__lte=ends, item_id__isnull=False)
    rows = rows.filter(sight_floor=FULL_FLOOR, about_unit_id=None, head_id=None)
    rows = rows.exclude(state=int(State.VOIDED))
    return rows.filter(**{COLUMN_AT_LEVEL[level_of(area_code)]: area_code})


def _batches(run: SimulationBrief) -> Iterator[list[tuple[Any, ...]]]:
    """The matters in order of their report, each batch read in a transaction of its own."""
    rows = _past(run.area_code, run.from_on, run.to_on).order_by("reported_at", "id")
    after: Q = Q()
    while True:
        with eyes(SIMULATOR):
            found = list(rows.filter(after).values_list(*COLUMNS)[:BATCH_ROWS])
        if not found:
            return
        yield found
        last_at, last_id = found[-1][COLUMNS.index("reported_at")], found[-1][0]
        after = Q(reported_at__gt=last_at) | Q(reported_at=last_at, id__gt=last_id)
