"""What other apps may know of the ledger: things of the city that stand somewhere and that somebody looks after."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from uuid import UUID


class Condition(IntEnum):
    """How a component was found at its last inspection."""

    GOOD = 1
    WORN = 2
    DAMAGED = 3
    MISSING = 4


class Life(IntEnum):
    """Whether a component serves. Retired ones stay in the ledger with their log."""

    IN_USE = 10
    OUT_OF_USE = 20
    RETIRED = 90


class Deed(StrEnum):
    """What was done to a thing of the ledger: one line of its log."""

    REGISTERED = "registered"
    CHANGED = "changed"
    INSPECTED = "inspected"
    MAINTAINED = "maintained"
    SUSPENDED = "suspended"
    RESTORED = "restored"
    RETIRED = "retired"


class ResourceState(IntEnum):
    """Whether a resource can be called upon."""

    READY = 10
    BUSY = 20
    SHUT = 30
    RETIRED = 90


@dataclass(frozen=True, slots=True)
class ComponentCard:
    """What anybody may know of a component that stands in the street: what it is and where, nothing of its keeping."""

    component_id: UUID
    code: str
    class_name: str
    type_name: str
    name: str
    address: str
    lon: float
    lat: float
    area_code: str
    is_retired: bool
