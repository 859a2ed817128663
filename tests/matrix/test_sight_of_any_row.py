"""Sight over every combination of the columns that decide it, whether or not a service would ever write it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from uuid import UUID

import pytest
from django.db import transaction

from jingwei.domains.incidents.models import Incident, Participant
from jingwei.domains.incidents.rules.sight import Standing, sees
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import ancestor_codes
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, COMMUNITY, COUNTY, FOREIGN_GRID, GRID_1, GRID_2, URBAN, centre
from tests.matrix.people import FOUNDER
from tests.matrix.test_sight import lookers
from tests.matrix.world import World

pytestmark = pytest.mark.slow
SCOPES = (GRID_1, GRID_2, COMMUNITY, COUNTY, FOREIGN_GRID)
FLOORS = (0, 4, 6, 9, 12, 15)
ABOUT = (None, URBAN, centre(COMMUNITY))
REPORTERS = (None, CAST.li.person_id)
PARTS: tuple[tuple[UUID | None, UUID | None] | None, ...] = (
    None,
    (URBAN, None),
    (centre(COMMUNITY), None),
    (centre(COUNTY), CAST.sun.post_id),
    (None, CAST.qian.post_id),
)


@pytest.fixture(scope="module")
def standings(world: World) -> Iterator[dict[UUID, Standing]]:
    """One row for each combination, copied from a real one; gone afterwards."""
    with transaction.atomic():
        yield _write(world)
        transaction.set_rollback(True)


def _write(world: World) -> dict[UUID, Standing]:
    like = world.cases["reported"]
    found, rows, parts = {}, [], []
    with eyes(FOUNDER):
        usual = Incident.objects.unscoped("copied for the comparison").get(pk=like.incident_id)
        for number, (scope, floor, about, reporter, part) in enumerate(
            product(SCOPES, FLOORS, ABOUT, REPORTERS, PARTS)
        ):
            standing = replace(
                like.standing,
                incident_id=uuid7(),
                scope_code=scope,
                sight_floor=floor,
                about_unit_id=about,
                reporter_id=reporter,
                participants=frozenset([part] if part else []),
            )
            found[standing.incident_id] = standing
            rows.append(_row(usual, standing, number))
            if part:
                parts.append(
                    Participant(
                        id=uuid7(),
                        incident_id=standing.incident_id,
                        unit_id=part[0],
                        post_id=part[1],
                        part="actor",
                        since_at=usual.reported_at,
                        reported_at=usual.reported_at,
                    )
                )
        Incident.objects.bulk_create(rows)
        Participant.objects.bulk_create(parts)
    return found


def _row(usual: Incident, standing: Standing, number: int) -> Incident:
    codes = ancestor_codes(standing.scope_code)
    values = {field.attname: getattr(usual, field.attname) for field in Incident._meta.concrete_fields}
    return Incident(
        **values
        | {
            "id": standing.incident_id,
            "receipt_no": f"MATRIX{number:06}",
            "tracking_index": number.to_bytes(32, "big"),
            "city_code": codes.city,
            "county_code": codes.county,
            "township_code": codes.township,
            "community_code": codes.community,
            "grid_code": codes.grid,
            "scope_code": codes.scope,
            "sight_floor": standing.sight_floor,
            "about_unit_id": standing.about_unit_id,
            "reporter_id": standing.reporter_id,
        }
    )


def test_rule_and_row_level_security_agree_on_any_row(world: World, standings: dict[UUID, Standing]) -> None:
    wrong, seen_at_all = [], 0
    for seat in lookers(world):
        rule = {one for one, standing in standings.items() if sees(seat.actor, standing)}
        with eyes(seat.actor):
            rows = Incident.objects.unscoped("sight is compared without the query's own narrowing")
            database = set(rows.filter(pk__in=standings).values_list("pk", flat=True))
        seen_at_all += len(rule)
        wrong += [f"{seat.name}: {standings[one]}" for one in rule ^ database]
    assert not wrong, f"{len(wrong)} disagreements:\n" + "\n".join(wrong[:10])
    assert 0 < seen_at_all < len(standings) * len(lookers(world))
    assert len(standings) == 900
