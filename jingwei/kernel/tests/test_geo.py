"""Positions: converted once and back again within a hand's breadth; refused where they cannot be."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jingwei.kernel.geo import (
    BAIDU_PI,
    BadPosition,
    Datum,
    bd09_to_gcj02,
    distance_m,
    gcj02_to_wgs84,
    in_china_mainland_box,
    position,
    wgs84_to_gcj02,
)

lons_in_china = st.floats(73.7, 134.8, allow_nan=False)
lats_in_china = st.floats(18.2, 53.4, allow_nan=False)
lons = st.floats(-180, 180, allow_nan=False)
lats = st.floats(-90, 90, allow_nan=False)
MILLIMETRES = 0.005
HAND = 0.3


def gcj02_to_bd09(lon: float, lat: float) -> tuple[float, float]:
    """Baidu's second shift, as its publishers' sample code applies it."""
    z = math.hypot(lon, lat) + 0.00002 * math.sin(lat * BAIDU_PI)
    theta = math.atan2(lat, lon) + 0.000003 * math.cos(lon * BAIDU_PI)
    return z * math.cos(theta) + 0.0065, z * math.sin(theta) + 0.006


@settings(deadline=None)
@given(lons_in_china, lats_in_china)
def test_gcj02_goes_there_and_back_within_millimetres(lon: float, lat: float) -> None:
    back = gcj02_to_wgs84(*wgs84_to_gcj02(lon, lat))
    assert distance_m(lon, lat, *back) < MILLIMETRES


@settings(deadline=None)
@given(lons_in_china, lats_in_china)
def test_the_gcj02_shift_is_some_hundred_metres(lon: float, lat: float) -> None:
    assert 20 < distance_m(lon, lat, *wgs84_to_gcj02(lon, lat)) < 1500


@settings(deadline=None)
@given(lons_in_china, lats_in_china)
def test_bd09_comes_back_within_a_hands_breadth(lon: float, lat: float) -> None:
    gcj = wgs84_to_gcj02(lon, lat)
    assert distance_m(*gcj, *bd09_to_gcj02(*gcj02_to_bd09(*gcj))) < HAND


@settings(deadline=None)
@given(lons_in_china, lats_in_china)
def test_a_position_is_the_same_place_in_every_datum(lon: float, lat: float) -> None:
    gcj = wgs84_to_gcj02(lon, lat)
    given_as = {
        Datum.WGS84: (lon, lat),
        Datum.CGCS2000: (lon, lat),
        Datum.GCJ02: gcj,
        Datum.BD09: gcj02_to_bd09(*gcj),
    }
    assert set(given_as) == set(Datum)
    for datum, (given_lon, given_lat) in given_as.items():
        found = position(given_lon, given_lat, datum=datum, accuracy_m=12.0)
        assert distance_m(lon, lat, found.lon, found.lat) < HAND
        assert (found.given_lon, found.given_lat, found.datum, found.accuracy_m) == (
            given_lon,
            given_lat,
            datum,
            12.0,
        )


def test_a_known_point_is_shifted_as_the_map_providers_do() -> None:
    """Tiananmen, as published with the reverse-engineered algorithm; six digits are a tenth of a metre."""
    assert wgs84_to_gcj02(116.397428, 39.90923) == pytest.approx((116.403669, 39.910634), abs=2e-5)


@given(lons, lats)
def test_outside_the_mainland_nothing_is_shifted(lon: float, lat: float) -> None:
    if not in_china_mainland_box(lon, lat):
        assert wgs84_to_gcj02(lon, lat) == (lon, lat)


@given(lons, lats, st.sampled_from(Datum))
def test_whatever_is_on_the_globe_is_converted_to_numbers(lon: float, lat: float, datum: Datum) -> None:
    found = position(lon, lat, datum=datum)
    assert math.isfinite(found.lon)
    assert math.isfinite(found.lat)


NO_PLACE = [(180.1, 0.0), (-181.0, 0.0), (0.0, 90.1), (0.0, -91.0), (math.nan, 0.0), (0.0, math.inf)]


@pytest.mark.parametrize(("lon", "lat"), NO_PLACE)
@pytest.mark.parametrize("datum", Datum)
def test_what_is_no_place_is_refused(lon: float, lat: float, datum: Datum) -> None:
    with pytest.raises(BadPosition):
        position(lon, lat, datum=datum)


@given(lons, lats, lons, lats)
def test_a_distance_is_symmetric_and_at_most_half_the_globe(a: float, b: float, c: float, d: float) -> None:
    there = distance_m(a, b, c, d)
    assert there == pytest.approx(distance_m(c, d, a, b))
    assert 0 <= there <= 20_016_000
    assert distance_m(a, b, a, b) == 0


def test_one_degree_of_latitude_is_111_km() -> None:
    assert distance_m(112.3, 28.0, 112.3, 29.0) == pytest.approx(111_195, abs=1)
