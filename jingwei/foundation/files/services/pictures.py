"""Photos: opened for real, their position and time read, everything else they carry left behind."""

import contextlib
import functools
import io
import math
import re
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pillow_heif
from PIL import ExifTags, Image, ImageOps

from jingwei.foundation.files.rules.content import Container
from jingwei.foundation.files.rules.limits import PHOTO_LIMIT_PIXELS, STORED_SIDE_PX
from jingwei.foundation.files.rules.refusals import NotAnImage, TooManyPixels
from jingwei.foundation.files.services.faces import Picture
from jingwei.kernel.clock import BEIJING

JPEG_QUALITY = 85
EARLIEST_YEAR = 2000
"""Older moments come from clocks that were never set."""
_FORMATS = {
    Container.JPEG: "JPEG",
    Container.PNG: "PNG",
    Container.WEBP: "WEBP",
    Container.HEIF: "HEIF",
}
MOST_SCANS = 50
_MARKER = re.compile(rb"\xff[^\x00\x01\xd0-\xd7\xff]", re.DOTALL)
_BEGINNING, _END_OF_IMAGE, _SCAN = b"\xff\xd8", b"\xff\xd9", b"\xff\xda"
_register_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when something was taken, as the device wrote it."""

    taken_at: datetime | None = None
    lon: float | None = None
    lat: float | None = None


UNKNOWN_ORIGIN = Origin()


@dataclass(frozen=True, slots=True)
class Photo:
    """A decoded photo: upright, in plain RGB, at most the stored size."""

    picture: Picture
    origin: Origin


def open_photo(content: bytes, container: Container) -> Photo:
    """Decode a photo completely and read its origin. Raises: NotAnImage, TooManyPixels."""
    _register_heif()
    try:
        return _decode(content, _FORMATS[container])
    except TooManyPixels:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise TooManyPixels(width="?", height="?", limit_mp=PHOTO_LIMIT_PIXELS // 1_000_000) from fault
    except (
        Exception
    ) as fault:  # decoders fail in dozens of ways on hostile bytes; all mean the same to people
        raise NotAnImage from fault


def as_jpeg(picture: Picture) -> bytes:
    """A JPEG of bare pixels: no EXIF, no profile, no thumbnail of the unmasked original."""
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def as_thumbnail(picture: Picture, side_px: int) -> bytes:
    """A WebP whose longer side is at most ``side_px``."""
    small = Image.fromarray(picture)
    small.thumbnail((side_px, side_px), Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    small.save(out, "WEBP", quality=80, method=4)
    return out.getvalue()


def picture_of(jpeg: bytes) -> Picture:
    """The pixels of a photo that we stored ourselves."""
    with Image.open(io.BytesIO(jpeg), formats=["JPEG"]) as image:
        return np.asarray(image.convert("RGB"))


def origin_of(exif: Image.Exif) -> Origin:
    """Position and time from EXIF. A missing time zone is read as Beijing time. Source: CIPA DC-008 (Exif 2.32)."""
    return Origin(_taken_at(exif), *_position(exif))


def _decode(content: bytes, format_name: str) -> Photo:
    if format_name == "JPEG" and _has_too_many_scans(content):
        raise ValueError("too many scans")
    with Image.open(io.BytesIO(content), formats=[format_name]) as image:
        width, height = image.size
        if width * height > PHOTO_LIMIT_PIXELS:
            raise TooManyPixels(width=width, height=height, limit_mp=PHOTO_LIMIT_PIXELS // 1_000_000)
        origin = UNKNOWN_ORIGIN
        with contextlib.suppress(Exception):  # broken metadata is no reason to refuse a good picture
            origin = origin_of(image.getexif())
        image.draft("RGB", (STORED_SIDE_PX, STORED_SIDE_PX))
        image.load()
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((STORED_SIDE_PX, STORED_SIDE_PX), Image.Resampling.LANCZOS)
        return Photo(np.array(_plain_rgb(upright)), origin)


def _has_too_many_scans(content: bytes) -> bool:
    """Cameras and editors write one to twenty. Each costs the decoder a walk over the whole picture, and a few bytes."""
    at, scans = 2, 0
    while (marker := _MARKER.search(content, at)) and marker[0] != _END_OF_IMAGE:
        at = marker.end()
        if marker[0] != _BEGINNING:
            scans += marker[0] == _SCAN
            at += max(2, int.from_bytes(content[at : at + 2], "big"))
        if scans > MOST_SCANS:
            return True
    return False


def _plain_rgb(image: Image.Image) -> Image.Image:
    """Transparent parts become white; palettes and greys become RGB."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        layers = image.convert("RGBA")
        ground = Image.new("RGBA", layers.size, "white")
        return Image.alpha_composite(ground, layers).convert("RGB")
    return image.convert("RGB")


def _taken_at(exif: Image.Exif) -> datetime | None:
    details = exif.get_ifd(ExifTags.IFD.Exif)
    for stamp_tag, zone_tag in (
        (ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal),
        (ExifTags.Base.DateTimeDigitized, ExifTags.Base.OffsetTimeDigitized),
    ):
        stamp = details.get(stamp_tag)
        if not isinstance(stamp, str):
            continue
        with contextlib.suppress(ValueError):
            naive = datetime.strptime(stamp.strip("\0 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  zone follows
            if naive.year >= EARLIEST_YEAR:
                return naive.replace(tzinfo=_zone(details.get(zone_tag))).astimezone(UTC)
    return None


def _zone(written: Any) -> timezone:
    match = re.fullmatch(r"([+-])(\d\d):(\d\d)", str(written or "").strip("\0 "))
    if not match:
        return BEIJING
    minutes = int(match[2]) * 60 + int(match[3])
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))


def _position(exif: Image.Exif) -> tuple[float | None, float | None]:
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    lat = _degrees(gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLatitudeRef), "S")
    lon = _degrees(gps.get(ExifTags.GPS.GPSLongitude), gps.get(ExifTags.GPS.GPSLongitudeRef), "W")
    return checked_position(lon, lat)


def checked_position(lon: float | None, lat: float | None) -> tuple[float | None, float | None]:
    """The position if it can be one; zero-zero is what devices write that do not know."""
    if lon is None or lat is None or not (math.isfinite(lon) and math.isfinite(lat)):
        return None, None
    if abs(lon) > 180 or abs(lat) > 90 or (lon == 0 and lat == 0):
        return None, None
    return round(lon, 7), round(lat, 7)


def _degrees(parts: Any, reference: Any, negative: str) -> float | None:
    if not parts or len(parts) != 3:
        return None
    degrees, minutes, seconds = (float(part) for part in parts)
    value = degrees + minutes / 60 + seconds / 3600
    return -value if str(reference).strip("\0 ").upper() == negative else value


def _register_heif() -> None:
    with _register_lock:
        _register_once()


@functools.cache
def _register_once() -> None:
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
