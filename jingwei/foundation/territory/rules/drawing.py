"""Outlines and lines as they are sent: GeoJSON in degrees, refused where they are no drawing at all."""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

from jingwei.foundation.territory.rules.features import Shape
from jingwei.foundation.territory.rules.ground import as_given
from jingwei.foundation.territory.rules.refusals import BadOutline

MOST_CORNERS = 20_000


def outline_of(given: Mapping[str, Any]) -> Shape:
    """A polygon or several, as drawn, whether or not its border crosses itself. Raises: BadOutline."""
    shape = _read(given, ("Polygon", "MultiPolygon"), "应是面", "a polygon is expected")
    drawn = as_given(shape)
    if drawn.is_empty or not shapely.make_valid(drawn).area:
        raise BadOutline(reason="图形没有面积", reason_en="it encloses nothing")
    return drawn


def line_of(given: Mapping[str, Any]) -> Shape:
    """A line of two corners or more. Raises: BadOutline."""
    line = _read(given, ("LineString",), "应是线", "a line is expected")
    if line.is_empty or not line.length:
        raise BadOutline(reason="线没有长度", reason_en="the line has no length")
    return line


def geojson_of(shape: Shape) -> dict[str, Any] | None:
    """A shape as GeoJSON; None where there is none."""
    if shape is None or shape.is_empty:
        return None
    return dict(json.loads(shapely.to_geojson(shape)))


def _read(given: Mapping[str, Any], kinds: tuple[str, ...], reason: str, reason_en: str) -> Shape:
    if given.get("type") not in kinds:
        raise BadOutline(reason=reason, reason_en=reason_en)
    try:
        shape = shapely.from_geojson(json.dumps({"type": given["type"], "coordinates": given["coordinates"]}))
    except (KeyError, TypeError, ValueError, RecursionError, shapely.errors.GEOSException):
        raise BadOutline(reason="坐标读不出来", reason_en="its coordinates cannot be read") from None
    corners = shapely.get_coordinates(shape)
    if len(corners) > MOST_CORNERS:
        raise BadOutline(
            reason=f"超过{MOST_CORNERS}个点", reason_en=f"it has more than {MOST_CORNERS} corners"
        )
    if not np.isfinite(corners).all() or (np.abs(corners) > (180, 90)).any():
        raise BadOutline(reason="坐标应是经纬度", reason_en="degrees of longitude and latitude are expected")
    return shape
