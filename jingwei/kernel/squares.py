"""Positions as one number: squares of the Web Mercator pyramid in Z-order, so that every map tile is one range.

At zoom 26 a square measures about half a metre. The database says the same sum in ``jw_map_key``; a test holds the
two together. Ranges of numbers are leakproof, so an index on them is used under row-level security (ADR 43).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

DEEPEST = 26
SIDE = 1 << DEEPEST
HIGHEST_LAT = 85.05112877980659
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``low`` up to, and without, ``high``."""

    low: int
    high: int


class Meets(Enum):
    """How a square lies to a shape."""

    INSIDE = "inside"
    PARTLY = "partly"
    OUTSIDE = "outside"


def units_of(lon: float, lat: float) -> tuple[float, float]:
    """Web Mercator from the upper left corner of the world, in squares of the deepest zoom; not rounded."""
    phi = math.radians(max(-HIGHEST_LAT, min(HIGHEST_LAT, lat)))
    x = (lon + 180.0) / 360.0 * SIDE
    y = (1.0 - math.log(math.tan(phi) + 1.0 / math.cos(phi)) / math.pi) / 2.0 * SIDE
    return x, y


def lon_lat_of(x: float, y: float) -> tuple[float, float]:
    """The way back."""
    lon = x / SIDE * 360.0 - 180.0
    return lon, math.degrees(math.atan(math.sinh(math.pi * (1.0 - 2.0 * y / SIDE))))


def key_of(lon: float, lat: float) -> int:
    """The number of the deepest square a position lies in."""
    x, y = units_of(lon, lat)
    return interleaved(_within(x), _within(y))


def _within(unit: float) -> int:
    return max(0, min(SIDE - 1, math.floor(unit)))


def interleaved(x: int, y: int) -> int:
    """The bits of two numbers in turn, x in the even places."""
    return _spread(x) | (_spread(y) << 1)


def _spread(number: int) -> int:
    number = (number | (number << 16)) & 0x0000FFFF0000FFFF
    number = (number | (number << 8)) & 0x00FF00FF00FF00FF
    number = (number | (number << 4)) & 0x0F0F0F0F0F0F0F0F
    number = (number | (number << 2)) & 0x3333333333333333
    return (number | (number << 1)) & 0x5555555555555555


def taken_apart(key: int) -> tuple[int, int]:
    """x and y of a number made by ``interleaved``."""
    return _gathered(key), _gathered(key >> 1)


def _gathered(number: int) -> int:
    number &= 0x5555555555555555
    number = (number | (number >> 1)) & 0x3333333333333333
    number = (number | (number >> 2)) & 0x0F0F0F0F0F0F0F0F
    number = (number | (number >> 4)) & 0x00FF00FF00FF00FF
    number = (number | (number >> 8)) & 0x0000FFFF0000FFFF
    return (number | (number >> 16)) & 0x00000000FFFFFFFF


def tile_range(zoom: int, x: int, y: int) -> Range:
    """The numbers of the deepest squares in a tile (or of its whole self, beyond the deepest zoom)."""
    if zoom > DEEPEST:
        return tile_range(DEEPEST, x >> (zoom - DEEPEST), y >> (zoom - DEEPEST))
    first = interleaved(x, y)
    shift = 2 * (DEEPEST - zoom)
    return Range(first << shift, (first + 1) << shift)


def box_of_tile(zoom: int, x: int, y: int) -> Box:
    """The tile's edges in degrees."""
    scale = SIDE / (1 << zoom)
    west, north = lon_lat_of(x * scale, y * scale)
    east, south = lon_lat_of((x + 1) * scale, (y + 1) * scale)
    return west, south, east, north


def widened(box: Box, *, most: int, levels: tuple[int, ...]) -> tuple[int, tuple[int, int, int, int], Box]:
    """The deepest of the levels at which a box spans at most ``most`` squares a side.

    Gives the level, its squares (first and last column, first and last row) and the box they fill.
    """
    west, south, east, north = box
    left, top = units_of(west, north)
    right, bottom = units_of(east, south)
    for level in sorted(levels, reverse=True):
        scale = SIDE >> level
        columns = _within(left) // scale, _within(right) // scale
        rows = _within(top) // scale, _within(bottom) // scale
        if max(columns[1] - columns[0], rows[1] - rows[0]) < most or level == min(levels):
            break
    west, north = lon_lat_of(columns[0] * scale, rows[0] * scale)
    east, south = lon_lat_of((columns[1] + 1) * scale, (rows[1] + 1) * scale)
    return level, (columns[0], columns[1], rows[0], rows[1]), (west, south, east, north)


def ranges_of_squares(level: int, columns: tuple[int, int], rows: tuple[int, int]) -> list[Range]:
    """The ranges that hold exactly a rectangle of squares of one level, as deepest numbers."""
    scale = SIDE >> level
    left, right = columns[0] * scale, (columns[1] + 1) * scale
    top, bottom = rows[0] * scale, (rows[1] + 1) * scale

    def meets(x0: int, y0: int, x1: int, y1: int) -> Meets:
        if x0 >= right or x1 <= left or y0 >= bottom or y1 <= top:
            return Meets.OUTSIDE
        return Meets.INSIDE if x0 >= left and x1 <= right and y0 >= top and y1 <= bottom else Meets.PARTLY

    return cover(meets, deepest=level, most=1_000_000)


def ranges_of_box(box: Box, *, most: int = 64) -> list[Range]:
    """A few ranges that hold a box, and somewhat more where its edges cut through squares."""
    west, south, east, north = box
    left, top = units_of(west, north)
    right, bottom = units_of(east, south)

    def meets(x0: int, y0: int, x1: int, y1: int) -> Meets:
        if x0 > right or x1 < left or y0 > bottom or y1 < top:
            return Meets.OUTSIDE
        return Meets.INSIDE if x0 >= left and x1 <= right and y0 >= top and y1 <= bottom else Meets.PARTLY

    return cover(meets, deepest=DEEPEST, most=most)


def cover(meets: Callable[[int, int, int, int], Meets], *, deepest: int, most: int) -> list[Range]:
    """Ranges that hold everything that is not outside: squares are cut until there are ``most``, or no need."""
    done: list[Range] = []
    layer = [(0, 0, 0)]
    while layer:
        if len(done) + 3 * len(layer) > most:
            done += [tile_range(*square) for square in layer]
            break
        further = []
        for zoom, x, y in layer:
            for at in ((0, 0), (1, 0), (0, 1), (1, 1)):
                square = zoom + 1, 2 * x + at[0], 2 * y + at[1]
                scale = SIDE >> square[0]
                left, top = square[1] * scale, square[2] * scale
                found = meets(left, top, left + scale, top + scale)
                if found is Meets.INSIDE or (found is Meets.PARTLY and square[0] >= deepest):
                    done.append(tile_range(*square))
                elif found is Meets.PARTLY:
                    further.append(square)
        layer = further
    return joined(done)


def joined(ranges: list[Range]) -> list[Range]:
    """The same numbers in as few ranges as possible, in order."""
    found: list[Range] = []
    for one in sorted(ranges, key=lambda each: each.low):
        if found and found[-1].high >= one.low:
            found[-1] = Range(found[-1].low, max(found[-1].high, one.high))
        else:
            found.append(one)
    return found
