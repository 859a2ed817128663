"""Addresses put onto rows: read from what was given, checked, and free within their county."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import connection

from jingwei.domains.dwellings.models import Building, Door, House
from jingwei.domains.dwellings.models.door import PARTS
from jingwei.domains.dwellings.queries.finding import search_pairs
from jingwei.domains.dwellings.rules.addresses import (
    LONGEST,
    Parts,
    cleaned,
    parse,
    shown,
    sort_of,
    stem_of,
    tail_of,
)
from jingwei.domains.dwellings.rules.refusals import AddressTaken, AddressUnclear
from jingwei.domains.ledger.services.placing import PLACE_COLUMNS
from jingwei.foundation.areas.queries import ancestors_of, names_of

ADDRESS_COLUMNS = (*PARTS, "address", "aliases", "stem", "tail", "sort", "pairs")
STANDING_COLUMNS = (*PLACE_COLUMNS, "special_grid_code", "datum", "accuracy_m")
LABELS = {
    "road": ("路或村组", "road or village"),
    "number": ("门牌号", "number"),
    "estate": ("小区", "estate"),
    "block": ("楼栋", "building"),
    "unit": ("单元", "unit"),
    "floor": ("层", "floor"),
    "room": ("室", "room"),
}


@dataclass(frozen=True, slots=True)
class AddressGiven:
    """An address as it was handed in: as people write it, or by its parts where somebody has corrected the reading."""

    text: str = ""
    parts: Parts = field(default_factory=Parts)


def read_address(given: AddressGiven, area_code: str) -> Parts:
    """The parts of an address that stands in an area. Raises: AddressUnclear."""
    names = [one.name for one in ancestors_of(area_code)]
    parts = cleaned(given.parts) if given.parts else parse(given.text, names)
    written = shown(parts) or given.text
    for name, longest in LONGEST.items():
        if len(getattr(parts, name)) > longest:
            zh, en = LABELS[name]
            raise AddressUnclear(
                text=written[:60],
                reason=f"“{zh}”最多{longest}个字",
                reason_en=f"the {en} has {longest} characters at most",
            )
    if not (parts.road or parts.estate):
        raise AddressUnclear(
            text=written[:60], reason="缺少路名、村组或小区", reason_en="a road, village or estate is missing"
        )
    return parts


def require_building(parts: Parts) -> Parts:
    """A building's address ends with the building. Raises: AddressUnclear."""
    if parts.is_inside:
        raise AddressUnclear(
            text=shown(parts)[:60],
            reason="楼栋的地址写到楼为止，不写单元和室号",
            reason_en="a building's address ends with the building, without unit and room",
        )
    if not (parts.block or parts.number or parts.estate):
        raise AddressUnclear(
            text=shown(parts)[:60],
            reason="缺少门牌号、小区或楼号",
            reason_en="a number, estate or block is missing",
        )
    return parts


def require_door(parts: Parts) -> Parts:
    """A house of its own has a number or something inside a building. Raises: AddressUnclear."""
    if not (parts.number or parts.block or parts.is_inside):
        raise AddressUnclear(
            text=shown(parts)[:60], reason="缺少门牌号", reason_en="the number of the door is missing"
        )
    return parts


def set_address(row: Door, parts: Parts, aliases: Sequence[str] | None = None) -> None:
    """Write an address onto a row, and everything by which it is compared, sorted and found."""
    for name in PARTS:
        setattr(row, name, getattr(parts, name))
    if aliases is not None:
        row.aliases = list(dict.fromkeys(one.strip() for one in aliases if one.strip()))
    row.address, row.stem, row.tail = shown(parts), stem_of(parts), tail_of(parts)
    row.sort = sort_of(parts)
    name = row.name if isinstance(row, Building) else ""
    is_inside = isinstance(row, House) and row.building_id is not None
    row.pairs = [] if is_inside else search_pairs(parts, row.aliases, name)


def require_free(row: Door) -> None:
    """Held until the transaction ends, so that two who register at once do not register one door twice.

    Raises: AddressTaken.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(hashtextextended('dwellings.address ' || %s, 0))",
            [f"{row.county_code} {row.stem}"],
        )
    if taken([row]):
        raise AddressTaken(address=row.address)


def taken(rows: Sequence[Door]) -> set[int]:
    """Which of some rows have an address that is registered in their county already (positions in ``rows``)."""
    found: set[int] = set()
    for start in range(0, len(rows), 1000):
        part = rows[start : start + 1000]
        with connection.cursor() as cursor:
            cursor.execute(
                "select at from jw_dwellings_taken(%s, %s, %s)",
                [[row.county_code for row in part], [row.stem for row in part], [row.tail for row in part]],
            )
            found |= {start + row[0] - 1 for row in cursor.fetchall()}
    return found


def told_place(row: Door) -> dict[str, str]:
    """Where a row stands, as its history tells it."""
    area = names_of({row.scope_code}).get(row.scope_code, row.scope_code)
    return {
        "address": row.address,
        "aliases": "、".join(row.aliases),
        "position": f"{row.position.x:.6f},{row.position.y:.6f}",
        "area": area,
    }
