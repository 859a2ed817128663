"""Starts the reader of geometry files as a program of its own: little memory, little time, no way out, nothing to tell.

GDAL reads dozens of formats, some of which open addresses or other files. Here it has one driver, no cache of
directories and no network, and sees a folder that was made for it; a fault in it ends that program and nothing else.
"""

import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pyogrio

from jingwei.foundation.territory.rules.exchange_formats import DRIVERS, GeometryFormat
from jingwei.foundation.territory.rules.exchange_refusals import GeometryFileRefused, ReadersBusy

CHILD = Path(__file__).with_name("exchange_child.py")
MEMORY_BYTES = 3 * 1024**3
PROCESSOR_SECONDS = 60
PATIENCE_SECONDS = 120.0
FILE_BYTES = 800 * 1024 * 1024
BUSY_SECONDS = 20
AT_ONCE = 2

REFUSALS: dict[str, tuple[str, str]] = {
    "torn": (
        "文件已损坏或内容不完整，请重新导出后上传",
        "the file is damaged or incomplete; export it again",
    ),
    "too_much": (
        "读取它需要的内存或时间超过限度，请拆成几个文件（例如一个乡镇一个）后上传",
        "reading it takes more memory or time than is allowed; split it, for example by township",
    ),
    "too_many_features": ("超过2万个图形，请分成几个文件上传", "more than 20,000 features; split it"),
    "too_many_vertices": (
        "超过400万个顶点，请在绘图软件里简化边线，或分成几个文件上传",
        "more than 4,000,000 vertices; simplify the outlines, or split it",
    ),
    "too_wide": ("属性列超过200个，请只留需要的列", "more than 200 columns; keep only what is needed"),
    "no_layer": ("里面没有图层", "it holds no layer"),
    "no_such_layer": (
        "没有这个图层，请从文件的图层中选择",
        "there is no such layer; choose one of the file's",
    ),
    "no_feature": ("里面没有图形", "it holds no feature"),
    "no_outlines": ("这个图层只有表格，没有图形", "this layer is a table without geometry"),
    "encoding": (
        "文字的编码认不出来（应为 UTF-8 或 GBK）。请用绘图软件另存为 UTF-8 后上传",
        "the encoding of its text is neither UTF-8 nor GBK; save it as UTF-8 and upload again",
    ),
    "entities": (
        "里面有文档类型或实体声明，不接收。请用绘图软件重新导出",
        "it declares a document type or entities, which are not taken; export it again",
    ),
}

_turns = threading.BoundedSemaphore(AT_ONCE)


def ordered(do: str, **order: Any) -> dict[str, Any]:
    """Have the reader do one thing. Raises: GeometryFileRefused; ReadersBusy where others are being read."""
    with _turn():
        try:
            done = subprocess.run(
                [sys.executable, "-I", str(CHILD), json.dumps({"do": do, **order})],
                env=_surroundings(order.get("format", GeometryFormat.GEOJSON)),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=PATIENCE_SECONDS,
                preexec_fn=_limit,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise refusal("too_much") from None
    if done.returncode:
        # Ended by a limit, or by a fault of its own: for whoever sent the file it is the same.
        raise refusal("too_much" if done.returncode < 0 or b"MemoryError" in done.stderr else "torn")
    answer: dict[str, Any] = json.loads(done.stdout)
    if "refused" in answer:
        raise refusal(answer["refused"])
    return answer


def refusal(reason: str) -> GeometryFileRefused:
    return GeometryFileRefused(*REFUSALS[reason])


@contextmanager
def _turn() -> Iterator[None]:
    if not _turns.acquire(timeout=BUSY_SECONDS):
        raise ReadersBusy(seconds=BUSY_SECONDS)
    try:
        yield
    finally:
        _turns.release()


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))


def _surroundings(kind: str) -> dict[str, str]:
    """Nothing of ours (settings, secrets, proxies), and one driver."""
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "GDAL_NUM_THREADS": "1",
        "GDAL_SKIP": ",".join(sorted(_drivers() - {"MEM", DRIVERS.get(GeometryFormat(kind), "GeoJSON")})),
        "GDAL_DISABLE_READDIR_ON_OPEN": "TRUE",
        "GDAL_CACHEMAX": "64",
        "GDAL_PAM_ENABLED": "NO",
        "GDAL_HTTP_PROXY": "127.0.0.1:9",
        "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
        "OGR_SQLITE_LOAD_EXTENSIONS": "",
        "OGR_GEOJSON_MAX_OBJ_SIZE": "200",
        "SHAPE_RESTORE_SHX": "YES",
        "PROJ_NETWORK": "OFF",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONWARNINGS": "ignore",
    }


@cache
def _drivers() -> frozenset[str]:
    return frozenset(pyogrio.list_drivers())
