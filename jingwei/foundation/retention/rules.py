"""When a kind of retention counts as late, and what a table of periods must hold."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from jingwei.foundation.retention.contracts import SHORTEST_LOG_DAYS, Lapse, Pace, Rule

LATE_AFTER = {Pace.HOURLY: timedelta(hours=3), Pace.DAILY: timedelta(hours=30)}
GRACE = timedelta(days=2)
"""What became due less than so long ago may be waiting for its run."""
LATELY = timedelta(days=30)
RUNS_KEPT = timedelta(days=3 * 365)


class BadRules(RuntimeError):
    """The table of periods contradicts itself or the law. A programming error."""


def require_sound(rules: Sequence[Rule]) -> None:
    """Raises: BadRules."""
    keys = [rule.key for rule in rules]
    doubled = sorted({key for key in keys if keys.count(key) > 1})
    if doubled:
        raise BadRules(f"told twice: {doubled}")
    for rule in rules:
        if rule.is_log and rule.keep_days is not None and rule.keep_days < SHORTEST_LOG_DAYS:
            raise BadRules(f"{rule.key}: the law wants six months at least, not {rule.keep_days} days")
        if rule.carry_out is not None and rule.overdue is None:
            raise BadRules(f"{rule.key}: nothing would notice if its job did not do its work")


def faults_of(
    rule: Rule,
    *,
    last_good_at: datetime | None,
    has_failed: bool,
    overdue: int,
    known_since: datetime,
    at: datetime,
) -> tuple[Lapse, ...]:
    """What is wrong with a kind. ``known_since`` is when this installation began: before that nothing could run."""
    if rule.carry_out is None:
        return ()
    found = []
    late_at = (last_good_at or known_since) + LATE_AFTER[rule.pace]
    if at > late_at:
        found.append(Lapse.RAN_LATE if last_good_at else Lapse.NEVER_RAN)
    if has_failed:
        found.append(Lapse.FAILED)
    if overdue:
        found.append(Lapse.LEFT_OVER)
    return tuple(found)
