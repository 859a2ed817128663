"""When a joint enforcement may begin, who may answer what, and what is found."""

from datetime import datetime, timedelta

from jingwei.domains.joint.contracts import EnforcementReply
from jingwei.domains.joint.rules.refusals import EnforcementAhead, EnforcementTimeWrong

SHORTEST = timedelta(minutes=30)
LONGEST = timedelta(days=60)
EARLY = timedelta(hours=2)
"""How long before the beginning a unit may say that it is there."""
MOST_FINDINGS = 200


def require_beginning(starts_at: datetime, *, at: datetime) -> None:
    """Raises: EnforcementTimeWrong."""
    if not at + SHORTEST <= starts_at <= at + LONGEST:
        raise EnforcementTimeWrong(minutes=SHORTEST // timedelta(minutes=1), days=LONGEST.days)


def require_under_way(starts_at: datetime, *, at: datetime) -> None:
    """Nobody is there, and nothing is found, long before it begins. Raises: EnforcementAhead."""
    if at < starts_at - EARLY:
        raise EnforcementAhead(hours=EARLY // timedelta(hours=1))


def needs_reason(reply: EnforcementReply) -> bool:
    """Whoever does not come says why."""
    return reply is EnforcementReply.DECLINED
