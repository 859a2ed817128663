"""What a layer holds, feature by feature: the list that mirrors the map, a card, what lies nearest, counts in view."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.contracts import AreaLayer, Asked, Card, Layer, MapRow, PointLayer
from jingwei.foundation.maps.queries.area_layers import AreaRow, area_card, count_areas, list_areas
from jingwei.foundation.maps.queries.pyramid import CLASS_ZOOMS, DAY_ZOOMS, counts_in, question_of
from jingwei.foundation.maps.queries.registry import require_known
from jingwei.foundation.maps.queries.rows import (
    count_of,
    counts_by_kind,
    in_box,
    nearest,
    page_of_rows,
    require_bounded,
    rows_of,
)
from jingwei.kernel.errors import NotFound
from jingwei.kernel.paging import key_of, page_of
from jingwei.kernel.squares import Box, ranges_of_squares, widened

SQUARES_ACROSS = 64
"""A view is counted in whole squares, about so many from side to side."""
NARROW_DEGREES = 0.2
"""A view narrower than this holds few enough rows to read any of them."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature for programs: its geometry as GeoJSON text, and what it says."""

    id: str
    geometry: str
    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FeaturePage:
    rows: list[Feature]
    next_cursor: str | None
    total: int
    is_capped: bool


@dataclass(frozen=True, slots=True)
class RowPage:
    rows: list[MapRow]
    next_cursor: str | None
    total: int
    is_capped: bool


@dataclass(frozen=True, slots=True)
class NearRow:
    row: MapRow
    distance_m: float


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of each kind, and in which box: widened to whole squares."""

    by_kind: Mapping[str, int]
    box: Box | None

    @property
    def total(self) -> int:
        return sum(self.by_kind.values())


def counts_in_view(actor: Actor, layer: Layer, asked: Asked, box: Box | None, *, at: datetime) -> Counted:
    """By kind, what lies in a view (or anywhere in sight). Raises: FilterRefused, TooWide."""
    require_known(layer, asked.filters)
    if isinstance(layer, AreaLayer):
        return Counted(count_areas(layer, asked, box=box, at=at), box)
    whole = box or (-180.0, -85.0, 180.0, 85.0)
    kept = DAY_ZOOMS if asked.since or asked.until else CLASS_ZOOMS
    level, (left, right, top, bottom), squares = widened(whole, most=SQUARES_ACROSS, levels=kept)
    question = question_of(actor, layer, asked, deepest=level, at=at)
    if question is not None:
        ranges = (
            ranges_of_squares(level, (left, right), (top, bottom))
            if box
            else ranges_of_squares(0, (0, 0), (0, 0))
        )
        return Counted(counts_in(question, level, ranges), squares if box else None)
    rows = _in_view(actor, layer, asked, box, at=at)
    return Counted(counts_by_kind(layer, rows), box)


def _in_view(actor: Actor, layer: PointLayer, asked: Asked, box: Box | None, *, at: datetime) -> Any:
    if box is None or max(box[2] - box[0], box[3] - box[1]) > NARROW_DEGREES:
        require_bounded(actor, layer, asked, at=at)
    rows = rows_of(actor, layer, asked, at=at)
    return in_box(rows, box) if box is not None else rows


def list_rows(
    actor: Actor, layer: Layer, asked: Asked, *, box: Box | None, cursor: str | None, limit: int, at: datetime
) -> RowPage:
    """One page of the list that mirrors the map; also what a drawn shape holds. Raises: FilterRefused, BadCursor."""
    require_known(layer, asked.filters)
    if isinstance(layer, AreaLayer):
        page, total = _area_page(layer, asked, box, cursor, limit, at)
        return RowPage([_area_row(row) for row in page.rows], page.next_cursor, total, False)
    rows = rows_of(actor, layer, asked, at=at)
    rows = in_box(rows, box) if box is not None else rows
    total, is_capped = count_of(rows)
    found = page_of_rows(rows, cursor=cursor, limit=limit)
    return RowPage(layer.row(actor, found.rows, at=at), found.next_cursor, total, is_capped)


def nearest_rows(
    actor: Actor, layer: Layer, asked: Asked, lon: float, lat: float, *, limit: int, at: datetime
) -> list[NearRow]:
    """What lies nearest to a position, with the distance as the crow flies. Areas have none."""
    require_known(layer, asked.filters)
    if isinstance(layer, AreaLayer):
        return []
    found = nearest(rows_of(actor, layer, asked, at=at), lon, lat, limit=limit)
    told = layer.row(actor, [one.row for one in found], at=at)
    return [NearRow(row, round(one.distance_m, 1)) for row, one in zip(told, found, strict=True)]


def card(actor: Actor, layer: Layer, feature_id: str, *, at: datetime) -> Card:
    """Raises: NotFound outside the actor's sight."""
    if isinstance(layer, AreaLayer):
        return area_card(layer, feature_id, at=at)
    return layer.card(actor, feature_id, at=at)


def features(
    actor: Actor, layer: Layer, asked: Asked, *, box: Box | None, cursor: str | None, limit: int, at: datetime
) -> FeaturePage:
    """One page of features with geometry, for programs. Raises: FilterRefused, BadCursor."""
    require_known(layer, asked.filters)
    if isinstance(layer, AreaLayer):
        page, total = _area_page(layer, asked, box, cursor, limit, at)
        return FeaturePage([_area_feature(row) for row in page.rows], page.next_cursor, total, False)
    rows = rows_of(actor, layer, asked, at=at)
    rows = in_box(rows, box) if box is not None else rows
    total, is_capped = count_of(rows)
    found = page_of_rows(rows, cursor=cursor, limit=limit)
    return FeaturePage(
        [_point_feature(layer, row) for row in found.rows], found.next_cursor, total, is_capped
    )


def feature(actor: Actor, layer: Layer, feature_id: str, *, at: datetime, on: date | None = None) -> Feature:
    """One feature. Raises: NotFound."""
    if isinstance(layer, AreaLayer):
        asked = Asked(within=feature_id, on=on)
        found = list_areas(layer, asked, box=None, after="", limit=1, at=at) if feature_id.isdigit() else []
        if not found or found[0].code != feature_id:
            raise NotFound
        return _area_feature(found[0])
    try:
        number = UUID(feature_id)
    except ValueError:
        raise NotFound from None
    row = rows_of(actor, layer, _everything(layer), at=at).filter(pk=number).first()
    if row is None:
        raise NotFound
    return _point_feature(layer, row)


def _everything(layer: PointLayer) -> Asked:
    """A question that leaves nothing out, also where a layer shows only part by itself."""
    states = next((one for one in layer.filters if one.knows("all") and one.options), None)
    return Asked(filters={states.name: ("all",)} if states else {})


def _point_feature(layer: PointLayer, row: Any) -> Feature:
    said = {"kind": getattr(row, layer.kind), "title": getattr(row, layer.title_column)}
    said |= {name: getattr(row, name) for name, *_ in layer.properties}
    if layer.at_column:
        said["at"] = getattr(row, layer.at_column).isoformat()
    place = {"type": "Point", "coordinates": [round(row.position.x, 7), round(row.position.y, 7)]}
    return Feature(str(row.pk), json.dumps(place), said)


def _area_page(
    layer: AreaLayer, asked: Asked, box: Box | None, cursor: str | None, limit: int, at: datetime
) -> tuple[Any, int]:
    after = key_of(cursor, str)[0] if cursor else ""
    found = list_areas(layer, asked, box=box, after=after, limit=limit + 1, at=at)
    page = page_of(found, limit, lambda row: (row.code,))
    return page, sum(count_areas(layer, asked, box=box, at=at).values())


def _area_row(row: AreaRow) -> MapRow:
    kind = row.kind if row.level == "grid" else row.level
    return MapRow(row.code, kind, row.name, row.code, row.lon, row.lat)


def _area_feature(row: AreaRow) -> Feature:
    said = {
        "kind": row.kind,
        "title": row.name,
        "level": row.level,
        "parent": row.parent_code,
        "households": row.households,
        "people": row.people,
        "valid_from_on": row.valid_from_on.isoformat(),
        "valid_to_on": row.valid_to_on.isoformat() if row.valid_to_on else None,
    }
    return Feature(row.code, row.geometry, said)
