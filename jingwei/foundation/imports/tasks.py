"""Queue entrances of importing and exporting."""

from uuid import UUID

from procrastinate.contrib.django import app

from jingwei.foundation.events.services import under_trace
from jingwei.foundation.imports.services.export_keeping import drop_expired_exports
from jingwei.foundation.imports.services.export_runs import advance_export, revive_silent_exports
from jingwei.foundation.imports.services.exports import ADVANCE_EXPORT, defer_export
from jingwei.foundation.imports.services.runs import advance_batch, defer_advance, revive_silent_batches
from jingwei.kernel.clock import now


@app.task(name="imports.advance")
def advance(batch_id: str) -> None:
    """One slice of a batch; the next slice is a job of its own, so that others get their turn."""
    if advance_batch(UUID(batch_id), now=now):
        with under_trace():
            defer_advance(UUID(batch_id))


@app.periodic(cron="* * * * *")
@app.task(name="imports.revive")
def revive(timestamp: int) -> None:
    """Go on with batches and exports whose runner was killed."""
    revive_silent_batches(at=now())
    revive_silent_exports(at=now())


@app.task(name=ADVANCE_EXPORT)
def advance_one_export(export_id: str) -> None:
    """One slice of an export; the next slice is a job of its own, so that others get their turn."""
    if advance_export(UUID(export_id), now=now):
        with under_trace():
            defer_export(UUID(export_id))


@app.periodic(cron="*/10 * * * *")
@app.task(name="imports.end_exports")
def end_exports(timestamp: int) -> None:
    """Delete exported files at the end of their hours, and end requests that nobody answered."""
    drop_expired_exports(at=now())
