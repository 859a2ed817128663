"""Queue entrances of the map's counts."""

from procrastinate.contrib.django import app

from jingwei.foundation.maps.services.folding import check_all, fold_all


@app.periodic(cron="* * * * *")
@app.task(name="maps.fold", queueing_lock="maps.fold")
def fold(timestamp: int) -> None:
    """Every minute: changes are folded into the pyramid."""
    fold_all()


@app.periodic(cron="10 19 * * *")  # 03:10 in China
@app.task(name="maps.check", queueing_lock="maps.check")
def check(timestamp: int) -> None:
    """Every night: counts are compared with the rows, and made anew where they differ."""
    check_all()
