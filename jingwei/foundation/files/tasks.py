"""Housekeeping of files."""

from procrastinate.contrib.django import app

from jingwei.foundation.files.services import sweep_files
from jingwei.kernel.clock import now


@app.periodic(cron="25 * * * *")
@app.task(name="files.sweep", queueing_lock="files.sweep")
def sweep(timestamp: int) -> None:
    """Remove uploads that nobody attached, and content that a crash or a masking left behind."""
    sweep_files(at=now())
