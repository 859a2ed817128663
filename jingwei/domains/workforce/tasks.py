"""Queue entrances of officers and teams."""

from datetime import datetime
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from jingwei.domains.workforce.contracts import ReferralState
from jingwei.domains.workforce.services.telling import tell_of_referral

TRY_AGAIN = RetryStrategy(max_attempts=8, exponential_wait=3)
"""While the database is away, for some hours: 3, 9, 27 seconds and so on."""


@app.task(name="workforce.tell_of_referral", retry=TRY_AGAIN)
def tell(referral_id: str, state: str, at: str) -> None:
    """Hear ReferralMoved."""
    tell_of_referral(UUID(referral_id), ReferralState(state), at=datetime.fromisoformat(at))
