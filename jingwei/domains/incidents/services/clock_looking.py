"""When the sweep has to look at an incident next: written by every step, never too late, at worst once in vain.

Looking is harmless, because a warning is given once for each colour of each deadline. So a step need not read the whole
course: what was known before stays, what the step started anew can only be added, and where clocks went on from a pause
the sweep looks at once.
"""

from collections.abc import Iterable
from datetime import datetime

from jingwei.domains.clocks.contracts import Limit, parse_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.clocks.queries.policy import limits_for, policy_at
from jingwei.domains.clocks.queries.running import moments_of, next_look
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.rules.clocks import PROGRESS

GOES_ON_FROM = frozenset({Action.RESUME, Action.REOPEN, Action.UNFOLD})


def look_after_step(incident: Incident, action: Action, *, at: datetime) -> datetime | None:
    """When to look after a step; nothing while it is suspended, folded away or over."""
    if incident.state >= State.CLOSED or incident.suspended_at is not None or incident.head_id is not None:
        return None
    if incident.next_warn_at is None or action in GOES_ON_FROM:
        return at
    looks = [incident.next_warn_at]
    if incident.due_at is not None and incident.stage_limit:
        looks += _looks([(incident.due_at, parse_limit(incident.stage_limit))], at)
    if action in PROGRESS:
        lines = limits_for(incident.item_code, is_urgent=incident.is_urgent, at=incident.received_at)
        progress = parse_limit(lines.progress_limit)
        looks += _looks([(deadline_for(at, progress).due_at, progress)], at)
    return min(looks)


def look_after_report(
    due_at: datetime, limit: Limit, *, item_code: str, is_urgent: bool, at: datetime
) -> datetime | None:
    """When to look at a new report first: the stage or the first response warns before the other clocks do."""
    first = parse_limit(limits_for(item_code, is_urgent=is_urgent, at=at).first_limit)
    return min(_looks([(due_at, limit), (deadline_for(at, first).due_at, first)], at), default=at)


def _looks(clocks: Iterable[tuple[datetime, Limit]], at: datetime) -> list[datetime]:
    lines = policy_at(at).warnings
    looks = (next_look(moments_of(due_at, whole, lines), at) for due_at, whole in clocks)
    return [one for one in looks if one is not None]
