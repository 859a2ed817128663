"""Files as phones and offices send them: generated photos with EXIF, street stills where there are any, a PDF."""

import io
import os
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from PIL import ExifTags, Image, ImageDraw

from tests.databases import ROOT

SAMPLES = Path(os.environ.get("JINGWEI_SAMPLES", ROOT.parent / "shared" / "data"))
STREETS = SAMPLES / "vision" / "images"
SMALL, USUAL = (160, 120), (640, 480)
"""Most are small, because each is searched for faces and plates: 30 ms of a processor instead of 500."""
Upload = dict[str, tuple[str, bytes, str]]
MAKER = "Journeyphone"


def photo(number: int) -> Upload:
    """A different scene for every number: wall, ground, something on it; with the place a phone writes into it."""
    width, height = size = USUAL if number % 40 == 0 else SMALL
    image = Image.new("RGB", size, (90 + number % 80, 150, 190))
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, height * 2 // 3, width, height], fill=(110, 100 + number % 60, 95))
    left = 20 + number * 37 % (width - 80)
    draw.rectangle([left, height // 2, left + 50, height * 3 // 4], fill=(70, 60 + number * 11 % 120, 50))
    draw.text((8, 8), f"No. {number}", fill=(20, 20, 20))
    return {"file": (f"IMG_{number:05}.jpg", _jpeg(image, exif=_exif()), "image/jpeg")}


def street_still() -> Upload | None:
    """A real street with people in it, at a third of its size; None where the stills are not at hand."""
    path = STREETS / "street_bus_pedestrians.jpg"
    if not path.is_file():
        return None
    with Image.open(path) as still:
        small = still.convert("RGB").resize((still.width * 2 // 3, still.height * 2 // 3))
    return {"file": ("street.jpg", _jpeg(small), "image/jpeg")}


def fake_photo() -> Upload:
    """A text that calls itself a photo."""
    return {"file": ("proof.jpg", b"\xff\xd8\xff\xe0 this only begins like a photo" * 40, "image/jpeg")}


def script_as_photo() -> Upload:
    """A page that calls itself a photo."""
    return {"file": ("proof.jpg", b"<html><script>alert(1)</script></html>", "image/jpeg")}


def oversized_photo() -> Upload:
    """One byte more than the 20 MB that a photo may have."""
    content = photo(0)["file"][1]
    return {"file": ("huge.jpg", content + bytes(20 * 1024 * 1024 + 1 - len(content)), "image/jpeg")}


@cache
def document() -> Upload:
    """One page, as an office scans it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        out = io.BytesIO()
        pdf.save(out)
    return {"file": ("record.pdf", out.getvalue(), "application/pdf")}


def traces_in(content: bytes) -> list[str]:
    """What a photo still tells of the phone that took it."""
    with Image.open(io.BytesIO(content)) as image:
        return [f"{tag}: {value}" for tag, value in image.getexif().items()]


def _jpeg(image: Image.Image, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80, **options)
    return out.getvalue()


def _exif() -> Image.Exif:
    out = Image.Exif()
    out[ExifTags.Base.Make] = MAKER
    gps = out.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (28.0, 30.0, 18.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (112.0, 18.0, 18.0)
    return out
