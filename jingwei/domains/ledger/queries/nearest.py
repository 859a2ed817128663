"""What is nearest to a place: components or resources, with metres."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db import connection

from jingwei.domains.ledger.models import Component, Placed, Resource
from jingwei.foundation.access.contracts import Actor

T = TypeVar("T", bound=Placed)
NEAREST = {
    Component: "select id, distance_m from jw_nearest_component(%s, %s, %s, %s, %s)",
    Resource: "select id, distance_m from jw_nearest_resource(%s, %s, %s, %s, %s)",
}


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """A thing and how far away it stands."""

    thing: T
    distance_m: float


def nearest(
    actor: Actor,
    things: type[T],
    lon: float,
    lat: float,
    *,
    within_m: float,
    limit: int,
    kinds: Sequence[str] = (),
) -> list[Near[T]]:
    """The nearest in sight, nearest first. Asked with the actor's eyes."""
    with connection.cursor() as cursor:
        cursor.execute(NEAREST[things], [lon, lat, within_m, limit, list(kinds) or None])
        away = dict(cursor.fetchall())
    rows = things.objects.visible_to(actor).select_related("kind").filter(pk__in=away)
    return sorted((Near(row, away[row.pk]) for row in rows), key=lambda one: one.distance_m)
