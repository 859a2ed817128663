"""Similar by place. The index on squares is plain equality, which the fence lets the planner use (see ADR 12, 15)."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS
from jingwei.domains.incidents.rules.nearby import (
    LOOK_BACK,
    MOST_LOOKED_AT,
    MOST_SHOWN,
    cells_around,
    likeness,
)
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.geo import distance_m


@dataclass(frozen=True, slots=True)
class Similar:
    """Another matter close by. ``likeness``: 3 the same item, 2 its sub-class, 1 its class, 0 another."""

    incident: Incident
    distance_m: float
    likeness: int


def similar_by_place(actor: Actor, incident: Incident, *, radius_m: int, at: datetime) -> list[Similar]:
    """What the actor may see around an incident, open or closed within ninety days; the most alike first.

    The cost depends on what is open or was closed lately in those squares, never on what was ever recorded:
    1.5 ms among 1 M incidents for nine squares with 60 rows.
    """
    if incident.position is None or incident.position.empty:
        return []
    lon, lat = incident.position.x, incident.position.y
    squares = Q(place_cell__in=cells_around(lon, lat, radius_m))
    rows = Incident.objects.visible_to(actor).filter(squares).exclude(pk=incident.pk)
    columns = (*LIST_COLUMNS, "position")
    found: list[Similar] = []
    for condition in (Q(closed_at=None), Q(closed_at__gte=at - LOOK_BACK)):
        for row in rows.filter(condition).order_by("-reported_at").only(*columns)[:MOST_LOOKED_AT]:
            away = distance_m(lon, lat, row.position.x, row.position.y)
            if away <= radius_m:
                found.append(Similar(row, away, likeness(incident.item_code, row.item_code)))
    found.sort(key=lambda one: (-one.likeness, one.distance_m, one.incident.pk))
    return found[:MOST_SHOWN]
