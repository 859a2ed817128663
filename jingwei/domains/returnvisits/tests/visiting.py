"""Reaching a return visit as the field does: a matter is closed, and the step is heard."""

from datetime import timedelta
from typing import Any

from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.tests.walking import Walk, reported, rows
from jingwei.domains.returnvisits.contracts import PolicyLine, VisitPolicy
from jingwei.domains.returnvisits.models import Count, Visit
from jingwei.domains.returnvisits.services import enter_policy, follow_step
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from tests.cast import CAST, MONDAY_10

SUMS = ("planned", "reached", "unreached", "solved", "satisfied", "late", "reopened")


def everybody_is_visited(**changes: Any) -> None:
    """The city asks about everything."""
    values: dict[str, Any] = {
        "from_on": local(MONDAY_10).date(),
        "limit": "3d",
        "tries": 2,
        "sends_link": True,
        "link_days": 7,
        "lines": (PolicyLine("", "", 100),),
    }
    enter_policy(CAST.ding, VisitPolicy(**(values | changes)), at=MONDAY_10)


def closed(by: Actor = CAST.public, **changes: Any) -> Walk:
    """Reported, handled, closed; and the closing heard."""
    walk = reported(by, **changes).accepted().dispatched().taken().handled().passed().closed()
    hear(walk, Action.CLOSE)
    return walk


def hear(walk: Walk, action: Action) -> None:
    """As the queue does, twice: at least once is what it promises."""
    for _ in range(2):
        follow_step(walk.case, action, at=walk.at)


def visit_of(walk: Walk) -> Visit:
    """The latest visit of a matter, as it lies in the database."""
    with eyes(CAST.machine):
        found: Visit | None = (
            Visit.objects.visible_to(CAST.machine)
            .filter(incident_id=walk.case)
            .order_by("-planned_at")
            .first()
        )
    assert found is not None
    return found


def has_visit(walk: Walk) -> bool:
    with eyes(CAST.machine):
        return Visit.objects.visible_to(CAST.machine).filter(incident_id=walk.case).exists()


def sums() -> dict[str, int]:
    """What the trigger has counted, of everything."""
    columns = ", ".join(f"coalesce(sum({one}), 0)" for one in SUMS)
    (found,) = rows(f"select {columns} from {Count._meta.db_table}")
    return dict(zip(SUMS, found, strict=True))


def counted_again() -> dict[str, int]:
    """The same, counted from the visits themselves."""
    (found,) = rows(
        "select count(*), count(*) filter (where state = 'reached'), count(*) filter (where state = 'unreached'), "
        "count(*) filter (where is_solved), count(*) filter (where stars >= 4), count(*) filter (where is_late), "
        "count(*) filter (where reopened_at is not null) "
        "from returnvisits_visit where closed_on is not null and state <> 'withdrawn'"
    )
    return dict(zip(SUMS, found, strict=True))


def after(walk: Walk, **delta: float) -> Any:
    return walk.at + timedelta(**(delta or {"hours": 1}))
