"""Outlines as they should not be: each is mended and told, or refused and told why."""

import math

import numpy as np
import pytest
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon

from jingwei.foundation.territory.rules.exchange_mending import (
    Fault,
    Mend,
    MendedOutline,
    area_m2,
    mended_outline,
)
from jingwei.kernel.projections import WGS84, system_of

HECTARE = 0.001


def square(x: float = 112.3, y: float = 28.5, side: float = HECTARE) -> Polygon:
    return shapely.box(x, y, x + side, y + side)


def mended(shape: shapely.Geometry | bytes | None) -> MendedOutline:
    return mended_outline(shapely.to_wkb(shape) if isinstance(shape, shapely.Geometry) else shape, WGS84)


def kinds(found: MendedOutline) -> set[Mend]:
    return {one.mend for one in found.done}


def test_a_sound_outline_is_left_as_it_is() -> None:
    found = mended(square())
    assert found.outline == MultiPolygon([square()])
    assert found.done == ()


def test_a_ring_that_does_not_close_is_closed() -> None:
    wkb = bytearray(shapely.to_wkb(square()))
    wkb[9:13] = (4).to_bytes(4, "little")
    found = mended(bytes(wkb[:-16]))
    assert kinds(found) == {Mend.RING_CLOSED}
    assert found.outline is not None
    assert found.outline.normalize() == MultiPolygon([square()]).normalize()


def test_a_bow_tie_becomes_its_two_halves_and_says_where() -> None:
    tie = Polygon([(112.3, 28.5), (112.301, 28.501), (112.301, 28.5), (112.3, 28.501)])
    found = mended(tie)
    assert {Mend.CROSSING_MENDED, Mend.HAS_PARTS} <= kinds(found)
    told = next(one for one in found.done if one.mend is Mend.CROSSING_MENDED)
    assert (told.lon, told.lat) == (pytest.approx(112.3005), pytest.approx(28.5005))
    assert found.outline is not None
    assert found.outline.is_valid


def test_ground_gone_round_twice_is_marked_to_be_looked_at() -> None:
    """Two readings differ there: everything gone round is inside, or what is gone round twice is a hole."""
    here, there = [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)], [(1, 1), (3, 1), (3, 3), (1, 3), (1, 1), (0, 0)]
    ring = Polygon([(112.3 + x * HECTARE, 28.5 + y * HECTARE) for x, y in here + there])
    found = mended(ring)
    told = next(one for one in found.done if one.mend is Mend.CHANGED_MUCH)
    twice = square(112.301, 28.501)
    assert told.area_m2 == pytest.approx(area_m2(twice), rel=0.01)
    assert found.outline is not None
    assert found.outline.covers(twice)


def test_heights_measures_and_repeated_points_are_left_out() -> None:
    around = [
        (112.3, 28.5),
        (112.301, 28.5),
        (112.301, 28.5),
        (112.301, 28.501),
        (112.3, 28.501),
        (112.3, 28.5),
    ]
    found = mended(Polygon([(x, y, 43.5) for x, y in around]))
    assert kinds(found) == {Mend.HEIGHT_DROPPED, Mend.REPEATED_DROPPED}
    assert found.outline is not None
    assert not found.outline.has_z
    assert shapely.get_num_coordinates(found.outline) == 5


def test_slivers_and_pinholes_go_and_real_holes_stay() -> None:
    real = square(112.3002, 28.5002, 0.0003)
    pinhole = square(112.3008, 28.5008, 0.000005)
    body = Polygon(square().exterior, [real.exterior, pinhole.exterior])
    splinter = shapely.box(112.305, 28.5, 112.3050001, 28.501)
    found = mended(MultiPolygon([body, splinter]))
    assert kinds(found) == {Mend.SLIVER_DROPPED, Mend.HOLE_FILLED, Mend.HAS_HOLE}
    assert found.outline is not None
    assert [len(part.interiors) for part in found.outline.geoms] == [1]


def test_a_drawn_line_that_closes_is_an_outline() -> None:
    ring = LineString(square().exterior.coords)
    assert kinds(mended(ring)) == {Mend.LINE_TAKEN}
    almost = LineString([*list(ring.coords)[:-1], (112.300995, 28.500005)])
    assert kinds(mended(almost)) == {Mend.LINE_TAKEN}


def test_points_beside_an_area_are_left_out() -> None:
    found = mended(shapely.GeometryCollection([square(), Point(112.3, 28.5), LineString([(0, 0), (1, 1)])]))
    told = next(one for one in found.done if one.mend is Mend.OTHERS_DROPPED)
    assert told.count == 2


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (None, Fault.EMPTY),
        (Polygon(), Fault.EMPTY),
        (b"\x01\x03nonsense", Fault.UNREADABLE),
        (Point(112, 28), Fault.NOT_AN_AREA),
        (LineString([(112, 28), (113, 28), (113, 29), (112, 29)]), Fault.NOT_AN_AREA),
        (square(side=0.000002), Fault.TOO_SMALL),
        (Polygon([(112, 28), (112.1, 28.1), (112.2, 28.2), (112, 28)]), Fault.TOO_SMALL),
        (square(500, 28), Fault.NOT_A_PLACE),
    ],
)
def test_what_cannot_be_an_area_is_refused(given: shapely.Geometry | bytes | None, fault: Fault) -> None:
    found = mended(given)
    assert found.outline is None
    assert found.fault is fault


def test_coordinates_that_are_no_numbers_are_refused() -> None:
    broken = shapely.transform(square(), lambda p: np.where(p > 112.3005, math.inf, p))
    assert mended(broken).fault in {Fault.NOT_A_PLACE, Fault.UNREADABLE}


def test_swapped_metres_of_a_zone_are_turned_and_brought_to_degrees() -> None:
    """Surveyors write north first."""
    zone = system_of("gk3-cm111")
    given = Polygon(
        [(3163000.0, 627000.0), (3163000.0, 627100.0), (3163100.0, 627100.0), (3163100.0, 627000.0)]
    )
    found = mended_outline(shapely.to_wkb(given), zone, is_swapped=True)
    assert found.outline is not None
    assert area_m2(found.outline) == pytest.approx(10_000, rel=0.01)
    assert shapely.get_coordinates(found.outline)[0] == pytest.approx([112.29, 28.57], abs=0.02)
