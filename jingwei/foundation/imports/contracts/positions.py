"""Columns of positions, the same in every sheet: longitude, latitude, and one datum for the whole file."""

from jingwei.foundation.imports.contracts.cells import degrees, one_of
from jingwei.foundation.imports.contracts.sheets import Column
from jingwei.kernel.geo import Datum

DATUM_WORDS = {
    "WGS-84": Datum.WGS84,
    "CGCS2000": Datum.CGCS2000,
    "国家2000": Datum.CGCS2000,
    "GCJ-02": Datum.GCJ02,
    "高德": Datum.GCJ02,
    "BD-09": Datum.BD09,
    "百度": Datum.BD09,
    "wgs84": Datum.WGS84,
    "gcj02": Datum.GCJ02,
    "bd09": Datum.BD09,
}
LON_COLUMN = Column(
    name="lon",
    label_zh="经度",
    label_en="Longitude",
    parse=degrees(180),
    aliases=("lng", "longitude", "X", "x"),
    example="112.305",
)
LAT_COLUMN = Column(
    name="lat",
    label_zh="纬度",
    label_en="Latitude",
    parse=degrees(90),
    aliases=("latitude", "Y", "y"),
    example="28.505",
)
DATUM_OPTION = Column(
    name="datum",
    label_zh="坐标系",
    label_en="Datum",
    parse=one_of(DATUM_WORDS),
    required=True,
    example="WGS-84",
    note_zh="整个文件用同一种：WGS-84、CGCS2000、GCJ-02（高德、腾讯）或 BD-09（百度）。换算一次，原值保留",
    note_en="one for the whole file; converted once, the original is kept",
)
