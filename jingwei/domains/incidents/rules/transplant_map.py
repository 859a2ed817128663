"""How somebody else's table of incidents reads in our words: the map 映射 given with ``--map``.

A map is data (JSON); docs/guides/import-messages.md describes it. Presets stand in config/standard/maps.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from jingwei.kernel.clock import BEIJING
from jingwei.kernel.errors import Invalid
from jingwei.kernel.geo import Datum

LONGEST_SOURCE = 40
DEFAULT = "*"
"""The key of what holds for every source that is not named."""

Frame = tuple[float, float, float, float]
"""West, south, east, north of the city the positions come from, in degrees."""


class Arrival(StrEnum):
    """What the rows become."""

    LIVE = "live"  # 当前待办：进入受理
    HISTORY = "history"  # 历史：只供查阅统计


COMMON_FIELDS = frozenset(
    {"external_id", "reported_at", "title", "words", "item", "lon", "lat", "duplicate_of"}
)
FIELDS = {
    Arrival.LIVE: COMMON_FIELDS | {"area_code", "address", "reporter_name", "reporter_phone"},
    Arrival.HISTORY: COMMON_FIELDS | {"closed_at", "due_at", "status", "resolution", "closed_by"},
}
NEEDED = {
    Arrival.LIVE: (("words", "title"),),
    Arrival.HISTORY: (("words", "title"), ("reported_at",)),
}
"""Of each group at least one field must have a column."""


class MapRefused(Invalid):
    code = "incident.map_refused"
    message = "映射文件不能用：{reason}。格式见 docs/guides/import-messages.md。"
    message_en = "The map cannot be used: {reason_en}. See docs/guides/import-messages.md."

    def __init__(self, reason: str, reason_en: str) -> None:
        super().__init__(reason=reason, reason_en=reason_en)


class NoMapFits(Invalid):
    code = "incident.no_map_fits"
    message = "没有预设的映射认得这个表头（{header}）。请用 --map 指定映射文件；现有预设：{presets}。"
    message_en = "No preset knows this header ({header}). Give a map with --map; presets: {presets}."


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A checked map. Where a field names several columns, the cells that are not empty are joined."""

    name: str
    arrival: Arrival
    source: str
    source_column: str
    columns: Mapping[str, tuple[str, ...]]
    items: Mapping[str, str] = field(default_factory=dict)
    zones: Mapping[str, timezone] = field(default_factory=lambda: MappingProxyType({DEFAULT: BEIJING}))
    datum: Datum = Datum.WGS84
    frames: Mapping[str, Frame] = field(default_factory=dict)
    closed_statuses: frozenset[str] = frozenset()
    keep: tuple[str, ...] = ()
    recognised_by: tuple[str, ...] = ()

    def zone_of(self, source: str) -> timezone:
        return self.zones.get(source) or self.zones.get(DEFAULT) or BEIJING

    def frame_of(self, source: str) -> Frame | None:
        return self.frames.get(source) or self.frames.get(DEFAULT)

    def used_columns(self) -> list[str]:
        """Every column of theirs that is read, once."""
        used = [one for columns in self.columns.values() for one in columns]
        used += [self.source_column] if self.source_column else []
        return list(dict.fromkeys([*used, *self.keep]))


def parse_map(raw: Any) -> ColumnMap:
    """Read and check a map. Raises: MapRefused, saying where it is wrong."""
    if not isinstance(raw, Mapping):
        raise MapRefused("应是一个 JSON 对象", "a JSON object is expected")
    known = {"name", "kind", "source", "columns", "items", "timezones", "datum", "frames", "closed_statuses"}
    _refuse_strangers(raw, known | {"keep", "recognised_by", "about"}, "映射", "the map")
    arrival = _arrival(raw.get("kind"))
    columns = _columns(raw.get("columns"), arrival)
    source, source_column = _source(raw.get("source"))
    return ColumnMap(
        name=str(raw.get("name") or source or source_column),
        arrival=arrival,
        source=source,
        source_column=source_column,
        columns=columns,
        items={str(key): str(code) for key, code in _table(raw, "items").items()},
        zones={str(key): _zone(value) for key, value in _table(raw, "timezones").items()},
        datum=_datum(raw.get("datum", Datum.WGS84.value)),
        frames={str(key): _frame(key, value) for key, value in _table(raw, "frames").items()},
        closed_statuses=frozenset(_names(raw, "closed_statuses")),
        keep=tuple(_names(raw, "keep")),
        recognised_by=tuple(_names(raw, "recognised_by")),
    )


def fitting_map(presets: Sequence[ColumnMap], header: Sequence[str]) -> ColumnMap:
    """The preset that recognises a header; the one that knows most of it, if several do. Raises: NoMapFits."""
    have = set(header)
    fitting = [one for one in presets if one.recognised_by and set(one.recognised_by) <= have]
    if not fitting:
        raise NoMapFits(
            header="、".join(header)[:200], presets="、".join(sorted(one.name for one in presets)) or "—"
        )
    return max(fitting, key=lambda one: len(one.recognised_by))


def places_of(chosen: ColumnMap, header: Sequence[str]) -> dict[str, int]:
    """Where each used column stands. Raises: MapRefused for columns that are missing or stand twice."""
    places: dict[str, int] = {}
    for place, name in enumerate(header):
        if name in places and name in chosen.used_columns():
            raise MapRefused(f"表头里有两列“{name}”", f"the header has two columns “{name}”")
        places.setdefault(name, place)
    missing = [name for name in chosen.used_columns() if name not in places]
    if missing:
        listed = "、".join(missing)
        raise MapRefused(f"表头里没有列：{listed}", f"the header lacks the columns: {listed}")
    return {name: places[name] for name in chosen.used_columns()}


def _arrival(kind: Any) -> Arrival:
    try:
        return Arrival(kind)
    except ValueError:
        raise MapRefused("kind 应为 live 或 history", "kind must be live or history") from None


def _columns(raw: Any, arrival: Arrival) -> dict[str, tuple[str, ...]]:
    if not isinstance(raw, Mapping) or not raw:
        raise MapRefused("缺少 columns", "columns are missing")
    _refuse_strangers(raw, FIELDS[arrival], f"columns（{arrival.value}）", f"columns ({arrival.value})")
    columns: dict[str, tuple[str, ...]] = {}
    for name, given in raw.items():
        listed = [given] if isinstance(given, str) else given
        if not isinstance(listed, list) or not listed or not all(isinstance(one, str) for one in listed):
            raise MapRefused(f"columns.{name} 应是列名或列名的列表", f"columns.{name} must name columns")
        columns[str(name)] = tuple(listed)
    for group in NEEDED[arrival]:
        if not any(name in columns for name in group):
            listed_names = " / ".join(group)
            raise MapRefused(f"columns 至少要有 {listed_names}", f"columns must have {listed_names}")
    if ("lon" in columns) != ("lat" in columns):
        raise MapRefused("lon 和 lat 要一起给", "lon and lat come together")
    return columns


def _source(raw: Any) -> tuple[str, str]:
    if isinstance(raw, str) and 0 < len(raw) <= LONGEST_SOURCE:
        return raw, ""
    if isinstance(raw, Mapping) and isinstance(raw.get("column"), str) and raw["column"]:
        return "", str(raw["column"])
    raise MapRefused(
        f"source 应是来源系统的名称（最多{LONGEST_SOURCE}字），或 {{“column”: 列名}}",
        f"source must name the system (at most {LONGEST_SOURCE} characters) or be {{“column”: …}}",
    )


def _table(raw: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    table = raw.get(name, {})
    if not isinstance(table, Mapping):
        raise MapRefused(f"{name} 应是一张对照表", f"{name} must be a table")
    return table


def _names(raw: Mapping[str, Any], name: str) -> list[str]:
    names = raw.get(name, [])
    if not isinstance(names, list) or not all(isinstance(one, str) for one in names):
        raise MapRefused(f"{name} 应是文字的列表", f"{name} must be a list of texts")
    return names


def _datum(raw: Any) -> Datum:
    try:
        return Datum(raw)
    except ValueError:
        listed = "、".join(one.value for one in Datum)
        raise MapRefused(f"datum 只能是 {listed}", f"datum must be one of {listed}") from None


def _zone(raw: Any) -> timezone:
    found = re.fullmatch(r"([+-])(\d{2}):(\d{2})", raw) if isinstance(raw, str) else None
    if raw == "UTC":
        return timezone(timedelta(0), "UTC")
    if found is None or int(found[2]) > 14 or int(found[3]) > 59:
        raise MapRefused(f"时区“{raw}”应写成 +08:00 或 UTC", f"write the time zone “{raw}” as +08:00 or UTC")
    offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(-offset if found[1] == "-" else offset)


def _frame(source: Any, raw: Any) -> Frame:
    is_four = isinstance(raw, list) and len(raw) == 4 and all(isinstance(one, int | float) for one in raw)
    if is_four and -180 <= raw[0] < raw[2] <= 180 and -90 <= raw[1] < raw[3] <= 90:
        return float(raw[0]), float(raw[1]), float(raw[2]), float(raw[3])
    raise MapRefused(
        f"frames.{source} 应是 [西, 南, 东, 北]（经纬度，度）",
        f"frames.{source} must be [west, south, east, north]",
    )


def _refuse_strangers(raw: Mapping[str, Any], known: frozenset[str] | set[str], zh: str, en: str) -> None:
    strangers = sorted(str(key) for key in raw if key not in known)
    if strangers:
        listed, expected = "、".join(strangers), "、".join(sorted(known))
        raise MapRefused(
            f"{zh}里有不认识的名称 {listed}，可用：{expected}", f"{en} names {listed}; known are {expected}"
        )
