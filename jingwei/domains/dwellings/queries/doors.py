"""Addresses that lead to no registered house, read the same way as those that do."""

from dataclasses import dataclass

from jingwei.domains.dwellings.rules.addresses import parse, shown, sort_of, stem_of
from jingwei.foundation.areas.queries import names_of
from jingwei.kernel.codes import Level


@dataclass(frozen=True, slots=True)
class ReadDoor:
    """The key of the door in the street, how people write it, and its place in the order of counting."""

    stem: str
    stands_at: str
    sort: str


def read_door(address: str, area_code: str) -> ReadDoor:
    """An address as somebody wrote it, below the names of the areas that it may begin with."""
    codes = [area_code[: int(level)] for level in Level if int(level) <= len(area_code)]
    names = names_of(set(codes))
    parts = parse(address, [names[code] for code in codes if code in names])
    return ReadDoor(stem_of(parts), shown(parts.of_building), sort_of(parts))
