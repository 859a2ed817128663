"""Similar by place: which squares a circle touches, and how far back one looks."""

import math
from datetime import timedelta

CELLS_A_DEGREE = 400
"""Squares of 0.0025°: about 278 m north to south, 245 m east to west in Hunan. The database says the same."""
CELL_STRIDE = 1_000_000
METRES_A_DEGREE = 111_195.0
DEFAULT_RADIUS_M = 200
LARGEST_RADIUS_M = 1000
LOOK_BACK = timedelta(days=90)
"""Closed ones are compared for so long; open ones always."""
MOST_SHOWN = 20


def cell_of(lon: float, lat: float) -> int:
    """The square of a position."""
    return math.floor(lon * CELLS_A_DEGREE) * CELL_STRIDE + math.floor(lat * CELLS_A_DEGREE)


def cells_around(lon: float, lat: float, radius_m: float) -> list[int]:
    """Every square that a circle touches: at most nine for 200 m, eighty for a kilometre."""
    north = radius_m / METRES_A_DEGREE
    east = north / max(0.1, math.cos(math.radians(lat)))
    columns = range(math.floor((lon - east) * CELLS_A_DEGREE), math.floor((lon + east) * CELLS_A_DEGREE) + 1)
    rows = range(math.floor((lat - north) * CELLS_A_DEGREE), math.floor((lat + north) * CELLS_A_DEGREE) + 1)
    return [column * CELL_STRIDE + row for column in columns for row in rows]
