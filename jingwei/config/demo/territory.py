"""The demo city's territory: real codes and county borders, everything finer generated and marked so."""

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import shapely
from shapely import Point, Polygon

from jingwei.config.demo.divisions import (
    CITY_CODE,
    GRIDS_IN_CITY,
    SMALL_COUNTY_CODE,
    Division,
    city_divisions,
    county_borders,
)
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.kernel.codes import Level
from jingwei.kernel.tessellation import PRECISION_DEG, fit_together, merge_pieces, split_polygon

CitySize = Literal["small", "full"]
LonLat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class AreaSeed:
    """One area to be created. WGS-84; `centre` lies inside the polygon.

    People of a special grid are those who work, learn or trade there, not residents: parents do not count them.
    """

    code: str
    name: str
    level: Level
    parent_code: str | None
    kind: AreaKind
    polygon: Polygon
    centre: LonLat
    households: int
    people: int
    is_generated: bool

    @property
    def is_special(self) -> bool:
        return self.kind is AreaKind.SPECIAL


@dataclass(frozen=True, slots=True)
class Territory:
    size: CitySize
    areas: tuple[AreaSeed, ...]
    """Parents before children, siblings by code."""

    def at(self, level: Level) -> list[AreaSeed]:
        return [area for area in self.areas if area.level == level]

    def children_of(self, code: str) -> list[AreaSeed]:
        return [area for area in self.areas if area.parent_code == code]


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a county's town stands (about a kilometre true), and the township it belongs to."""

    lon: float
    lat: float
    township_code: str


SEATS = {
    "430902": Seat(112.324, 28.594, "430902005"),
    "430903": Seat(112.372, 28.577, "430903001"),
    "430921": Seat(112.396, 29.362, "430921125"),
    "430922": Seat(112.150, 28.520, "430922112"),
    "430923": Seat(111.213, 28.377, "430923121"),
    "430971": Seat(112.610, 29.160, "430971121"),
    "430972": Seat(112.300, 28.530, "430972005"),
    "430981": Seat(112.360, 28.845, "430981006"),
}

CARVED_FROM = {"430971": ("430921", "430981"), "430972": ("430903",)}
"""Statistical counties without a border of their own, and the neighbours they are carved out of."""

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of place that gets a special grid, and how far it reaches."""

    name: str
    radius_m: int


PLACES = (
    Place("农贸市场", 60),
    Place("学校", 120),
    Place("公园", 200),
    Place("商务楼宇", 45),
    Place("医院", 90),
    Place("产业园区", 260),
    Place("客运站", 70),
    Place("商业街", 90),
)
SPECIAL_SERIAL_FROM = 901


@cache
def build_territory(size: CitySize) -> Territory:
    """Build the whole city (8 counties, 98 townships, 1,446 communities, 5,816 grids) or one county of it.

    The same codes, names and counts come out every time; a county looks the same in both sizes, to a metre. Half a
    minute for the whole city, so it is built once in a process.
    """
    divisions = city_divisions()
    names = {division.code: division for division in divisions}
    counties = [division.code for division in divisions if division.level is Level.COUNTY]
    chosen = counties if size == "full" else [SMALL_COUNTY_CODE]
    below = _children(divisions)
    grid_counts = _grids_per_community(divisions)

    borders = _county_borders_with_carved() if size == "full" else county_borders()
    basic_codes: list[str] = []
    pieces: list[Polygon] = []
    for county in chosen:
        for community, border in _communities(county, borders[county], below, names):
            count = grid_counts[community]
            basic_codes += [f"{community}{serial:03d}" for serial in range(1, count + 1)]
            pieces += _grids(community, border, count)
    polygons = dict(zip(basic_codes, fit_together(pieces), strict=True))
    return Territory(size, tuple(_assemble(size, names, polygons)))


def _children(divisions: Iterable[Division]) -> dict[str, list[Division]]:
    below: dict[str, list[Division]] = defaultdict(list)
    for division in divisions:
        if division.parent_code is not None:
            below[division.parent_code].append(division)
    return below


def _grids_per_community(divisions: Sequence[Division]) -> dict[str, int]:
    """Share the city's basic grids out: towns are denser, and the sum is exact (largest remainders)."""
    communities = [division for division in divisions if division.level is Level.COMMUNITY]
    counties = sum(1 for division in divisions if division.level is Level.COUNTY)
    basic = GRIDS_IN_CITY - counties * len(PLACES)
    dice = random.Random("grids")
    weights = {c.code: (6.0 if c.is_urban else 3.4) * (0.7 + 0.6 * dice.random()) for c in communities}
    unit = basic / sum(weights.values())
    counts = {code: max(1, math.floor(weight * unit)) for code, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda code: (counts[code] - weights[code] * unit, code))
    for code in by_remainder[: basic - sum(counts.values())]:
        counts[code] += 1
    return counts


def _county_borders_with_carved() -> dict[str, Polygon]:
    """All eight counties: the carved ones get a part of each donor in proportion to their communities."""
    communities: dict[str, int] = defaultdict(int)
    for division in city_divisions():
        if division.level is Level.COMMUNITY:
            communities[division.code[:6]] += 1
    borders = county_borders()
    for carved, donors in CARVED_FROM.items():
        share = communities[carved] / (communities[carved] + sum(communities[donor] for donor in donors))
        seat = SEATS[carved]
        parts = []
        for donor in donors:
            anchors = ((seat.lon, seat.lat), None)
            part, rest = split_polygon(
                borders[donor], (share, 1 - share), seed=f"{carved} out of {donor}", anchors=anchors
            )
            parts.append(part)
            borders[donor] = rest
        borders[carved] = shapely.union_all(parts, grid_size=PRECISION_DEG)
    return borders


def _communities(
    county: str, border: Polygon, below: Mapping[str, Sequence[Division]], names: Mapping[str, Division]
) -> Iterable[tuple[str, Polygon]]:
    seat = SEATS[county]
    townships = below[county]
    sizes = [sum(_room(community, names) for community in below[township.code]) for township in townships]
    towns = [township.code == seat.township_code or _stands_by_the_seat(township) for township in townships]
    centre = _inside(border, (seat.lon, seat.lat))
    town_borders = split_polygon(border, sizes, seed=county, anchors=_around(centre, border, sizes, towns))
    for township, town_border in zip(townships, town_borders, strict=True):
        communities = below[township.code]
        rooms = [_room(community, names) for community in communities]
        urban = [community.is_urban for community in communities]
        if township.code == seat.township_code or township.is_urban:
            middle = _inside(town_border, centre)
        else:
            middle = _inside(town_border, (town_border.centroid.x, town_border.centroid.y))
        anchors = _around(middle, town_border, rooms, urban) if not all(urban) else ()
        pieces = split_polygon(town_border, rooms, seed=township.code, anchors=anchors)
        yield from zip((community.code for community in communities), pieces, strict=True)


def _stands_by_the_seat(township: Division) -> bool:
    return township.is_urban or "开发区" in township.name or "产业园" in township.name


def _room(community: Division, names: Mapping[str, Division]) -> float:
    """How much land a community takes, relative to others: streets little, villages much, wetlands most."""
    township = names[community.code[:9]]
    room = 7.0 * (3.0 if "湿地" in township.name else 1.0)
    if community.is_urban:
        room = 0.5 if township.is_urban else 1.0
    return room * (0.7 + 0.8 * random.Random("room" + community.code).random())


def _around(
    centre: LonLat, border: Polygon, sizes: Sequence[float], is_urban: Sequence[bool]
) -> list[LonLat | None]:
    """Anchors that pack the urban pieces around the centre like seeds in a sunflower; None for the rest."""
    squeeze = math.cos(math.radians(centre[1]))
    square_degrees = border.area / sum(sizes)
    core = border.buffer(-math.sqrt(border.area) * 0.02)
    anchors: list[LonLat | None] = []
    filled, turn = 0.0, 0
    for size, urban in zip(sizes, is_urban, strict=True):
        if not urban:
            anchors.append(None)
            continue
        place = centre
        for _try in range(40):
            radius = math.sqrt(filled * square_degrees / math.pi)
            place = (
                centre[0] + radius * math.cos(turn * GOLDEN_ANGLE) / math.sqrt(squeeze),
                centre[1] + radius * math.sin(turn * GOLDEN_ANGLE) * math.sqrt(squeeze),
            )
            turn += 1
            filled += size
            if shapely.contains_xy(core, *place):
                break
        anchors.append(place)
    return anchors


def _inside(border: Polygon, wish: LonLat) -> LonLat:
    """The wished point, or the nearest one well inside the border."""
    core = border.buffer(-math.sqrt(border.area) * 0.05)
    near = shapely.shortest_line(border if core.is_empty else core, Point(wish)).coords[0]
    return (near[0], near[1])


def _grids(community: str, border: Polygon, count: int) -> list[Polygon]:
    dice = random.Random("grid shares" + community)
    return split_polygon(border, [0.7 + 0.7 * dice.random() for _ in range(count)], seed=community)


def _assemble(
    size: CitySize, names: Mapping[str, Division], polygons: Mapping[str, Polygon]
) -> Iterable[AreaSeed]:
    below: dict[str, list[AreaSeed]] = defaultdict(list)
    basic = [_basic_grid(names[code[:12]], code, polygon) for code, polygon in polygons.items()]
    levels: list[list[AreaSeed]] = [basic]
    for level in (Level.COMMUNITY, Level.TOWNSHIP, Level.COUNTY, Level.CITY):
        below.clear()
        for area in levels[0]:
            below[area.code[:level]].append(area)
        levels.insert(0, [_whole(names[code], parts, size) for code, parts in sorted(below.items())])
    communities = levels[3]
    levels[4] = sorted(basic + _special_grids(communities, names), key=lambda area: area.code)
    return (area for level in levels for area in level)


def _whole(division: Division, parts: Sequence[AreaSeed], size: CitySize) -> AreaSeed:
    polygon = merge_pieces([part.polygon for part in parts])
    touched = {*CARVED_FROM, *(donor for donors in CARVED_FROM.values() for donor in donors)}
    is_real = division.level in (Level.CITY, Level.COUNTY) and division.code not in touched
    if division.code == CITY_CODE and size == "small":
        is_real = False  # the demo's city ends where its one county ends
    return AreaSeed(
        code=division.code,
        name=division.name,
        level=division.level,
        parent_code=division.parent_code,
        kind=AreaKind.URBAN if division.is_urban else AreaKind.RURAL,
        polygon=polygon,
        centre=_centre(polygon),
        households=sum(part.households for part in parts),
        people=sum(part.people for part in parts),
        is_generated=not is_real,
    )


def _basic_grid(community: Division, code: str, polygon: Polygon) -> AreaSeed:
    dice = random.Random("people" + code)
    people = dice.randint(380, 500) if community.is_urban else dice.randint(200, 420)
    persons_per_household = 2.6 if community.is_urban else 3.1
    return AreaSeed(
        code=code,
        name=f"{community.short_name}第{chinese_number(int(code[12:]))}网格",
        level=Level.GRID,
        parent_code=community.code,
        kind=AreaKind.URBAN if community.is_urban else AreaKind.RURAL,
        polygon=polygon,
        centre=_centre(polygon),
        households=round(people / persons_per_household),
        people=people,
        is_generated=True,
    )


def _special_grids(communities: Sequence[AreaSeed], names: Mapping[str, Division]) -> list[AreaSeed]:
    """Eight a county: market, school, park, business tower …, each in an urban community near the seat."""
    special = []
    for county in sorted({community.code[:6] for community in communities}):
        seat = Point(SEATS[county].lon, SEATS[county].lat)
        urban = [area for area in communities if area.code.startswith(county) and area.kind is AreaKind.URBAN]
        urban.sort(key=lambda area: (seat.distance(Point(area.centre)), area.code))
        for index, place in enumerate(PLACES):
            special.append(_special_grid(names[urban[index % len(urban)].code], urban, index, place))
    return special


def _special_grid(community: Division, urban: Sequence[AreaSeed], index: int, place: Place) -> AreaSeed:
    home = next(area for area in urban if area.code == community.code)
    serial = SPECIAL_SERIAL_FROM + index // len(urban)
    dice = random.Random(f"special{community.code}{serial}")
    heart = shapely.maximum_inscribed_circle(home.polygon, tolerance=PRECISION_DEG * 10)
    lon, lat = heart.coords[0]
    radius = min(place.radius_m / 111_320, heart.length * 0.7)
    corners = [
        (
            round(lon + radius * math.cos(turn * math.pi / 4 + 0.3) * (0.75 + 0.25 * dice.random()), 6),
            round(lat + radius * math.sin(turn * math.pi / 4 + 0.3) * (0.75 + 0.25 * dice.random()), 6),
        )
        for turn in range(8)
    ]
    polygon = shapely.normalize(Polygon(corners))
    return AreaSeed(
        code=f"{community.code}{serial}",
        name=f"{community.short_name}{place.name}专属网格",
        level=Level.GRID,
        parent_code=community.code,
        kind=AreaKind.SPECIAL,
        polygon=polygon,
        centre=_centre(polygon),
        households=0,
        people=dice.randint(200, 500),
        is_generated=True,
    )


def _centre(polygon: Polygon) -> LonLat:
    heart = polygon.centroid if polygon.contains(polygon.centroid) else polygon.point_on_surface()
    return (round(heart.x, 6), round(heart.y, 6))


def chinese_number(number: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十; up to 99, as grids are counted."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if tens == 0:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")
