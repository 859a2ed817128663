"""Queue entrances of incidents."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.services.clock_warning import sweep_clocks
from jingwei.domains.incidents.services.deadlines import recompute_provisional, resume_due
from jingwei.domains.incidents.services.folding import fold_flood, lead_folded
from jingwei.domains.incidents.services.following import tell_followers
from jingwei.domains.incidents.services.holding import release_forgotten
from jingwei.domains.incidents.services.recurring import tie_recurrence
from jingwei.domains.incidents.services.simulating import SIMULATE, run_simulation
from jingwei.domains.incidents.services.telling import tell_of, tell_of_arrival, tell_of_hand_over
from jingwei.foundation.access.contracts import system_actor
from jingwei.kernel.clock import now

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)
"""While the database is away, for some hours: 3, 9, 27 seconds and so on."""
CLOCK_KEEPER = system_actor("时限程序")


@app.task(name="incidents.tell_of_report", retry=TRY_AGAIN)
def tell_of_report(incident_id: str, centre_id: str, scope_code: str, is_urgent: bool) -> None:
    """Hear IncidentReported: a flood folds first, so that the desk is told of one matter."""
    at = now()
    fold_flood(UUID(incident_id), at=at)
    tell_of(UUID(incident_id), Action.REPORT, unit_id=None, at=at)


@app.task(name="incidents.tell_of_step", retry=TRY_AGAIN)
def tell_of_step(
    incident_id: str,
    version: int,
    action: str,
    from_state: int,
    to_state: int,
    centre_id: str,
    unit_id: str | None,
    at: str,
) -> None:
    """Hear IncidentMoved; what was folded into the matter follows it."""
    moment = datetime.fromisoformat(at)
    tell_of(
        UUID(incident_id),
        Action(action),
        unit_id=UUID(unit_id) if unit_id else None,
        version=version,
        at=moment,
    )
    lead_folded(UUID(incident_id), Action(action), at=moment)
    tie_recurrence(UUID(incident_id), Action(action), at=moment)


@app.task(name="incidents.tell_followers", retry=TRY_AGAIN)
def tell_those_who_follow(
    incident_id: str,
    version: int,
    action: str,
    from_state: int,
    to_state: int,
    centre_id: str,
    unit_id: str | None,
    at: str,
) -> None:
    """Hear IncidentMoved for those who follow a public matter."""
    tell_followers(UUID(incident_id), Action(action), at=datetime.fromisoformat(at))


@app.task(name="incidents.tell_of_arrival", retry=TRY_AGAIN)
def tell_of_batch(batch_id: str, source: str, centre_id: str, scope_code: str, count: int, at: str) -> None:
    """Hear IncidentsBroughtIn."""
    tell_of_arrival(UUID(batch_id), UUID(centre_id), count, at=datetime.fromisoformat(at))


@app.task(name="incidents.tell_of_hand_over", retry=TRY_AGAIN)
def tell_of_handed_over(
    from_post_id: str, to_post_id: str, by_post_id: str | None, count: int, at: str
) -> None:
    """Hear WorkHandedOver."""
    tell_of_hand_over(UUID(from_post_id), UUID(to_post_id), count, at=datetime.fromisoformat(at))


@app.task(
    name="incidents.recompute_provisional",
    queueing_lock="incidents.recompute_provisional",
    retry=TRY_AGAIN,
)
def recompute(year: int, at: str) -> None:
    """Hear CalendarYearEntered."""
    recompute_provisional(CLOCK_KEEPER, at=datetime.fromisoformat(at))


@app.periodic(cron="*/10 * * * *")
@app.task(name="incidents.resume_due", queueing_lock="incidents.resume_due")
def resume(timestamp: int) -> None:
    """Every ten minutes: suspensions that have reached their day end."""
    resume_due(CLOCK_KEEPER, at=now())


@app.periodic(cron="* * * * *")
@app.task(name="incidents.sweep_clocks", queueing_lock="incidents.sweep_clocks")
def sweep(timestamp: int) -> None:
    """Every minute: warnings that are due."""
    sweep_clocks(CLOCK_KEEPER, at=now())


@app.periodic(cron="*/10 * * * *")
@app.task(name="incidents.release_forgotten", queueing_lock="incidents.release_forgotten")
def release(timestamp: int) -> None:
    """Every ten minutes: what nobody has reviewed within a day goes to the desk."""
    release_forgotten(at=now())


@app.task(name=SIMULATE, retry=TRY_AGAIN)
def simulate(run_id: str) -> None:
    """Try a duty matrix on past matters, from beginning to end."""
    run_simulation(UUID(run_id), now=now)
