"""The period of the discipline view, and the words for what it counts."""

from datetime import datetime, timedelta

from jingwei.domains.supervision.contracts import LapseKind
from jingwei.domains.supervision.rules.refusals import PeriodWrong

LONGEST_DAYS = 93
"""A quarter: figures are counted from the lapses of the period, never from the matters."""

LAPSE_LABELS: dict[LapseKind, tuple[str, str]] = {
    LapseKind.SLOW: ("超时", "Overdue"),
    LapseKind.RETURNED: ("退回", "Given back"),
    LapseKind.REWORK: ("返工", "Sent back to be done again"),
    LapseKind.AGAINST_WORD: ("群众不认可仍结案", "Closed against the resident's word"),
}


def require_period(since: datetime, until: datetime) -> None:
    """Raises: PeriodWrong."""
    if not timedelta(0) < until - since <= timedelta(days=LONGEST_DAYS):
        raise PeriodWrong(days=LONGEST_DAYS)
