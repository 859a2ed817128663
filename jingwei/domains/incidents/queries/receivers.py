"""Units that may be given a matter, with what they have in hand."""

from collections.abc import Iterable, Sequence
from copy import copy
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, DurationField, ExpressionWrapper, Min, Q, Sum, Value
from django.db.models.functions import Coalesce, Greatest, Least

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Assignment, Incident
from jingwei.domains.incidents.queries.duties import duty_of
from jingwei.domains.incidents.queries.matter import item_of
from jingwei.domains.incidents.rules.receiving import USUAL_OVER, Load, Receiver, ranked, usual_number
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.routing.queries import item_in_force
from jingwei.domains.routing.queries.duties import is_relieved
from jingwei.foundation.access.contracts import CENTRE, Role, UnitBrief, system_actor
from jingwei.foundation.access.queries import people_at_work, units_serving
from jingwei.foundation.areas.queries import locate
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
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
    """The units that serve the place: first the one of the duty matrix, or those of the item's kind; by words in names.

    The unit that the report is about is never among them; a centre only where it stands below the one in charge.
    """
    duty, item = duty_of(incident, at=at), item_of(incident)
    asked = words.split()
    fit = [
        unit
        for unit in units_serving(incident.scope_code)
        if is_fit(incident, unit) and all(word in unit.name for word in asked)
    ]
    kind = item.unit_kind if item else ""

    def is_responsible(unit: UnitBrief) -> bool:
        """By the line of the duty matrix exactly its lead; where there is none, every unit of the item's kind."""
        return unit.kind == kind if duty.line is None else unit == duty.lead

    former = former_handler(incident)
    fit = sorted(fit, key=lambda unit: (unit.unit_id != former, not is_responsible(unit)))[:MOST_RECEIVERS]
    loads = loads_of((unit.unit_id for unit in fit), at=at)
    return ranked(
        Receiver(
            unit,
            is_responsible(unit),
            loads[unit.unit_id],
            is_relieved(duty, unit),
            is_former=unit.unit_id == former,
        )
        for unit in fit
    )


def former_handler(incident: Incident) -> UUID | None:
    """The unit that had handled what was taken up again: it is proposed first 首接负责. None where nobody had."""
    if incident.state != int(State.ACCEPTED):
        return None
    last = Assignment.objects.filter(incident_id=incident.pk).order_by("-dispatched_at", "-id").first()
    return last.unit_id if last is not None and last.outcome == "handled" else None


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
        usual = _usual(asked, at)
    return {
        one: Load(
            open=numbers[one]["in_hand"] if one in numbers else 0,
            overdue=numbers[one]["overdue"] if one in numbers else 0,
            due_soon=numbers[one]["due_soon"] if one in numbers else 0,
            people=people.get(one, 0),
            usual=usual.get(one),
        )
        for one in asked
    }


def as_corrected(incident: Incident, item_code: str, place: tuple[float, float] | None) -> Incident:
    """The matter as it would be with another item or place, to choose from; nothing is written.

    Raises: ItemUnknown, OutsideCity.
    """
    corrected = copy(incident)
    if item_code:
        item = item_in_force(item_code, on=local(incident.received_at).date())
        corrected.item_code, corrected.item_id = item.item_code, item.item_id
    if place is not None:
        corrected.scope_code = locate(*place).area_code
    return corrected


def _usual(unit_ids: Sequence[UUID], at: datetime) -> dict[UUID, int | None]:
    """How many matters each unit usually has at once, by the tasks it had in the last weeks. Needs eyes that count."""
    since, now = Value(at - USUAL_OVER), Value(at)
    begun = Greatest("dispatched_at", since)
    rows = (
        Assignment.objects.filter(unit_id__in=unit_ids, dispatched_at__lt=at)
        .filter(Q(ended_at=None) | Q(ended_at__gt=at - USUAL_OVER))
        .filter(incident__sight_floor=FULL_FLOOR, incident__about_unit_id=None)
        .values("unit_id")
        .annotate(
            held=Sum(
                ExpressionWrapper(Least(Coalesce("ended_at", now), now) - begun, output_field=DurationField())
            ),
            since=Min(begun),
        )
    )
    return {row["unit_id"]: usual_number(row["held"], row["since"], at=at) for row in rows}
