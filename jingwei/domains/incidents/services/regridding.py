"""Incidents follow their ground when borders move, and open ones the centre that serves it now.

The rule for open work: the centre that has a matter in hand keeps it as long as its area covers the place; else the
centre of the same level there takes over. Tasks stay with whoever holds them, and verification goes to the grid's
officers of today. A confidential tip goes on to one pair of eyes.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.models import Incident, Participant
from jingwei.foundation.access.contracts import Role, UnitBrief
from jingwei.foundation.access.queries import centre_for, post_of_unit
from jingwei.foundation.areas.contracts import GroundTable
from jingwei.kernel.codes import Level, level_of, lies_within
from jingwei.kernel.ids import uuid7

TAKEN_OVER = ("centre_id", "centre_area", "receiving_post_id")


def follow_ground(keys: Sequence[str], at: datetime) -> None:
    """Hand open matters to the centre that serves their place now. May be called twice for the same ones."""
    rows = Incident.objects.unscoped("matters follow their ground, whoever sees them").filter(
        pk__in=keys, state__lt=int(State.CLOSED)
    )
    lost = [row for row in rows if not lies_within(row.scope_code, row.centre_area)]
    by_place: dict[tuple[str, str], list[Incident]] = defaultdict(list)
    for row in lost:
        by_place[row.scope_code, row.centre_area].append(row)
    moved: list[Incident] = []
    for (scope_code, centre_area), those in by_place.items():
        centre = centre_for(scope_code, level=level_of(centre_area)) or centre_for(
            scope_code, level=Level.CITY
        )
        if centre is not None:
            moved += _handed_over(those, centre)
    Incident.objects.unscoped("matters follow their ground, whoever sees them").bulk_update(
        moved, TAKEN_OVER, batch_size=500
    )
    Participant.objects.bulk_create(
        [
            Participant(
                id=uuid7(),
                incident_id=row.pk,
                unit_id=None if row.receiving_post_id else row.centre_id,
                post_id=row.receiving_post_id,
                part="receiver",
                since_at=at,
                reported_at=row.reported_at,
            )
            for row in moved
        ],
        ignore_conflicts=True,
        batch_size=500,
    )


def _handed_over(those: Sequence[Incident], centre: UnitBrief) -> list[Incident]:
    """A tip stays where it is if the new centre has nobody to receive it alone."""
    desk = post_of_unit(centre.unit_id, Role.DESK) if any(row.receiving_post_id for row in those) else None
    taken = [row for row in those if row.receiving_post_id is None or desk is not None]
    for row in taken:
        row.centre_id, row.centre_area = centre.unit_id, centre.area_code
        row.receiving_post_id = desk if row.receiving_post_id is not None else None
    return taken


INCIDENT_GROUND = GroundTable(
    table="incidents_incident",
    label_zh="事件",
    label_en="Incidents",
    day_code="day_code",
    special="special_grid_code",
    is_open="state < 70",
    is_told="sight_floor = 15 and about_unit_id is null",
    moved=follow_ground,
)
