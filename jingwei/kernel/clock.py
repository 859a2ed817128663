"""The only place that asks what time it is. Services take the moment as an argument; edges call ``now``."""

from datetime import UTC, date, datetime, time, timedelta, timezone

BEIJING = timezone(timedelta(hours=8), "UTC+8")
"""China has one time zone and no summer time; a fixed offset needs no tz database on the machine."""


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as people in China read it."""
    return moment.astimezone(BEIJING)


def day_begins(day: date) -> datetime:
    """The first moment of a day in China."""
    return datetime.combine(day, time.min, BEIJING)


def day_ends(day: date) -> datetime:
    """The last moment of a day in China, to be compared with ``<=``: the last day there is has none after it."""
    return datetime.combine(day, time.max, BEIJING)
