"""Which due records are gone round for next: the oldest first, a building at a time, never more than somebody can do."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jingwei.foundation.forms.contracts import RecordAtDoor

A_DAY = 40
"""Records that one person is asked to see in a day: two or three staircases, beside everything else they do."""
SOME_DAYS = 3
"""After how many days somebody is called on again where nobody was at home."""


@dataclass(frozen=True, slots=True)
class Due:
    """A record that is due. ``place`` is the building, or the door in the street; ``door`` the flat inside it."""

    kind: str
    record_id: UUID
    due_on: date
    place: str
    door: str
    sort: str


def due_of(one: RecordAtDoor, due_on: date) -> Due:
    return Due(one.kind, one.record_id, due_on, place_of(one), door_of(one), one.sort)


def place_of(one: RecordAtDoor) -> str:
    """The key of what makes one collection task."""
    return f"b:{one.building_id}" if one.building_id is not None else f"s:{one.stem}"


def door_of(one: RecordAtDoor) -> str:
    """The key of one door: a house with all who live in it, or an address."""
    if one.house_id is not None:
        return f"h:{one.house_id}"
    return "" if one.record_id == one.building_id else f"a:{one.address}"


def chosen(due: Iterable[Due], *, room: int, day: int = A_DAY) -> list[Due]:
    """As many as there is room for, in the order of going: the place with the oldest first, in it the door with the oldest.

    A place is gone through before the next one. A door is not split, unless it alone is more than a whole day's work.
    """
    places: dict[str, dict[str, list[Due]]] = defaultdict(lambda: defaultdict(list))
    for one in due:
        places[one.place][one.door].append(one)
    taken: list[Due] = []
    for doors in sorted(places.values(), key=lambda one: min(_first(door) for door in one.values())):
        for door in sorted(doors.values(), key=_first):
            left = room - len(taken)
            if len(door) > left:
                is_huge = not taken and len(door) > day
                return sorted(door, key=_key)[: max(0, left)] if is_huge else taken
            taken += sorted(door, key=_key)
    return taken


def rooms(heads: Mapping[str, Collection[UUID]]) -> dict[str, int]:
    """How many records the people of each grid can see in a day; whoever has several grids shares their day among them."""
    grids_of: dict[UUID, int] = defaultdict(int)
    for people in heads.values():
        for one in set(people):
            grids_of[one] += 1
    return {code: sum(A_DAY // grids_of[one] for one in set(people)) for code, people in heads.items()}


def _key(one: Due) -> tuple[date, str, str, UUID]:
    return one.due_on, one.sort, one.kind, one.record_id


def _first(door: Iterable[Due]) -> tuple[date, str, str, UUID]:
    return min(_key(one) for one in door)
