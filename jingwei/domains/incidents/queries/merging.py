"""What may be one matter with another: others close by, each with the reasons that speak for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.models import Incident, Subject
from jingwei.domains.incidents.queries.nearby import similar_by_place
from jingwei.domains.incidents.rules.merging import Because, Compared, reasons_for, weight_of
from jingwei.foundation.access.contracts import Actor

RADIUS_M = 300
MOST_SUGGESTED = 10
MOST_COMPARED = 200
"""By their words: at a crowded place the one that reads the same need not be among the nearest."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another matter, how far off it lies, its words, and why it may be the same."""

    incident: Incident
    distance_m: float
    words: str
    reasons: list[Because]


def merge_suggestions(actor: Actor, incident: Incident, *, at: datetime) -> list[Suggestion]:
    """Open matters of the same centre close by that look like this one; what speaks most for it first."""
    near = similar_by_place(
        actor, incident, radius_m=RADIUS_M, at=at, most=MOST_COMPARED, open_with=incident.centre_id
    )
    ids = [incident.pk, *(one.incident.pk for one in near)]
    words = dict(Incident.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", "words"))
    things = _components(ids)
    mine = _compared(incident, words, things)
    found = []
    for one in near:
        reasons = reasons_for(mine, _compared(one.incident, words, things), distance_m=one.distance_m)
        if weight := weight_of(reasons):
            found.append((weight, Suggestion(one.incident, one.distance_m, words[one.incident.pk], reasons)))
    found.sort(key=lambda pair: (-pair[0], pair[1].distance_m))
    return [one for _, one in found[:MOST_SUGGESTED]]


def _components(ids: Iterable[UUID]) -> dict[UUID, str]:
    rows = Subject.objects.filter(incident_id__in=list(ids), component_id__isnull=False)
    return {
        incident_id: str(component_id)
        for incident_id, component_id in rows.values_list("incident_id", "component_id")
    }


def _compared(row: Incident, words: dict[UUID, str], things: dict[UUID, str]) -> Compared:
    return Compared(
        words=words[row.pk], item_code=row.item_code, at=row.reported_at, component=things.get(row.pk, "")
    )
