"""The only place that asks what time it is. Services take the moment as an argument; edges call ``now``."""

from datetime import UTC, datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8), "UTC+8")
"""China has one time zone and no summer time; a fixed offset needs no tz database on the machine."""


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as people in China read it."""
    return moment.astimezone(BEIJING)
