"""Simulations of a duty matrix: begun and kept here, run by whoever has the past."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jingwei.domains.routing.contracts import SimulationBrief
from jingwei.domains.routing.models import Simulation
from jingwei.domains.routing.queries.duties import duty_list, matrix_in_force
from jingwei.domains.routing.queries.simulations import brief_of
from jingwei.domains.routing.rules.refusals import PeriodRefused, SimulationRunning
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import SignInNeeded
from jingwei.kernel.ids import uuid7

LONGEST_DAYS = 366
MOST_KEPT = 10
"""Of each person; earlier ones go."""


def begin_simulation(
    actor: Actor, list_id: int, *, from_on: date, to_on: date, total: int, at: datetime
) -> SimulationBrief:
    """Note that a version is to be tried on the actor's own area, from a day to a day (inclusive).

    Raises: DutyListUnknown, PeriodRefused, SimulationRunning.
    """
    if actor.person_id is None:
        raise SignInNeeded
    today = local(at).date()
    if not from_on <= to_on <= today or (to_on - from_on).days >= LONGEST_DAYS:
        raise PeriodRefused(days=LONGEST_DAYS)
    with work(actor, Permission.PROPOSE_DUTY) as job:
        row = duty_list(list_id, with_drafts=True)
        present = matrix_in_force(on=today)
        for running in Simulation.objects.select_for_update().filter(
            person_id=actor.person_id, ended_at=None
        ):
            if not brief_of(running, at=at).is_silent:
                raise SimulationRunning(name=running.list_name)
        run = Simulation(
            id=uuid7(),
            duty_list_id=row.pk,
            list_name=row.name,
            against_name=present.name if present else "",
            area_code=actor.area_code,
            from_on=from_on,
            to_on=to_on,
            person_id=actor.person_id,
            asked_at=at,
            beat_at=at,
            total=total,
        )
        run.save(force_insert=True)
        kept = Simulation.objects.filter(person_id=actor.person_id).order_by("-asked_at")[:MOST_KEPT]
        Simulation.objects.filter(person_id=actor.person_id).exclude(pk__in=[one.pk for one in kept]).delete()
        job.record_own(
            f"routing.simulation:{run.pk}", list=row.pk, from_on=from_on.isoformat(), to_on=to_on.isoformat()
        )
    return brief_of(run, at=at)


def note_progress(run_id: UUID, *, done: int, at: datetime) -> None:
    """So far it has come. The eyes are those of the machine that runs it."""
    Simulation.objects.filter(pk=run_id, ended_at=None).update(done=done, beat_at=at)


def end_simulation(run_id: UUID, result: Mapping[str, Any], *, done: int, at: datetime) -> None:
    """Keep what was found."""
    Simulation.objects.filter(pk=run_id, ended_at=None).update(
        done=done, total=done, beat_at=at, ended_at=at, result=dict(result)
    )
