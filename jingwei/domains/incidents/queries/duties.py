"""Whose duty a matter is, as the duty matrix 权责清单 says now."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from jingwei.domains.clocks.contracts import WorkingTime
from jingwei.domains.clocks.queries import left_of
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.matter import item_of
from jingwei.domains.routing.contracts import Case, Choice
from jingwei.domains.routing.queries.duties import who_handles
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.kernel.clock import local

NO_CHOICE = Choice(None, "", None, ())
ONE_MINUTE = timedelta(minutes=1)


def duty_of(incident: Incident, *, at: datetime) -> Choice:
    """Who is to handle a matter that is dispatched now, by which line; nobody before its item is known."""
    item = item_of(incident)
    if item is None:
        return NO_CHOICE
    case = case_at(item.item_code, incident.scope_code, centre_area=incident.centre_area, at=at)
    return who_handles(case, item_kind=item.unit_kind, on=local(at).date())


def case_at(item_code: str, scope_code: str, *, centre_area: str, at: datetime) -> Case:
    """What the matrix decides by, of a matter that the centre of an area dispatches at a moment."""
    moment = local(at)
    return Case(
        item_code=item_code,
        area_code=scope_code,
        level=len(centre_area),
        is_working=is_working_at(at),
        minute=60 * moment.hour + moment.minute,
    )


def is_working_at(at: datetime) -> bool:
    """Whether the city works at a moment, by its calendar."""
    left = left_of(at, at + ONE_MINUTE, WorkingTime(1))
    return isinstance(left, WorkingTime) and left.minutes > 0


def visible_among(actor: Actor, incident_ids: Iterable[str]) -> set[str]:
    """Of these matters the ones that the actor sees anyway; none for posts that read no matters."""
    if not is_permitted(actor, Permission.READ_INCIDENT):
        return set()
    rows = Incident.objects.visible_to(actor).filter(pk__in=list(incident_ids))
    return {str(one) for one in rows.values_list("pk", flat=True)}
