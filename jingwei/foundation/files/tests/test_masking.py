"""Faces and plates are gone for good; what no detector can see makes a person look."""

import io

import numpy as np
import pytest
from PIL import Image

from jingwei.foundation.files.rules.boxes import Box, Found
from jingwei.foundation.files.rules.refusals import MaskingUnavailable
from jingwei.foundation.files.services import masking
from jingwei.foundation.files.services.faces import Picture, find_faces
from jingwei.foundation.files.services.masking import cover, mask_picture
from jingwei.foundation.files.services.plates import find_plates
from jingwei.foundation.files.tests.samples import picture, plate, street

# Left, top, right, bottom: where a person sees a face, or a plate, in the street pictures.
FACES = {
    "street_bus_pedestrians.jpg": [(115, 418, 155, 470), (271, 428, 307, 472)],
    "bus_on_road.jpg": [(331, 195, 347, 216)],
}
PLATE_OF_BUS = (427, 380, 487, 394)


def pixels(content: bytes) -> Picture:
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))


def detail(picture: Picture, place: tuple[int, int, int, int]) -> float:
    """How much neighbouring pixels differ: what makes a face or a letter readable."""
    left, top, right, bottom = place
    grey = picture[top:bottom, left:right].mean(axis=2)
    return float(np.abs(np.diff(grey, axis=0)).mean() + np.abs(np.diff(grey, axis=1)).mean())


@pytest.mark.parametrize("name", FACES)
def test_faces_are_covered_and_no_longer_found(name: str) -> None:
    before = pixels(street(name))
    masked = mask_picture(before)
    assert masked.faces >= len(FACES[name])
    for place in FACES[name]:
        assert detail(masked.picture, place) < 0.35 * detail(before, place)
    assert find_faces(before, least_score=0.5)
    assert not find_faces(masked.picture, least_score=0.5)


def test_a_real_plate_is_covered_with_one_colour() -> None:
    before = pixels(street("bus_on_road.jpg"))
    masked = mask_picture(before)
    assert masked.plates >= 1
    assert detail(masked.picture, PLATE_OF_BUS) == 0
    assert not find_plates(masked.picture)


@pytest.mark.parametrize(("text", "width"), [("A 12345", 220), ("H·8F263", 120), ("BD·10237", 300)])
def test_a_drawn_plate_is_covered(text: str, width: int) -> None:
    masked = mask_picture(np.array(plate(text, width=width)))
    height = width * 140 // 440
    inner = (566, 624, 554 + width, 616 + height)
    assert masked.plates == 1
    assert detail(masked.picture, inner) < 0.5


def test_a_scene_without_people_stays_as_it_is() -> None:
    before = np.array(picture())
    masked = mask_picture(before)
    assert (masked.faces, masked.plates, masked.doubtful) == (0, 0, 0)
    assert np.array_equal(masked.picture, before)


def test_a_crowd_leaves_doubt() -> None:
    masked = mask_picture(pixels(street("street_times_square.jpg")))
    assert masked.faces >= 10
    assert masked.doubtful > 0


def test_covering_leaves_too_little_to_rebuild_from() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (200, 200, 3), dtype=np.uint8)
    out = cover(noise, [Box(20, 20, 60, 60, found=Found.PLATE), Box(120, 120, 50, 50, found=Found.DRAWN)])
    assert len(np.unique(out[20:80, 20:80].reshape(-1, 3), axis=0)) == 1
    assert np.array_equal(out[:14, :14], noise[:14, :14])
    # Four colours, and the smooth way between them.
    assert detail(out, (122, 122, 168, 168)) < 2


def test_a_box_outside_the_picture_changes_nothing() -> None:
    before = np.array(picture())
    assert np.array_equal(cover(before, [Box(5000, 10, 20, 20)]), before)


def test_without_a_detector_nothing_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> list[Box]:
        raise RuntimeError("no weights")

    monkeypatch.setattr(masking, "find_plates", broken)
    with pytest.raises(MaskingUnavailable):
        mask_picture(np.array(picture()))
