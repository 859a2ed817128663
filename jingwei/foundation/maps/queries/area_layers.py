"""The layers of areas and grids: the published territory, of today or as of a day. It is public and has no fence."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.foundation.maps.contracts import (
    AreaLayer,
    Asked,
    Card,
    CardLine,
    FilterField,
    LegendEntry,
)
from jingwei.kernel.clock import local
from jingwei.kernel.codes import LEVEL_LABELS, Level
from jingwei.kernel.errors import NotFound
from jingwei.kernel.shapes import Circle
from jingwei.kernel.squares import Box

LEVEL_NAMES = {
    "city": Level.CITY,
    "county": Level.COUNTY,
    "township": Level.TOWNSHIP,
    "community": Level.COMMUNITY,
    "grid": Level.GRID,
}
ENGLISH = {
    "city": "City",
    "county": "County",
    "township": "Township",
    "community": "Community",
    "grid": "Grid",
}
KINDS = {
    AreaKind.URBAN: ("城市网格", "Urban grid"),
    AreaKind.RURAL: ("农村网格", "Rural grid"),
    AreaKind.SPECIAL: ("专属网格", "Special grid"),
}
SHOWN_FROM = {Level.CITY: 0, Level.COUNTY: 6, Level.TOWNSHIP: 9, Level.COMMUNITY: 11, Level.GRID: 13}
"""From which zoom on borders of a level are drawn, where nobody asked for a level."""
MARGIN = 64
"""How far borders reach beyond a tile, in its 4,096 units: so that lines meet."""

AREA_LAYER = AreaLayer(
    key="areas",
    title="行政区划",
    title_en="Areas",
    group="territory",
    permission=Permission.READ_TERRITORY,
    levels=(Level.CITY, Level.COUNTY, Level.TOWNSHIP, Level.COMMUNITY),
    legend=tuple(
        LegendEntry(name, LEVEL_LABELS[level], ENGLISH[name], "line-strong", "line")
        for name, level in LEVEL_NAMES.items()
        if level is not Level.GRID
    ),
    filters=(
        FilterField(
            "level",
            "层级",
            "Level",
            tuple((name, LEVEL_LABELS[level], ENGLISH[name]) for name, level in LEVEL_NAMES.items()),
        ),
    ),
    is_on=True,
    min_zoom=0,
)
GRID_LAYER = AreaLayer(
    key="grids",
    title="网格",
    title_en="Grids",
    group="territory",
    permission=Permission.READ_TERRITORY,
    levels=(Level.GRID,),
    legend=(
        LegendEntry("urban", *KINDS[AreaKind.URBAN], "series-1", "line"),
        LegendEntry("rural", *KINDS[AreaKind.RURAL], "series-3", "line"),
        LegendEntry("special", *KINDS[AreaKind.SPECIAL], "series-4", "line"),
    ),
    filters=(
        FilterField("kind", "类型", "Kind", tuple((kind.value, *titles) for kind, titles in KINDS.items())),
    ),
    min_zoom=10,
)

LEVEL_CASE = "case level " + " ".join(f"when {int(v)} then '{k}'" for k, v in LEVEL_NAMES.items()) + " end"
IN_FORCE = "outline is not null and valid_from_on <= %(on)s and (valid_to_on is null or valid_to_on > %(on)s)"
WHICH = "level = any(%(levels)s) and kind = any(%(kinds)s) and starts_with(code, %(within)s)"
PROPERTIES = (
    f"""code as id, name as title, kind, {LEVEL_CASE} as level, parent_code as parent, households, people"""
)
TILE = f"""
with box as (
  select ST_TileEnvelope(%(z)s, %(x)s, %(y)s) as edge,
         ST_Transform(ST_TileEnvelope(%(z)s, %(x)s, %(y)s, margin => %(margin)s), 4326) as around
), found as materialized (
  select {PROPERTIES}, outline, label_point from areas_area, box
   where {IN_FORCE} and {WHICH} and outline && around
)
select coalesce((select ST_AsMVT(t, %(name)s, 4096, 'geom') from (
          select id, title, kind, level, parent, households, people,
                 ST_AsMVTGeom(ST_Transform(ST_Simplify(outline, %(tolerance)s, true), 3857), edge, 4096, {MARGIN}) as geom
            from found, box order by id) t where geom is not null), '')
    || coalesce((select ST_AsMVT(t, %(labels)s, 4096, 'geom') from (
          select id, title, kind, level,
                 ST_AsMVTGeom(ST_Transform(coalesce(label_point, ST_PointOnSurface(outline)), 3857), edge, 4096, 0) as geom
            from found, box order by id) t where geom is not null), '')
"""  # noqa: S608
LIST = f"""
select {PROPERTIES}, valid_from_on, valid_to_on, ST_AsGeoJSON(outline, 6),
       ST_X(coalesce(label_point, ST_PointOnSurface(outline))), ST_Y(coalesce(label_point, ST_PointOnSurface(outline)))
  from areas_area where {IN_FORCE} and {WHICH} and code > %(after)s {{narrower}}
 order by code limit %(limit)s
"""  # noqa: S608
COUNT = f"select {{kind}}, count(*) from areas_area where {IN_FORCE} and {WHICH} {{narrower}} group by 1"  # noqa: S608
IN_BOX = "and outline && ST_MakeEnvelope(%(west)s, %(south)s, %(east)s, %(north)s, 4326)"
IN_SHAPE = "and ST_Intersects(outline, ST_GeomFromText(%(shape)s, 4326))"


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area with its outline as GeoJSON."""

    code: str
    name: str
    kind: str
    level: str
    parent_code: str
    households: int | None
    people: int | None
    valid_from_on: date
    valid_to_on: date | None
    geometry: str
    lon: float
    lat: float


def area_tile(layer: AreaLayer, asked: Asked, zoom: int, x: int, y: int, *, at: datetime) -> bytes:
    """The borders in a tile, and the points where names stand."""
    values = _values(layer, asked, at) | {"z": zoom, "x": x, "y": y, "margin": MARGIN / 4096}
    values |= {"name": layer.key, "labels": f"{layer.key}_labels", "tolerance": 180 / (1 << zoom) / 1024}
    if not asked.values("level") and layer.key == "areas":
        values["levels"] = [int(level) for level in layer.levels if SHOWN_FROM[Level(level)] <= zoom]
    with connection.cursor() as cursor:
        cursor.execute(TILE, values)
        return bytes(cursor.fetchone()[0])


def list_areas(
    layer: AreaLayer, asked: Asked, *, box: Box | None, after: str, limit: int, at: datetime
) -> list[AreaRow]:
    """Areas in the order of their codes, behind a code."""
    values = _values(layer, asked, at) | {"after": after, "limit": limit}
    with connection.cursor() as cursor:
        cursor.execute(LIST.format(narrower=_narrower(asked, box, values)), values)
        return [AreaRow(*row) for row in cursor.fetchall()]


def count_areas(layer: AreaLayer, asked: Asked, *, box: Box | None, at: datetime) -> dict[str, int]:
    """By the legend's kind, how many areas."""
    values = _values(layer, asked, at)
    kind = "kind" if layer.key == "grids" else LEVEL_CASE
    with connection.cursor() as cursor:
        cursor.execute(COUNT.format(kind=kind, narrower=_narrower(asked, box, values)), values)
        return dict(cursor.fetchall())


def area_card(layer: AreaLayer, code: str, *, at: datetime) -> Card:
    """What an area says of itself. Raises: NotFound."""
    found = (
        list_areas(layer, Asked(within=code), box=None, after="", limit=1, at=at) if code.isdigit() else []
    )
    if not found or found[0].code != code:
        raise NotFound
    row = found[0]
    lines = [CardLine("代码", "Code", row.code, row.code)]
    if row.level == "grid":
        lines.append(CardLine("类型", "Kind", *KINDS[AreaKind(row.kind)]))
    for title, title_en, number in (("户数", "Households", row.households), ("人口", "People", row.people)):
        if number is not None:
            lines.append(CardLine(title, title_en, str(number), str(number)))
    return Card(
        id=row.code,
        kind=row.kind if row.level == "grid" else row.level,
        title=row.name,
        subtitle=LEVEL_LABELS[LEVEL_NAMES[row.level]],
        lon=row.lon,
        lat=row.lat,
        lines=tuple(lines),
    )


def _values(layer: AreaLayer, asked: Asked, at: datetime) -> dict[str, Any]:
    wanted = [int(LEVEL_NAMES[name]) for name in asked.values("level") if name in LEVEL_NAMES]
    return {
        "on": asked.on or local(at).date(),
        "levels": wanted or [int(level) for level in layer.levels],
        "kinds": list(asked.values("kind")) or [kind.value for kind in AreaKind],
        "within": asked.within or "",
    }


def _narrower(asked: Asked, box: Box | None, values: dict[str, Any]) -> str:
    narrower = ""
    if box is not None:
        values |= dict(zip(("west", "south", "east", "north"), box, strict=True))
        narrower += IN_BOX
    if asked.shape is not None:
        if isinstance(asked.shape, Circle):
            narrower += (
                " and ST_DWithin(outline::geography, ST_SetSRID(ST_MakePoint(%(lon)s, %(lat)s), 4326)::geography,"
                " %(radius)s)"
            )
            values |= {"lon": asked.shape.lon, "lat": asked.shape.lat, "radius": asked.shape.radius_m}
        else:
            narrower += f" {IN_SHAPE}"
            values["shape"] = asked.shape.wkt
    return narrower
