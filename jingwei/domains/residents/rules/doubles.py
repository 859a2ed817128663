"""Which two records may be of one person, by what stands in both exactly. Two different numbers are two people."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from uuid import UUID

LARGEST_GROUP = 30
"""Of more who share a key nothing is said: it is a key of a place, such as the telephone of a home."""


class Alike(StrEnum):
    """What two records share."""

    HOUSE = "house"  # 同名、同一处房屋
    GRID = "grid"  # 同名、同出生年份、同一网格
    PHONE = "phone"  # 同一电话，姓名同音，或性别和出生年份相同


@dataclass(frozen=True, slots=True)
class Sketch:
    """What of a record is compared. ``phones`` are digests."""

    resident_id: UUID
    name: str
    sound: str
    gender: str | None
    birth_year: int | None
    house_id: UUID | None
    area_code: str
    has_number: bool
    phones: frozenset[str]


@dataclass(frozen=True, slots=True)
class Double:
    """Two records that may be one person's; the first is the one that says more."""

    kept_id: UUID
    other_id: UUID
    alike: Alike


def alike(one: Sketch, two: Sketch) -> Alike | None:
    """What two records share, if it is enough to ask whether they are one person's."""
    if one.has_number and two.has_number:
        return None
    has_years = one.birth_year is not None and two.birth_year is not None
    is_same_year = has_years and one.birth_year == two.birth_year
    if one.name == two.name:
        if one.house_id is not None and one.house_id == two.house_id and (is_same_year or not has_years):
            return Alike.HOUSE
        if is_same_year and one.area_code == two.area_code:
            return Alike.GRID
    is_same_kind = is_same_year and one.gender is not None and one.gender == two.gender
    if one.phones & two.phones and (one.sound == two.sound or is_same_kind):
        return Alike.PHONE
    return None


def doubles_among(people: Sequence[Sketch]) -> list[Double]:
    """Every two of some people who may be one, each pair once, in the order given."""
    order = {one.resident_id: at for at, one in enumerate(people)}
    found: dict[tuple[UUID, UUID], Double] = {}
    for group in _groups(people):
        for one, two in combinations(group, 2):
            first, second = sorted((one, two), key=lambda each: order[each.resident_id])
            why = alike(first, second)
            if why is not None:
                kept, other = (second, first) if second.has_number else (first, second)
                found.setdefault(
                    (first.resident_id, second.resident_id),
                    Double(kept.resident_id, other.resident_id, why),
                )
    return sorted(found.values(), key=lambda one: (order[one.kept_id], order[one.other_id]))


def _groups(people: Iterable[Sketch]) -> list[list[Sketch]]:
    by_key: dict[str, list[Sketch]] = defaultdict(list)
    for one in people:
        by_key[one.name].append(one)
        for phone in one.phones:
            by_key[phone].append(one)
    return [group for group in by_key.values() if 2 <= len(group) <= LARGEST_GROUP]
