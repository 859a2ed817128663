"""Similar by place. The index on squares is plain equality, which the fence lets the planner use (docs/adr/0023)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.gis.db.models import PointField
from django.db.models import Case, F, FloatField, Func, IntegerField, Q, Value, When

from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.queries.filters import APART
from jingwei.domains.incidents.queries.lists import LIST_COLUMNS
from jingwei.domains.incidents.rules.nearby import LOOK_BACK, MOST_SHOWN, cells_around
from jingwei.foundation.access.contracts import Actor


@dataclass(frozen=True, slots=True)
class Similar:
    """Another matter close by. ``likeness``: 3 the same item, 2 its sub-class, 1 its class, 0 another."""

    incident: Incident
    distance_m: float
    likeness: int


def similar_by_place(
    actor: Actor,
    incident: Incident,
    *,
    radius_m: int,
    at: datetime,
    most: int = MOST_SHOWN,
    open_with: UUID | None = None,
) -> list[Similar]:
    """What the actor may see around an incident, open or closed within ninety days; the most alike first.

    ``open_with``: only what is open and with this centre.

    The squares and the day of closing are what the index seeks; how far and how alike is asked behind the fence, of
    those rows only. The cost follows what goes on there at present, never what was ever recorded.
    """
    if incident.position is None or incident.position.empty:
        return []
    lon, lat = incident.position.x, incident.position.y
    here = Value(incident.position, output_field=PointField(srid=4326))
    away = Func(F("position"), here, function="ST_DistanceSphere", output_field=FloatField())
    rows = (
        Incident.objects.visible_to(actor)
        .filter(
            APART,
            Q(closed_at=None) | Q(closed_at__gte=at - LOOK_BACK),
            place_cell__in=cells_around(lon, lat, radius_m),
        )
        .exclude(pk=incident.pk)
        .annotate(away=away, alike=_likeness_to(incident.item_code))
        .filter(away__lte=radius_m)
        .order_by("-alike", "away", "id")
    )
    if open_with is not None:
        rows = rows.filter(closed_at=None, centre_id=open_with)
    return [Similar(row, row.away, row.alike) for row in rows.only(*LIST_COLUMNS, "position")[:most]]


def _likeness_to(item_code: str) -> Case:
    """How alike two items are by their codes: 3 the same, 2 the same sub-class, 1 the same class, else 0."""
    if not item_code:
        return Case(default=Value(0), output_field=IntegerField())
    return Case(
        When(item_code=item_code, then=Value(3)),
        When(item_code__startswith=item_code[:4], then=Value(2)),
        When(item_code__startswith=item_code[:2], then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
