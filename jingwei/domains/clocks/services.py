"""Entering the official calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from jingwei.domains.clocks.models import CalendarDay, CalendarYear
from jingwei.domains.clocks.queries import forget_calendar
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work


@dataclass(frozen=True, slots=True)
class NewDay:
    """A holiday or a make-up working day."""

    day_on: date
    is_working: bool
    name: str


def enter_year(actor: Actor, year: int, days: Iterable[NewDay], *, at: datetime) -> int:
    """Replace the special days of a year by the official ones. Returns how many were entered."""
    with work(actor, Permission.MANAGE_CALENDAR) as job:
        CalendarDay.objects.filter(day_on__year=year).delete()
        rows = [CalendarDay(day_on=d.day_on, is_working=d.is_working, name=d.name) for d in days]
        CalendarDay.objects.bulk_create(rows)
        CalendarYear.objects.filter(year=year).delete()
        CalendarYear(year=year, entered_at=at).save(force_insert=True)
        job.record_own(f"clocks.calendaryear:{year}", days=len(rows))
    forget_calendar()
    return len(rows)
