"""The audit's periodic work."""

from procrastinate.contrib.django import app

from jingwei.foundation.audit import services
from jingwei.kernel.clock import now


@app.periodic(cron="* * * * *")
@app.task(name="audit.seal", queueing_lock="audit.seal")
def seal(timestamp: int) -> None:
    """Seal what no older transaction can still join."""
    services.seal_entries(at=now())


@app.periodic(cron="30 18 * * *")  # 02:30 in China
@app.task(name="audit.check", queueing_lock="audit.check")
def check(timestamp: int) -> None:
    """Verify everything and keep the result for inspectors. Findings make the job fail, so that somebody looks."""
    services.require_intact(services.check_all(at=now()))
