"""Files made for tests, and the street pictures that stand beside the repository where there are any."""

import io
import subprocess
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import pikepdf
import pytest
from PIL import ExifTags, Image, ImageDraw, ImageFont

STREETS = Path(__file__).resolve().parents[5] / "shared" / "data" / "vision" / "images"
LON, LAT = 112.3205, 28.5512


def street(name: str) -> bytes:
    """A real street picture with people; the test is skipped where the pictures are not at hand."""
    path = STREETS / name
    if not path.exists():
        pytest.skip(f"the street picture {name} is not at hand")
    return path.read_bytes()


def picture(width: int = 640, height: int = 480) -> Image.Image:
    """A plain scene without people: sky, wall, ground; its left upper corner is red."""
    image = Image.new("RGB", (width, height), (120, 160, 200))
    draw = ImageDraw.Draw(image)
    draw.rectangle([0, height * 2 // 3, width, height], fill=(110, 105, 100))
    draw.rectangle([0, 0, width // 8, height // 8], fill=(220, 20, 20))
    return image


def exif(**changes: Any) -> Image.Exif:
    """EXIF as a phone writes it: upright or not, somewhere in Ziyang district, one morning."""
    values: dict[str, Any] = {
        "orientation": 1,
        "taken": "2026:11:16 09:30:00",
        "zone": "+08:00",
        "lat": (28.0, 33.0, 4.32),
        "lon": (112.0, 19.0, 13.8),
        "lat_ref": "N",
        "lon_ref": "E",
    } | changes
    out = Image.Exif()
    out[ExifTags.Base.Orientation] = values["orientation"]
    out[ExifTags.Base.Make] = "Testphone"
    out[ExifTags.Base.Artist] = "Li Mei"
    details = out.get_ifd(ExifTags.IFD.Exif)
    if values["taken"]:
        details[ExifTags.Base.DateTimeOriginal] = values["taken"]
    if values["zone"]:
        details[ExifTags.Base.OffsetTimeOriginal] = values["zone"]
    if values["lat"] is not None:
        gps = out.get_ifd(ExifTags.IFD.GPSInfo)
        gps[ExifTags.GPS.GPSLatitudeRef] = values["lat_ref"]
        gps[ExifTags.GPS.GPSLatitude] = values["lat"]
        gps[ExifTags.GPS.GPSLongitudeRef] = values["lon_ref"]
        gps[ExifTags.GPS.GPSLongitude] = values["lon"]
    return out


def encoded(image: Image.Image, file_format: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, file_format, **options)
    return out.getvalue()


def jpeg(**changes: Any) -> bytes:
    """A phone's photo without people in it."""
    return encoded(picture(), exif=exif(**changes), comment=b"secret remark")


def plate(text: str, *, width: int = 220) -> Image.Image:
    """A blue plate with white letters on a grey car, drawn with Pillow's own font (it has no Chinese signs)."""
    image = picture(1280, 960)
    draw = ImageDraw.Draw(image)
    draw.rectangle([300, 400, 1000, 800], fill=(90, 92, 95))
    height = width * 140 // 440
    left, top = 560, 620
    draw.rectangle([left, top, left + width, top + height], fill=(20, 60, 170))
    font = ImageFont.load_default(size=height * 0.8)
    draw.text((left + width / 2, top + height / 2), text, fill="white", font=font, anchor="mm")
    return image


def document(**changes: Any) -> bytes:
    """A PDF of one empty page by an author; ``prepare`` may add to it, the rest goes to ``save``."""
    prepare = changes.pop("prepare", None)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Author"] = "Li Mei"
        if prepare:
            prepare(pdf)
        out = io.BytesIO()
        pdf.save(out, **changes)
    return out.getvalue()


def recording(tmp_path: Path, name: str, *options: str) -> bytes:
    """A recording made by the bundled encoder."""
    target = tmp_path / name
    program = imageio_ffmpeg.get_ffmpeg_exe()
    subprocess.run([program, "-loglevel", "error", "-y", *options, str(target)], check=True, timeout=60)
    return target.read_bytes()


def video(tmp_path: Path, *, seconds: float = 1.0, name: str = "clip.mp4") -> bytes:
    """A short clip with sound, a place and a title."""
    return recording(
        tmp_path,
        name,
        *("-f", "lavfi", "-i", f"testsrc=size=320x240:rate=15:duration={seconds}"),
        *("-f", "lavfi", "-i", f"sine=frequency=440:duration={seconds}"),
        *("-metadata", "location=+28.5512+112.3205/", "-metadata", "title=Li Mei"),
        *("-metadata", "creation_time=2026-11-16T01:30:00Z"),
        *("-pix_fmt", "yuv420p", "-shortest"),
    )


def voice(tmp_path: Path, *, seconds: float = 1.0, name: str = "memo.mp3") -> bytes:
    """A voice memo with tags."""
    tags = ("-metadata", "title=Li Mei", "-metadata", "artist=Li Mei")
    return recording(tmp_path, name, "-f", "lavfi", "-i", f"sine=frequency=300:duration={seconds}", *tags)
