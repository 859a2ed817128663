"""Inspecting is an act of its own: whoever reads who looked is seen as well."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.administration.queries.inspecting import looks_inspected, standouts
from jingwei.foundation.administration.rules.inspecting import (
    InspectionWish,
    LookedAt,
    Standout,
    require_period,
)
from jingwei.foundation.audit import services as audit
from jingwei.foundation.work import work
from jingwei.kernel.paging import Page

TARGET = "audit.looks"


def inspect_looks(actor: Actor, wish: InspectionWish, *, limit: int, cursor: str | None) -> Page[LookedAt]:
    """A page of who looked at what; that it was read, and for what it was narrowed, is recorded."""
    with work(actor, Permission.READ_AUDIT) as job:
        page = looks_inspected(wish, limit=limit, cursor=cursor)
        job.record_own(TARGET, act="inspect_looks", shown=len(page.rows), **_said(wish))
    return page


def inspect_standouts(actor: Actor, *, since: datetime, until: datetime, area: str) -> list[Standout]:
    """What stands out in a period; recorded like any other reading. Raises: PeriodTooLong."""
    require_period(since, until)
    with work(actor, Permission.READ_AUDIT) as job:
        found = standouts(since=since, until=until, within=area)
        job.record_own(
            TARGET, act="inspect_looks", standing_out=len(found), since=since, until=until, area=area
        )
    return found


def start_check(actor: Actor, *, at: datetime) -> None:
    """Have everything verified now, in portions. Raises: WalkOnItsWay."""
    with work(actor, Permission.READ_AUDIT) as job:
        audit.begin_walk(at=at)
        job.record_own("audit.check", act="start_check")


def _said(wish: InspectionWish) -> Mapping[str, Any]:
    """The filters that are set. ``words`` is somebody's name as staff: it stands in the audit anyway."""
    asked = {
        "viewer": wish.person_id,
        "subject": wish.subject_id,
        "about": wish.target,
        "words": wish.words,
        "for_purpose": wish.purpose,
        "area": wish.area,
        "kinds": [kind.value for kind in wish.kinds],
        "since": wish.since,
        "until": wish.until,
    }
    return {name: value for name, value in asked.items() if value}
