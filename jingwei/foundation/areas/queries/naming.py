"""What areas are called, what lies in them and beside them."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q

from jingwei.foundation.areas.contracts import AreaBrief, AreaKind, AreaOutline
from jingwei.foundation.areas.models import Area
from jingwei.foundation.areas.rules import AreaUnknown
from jingwei.foundation.memory.services import Kept
from jingwei.kernel.codes import Level, level_of, parent_of

OUTLINES_AROUND = """
select a.code, a.name, a.kind,
       case when a.code = %(code)s then 'self' when a.parent_code = %(code)s then 'child' else 'beside' end,
       ST_AsGeoJSON(ST_SimplifyPreserveTopology(a.outline, %(tolerance)s), 5)
  from areas_area a
 where a.valid_to_on is null and a.outline is not null
   and (a.code = %(code)s or a.parent_code = %(code)s or a.parent_code = %(parent)s)
 order by a.code
"""
OUTLINE_TOLERANCE = {Level.CITY: 0.002, Level.COUNTY: 0.0005, Level.TOWNSHIP: 0.0002}
"""How much of a border may be straightened, in degrees: what one sees at the scale the area is shown in."""
FINE_TOLERANCE = 0.00003


NAMES: Kept[dict[str, str]] = Kept("areas", dict)
"""Names of open versions by code, as they were asked for. Whoever publishes an edition forgets them."""


def area_by_code(code: str, *, on: date | None = None) -> Area:
    """The version of an area in force today, or on a day. Raises: AreaUnknown."""
    if on is None:
        found = Area.objects.defer("outline").filter(code=code, valid_to_on=None).first()
    else:
        versions = Area.objects.defer("outline").filter(code=code, valid_from_on__lte=on)
        found = versions.filter(Q(valid_to_on=None) | Q(valid_to_on__gt=on)).first()
    if found is None:
        raise AreaUnknown(code=code)
    return found


def children_of(code: str | None) -> list[AreaBrief]:
    """The areas directly below ``code``; without one, the city itself."""
    rows = Area.objects.filter(valid_to_on=None)
    rows = rows.filter(parent_code=code) if code else rows.filter(level=Level.CITY)
    return [
        AreaBrief(code=r[0], name=r[1], kind=AreaKind(r[2]))
        for r in rows.order_by("code").values_list("code", "name", "kind")
    ]


def names_of(codes: set[str]) -> dict[str, str]:
    """Names of open versions, by code: every list asks for them."""
    kept = NAMES.get()
    missing = codes - kept.keys()
    if missing:
        rows = Area.objects.filter(code__in=missing, valid_to_on=None)
        kept.update(rows.values_list("code", "name"))
    return {code: kept[code] for code in codes if code in kept}


def path_name(code: str) -> str:
    """The area's name with its ancestors below the city, as people say it: 资阳区 汽车路街道 …"""
    lengths = [int(level) for level in Level if int(level) <= len(code)]
    names = names_of({code[:n] for n in lengths})
    return " ".join(names[code[:n]] for n in lengths if code[:n] in names and (n > 4 or n == len(code)))


@dataclass(frozen=True, slots=True)
class AreaFound:
    """An area found by its name, with the point where it is labelled."""

    code: str
    name: str
    lon: float | None
    lat: float | None


NAMED = """
select code, name, st_x(label_point), st_y(label_point) from areas_area
 where valid_to_on is null and starts_with(code, %(within)s)
   and (strpos(name, %(words)s) > 0 or (length(name) > 1 and strpos(%(words)s, name) > 0))
 order by name = %(words)s desc, starts_with(name, %(words)s) desc, level, code limit %(limit)s
"""


def areas_named(words: str, *, within: str, limit: int) -> list[AreaFound]:
    """Areas whose name holds the words, or is held by them; the exact name first, wide areas before narrow ones.

    Read through: a city has some thousand areas, and any two characters must be found (5 ms among 8,000).
    """
    with connection.cursor() as cursor:
        cursor.execute(NAMED, {"words": words, "within": within, "limit": limit})
        return [AreaFound(*row) for row in cursor.fetchall()]


def path_names(codes: set[str]) -> dict[str, str]:
    """``path_name`` of many areas at once."""
    lengths = [int(level) for level in Level]
    names = names_of({code[:n] for code in codes for n in lengths if n <= len(code)})
    return {
        code: " ".join(
            names[code[:n]]
            for n in lengths
            if n <= len(code) and code[:n] in names and (n > Level.CITY or n == len(code))
        )
        for code in codes
    }


def ancestors_of(code: str) -> list[AreaBrief]:
    """The area itself and those above it, from the city down (open versions)."""
    codes = [code[: int(level)] for level in Level if int(level) <= len(code)]
    rows = Area.objects.filter(code__in=codes, valid_to_on=None).order_by("level")
    return [
        AreaBrief(code=row[0], name=row[1], kind=AreaKind(row[2]))
        for row in rows.values_list("code", "name", "kind")
    ]


def outlines_around(code: str) -> list[AreaOutline]:
    """An area with what lies directly in it and beside it, as drawn; nothing where no borders are known.

    Raises: AreaUnknown.
    """
    area_by_code(code)
    values = {
        "code": code,
        "parent": parent_of(code) or "",
        "tolerance": OUTLINE_TOLERANCE.get(level_of(code), FINE_TOLERANCE),
    }
    with connection.cursor() as cursor:
        cursor.execute(OUTLINES_AROUND, values)
        return [AreaOutline(r[0], r[1], AreaKind(r[2]), r[3], r[4]) for r in cursor.fetchall()]


def city_codes() -> list[str]:
    """The codes of the cities of this installation (one, as a rule)."""
    rows = Area.objects.filter(level=Level.CITY, valid_to_on=None)
    return list(rows.order_by("code").values_list("code", flat=True))
