"""The reader in its cage: started as a program of its own, it reads one hostile file and writes plain lines.

It knows no settings, no database and no secret; its memory, time and files are limited by whoever starts it
(``exchange_cage``), and GDAL has no driver but the one that is needed. What it writes is read again as data.
"""

import base64
import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[4]))

import numpy as np
import shapely
from pyogrio import raw
from pyogrio.core import list_layers
from pyogrio.errors import DataSourceError, FeatureError

from jingwei.foundation.territory.rules.exchange_formats import (
    MOST_COLUMNS,
    MOST_FEATURES,
    MOST_TEXT,
    MOST_VERTICES,
    GeometryFormat,
    decoded,
    text_encoding,
)
from jingwei.foundation.territory.rules.exchange_mending import mended_outline
from jingwei.foundation.territory.rules.exchange_placing import MOST_SAMPLED
from jingwei.kernel.projections import system_of

DATA_NAME = re.compile(r"(<(?:[\w.-]+:)?Data\s+name\s*=\s*)([\"'])(.{1,100}?)\2")
ENTITIES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
BLANK_FIELDS = {
    "id", "description", "timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility",
    "drawOrder", "icon",
}  # fmt: skip
"""What LIBKML adds to every feature by itself; kept where the file has something in it that is a text."""
POINTS_OF_ONE = 100
LANGUAGE_DRIVERS = {0x4D: "936", 0x7A: "936"}


class Refused(Exception):
    """A file that is not taken; the reasons stand in ``exchange_reading.READER_REFUSALS``."""


def main() -> None:
    print(json.dumps(answer_to(json.loads(sys.argv[1]))))


def answer_to(order: dict[str, Any]) -> dict[str, Any]:
    """``read`` a file into lines, or ``mend`` lines that were read; what it says fits one JSON object."""
    try:
        return read(order) if order["do"] == "read" else mend(order)
    except Refused as refused:
        return {"refused": str(refused)}
    except MemoryError:
        return {"refused": "too_much"}
    except (DataSourceError, FeatureError, ValueError, IndexError, RuntimeError) as trouble:
        return {"refused": "torn", "said": str(trouble)[:200]}


def read(order: dict[str, Any]) -> dict[str, Any]:
    """Every feature as a line with its outline as given (WKB) and its attributes as text."""
    path, kind = Path(order["path"]), GeometryFormat(order["format"])
    encoding, is_claim_wrong = "", False
    real_names: dict[str, str] = {}
    if kind in {GeometryFormat.GEOJSON, GeometryFormat.KML, GeometryFormat.KMZ}:
        encoding, is_claim_wrong = _as_utf8(path, kind)
    if kind in {GeometryFormat.KML, GeometryFormat.KMZ}:
        real_names = _with_plain_names(path)
    layers = [[str(name), str(shape or "")] for name, shape in list_layers(path)]
    if len(layers) > 1 and kind is GeometryFormat.GEOPACKAGE:
        layers = [one for one in layers if one[1]] or layers
    if not layers:
        raise Refused("no_layer")
    wanted = _layers_to_read(order["layer"], [name for name, _ in layers], kind)
    columns: list[str] = []
    count = vertices = without = 0
    crs = ""
    points: list[list[float]] = []
    with Path(order["out"]).open("w", encoding="utf-8") as out:
        for layer in wanted:
            meta, shapes, fields, texts = _layer(path, layer, kind)
            fields = [real_names.get(name, name) for name in fields]
            crs = crs or str(meta["crs"] or "")
            if kind is GeometryFormat.SHAPEFILE:
                fields, texts, encoding, is_claim_wrong = _decoded_table(path, fields, texts)
            if len(fields) > MOST_COLUMNS:
                raise Refused("too_wide")
            columns += [name for name in fields if name not in columns]
            for number, (shape, cells) in enumerate(zip(shapes, _rows(texts, len(shapes)), strict=True)):
                vertices += len(shape or b"") // 16
                if vertices > MOST_VERTICES:
                    raise Refused("too_many_vertices")
                without += shape is None
                points += _sampled(shape)
                told = {name: text for name, text in zip(fields, cells, strict=True) if text}
                line = {"n": count + number + 1, "w": _packed(shape), "a": told}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += len(shapes)
            if count > MOST_FEATURES:
                raise Refused("too_many_features")
    if not count:
        raise Refused("no_feature")
    return {
        "layers": [name for name, _ in layers], "layer": wanted[0] if len(wanted) == 1 else "", "columns": columns,
        "features": count, "without": without, "vertices": vertices, "crs": crs, "encoding": encoding,
        "is_claim_wrong": is_claim_wrong, "points": points[:: len(points) // MOST_SAMPLED + 1],
    }  # fmt: skip


def mend(order: dict[str, Any]) -> dict[str, Any]:
    """Every line's outline in WGS-84 with what was done to it."""
    system, is_swapped = system_of(order["system"]), bool(order["is_swapped"])
    with (
        Path(order["path"]).open(encoding="utf-8") as lines,
        Path(order["out"]).open("w", encoding="utf-8") as out,
    ):
        for text in lines:
            line = json.loads(text)
            found = mended_outline(_unpacked(line["w"]), system, is_swapped=is_swapped)
            told = {
                "n": line["n"],
                "w": _packed(shapely.to_wkb(found.outline) if found.outline is not None else None),
                "f": found.fault.value if found.fault else "",
                "d": [[one.mend.value, one.count, one.area_m2, one.lon, one.lat] for one in found.done],
            }
            out.write(json.dumps(told) + "\n")
    return {}


def _layer(path: Path, layer: str, kind: GeometryFormat) -> tuple[dict[str, Any], Any, list[str], list[Any]]:
    options = {"encoding": "ISO-8859-1"} if kind is GeometryFormat.SHAPEFILE else {}
    meta, _, shapes, texts = raw.read(
        path, layer=layer, max_features=MOST_FEATURES + 1, datetime_as_string=True, **options
    )
    if shapes is None:
        raise Refused("no_outlines")
    fields = [str(name) for name in meta["fields"]]
    if kind in {GeometryFormat.KML, GeometryFormat.KMZ}:
        kept = [i for i, name in enumerate(fields) if name not in BLANK_FIELDS or _says_something(texts[i])]
        fields, texts = [fields[i] for i in kept], [texts[i] for i in kept]
    return meta, shapes, fields, list(texts)


def _layers_to_read(wanted: str, names: list[str], kind: GeometryFormat) -> list[str]:
    """A KML's folders are one file; of others the layer that was asked for, or the first."""
    if wanted:
        if wanted not in names:
            raise Refused("no_such_layer")
        return [wanted]
    return names if kind in {GeometryFormat.KML, GeometryFormat.KMZ} else names[:1]


def _rows(columns: list[Any], count: int) -> Iterator[list[str]]:
    if not columns:
        yield from ([] for _ in range(count))
        return
    for cells in zip(*columns, strict=True):
        yield [_text(cell) for cell in cells]


def _text(cell: Any) -> str:
    if isinstance(cell, np.ndarray | list):
        return " ".join(_text(one) for one in cell)[:MOST_TEXT]
    if cell is None or isinstance(cell, bytes) or cell != cell:
        return ""
    if isinstance(cell, float | np.floating) and float(cell).is_integer() and abs(float(cell)) < 1e15:
        return str(int(cell))
    return str(cell).replace("\x00", "")[:MOST_TEXT].strip()


def _says_something(column: Any) -> bool:
    return any(isinstance(cell, str) and cell.strip() for cell in column)


def _decoded_table(
    path: Path, fields: list[str], columns: list[Any]
) -> tuple[list[str], list[Any], str, bool]:
    """The .dbf was read byte by byte as Latin 1, which loses nothing; now its real encoding is looked for."""
    texts = list(fields)
    for column in columns:
        texts += [cell for cell in column if isinstance(cell, str)]
    claim = path.with_suffix(".cpg")
    declared = claim.read_text("latin-1").strip()[:40] if claim.exists() else ""
    if not declared and path.with_suffix(".dbf").exists():
        head = path.with_suffix(".dbf").read_bytes()[:30]
        declared = LANGUAGE_DRIVERS.get(head[29], "") if len(head) == 30 else ""
    found = text_encoding([text.encode("latin-1", "replace") for text in texts], declared)
    if found is None:
        raise Refused("encoding")
    encoding, is_claim_wrong = found

    def told(cell: Any) -> Any:
        return decoded(cell.encode("latin-1", "replace"), encoding) if isinstance(cell, str) else cell

    decoded_columns = [[told(cell) for cell in column] for column in columns]
    return [told(name) for name in fields], decoded_columns, encoding, is_claim_wrong


def _as_utf8(path: Path, kind: GeometryFormat) -> tuple[str, bool]:
    """Text in another encoding is written anew in UTF-8; entities, which can grow without end, are refused."""
    content = path.read_bytes()
    declared = ""
    if kind is not GeometryFormat.GEOJSON:
        told = re.search(rb"<\?xml[^>]*encoding=[\"']([\w.-]+)[\"']", content[:200])
        declared = told[1].decode() if told else "utf-8"
    found = text_encoding([content], declared)
    if found is None:
        raise Refused("encoding")
    encoding, is_claim_wrong = found
    if encoding != "utf-8" or declared.lower() not in {"", "utf-8"}:
        text = content.decode(encoding)
        path.write_text(re.sub(r"<\?xml[^>]*\?>", "", text, count=1), encoding="utf-8")
    if kind is not GeometryFormat.GEOJSON and ENTITIES.search(content.decode(encoding)):
        raise Refused("entities")
    return encoding, is_claim_wrong


def _sampled(shape: bytes | None) -> list[list[float]]:
    """Some of an outline's points, from which one sees where the file lies."""
    found = shapely.from_wkb(shape, on_invalid="fix") if shape is not None else None
    if found is None:
        return []
    points = shapely.get_coordinates(found)
    points = points[np.isfinite(points).all(axis=1)]
    kept = points[:: len(points) // POINTS_OF_ONE + 1]
    return [[round(float(x), 8), round(float(y), 8)] for x, y in kept]


def _with_plain_names(path: Path) -> dict[str, str]:
    """LIBKML makes ``______`` of a Chinese name in ``<Data name="…">``: it gets a plain one while it is read."""
    names: dict[str, str] = {}

    def plain(found: "re.Match[str]") -> str:
        real = html.unescape(found[3]).strip()
        return f"{found[1]}{found[2]}{names.setdefault(real, f'jw{len(names)}')}{found[2]}"

    text = path.read_text(encoding="utf-8")
    path.write_text(DATA_NAME.sub(plain, text), encoding="utf-8")
    return {plain_name: real for real, plain_name in names.items()}


def _packed(shape: bytes | None) -> str | None:
    return base64.b64encode(shape).decode() if shape is not None else None


def _unpacked(text: str | None) -> bytes | None:
    return base64.b64decode(text) if text is not None else None


if __name__ == "__main__":
    main()
