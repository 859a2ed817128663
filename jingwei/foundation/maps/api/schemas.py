"""What travels to and from the map."""

import re
from datetime import date, datetime
from typing import Annotated, Literal

from ninja import Field, Schema
from pydantic import AfterValidator, BaseModel, StringConstraints

from jingwei.foundation.edge import Day, require_storable
from jingwei.foundation.maps.contracts import Asked, FilterRefused, Form
from jingwei.kernel.errors import Invalid
from jingwei.kernel.geo import Datum
from jingwei.kernel.shapes import read_shape
from jingwei.kernel.squares import Box

LayerKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_.-]{0,39}$")]
FeatureId = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{1,64}$")]
AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
FILTER = re.compile(r"[a-z][a-z0-9_.-]{0,40}(~[^~]{1,60}){1,40}")
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
MapDay = Annotated[Day, Field(ge=EARLIEST, le=LATEST)]
"""Days that a map can show; beyond them a zone's offset would lead out of what can be told."""
LEVEL = Literal["county", "township", "community", "grid"]


class BadBox(Invalid):
    code = "map.bad_box"
    message = "范围“{given}”不正确：应为西、南、东、北四个度数，用逗号分开，西小于东，南小于北。"
    message_en = (
        "The box “{given}” is not valid: west, south, east, north in degrees, with commas, west before east."
    )


def _storable(text: str) -> str:
    require_storable(text)
    return text


FilterText = Annotated[str, StringConstraints(max_length=600), AfterValidator(_storable)]


class AskedIn(Schema):
    """What a layer is narrowed to: ``f=name~value~value``; days of the city, both included."""

    f: Annotated[list[FilterText], Field(max_length=20)] = []
    since: MapDay | None = None
    until: MapDay | None = None
    on: MapDay | None = None
    within: AreaCode | None = None

    def asked(self, shape: str | None = None) -> Asked:
        """Raises: FilterRefused, BadShape."""
        filters: dict[str, tuple[str, ...]] = {}
        for text in self.f:
            if not FILTER.fullmatch(text):
                raise FilterRefused(layer="", name=text[:40], value="")
            name, *values = text.split("~")
            filters[name] = (*filters.get(name, ()), *values)
        return Asked(
            filters=filters,
            since=self.since,
            until=self.until,
            on=self.on,
            within=self.within,
            shape=read_shape(shape) if shape else None,
        )


class TileIn(AskedIn):
    form: Form = Form.CLUSTERS


class MapViewIn(AskedIn):
    bbox: Annotated[str | None, Field(max_length=120, description="west,south,east,north")] = None


class RowsIn(MapViewIn):
    shape: Annotated[str | None, Field(max_length=2000)] = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50


class NearIn(AskedIn):
    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-85, le=85)]
    datum: Datum = Datum.WGS84
    limit: Annotated[int, Field(ge=1, le=50)] = 10


class FindIn(Schema):
    words: Annotated[str, StringConstraints(max_length=60), AfterValidator(_storable)]
    limit: Annotated[int, Field(ge=1, le=50)] = 20


class ChoroplethIn(Schema):
    indicator: LayerKey
    level: LEVEL = "county"
    within: AreaCode | None = None
    since: MapDay | None = None
    until: MapDay | None = None


def box_of(text: str | None) -> Box | None:
    """Raises: BadBox."""
    if not text:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise BadBox(given=text[:60]) from None
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90 and south < 85 and north > -85):
        raise BadBox(given=text[:60])
    return west, max(-85.0, south), east, min(85.0, north)


class GroupOut(BaseModel):
    key: str
    title: str
    title_en: str


class OptionOut(BaseModel):
    value: str
    title: str
    title_en: str


class FilterOut(BaseModel):
    """A filter of a layer; without options any short text."""

    name: str
    title: str
    title_en: str
    kind: Literal["choice", "flag", "text"]
    options: list[OptionOut]


class LegendOut(BaseModel):
    kind: str
    title: str
    title_en: str
    tone: str
    mark: str


class LayerOut(BaseModel):
    """A layer as the panel shows it. ``list_params``: what the list calls each filter."""

    key: str
    title: str
    title_en: str
    group: str
    geometry: Literal["point", "polygon"]
    is_on: bool
    min_zoom: int
    forms: list[str]
    filters: list[FilterOut]
    legend: list[LegendOut]
    has_time: bool
    has_as_of: bool
    time_title: str
    time_title_en: str
    list_path: str | None
    list_params: dict[str, str]
    export_source: str | None
    has_card: bool
    has_search: bool


class MapLayersOut(BaseModel):
    groups: list[GroupOut]
    layers: list[LayerOut]


class KindCountOut(BaseModel):
    kind: str
    count: int


class MapCountsOut(BaseModel):
    """``bbox`` is the box that was counted: the one asked for, widened to whole squares."""

    total: int
    by_kind: list[KindCountOut]
    bbox: list[float] | None


class MapRowOut(BaseModel):
    id: str
    kind: str
    title: str
    subtitle: str
    lon: float
    lat: float
    at: datetime | None
    path: str | None


class MapRowsOut(BaseModel):
    """A page of the list that mirrors the map; ``total`` counts no further than ten thousand."""

    rows: list[MapRowOut]
    next_cursor: str | None
    total: int
    is_capped: bool


class NearRowOut(MapRowOut):
    distance_m: float


class NearRowsOut(BaseModel):
    rows: list[NearRowOut]


class CardLineOut(BaseModel):
    title: str
    title_en: str
    value: str
    value_en: str


class MapCardOut(BaseModel):
    layer: str
    id: str
    kind: str
    title: str
    subtitle: str
    lon: float | None
    lat: float | None
    lines: list[CardLineOut]
    path: str | None
    at: datetime | None


class FoundOnMapOut(BaseModel):
    layer: str
    id: str
    title: str
    subtitle: str
    lon: float | None
    lat: float | None
    zoom: int
    path: str | None
    kind: str


class FoundOnMapListOut(BaseModel):
    rows: list[FoundOnMapOut]


class IndicatorOut(BaseModel):
    key: str
    title: str
    title_en: str
    unit: str
    unit_en: str
    needs_period: bool
    is_share: bool
    how: str
    how_en: str


class IndicatorsOut(BaseModel):
    rows: list[IndicatorOut]


class AreaValueOut(BaseModel):
    code: str
    name: str
    value: float | None
    numerator: float
    denominator: float | None


class ChoroplethOut(BaseModel):
    indicator: str
    level: str
    rows: list[AreaValueOut]
