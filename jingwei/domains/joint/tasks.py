"""Queue entrances of joint work."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.joint.contracts import Happening
from jingwei.domains.joint.services.telling import tell_of, tell_of_absence
from jingwei.domains.joint.services.whistles import ARRIVAL

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)


@app.task(name="joint.tell_of_happening", retry=TRY_AGAIN)
def tell_of_happening(happening: str, subject_id: str, at: str) -> None:
    """Hear JointHappened."""
    tell_of(Happening(happening), UUID(subject_id), at=datetime.fromisoformat(at))


@app.task(name="joint.hear_overdue", retry=TRY_AGAIN)
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
    """Hear WatchOverdue: a unit that was called has not come in time."""
    if kind == ARRIVAL:
        tell_of_absence(UUID(subject_id), at=datetime.fromisoformat(at))
