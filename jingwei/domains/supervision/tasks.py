"""Queue entrances of supervision."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.supervision.contracts import Happening
from jingwei.domains.supervision.services import hearing
from jingwei.domains.supervision.services.telling import tell_of
from jingwei.domains.supervision.services.watching import CARD

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name="supervision.hear_overdue_matters", retry=TRY_AGAIN)
def hear_overdue_matters(incident_ids: list[str], at: str) -> None:
    """Hear MattersOverdue."""
    hearing.hear_overdue([UUID(one) for one in incident_ids], at=datetime.fromisoformat(at))


@app.task(name="supervision.hear_step", retry=TRY_AGAIN)
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
    """Hear IncidentMoved."""
    hearing.hear_step(
        UUID(incident_id),
        version,
        Action(action),
        State(to_state),
        UUID(unit_id) if unit_id else None,
        at=datetime.fromisoformat(at),
    )


@app.task(name="supervision.hear_overdue", retry=TRY_AGAIN)
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
    """Hear WatchOverdue: a card was not answered in time."""
    if kind == CARD:
        hearing.hear_missed_answer(
            UUID(subject_id), due_at=datetime.fromisoformat(due_at), at=datetime.fromisoformat(at)
        )


@app.task(name="supervision.tell_of_happening", retry=TRY_AGAIN)
def tell_of_happening(happening: str, subject_id: str, at: str) -> None:
    """Hear Supervised."""
    tell_of(Happening(happening), UUID(subject_id), at=datetime.fromisoformat(at))
