"""From a file that was sent to lines that can be trusted: its features, its layers, its columns, its coordinates."""

import base64
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from shapely import MultiPolygon

from jingwei.foundation.imports.services.reading import examine, read_rows
from jingwei.foundation.territory.rules.exchange_formats import MOST_FEATURES, MOST_TEXT, GeometryFormat
from jingwei.foundation.territory.rules.exchange_mending import Mend, Mended
from jingwei.foundation.territory.services import exchange_cage as cage
from jingwei.foundation.territory.services.exchange_storage import unpacked
from jingwei.kernel.projections import CoordinateSystem

NEAR_THE_END = 4096


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file turned out to be. ``crs`` is what it says of its coordinates, in its own words."""

    format: GeometryFormat
    layers: tuple[str, ...]
    layer: str
    columns: tuple[str, ...]
    features: int
    vertices: int
    crs: str
    encoding: str
    is_claim_wrong: bool
    points: npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Line:
    """One feature as it was given: number in the file, outline in the file's coordinates, attributes as text."""

    number: int
    given_wkb: bytes | None
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class MendedLine:
    """The same feature's outline in WGS-84."""

    number: int
    outline: MultiPolygon | None
    done: tuple[Mended, ...]
    fault: str


def read_file(original: Path, lines: Path, *, layer: str = "") -> FileFacts:
    """Read a file once and write its features down as lines. Raises: GeometryFileRefused; FileRefused for sheets."""
    with unpacked(original) as (kind, path):
        if kind is GeometryFormat.SHEET:
            return _read_sheet(path, lines, layer)
        told = cage.ordered("read", path=str(path), format=kind.value, layer=layer, out=str(lines))
    lines.chmod(0o600)
    has_lines = kind in {GeometryFormat.GEOJSON, GeometryFormat.KML, GeometryFormat.KMZ}
    return FileFacts(
        format=kind,
        layers=tuple(told["layers"]) if not has_lines else (),
        layer=told["layer"] if not has_lines else "",
        columns=tuple(told["columns"]),
        features=told["features"],
        vertices=told["vertices"],
        crs=_declared(told["crs"], kind, original),
        encoding=told["encoding"],
        is_claim_wrong=told["is_claim_wrong"],
        points=np.asarray(told["points"], dtype=np.float64).reshape(-1, 2),
    )


def lines_of(path: Path) -> Iterator[Line]:
    with path.open(encoding="utf-8") as lines:
        for text in lines:
            told = json.loads(text)
            yield Line(told["n"], base64.b64decode(told["w"]) if told["w"] else None, told["a"])


def mended_lines(path: Path, system: CoordinateSystem, *, is_swapped: bool) -> list[MendedLine]:
    """Every outline converted and mended, in the reader's cage. Raises: GeometryFileRefused."""
    out = path.with_suffix(".mended")
    try:
        cage.ordered("mend", path=str(path), out=str(out), system=system.code, is_swapped=is_swapped)
        with out.open(encoding="utf-8") as lines:
            return [_mended(json.loads(text)) for text in lines]
    finally:
        out.unlink(missing_ok=True)


def _mended(told: dict) -> MendedLine:  # type: ignore[type-arg]
    outline = shapely.from_wkb(base64.b64decode(told["w"])) if told["w"] else None
    done = tuple(Mended(Mend(kind), count, area, lon, lat) for kind, count, area, lon, lat in told["d"])
    return MendedLine(told["n"], outline, done, told["f"])


def _declared(crs: str, kind: GeometryFormat, original: Path) -> str:
    """GeoJSON without ``crs`` is WGS-84 by its standard, but files of metres exist: only what is written counts."""
    if kind is GeometryFormat.GEOJSON and crs == "EPSG:4326":
        with original.open("rb") as file:
            ends = file.read(NEAR_THE_END)
            file.seek(-min(NEAR_THE_END, original.stat().st_size), os.SEEK_END)
            ends += file.read()
        return crs if b'"crs"' in ends else ""
    return crs


def _read_sheet(path: Path, lines: Path, worksheet: str) -> FileFacts:
    """A table of codes: rows without geometry, read by the one reader of sheets."""
    facts = examine(path, worksheet=worksheet)
    headers: list[str] = []
    count = 0
    with lines.open("w", encoding="utf-8") as out:
        for _, cells in read_rows(path, facts):
            if not headers:
                headers = [text.strip()[:60] or f"第{at + 1}列" for at, text in enumerate(cells)]
                continue
            count += 1
            if count > MOST_FEATURES:
                raise cage.refusal("too_many_features")
            told = {name: text[:MOST_TEXT] for name, text in zip(headers, cells, strict=False) if text}
            out.write(json.dumps({"n": count, "w": None, "a": told}, ensure_ascii=False) + "\n")
    lines.chmod(0o600)
    if not count:
        raise cage.refusal("no_feature")
    return FileFacts(
        format=GeometryFormat.SHEET,
        layers=facts.worksheets,
        layer=facts.worksheet,
        columns=tuple(dict.fromkeys(headers)),
        features=count,
        vertices=0,
        crs="",
        encoding=facts.encoding,
        is_claim_wrong=False,
        points=np.empty((0, 2)),
    )
