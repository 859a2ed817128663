"""Queue entrances of return visits."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.returnvisits.services.keeping import VISIT
from jingwei.domains.returnvisits.services.planning import follow_step, mark_late

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name="returnvisits.hear_step", retry=TRY_AGAIN)
def hear_step(
    incident_id: str,
    version: int,
    action: str,
    from_state: int,
    to_state: int,
    centre_id: str,
    unit_id: str | None,
    at: str,
) -> None:
    """Hear IncidentMoved: closings, ratings and what was taken up again."""
    follow_step(UUID(incident_id), Action(action), at=datetime.fromisoformat(at))


@app.task(name="returnvisits.hear_overdue", retry=TRY_AGAIN)
def hear_overdue(
    watch_id: str,
    kind: str,
    subject_id: str,
    incident_id: str | None,
    unit_id: str | None,
    post_id: str | None,
    area_code: str,
    due_at: str,
    at: str,
) -> None:
    """Hear WatchOverdue: a visit was not made in time."""
    if kind == VISIT:
        mark_late(UUID(subject_id), at=datetime.fromisoformat(at))
