"""Positions as one number: there and back, tiles as ranges, boxes covered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jingwei.kernel.shapes import BadShape, Circle, Polygon, ranges_of, read_shape
from jingwei.kernel.squares import (
    DEEPEST,
    box_of_tile,
    interleaved,
    key_of,
    lon_lat_of,
    ranges_of_box,
    ranges_of_squares,
    taken_apart,
    tile_range,
    units_of,
    widened,
)

LON = st.floats(-179.999, 179.999)
LAT = st.floats(-84.9, 84.9)
BITS = st.integers(0, (1 << DEEPEST) - 1)


@given(BITS, BITS)
def test_two_numbers_in_turn_come_apart_again(x: int, y: int) -> None:
    assert taken_apart(interleaved(x, y)) == (x, y)


@given(LON, LAT)
def test_a_position_comes_back_to_within_a_hair(lon: float, lat: float) -> None:
    back = lon_lat_of(*units_of(lon, lat))
    assert back == pytest.approx((lon, lat), abs=1e-9)


@given(LON, LAT, st.integers(0, 22))
def test_a_position_lies_in_the_range_of_its_tile_and_in_no_other(lon: float, lat: float, zoom: int) -> None:
    x, y = (int(part) >> (DEEPEST - zoom) for part in units_of(lon, lat))
    there = tile_range(zoom, x, y)
    assert there.low <= key_of(lon, lat) < there.high
    beside = tile_range(zoom, x + 1, y)
    assert not beside.low <= key_of(lon, lat) < beside.high


@given(LON, LAT, st.floats(0.00001, 2), st.floats(0.00001, 2))
def test_a_box_is_covered_whole(west: float, south: float, wide: float, high: float) -> None:
    box = west, south, min(180.0, west + wide), min(85.0, south + high)
    ranges = ranges_of_box(box)
    assert len(ranges) <= 64
    for lon in (box[0], (box[0] + box[2]) / 2, box[2] - 1e-9):
        for lat in (box[1], (box[1] + box[3]) / 2, box[3] - 1e-9):
            assert any(one.low <= key_of(lon, lat) < one.high for one in ranges)


def test_squares_of_a_view_are_few_and_fill_its_box() -> None:
    level, (left, right, top, bottom), box = widened(
        (112.3, 28.5, 112.4, 28.6), most=64, levels=(10, 14, 18, 20)
    )
    assert level == 14
    assert max(right - left, bottom - top) < 64
    assert (box[0], box[1]) <= (112.3, 28.5)
    assert (box[2], box[3]) >= (112.4, 28.6)
    inside = sum(one.high - one.low for one in ranges_of_squares(level, (left, right), (top, bottom)))
    assert inside == (right - left + 1) * (bottom - top + 1) << (2 * (DEEPEST - level))


def test_the_world_is_one_tile() -> None:
    assert box_of_tile(0, 0, 0) == pytest.approx((-180, -85.0511, 180, 85.0511), abs=1e-3)


def test_shapes_are_read_as_addresses_write_them() -> None:
    assert read_shape("c112.35,28.57,500") == Circle(112.35, 28.57, 500)
    assert read_shape("p112,28;113,28;113,29") == Polygon(((112.0, 28.0), (113.0, 28.0), (113.0, 29.0)))
    assert len(ranges_of(read_shape("c112.35,28.57,500"))) <= 64


@pytest.mark.parametrize(
    "text",
    [
        "",
        "c112,28",
        "c112,28,0",
        "c112,28,90000",
        "c200,28,5",
        "p112,28;113,28",
        "p112,28;113,29;113,28;112,29",  # crosses itself
        "p112,28;112,28;113,29",  # a corner twice
        "cnan,28,5",
        "p" + ";".join(["112,28"] * 61),
        "c１12,28,5",
    ],
)
def test_what_encloses_nothing_is_refused(text: str) -> None:
    with pytest.raises(BadShape):
        read_shape(text)
