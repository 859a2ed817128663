"""Making the landmarks that everybody may be shown from the addresses that were named in reports."""

from collections import defaultdict
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from django.contrib.gis.geos import Point
from django.db import connection

from jingwei.domains.hotline.models import KnownPlace
from jingwei.domains.hotline.rules.addresses import pairs_of, without_areas
from jingwei.domains.hotline.rules.landmarks import LEAST_REPORTS, landmarks_in
from jingwei.foundation.access.contracts import Permission, system_actor
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.work import work
from jingwei.kernel.codes import Level

SURVEYOR = system_actor("地标整理")
BATCH = 2000
DECIMALS = 4
"""About ten metres: a landmark is a road or an estate, not somebody's door."""

READ = """
select coalesce(community_code, scope_code), text, uses, st_x(position), st_y(position)
  from hotline_knownaddress
"""


@dataclass(slots=True)
class _Named:
    reports: int = 0
    lons: list[float] = field(default_factory=list)
    lats: list[float] = field(default_factory=list)


def learn_places() -> int:
    """Make all landmarks anew; returns how many several reports have named."""
    with work(SURVEYOR, Permission.SWEEP_CLOCKS) as job:
        found = _named()
        rows = [
            KnownPlace(
                area_code=area, text=text, position=_middle(one), pairs=pairs_of(text), uses=one.reports
            )
            for (area, text), one in found.items()
            if one.reports >= LEAST_REPORTS
        ]
        KnownPlace.objects.all().delete()
        KnownPlace.objects.bulk_create(rows, batch_size=BATCH)
        job.record_own("hotline.place:learn", act="learn", count=len(rows))
    return len(rows)


def _named() -> dict[tuple[str, str], _Named]:
    found: dict[tuple[str, str], _Named] = defaultdict(_Named)
    with connection.cursor() as cursor:
        cursor.execute(READ)
        while rows := cursor.fetchmany(BATCH):
            codes = {row[0][:length] for row in rows for length in Level if length <= len(row[0])}
            names = names_of(codes)
            for row in rows:
                _count(found, row, names)
    return found


def _count(found: dict[tuple[str, str], _Named], row: tuple[Any, ...], names: dict[str, str]) -> None:
    area, address, uses, lon, lat = row
    areas = [names[area[:length]] for length in Level if area[:length] in names]
    for landmark in landmarks_in(without_areas(address, areas)):
        one = found[area, landmark]
        one.reports += uses
        if lon is not None:
            one.lons.append(lon)
            one.lats.append(lat)


def _middle(one: _Named) -> Point | None:
    """The median in both directions: one wrong pin does not move it."""
    if not one.lons:
        return None
    return Point(round(median(one.lons), DECIMALS), round(median(one.lats), DECIMALS), srid=4326)
