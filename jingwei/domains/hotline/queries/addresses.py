"""Addresses for a few characters: areas by name, places of the gazetteer, and what was named in reports in one's area."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from jingwei.domains.hotline.rules.addresses import MOST_FOUND, asked, asked_pairs, plain
from jingwei.foundation.access.contracts import ANYWHERE, Actor
from jingwei.foundation.areas.queries import AreaFound, areas_named, path_names
from jingwei.foundation.gazetteer.contracts import Sort
from jingwei.foundation.gazetteer.queries import find_places
from jingwei.kernel.codes import Level

READ_AT_ONCE = 60
MOST_AREAS, MOST_PLACES = 4, 4
FIND = "select address, lon, lat, area_code, uses from jw_find_addresses(%s, %s)"


@dataclass(frozen=True, slots=True)
class AddressFound:
    """One suggestion. ``area_name`` says where it is, from the county down; an area has no ``address`` of its own."""

    address: str
    area_code: str
    area_name: str
    is_area: bool
    lon: float | None
    lat: float | None

    @property
    def grid_code(self) -> str | None:
        return self.area_code if len(self.area_code) == Level.GRID else None


def find_addresses(actor: Actor, words: str) -> list[AddressFound]:
    """What was meant by at least two characters: areas first, then known places, then addresses, the closest fit first.

    Among a million addresses of one county 1 to 31 ms (on a busy machine): docs/adr/0025 says how.
    Raises: WordsTooShort.
    """
    wanted = asked(words)
    within = "" if actor.scope in ("", ANYWHERE) else actor.scope
    areas = areas_named(wanted, within=within, limit=40)
    named = [area for area in areas if wanted in plain(area.name) or plain(area.name).startswith(wanted)]
    inside = [area for area in areas if plain(area.name) in wanted and plain(area.name) != wanted]
    rows = _addresses(words, inside)
    rows += [row for row in _addresses(words, []) if row not in rows] if inside else []
    places = _places(words, within)
    told = {plain(one.address) for one in places}
    rows = [row for row in rows if plain(row[0]) not in told]
    left = MOST_FOUND - min(len(named), MOST_AREAS) - len(places)
    rows = sorted(rows, key=lambda row: _rank(row, wanted))[:left]
    paths = path_names({area.code for area in named[:MOST_AREAS]} | {row[3] for row in rows})
    return [
        AddressFound(
            address="",
            area_code=area.code,
            area_name=paths.get(area.code, area.name),
            is_area=True,
            lon=area.lon,
            lat=area.lat,
        )
        for area in named[:MOST_AREAS]
    ] + [
        *places,
        *_shown(rows, paths),
    ]


def _places(words: str, within: str) -> list[AddressFound]:
    """Places by any of their names, sound and slips included; those of one's own area."""
    found = find_places(words, within=within, most=MOST_FOUND)
    return [
        AddressFound(one.name, one.area_code, one.area_name, False, one.lon, one.lat)
        for one in found
        if one.sort is Sort.PLACE
    ][:MOST_PLACES]


def _shown(rows: list[tuple[Any, ...]], paths: dict[str, str]) -> list[AddressFound]:
    return [
        AddressFound(
            address=address,
            area_code=code,
            area_name=paths.get(code, ""),
            is_area=False,
            lon=lon,
            lat=lat,
        )
        for address, lon, lat, code, _uses in rows
    ]


def _addresses(words: str, inside: list[AreaFound]) -> list[tuple[Any, ...]]:
    """Rows that hold every pair; where an area is named, only those of it, by what stands beside its name."""
    pairs = asked_pairs(words, [area.name for area in inside])
    if not pairs:
        return []
    with connection.cursor() as cursor:
        cursor.execute(FIND, [pairs, READ_AT_ONCE])
        rows = cursor.fetchall()
    deepest = max((area.code for area in inside), key=len, default="")
    return [row for row in rows if row[3].startswith(deepest)]


def _rank(row: tuple[Any, ...], wanted: str) -> tuple[int, int, int, str]:
    """Beginning with it, then holding it in one piece, then in pieces; often named before rarely, short before long."""
    address = plain(row[0])
    kind = 0 if address.startswith(wanted) else 1 if wanted in address else 2
    return kind, -row[4], len(address), row[0]
