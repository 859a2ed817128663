"""What masking costs and what it finds: faces and plates in street pictures, drawn plates of several widths, a clip.

Street pictures stand beside the repository where there are any (../shared/data/vision); without them plates are drawn
on a plain scene and faces are not measured. ``found_at_N`` is the share of plates N pixels wide, in a picture of 2,048,
of which at least nine tenths were covered.
"""

import os
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import django
import numpy as np

from bench.masking.plates import GROUNDS, Pixels, Scene, chinese_font, plate_scene

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jingwei.config.settings")
django.setup()

from jingwei.foundation.files.rules.limits import STORED_SIDE_PX  # noqa: E402  the apps must be loaded first
from jingwei.foundation.files.services.masking import PLATE_GROWTH, mask_picture  # noqa: E402
from jingwei.foundation.files.services.plates import find_plates  # noqa: E402

STREETS = Path(__file__).resolve().parents[3] / "shared" / "data" / "vision" / "images"
WIDTHS = (32, 44, 56, 80, 120, 200, 400)
COVERED = 0.9


def run(*, is_full: bool) -> dict[str, float]:
    streets = dict(_streets())
    figures: dict[str, float] = {}
    mask_picture(np.zeros((64, 64, 3), np.uint8))  # loads the weights
    times, cpus = [], []
    for name, picture in streets.items():
        began, worked = time.perf_counter(), time.process_time()
        masked = mask_picture(picture)
        times.append(time.perf_counter() - began)
        cpus.append(time.process_time() - worked)
        figures |= {
            f"{name}_faces": masked.faces,
            f"{name}_plates": masked.plates,
            f"{name}_doubtful": masked.doubtful,
        }
    if times:
        figures |= {
            "photo_ms": round(1000 * sum(times) / len(times)),
            "photo_cpu_ms": round(1000 * sum(cpus) / len(cpus)),
        }
    figures |= _drawn_plates(list(streets.values()) or [_plain()], samples=24 if is_full else 8)
    figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures


def _drawn_plates(grounds: list[Pixels], *, samples: int) -> dict[str, float]:
    font_file = chinese_font()
    if not font_file:
        print("no font with Chinese signs: plates are drawn without the province", file=sys.stderr)
    chance, figures = random.Random(4309), {}
    for width in WIDTHS:
        found = 0
        for i in range(samples):
            colour = list(GROUNDS)[i % len(GROUNDS)]
            scene = plate_scene(grounds[i % len(grounds)], width, colour, chance, font_file)
            found += _is_covered(scene)
        figures[f"found_at_{width}"] = round(found / samples, 2)
    return figures


def _is_covered(scene: Scene) -> bool:
    rows, columns = scene.pixels.shape[:2]
    cover = np.zeros((rows, columns), np.uint8)
    for box in find_plates(scene.pixels):
        corners = box.grown(PLATE_GROWTH).corners(columns, rows)
        if corners:
            left, top, right, bottom = corners
            cover[top:bottom, left:right] = 1
    x, y, width, height = scene.place
    return bool(cover[y : y + height, x : x + width].mean() >= COVERED)


def _streets() -> Iterator[tuple[str, Pixels]]:
    for path in sorted(STREETS.glob("*.jpg")):
        picture = cv2.imread(str(path))
        scale = STORED_SIDE_PX / max(picture.shape[:2])
        sized = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        yield path.stem, np.ascontiguousarray(sized[:, :, ::-1])


def _plain() -> Pixels:
    picture = np.full((1536, STORED_SIDE_PX, 3), (120, 160, 200), np.uint8)
    picture[900:] = (110, 105, 100)
    return picture
