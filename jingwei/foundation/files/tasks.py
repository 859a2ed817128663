"""Housekeeping of files."""

from procrastinate.contrib.django import app

from jingwei.foundation.files.services import sweep_files, sweep_uploads
from jingwei.kernel.clock import now


@app.periodic(cron="25 * * * *")
@app.task(name="files.sweep", queueing_lock="files.sweep")
def sweep(timestamp: int) -> None:
    """Remove uploads that nobody finished or attached, and content that a crash or a masking left behind."""
    at = now()
    sweep_uploads(at=at)
    sweep_files(at=at)
