"""GeoJSON as a table: a row a feature, first its position, then its properties under their names."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from jingwei.foundation.imports.contracts.cells import SHAPE_MARK
from jingwei.foundation.imports.rules.refusals import FileRefused
from jingwei.foundation.imports.rules.texts import text_of
from jingwei.kernel.geojson import SPACES, Broken, FeatureText, Why, point_of, said_system
from jingwei.kernel.projections import CoordinateSystem, system_of_description, to_wgs84

POSITION_HEADERS = ("经度", "纬度")
LONGEST_FEATURE = 8 * 1024 * 1024
AT_ONCE = 1_000

Feature = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """What a first pass over the features found: the headers, and in what the coordinates are written.

    ``system`` is None where the file does not say it: then they are degrees of a datum that somebody has to name.
    """

    headers: tuple[str, ...]
    system: CoordinateSystem | None

    @property
    def says(self) -> dict[str, str]:
        """What the file proposes for options of that name. What it gives in metres is turned into degrees of it."""
        if self.system is None:
            return {}
        return {"datum": "CGCS2000" if "CGCS2000" in self.system.label_zh else "WGS-84"}


def looks_like_features(beginning: str) -> bool:
    """Whether a text begins as a JSON object does; no table does."""
    bare = beginning.lstrip(SPACES)
    return bare.startswith("{") and bare[1:].lstrip(SPACES).startswith('"')


def table_of(pieces: Iterable[str], *, most_rows: int, most_columns: int) -> FeatureTable:
    """Read all features once: their properties need not be alike.

    Raises: FileRefused; SystemRefused for coordinates that cannot be converted exactly.
    """
    text = FeatureText(pieces, longest=LONGEST_FEATURE)
    names: dict[str, None] = {}
    for count, feature in enumerate(_features(text), 1):
        names |= dict.fromkeys(_cells(feature))
        if len(names) + len(POSITION_HEADERS) > most_columns:
            raise FileRefused(
                f"要素的属性超过{most_columns}种，请去掉不需要的属性后重新上传",
                f"the features have more than {most_columns} properties; leave out those that are not needed",
            )
        if count > most_rows:
            raise FileRefused(
                f"超过{most_rows}个要素，请分成几个文件上传", f"more than {most_rows} features; split it"
            )
    return FeatureTable((*POSITION_HEADERS, *names), system_of_description(said_system(text.told)))


def rows_of(pieces: Iterable[str], table: FeatureTable) -> Iterator[tuple[int, list[str]]]:
    """The headers as row 1, then a row a feature. Raises: FileRefused, also half-way."""
    yield 1, list(table.headers)
    text = FeatureText(pieces, longest=LONGEST_FEATURE)
    names = table.headers[len(POSITION_HEADERS) :]
    number = 1
    found = _features(text)
    while features := list(islice(found, AT_ONCE)):
        places = _places([feature.get("geometry") for feature in features], table.system)
        for feature, place in zip(features, places, strict=True):
            number += 1
            cells = _cells(feature)
            yield number, [*place, *(cells.get(name, "") for name in names)]


def _features(text: FeatureText) -> Iterator[Feature]:
    try:
        yield from text.features()
    except Broken as broken:
        raise _refusal(broken) from None


def _cells(feature: Feature) -> dict[str, str]:
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        return {}
    return {_whole(text_of(name)): _whole(_text(value)) for name, value in properties.items()}


def _text(value: object) -> str:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return text_of(value)


def _whole(text: str) -> str:
    """JSON may hold halves of signs, which can be stored nowhere."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _places(shapes: Sequence[object], system: CoordinateSystem | None) -> list[tuple[str, str]]:
    """Two cells for each: coordinates in degrees, or what stands there instead of a point."""
    points = [point_of(shape) for shape in shapes]
    if system is None or not system.is_projected:
        return [
            (_text(point[0]), _text(point[1])) if point else _mark(shape)
            for point, shape in zip(points, shapes, strict=True)
        ]
    given = np.asarray([point or (0.0, 0.0) for point in points], dtype=np.float64)
    lons, lats = to_wgs84(given[:, 0], given[:, 1], system)
    return [
        (f"{lon:.8f}", f"{lat:.8f}") if point else _mark(shape)
        for point, shape, lon, lat in zip(points, shapes, lons, lats, strict=True)
    ]


def _mark(shape: object) -> tuple[str, str]:
    """A feature without geometry has empty cells; a line or a surface says that it is one."""
    if not isinstance(shape, dict):
        return "", ""
    kind = shape.get("type")
    said = f"{SHAPE_MARK}{kind if isinstance(kind, str) else ''}"[:40]
    return said, said


def _refusal(broken: Broken) -> FileRefused:
    if broken.why is Why.OTHER:
        return FileRefused(
            "这个 JSON 文件里没有地理要素（FeatureCollection）。请从地图软件导出为 GeoJSON 后重新上传",
            "this JSON file holds no features (FeatureCollection); export it as GeoJSON",
        )
    if broken.why is Why.LONG:
        limit = LONGEST_FEATURE // 1024**2
        return FileRefused(
            f"第{broken.at}个字符处的要素超过{limit} MB，请简化或去掉它后重新上传",
            f"the feature at character {broken.at} is larger than {limit} MB; simplify it or leave it out",
        )
    return FileRefused(
        f"第{broken.at}个字符处不是完整的 GeoJSON，请重新导出后上传",
        f"it stops being GeoJSON at character {broken.at}; export it again",
    )
