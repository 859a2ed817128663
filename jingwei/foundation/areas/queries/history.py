"""The division as it was on any day, and the days on which it changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from jingwei.foundation.areas.contracts import AreaKind, Layer
from jingwei.foundation.areas.models import Area

VERSION_COLUMNS = """
select a.id, a.code, a.name, a.level, a.kind, a.parent_code, a.households, a.people, a.is_outline_generated,
       a.valid_from_on, a.valid_to_on, ST_AsBinary(a.outline), ST_X(a.label_point), ST_Y(a.label_point)
  from areas_area a
"""
STANDING_ON = (
    VERSION_COLUMNS
    + """
 where starts_with(a.code, %(within)s)
   and case when %(on)s::date is null then a.valid_to_on is null
            else a.valid_from_on <= %(on)s::date and (a.valid_to_on is null or a.valid_to_on > %(on)s::date) end
 order by a.code
"""
)
DAYS = """
with began as (
  select valid_from_on as day, code, exists (select 1 from areas_area b where b.code = a.code
            and b.valid_to_on = a.valid_from_on) as goes_on
    from areas_area a where starts_with(code, %(within)s)),
ended as (
  select valid_to_on as day, code from areas_area a
   where starts_with(code, %(within)s) and valid_to_on is not null
     and not exists (select 1 from areas_area b where b.code = a.code and b.valid_from_on = a.valid_to_on))
select day, sum(opened)::int, sum(closed)::int, sum(changed)::int from (
  select day, (not goes_on)::int as opened, 0 as closed, goes_on::int as changed from began
  union all select day, 0, 1, 0 from ended) told
 group by day order by day
"""


@dataclass(frozen=True, slots=True)
class AreaVersion:
    """An area as it was from a day until a day (exclusive; None: still). ``outline_wkb`` is WGS-84."""

    id: int
    code: str
    name: str
    level: int
    kind: AreaKind
    parent_code: str
    households: int | None
    people: int | None
    is_outline_generated: bool
    valid_from_on: date
    valid_to_on: date | None
    outline_wkb: bytes | None
    label_lon_lat: tuple[float, float] | None

    @property
    def layer(self) -> Layer | None:
        """Which layer of grids it belongs to; none above the township."""
        return Layer.of(self.code, self.kind)


@dataclass(frozen=True, slots=True)
class DivisionDay:
    """A day on which areas were opened, closed or changed."""

    on: date
    opened: int
    closed: int
    changed: int


def areas_on(within: str, *, on: date | None = None) -> list[AreaVersion]:
    """An area and everything in it, as it was on a day (None: as it stands now), by code."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING_ON, {"within": within, "on": on})
        return [_version(row) for row in cursor.fetchall()]


def open_areas_within(codes: Iterable[str]) -> set[str]:
    """Those of these codes that stand open now."""
    rows = Area.objects.filter(code__in=set(codes), valid_to_on=None)
    return set(rows.values_list("code", flat=True))


def households_within(area_code: str) -> list[tuple[str, int | None]]:
    """An area and everything in it that stands now: code and households (None where nobody counted them); by code."""
    rows = Area.objects.filter(code__startswith=area_code, valid_to_on=None)
    return list(rows.order_by("code").values_list("code", "households"))


def codes_ever_within(area_code: str) -> dict[str, str]:
    """Every code in an area, past and present, with the last name it stood for."""
    rows = Area.objects.filter(code__startswith=area_code).order_by("code", "valid_from_on")
    return dict(rows.values_list("code", "name"))


def division_days(within: str) -> list[DivisionDay]:
    """The days on which anything in an area changed, the oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(DAYS, {"within": within})
        return [DivisionDay(*row) for row in cursor.fetchall()]


def edition_number() -> int:
    """How often the division was published; whoever keeps something made of it compares this number."""
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(max(number), 0) from areas_edition")
        return int(cursor.fetchone()[0])


def _version(row: tuple[Any, ...]) -> AreaVersion:
    return AreaVersion(
        id=row[0],
        code=row[1],
        name=row[2],
        level=row[3],
        kind=AreaKind(row[4]),
        parent_code=row[5],
        households=row[6],
        people=row[7],
        is_outline_generated=row[8],
        valid_from_on=row[9],
        valid_to_on=row[10],
        outline_wkb=bytes(row[11]) if row[11] is not None else None,
        label_lon_lat=(row[12], row[13]) if row[12] is not None else None,
    )
