"""Where a file's coordinates lie: which system fits the ground it should cover, and whether the file says another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import shapely
from shapely import Geometry

from jingwei.foundation.territory.rules.exchange_mending import DEGREE_M
from jingwei.kernel.projections import WGS84, CoordinateSystem, systems_around, to_wgs84

Floats = npt.NDArray[np.float64]

EDGE_DEG = 0.0006
"""Some 60 m: borders of two surveys differ by less, the Chinese shifts move everything by 300 to 700 m."""
MOST_SAMPLED = 4_000
BETTER_BY = 0.02
GOOD = 0.9
TOLD_APART = 0.005
SAME_PLACE_M = 5.0


class Certainty(StrEnum):
    """How it is known in which system a file is."""

    DECLARED = "declared"
    FOUND = "found"
    ASSUMED = "assumed"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way of reading the coordinates: how much of the file then lies on the ground it should cover (0 to 1)."""

    system: CoordinateSystem
    is_swapped: bool
    share: float
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Placing:
    """The reading that is taken, how it is known, and a better one where the file seems to be wrong about itself."""

    taken: Candidate
    certainty: Certainty
    better: Candidate | None
    others: tuple[Candidate, ...]


def placing_of(points: Floats, ground: Geometry, *, declared: CoordinateSystem | None) -> Placing:
    """Read the coordinates in every system that is in use around the ground, and see which of them lie on it.

    What the file declares is taken unless it lies nowhere near; that another fits better is told, because files that
    call GCJ-02 WGS-84 are common. A small piece in the middle fits every shift: then nothing is said to be found.
    """
    if len(points) > MOST_SAMPLED:
        points = points[:: len(points) // MOST_SAMPLED + 1]
    candidates = ranked(points, ground, systems=_worth_trying(points, ground, declared))
    best = candidates[0]
    told = next(
        (c for c in candidates if declared is not None and c.system == declared and not c.is_swapped), None
    )
    if told is None or told.share < 0.05 <= best.share:
        runner_up = next((c for c in candidates if _says_otherwise(c, best)), None)
        is_found = best.share >= GOOD and (runner_up is None or best.share - runner_up.share > TOLD_APART)
        taken = best if best.share else _candidate(points, ground, declared or WGS84, is_swapped=False)
        return Placing(taken, Certainty.FOUND if is_found else Certainty.ASSUMED, None, tuple(candidates[:4]))
    is_better = best.share >= GOOD and best.share - told.share >= BETTER_BY
    return Placing(told, Certainty.DECLARED, best if is_better else None, tuple(candidates[:4]))


def checked_placing(
    points: Floats, ground: Geometry, system: CoordinateSystem, *, is_swapped: bool
) -> Placing:
    """The reading somebody has chosen, and a better one if there is."""
    if len(points) > MOST_SAMPLED:
        points = points[:: len(points) // MOST_SAMPLED + 1]
    chosen = _candidate(points, ground, system, is_swapped=is_swapped)
    candidates = ranked(points, ground, systems=_worth_trying(points, ground, system))
    best = candidates[0]
    is_better = best.share >= GOOD and best.share - chosen.share >= BETTER_BY
    return Placing(chosen, Certainty.CHOSEN, best if is_better else None, tuple(candidates[:4]))


def ranked(points: Floats, ground: Geometry, *, systems: Sequence[CoordinateSystem]) -> list[Candidate]:
    """Every reading by how much of it lies on the ground, the usual ones first among equals."""
    around = ground.buffer(EDGE_DEG, quad_segs=2)
    shapely.prepare(around)
    found = [
        _candidate(points, around, system, is_swapped=is_swapped, is_widened=True)
        for system in systems
        for is_swapped in (False, True)
    ]
    return sorted(found, key=lambda one: (-one.share, one.is_swapped))


def apart_m(one: Candidate, other: Candidate) -> float:
    """How far two readings put the same things from each other."""
    squeeze = math.cos(math.radians(one.lat))
    return math.hypot((one.lon - other.lon) * squeeze, one.lat - other.lat) * DEGREE_M


def _candidate(
    points: Floats, ground: Geometry, system: CoordinateSystem, *, is_swapped: bool, is_widened: bool = False
) -> Candidate:
    """A reading with the share of the points on the ground, or as near to its border as two surveys differ."""
    x, y = (points[:, 1], points[:, 0]) if is_swapped else (points[:, 0], points[:, 1])
    lon, lat = to_wgs84(x, y, system)
    is_sound = np.isfinite(lon) & np.isfinite(lat) & (np.abs(lon) <= 180) & (np.abs(lat) <= 90)
    if not is_sound.any():
        return Candidate(system, is_swapped, 0.0, 0.0, 0.0)
    around = ground if is_widened else ground.buffer(EDGE_DEG, quad_segs=2)
    share = float(shapely.intersects_xy(around, lon[is_sound], lat[is_sound]).sum() / len(points))
    return Candidate(
        system, is_swapped, round(share, 4), float(lon[is_sound].mean()), float(lat[is_sound].mean())
    )


def _worth_trying(
    points: Floats, ground: Geometry, declared: CoordinateSystem | None
) -> list[CoordinateSystem]:
    """Degrees for what can be degrees, metres for the rest; metres in degrees' clothing fit nowhere anyway."""
    is_metres = bool(np.nanmax(np.abs(points), initial=0.0) > 360.0)
    around = [one for one in systems_around(ground.centroid.x) if one.is_projected == is_metres]
    return around if declared is None or declared in around else [declared, *around]


def _says_otherwise(one: Candidate, best: Candidate) -> bool:
    """Whether taking this reading instead would move anything: a zone is often known under two names."""
    is_another = (one.system, one.is_swapped) != (best.system, best.is_swapped)
    return is_another and one.share > 0 and apart_m(one, best) > SAME_PLACE_M
