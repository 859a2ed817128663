"""Queue entrances of residents."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.residents.services.asking import tell_of_request
from jingwei.domains.residents.services.keeping import follow_houses
from jingwei.kernel.clock import now

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)
"""While the database is away, for some hours: 3, 9, 27 seconds and so on."""


@app.task(name="residents.tell_of_request", retry=TRY_AGAIN)
def tell(request_id: str, at: str) -> None:
    """Hear RequestMoved."""
    tell_of_request(UUID(request_id), at=datetime.fromisoformat(at))


@app.task(name="residents.follow_ground", retry=TRY_AGAIN)
def follow_ground(publication_id: str, area_code: str, on: str) -> None:
    """Hear RowsMoved: people go where their house went."""
    follow_houses(area_code, at=now())
