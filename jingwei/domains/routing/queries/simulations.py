"""Simulations of a duty matrix, as whoever asked for them sees them."""

from datetime import datetime, timedelta
from uuid import UUID

from jingwei.domains.routing.contracts import SimulationBrief
from jingwei.domains.routing.models import Simulation
from jingwei.foundation.access.contracts import Actor

SILENCE = timedelta(minutes=2)
"""After so long without a sign the run is believed dead; it may be asked for anew."""
MOST_SHOWN = 10


def simulations_of(actor: Actor, *, at: datetime) -> list[SimulationBrief]:
    """One's own, latest first."""
    if actor.person_id is None:
        return []
    rows = Simulation.objects.filter(person_id=actor.person_id).order_by("-asked_at")[:MOST_SHOWN]
    return [brief_of(row, at=at) for row in rows]


def simulation_to_run(run_id: UUID, *, at: datetime) -> SimulationBrief | None:
    """One that has not ended."""
    row = Simulation.objects.filter(pk=run_id, ended_at=None).first()
    return brief_of(row, at=at) if row else None


def brief_of(row: Simulation, *, at: datetime) -> SimulationBrief:
    """A simulation as others may speak of it."""
    is_near = row.beat_at - SILENCE <= at <= row.beat_at + SILENCE
    return SimulationBrief(
        simulation_id=row.pk,
        duty_list_id=row.duty_list_id,
        list_name=row.list_name,
        against_name=row.against_name,
        area_code=row.area_code,
        from_on=row.from_on,
        to_on=row.to_on,
        asked_at=row.asked_at,
        ended_at=row.ended_at,
        total=row.total,
        done=row.done,
        is_silent=row.ended_at is None and not is_near,
        result=row.result,
    )
