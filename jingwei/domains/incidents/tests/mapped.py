"""A small city with many incidents on the map, and tiles taken apart again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import mapbox_vector_tile
from django.db import connection

from jingwei.domains.incidents.queries.map_layer import INCIDENT_LAYER
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.contracts import Asked, Form
from jingwei.foundation.maps.queries import tile
from jingwei.foundation.scoping import eyes
from jingwei.kernel.squares import DEEPEST, units_of
from tests.cast import CAST, GRIDS, MONDAY_10, SOUTH, STEP, URBAN, WEST

ALL = Asked(filters={"state": ("all",)})
CROWD = """
insert into incidents_incident
 (id, receipt_no, tracking_index, fingerprint, channel, state, version, item_code, title, words, address,
  position, datum, city_code, county_code, township_code, community_code, grid_code, scope_code, is_urgent, identity,
  sight_floor, centre_id, centre_area, handler_unit_id, reported_at, received_at, closed_at, stage_started_at,
  stage_limit, due_at, is_due_provisional, is_history, external_source, external_id, duplicate_of_external)
select md5('crowd' || n)::uuid, 'C' || lpad(n::text, 12, '0'), decode(md5('crowd' || n), 'hex'), '\\x00'::bytea,
       (array['resident', 'officer', 'desk'])[1 + n %% 3], state, 1, (array['010101', '020101', '030101'])[1 + n %% 3],
       '人多处第' || n || '件', '', '',
       ST_SetSRID(ST_MakePoint(%(west)s + %(step)s * (n %% 5 + 0.05 + 0.9 * ((n * 37) %% 101) / 101.0),
                               %(south)s + %(step)s * (0.05 + 0.9 * ((n * 61) %% 97) / 97.0)), 4326), 'wgs84',
       left(grid, 4), left(grid, 6), left(grid, 9), left(grid, 12), grid, grid, n %% 5 = 0, 'named',
       15, %(unit)s, left(grid, 12), null, %(at)s::timestamptz - make_interval(days => n %% 40),
       %(at)s, null, %(at)s, '', %(at)s::timestamptz + make_interval(days => n %% 7 - 3), false, false, '', '', ''
  from (select n, (%(grids)s::text[])[1 + n %% 5] as grid,
               (array[10, 20, 30, 40, 50, 60, 70, 70])[1 + n %% 8] as state from generate_series(1, %(count)s) n) made
"""
PARTS = """
insert into incidents_participant (id, incident_id, unit_id, part, since_at, reported_at)
select md5('part' || id::text)::uuid, id, %s, 'handler', reported_at, reported_at
  from incidents_incident where receipt_no like 'C%%' and right(receipt_no, 1) in ('1', '5', '9')
"""


def crowd(count: int) -> None:
    """So many incidents spread over the five grids, every third a part of urban management's."""
    values: dict[str, Any] = {
        "west": WEST,
        "south": SOUTH,
        "step": STEP,
        "at": MONDAY_10,
        "unit": URBAN,
        "grids": GRIDS,
        "count": count,
    }
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(CROWD, values)
        cursor.execute(PARTS, [URBAN])


@dataclass(frozen=True)
class Mark:
    """A feature of a tile."""

    id: str
    n: int
    said: dict[str, Any]


def marks_of(body: bytes, layer: str = "incidents") -> list[Mark]:
    if not body:
        return []
    found = mapbox_vector_tile.decode(body).get(layer, {"features": []})["features"]
    return [Mark(one["properties"].get("id", ""), one["properties"]["n"], one["properties"]) for one in found]


def tiles_over_city(zoom: int) -> Iterator[tuple[int, int]]:
    """The tiles that together hold the five grids."""
    left, bottom = units_of(WEST, SOUTH)
    right, top = units_of(WEST + STEP * len(GRIDS), SOUTH + STEP)
    shift = DEEPEST - zoom
    for x in range(int(left) >> shift, (int(right) >> shift) + 1):
        for y in range(int(top) >> shift, (int(bottom) >> shift) + 1):
            yield x, y


def marks_over_city(actor: Actor, zoom: int, asked: Asked = ALL, form: Form = Form.CLUSTERS) -> list[Mark]:
    with eyes(actor):
        return [
            mark
            for x, y in tiles_over_city(zoom)
            for mark in marks_of(tile(actor, INCIDENT_LAYER, asked, zoom, x, y, at=MONDAY_10, form=form))
        ]
