"""When something may be recorded, struck out and counted."""

from datetime import date, datetime, timedelta

from jingwei.domains.worklog.rules.refusals import LogSpanTooLong, LogTimeOdd

RECORDED_WITHIN = timedelta(days=30)
STRUCK_WITHIN = timedelta(days=7)
LONGEST_SPAN = timedelta(days=92)
CLOCKS_DIFFER = timedelta(minutes=5)
"""A phone's clock may be ahead of ours."""
USUAL_DAYS = timedelta(days=60)
MOST_USUAL = 8
TITLE_LENGTH = 30


def require_time(happened_at: datetime, *, at: datetime) -> None:
    """Raises: LogTimeOdd."""
    if not at - RECORDED_WITHIN <= happened_at <= at + CLOCKS_DIFFER:
        raise LogTimeOdd(days=RECORDED_WITHIN.days)


def require_span(from_on: date, until_on: date) -> None:
    """Both days count. Raises: LogSpanTooLong."""
    if not timedelta(0) <= until_on - from_on < LONGEST_SPAN:
        raise LogSpanTooLong(days=LONGEST_SPAN.days)


def may_strike(*, is_recorder: bool, recorded_at: datetime, at: datetime) -> bool:
    return is_recorder and at - recorded_at <= STRUCK_WITHIN


def words_of_order(item_name: str, words: str, further: str) -> str:
    """What the work order says: what was recorded, and why it has to go further."""
    told = words.strip() or item_name
    return f"{told}\n{further.strip()}".strip()
