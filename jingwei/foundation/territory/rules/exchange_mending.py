"""Outlines as they come in files, made into outlines that hold: each thing that was done to one is told.

Nothing is guessed in silence: what changes the ground by more than a trifle is marked to be looked at, what has no
sound reading is a fault. Areas are in square metres, places in WGS-84.
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import shapely
from shapely import Geometry, MultiPolygon, Polygon

from jingwei.kernel.projections import CoordinateSystem, to_wgs84

DEGREE_M = 111_320.0
SAME_POINT_DEG = 1e-8
"""Points nearer than a millimetre are one point."""
SLIVER_M2 = 1.0
THIN = 0.002
"""4πA/P² of a splinter a hundred times as long as wide; a square has 0.79."""
THIN_M2 = 200.0
SMALLEST_M2 = 1.0
CHANGED_MUCH = 0.01
PLACE = re.compile(r"\[(-?[\d.]+(?:e[+-]?\d+)?) (-?[\d.]+(?:e[+-]?\d+)?)", re.IGNORECASE)
MOST_PARTS = 10_000


class Mend(StrEnum):
    """What was done to an outline."""

    RING_CLOSED = "ring_closed"
    LINE_TAKEN = "line_taken"
    HEIGHT_DROPPED = "height_dropped"
    OTHERS_DROPPED = "others_dropped"
    REPEATED_DROPPED = "repeated_dropped"
    CROSSING_MENDED = "crossing_mended"
    SLIVER_DROPPED = "sliver_dropped"
    HOLE_FILLED = "hole_filled"
    HAS_HOLE = "has_hole"
    HAS_PARTS = "has_parts"
    CHANGED_MUCH = "changed_much"


class Fault(StrEnum):
    """Why a feature has no outline that could be taken."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NOT_AN_AREA = "not_an_area"
    NOT_A_PLACE = "not_a_place"
    TOO_SMALL = "too_small"
    TOO_MANY_PARTS = "too_many_parts"


@dataclass(frozen=True, slots=True)
class Mended:
    """One thing done: how often, how much ground it moved, and where."""

    mend: Mend
    count: int = 1
    area_m2: float | None = None
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class MendedOutline:
    """The outline in WGS-84, or why there is none."""

    outline: MultiPolygon | None
    done: tuple[Mended, ...] = ()
    fault: Fault | None = None


def mended_outline(wkb: bytes | None, system: CoordinateSystem, *, is_swapped: bool = False) -> MendedOutline:
    """Read, convert once, and mend the outline of one feature."""
    if wkb is None:
        return MendedOutline(None, fault=Fault.EMPTY)
    done: list[Mended] = []
    shape = _read(wkb, done)
    if shape is None:
        return MendedOutline(None, tuple(done), Fault.UNREADABLE)
    if shape.is_empty:
        return MendedOutline(None, tuple(done), Fault.EMPTY)
    parts = _areas_of(shape, done)
    if not parts:
        return MendedOutline(None, tuple(done), Fault.NOT_AN_AREA)
    if len(parts) > MOST_PARTS:
        return MendedOutline(None, tuple(done), Fault.TOO_MANY_PARTS)
    placed = converted(MultiPolygon(parts), system, is_swapped=is_swapped)
    if not _is_on_earth(placed):
        return MendedOutline(None, tuple(done), Fault.NOT_A_PLACE)
    whole = _without_slivers(_valid(_without_repeats(placed, done), done), done)
    if whole is None or area_m2(whole) < SMALLEST_M2:
        return MendedOutline(None, tuple(done), Fault.TOO_SMALL)
    holes = sum(len(part.interiors) for part in whole.geoms)
    if holes:
        done.append(Mended(Mend.HAS_HOLE, holes))
    if len(whole.geoms) > 1:
        done.append(Mended(Mend.HAS_PARTS, len(whole.geoms)))
    return MendedOutline(whole, tuple(done))


def converted(shape: Geometry, system: CoordinateSystem, *, is_swapped: bool) -> Geometry:
    """The shape in WGS-84."""

    def turned(points: "np.typing.NDArray[np.float64]") -> "np.typing.NDArray[np.float64]":
        x, y = (points[:, 1], points[:, 0]) if is_swapped else (points[:, 0], points[:, 1])
        return np.column_stack(to_wgs84(x, y, system))

    return shapely.transform(shape, turned)


def area_m2(shape: Geometry) -> float:
    """Good to a few per mille at the size of a county; here it only says how much was mended."""
    if shape.is_empty:
        return 0.0
    return float(shape.area) * DEGREE_M**2 * math.cos(math.radians(shape.centroid.y))


def _read(wkb: bytes, done: list[Mended]) -> Geometry | None:
    shape = shapely.from_wkb(wkb, on_invalid="ignore")
    if shape is None:
        shape = shapely.from_wkb(wkb, on_invalid="fix")
        if shape is None:
            return None
        done.append(Mended(Mend.RING_CLOSED))
    if shape.has_z or shapely.has_m(shape):
        done.append(Mended(Mend.HEIGHT_DROPPED))
        shape = shapely.force_2d(shape)
    return shape


def _areas_of(shape: Geometry, done: list[Mended]) -> list[Polygon]:
    """The polygons in a shape; a line that closes, or almost does, is the outline somebody drew."""
    parts, others = [], 0
    for one in _singles(shape):
        if isinstance(one, Polygon):
            if not one.is_empty:
                parts.append(one)
        elif one.geom_type == "LineString" and _closes(one):
            parts.append(Polygon(one))
            done.append(Mended(Mend.LINE_TAKEN))
        else:
            others += 1
    if others and parts:
        done.append(Mended(Mend.OTHERS_DROPPED, others))
    return parts


def _singles(shape: Geometry) -> list[Geometry]:
    found = [shape]
    while any(hasattr(one, "geoms") for one in found):
        found = [part for one in found for part in (one.geoms if hasattr(one, "geoms") else [one])]
    return found


def _closes(line: Geometry) -> bool:
    points = shapely.get_coordinates(line)
    return len(points) >= 4 and math.dist(points[0], points[-1]) <= 0.01 * line.length


def _is_on_earth(shape: Geometry) -> bool:
    points = shapely.get_coordinates(shape)
    return bool(
        np.isfinite(points).all()
        and (np.abs(points[:, 0]) <= 180).all()
        and (np.abs(points[:, 1]) <= 90).all()
    )


def _without_repeats(shape: Geometry, done: list[Mended]) -> Geometry:
    before = shapely.get_num_coordinates(shape)
    cleaned = shapely.remove_repeated_points(shape, SAME_POINT_DEG)
    fewer = int(before - shapely.get_num_coordinates(cleaned))
    if fewer:
        done.append(Mended(Mend.REPEATED_DROPPED, fewer))
    return cleaned


def _valid(shape: Geometry, done: list[Mended]) -> MultiPolygon:
    """Rings that cross themselves or each other, by the reading in which everything they go round is inside.

    Where the other usual reading (what is gone round twice is a hole) differs, somebody has to look.
    """
    if shape.is_valid:
        return _multi(shape)
    lon, lat = _place_of(shapely.is_valid_reason(shape))
    kept = _multi(shapely.make_valid(shape, method="structure", keep_collapsed=False))
    other = _multi(shapely.make_valid(shape, method="linework"))
    apart = area_m2(shapely.symmetric_difference(kept, other))
    done.append(Mended(Mend.CROSSING_MENDED, 1, round(apart, 1), lon, lat))
    if apart > CHANGED_MUCH * max(area_m2(kept), SMALLEST_M2):
        done.append(Mended(Mend.CHANGED_MUCH, 1, round(apart, 1), lon, lat))
    return kept


def _without_slivers(shape: MultiPolygon, done: list[Mended]) -> MultiPolygon | None:
    parts, dropped, dropped_m2, filled, filled_m2 = [], 0, 0.0, 0, 0.0
    for part in shape.geoms:
        if is_sliver(part):
            dropped, dropped_m2 = dropped + 1, dropped_m2 + area_m2(part)
            continue
        holes = []
        for ring in part.interiors:
            hole = Polygon(ring)
            if is_sliver(hole):
                filled, filled_m2 = filled + 1, filled_m2 + area_m2(hole)
            else:
                holes.append(ring)
        parts.append(Polygon(part.exterior, holes))
    if dropped and parts:
        done.append(Mended(Mend.SLIVER_DROPPED, dropped, round(dropped_m2, 1)))
    if filled:
        done.append(Mended(Mend.HOLE_FILLED, filled, round(filled_m2, 1)))
    return MultiPolygon(parts) if parts else None


def is_sliver(part: Polygon) -> bool:
    """Too small to be ground, or a splinter between two lines that should have been one."""
    size = area_m2(part)
    if size < SLIVER_M2:
        return True
    # Measured in a square world: degrees of longitude are shorter.
    squeeze = math.cos(math.radians(part.centroid.y))
    round_m = float(shapely.transform(part.exterior, lambda p: p * [squeeze, 1.0]).length) * DEGREE_M
    return size < THIN_M2 and 4 * math.pi * size / round_m**2 < THIN


def _multi(shape: Geometry) -> MultiPolygon:
    return MultiPolygon([one for one in _singles(shape) if isinstance(one, Polygon) and not one.is_empty])


def _place_of(reason: str) -> tuple[float | None, float | None]:
    found = PLACE.search(reason)
    return (float(found[1]), float(found[2])) if found else (None, None)
