"""Finding faces in a picture. Finding only: nothing here can tell one face from another."""

import functools
import threading
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from jingwei.foundation.files.rules.boxes import Box, Found, without_doubles
from jingwei.foundation.files.services.weights import face_weights, session_of

Picture = npt.NDArray[np.uint8]
"""Rows × columns × red, green, blue."""

FINE_SIDE_PX = 1920
COARSE_SIDE_PX = 640
ENLARGE = 1.5
"""Small pictures are enlarged: at once again their size the detector finds faces of eight pixels."""

_STRIDE = 4
_OUTPUTS = ["537", "538", "539"]
_lock = threading.Lock()


def find_faces(picture: Picture, *, least_score: float) -> list[Box]:
    """Faces with at least ``least_score``, in the picture's own pixels: a fine look, and a coarse one for near faces."""
    side = max(picture.shape[:2])
    fine = min(side * ENLARGE, FINE_SIDE_PX) / side
    looks = [fine]
    if side * fine > 1.5 * COARSE_SIDE_PX:
        looks.append(COARSE_SIDE_PX / side)
    boxes = [box for scale in looks for box in _look(picture, scale, least_score)]
    return without_doubles(boxes)


def find_faces_quickly(picture: Picture, *, side_px: int, least_score: float) -> list[Box]:
    """One look at a given size, for the frames of a video."""
    scale = min(side_px / max(picture.shape[:2]), ENLARGE)
    return without_doubles(_look(picture, scale, least_score))


def _look(picture: Picture, scale: float, least_score: float) -> list[Box]:
    height, width = (max(32, round(n * scale)) for n in picture.shape[:2])
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    seen = cv2.resize(picture, (width, height), interpolation=method)
    # The network halves five times: sides must be multiples of 32; the rim is black and holds no faces.
    seen = np.pad(seen, ((0, -height % 32), (0, -width % 32), (0, 0)))
    blob = np.ascontiguousarray(seen.transpose(2, 0, 1)[None], dtype=np.float32)
    heat, size, offset = _session().run(_OUTPUTS, {"input.1": blob})
    rows, columns = np.where(heat[0, 0] > least_score)
    found = []
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        high, wide = (float(np.exp(size[0, i, row, column])) * _STRIDE for i in (0, 1))
        middle_y = (row + float(offset[0, 0, row, column]) + 0.5) * _STRIDE
        middle_x = (column + float(offset[0, 1, row, column]) + 0.5) * _STRIDE
        if middle_x < width and middle_y < height:
            score = float(heat[0, 0, row, column])
            box = Box(middle_x - wide / 2, middle_y - high / 2, wide, high, score, Found.FACE)
            found.append(box.scaled(1 / scale))
    return found


def _session() -> Any:
    with _lock:
        return _load()


@functools.cache
def _load() -> Any:
    return session_of(face_weights())
