"""Entering the calendar. Policies and watches have their own modules."""

from jingwei.domains.clocks.services.calendar import (
    CALENDAR_SHEET,
    enter_year,
    remind_of_missing_years,
    set_working_hours,
    sheet_values,
    write_calendar_rows,
)

__all__ = [
    "CALENDAR_SHEET",
    "enter_year",
    "remind_of_missing_years",
    "set_working_hours",
    "sheet_values",
    "write_calendar_rows",
]
