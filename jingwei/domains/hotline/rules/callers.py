"""What may be shown of a caller's earlier matters.

So that a seat can say "you called about the lamp post yesterday": open matters, and those of the last 90 days,
which a reporter may still reopen or ask about. No number of matters, no list beyond that, no mark on the person:
a history of somebody's complaints is not kept in reach (red line 3).
"""

from datetime import datetime, timedelta

EARLIER_DAYS = 90
MOST_SHOWN = 5


def earlier_since(at: datetime) -> datetime:
    """Closed matters before this moment stay out of the look-up."""
    return at - timedelta(days=EARLIER_DAYS)
