"""Finding number plates: text that reads like one. The reading is used to decide and is then forgotten."""

import functools
import threading
from typing import Any

import cv2
import numpy as np

from jingwei.foundation.files.rules.boxes import Box, Found
from jingwei.foundation.files.rules.plates import reads_like_plate, shaped_like_plate
from jingwei.foundation.files.services.faces import Picture
from jingwei.foundation.files.services.weights import THREADS, text_model_folder

LOOK_SIDE_PX = 1600
_lock = threading.Lock()


def find_plates(picture: Picture, *, side_px: int = LOOK_SIDE_PX) -> list[Box]:
    """Boxes round text that may be a plate, in the picture's own pixels."""
    engine = _engine()
    detect, read, crop_of = engine
    side = max(picture.shape[:2])
    scale = min(side_px / side, 1.5)
    height, width = (max(32, round(n * scale)) for n in picture.shape[:2])
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    seen = np.ascontiguousarray(cv2.resize(picture, (width, height), interpolation=method)[:, :, ::-1])
    corners = detect(seen).boxes
    if corners is None:
        return []
    candidates = [
        np.asarray(quad, dtype=np.float32) for quad in corners if _is_plate_shaped(np.asarray(quad), height)
    ]
    if not candidates:
        return []
    # Read from the full picture: what the detector sees small is still legible there.
    original = np.ascontiguousarray(picture[:, :, ::-1])
    readings = read([crop_of(original, quad / scale) for quad in candidates])
    return [
        _round(quad / scale, score)
        for quad, (text, score) in zip(candidates, readings, strict=True)
        if reads_like_plate(text, score)
    ]


def _is_plate_shaped(quad: Any, picture_height: int) -> bool:
    wide = (np.linalg.norm(quad[0] - quad[1]) + np.linalg.norm(quad[2] - quad[3])) / 2
    high = (np.linalg.norm(quad[0] - quad[3]) + np.linalg.norm(quad[1] - quad[2])) / 2
    return shaped_like_plate(float(wide), float(high), picture_height=picture_height)


def _round(quad: Any, score: float) -> Box:
    left, top = quad.min(axis=0)
    right, bottom = quad.max(axis=0)
    return Box(float(left), float(top), float(right - left), float(bottom - top), score, Found.PLATE)


def _engine() -> Any:
    with _lock:
        return _load()


@functools.cache
def _load() -> Any:
    """Detector, reader and cropper. The model files are named outright: a missing one is an error, not a download."""
    from rapidocr import RapidOCR
    from rapidocr.ch_ppocr_rec import TextRecInput
    from rapidocr.utils.process_img import get_rotate_crop_image

    folder = text_model_folder()
    detection, recognition = (next(folder.glob(f"*_{task}_*.onnx")) for task in ("det", "rec"))
    ocr = RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.max_side_len": 4096,
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.model_path": str(detection),
            "Det.limit_type": "max",
            "Det.limit_side_len": 4096,
            "Det.thresh": 0.25,
            "Det.box_thresh": 0.4,
            "Rec.model_path": str(recognition),
        }
    )
    detect, recognise = ocr._load_det_model(), ocr._load_rec_model()

    def read(crops: list[Any]) -> list[tuple[str, float]]:
        answer = recognise(TextRecInput(img=crops))
        return [(str(text), float(score)) for text, score in zip(answer.txts, answer.scores, strict=True)]

    return detect, read, get_rotate_crop_image
