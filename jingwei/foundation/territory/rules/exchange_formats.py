"""What an uploaded geometry file is, by its content; what is taken, and how much of it."""

import codecs
import re
from enum import StrEnum

MOST_BYTES = 100 * 1024 * 1024
MOST_BYTES_UNPACKED = 400 * 1024 * 1024
MOST_MEMBERS = 500
MOST_FEATURES = 20_000
MOST_VERTICES = 4_000_000
MOST_COLUMNS = 200
MOST_TEXT = 200
"""Characters of one attribute that are kept: names and codes are shorter."""


class GeometryFormat(StrEnum):
    """Formats that are read and written. ``SHEET`` is a table of codes without geometry."""

    GEOJSON = "geojson"
    SHAPEFILE = "shapefile"
    GEOPACKAGE = "geopackage"
    KML = "kml"
    KMZ = "kmz"
    SHEET = "sheet"


DRIVERS = {
    GeometryFormat.GEOJSON: "GeoJSON",
    GeometryFormat.SHAPEFILE: "ESRI Shapefile",
    GeometryFormat.GEOPACKAGE: "GPKG",
    GeometryFormat.KML: "LIBKML",
    GeometryFormat.KMZ: "LIBKML",
}
"""The only drivers that the reader has; everything else GDAL can do is switched off before it looks at a file."""

SUFFIXES = {
    GeometryFormat.GEOJSON: "geojson",
    GeometryFormat.SHAPEFILE: "zip",
    GeometryFormat.GEOPACKAGE: "gpkg",
    GeometryFormat.KML: "kml",
    GeometryFormat.KMZ: "kmz",
    GeometryFormat.SHEET: "xlsx",
}

SQLITE = b"SQLite format 3\x00"
ZIP = b"PK\x03\x04"
GEOPACKAGE_IDS = {b"GPKG", b"GP10", b"GP11"}
KML_ROOT = re.compile(rb"<(?:[\w.-]+:)?kml[\s>]")
XML_ENCODING = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w.-]+)[\"']")
SHAPEFILE_PARTS = ("shp", "shx", "dbf", "prj", "cpg")


def plain_format(start: bytes) -> GeometryFormat | None:
    """The format of a file that is no archive, by its first bytes; None where it is none of ours."""
    if start.startswith(SQLITE):
        return GeometryFormat.GEOPACKAGE if start[68:72] in GEOPACKAGE_IDS else None
    bare = start.removeprefix(codecs.BOM_UTF8).lstrip()
    if bare.startswith(b"{"):
        return GeometryFormat.GEOJSON
    return GeometryFormat.KML if bare.startswith(b"<") and KML_ROOT.search(start) else None


def archive_format(names: list[str]) -> GeometryFormat | None:
    """What an archive holds, by the names in it; None where it is nothing of ours."""
    lower = [name.lower() for name in names]
    if "xl/workbook.xml" in lower:
        return GeometryFormat.SHEET
    for suffix, found in (
        (".shp", GeometryFormat.SHAPEFILE),
        (".kml", GeometryFormat.KMZ),
        (".gpkg", GeometryFormat.GEOPACKAGE),
        (".geojson", GeometryFormat.GEOJSON),
        (".json", GeometryFormat.GEOJSON),
    ):
        if any(name.endswith(suffix) for name in lower):
            return found
    return None


def text_encoding(sample: list[bytes], declared: str = "") -> tuple[str, bool] | None:
    """The encoding in which every text can be read, and whether the file claimed another one; None if there is none.

    UTF-8 is tried first whatever was declared: Chinese text in GBK is next to never valid UTF-8, while the reverse
    happens all the time (a .cpg copied along). Texts of a .dbf may end inside a character: the field was too short.
    """
    told = _codec(declared)
    if all(one.isascii() for one in sample):
        return told or "utf-8", False
    for encoding in dict.fromkeys(["utf-8", *([told] if told else []), "gb18030"]):
        if all(_decodes(one, encoding) for one in sample):
            return encoding, told is not None and _codec(encoding) != told
    return None


def decoded(text: bytes, encoding: str) -> str:
    """A text of a fixed width, without the half character at its end."""
    for cut in range(4):
        try:
            return text[: len(text) - cut].decode(encoding) if cut else text.decode(encoding)
        except UnicodeDecodeError:
            continue
    return text.decode(encoding, errors="replace")


def _decodes(text: bytes, encoding: str) -> bool:
    for cut in range(4):
        try:
            text[: len(text) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


def _codec(declared: str) -> str | None:
    """A declared encoding by Python's name; GB2312 and GBK are read as what contains them."""
    bare = declared.strip().lower().removeprefix("ansi").strip()
    if bare in {"936", "cp936", "gbk", "gb2312", "gb18030", "oem 936", "chinese"}:
        return "gb18030"
    if bare in {"65001", "utf8", "utf-8"}:
        return "utf-8"
    try:
        return codecs.lookup(bare).name if bare else None
    except LookupError:
        return None
