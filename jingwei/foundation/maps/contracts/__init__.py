"""What an app tells the map of itself: layers with filters, legend, card and search, and indicators to colour areas by."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.maps.contracts.rollups import CountedTable
from jingwei.kernel.errors import Invalid, NotFound
from jingwei.kernel.shapes import Shape


class FilterRefused(Invalid):
    code = "map.filter_refused"
    message = "图层“{layer}”没有筛选“{name}”，或不认识它的值“{value}”。请在图层面板中重新选择。"
    message_en = (
        "The layer “{layer}” has no filter “{name}” or does not know “{value}”. Choose again in the panel."
    )


class TooWide(Invalid):
    code = "map.too_wide"
    message = "这样筛选要读的数据太多：请限定“未办结”，或选择不超过{days}天的时间，或放大地图。"
    message_en = "This filter would read too much: keep to open ones, choose at most {days} days, or zoom in."


class LayerUnknown(NotFound):
    code = "map.layer_unknown"
    message = "没有图层“{layer}”。请在图层面板中选择。"
    message_en = "There is no layer “{layer}”. Choose one in the panel."


class Form(StrEnum):
    """How many points in one place are drawn."""

    CLUSTERS = "clusters"
    HEAT = "heat"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a layer is narrowed to. ``since`` and ``until`` are days of the city, both included; ``on`` an as-of day."""

    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    on: date | None = None
    within: str | None = None
    shape: Shape | None = None

    def values(self, name: str) -> tuple[str, ...]:
        return self.filters.get(name, ())


@dataclass(frozen=True, slots=True)
class Group:
    """Layers that stand together in the panel."""

    key: str
    title: str
    title_en: str


GROUPS = (
    Group("territory", "区划", "Territory"),
    Group("matters", "事件", "Matters"),
    Group("things", "部件与资源", "Components and resources"),
    Group("concerns", "民情", "People's concerns"),
)


@dataclass(frozen=True, slots=True)
class FilterField:
    """A filter of a layer: one or several of ``options``, or short text that ``pattern`` fits.

    ``list_name`` is what the layer's list calls it, where it calls it otherwise. ``is_of_the_moment`` says that time
    alone changes what it finds (late ones become more while nothing is written).
    """

    name: str
    title: str
    title_en: str
    options: tuple[tuple[str, str, str], ...] = ()
    pattern: str = ""
    list_name: str = ""
    is_of_the_moment: bool = False

    def knows(self, value: str) -> bool:
        if self.pattern:
            return re.fullmatch(self.pattern, value, re.ASCII) is not None
        return not self.options or any(value == option[0] for option in self.options)


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What one kind of mark means. ``tone`` is a token of colour; ``mark`` a form, for never colour alone."""

    kind: str
    title: str
    title_en: str
    tone: str
    mark: str = "circle"


@dataclass(frozen=True, slots=True)
class MapRow:
    """A row of the list that mirrors the map."""

    id: str
    kind: str
    title: str
    subtitle: str
    lon: float
    lat: float
    at: datetime | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class CardLine:
    title: str
    title_en: str
    value: str
    value_en: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a touched mark says of itself, and the page behind it."""

    id: str
    kind: str
    title: str
    subtitle: str
    lon: float | None
    lat: float | None
    lines: tuple[CardLine, ...] = ()
    path: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Something found by words: where it is, as far as that is known."""

    layer: str
    id: str
    title: str
    subtitle: str
    lon: float | None
    lat: float | None
    zoom: int
    path: str | None = None
    kind: str = "feature"


class FindOnMap(Protocol):
    """Finds what an actor may know of by words."""

    def __call__(self, actor: Actor, words: str, *, limit: int) -> Sequence[Found]: ...


class Rows(Protocol):
    """A scoped queryset of the actor's rows with a position, narrowed. Raises: FilterRefused, TooWide."""

    def __call__(self, actor: Actor, asked: Asked, *, at: datetime) -> Any: ...


class TellRows(Protocol):
    def __call__(self, actor: Actor, rows: Sequence[Any], *, at: datetime) -> list[MapRow]: ...


class TellCard(Protocol):
    """Raises: NotFound outside the actor's sight."""

    def __call__(self, actor: Actor, feature_id: str, *, at: datetime) -> Card: ...


@dataclass(frozen=True, slots=True)
class Counts:
    """What of a roll-up is asked for: values of ``a`` and of ``b``, None for any."""

    a: tuple[str, ...] | None = None
    b: tuple[str, ...] | None = None


class IsBounded(Protocol):
    """Whether few enough rows answer, wherever the map is looked at: otherwise it must be looked at closely."""

    def __call__(self, asked: Asked, *, at: datetime) -> bool: ...


class AnswerByCounts(Protocol):
    """The same filters, as the roll-up knows them; None where it cannot answer and rows must be read."""

    def __call__(self, asked: Asked) -> Counts | None: ...


@dataclass(frozen=True, slots=True)
class Rollup:
    """That a layer's rows are counted by squares (``contracts.rollups``), and which of its filters the counts know."""

    counted: CountedTable
    answers: AnswerByCounts
    has_b: bool = False
    has_days: bool = False


@dataclass(frozen=True)
class PointLayer:
    """A layer of points over a scoped table that carries ``map_key`` (see docs/adr/0043).

    ``kind`` names a column or annotation whose text is the legend's key; ``title_column`` what a mark is called;
    ``properties`` what else a mark carries in a tile, each with titles and a JSON type. ``list_path`` is the desk's
    list that takes the same filters by their ``list_name``, and ``shape``.
    """

    key: str
    title: str
    title_en: str
    group: str
    permission: Permission
    rows: Rows
    kind: str
    title_column: str
    row: TellRows
    card: TellCard
    legend: tuple[LegendEntry, ...]
    filters: tuple[FilterField, ...] = ()
    properties: tuple[tuple[str, str, str, str], ...] = ()
    at_column: str | None = None
    time_title: str = ""
    time_title_en: str = ""
    search: FindOnMap | None = None
    rollup: Rollup | None = None
    is_bounded: IsBounded | None = None
    list_path: str | None = None
    export_source: str | None = None
    is_on: bool = False
    min_zoom: int = 6
    geometry: str = field(default="point", init=False)

    @property
    def property_names(self) -> tuple[tuple[str, str, str, str], ...]:
        """Name, titles and JSON type of everything a feature says."""
        common = (("kind", "类别", "Kind", "string"), ("title", "名称", "Title", "string"))
        return (*common, *self.properties)


@dataclass(frozen=True)
class AreaLayer:
    """A layer of published areas: the territory is public."""

    key: str
    title: str
    title_en: str
    group: str
    permission: Permission
    levels: tuple[int, ...]
    legend: tuple[LegendEntry, ...]
    filters: tuple[FilterField, ...] = ()
    is_on: bool = False
    min_zoom: int = 6
    geometry: str = field(default="polygon", init=False)
    list_path: str | None = field(default=None, init=False)
    export_source: str | None = field(default=None, init=False)
    at_column: str | None = field(default=None, init=False)

    @property
    def property_names(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            ("kind", "类别", "Kind", "string"),
            ("title", "名称", "Name", "string"),
            ("level", "层级", "Level", "integer"),
            ("parent", "上级代码", "Code of the area above", "string"),
            ("households", "户数", "Households", "integer"),
            ("people", "人口", "People", "integer"),
            ("valid_from_on", "启用日期", "In force from", "string"),
            ("valid_to_on", "停用日期", "In force until", "string"),
        )


Layer = PointLayer | AreaLayer


@dataclass(frozen=True, slots=True)
class IndicatorAsked:
    """Which areas are wanted: those of ``level`` inside ``within``. Days are days of the city, both included."""

    level: int
    within: str
    since: date | None
    until: date | None
    at: datetime


class Values(Protocol):
    """By area code: the number, and what it is a share of or is divided by (None where it is neither)."""

    def __call__(self, actor: Actor, asked: IndicatorAsked) -> Mapping[str, tuple[float, float | None]]: ...


@dataclass(frozen=True, slots=True)
class Indicator:
    """A number by area. ``per``: 0 a plain number, 1 a share of its denominator, 1000 per thousand of it."""

    key: str
    title: str
    title_en: str
    unit: str
    unit_en: str
    how: str
    how_en: str
    permission: Permission
    values: Values
    per: int = 0
    needs_period: bool = False
    by_people: bool = False
    """Whether the denominator is the number of people who live there; taken from the areas themselves."""


@dataclass(frozen=True, slots=True)
class AreaValue:
    code: str
    name: str
    value: float | None
    numerator: float
    denominator: float | None
