"""What other apps may know of buildings and houses, and what they are asked for in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission

BUILDING = "dwellings.building"
HOUSE = "dwellings.house"
"""Keys of the two kinds of record: forms, imports and histories go by them."""


@dataclass(frozen=True, slots=True)
class HouseCard:
    """A house as other apps may name it. ``area_code`` is the deepest area it lies in today.

    ``stem`` is the key of its building or of its door in the street, ``stands_at`` the same as people write it, and
    ``sort`` its place in the order of counting.
    """

    house_id: UUID
    building_id: UUID | None
    address: str
    unit: str
    room: str
    area_code: str
    lon: float
    lat: float
    is_ended: bool
    stem: str
    stands_at: str
    sort: str


@dataclass(frozen=True, slots=True)
class UsedBy:
    """Where a house or a building is used: so many of a kind, and the page that lists them."""

    label_zh: str
    label_en: str
    count: int
    path: str = ""
    permission: Permission | None = None
    """Who may be told of it; None for everybody within sight."""


class Occupancy(Protocol):
    """How many people live in each of some houses, as far as the asker may count them; houses without any are left out.

    None where the asker may not count people at all.
    """

    def __call__(self, actor: Actor, house_ids: Sequence[UUID]) -> Mapping[UUID, int] | None: ...


class Usage(Protocol):
    """Where one house (kind ``HOUSE``) or building (kind ``BUILDING``) is used by another app, within the asker's sight."""

    def __call__(self, actor: Actor, kind: str, record_id: UUID) -> Sequence[UsedBy]: ...


class Follower(Protocol):
    """Whose rows stand on houses. Both are called inside the transaction of the deed, with its actor's eyes."""

    def merged(self, actor: Actor, house_id: UUID, into_id: UUID, *, at: datetime) -> None:
        """A house was found to be the same as another: what stood on it stands on the other from now on."""

    def moved(self, actor: Actor, house_ids: Sequence[UUID], *, at: datetime) -> None:
        """Where houses stand was corrected: rows that take their areas from them follow (``house_cards``)."""
