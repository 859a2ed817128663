"""A made-up city of any size, the same each time: its ground, buildings, houses and people as files would bring them.

Every grid draws its own lots, so that several processes make parts of one city, and what a grid holds does not depend
on the others. A city of a tenth has the same ground with a tenth of the houses and people on each grid.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from jingwei.kernel.numbers import identity_check

COUNTIES = ("430902", "430903", "430921", "430922", "430923", "430981")
TOWNSHIPS, COMMUNITIES, GRIDS = 9, 24, 4
"""In each county, each township, each community."""
GRID_COUNT = len(COUNTIES) * TOWNSHIPS * COMMUNITIES * GRIDS
PEOPLE_A_HOUSE = 2.5
WEST, SOUTH, STEP, ACROSS = 112.30, 28.52, 0.01, 72
COUNTY_NAMES = ("资阳区", "赫山区", "南县", "桃江县", "安化县", "沅江市")
PREFIXES = ("", "江", "湖", "云", "龙", "仙")
RURAL_IN = 4
"""One community in so many is a village: doors of their own instead of flats."""
TOWER = (("1", "2"), 25, 4)
SHAPES = ((("1", "2"), 6, 2), (("1", "2", "3"), 6, 2), (("1", "2"), 17, 2), (("",), 7, 3))
"""Buildings as units, floors and rooms on a floor; a tower has two hundred flats."""
TOWER_FLATS, TOWER_IN = 200, 27
FIRST_BORN, BIRTH_DAYS = date(1938, 1, 1), 28_000
ROADS, ROAD_ENDS = "迎朝金康文建和胜新长人解中东南西北桃", "春阳山富昌设平利华安民放兴风湖塘"
ESTATES = "翠锦丽蓝碧阳紫金银香枫桂梅兰竹菊"
ESTATE_ENDS = ("景花园", "湖小区", "庭苑", "江城", "园小区", "苑", "山花园", "水湾")
VILLAGES, VILLAGE_ENDS = "杨李陈石竹沙白黄清大小高", "家坪湾冲塘桥溪岭坝洲圫港泉坳潭渡林田"
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧单解"
)
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲斌凤建国红春梅海燕志华云飞雪松鹏程宇浩然子涵欣怡梓轩诗雨佳琪"
    "俊思远晓东小龙玉莲金花德胜立新光荣庆福来生根永康长安一鸣可心天佑清源若曦承恩少华亚男爱民素珍淑贞翠菊香"
)
LIVINGS = ("户籍居住", "户籍居住", "户籍居住", "户籍居住", "流入", "流入", "外出")
GENDERS = ("男", "女")
FIRST_HOME = date(2018, 1, 1)
MOST_ON_GRID, SPREAD = 4096, 7_919_993
"""People of a grid have neighbouring numbers; multiplied by what has no divisor in common with all, they lie far apart."""


@dataclass(frozen=True, slots=True)
class Area:
    """A piece of ground to be opened; only grids have a border here."""

    code: str
    name: str
    square: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class NewBuilding:
    """A building as a row of a file, and the flats in it as (unit, floor, place on the floor)."""

    address: str
    lon: str
    lat: str
    units: tuple[str, ...]
    floors: int
    rooms: int

    @property
    def rooms_by_address(self) -> list[tuple[str, str, str]]:
        """Every flat from the ground up: its whole address, its unit and its room."""
        return [
            (f"{self.address}{f'{unit}单元' if unit else ''}{floor}{room:02d}室", unit, f"{floor}{room:02d}")
            for unit in self.units
            for floor in range(1, self.floors + 1)
            for room in range(1, self.rooms + 1)
        ]

    @property
    def cells(self) -> dict[str, str]:
        return {"address": self.address, "lon": self.lon, "lat": self.lat, "floors_above": str(self.floors)}


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands on one grid: buildings with flats, doors of their own (with positions), and who lives there."""

    code: str
    buildings: tuple[NewBuilding, ...]
    houses: tuple[dict[str, str], ...]
    people: tuple[dict[str, str], ...]


def areas() -> Iterator[Area]:
    """Every area below the city, wide ones first in their branch."""
    for index in range(GRID_COUNT):
        code = code_of(index)
        for length in (6, 9, 12):
            if code[length:] == "001001001"[length - 6 :]:
                yield Area(code[:length], _area_name(code[:length]), None)
        yield Area(code, f"{_area_name(code[:12])}第{'一二三四'[index % GRIDS]}网格", _square(index))


def code_of(index: int) -> str:
    """The code of a grid by its number."""
    rest, grid = divmod(index, GRIDS)
    rest, community = divmod(rest, COMMUNITIES)
    county, township = divmod(rest, TOWNSHIPS)
    return f"{COUNTIES[county]}{township + 1:03d}{community + 1:03d}{grid + 1:03d}"


def people_on(index: int, people: int) -> int:
    """How many of a city's people live on a grid."""
    each, more = divmod(people, GRID_COUNT)
    return each + (1 if index < more else 0)


def ground_of(index: int, people: int) -> Ground:
    """What stands on a grid of a city that has so many people."""
    lots = Random(f"jingwei ledger {index}")
    code, here = code_of(index), people_on(index, people)
    wanted = round(here / PEOPLE_A_HOUSE)
    if is_village(index):
        buildings: list[NewBuilding] = []
        houses = [_door(index, number) for number in range(wanted)]
    else:
        buildings = _buildings(index, wanted)
        flats = [flat for one in buildings for flat, _, _ in one.rooms_by_address]
        houses = [{"address": flat} for flat in flats[: TOWER_FLATS if has_tower(index) else wanted]]
    lived_in = [one["address"] for one in houses]
    living = [
        _person(index, number, lived_in[number * len(lived_in) // here] if lived_in else "", code, lots)
        for number in range(here)
    ]
    return Ground(code, tuple(buildings), tuple(houses), tuple(living))


def is_village(index: int) -> bool:
    return index // GRIDS % RURAL_IN == RURAL_IN - 1


def has_tower(index: int) -> bool:
    """Whether the first building of a grid is a tower with all its flats registered."""
    return index % TOWER_IN == 0 and not is_village(index)


def _buildings(index: int, wanted: int) -> list[NewBuilding]:
    """As many blocks of the grid's estate as hold the wanted flats."""
    found: list[NewBuilding] = []
    street = f"{_road(index)}{1 + index % GRIDS * 30}号{_estate(index)}"
    flats = 0
    while flats < wanted or not found:
        block = len(found) + 1
        units, floors, rooms = (
            TOWER if block == 1 and has_tower(index) else SHAPES[(index + block) % len(SHAPES)]
        )
        lon, lat = _spot(index, block)
        found.append(NewBuilding(f"{street}{block}栋", lon, lat, units, floors, rooms))
        flats += len(units) * floors * rooms
    return found


def _door(index: int, number: int) -> dict[str, str]:
    lon, lat = _spot(index, number)
    group = 1 + index % GRIDS * 5 + number // 40
    return {"address": f"{_village(index)}{group}组{number % 40 + 1}号", "lon": lon, "lat": lat}


def _person(index: int, number: int, house: str, code: str, lots: Random) -> dict[str, str]:
    name = lots.choice(SURNAMES) + "".join(lots.choices(GIVEN, k=1 if lots.random() < 0.2 else 2))
    is_aside = not house or lots.random() < 0.08
    address = f"{_road(index)}{7 + number % 400}号老院" if is_aside else house
    cells = {"name": name, "address": address, "area_code": code, "gender": GENDERS[number % 2]}
    cells |= {"living": LIVINGS[lots.randrange(len(LIVINGS))], "identity": identity_of(index, number)}
    cells["from_on"] = (FIRST_HOME + timedelta(days=lots.randrange(3000))).isoformat()
    if lots.random() < 0.7:
        cells["phone"] = f"1{lots.choice('3578')}{lots.randrange(10**9):09d}"
    return cells


def identity_of(index: int, number: int) -> str:
    """A made-up identity number that nobody else of the city has."""
    place = (index * MOST_ON_GRID + number) * SPREAD % (BIRTH_DAYS * 1000)
    born = FIRST_BORN + timedelta(days=place // 1000)
    first = f"{code_of(index)[:6]}{born:%Y%m%d}{place % 1000:03d}"
    return first + identity_check(first)


def _road(index: int) -> str:
    """A road of a community: no other of the city has the name."""
    number = index // GRIDS % (TOWNSHIPS * COMMUNITIES)
    return f"{_prefix(index)}{ROADS[number % len(ROADS)]}{ROAD_ENDS[number // len(ROADS) % len(ROAD_ENDS)]}路"


def _prefix(index: int) -> str:
    """What tells names of one county from those of another."""
    return PREFIXES[COUNTIES.index(code_of(index)[:6])]


def _estate(index: int) -> str:
    return ESTATES[index // GRIDS % len(ESTATES)] + ESTATE_ENDS[index % len(ESTATE_ENDS)]


def _village(index: int) -> str:
    number = index // GRIDS % (TOWNSHIPS * COMMUNITIES)
    return f"{_prefix(index)}{VILLAGES[number % len(VILLAGES)]}{VILLAGE_ENDS[number // len(VILLAGES)]}村"


def _square(index: int) -> tuple[float, float, float, float]:
    west, south = WEST + index % ACROSS * STEP, SOUTH + index // ACROSS * STEP
    return west, south, west + STEP, south + STEP


def _spot(index: int, number: int) -> tuple[str, str]:
    """A place inside a grid."""
    west, south, _, _ = _square(index)
    east, north = number * 37 % 97 / 100, number * 61 % 89 / 100
    return f"{west + (0.01 + east) * STEP:.6f}", f"{south + (0.01 + north) * STEP:.6f}"


def _area_name(code: str) -> str:
    """What an area is called; names of communities come again in every township, as they do."""
    if len(code) == 6:
        return COUNTY_NAMES[COUNTIES.index(code)]
    if len(code) == 9:
        return f"{COUNTY_NAMES[COUNTIES.index(code[:6])][:1]}{ROADS[int(code[6:])]}{ROAD_ENDS[int(code[6:])]}街道"
    number = int(code[9:])
    return (
        f"{ROADS[number % len(ROADS)]}{ROAD_ENDS[int(code[6:9])]}{'村' if number % RURAL_IN == 0 else '社区'}"
    )
