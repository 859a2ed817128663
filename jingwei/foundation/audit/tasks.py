"""The audit's periodic work."""

from procrastinate.contrib.django import app

from jingwei.foundation.audit import services
from jingwei.foundation.audit.rules import WalkOnItsWay
from jingwei.kernel.clock import now


@app.periodic(cron="* * * * *")
@app.task(name="audit.seal", queueing_lock="audit.seal")
def seal(timestamp: int) -> None:
    """Seal what no older transaction can still join."""
    services.seal_entries(at=now())


@app.periodic(cron="7 * * * *")
@app.task(name="audit.witness", queueing_lock="audit.witness")
def witness(timestamp: int) -> None:
    """Every hour: show the chain's end to the witnesses outside."""
    services.call_witnesses(at=now())


@app.periodic(cron="30 18 * * *")  # 02:30 in China
@app.task(name="audit.check", queueing_lock="audit.check")
def check(timestamp: int) -> None:
    """Begin to verify everything; one that is on its way goes on instead."""
    try:
        services.begin_walk(at=now())
    except WalkOnItsWay:
        services.advance_walk(at=now())


@app.task(name=services.ADVANCE_WALK, queueing_lock=services.ADVANCE_WALK)
def advance_walk() -> None:
    """The next portion. Findings make the last job fail, so that somebody looks; the result is kept first."""
    result = services.advance_walk(at=now())
    if result is not None:
        services.require_intact(result)
