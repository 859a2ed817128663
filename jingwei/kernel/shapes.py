"""Circles and polygons that somebody draws to choose with, as one short piece of an address: ``c112.35,28.57,500``."""

import math
import re
from dataclasses import dataclass

from jingwei.kernel.errors import Invalid
from jingwei.kernel.squares import Box, Range, ranges_of_box

MOST_CORNERS = 60
MOST_RADIUS_M = 50_000
METRES_A_DEGREE = 111_195.0
NUMBER = r"-?\d{1,3}(?:\.\d{1,8})?"
CIRCLE = re.compile(rf"c({NUMBER}),({NUMBER}),(\d{{1,5}}(?:\.\d{{1,3}})?)", re.ASCII)
POLYGON = re.compile(rf"p({NUMBER},{NUMBER}(?:;{NUMBER},{NUMBER}){{2,{MOST_CORNERS - 1}}})", re.ASCII)


class BadShape(Invalid):
    code = "geo.bad_shape"
    message = "选择的范围不正确。请在地图上重新画圆（半径不超过50公里）或多边形（3至60个角，边不相交）。"
    message_en = (
        "The shape is not valid. Draw a circle (50 km at most) or a polygon (3 to 60 corners, edges do not cross) "
        "on the map again."
    )


@dataclass(frozen=True, slots=True)
class Circle:
    """Everything within so many metres of a position."""

    lon: float
    lat: float
    radius_m: float

    @property
    def box(self) -> Box:
        north = self.radius_m / METRES_A_DEGREE
        east = north / max(0.01, math.cos(math.radians(self.lat)))
        return self.lon - east, self.lat - north, self.lon + east, self.lat + north


@dataclass(frozen=True, slots=True)
class Polygon:
    """What a ring of corners encloses; the ring is not closed here."""

    ring: tuple[tuple[float, float], ...]

    @property
    def box(self) -> Box:
        lons, lats = zip(*self.ring, strict=True)
        return min(lons), min(lats), max(lons), max(lats)

    @property
    def wkt(self) -> str:
        corners = ", ".join(f"{lon} {lat}" for lon, lat in (*self.ring, self.ring[0]))
        return f"POLYGON(({corners}))"


Shape = Circle | Polygon


def read_shape(text: str) -> Shape:
    """A shape as an address writes it. Raises: BadShape."""
    if found := CIRCLE.fullmatch(text):
        circle = Circle(float(found[1]), float(found[2]), float(found[3]))
        if _is_position(circle.lon, circle.lat) and 1 <= circle.radius_m <= MOST_RADIUS_M:
            return circle
    if found := POLYGON.fullmatch(text):
        ring = tuple((float(lon), float(lat)) for lon, lat in (p.split(",") for p in found[1].split(";")))
        if all(_is_position(*corner) for corner in ring) and not _crosses_itself(ring):
            return Polygon(ring)
    raise BadShape


def ranges_of(shape: Shape) -> list[Range]:
    """Numbers of squares that hold a shape's box; what lies in the box and not in the shape is for the asker to drop."""
    return ranges_of_box(shape.box)


def _is_position(lon: float, lat: float) -> bool:
    return abs(lon) <= 180 and abs(lat) <= 85


def _crosses_itself(ring: tuple[tuple[float, float], ...]) -> bool:
    count = len(ring)
    edges = [(ring[at], ring[(at + 1) % count]) for at in range(count)]
    if any(first == second for first, second in edges):
        return True
    return any(
        _do_cross(*edges[one], *edges[other])
        for one in range(count)
        for other in range(one + 2, count)
        if not (one == 0 and other == count - 1)
    )


def _do_cross(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> bool:
    def side(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> int:
        turn = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
        return (turn > 0) - (turn < 0)

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)
