"""Coordinate systems of geometry files: how each is named, recognised and brought to WGS-84, whole arrays at a time.

CGCS2000 and WGS-84 agree to a few centimetres and are taken as one. Xi'an 1980 and Beijing 1954 are not offered:
their parameters differ from place to place, are held by the survey, and guessing them is off by up to 100 m.
No grid file and no network is used: PROJ gets every parameter from here.
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from jingwei.kernel.errors import Invalid
from jingwei.kernel.geo import (
    BAIDU_PI,
    KRASOVSKY_A_M,
    KRASOVSKY_EE,
)

Floats = npt.NDArray[np.float64]

WGS84_AXIS_M = 6_378_137.0
SAME_FLATTENING = 0.01
"""WGS-84 298.2572 and CGCS2000 298.2572 against Xi'an 1980 298.257 (another axis) and Krassowsky 298.3."""
LAST_UTM_ZONE = 60
ZONES_6 = range(13, 24)
ZONES_3 = range(25, 46)
FALSE_EASTING_M = 500_000.0
UTM_SCALE = 0.9996


class Family(StrEnum):
    """How a system is turned into degrees."""

    DEGREES = "degrees"
    GCJ02 = "gcj02"
    BD09 = "bd09"
    MERCATOR = "mercator"
    TRANSVERSE = "transverse"


class SystemUnknown(Invalid):
    code = "geo.system_unknown"
    message = "不认识坐标系“{system}”。可以用：wgs84、cgcs2000、gcj02、bd09、webmercator、gk3-37、gk3-cm111、gk6-19、gk6-cm111、utm49。"
    message_en = (
        "The coordinate system “{system}” is not known. Possible: wgs84, cgcs2000, gcj02, bd09, webmercator, "
        "gk3-37, gk3-cm111, gk6-19, gk6-cm111, utm49."
    )


class SystemRefused(Invalid):
    code = "geo.system_refused"
    message = "文件写明的坐标系“{name}”不能准确换算：它的参数各地不同，由测绘部门保管，猜测会差到100米。请由测绘部门转换为CGCS2000后重新上传。"
    message_en = (
        "The file says “{name}”, which cannot be converted exactly: its parameters differ from place to place, the survey "
        "holds them, and guessing is off by up to 100 m. Have the survey convert it to CGCS2000 and upload again."
    )


@dataclass(frozen=True, slots=True)
class CoordinateSystem:
    """A system with its parameters. ``code`` names it for machines, for example ``gk3-37`` or ``gk6-cm111``."""

    code: str
    family: Family
    label_zh: str
    label_en: str
    meridian: float = 0.0
    false_easting_m: float = 0.0
    false_northing_m: float = 0.0
    scale: float = 1.0

    @property
    def is_projected(self) -> bool:
        return self.family in {Family.MERCATOR, Family.TRANSVERSE}


WGS84 = CoordinateSystem("wgs84", Family.DEGREES, "WGS-84 经纬度", "WGS-84 degrees")
CGCS2000 = CoordinateSystem("cgcs2000", Family.DEGREES, "CGCS2000 经纬度", "CGCS2000 degrees")
GCJ02 = CoordinateSystem("gcj02", Family.GCJ02, "GCJ-02（高德、腾讯）", "GCJ-02 (AMap, Tencent)")
BD09 = CoordinateSystem("bd09", Family.BD09, "BD-09（百度）", "BD-09 (Baidu)")
WEB_MERCATOR = CoordinateSystem("webmercator", Family.MERCATOR, "Web 墨卡托", "Web Mercator")
NAMED = {one.code: one for one in (WGS84, CGCS2000, GCJ02, BD09, WEB_MERCATOR)}

ZONE_CODE = re.compile(r"(gk3|gk6)-(\d{2})")
MERIDIAN_CODE = re.compile(r"(gk3|gk6)-cm(\d{2,3})")
UTM_CODE = re.compile(r"utm(\d{1,2})")
LOCAL_CODE = re.compile(r"tm:(-?\d{1,3}(?:\.\d+)?):(-?\d{1,9}(?:\.\d+)?):(-?\d{1,9}(?:\.\d+)?)")
"""A city's own system: meridian, false easting, false northing, as its survey office publishes them."""


def system_of(code: str) -> CoordinateSystem:
    """The system of a code. Raises: SystemUnknown."""
    told = code.strip().lower()
    if told in NAMED:
        return NAMED[told]
    if found := ZONE_CODE.fullmatch(told):
        zone, is_three = int(found[2]), found[1] == "gk3"
        if zone in (ZONES_3 if is_three else ZONES_6):
            return gauss_krueger(zone=zone, width=3 if is_three else 6)
    if found := MERIDIAN_CODE.fullmatch(told):
        meridian, is_three = int(found[2]), found[1] == "gk3"
        if (meridian % 3 == 0 if is_three else meridian % 6 == 3) and 72 <= meridian <= 138:
            return gauss_krueger_of_meridian(meridian, width=3 if is_three else 6)
    if (found := UTM_CODE.fullmatch(told)) and 1 <= int(found[1]) <= LAST_UTM_ZONE:
        return utm(int(found[1]))
    if (found := LOCAL_CODE.fullmatch(told)) and abs(float(found[1])) <= 180:
        return _local(float(found[1]), float(found[2]), float(found[3]))
    raise SystemUnknown(system=code)


def gauss_krueger(*, zone: int, width: int) -> CoordinateSystem:
    """A zone whose number stands before the easting (eight digits). Source: GB 22021-2008."""
    meridian = zone * 3.0 if width == 3 else zone * 6.0 - 3.0
    return CoordinateSystem(
        f"gk{width}-{zone}",
        Family.TRANSVERSE,
        f"CGCS2000 高斯-克吕格{width}度带第{zone}带",
        f"CGCS2000 Gauss-Krüger {width}° zone {zone}",
        meridian=meridian,
        false_easting_m=zone * 1_000_000 + FALSE_EASTING_M,
    )


def gauss_krueger_of_meridian(meridian: int, *, width: int) -> CoordinateSystem:
    """A zone told by its central meridian; eastings carry no zone number (six digits)."""
    return CoordinateSystem(
        f"gk{width}-cm{meridian}",
        Family.TRANSVERSE,
        f"CGCS2000 高斯-克吕格{width}度带（中央经线{meridian}°）",
        f"CGCS2000 Gauss-Krüger {width}° (central meridian {meridian}°)",
        meridian=float(meridian),
        false_easting_m=FALSE_EASTING_M,
    )


def utm(zone: int) -> CoordinateSystem:
    return CoordinateSystem(
        f"utm{zone}",
        Family.TRANSVERSE,
        f"WGS-84 UTM 第{zone}带（北）",
        f"WGS-84 UTM zone {zone}N",
        meridian=zone * 6.0 - 183.0,
        false_easting_m=FALSE_EASTING_M,
        scale=UTM_SCALE,
    )


def _local(meridian: float, easting: float, northing: float) -> CoordinateSystem:
    told = f"{meridian:g}°，{easting:g}，{northing:g}"
    return CoordinateSystem(
        f"tm:{meridian:g}:{easting:.10g}:{northing:.10g}",
        Family.TRANSVERSE,
        f"地方坐标系（{told}）",
        f"local system ({told})",
        meridian=meridian,
        false_easting_m=easting,
        false_northing_m=northing,
    )


def systems_around(lon: float) -> list[CoordinateSystem]:
    """The systems a file about a place at this longitude may well be in, the usual ones first."""
    zone_3, zone_6 = round(lon / 3.0), math.floor(lon / 6.0) + 1
    found = [WGS84, GCJ02, BD09, WEB_MERCATOR]
    for zone in (zone_3, zone_3 - 1, zone_3 + 1):
        if zone in ZONES_3:
            found += [gauss_krueger(zone=zone, width=3), gauss_krueger_of_meridian(zone * 3, width=3)]
    for zone in (zone_6, zone_6 - 1, zone_6 + 1):
        if zone in ZONES_6:
            found += [gauss_krueger(zone=zone, width=6), gauss_krueger_of_meridian(zone * 6 - 3, width=6)]
    return [*found, utm(zone_6 + 30)]


def system_of_description(description: str) -> CoordinateSystem | None:
    """The system a file's own description means (``EPSG:4525``, WKT, a .prj); None where it has none.

    Raises: SystemRefused for a datum that cannot be converted exactly or a projection that is not in use here.
    """
    if not description.strip():
        return None
    try:
        crs = CRS.from_user_input(description.strip())
    except CRSError:
        return None
    name = str(crs.name)
    ellipsoid = crs.ellipsoid
    if (
        ellipsoid is None
        or abs(ellipsoid.semi_major_metre - WGS84_AXIS_M) > 0.5
        or abs(ellipsoid.inverse_flattening - 298.2572) > SAME_FLATTENING
    ):
        raise SystemRefused(name=name)
    if crs.is_geographic:
        return CGCS2000 if "2000" in name else WGS84
    return _projected(crs, name)


def _projected(crs: CRS, name: str) -> CoordinateSystem:
    operation = crs.coordinate_operation
    if operation is None:
        raise SystemRefused(name=name)
    method = str(operation.method_name).lower()
    if "pseudo" in method or "popular visualisation" in method:
        return WEB_MERCATOR
    if "transverse mercator" not in method and "gauss" not in method:
        raise SystemRefused(name=name)
    values = {str(one.name).lower(): float(one.value) for one in operation.params}
    meridian, easting = values.get("longitude of natural origin", 0.0), values.get("false easting", 0.0)
    northing, scale = values.get("false northing", 0.0), values.get("scale factor at natural origin", 1.0)
    if values.get("latitude of natural origin", 0.0):
        raise SystemRefused(name=name)
    if abs(scale - UTM_SCALE) < 1e-9 and easting == FALSE_EASTING_M and not northing:
        return utm(round((meridian + 183.0) / 6.0))
    if abs(scale - 1.0) > 1e-9:
        raise SystemRefused(name=name)
    if not northing and meridian % 3 == 0:
        if easting == FALSE_EASTING_M:
            is_three = "3" in name.replace("3D", "") or meridian % 6 != 3
            return gauss_krueger_of_meridian(round(meridian), width=3 if is_three else 6)
        zone, rest = divmod(easting, 1_000_000)
        if rest == FALSE_EASTING_M:
            if zone in ZONES_3 and zone * 3 == meridian:
                return gauss_krueger(zone=int(zone), width=3)
            if zone in ZONES_6 and zone * 6 - 3 == meridian:
                return gauss_krueger(zone=int(zone), width=6)
    return _local(meridian, easting, northing)


def to_wgs84(x: Floats, y: Floats, system: CoordinateSystem) -> tuple[Floats, Floats]:
    """Longitudes and latitudes of what a file gives; what cannot be turned becomes infinite."""
    if system.family is Family.DEGREES:
        return x, y
    if system.family is Family.GCJ02:
        return _unshifted(x, y)
    if system.family is Family.BD09:
        return _unshifted(*_bd09_to_gcj02(x, y))
    lon, lat = _transformer(system).transform(x, y, direction="FORWARD")
    return np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)


def from_wgs84(lon: Floats, lat: Floats, system: CoordinateSystem) -> tuple[Floats, Floats]:
    """What a file in this system gives for WGS-84 positions."""
    if system.family is Family.DEGREES:
        return lon, lat
    if system.family is Family.GCJ02:
        return _shifted(lon, lat)
    if system.family is Family.BD09:
        return _gcj02_to_bd09(*_shifted(lon, lat))
    x, y = _transformer(system).transform(lon, lat, direction="INVERSE")
    return np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)


def description_of(system: CoordinateSystem) -> str:
    """WKT for a .prj or a GeoPackage; the Chinese shifts have none and are written as WGS-84, and said so."""
    if system.family is Family.MERCATOR:
        return str(CRS.from_epsg(3857).to_wkt("WKT1_ESRI"))
    if system.family is Family.TRANSVERSE:
        return str(_described(system).to_wkt("WKT1_ESRI"))
    return str(CRS.from_epsg(4490 if system.code == CGCS2000.code else 4326).to_wkt("WKT1_ESRI"))


def _described(system: CoordinateSystem) -> CRS:
    epsg = {
        3: {True: 4513 - 25, False: 4534 - 25},
        6: {True: 4491 - 13, False: 4502 - 13},
    }
    if system.scale == UTM_SCALE:
        return CRS.from_epsg(32600 + round((system.meridian + 183.0) / 6.0))
    if found := ZONE_CODE.fullmatch(system.code):
        return CRS.from_epsg(epsg[int(found[1][2])][True] + int(found[2]))
    if found := MERIDIAN_CODE.fullmatch(system.code):
        width, meridian = int(found[1][2]), int(found[2])
        zone = meridian // 3 if width == 3 else (meridian + 3) // 6
        return CRS.from_epsg(epsg[width][False] + zone)
    return CRS.from_proj4(_parameters(system))


def _parameters(system: CoordinateSystem) -> str:
    return (
        f"+proj=tmerc +lat_0=0 +lon_0={system.meridian:.12g} +k={system.scale:.12g} +x_0={system.false_easting_m:.12g} "
        f"+y_0={system.false_northing_m:.12g} +ellps=GRS80 +units=m +no_defs +type=crs"
    )


@lru_cache(maxsize=64)
def _transformer(system: CoordinateSystem) -> Transformer:
    if system.family is Family.MERCATOR:
        pipeline = "+proj=webmerc +ellps=WGS84"
    else:
        pipeline = _parameters(system).removesuffix(" +no_defs +type=crs")
    steps = f"+proj=pipeline +step +inv {pipeline} +step +proj=unitconvert +xy_in=rad +xy_out=deg"
    return Transformer.from_pipeline(steps)


def _bd09_to_gcj02(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    x, y = lon - 0.0065, lat - 0.006
    z = np.hypot(x, y) - 0.00002 * np.sin(y * BAIDU_PI)
    theta = np.arctan2(y, x) - 0.000003 * np.cos(x * BAIDU_PI)
    return z * np.cos(theta), z * np.sin(theta)


def _gcj02_to_bd09(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """By fixed point, so that going there and back ends where it began (Baidu's own formula is off by a metre)."""
    there_lon, there_lat = lon + 0.0065, lat + 0.006
    for _ in range(4):
        back_lon, back_lat = _bd09_to_gcj02(there_lon, there_lat)
        there_lon, there_lat = there_lon - (back_lon - lon), there_lat - (back_lat - lat)
    return there_lon, there_lat


def _unshifted(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    guess_lon, guess_lat = lon, lat
    for _ in range(3):
        there_lon, there_lat = _shifted(guess_lon, guess_lat)
        guess_lon, guess_lat = guess_lon - (there_lon - lon), guess_lat - (there_lat - lat)
    return guess_lon, guess_lat


def _shifted(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """As ``geo.wgs84_to_gcj02``, for arrays: a city's borders have a million vertices."""
    is_shifted = (lon >= 72.004) & (lon <= 137.8347) & (lat >= 0.8293) & (lat <= 55.8271)
    shift_lon, shift_lat = _shift_m(lon - 105.0, lat - 35.0)
    rad = np.radians(lat)
    magic = 1 - KRASOVSKY_EE * np.sin(rad) ** 2
    root = np.sqrt(magic)
    d_lat = shift_lat * 180.0 / ((KRASOVSKY_A_M * (1 - KRASOVSKY_EE)) / (magic * root) * np.pi)
    d_lon = shift_lon * 180.0 / (KRASOVSKY_A_M / root * np.cos(rad) * np.pi)
    return np.where(is_shifted, lon + d_lon, lon), np.where(is_shifted, lat + d_lat, lat)


def _shift_m(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    pi, root = np.pi, np.sqrt(np.abs(x))
    ripple = (20.0 * np.sin(6.0 * x * pi) + 20.0 * np.sin(2.0 * x * pi)) * 2.0 / 3.0
    d_lat = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
    d_lat += (20.0 * np.sin(y * pi) + 40.0 * np.sin(y / 3.0 * pi)) * 2.0 / 3.0
    d_lat += (160.0 * np.sin(y / 12.0 * pi) + 320.0 * np.sin(y * pi / 30.0)) * 2.0 / 3.0
    d_lon = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
    d_lon += (20.0 * np.sin(x * pi) + 40.0 * np.sin(x / 3.0 * pi)) * 2.0 / 3.0
    d_lon += (150.0 * np.sin(x / 12.0 * pi) + 300.0 * np.sin(x / 30.0 * pi)) * 2.0 / 3.0
    return d_lon, d_lat
