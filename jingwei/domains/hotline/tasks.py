"""Queue entrances of the hotline."""

from datetime import timedelta

from procrastinate.contrib.django import app

from jingwei.domains.hotline.services.addresses import (
    learn_addresses_since,
    learn_all_addresses,
    learn_ground_anew,
)
from jingwei.domains.hotline.services.calls import close_lost_calls
from jingwei.domains.hotline.services.landmarks import learn_places
from jingwei.foundation.access.contracts import system_actor
from jingwei.kernel.clock import now

CALL_KEEPER = system_actor("通话清点")
A_DAY = timedelta(days=1)


@app.periodic(cron="*/5 * * * *")
@app.task(name="hotline.learn_addresses", queueing_lock="hotline.learn_addresses")
def learn_addresses(timestamp: int) -> None:
    """Every five minutes: what was named in the last day."""
    at = now()
    learn_addresses_since(at - A_DAY, at=at)


@app.periodic(cron="20 19 * * *")
@app.task(name="hotline.learn_all_addresses", queueing_lock="hotline.learn_all_addresses")
def learn_all(timestamp: int) -> None:
    """At 03:20 in Beijing: everything of three years, late and imported reports included; then the landmarks of it."""
    learn_all_addresses(at=now())
    learn_places()


@app.periodic(cron="*/15 * * * *")
@app.task(name="hotline.close_lost_calls", queueing_lock="hotline.close_lost_calls")
def close_lost(timestamp: int) -> None:
    """Every quarter of an hour: calls whose end was never told."""
    close_lost_calls(CALL_KEEPER, at=now())


@app.task(name="hotline.follow_ground")
def follow_ground(publication_id: str, area_code: str, on: str) -> None:
    """Addresses are learnt anew where borders moved."""
    learn_ground_anew(area_code, at=now())
