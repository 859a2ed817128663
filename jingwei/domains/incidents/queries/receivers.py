"""Units that may be given a matter, with what they have in hand."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.matter import item_of
from jingwei.domains.incidents.rules.receiving import Load, Receiver, ranked
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.foundation.access.contracts import CENTRE, Role, UnitBrief, system_actor
from jingwei.foundation.access.queries import people_at_work, units_serving
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import lies_within

COUNTER = system_actor("在办统计")
"""A unit's ordinary load counts, also from places that the asker does not see; only numbers leave.

Tips and what is about a unit do not count: one more in the load would tell that there is one.
"""
SOON = timedelta(hours=24)
MOST_RECEIVERS = 40
IN_HAND = [int(State.DISPATCHED), int(State.HANDLING)]
WORKERS = (Role.HANDLER, Role.UNIT_HEAD, Role.DESK)


def receivers_for(incident: Incident, *, words: str, at: datetime) -> list[Receiver]:
    """The units that serve the place, those of the item's responsible kind first; narrowed by words in their names.

    The unit that the report is about is never among them; a centre only where it stands below the one in charge.
    """
    item = item_of(incident)
    asked = words.split()
    fit = [
        unit
        for unit in units_serving(incident.scope_code)
        if is_fit(incident, unit) and all(word in unit.name for word in asked)
    ]
    responsible = item.unit_kind if item else ""
    fit = sorted(fit, key=lambda unit: unit.kind != responsible)[:MOST_RECEIVERS]
    loads = loads_of((unit.unit_id for unit in fit), at=at)
    return ranked(Receiver(unit, unit.kind == responsible, loads[unit.unit_id]) for unit in fit)


def is_fit(incident: Incident, unit: UnitBrief) -> bool:
    """Whether a unit could be given the matter; ``dispatch_incident`` refuses the others by name."""
    serves = lies_within(incident.scope_code, unit.area_code) and unit.unit_id != incident.about_unit_id
    return serves and (unit.kind != CENTRE or lies_within(unit.area_code, incident.centre_area))


def loads_of(unit_ids: Iterable[UUID], *, at: datetime) -> dict[UUID, Load]:
    """What each unit has in hand: open tasks by the index of open ones, and its people at work."""
    asked = list(dict.fromkeys(unit_ids))
    with eyes(COUNTER):
        people = people_at_work(asked, WORKERS, at=at)
        counted = (
            Incident.objects.unscoped("only numbers leave")
            .filter(handler_unit_id__in=asked, state__lt=int(State.CLOSED), state__in=IN_HAND)
            .filter(sight_floor=FULL_FLOOR, about_unit_id=None)
            .values("handler_unit_id")
            .annotate(
                in_hand=Count("pk"),
                overdue=Count("pk", filter=Q(due_at__lt=at)),
                due_soon=Count("pk", filter=Q(due_at__gte=at, due_at__lt=at + SOON)),
            )
        )
        numbers = {row["handler_unit_id"]: row for row in counted}
    return {
        one: Load(
            open=numbers[one]["in_hand"] if one in numbers else 0,
            overdue=numbers[one]["overdue"] if one in numbers else 0,
            due_soon=numbers[one]["due_soon"] if one in numbers else 0,
            people=people.get(one, 0),
        )
        for one in asked
    }
