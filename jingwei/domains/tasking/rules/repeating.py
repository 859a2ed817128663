"""When a task that repeats is given again: every day, every week on its weekday, every month on its day."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from jingwei.domains.tasking.contracts import Repeat
from jingwei.domains.tasking.rules.refusals import RepeatOdd

LONGEST_SERIES = timedelta(days=2 * 366)


def occurrence(first: datetime, repeat: Repeat, number: int) -> datetime:
    """The moment of the so-manyeth repetition; 0 is the first giving. A month that is too short ends with its last day."""
    if repeat is Repeat.MONTHLY:
        year, month = divmod(12 * first.year + first.month - 1 + number, 12)
        day = min(first.day, monthrange(year, month + 1)[1])
        return first.replace(year=year, month=month + 1, day=day)
    return first + number * timedelta(days=1 if repeat is Repeat.DAILY else 7)


def latest_due(first: datetime, repeat: Repeat, *, after: int, at: datetime) -> int:
    """The number of the last repetition that has come, after one that was given: what was missed is given once."""
    number = after
    while occurrence(first, repeat, number + 1) <= at:
        number += 1
    return number


def next_of(first: datetime, repeat: Repeat, number: int, until: date | None) -> datetime | None:
    """When it is given again after one repetition; never, once the last day has passed."""
    found = occurrence(first, repeat, number + 1)
    return found if until is None or found.date() <= until else None


def require_repeat(first: datetime, repeat: Repeat | None, until: date | None) -> None:
    """Raises: RepeatOdd where the last day comes before the first repetition, or lies too far ahead."""
    if repeat is None and until is None:
        return
    if repeat is None or (until is not None and not _is_within(first, repeat, until)):
        raise RepeatOdd(days=LONGEST_SERIES.days)


def _is_within(first: datetime, repeat: Repeat, until: date) -> bool:
    return occurrence(first, repeat, 1).date() <= until <= (first + LONGEST_SERIES).date()
