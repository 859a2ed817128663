"""Photos are opened for real; only pixels, place and time survive."""

import base64
import io
from datetime import UTC, datetime

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from jingwei.foundation.files.rules.content import Container
from jingwei.foundation.files.rules.refusals import NotAnImage, TooManyPixels
from jingwei.foundation.files.services.pictures import as_jpeg, as_thumbnail, open_photo
from jingwei.foundation.files.tests.samples import LAT, LON, encoded, exif, jpeg, picture


def test_position_and_time_are_read() -> None:
    origin = open_photo(jpeg(), Container.JPEG).origin
    assert origin.taken_at == datetime(2026, 11, 16, 1, 30, tzinfo=UTC)
    assert origin.lon == pytest.approx(LON, abs=1e-5)
    assert origin.lat == pytest.approx(LAT, abs=1e-5)


FROM_A_PHONES_PAGE = (
    "/+EA2kV4aWYAAE1NACoAAAAIAAMBEgADAAAAAQABAACHaQAEAAAAAQAAADKIJQAEAAAAAQAAAGwAAAAAAAKQAwACAAAAFAAA"
    "AFCQEQACAAAABwAAAGQAAAAAMjAyNjoxMToyMiAwOTozMDowMAArMDg6MDAAAAAEAAEAAgAAAAJOAAAAAAIABQAAAAMAAACi"
    "AAMAAgAAAAJFAAAAAAQABQAAAAMAAAC6AAAAAAAAABwAAAABAAAAJQAAAAEAAA/wAAAnEAAAAHAAAAABAAAAEgAAAAEAAteY"
    "AAAnEA=="
)
"""What web/packages/device writes into the small copy of a photo: 22 November 2026, 9:30, at 112.305174, 28.61678."""


def test_what_the_phones_page_writes_is_read() -> None:
    plain = encoded(picture())
    content = plain[:2] + base64.b64decode(FROM_A_PHONES_PAGE) + plain[2:]
    origin = open_photo(content, Container.JPEG).origin
    assert origin.taken_at == datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    assert origin.lon == pytest.approx(112.305174, abs=1e-6)
    assert origin.lat == pytest.approx(28.61678, abs=1e-6)


def test_a_time_without_zone_is_beijing_time() -> None:
    assert open_photo(jpeg(zone=None), Container.JPEG).origin.taken_at == datetime(
        2026, 11, 16, 1, 30, tzinfo=UTC
    )


def test_south_and_west_are_negative() -> None:
    origin = open_photo(jpeg(lat_ref="S", lon_ref="W"), Container.JPEG).origin
    assert origin.lon is not None
    assert origin.lat is not None
    assert origin.lon < 0
    assert origin.lat < 0


@pytest.mark.parametrize(
    "changes",
    [
        {"lat": None},
        {"lat": (0.0, 0.0, 0.0), "lon": (0.0, 0.0, 0.0)},
        {"lat": (95.0, 0.0, 0.0)},
        {"taken": "0000:00:00 00:00:00", "lat": None},
        {"taken": "1980:01:01 00:00:00", "lat": None},
    ],
)
def test_nonsense_is_read_as_unknown(changes: dict[str, object]) -> None:
    origin = open_photo(jpeg(**changes), Container.JPEG).origin
    assert (origin.lon, origin.lat) == (None, None)
    if "taken" in changes:
        assert origin.taken_at is None


def test_nothing_that_the_device_wrote_is_stored() -> None:
    content = jpeg()
    assert b"Testphone" in content
    stored = as_jpeg(open_photo(content, Container.JPEG).picture)
    for trace in (b"Testphone", b"Li Mei", b"secret remark", b"Exif", b"GPS"):
        assert trace not in stored
    with Image.open(io.BytesIO(stored)) as image:
        assert not image.getexif()
        assert not {"exif", "icc_profile", "comment", "xmp"} & image.info.keys()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_ends_upright(orientation: int) -> None:
    turned = {
        1: lambda i: i,
        2: lambda i: i.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: lambda i: i.transpose(Image.Transpose.ROTATE_180),
        4: lambda i: i.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: lambda i: i.transpose(Image.Transpose.TRANSPOSE),
        6: lambda i: i.transpose(Image.Transpose.ROTATE_90),
        7: lambda i: i.transpose(Image.Transpose.TRANSVERSE),
        8: lambda i: i.transpose(Image.Transpose.ROTATE_270),
    }[orientation](picture())
    seen = open_photo(encoded(turned, exif=exif(orientation=orientation)), Container.JPEG).picture
    assert seen.shape == (480, 640, 3)
    assert seen[10, 10, 0] > 180  # the red corner is back where it was
    assert seen[10, 10, 2] < 80


def test_heic_is_read_with_its_position() -> None:
    pillow_heif.register_heif_opener()
    photo = open_photo(encoded(picture(), "HEIF", exif=exif().tobytes(), quality=80), Container.HEIF)
    assert photo.picture.shape == (480, 640, 3)
    assert photo.origin.lat == pytest.approx(LAT, abs=1e-5)


def test_heic_is_turned_once() -> None:
    pillow_heif.register_heif_opener()
    turned = picture().transpose(Image.Transpose.ROTATE_90)
    content = encoded(turned, "HEIF", exif=exif(orientation=6).tobytes(), quality=90)
    seen = open_photo(content, Container.HEIF).picture
    assert seen.shape == (480, 640, 3)
    assert seen[10, 10, 0] > 180
    assert seen[10, 10, 2] < 80


@pytest.mark.parametrize(("file_format", "container"), [("PNG", Container.PNG), ("WEBP", Container.WEBP)])
def test_transparent_parts_become_white(file_format: str, container: Container) -> None:
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    assert (open_photo(encoded(clear, file_format), container).picture > 250).all()


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "CMYK"])
def test_odd_kinds_of_pixels_become_rgb(mode: str) -> None:
    image = picture(64, 64).convert("L").convert(mode) if mode == "I;16" else picture(64, 64).convert(mode)
    file_format = "JPEG" if mode == "CMYK" else "PNG"
    assert open_photo(encoded(image, file_format), Container[file_format]).picture.shape == (64, 64, 3)


def test_large_photos_are_stored_smaller() -> None:
    assert open_photo(encoded(picture(4000, 3000)), Container.JPEG).picture.shape == (1536, 2048, 3)


@pytest.mark.parametrize("sides", [(8000, 6300), (20_000, 6_000), (16_000, 16_000)])
def test_a_pixel_bomb_is_refused_before_it_is_unpacked(sides: tuple[int, int]) -> None:
    bomb = encoded(Image.new("1", sides), "PNG")
    assert len(bomb) < 100_000
    with pytest.raises(TooManyPixels):
        open_photo(bomb, Container.PNG)


@pytest.mark.parametrize("keep", [20, 700, 2000])
def test_a_truncated_photo_is_refused(keep: int) -> None:
    with pytest.raises(NotAnImage):
        open_photo(jpeg()[:keep], Container.JPEG)


def test_a_picture_of_another_kind_is_not_opened_as_this_one() -> None:
    with pytest.raises(NotAnImage):
        open_photo(encoded(picture(), "PNG"), Container.JPEG)


def test_thumbnails_keep_their_proportions_and_never_grow() -> None:
    seen = np.array(picture(1600, 1200))
    with Image.open(io.BytesIO(as_thumbnail(seen, 320))) as small:
        assert (small.format, small.size) == ("WEBP", (320, 240))
    with Image.open(io.BytesIO(as_thumbnail(np.array(picture(100, 80)), 320))) as small:
        assert small.size == (100, 80)
