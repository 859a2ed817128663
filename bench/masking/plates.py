"""Drawn number plates on a dark bumper, as a phone would see them: aslant, unevenly lit, noisy, compressed."""

import glob
import os
import random
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from jingwei.foundation.files.rules.plates import PROVINCES

Pixels = npt.NDArray[np.uint8]
LETTERS, DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZ", "0123456789"
GROUNDS = {
    "blue": (20, 70, 190),
    "yellow": (245, 190, 20),
    "green": (120, 215, 165),
    "white": (240, 240, 240),
}
BUMPERS = [(40, 40, 40), (150, 150, 150), (200, 200, 205), (30, 30, 120), (120, 30, 20)]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture with one plate: left, top, width and height of it."""

    pixels: Pixels
    text: str
    place: tuple[int, int, int, int]


def chinese_font() -> str | None:
    """A font with Chinese signs: named in JINGWEI_CJK_FONT, or one that the system has."""
    named = os.environ.get("JINGWEI_CJK_FONT")
    found = [named] if named else glob.glob("/usr/share/fonts/**/*CJK*Bold*", recursive=True)
    return found[0] if found else None


def drawn_plate(colour: str, chance: random.Random, font_file: str | None) -> tuple[str, Pixels]:
    """A plate of 440 (green: 480) by 140 millimetres, one pixel each. Source: GA 36-2018."""
    serial = [chance.choice(DIGITS) for _ in range(6 if colour == "green" else 5)]
    for i in chance.sample(range(len(serial)), chance.choice([0, 1, 1, 2])):
        serial[i] = chance.choice(LETTERS)
    text = (chance.choice(PROVINCES) if font_file else "") + chance.choice(LETTERS[:8]) + "".join(serial)
    width = 480 if colour == "green" else 440
    ink = "white" if colour == "blue" else "black"
    image = Image.new("RGB", (width, 140), GROUNDS[colour])
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle([5, 5, width - 6, 134], 10, outline=ink, width=4)
    font = ImageFont.truetype(font_file, 92) if font_file else ImageFont.load_default(size=92)
    step, left = (width - 56) / len(text), 18.0
    for i, sign in enumerate(text):
        box = draw.textbbox((0, 0), sign, font=font)
        stencil = Image.new("L", (int(box[2] - box[0]) + 2, int(box[3] - box[1]) + 2))
        ImageDraw.Draw(stencil).text((-box[0], -box[1]), sign, font=font, fill=255)
        image.paste(ink, (int(left), 25), stencil.resize((int(step - 8), 90)))
        left += step
        if i == len(text) - len(serial) - 1:
            draw.ellipse([left + 2, 62, left + 14, 74], fill=ink)
            left += 20
    return text, np.array(image)


def plate_scene(
    ground: Pixels, width: int, colour: str, chance: random.Random, font_file: str | None
) -> Scene:
    """The plate, ``width`` pixels wide, somewhere in the lower half of a picture."""
    text, plate = drawn_plate(colour, chance, font_file)
    scene = ground.astype(np.float32)
    rows, columns = scene.shape[:2]
    height = width * plate.shape[0] // plate.shape[1]
    left, top = chance.randint(5, columns - width - 10), chance.randint(rows // 2, rows - 2 * height - 10)
    patch = (
        slice(max(0, top - height), top + 2 * height),
        slice(max(0, left - width // 2), left + width * 3 // 2),
    )
    scene[patch] = scene[patch] * 0.15 + np.array(chance.choice(BUMPERS)) * 0.85
    small = cv2.resize(plate, (width * 2, height * 2), interpolation=cv2.INTER_AREA)
    tilt, shrink = chance.uniform(-0.12, 0.12) * height, chance.uniform(0, 0.12) * width
    corners = np.array(
        [[0, max(0, tilt)], [width - shrink, max(0, -tilt)], [width - shrink, height - max(0, -tilt) / 2],
         [0, height - max(0, tilt) / 2]], dtype=np.float32
    ) + np.array([left, top], dtype=np.float32)  # fmt: skip
    source = np.array([[0, 0], [width * 2, 0], [width * 2, height * 2], [0, height * 2]], dtype=np.float32)
    way = cv2.getPerspectiveTransform(source, corners)
    seen = cv2.warpPerspective(small, way, (columns, rows), flags=cv2.INTER_AREA)
    share = cv2.warpPerspective(np.full(small.shape[:2], 1.0, np.float32), way, (columns, rows))[:, :, None]
    scene = scene * (1 - share) + seen * share * chance.uniform(0.6, 1.1)
    noise = np.random.default_rng(chance.randint(0, 9999)).normal(0, 5, scene.shape)
    scene = np.clip(scene + noise, 0, 255).astype(np.uint8)
    scene[patch] = cv2.GaussianBlur(scene[patch], (3, 3), 0)
    _, packed = cv2.imencode(".jpg", scene[:, :, ::-1], [cv2.IMWRITE_JPEG_QUALITY, 80])
    pixels = np.ascontiguousarray(cv2.imdecode(packed, cv2.IMREAD_COLOR)[:, :, ::-1])
    x, y, w, h = cv2.boundingRect(corners)
    return Scene(pixels, text, (x, y, w, h))
