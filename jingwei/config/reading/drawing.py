"""A map without script: borders and squares as one small SVG, drawn on the server in the page's own colours."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jingwei.foundation.areas.contracts import AreaOutline

WIDTH = 720
TALLEST = 560
MARGIN = 12
LARGEST_DOT, SMALLEST_DOT = 14.0, 5.0

Ring = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Border:
    """An area's border as an SVG path."""

    code: str
    name: str
    relation: str
    path: str


@dataclass(frozen=True, slots=True)
class Dot:
    """The matters of one square."""

    x: float
    y: float
    radius: float
    count: int
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    borders: list[Border]
    dots: list[Dot]


def draw(outlines: list[AreaOutline], squares: Iterable[tuple[tuple[float, float], bool]]) -> Drawing | None:
    """Borders and dots; None where no border is known. ``squares`` are middles with “something is overdue here”."""
    shapes = {one.code: _rings(one.geometry) for one in outlines if one.relation != "beside"}
    points = [point for rings in shapes.values() for ring in rings for point in ring]
    if not points:
        return None
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / max((east - west) * squeeze, 1e-6)
    scale = min(scale, (TALLEST - 2 * MARGIN) / max(north - south, 1e-6))
    left = (WIDTH - (east - west) * squeeze * scale) / 2

    def place(lon: float, lat: float) -> tuple[float, float]:
        return round(left + (lon - west) * squeeze * scale, 1), round(MARGIN + (north - lat) * scale, 1)

    def path_of(rings: list[Ring]) -> str:
        return "".join(
            "M" + "L".join("{} {}".format(*place(*point[:2])) for point in ring) + "Z" for ring in rings
        )

    borders = [
        Border(one.code, one.name, one.relation, path_of(shapes[one.code]))
        for one in outlines
        if one.relation != "beside"
    ]
    counts: Counter[tuple[float, float]] = Counter()
    overdue: set[tuple[float, float]] = set()
    for square, is_overdue in squares:
        counts[square] += 1
        if is_overdue:
            overdue.add(square)
    dots = [
        Dot(
            *place(*square),
            min(LARGEST_DOT, SMALLEST_DOT + 2 * math.sqrt(count - 1)),
            count,
            square in overdue,
        )
        for square, count in sorted(counts.items())
    ]
    return Drawing(WIDTH, round((north - south) * scale + 2 * MARGIN), borders, dots)


def _rings(geometry: str) -> list[Ring]:
    shape = json.loads(geometry)
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return [ring for polygon in polygons for ring in polygon]
