"""Queue entrances of upkeep of the territory."""

from datetime import timedelta
from uuid import UUID

from procrastinate.contrib.django import app

from jingwei.foundation.events.services import under_trace
from jingwei.foundation.territory.services.moving import (
    ADVANCE,
    advance_run,
    defer_advance,
    revive_silent_runs,
)
from jingwei.foundation.territory.services.publishing import open_due
from jingwei.foundation.territory.services.telling import tell_of_division, tell_publisher
from jingwei.kernel.clock import now


@app.task(name=ADVANCE)
def advance(run_id: str) -> None:
    """One slice of moving rows; the next slice is a job of its own, so that others get their turn."""
    wait: timedelta | None = advance_run(UUID(run_id), now=now)
    if wait is not None:
        with under_trace():
            defer_advance(UUID(run_id), after=wait)


@app.periodic(cron="*/2 * * * *")
@app.task(name="territory.keep_going")
def keep_going(timestamp: int) -> None:
    """Put in force what was published for today, and go on with runs whose runner was killed."""
    open_due(at=now())
    revive_silent_runs(at=now())


@app.task(name="territory.tell_of_division")
def tell_of_new_division(publication_id: str, area_code: str, on: str) -> None:
    """Those who keep the grids learn that they changed."""
    tell_of_division(UUID(publication_id), at=now())


@app.task(name="territory.tell_of_moved_rows")
def tell_of_moved_rows(publication_id: str, area_code: str, on: str) -> None:
    """Whoever published learns that the rows have followed."""
    tell_publisher(UUID(publication_id), at=now())


@app.task(name="territory.tell_of_failure")
def tell_of_failure(publication_id: str, area_code: str) -> None:
    """Whoever published learns that it could not come into force."""
    tell_publisher(UUID(publication_id), at=now(), has_failed=True)
