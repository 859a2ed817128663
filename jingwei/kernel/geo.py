"""Positions: ``lon, lat`` in degrees. Stored as WGS-84 (≈ CGCS2000); others are converted once, at the edge."""

import math
from dataclasses import dataclass
from enum import StrEnum

from jingwei.kernel.errors import Invalid

EARTH_RADIUS_M = 6_371_008.8
KRASOVSKY_A_M = 6_378_245.0
KRASOVSKY_EE = 0.006693421622965943
BAIDU_PI = math.pi * 3000.0 / 180.0


class Datum(StrEnum):
    """The coordinate system a position was given in."""

    WGS84 = "wgs84"
    CGCS2000 = "cgcs2000"
    GCJ02 = "gcj02"
    BD09 = "bd09"


class BadPosition(Invalid):
    code = "geo.bad_position"
    message = "位置坐标不正确（经度 {lon}，纬度 {lat}）。请重新定位，或在地图上点选。"
    message_en = (
        "The position is not valid (longitude {lon}, latitude {lat}). Locate again or pick it on the map."
    )


@dataclass(frozen=True, slots=True)
class Position:
    """A WGS-84 position with what was originally given."""

    lon: float
    lat: float
    given_lon: float
    given_lat: float
    datum: Datum
    accuracy_m: float | None = None


def position(lon: float, lat: float, *, datum: Datum, accuracy_m: float | None = None) -> Position:
    """Convert to WGS-84 and keep the original. Raises: BadPosition outside the globe or not a number."""
    if not (math.isfinite(lon) and math.isfinite(lat) and abs(lon) <= 180 and abs(lat) <= 90):
        raise BadPosition(lon=_told(lon), lat=_told(lat))
    if datum is Datum.BD09:
        wgs_lon, wgs_lat = gcj02_to_wgs84(*bd09_to_gcj02(lon, lat))
    elif datum is Datum.GCJ02:
        wgs_lon, wgs_lat = gcj02_to_wgs84(lon, lat)
    else:
        wgs_lon, wgs_lat = lon, lat
    return Position(wgs_lon, wgs_lat, lon, lat, datum, accuracy_m)


def in_china_mainland_box(lon: float, lat: float) -> bool:
    """Whether the GCJ-02 shift applies (outside it GCJ-02 equals WGS-84)."""
    return 72.004 <= lon <= 137.8347 and 0.8293 <= lat <= 55.8271


def wgs84_to_gcj02(lon: float, lat: float) -> tuple[float, float]:
    """The shift used by AMap, Tencent and WeChat; good to about a metre."""
    if not in_china_mainland_box(lon, lat):
        return lon, lat
    shift_lon, shift_lat = _shift_m(lon - 105.0, lat - 35.0)
    rad = math.radians(lat)
    magic = 1 - KRASOVSKY_EE * math.sin(rad) ** 2
    root = math.sqrt(magic)
    d_lat = shift_lat * 180.0 / ((KRASOVSKY_A_M * (1 - KRASOVSKY_EE)) / (magic * root) * math.pi)
    d_lon = shift_lon * 180.0 / (KRASOVSKY_A_M / root * math.cos(rad) * math.pi)
    return lon + d_lon, lat + d_lat


def gcj02_to_wgs84(lon: float, lat: float) -> tuple[float, float]:
    """Invert the shift by fixed-point iteration; three rounds reach a millimetre."""
    guess_lon, guess_lat = lon, lat
    for _ in range(3):
        there_lon, there_lat = wgs84_to_gcj02(guess_lon, guess_lat)
        guess_lon, guess_lat = guess_lon - (there_lon - lon), guess_lat - (there_lat - lat)
    return guess_lon, guess_lat


def bd09_to_gcj02(lon: float, lat: float) -> tuple[float, float]:
    """Baidu's second shift undone."""
    x, y = lon - 0.0065, lat - 0.006
    z = math.hypot(x, y) - 0.00002 * math.sin(y * BAIDU_PI)
    theta = math.atan2(y, x) - 0.000003 * math.cos(x * BAIDU_PI)
    return z * math.cos(theta), z * math.sin(theta)


def distance_m(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Great-circle distance in metres."""
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = (
        math.sin((phi2 - phi1) / 2) ** 2
        + math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(min(1.0, half)))


def _told(degrees: float) -> float | str:
    """A number for a refusal: JSON knows neither NaN nor infinity."""
    return degrees if math.isfinite(degrees) else str(degrees)


def _shift_m(x: float, y: float) -> tuple[float, float]:
    ripple = (20.0 * math.sin(6.0 * x * math.pi) + 20.0 * math.sin(2.0 * x * math.pi)) * 2.0 / 3.0
    d_lat = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + ripple
    d_lat += (20.0 * math.sin(y * math.pi) + 40.0 * math.sin(y / 3.0 * math.pi)) * 2.0 / 3.0
    d_lat += (160.0 * math.sin(y / 12.0 * math.pi) + 320.0 * math.sin(y * math.pi / 30.0)) * 2.0 / 3.0
    d_lon = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + ripple
    d_lon += (20.0 * math.sin(x * math.pi) + 40.0 * math.sin(x / 3.0 * math.pi)) * 2.0 / 3.0
    d_lon += (150.0 * math.sin(x / 12.0 * math.pi) + 300.0 * math.sin(x / 30.0 * math.pi)) * 2.0 / 3.0
    return d_lon, d_lat
