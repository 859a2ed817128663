"""Work and demand: what was merged counts once as work and as often as it was reported as demand."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident, Tie
from jingwei.domains.incidents.queries.filters import APART
from jingwei.domains.incidents.rules.ties import TieKind
from jingwei.foundation.access.contracts import Actor

LONGEST_DAYS = 92


@dataclass(frozen=True, slots=True)
class Demand:
    """Counts of what was reported in a period. ``demand`` are reports by people; ``work`` matters to be done.

    ``merged`` were folded into others; ``children`` are parts made by a centre, which nobody asked for by themselves;
    ``recurred`` came back at the same place.
    """

    demand: int
    work: int
    merged: int
    children: int
    recurred: int


def demand_of(actor: Actor, *, area_code: str | None, since: datetime, until: datetime) -> Demand:
    """What the actor's lists show of an area, void ones apart."""
    tied = Tie.objects.filter(incident_id=OuterRef("pk"))
    rows = (
        Incident.objects.listed_for(actor, within=area_code)
        .filter(reported_at__gte=since, reported_at__lt=until)
        .exclude(state=int(State.VOIDED))
        .annotate(
            is_child=Exists(tied.filter(kind=TieKind.CHILD.value)),
            has_recurred=Exists(tied.filter(kind=TieKind.RECURRENCE.value)),
        )
    )
    found = rows.aggregate(
        whole=Count("pk"),
        work=Count("pk", filter=APART),
        merged=Count("pk", filter=Q(head_id__isnull=False)),
        children=Count("pk", filter=Q(is_child=True)),
        recurred=Count("pk", filter=Q(has_recurred=True)),
    )
    return Demand(
        demand=found["whole"] - found["children"],
        work=found["work"],
        merged=found["merged"],
        children=found["children"],
        recurred=found["recurred"],
    )
