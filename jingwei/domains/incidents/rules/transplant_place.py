"""Where a position of another city comes to lie in ours: an equal-area map of its frame onto an outline.

The same share of the frame becomes the same share of the outline, so that what was dense stays dense and what was
neighbouring in the frame stays near; every position lies inside, and the same position always lands on the same spot.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy
import shapely

from jingwei.domains.incidents.rules.transplant_map import Frame

SLICES = 2048
"""Columns in which the outline's area is counted from west to east."""
FRAME_TAILS = (0.5, 99.5)
"""Per cent of a source's positions between which its frame is drawn, where the map gives none."""
RIM = 0.001
"""The share of each column kept free at both ends, so that rounding cannot lead outside."""


def frame_around(spots: Sequence[tuple[float, float]]) -> Frame:
    """The frame that most of a file's positions lie in; a few far-off ones must not squeeze all others."""
    (west, east), (south, north) = (numpy.percentile([one[i] for one in spots], FRAME_TAILS) for i in (0, 1))
    return float(west), float(south), float(max(east, west + 1e-4)), float(max(north, south + 1e-4))


def share_in_frame(lon: float, lat: float, frame: Frame) -> tuple[float, float] | None:
    """How far east and north of the frame's corner, 0 to 1; None outside the frame."""
    west, south, east, north = frame
    if not (west <= lon <= east and south <= lat <= north):
        return None
    return (lon - west) / (east - west), (lat - south) / (north - south)


@dataclass(frozen=True)
class Outline:
    """An area's outline, prepared for placing."""

    shape: shapely.Geometry
    edges: numpy.ndarray
    xs: numpy.ndarray
    shares: numpy.ndarray

    def spot(self, east: float, north: float) -> tuple[float, float]:
        """The position for a share of the way east and north, in degrees to six decimals."""
        x = float(numpy.interp(RIM + (1 - 2 * RIM) * east, self.shares, self.xs))
        chords = _chords(self.edges, x)
        lengths = chords[:, 1] - chords[:, 0]
        along = (RIM + (1 - 2 * RIM) * north) * float(lengths.sum())
        for (low, high), length in zip(chords, lengths, strict=True):
            if along <= length:
                inset = min(max(along / length if length else 0.5, RIM), 1 - RIM)
                return round(x, 6), round(float(low + inset * (high - low)), 6)
            along -= float(length)
        return self.heart()

    def heart(self) -> tuple[float, float]:
        """A position surely inside."""
        point = shapely.point_on_surface(self.shape)
        return round(float(shapely.get_x(point)), 6), round(float(shapely.get_y(point)), 6)

    def holds(self, lon: float, lat: float) -> bool:
        return bool(shapely.contains_xy(self.shape, lon, lat))

    def nearer_heart(self, spot: tuple[float, float], share: float) -> tuple[float, float]:
        """A share of the way from a spot to the heart."""
        heart = self.heart()
        return (
            round(spot[0] + share * (heart[0] - spot[0]), 6),
            round(spot[1] + share * (heart[1] - spot[1]), 6),
        )


def outline_of(wkb: bytes) -> Outline:
    """Prepare an outline: a polygon or several, with or without holes."""
    shape = shapely.from_wkb(wkb)
    shapely.prepare(shape)
    edges = _edges(shape)
    west, _, east, _ = shapely.bounds(shape)
    bounds = numpy.linspace(west, east, SLICES + 1)
    middles = (bounds[:-1] + bounds[1:]) / 2
    heights = numpy.array([float((c := _chords(edges, x))[:, 1].sum() - c[:, 0].sum()) for x in middles])
    shares = numpy.concatenate([[0.0], numpy.cumsum(heights)])
    return Outline(shape=shape, edges=edges, xs=bounds, shares=shares / shares[-1])


def _edges(shape: shapely.Geometry) -> numpy.ndarray:
    """Every side of every ring as x1, y1, x2, y2 with x1 < x2; upright sides cannot be crossed and are left out."""
    sides = []
    for ring in shapely.get_rings(shapely.get_parts(shape)):
        points = shapely.get_coordinates(ring)
        sides.append(numpy.hstack([points[:-1], points[1:]]))
    every = numpy.vstack(sides)
    turned = every[:, 0] > every[:, 2]
    every[turned] = every[turned][:, [2, 3, 0, 1]]
    return every[every[:, 0] < every[:, 2]]


def _chords(edges: numpy.ndarray, x: float) -> numpy.ndarray:
    """From where to where a line straight north at ``x`` runs inside, from south to north."""
    hit = edges[(edges[:, 0] <= x) & (x < edges[:, 2])]
    ys = hit[:, 1] + (x - hit[:, 0]) * (hit[:, 3] - hit[:, 1]) / (hit[:, 2] - hit[:, 0])
    ys.sort()
    pairs: numpy.ndarray = ys[: len(ys) // 2 * 2].reshape(-1, 2)
    return pairs
