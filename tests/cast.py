"""A fixed cast in a fixed small city: everybody's tests happen here.

Grids are squares of 0.01°. Lin 林 keeps grid 001, her neighbour Chen 陈 grid 002; Wu 吴 sits in their community,
Zhao 赵 in their township, Sun 孙 in their county, He 何 in the city centre; Zhou 周 belongs to another township,
Tang 唐 to another county; Qian 钱 handles for urban management (Xu 徐 heads it), Feng 冯 for another unit;
Li 李 and Wang 王 are residents.
"""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid5

import shapely
from django.db import connection, transaction

from jingwei.config.standard import load_standard
from jingwei.foundation.access.contracts import CENTRE, PUBLIC_ACTOR, Actor, Role, system_actor
from jingwei.foundation.access.models import Account, Holding, Person, Post, Unit
from jingwei.foundation.access.rules.permissions import scope_of
from jingwei.foundation.areas.contracts import AreaKind
from jingwei.foundation.areas.services import NewArea, open_areas
from jingwei.kernel.clock import BEIJING
from tests.sparing import QUICK

SPACE = UUID("6f0d7f0e-43a1-4b8e-9a35-3d1c1c6f4309")
DAY_ONE = date(2024, 1, 1)
MONDAY_10 = datetime(2026, 11, 16, 10, 0, tzinfo=BEIJING)
"""A working Monday, ten in the morning: where tests begin."""
PASSWORD = "jingwei-cast-2026"

CITY = "4309"
COUNTY = "430902"
OTHER_COUNTY = "430903"
TOWNSHIP = "430902001"
OTHER_TOWNSHIP = "430902002"
COMMUNITY = "430902001001"
OTHER_COMMUNITY = "430902001002"
GRID_1 = "430902001001001"
GRID_2 = "430902001001002"
GRID_3 = "430902001002001"
FAR_GRID = "430902002001001"
FOREIGN_GRID = "430903001001001"
GRIDS = [GRID_1, GRID_2, GRID_3, FAR_GRID, FOREIGN_GRID]
WEST, SOUTH, STEP = 112.30, 28.50, 0.01

NAMES = {
    CITY: "益阳市",
    COUNTY: "资阳区",
    OTHER_COUNTY: "赫山区",
    TOWNSHIP: "大码头街道",
    OTHER_TOWNSHIP: "汽车路街道",
    "430903001": "桃花仑街道",
    COMMUNITY: "迎春社区",
    OTHER_COMMUNITY: "向阳社区",
    "430902002001": "三益社区",
    "430903001001": "桃花仑社区",
    GRID_1: "迎春社区第一网格",
    GRID_2: "迎春社区第二网格",
    GRID_3: "向阳社区第一网格",
    FAR_GRID: "三益社区第一网格",
    FOREIGN_GRID: "桃花仑社区第一网格",
}


def id_of(name: str) -> UUID:
    """The stable id of anything in the cast."""
    return uuid5(SPACE, name)


def inside(grid: str, *, east: float = 0.5, north: float = 0.5) -> tuple[float, float]:
    """A WGS-84 position in a grid; fractions of its side."""
    return WEST + STEP * (GRIDS.index(grid) + east), SOUTH + STEP * north


URBAN = id_of("unit urban management")
WATER = id_of("unit water company")
FOREIGN_URBAN = id_of("unit urban management of the other county")


def centre(area_code: str) -> UUID:
    """The id of an area's centre."""
    return id_of(f"centre {area_code}")


def _actor(key: str, name: str, role: Role, area: str, unit: UUID | None) -> Actor:
    return Actor(
        role=role,
        name=name,
        person_id=id_of(f"person {key}"),
        post_id=id_of(f"post {key}") if role is not Role.RESIDENT else None,
        unit_id=unit,
        area_code=area,
        scope=scope_of(role, area),
    )


class Cast:
    """The people, as actors in their first post."""

    lin: Actor = _actor("lin", "林晓", Role.OFFICER, GRID_1, centre(COMMUNITY))
    chen: Actor = _actor("chen", "陈平", Role.OFFICER, GRID_2, centre(COMMUNITY))
    deng: Actor = _actor("deng", "邓川", Role.GRID_HEAD, COMMUNITY, centre(COMMUNITY))
    luo: Actor = _actor("luo", "罗敏", Role.CHIEF_GRID_HEAD, COMMUNITY, centre(COMMUNITY))
    wu: Actor = _actor("wu", "吴芳", Role.DESK, COMMUNITY, centre(COMMUNITY))
    mao: Actor = _actor("mao", "毛杰", Role.DESK, OTHER_COMMUNITY, centre(OTHER_COMMUNITY))
    zhao: Actor = _actor("zhao", "赵强", Role.DESK, TOWNSHIP, centre(TOWNSHIP))
    zhou: Actor = _actor("zhou", "周敏", Role.DESK, OTHER_TOWNSHIP, centre(OTHER_TOWNSHIP))
    sun: Actor = _actor("sun", "孙丽", Role.DESK, COUNTY, centre(COUNTY))
    tang: Actor = _actor("tang", "唐静", Role.DESK, OTHER_COUNTY, centre(OTHER_COUNTY))
    he: Actor = _actor("he", "何勇", Role.DESK, CITY, centre(CITY))
    guo: Actor = _actor("guo", "郭峰", Role.COMMANDER, COUNTY, centre(COUNTY))
    qian: Actor = _actor("qian", "钱伟", Role.HANDLER, COUNTY, URBAN)
    xu: Actor = _actor("xu", "徐兰", Role.UNIT_HEAD, COUNTY, URBAN)
    feng: Actor = _actor("feng", "冯军", Role.HANDLER, COUNTY, WATER)
    shen: Actor = _actor("shen", "沈阳", Role.HANDLER, OTHER_COUNTY, FOREIGN_URBAN)
    gao: Actor = _actor("gao", "高洁", Role.SUPERVISOR, COUNTY, centre(COUNTY))
    cao: Actor = _actor("cao", "曹磊", Role.INSPECTOR, CITY, centre(CITY))
    ding: Actor = _actor("ding", "丁宁", Role.ADMINISTRATOR, CITY, centre(CITY))
    li: Actor = _actor("li", "李梅", Role.RESIDENT, "", None)
    wang: Actor = _actor("wang", "王刚", Role.RESIDENT, "", None)
    public: Actor = PUBLIC_ACTOR
    machine: Actor = system_actor("测试执行者")

    def everybody(self) -> dict[str, Actor]:
        """By key, people only."""
        return {key: one for key, one in vars(Cast).items() if isinstance(one, Actor) and one.person_id}


CAST = Cast()


@transaction.atomic
def plant() -> None:
    """Write the city and its people. Runs once, as the owner, into the database tests are cloned from."""
    at = datetime(2024, 1, 1, tzinfo=BEIJING)
    open_areas([_area(code) for code in NAMES], on=DAY_ONE, at=at)
    _plant_units()
    load_standard(at)
    _drop_jobs()
    password_hash = QUICK.hash(PASSWORD)
    for key, actor in CAST.everybody().items():
        is_staff = actor.role is not Role.RESIDENT
        Person(id=actor.person_id, name=actor.name, is_staff=is_staff, created_at=at).save(force_insert=True)
        Account(
            id=id_of(f"account {key}"), username=key, password_hash=password_hash, person_id=actor.person_id
        ).save(force_insert=True)
        if actor.post_id:
            Post(
                id=actor.post_id,
                title=f"{NAMES[actor.area_code]}{actor.role.value}",
                role=actor.role.value,
                area_code=actor.area_code,
                unit_id=actor.unit_id,
            ).save(force_insert=True)
            Holding(post_id=actor.post_id, person_id=actor.person_id, from_on=DAY_ONE).save()


def in_post(actor: Actor, **changes: object) -> Actor:
    """The same person looking with other eyes, for tests of sight."""
    return replace(actor, **changes)  # type: ignore[arg-type]


def _area(code: str) -> NewArea:
    squares = [_square(i) for i, grid in enumerate(GRIDS) if grid.startswith(code)]
    outline = shapely.union_all(squares)
    return NewArea(
        code=code,
        name=NAMES[code],
        kind=AreaKind.URBAN,
        outline_wkb=shapely.to_wkb(outline),
        label_lon_lat=(outline.representative_point().x, outline.representative_point().y),
        households=120 * len(squares),
        people=350 * len(squares),
    )


def _square(index: int) -> shapely.Polygon:
    west = WEST + STEP * index
    return shapely.box(west, SOUTH, west + STEP, SOUTH + STEP)


def _drop_jobs() -> None:
    """Nobody waits for the news of the planting, and tests count jobs."""
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_jobs")


def _plant_units() -> None:
    for code in sorted((c for c in NAMES if len(c) <= 12), key=len):
        parent = {6: code[:4], 9: code[:6], 12: code[:9]}.get(len(code))
        Unit(
            id=centre(code),
            code=f"C{code}",
            name=f"{NAMES[code]}综治中心",
            kind=CENTRE,
            area_code=code,
            parent_id=centre(parent) if parent else None,
        ).save(force_insert=True)
    for unit_id, code, name, kind, area, government in [
        (URBAN, "U1", "资阳区城市管理和综合执法局", "urban_management", COUNTY, True),
        (WATER, "U2", "资阳区自来水公司", "water_company", COUNTY, False),
        (FOREIGN_URBAN, "U3", "赫山区城市管理和综合执法局", "urban_management", OTHER_COUNTY, True),
    ]:
        Unit(id=unit_id, code=code, name=name, kind=kind, area_code=area, is_government=government).save(
            force_insert=True
        )
