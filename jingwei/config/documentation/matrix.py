"""The cells of the permission matrix: which questions there are, counted from the API document and the roles.

`tests/matrix/` asks every one of them over HTTP and fails if one is missing; the answers come from the rules.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jingwei.foundation.access.contracts import Role
from jingwei.foundation.access.rules.posts import NOT_FOR_POSTS

POST_ROLES = tuple(role for role in Role if role not in NOT_FOR_POSTS)
WITHOUT_POST = (Role.PUBLIC, Role.RESIDENT, Role.MACHINE)
"""Whoever is not signed in, residents, and system keys: they have neither an area nor a unit that could relate to anything."""


class AreaRelation(StrEnum):
    """Where the object lies, seen from the asker's post."""

    OWN = "own"
    CHILD = "child"
    SIBLING = "sibling"
    PARENT = "parent"
    FOREIGN = "foreign"


class UnitRelation(StrEnum):
    """Whether the object belongs to the asker's unit."""

    OWN = "own"
    OTHER = "other"


AREA_LABELS = {
    AreaRelation.OWN: "本级",
    AreaRelation.CHILD: "下级",
    AreaRelation.SIBLING: "同级",
    AreaRelation.PARENT: "上级",
    AreaRelation.FOREIGN: "外区",
}
UNIT_LABELS = {UnitRelation.OWN: "本单位", UnitRelation.OTHER: "其他单位"}

UNPLACED = frozenset({"nothing", "layer"})
"""Kinds of sight that lead to no thing with a place: only the role counts."""

CANNOT_BE = {
    "unit": {
        (area, UnitRelation.OWN) for area in (AreaRelation.CHILD, AreaRelation.SIBLING, AreaRelation.FOREIGN)
    }
}
"""A post's area lies in its unit's territory (`require_fitting`): one's own unit is never below, beside or abroad."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How an object stands to whoever asks for it; both None where there is nothing that could relate."""

    area: AreaRelation | None = None
    unit: UnitRelation | None = None

    def __str__(self) -> str:
        if self.area is None or self.unit is None:
            return "no relation"
        return f"{self.area.value} area, {self.unit.value} unit"


UNRELATED = Relation()


def relations_to(sees: str) -> list[Relation]:
    """The relations in which an object of this kind of sight can stand to somebody's post."""
    if sees in UNPLACED:
        return [UNRELATED]
    left_out = CANNOT_BE.get(sees, set())
    return [Relation(a, u) for a in AreaRelation for u in UnitRelation if (a, u) not in left_out]


def cells_of(sees: str) -> Iterator[tuple[Role, Relation]]:
    """Every question about one operation, by its kind of sight."""
    for role in POST_ROLES:
        for relation in relations_to(sees):
            yield role, relation
    for role in WITHOUT_POST:
        yield role, UNRELATED


@dataclass(frozen=True, slots=True)
class Size:
    """How large the matrix is, and where it is smaller than the plain product and why."""

    operations: int
    with_object: int
    of_the_whole_city: int
    without_object: int
    by_relation: Mapping[Relation, int]
    cannot_be: int

    @property
    def cells(self) -> int:
        return sum(self.by_relation.values())

    @property
    def related(self) -> int:
        return self.cells - self.by_relation[UNRELATED]


def size_of(operations: Iterable[tuple[str, Mapping[str, Any]]]) -> Size:
    """Count the cells of operations given as (path, description)."""
    found = [(path, str(one["x-sees"])) for path, one in operations]
    by_relation: dict[Relation, int] = {UNRELATED: 0}
    for _, sees in found:
        for _, relation in cells_of(sees):
            by_relation[relation] = by_relation.get(relation, 0) + 1
    blind = [path for path, sees in found if sees in UNPLACED]
    named = sum(bool(re.search(r"\{", path)) for path in blind)
    return Size(
        operations=len(found),
        with_object=len(found) - len(blind),
        of_the_whole_city=named,
        without_object=len(blind) - named,
        by_relation=by_relation,
        cannot_be=sum(len(CANNOT_BE.get(sees, ())) * len(POST_ROLES) for _, sees in found),
    )
