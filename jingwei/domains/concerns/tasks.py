"""Queue entrances of people's concerns."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.concerns.services.counting import count_anew

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)
"""While the database is away, for some hours: 3, 9, 27 seconds and so on."""


@app.task(name="concerns.follow_ground", retry=TRY_AGAIN)
def follow_ground(publication_id: str, area_code: str, on: str) -> None:
    """Hear RowsMoved: notes are counted where they lie now."""
    count_anew(area_code)
