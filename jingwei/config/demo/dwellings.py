"""The demo's buildings and houses: two estates with plans and some houses with doors of their own; made up, marked so."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from jingwei.config.demo.ledger import MADE_UP, SEEDER, standing_in
from jingwei.config.demo.organisation import COMMUNITY, OTHER_COMMUNITY
from jingwei.domains.dwellings.contracts import BUILDING, HOUSE
from jingwei.domains.dwellings.models import Building, BuildingChange, House, HouseChange
from jingwei.domains.dwellings.rules.addresses import Parts
from jingwei.domains.dwellings.services.buildings import NewBuilding, added
from jingwei.domains.dwellings.services.houses import NewHouse, register_house
from jingwei.domains.dwellings.services.keeping import line
from jingwei.domains.dwellings.services.plans import keep_plan
from jingwei.domains.dwellings.services.standing import AddressGiven
from jingwei.foundation.access.contracts import Permission
from jingwei.foundation.areas.models import Area
from jingwei.foundation.forms.services.recording import next_due
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.codes import Level

SEED = 20261001
ESTATES = (
    (COMMUNITY, "示范北路", "8", "明湖花园", 4),
    (OTHER_COMMUNITY, "示范南路", "21", "文昌苑", 3),
)
PLAN = {
    "units": [
        {"label": "1", "first": 1, "last": 6, "rooms": 2},
        {"label": "2", "first": 1, "last": 6, "rooms": 2},
    ],
}
WITH_SHOPS = PLAN | {
    "shops": 3,
    "missing": ["1/101", "1/102", "2/101", "2/102"],
    "merged": [["2/601", "2/602"]],
}
TENURES = ["own"] * 12 + ["let"] * 5 + ["vacant"] * 2 + ["lent"]
OWN_DOORS = 12
LATE_DAYS = 400


def seed_dwellings(*, at: datetime, say: Callable[[str], object]) -> int:
    """Fill the empty tables once. Returns how many houses were made."""
    with eyes(SEEDER):
        if Building.objects.unscoped("the demo is seeded once").exists():
            return 0
        say("生成楼栋、楼盘图和房屋（演示数据） …")
        draw = random.Random(SEED)
        began = at - timedelta(days=LATE_DAYS)
        with work(SEEDER, Permission.KEEP_DWELLINGS) as job:
            made = list(_buildings(draw, began))
            Building.objects.bulk_create(made)
            BuildingChange.objects.bulk_create(
                [line(SEEDER, row, RecordDeed.REGISTERED, at=began, source="desk") for row in made]
            )
            job.record_own("dwellings.building:demo", buildings=len(made))
        for number, row in enumerate(made):
            plan = WITH_SHOPS if number % 2 == 0 else PLAN
            keep_plan(SEEDER, row.pk, plan, version=1, source="desk", at=began)
        _own_doors(draw, began)
        return _lived_in(draw, at)


def _buildings(draw: random.Random, at: datetime) -> Iterator[Building]:
    for community, road, number, estate, blocks in ESTATES:
        grids = list(_grids(community))
        for block in range(1, blocks + 1):
            grid = grids[(block - 1) // 2 % len(grids)]
            parts = Parts(road=road, number=number, estate=estate, block=str(block))
            standing = standing_in(grid, draw)
            new = NewBuilding(
                AddressGiven(parts=parts),
                standing.position,
                {
                    "name": f"{estate}{block}号楼",
                    "structure": "3",
                    "use": "11",
                    "floors_above": 6,
                    "built_year": draw.choice([1998, 2006, 2015]),
                },
                aliases=(f"{MADE_UP[:4]}宿舍{block}栋",) if estate == "文昌苑" else (),
            )
            yield added(new, standing, source="desk", at=at)


def _own_doors(draw: random.Random, at: datetime) -> None:
    for community, road, *_ in ESTATES:
        grids = list(_grids(community))
        for number in range(OWN_DOORS // 2):
            given = standing_in(grids[number % len(grids)], draw).position
            new = NewHouse(AddressGiven(f"{road}{30 + number}号"), {"use": "12"}, position=given)
            register_house(SEEDER, new, source="desk", at=at)


def _lived_in(draw: random.Random, at: datetime) -> int:
    """How each house is used, and when somebody last saw it: most of them lately, some too long ago."""
    rows = list(House.objects.unscoped("the demo's own").order_by("sort", "id"))
    lines = []
    for row in rows:
        row.tenure = "business" if row.use == "30" else draw.choice(TENURES)
        row.area_m2 = draw.randrange(60, 140)
        seen = at - timedelta(days=draw.choice([12, 30, 90, 150, 150, 260]))
        row.seen_at, row.due_on = seen, next_due(HOUSE, seen)
        row.version += 1
        facts = {"tenure": [None, row.tenure], "area_m2": [None, str(row.area_m2)]}
        lines.append(line(SEEDER, row, RecordDeed.CHANGED, at=seen, source="visit", facts=facts))
    buildings = list(Building.objects.unscoped("the demo's own").order_by("sort", "id"))
    for building in buildings[1:]:
        building.seen_at = at - timedelta(days=draw.randrange(5, 200))
        building.due_on = next_due(BUILDING, building.seen_at)
    Building.objects.unscoped("the demo's own").bulk_update(buildings, ["seen_at", "due_on"])
    with work(SEEDER, Permission.KEEP_DWELLINGS) as job:
        columns = ["tenure", "area_m2", "seen_at", "due_on", "version"]
        House.objects.unscoped("the demo's own").bulk_update(rows, columns, batch_size=500)
        HouseChange.objects.bulk_create(lines, batch_size=500)
        job.record_own("dwellings.house:demo", houses=len(rows))
    return len(rows)


def _grids(community: str) -> Iterator[Area]:
    rows = Area.objects.filter(level=Level.GRID, valid_to_on=None, outline__isnull=False)
    yield from rows.filter(code__startswith=community, kind="urban").order_by("code") or rows.filter(
        code__startswith=community
    ).order_by("code")
