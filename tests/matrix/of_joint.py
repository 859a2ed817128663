"""Joint work in the matrix: a whistle and a meeting in each keeper's place, and who sees them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.gis.geos import Point

from jingwei.domains.joint.contracts import MeetingState
from jingwei.domains.joint.models import Meeting, Shared, Whistle
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes, lies_within
from tests.api.requests import Operation
from tests.cast import GRID_1, WATER, inside
from tests.matrix.of_disputes import enforcement_row, mediation_row
from tests.matrix.outcomes import Outcome
from tests.matrix.people import FOUNDER, Seat
from tests.matrix.targets import Target

Keep = tuple[dict[str, Any], Any]


def joint_expected(seat: Seat, operation: Operation, target: Target) -> Outcome:
    """What one's unit called or takes part in, and what lies in one's area."""
    area_code, units = target.facts
    shared = seat.actor.sharing_unit_id
    takes_part = shared is not None and shared in units
    return Outcome.IN if takes_part or lies_within(area_code, seat.actor.scope) else Outcome.HIDDEN


def _shared(keeper: Seat, at: datetime) -> dict[str, Any]:
    codes = ancestor_codes(keeper.actor.area_code)
    return {
        "unit_id": keeper.actor.unit_id,
        "unit_ids": [WATER],
        "called_at": at,
        "called_by_name": keeper.name,
        "called_by_post_id": keeper.actor.post_id,
        "city_code": codes.city,
        "county_code": codes.county,
        "township_code": codes.township,
        "community_code": codes.community,
        "grid_code": codes.grid,
        "scope_code": codes.scope,
    }


def _kept(row: Shared, name: str) -> Keep:
    with eyes(FOUNDER):
        row.save(force_insert=True)
    return {name: str(row.pk), "number": 1}, (row.scope_code, {row.unit_id, *row.unit_ids})


def whistle(keeper: Seat, at: datetime) -> Keep:
    row = Whistle(
        words="矩阵吹哨",
        place="矩阵路口",
        position=Point(*inside(GRID_1), srid=4326),
        radius_m=300,
        meet_at=at + timedelta(hours=1),
        **_shared(keeper, at),
    )
    return _kept(row, "whistle_id")


def meeting(keeper: Seat, at: datetime) -> Keep:
    row = Meeting(
        title="矩阵会议",
        agenda="核对",
        place="会议室",
        starts_at=at,
        state=MeetingState.CALLED.value,
        **_shared(keeper, at),
    )
    return _kept(row, "meeting_id")


def mediation(keeper: Seat, at: datetime) -> Keep:
    return _kept(mediation_row(_shared(keeper, at), keeper, at), "mediation_id")


def enforcement(keeper: Seat, at: datetime) -> Keep:
    return _kept(enforcement_row(_shared(keeper, at), keeper, at), "enforcement_id")


JOINT: dict[str, Callable[[Seat, datetime], Keep]] = {
    "whistle": whistle,
    "meeting": meeting,
    "mediation": mediation,
    "enforcement": enforcement,
}
