"""The demo's places: made up from the names of real communities, and marked so."""

from collections.abc import Callable, Iterator
from datetime import datetime

from jingwei.config.demo.organisation import TOWNSHIP
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.areas.models import Area
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.rules.kinds import PlaceKind
from jingwei.foundation.gazetteer.services.places import NewPlace, PlaceFacts, made
from jingwei.foundation.gazetteer.services.standing import lay_keys
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.codes import Level
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import Datum, position

SEEDER = system_actor("演示数据")
SOURCE = "demo"
BATCH = 500
IN_CAST_TOWNSHIP = (
    ("{short}路", PlaceKind.ROAD, 0.0012, 0.0),
    ("{short}小区", PlaceKind.ESTATE, 0.0, 0.001),
    ("{short}小学", PlaceKind.SCHOOL, -0.001, 0.0006),
    ("{short}菜市场", PlaceKind.MARKET, 0.0006, -0.001),
)


def seed_places(*, at: datetime, say: Callable[[str], object]) -> int:
    """Fill an empty gazetteer once. Returns how many places were made."""
    with eyes(SEEDER):
        if Place.objects.unscoped("the demo is seeded once").exists():
            return 0
        say("生成地名（演示数据） …")
        areas = Area.objects.filter(level=Level.COMMUNITY, valid_to_on=None, label_point__isnull=False)
        rows = list(_places(areas.order_by("code"), at))
        with work(SEEDER, Permission.MANAGE_LEDGER) as job:
            Place.objects.bulk_create(rows, batch_size=BATCH)
            for first in range(0, len(rows), BATCH):
                lay_keys(rows[first : first + BATCH])
            job.record_own("gazetteer.place:demo", places=len(rows))
    return len(rows)


def _places(areas: object, at: datetime) -> Iterator[Place]:
    """An office in every community; in the cast's township also what people name."""
    for area in areas:  # type: ignore[attr-defined]
        short = (
            area.name.removesuffix("社区居委会")
            .removesuffix("村委会")
            .removesuffix("社区")
            .removesuffix("村")
        )
        lon, lat = area.label_point.x, area.label_point.y
        yield from _made(f"{area.name}党群服务中心", PlaceKind.OFFICE, lon, lat, at, (f"{short}服务中心",))
        if area.code.startswith(TOWNSHIP) and len(short) > 1:
            for pattern, kind, east, north in IN_CAST_TOWNSHIP:
                yield from _made(pattern.format(short=short), kind, lon + east, lat + north, at, ())


def _made(
    name: str, kind: PlaceKind, lon: float, lat: float, at: datetime, aliases: tuple[str, ...]
) -> Iterator[Place]:
    facts = PlaceFacts(name, kind, aliases=aliases)
    try:
        yield made(SEEDER, NewPlace(facts, position(lon, lat, datum=Datum.WGS84), SOURCE), at=at)
    except DomainError:
        return  # beyond the city's border: the demo does without
