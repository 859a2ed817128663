"""Cutting and joining outlines. Coordinates are degrees on a grid of about 11 cm; areas are told in square metres."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely import MultiPolygon, affinity, ops

from jingwei.foundation.territory.rules.features import Shape
from jingwei.kernel.tessellation import PRECISION_DEG

EARTH_A_M = 6_378_137.0
EARTH_EE = 0.00669437999014
SLIVER_M = 0.5
"""What is thinner than half a metre is drawing, not ground: borders of two sources never meet to the centimetre."""
SPECK_M2 = 1.0
HALVING_ROUNDS = 30


def metres_per_degree(lat: float) -> tuple[float, float]:
    """Metres in a degree of longitude and of latitude, on the ellipsoid of WGS-84."""
    rad = math.radians(lat)
    root = 1 - EARTH_EE * math.sin(rad) ** 2
    across = EARTH_A_M / math.sqrt(root) * math.cos(rad)
    along = EARTH_A_M * (1 - EARTH_EE) / root**1.5
    return math.radians(1) * across, math.radians(1) * along


def area_m2(shape: Shape) -> float:
    """The area of an outline: exact to a few parts in a thousand up to the size of a county."""
    if shape is None or shape.is_empty:
        return 0.0
    low, high = shape.bounds[1], shape.bounds[3]
    across, along = metres_per_degree((low + high) / 2)
    return float(shape.area) * across * along


def thickness_m(shape: Shape) -> float:
    """How wide a sliver is on the average: twice its area over its border."""
    across, along = metres_per_degree(shape.centroid.y)
    flat = affinity.scale(shape, across, along, origin=(0, 0))
    return 2 * float(flat.area) / float(flat.length) if flat.length else 0.0


def is_ground(part: Shape) -> bool:
    """Whether a piece is more than a thin sliver or a speck."""
    return area_m2(part) > SPECK_M2 and thickness_m(part) > SLIVER_M


def pieces(shape: Shape) -> list[Shape]:
    """The polygons of a shape that are ground, the largest first."""
    return sorted((one for one in _polygons(shape) if is_ground(one)), key=lambda one: -one.area)


def _polygons(shape: Shape) -> Iterable[Shape]:
    if shape.geom_type == "Polygon":
        yield shape
    elif hasattr(shape, "geoms"):
        for one in shape.geoms:
            yield from _polygons(one)


def rounded(shape: Shape) -> Shape:
    """A sound outline on the grid of coordinates, as one multipolygon; empty where nothing is left of it."""
    laid = shapely.set_precision(shapely.force_2d(shape), PRECISION_DEG)
    return MultiPolygon([one for one in _polygons(laid) if not one.is_empty])


def as_given(shape: Shape) -> Shape:
    """An outline as somebody drew it, rounded corner by corner and not mended: what is wrong with it must be seen."""
    laid = shapely.transform(shapely.force_2d(shape), lambda at: np.round(at / PRECISION_DEG) * PRECISION_DEG)
    return MultiPolygon(list(_polygons(laid)))


def joined(shapes: Sequence[Shape]) -> Shape:
    """Everything together."""
    return rounded(shapely.union_all(list(shapes), grid_size=PRECISION_DEG))


def without(shape: Shape, taken: Shape) -> Shape:
    """What is left of a shape when another takes its ground; slivers go along."""
    left = shapely.difference(shape, taken, grid_size=PRECISION_DEG)
    return rounded(MultiPolygon(pieces(left)))


def common(one: Shape, other: Shape) -> Shape:
    """What two shapes both cover."""
    return rounded(shapely.intersection(one, other, grid_size=PRECISION_DEG))


def repaired(shape: Shape) -> Shape:
    """A crossing outline taken apart where it crosses; lines and points that hold no ground are dropped."""
    return rounded(shapely.make_valid(shape))


def cut(shape: Shape, line: Shape) -> list[Shape]:
    """The parts into which a line cuts a shape, the largest first; one part where it does not cut.

    Ends inside the shape are prolonged until they leave it.
    """
    blade = _prolonged(line, shape)
    borders = shapely.union_all([shapely.boundary(shape), blade], grid_size=PRECISION_DEG)
    faces = [
        face
        for face in shapely.get_parts(shapely.polygonize([borders]))
        if shapely.intersects(shape, shapely.point_on_surface(face))
    ]
    parts = _by_side(faces, blade)
    return sorted((rounded(part) for part in parts), key=lambda one: -one.area)


def _by_side(faces: list[Shape], blade: Shape) -> list[Shape]:
    """Faces that touch along a border which is not the blade belong together."""
    tree = shapely.STRtree(faces)
    whose, other = tree.query(faces, predicate="intersects")
    group = list(range(len(faces)))

    def head(one: int) -> int:
        while group[one] != one:
            one = group[one]
        return one

    for one, two in zip(whose.tolist(), other.tolist(), strict=True):
        if one < two and head(one) != head(two):
            shared = shapely.intersection(shapely.boundary(faces[one]), shapely.boundary(faces[two]))
            seam = shapely.difference(shared, shapely.buffer(blade, PRECISION_DEG * 2))
            if seam.length > PRECISION_DEG:
                group[head(two)] = head(one)
    heads = sorted({head(one) for one in range(len(faces))})
    return [shapely.union_all([faces[n] for n in range(len(faces)) if head(n) == one]) for one in heads]


def _prolonged(line: Shape, shape: Shape) -> Shape:
    """The line with its ends carried on in their direction until they are outside."""
    corners = [tuple(one) for one in shapely.get_coordinates(line).tolist()]
    west, south, east, north = shape.bounds
    reach = math.hypot(east - west, north - south) * 1.1
    grown = shapely.buffer(shape, PRECISION_DEG * 2)
    ends = ((corners[0], corners[1]), (corners[-1], corners[-2]))
    first, last = (_beyond(end, before, reach) if _is_inside(grown, end) else None for end, before in ends)
    return shapely.linestrings([*([first] if first else []), *corners, *([last] if last else [])])


def _is_inside(shape: Shape, spot: tuple[float, ...]) -> bool:
    return bool(shapely.intersects_xy(shape, spot[0], spot[1]))


def _beyond(end: tuple[float, ...], before: tuple[float, ...], reach: float) -> tuple[float, float]:
    length = math.hypot(end[0] - before[0], end[1] - before[1]) or 1.0
    return (
        end[0] + (end[0] - before[0]) / length * reach,
        end[1] + (end[1] - before[1]) / length * reach,
    )


def new_border(one: Shape, other: Shape, line: Shape) -> tuple[Shape, Shape] | None:
    """Two neighbours with a line as their common border: each part goes to whom most of it belonged.

    None where the line leaves one of them nothing.
    """
    mine: list[Shape] = []
    theirs: list[Shape] = []
    for part in cut(joined([one, other]), line):
        is_mine = common(part, one).area >= common(part, other).area
        (mine if is_mine else theirs).append(part)
    if not mine or not theirs:
        return None
    return joined(mine), joined(theirs)


def halves(shape: Shape) -> list[Shape]:
    """A shape cut across its longer axis into parts of the same area."""
    across, along = metres_per_degree(shape.centroid.y)
    flat = affinity.scale(shape, across, along, origin=(0, 0))
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(flat))
    sides = [(corners[n], corners[n + 1]) for n in range(2)]
    start, end = max(sides, key=lambda side: float(np.hypot(*(side[1] - side[0]))))
    axis = (end - start) / np.hypot(*(end - start))
    normal = np.array([-axis[1], axis[0]])
    depths = shapely.get_coordinates(flat) @ axis
    reach = float(np.ptp(shapely.get_coordinates(flat) @ normal)) + 1
    middle = shapely.get_coordinates(flat.centroid)[0]
    low, high = float(depths.min()), float(depths.max())
    for _ in range(HALVING_ROUNDS):
        depth = (low + high) / 2
        foot = middle + axis * (depth - float(middle @ axis))
        back = axis * (depth - float(depths.min()) + 1)
        half = shapely.polygons(
            [
                foot + normal * reach,
                foot - normal * reach,
                foot - normal * reach - back,
                foot + normal * reach - back,
            ]
        )
        if shapely.intersection(flat, half).area * 2 < flat.area:
            low = depth
        else:
            high = depth
    blade = affinity.scale(
        shapely.linestrings([foot + normal * reach, foot - normal * reach]),
        1 / across,
        1 / along,
        origin=(0, 0),
    )
    return cut(shape, blade)


def label_point(shape: Shape) -> tuple[float, float]:
    """Where an area is named: inside its largest part, well away from its border."""
    largest = max(_polygons(shape), key=lambda one: one.area)
    spot = ops.polylabel(largest, tolerance=math.sqrt(largest.area) / 20 or PRECISION_DEG)
    return round(spot.x, 6), round(spot.y, 6)
