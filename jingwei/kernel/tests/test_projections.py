"""Coordinate systems of files: arrays agree with single positions, zones agree with EPSG, and there and back is the same."""

import numpy as np
import pytest
from pyproj import CRS, Transformer

from jingwei.kernel.geo import Datum, position
from jingwei.kernel.projections import (
    CoordinateSystem,
    SystemRefused,
    SystemUnknown,
    description_of,
    from_wgs84,
    system_of,
    system_of_description,
    systems_around,
    to_wgs84,
)

LON = np.array([112.35, 112.81, 111.02, 103.8])
LAT = np.array([28.55, 28.2, 29.1, 36.06])
MILLIMETRE_DEG = 1e-8


def every_system() -> list[CoordinateSystem]:
    codes = [
        "wgs84",
        "cgcs2000",
        "gcj02",
        "bd09",
        "webmercator",
        "gk3-37",
        "gk3-cm111",
        "gk6-19",
        "gk6-cm111",
    ]
    return [system_of(code) for code in [*codes, "utm49", "tm:112.5:500000:-3000000"]]


@pytest.mark.parametrize("system", every_system(), ids=lambda one: one.code)
def test_there_and_back_is_the_same_to_a_millimetre(system: CoordinateSystem) -> None:
    lon, lat = to_wgs84(*from_wgs84(LON, LAT, system), system)
    assert np.abs(lon - LON).max() < MILLIMETRE_DEG
    assert np.abs(lat - LAT).max() < MILLIMETRE_DEG


@pytest.mark.parametrize("datum", [Datum.GCJ02, Datum.BD09])
def test_arrays_are_converted_as_single_positions_are(datum: Datum) -> None:
    lon, lat = to_wgs84(LON, LAT, system_of(datum.value))
    singly = [position(a, b, datum=datum) for a, b in zip(LON, LAT, strict=True)]
    assert np.allclose(lon, [one.lon for one in singly], atol=1e-10)
    assert np.allclose(lat, [one.lat for one in singly], atol=1e-10)


@pytest.mark.parametrize(
    ("code", "epsg"),
    [
        ("gk3-37", 4525),
        ("gk3-cm111", 4546),
        ("gk6-19", 4497),
        ("gk6-cm111", 4508),
        ("utm49", 32649),
        ("webmercator", 3857),
    ],
)
def test_a_zone_is_the_one_of_the_register(code: str, epsg: int) -> None:
    """The reference is PROJ's own definition of the register's number, not our parameters."""
    theirs = Transformer.from_crs(4490 if epsg < 5000 and epsg > 4400 else 4326, epsg, always_xy=True)
    x, y = theirs.transform(LON[:2], LAT[:2])
    lon, lat = to_wgs84(np.asarray(x), np.asarray(y), system_of(code))
    assert np.abs(lon - LON[:2]).max() < MILLIMETRE_DEG
    assert np.abs(lat - LAT[:2]).max() < MILLIMETRE_DEG
    assert system_of_description(f"EPSG:{epsg}") == system_of(code)
    assert system_of_description(description_of(system_of(code))) == system_of(code)


def test_a_citys_own_system_is_read_from_its_description() -> None:
    wkt = CRS.from_proj4(
        "+proj=tmerc +lat_0=0 +lon_0=112.5 +k=1 +x_0=40000 +y_0=-3000000 +ellps=GRS80"
    ).to_wkt()
    found = system_of_description(wkt)
    assert found is not None
    assert found.code == "tm:112.5:40000:-3000000"
    assert system_of(found.code) == found


@pytest.mark.parametrize("epsg", [4610, 4214, 2333, 2414])
def test_old_datums_are_refused_because_nobody_knows_their_parameters(epsg: int) -> None:
    with pytest.raises(SystemRefused):
        system_of_description(f"EPSG:{epsg}")


@pytest.mark.parametrize(
    "code", ["gk3-12", "gk6-40", "gk3-cm110", "utm0", "utm61", "epsg:4326", "", "tm:200:1:1"]
)
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(SystemUnknown):
        system_of(code)


def test_what_is_no_description_says_nothing() -> None:
    assert system_of_description("") is None
    assert system_of_description("not a system") is None


def test_the_systems_around_a_city_hold_its_zones() -> None:
    codes = [one.code for one in systems_around(112.35)]
    assert {"wgs84", "gcj02", "bd09", "gk3-37", "gk3-38", "gk3-cm111", "gk6-19", "utm49"} <= set(codes)
    assert len(codes) == len(set(codes))
