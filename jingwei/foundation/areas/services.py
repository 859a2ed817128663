"""Writes of territory. They stand below ``work``; administration and the seeds call them inside one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.gis.geos import GEOSGeometry, MultiPolygon, Point

from jingwei.foundation.areas.contracts import AreaKind
from jingwei.foundation.areas.models import Area, Edition
from jingwei.foundation.areas.queries.locating import DIVISION
from jingwei.kernel.codes import level_of, parent_of


@dataclass(frozen=True, slots=True)
class NewArea:
    """An area to be opened. ``outline_wkb`` is WGS-84 polygon or multipolygon; None where nothing is drawn."""

    code: str
    name: str
    kind: AreaKind
    outline_wkb: bytes | None = None
    label_lon_lat: tuple[float, float] | None = None
    is_outline_generated: bool = False
    households: int | None = None
    people: int | None = None


def open_areas(new: Iterable[NewArea], *, on: date, at: datetime) -> int:
    """Open the first versions of areas and publish an edition. Returns how many. Raises: BadCode."""
    rows = [_row(area, on) for area in new]
    Area.objects.bulk_create(rows, batch_size=500)
    publish_edition(at=at)
    return len(rows)


def change_areas(
    *, ended: Iterable[int], opened: Iterable[NewArea], on: date, at: datetime
) -> dict[str, int]:
    """End versions and begin others on a day, as one edition. Returns the new versions' ids by code."""
    Area.objects.filter(pk__in=list(ended)).update(valid_to_on=on)
    rows = Area.objects.bulk_create([_row(area, on) for area in opened], batch_size=500)
    publish_edition(at=at)
    return {row.code: row.pk for row in rows}


def take_areas_back(*, begun: Iterable[int], ended: Iterable[int], at: datetime) -> None:
    """Undo a change on the very day it was made: nobody has lived by it, so no version of it stays."""
    Area.objects.filter(pk__in=list(begun)).delete()
    Area.objects.filter(pk__in=list(ended)).update(valid_to_on=None)
    publish_edition(at=at)


def begin_areas_again(*, begun: Iterable[int], ended: Iterable[int], on: date, at: datetime) -> None:
    """Undo a change of an earlier day: its versions end today, and those before it begin once more."""
    Area.objects.filter(pk__in=list(begun)).update(valid_to_on=on)
    again = list(Area.objects.filter(pk__in=list(ended)))
    for row in again:
        row.pk, row.valid_from_on, row.valid_to_on = None, on, None
        row._state.adding = True
    Area.objects.bulk_create(again, batch_size=500)
    publish_edition(at=at)


def publish_edition(*, at: datetime) -> int:
    """Tell every process that the division changed. Returns the edition's number."""
    edition = Edition.objects.select_for_update().order_by("pk").first()
    if edition is None:
        edition = Edition(number=0)
    edition.number += 1
    edition.changed_at = at
    edition.save()
    DIVISION.forget_when_committed()
    return edition.number


def _row(area: NewArea, on: date) -> Area:
    outline = GEOSGeometry(memoryview(area.outline_wkb), srid=4326) if area.outline_wkb else None
    if outline is not None and outline.geom_type == "Polygon":
        outline = MultiPolygon(outline, srid=4326)
    return Area(
        code=area.code,
        name=area.name,
        level=level_of(area.code),
        parent_code=parent_of(area.code) or "",
        kind=area.kind,
        outline=outline,
        label_point=Point(*area.label_lon_lat, srid=4326) if area.label_lon_lat else None,
        is_outline_generated=area.is_outline_generated,
        households=area.households,
        people=area.people,
        valid_from_on=on,
    )
