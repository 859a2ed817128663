"""What an operation's path points at, where it belongs, and how that stands to whoever asks."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from jingwei.config.documentation.matrix import UNRELATED, AreaRelation, Relation, UnitRelation
from jingwei.foundation.access.contracts import Actor
from jingwei.kernel.codes import lies_within, parent_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where something belongs: its area, and the units it is in the hands of."""

    area_code: str
    units: frozenset[UUID | None]


@dataclass(frozen=True)
class Target:
    """What an operation's path points at: samples that lead there, and the facts its expectation reads."""

    name: str
    samples: dict[str, Any] = field(default_factory=dict)
    facts: Any = None
    place: Place | None = None


def relation_to(actor: Actor, place: Place | None) -> Relation:
    """How something stands to the asker's post; people without a post stand in no relation."""
    if place is None or actor.post_id is None:
        return UNRELATED
    is_own = actor.unit_id is not None and actor.unit_id in place.units
    return Relation(
        area_relation(actor.area_code, place.area_code), UnitRelation.OWN if is_own else UnitRelation.OTHER
    )


def area_relation(own: str, other: str) -> AreaRelation:
    """Where an area lies, seen from one's own."""
    if own == other:
        return AreaRelation.OWN
    if lies_within(other, own):
        return AreaRelation.CHILD
    if lies_within(own, other):
        return AreaRelation.PARENT
    return AreaRelation.SIBLING if parent_of(own) == parent_of(other) else AreaRelation.FOREIGN
