"""The working calendar in force and what it says of deadlines. Clocks, policies and watches have their own modules."""

from jingwei.domains.clocks.queries.calendar import (
    YearBrief,
    deadline_for,
    left_of,
    missing_years,
    require_usual_moment,
    special_days,
    working_hours,
    year_brief,
    year_briefs,
)

__all__ = [
    "YearBrief",
    "deadline_for",
    "left_of",
    "missing_years",
    "require_usual_moment",
    "special_days",
    "working_hours",
    "year_brief",
    "year_briefs",
]
