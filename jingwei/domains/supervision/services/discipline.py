"""Looking through the eyes of discipline inspection 纪检视角: every look is recorded."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.supervision.models import LapseFound
from jingwei.domains.supervision.queries.lapses import (
    Figures,
    LapseWish,
    figures_by_area,
    figures_by_unit,
    list_lapses,
)
from jingwei.domains.supervision.queries.policy import policy_at
from jingwei.domains.supervision.rules.period import require_period
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.work import work
from jingwei.kernel.paging import Page


@dataclass(frozen=True, slots=True)
class Discipline:
    """The figures of a period, by unit and by area."""

    units: dict[UUID, Figures]
    areas: dict[str, Figures]
    repeated_times: int


def look_at_discipline(actor: Actor, wish: LapseWish, *, at: datetime) -> Discipline:
    """The figures of a period. Raises: PeriodWrong."""
    require_period(wish.since, wish.until)
    times = policy_at(at).repeated_times
    with work(actor, Permission.READ_DISCIPLINE) as job:
        job.record_own("supervision.discipline:figures", act="look", **_said(wish))
        return Discipline(
            figures_by_unit(actor, wish, repeated_times=times),
            figures_by_area(actor, wish, repeated_times=times),
            times,
        )


def look_at_lapses(actor: Actor, wish: LapseWish, *, cursor: str | None, size: int) -> Page[LapseFound]:
    """The matters behind a figure. Raises: PeriodWrong, BadCursor."""
    require_period(wish.since, wish.until)
    with work(actor, Permission.READ_DISCIPLINE) as job:
        job.record_own("supervision.discipline:matters", act="look", **_said(wish))
        return list_lapses(actor, wish, cursor=cursor, size=size)


def _said(wish: LapseWish) -> dict[str, str]:
    said = {
        "since": wish.since.isoformat(),
        "until": wish.until.isoformat(),
        "area": wish.area_code or "",
        "unit": str(wish.unit_id or ""),
        "lapse": wish.lapse.value if wish.lapse else "",
    }
    return {name: value for name, value in said.items() if value}
