"""The demo's components and resources: made up, placed at random inside real grids' generated outlines, and marked so."""

import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.contrib.gis.geos import Point

from jingwei.config.demo.organisation import TOWNSHIP
from jingwei.domains.ledger.contracts import Condition, Deed
from jingwei.domains.ledger.models import Component, ComponentEntry, Resource, ResourceEntry
from jingwei.domains.ledger.queries.kinds import KindRow, component_kinds
from jingwei.domains.ledger.rules.components import next_due_on
from jingwei.domains.ledger.services.components import ComponentFacts, NewComponent, Serials, added
from jingwei.domains.ledger.services.placing import Standing
from jingwei.domains.ledger.services.resources import NewResource, ResourceFacts, added_resource
from jingwei.foundation.access.contracts import Permission, UnitBrief, system_actor
from jingwei.foundation.access.queries import units_within
from jingwei.foundation.areas.models import Area
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, ancestor_codes
from jingwei.kernel.geo import Datum, position

SEEDER = system_actor("演示数据")
SEED = 20260901
MADE_UP = "演示数据，随机生成"
NEAR_TYPES = (
    "0101",
    "0102",
    "0103",
    "0113",
    "0117",
    "0118",
    "0118",
    "0126",
    "0203",
    "0209",
    "0305",
    "0402",
    "0407",
)
FAR_TYPES = ("0118", "0305")
IN_CAST_TOWNSHIP, ELSEWHERE = 12, 2
CONDITIONS = [Condition.GOOD] * 44 + [Condition.WORN] * 4 + [Condition.DAMAGED] * 2 + [Condition.MISSING]
BATCH = 1000


def seed_ledger(*, at: datetime, say: Callable[[str], object]) -> int:
    """Fill an empty ledger once. Returns how many components were made."""
    with eyes(SEEDER):
        if Component.objects.unscoped("the demo is seeded once").exists():
            return 0
        draw = random.Random(SEED)
        kinds = {kind.code: kind for kind in component_kinds()}
        grids = list(
            Area.objects.filter(level=Level.GRID, valid_to_on=None, outline__isnull=False).order_by("code")
        )
        say("生成部件和资源（演示数据） …")
        with work(SEEDER, Permission.MANAGE_LEDGER) as job:
            made = list(_components(grids, kinds, draw, at))
            Component.objects.bulk_create(made, batch_size=BATCH)
            ComponentEntry.objects.bulk_create(list(_log(made, at)), batch_size=BATCH)
            resources = list(_resources(at))
            Resource.objects.bulk_create(resources, batch_size=BATCH)
            ResourceEntry.objects.bulk_create(
                [ResourceEntry(resource_id=row.pk, **_line(Deed.REGISTERED, at)) for row in resources]
            )
            job.record_own("ledger.component:demo", components=len(made), resources=len(resources))
    return len(made)


def _components(
    grids: list[Area], kinds: dict[str, KindRow], draw: random.Random, at: datetime
) -> Iterator[Component]:
    serials, keepers = Serials(), {}
    for grid in grids:
        is_near = grid.code.startswith(TOWNSHIP)
        county = grid.code[: Level.COUNTY]
        if county not in keepers:
            keepers[county] = _keeper(county)
        keeper = keepers[county]
        for number in range(IN_CAST_TOWNSHIP if is_near else ELSEWHERE):
            kind = kinds[draw.choice(NEAR_TYPES if is_near else FAR_TYPES)]
            facts = ComponentFacts(
                address=f"{grid.name} {number + 1}号点位",
                keeper_name=keeper.name if keeper else "环卫公司",
                maker=MADE_UP,
            )
            standing = standing_in(grid, draw)
            row = added(
                NewComponent(kind.code, standing.position, facts, condition=draw.choice(CONDITIONS)),
                kind,
                standing,
                serials=serials,
                at=at,
            )
            row.keeper_unit_id = keeper.unit_id if keeper else None
            row.inspected_at = at - timedelta(days=draw.randrange(1, 60), hours=draw.randrange(24))
            row.inspect_due_on = next_due_on(
                own_days=0, kind_days=kind.inspect_days, since_on=local(row.inspected_at).date()
            )
            yield row


def _log(made: list[Component], at: datetime) -> Iterator[ComponentEntry]:
    for row in made:
        yield ComponentEntry(component_id=row.pk, **_line(Deed.REGISTERED, at - timedelta(days=61)))
        inspected = _line(Deed.INSPECTED, row.inspected_at or at)
        yield ComponentEntry(component_id=row.pk, condition=row.condition, **inspected)


def _resources(at: datetime) -> Iterator[Resource]:
    """A post in every community; in the cast's township also what an emergency asks for."""
    rows = Area.objects.filter(
        level__in=[Level.COMMUNITY, Level.TOWNSHIP], valid_to_on=None, label_point__isnull=False
    )
    for area in rows.order_by("code"):
        plans = [("grid_station", f"{area.name}网格驿站", 20, "周一至周五 08:30-17:30；周六 09:00-12:00")]
        if area.level == Level.TOWNSHIP:
            plans = [
                ("police_room", f"{area.name}警务室", 4, "全天"),
                ("team", f"{area.name}应急分队", 15, "全天"),
            ]
        elif area.code.startswith(TOWNSHIP):
            plans += [
                ("hydrant", f"{area.name}消火栓", None, ""),
                ("shelter", f"{area.name}避难点", 300, "全天"),
            ]
        for number, (kind, name, capacity, hours) in enumerate(plans):
            standing = _at(area, area.label_point.x + number * 0.0004, area.label_point.y - number * 0.0003)
            facts = ResourceFacts(
                name=name, address=f"{area.name}（{MADE_UP}）", capacity=capacity, hours=hours
            )
            yield added_resource(NewResource(kind, standing.position, facts), standing, at=at)


def _keeper(county: str) -> UnitBrief | None:
    found = units_within(county, kind="urban_management", limit=1, cursor=None).rows
    return found[0] if found else None


def standing_in(grid: Area, draw: random.Random) -> Standing:
    """Somewhere inside; after some tries in the middle of a narrow one."""
    west, south, east, north = grid.outline.extent
    prepared = grid.outline.prepared
    for _ in range(50):
        lon, lat = draw.uniform(west, east), draw.uniform(south, north)
        if prepared.contains(Point(lon, lat, srid=4326)):
            return _at(grid, lon, lat)
    return _at(grid, grid.label_point.x, grid.label_point.y)


def _at(area: Area, lon: float, lat: float) -> Standing:
    given = position(round(lon, 6), round(lat, 6), datum=Datum.WGS84)
    return Standing(given, ancestor_codes(area.code), None)


def _line(deed: Deed, at: datetime) -> dict[str, object]:
    return {"deed": deed.value, "at": at, "actor_name": SEEDER.name, "remark": MADE_UP}
