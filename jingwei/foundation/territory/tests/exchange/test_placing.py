"""In which coordinate system a file is: found by where it comes to lie, and told where the file says another."""

import numpy as np
import pytest
import shapely

from jingwei.foundation.territory.rules.exchange_placing import (
    Certainty,
    apart_m,
    checked_placing,
    placing_of,
)
from jingwei.foundation.territory.tests.exchange.samples import GROUND, grids, moved, swapped
from jingwei.kernel.projections import WGS84, system_of

TOWNSHIP = shapely.segmentize(GROUND, 0.001)


def points_of(shapes: list[shapely.Geometry]) -> np.ndarray:
    return shapely.get_coordinates(np.array(shapes, dtype=object))


@pytest.mark.parametrize(
    "code", ["wgs84", "gcj02", "bd09", "webmercator", "gk3-37", "gk3-cm111", "gk6-19", "utm49"]
)
def test_a_file_that_says_nothing_is_recognised_by_where_it_lies(code: str) -> None:
    found = placing_of(points_of(moved(grids(), code)), TOWNSHIP, declared=None)
    assert found.certainty is Certainty.FOUND
    assert found.taken.share == 1.0
    # Under whichever of its names: what counts is that everything comes to lie where it belongs.
    assert (found.taken.lon, found.taken.lat) == pytest.approx(points_of(grids()).mean(axis=0), abs=1e-6)


@pytest.mark.parametrize("code", ["wgs84", "gk3-cm111"])
def test_north_before_east_is_recognised(code: str) -> None:
    found = placing_of(points_of(swapped(moved(grids(), code))), TOWNSHIP, declared=None)
    assert found.taken.is_swapped
    assert found.taken.share == 1.0


@pytest.mark.parametrize("code", ["gcj02", "bd09"])
def test_a_file_that_calls_shifted_coordinates_wgs84_is_told_of_it(code: str) -> None:
    """The commonest error of all: it lies some 500 m or more beside its ground."""
    found = placing_of(points_of(moved(grids(), code)), TOWNSHIP, declared=WGS84)
    assert found.certainty is Certainty.DECLARED
    assert found.better is not None
    assert found.better.system == system_of(code)
    assert 300 < apart_m(found.taken, found.better) < 2000


def test_a_right_declaration_is_not_doubted() -> None:
    found = placing_of(points_of(grids()), TOWNSHIP, declared=WGS84)
    assert found.taken.system == WGS84
    assert found.better is None


def test_a_small_piece_in_the_middle_fits_every_shift_and_nothing_is_claimed() -> None:
    middle = shapely.box(112.329, 28.569, 112.331, 28.571)
    found = placing_of(points_of([middle]), TOWNSHIP, declared=None)
    assert found.certainty is Certainty.ASSUMED
    assert found.taken.system == WGS84


def test_a_wrong_choice_is_answered_with_the_right_one() -> None:
    found = checked_placing(points_of(moved(grids(), "gcj02")), TOWNSHIP, WGS84, is_swapped=False)
    assert found.certainty is Certainty.CHOSEN
    assert found.better is not None
    assert found.better.system == system_of("gcj02")


def test_a_file_of_somewhere_else_fits_nothing() -> None:
    found = placing_of(
        points_of(moved(grids(ground=shapely.box(100, 20, 100.1, 20.1)), "wgs84")), TOWNSHIP, declared=WGS84
    )
    assert found.taken.share == 0.0
    assert found.better is None
